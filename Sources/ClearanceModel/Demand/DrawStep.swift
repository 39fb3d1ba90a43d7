import EventSimulation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The step words of draws that belong to no step of a procedure.
///
/// The scenario compiler refuses a step whose hash equals one of them.
public enum DrawStep {
  /// The gap before a convoy; the truck word is the convoy's number.
  public static let arrival = word("arrival")
  /// The size of a convoy; the truck word is the convoy's number.
  public static let batch = word("batch")
  /// The class of a truck.
  public static let classShare = word("class")
  /// Who is next in a random queue; the truck word counts the picks of the place.
  public static let pick = word("pick")
  /// How long a flow stays in a state of its rate; the truck word is the visit's number.
  public static let state = word("state")

  /// How long a server works; the truck word is the server, the jumps count its failures.
  public static let failure = word("failure")
  /// How long a repair takes, addressed in the same way.
  public static let repair = word("repair")

  /// All of them.
  public static let all = [arrival, batch, classShare, pick, failure, repair, state]

  /// The 32-bit word of a name.
  public static func word(_ name: String) -> UInt32 {
    UInt32(truncatingIfNeeded: stableHash(name))
  }
}

/// The blocks of a truck's draws at one step.
enum DrawBlock {
  /// Duration, or the branch taken.
  static let duration: UInt8 = 0
  /// Which of several lanes.
  static let lane: UInt8 = 1
  /// How long a truck waits at most; beside an expression, which has the blocks from 2 on, the last.
  static let patience: UInt8 = 2
  static let patienceBesideExpression: UInt8 = 255
}

/// log(1 − u), the exponential quantile with its sign reversed.
@inline(__always)
func log1m(_ unit: Double) -> Double {
  log(1 - unit)
}
