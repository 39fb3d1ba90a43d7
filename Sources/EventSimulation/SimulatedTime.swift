// Rounding may call the C mathematics library, which a program gets linked by this import.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A point or a length of simulated time: a whole number of microseconds.
///
/// Integers make ties, golden files and database rows exact. A run covers [0, end); the largest
/// value stands for *never*. Arithmetic traps on overflow (beyond 292,000 years).
public struct SimulatedTime: Sendable, BitwiseCopyable, Hashable, Comparable {
  /// Microseconds since the start of the run, or the length in microseconds.
  public var microseconds: Int64

  /// The time of so many microseconds.
  @inlinable
  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// The time nearest to a real number of microseconds; halves go to the even neighbour.
  ///
  /// This is the one rounding rule: variates are real numbers, the calendar is not.
  /// - Precondition: the number is finite and within ±9.2e18.
  @inlinable
  @inline(always)
  public init(rounding microseconds: Double) {
    // Adding 1.5 · 2⁵² leaves no bits below one, so the sum itself is the rounding, and below 2⁵¹
    // the difference of the two bit patterns is the whole number: no call of the maths library
    // where the processor has no instruction, and no conversion.
    let shift = 0x1.8p52
    self.microseconds =
      microseconds.magnitude < 0x1p51
      ? Int64(bitPattern: (microseconds + shift).bitPattern &- shift.bitPattern)
      : Int64(microseconds.rounded(.toNearestOrEven))
  }

  /// The start of every run.
  @inlinable public static var zero: SimulatedTime { SimulatedTime(microseconds: 0) }

  /// A time that no run reaches.
  @inlinable public static var never: SimulatedTime { SimulatedTime(microseconds: .max) }

  /// So many whole seconds.
  @inlinable
  public static func seconds(_ count: Int64) -> SimulatedTime {
    SimulatedTime(microseconds: count * 1_000_000)
  }

  /// So many whole minutes.
  @inlinable
  public static func minutes(_ count: Int64) -> SimulatedTime {
    SimulatedTime(microseconds: count * 60_000_000)
  }

  /// So many whole hours.
  @inlinable
  public static func hours(_ count: Int64) -> SimulatedTime {
    SimulatedTime(microseconds: count * 3_600_000_000)
  }

  /// So many whole days of 24 hours.
  @inlinable
  public static func days(_ count: Int64) -> SimulatedTime {
    SimulatedTime(microseconds: count * 86_400_000_000)
  }

  /// The time in seconds, as a real number for reports.
  @inlinable public var seconds: Double { Double(microseconds) / 1_000_000 }

  /// Whether the left time is earlier.
  @inlinable
  public static func < (left: SimulatedTime, right: SimulatedTime) -> Bool {
    left.microseconds < right.microseconds
  }

  /// The sum of two times.
  @inlinable
  public static func + (left: SimulatedTime, right: SimulatedTime) -> SimulatedTime {
    SimulatedTime(microseconds: left.microseconds + right.microseconds)
  }

  /// The length from the right time to the left one.
  @inlinable
  public static func - (left: SimulatedTime, right: SimulatedTime) -> SimulatedTime {
    SimulatedTime(microseconds: left.microseconds - right.microseconds)
  }
}
