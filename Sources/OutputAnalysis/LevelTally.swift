/// The time integral of a whole-number level, such as the trucks in a queue.
///
/// The level is piecewise constant over integer time [µs]. The value at an instant that counts is
/// the one after the last change there: a truck that joins and leaves a queue at one instant adds
/// neither to the areas nor to the maximum.
///
/// Areas are exact integers, so that conservation laws such as Little's can be tested as equalities.
/// Ranges: |level| ≤ 3,037,000,499, whose square fits 64 bits (checked); the areas then cannot
/// overflow. A change costs O(1), no allocation, and the tally fits one cache line.
public struct LevelTally: BitwiseCopyable, Sendable {
  @usableFromInline var _area: Int128 = 0
  @usableFromInline var _squareArea: Int128 = 0
  @usableFromInline var _level: Int64
  @usableFromInline var _since: Int64
  @usableFromInline var _start: Int64
  /// The largest level that lasted, before the present one.
  @usableFromInline var _pastMaximum = Int64.min

  /// Creates a tally of a level from an instant on.
  @inlinable
  public init(level: Int64 = 0, at start: Int64 = 0) {
    _level = level
    _since = start
    _start = start
  }

  /// The present level.
  @inlinable
  public var level: Int64 { _level }

  /// The instant up to which the areas are complete: that of the last change or `advance` [µs].
  @inlinable
  public var since: Int64 { _since }

  /// The instant from which the tally counts [µs].
  @inlinable
  public var start: Int64 { _start }

  /// The integral of the level from `start` to `since` [µs].
  @inlinable
  public var area: Int128 { _area }

  /// The integral of the squared level from `start` to `since` [µs].
  @inlinable
  public var squareArea: Int128 { _squareArea }

  /// The largest level from `start` on, the present one included.
  @inlinable
  public var maximum: Int64 { max(_pastMaximum, _level) }

  /// Changes the level by an amount at an instant [µs], which is not before `since`.
  @inlinable
  @inline(__always)
  public mutating func change(by amount: Int64, at time: Int64) {
    advance(to: time)
    _level += amount
  }

  /// Sets the level at an instant [µs], which is not before `since`.
  @inlinable
  public mutating func set(_ level: Int64, at time: Int64) {
    advance(to: time)
    _level = level
  }

  /// Extends the areas to an instant [µs], which is not before `since`.
  @inlinable
  @inline(__always)
  public mutating func advance(to time: Int64) {
    let elapsed = time - _since
    precondition(elapsed >= 0, "time \(time) lies before \(_since)")
    guard elapsed > 0 else { return }
    // The lengths of time add up to less than 2⁶³ and both factors fit 63 bits, hence no overflow.
    let length = Int128(truncatingIfNeeded: elapsed)
    _area &+= Int128(truncatingIfNeeded: _level) &* length
    _squareArea &+= Int128(truncatingIfNeeded: _level * _level) &* length
    _pastMaximum = max(_pastMaximum, _level)
    _since = time
  }

  /// Keeps the level and forgets the past, at the end of a warm-up or of an interval.
  ///
  /// The maximum becomes the present level.
  @inlinable
  public mutating func reset(at time: Int64) {
    precondition(time >= _since, "time \(time) lies before \(_since)")
    self = LevelTally(level: _level, at: time)
  }
}

extension LevelTally {
  /// The integral of the level from `start` to an instant not before `since` [µs].
  public func area(until time: Int64) -> Int128 {
    advanced(to: time)._area
  }

  /// The mean level from `start` to an instant not before `since` [µs]; NaN over no time.
  public func mean(until time: Int64) -> Double {
    Double(nearest: area(until: time)) / Double(time - _start)
  }

  /// The variance of the level from `start` to an instant not before `since` [µs]; NaN over no time.
  ///
  /// Exact in integers up to the division.
  public func variance(until time: Int64) -> Double {
    let whole = advanced(to: time)
    return exactVariance(
      weight: UInt128(time - _start),
      sum: whole._area.magnitude,
      squares: whole._squareArea.magnitude
    )
  }

  private func advanced(to time: Int64) -> LevelTally {
    var copy = self
    copy.advance(to: time)
    return copy
  }
}
