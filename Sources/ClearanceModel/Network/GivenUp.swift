import ClearanceRecords
import EventSimulation

/// What a truck has given up on its way, though it goes on.
enum GivenUp {
  static let nothing: UInt8 = 0
  /// It was turned away, or did not join a queue.
  static let lost: UInt8 = 1
  /// Its patience ended.
  static let reneged: UInt8 = 2
  /// No later service makes up for it: a branch of a fork was given up.
  static let isFinal: UInt8 = 4

  static func mark(of outcome: Outcome) -> UInt8 {
    outcome == .reneged ? reneged : lost
  }
}

extension ClearanceNetwork {
  /// A truck gives up what it has come for, and goes on; what is given up for good stays so.
  mutating func giveUp(_ truck: Int, _ mark: UInt8) {
    if givenUp[truck] < GivenUp.isFinal { givenUp[truck] = mark }
  }

  /// A truck has been served, or holds what it asked for: what it gave up before is made good.
  @inline(__always)
  mutating func makeGood(_ truck: Int) {
    if tracksGivenUp { forget(truck) }
  }

  /// What a token gets its truck gets.
  private mutating func forget(_ token: Int) {
    var truck = token
    while true {
      if givenUp[truck] < GivenUp.isFinal { givenUp[truck] = GivenUp.nothing }
      guard trucks[truck].flags & TruckFlag.isCompanion != 0 else { return }
      let parent = companions[truck].parentSlot
      guard parent != nobody else { return }
      truck = Int(parent)
    }
  }

  /// How a truck that has come to its end leaves.
  mutating func outcome(of truck: Int, _ reached: Outcome) -> Outcome {
    guard tracksGivenUp, reached == .completed else { return reached }
    switch givenUp[truck] & ~GivenUp.isFinal {
    case GivenUp.lost: return .turnedAway
    case GivenUp.reneged: return .reneged
    default: return .completed
    }
  }
}
