import EventSimulation

/// A rate that is constant piece by piece, with the exact inverse of its integral.
///
/// Arrival n of a flow is the n-th point of a unit Poisson process, mapped through this inverse
/// (Çinlar, Introduction to Stochastic Processes, 1975, section 4.7). A factor on the rate
/// therefore keeps each truck and only moves it in time.
public struct CumulativeRate: Sendable {
  /// Starts of the pieces [µs], the first is 0; the end of the last piece follows as one more.
  public let bounds: [Double]
  /// Rate of each piece [1/µs].
  public let rates: [Double]
  /// Integral of the rate up to each bound.
  public let integrals: [Double]
  /// Whether the pieces repeat; without that the rate is 0 after the last piece.
  public let repeats: Bool

  /// A rate that never changes.
  public init(constant rate: Double) {
    self.init(rates: [rate], step: 3_600_000_000, repeats: true)
  }

  /// Pieces of equal length.
  ///
  /// - Parameters:
  ///   - rates: rate of each piece, not negative, at least one positive [1/µs].
  ///   - step: length of a piece [µs].
  ///   - repeats: whether the pieces repeat.
  public init(rates: [Double], step: Double, repeats: Bool) {
    precondition(!rates.isEmpty && step > 0, "a profile needs pieces of positive length")
    self.rates = rates
    self.repeats = repeats
    var bounds = [0.0]
    var integrals = [0.0]
    for (index, rate) in rates.enumerated() {
      bounds.append(Double(index + 1) * step)
      integrals.append(integrals[index] + rate * step)
    }
    self.bounds = bounds
    self.integrals = integrals
  }

  /// Length of one round of pieces [µs].
  public var period: Double { bounds[bounds.count - 1] }

  /// Expected arrivals in one round of pieces.
  public var expectedPerPeriod: Double { integrals[integrals.count - 1] }

  /// Expected arrivals in [0, time).
  ///
  /// - Complexity: O(1).
  public func integral(to time: Double) -> Double {
    guard time > 0 else { return 0 }
    let rounds = repeats ? (time / period).rounded(.down) : 0
    let rest = min(time - rounds * period, period)
    // Pieces are of equal length, but for rounding.
    var piece = rest.isFinite ? min(Int(rest / bounds[1]), rates.count - 1) : 0
    while piece > 0, bounds[piece] > rest { piece -= 1 }
    while piece + 1 < rates.count, bounds[piece + 1] <= rest { piece += 1 }
    return rounds * expectedPerPeriod + integrals[piece] + rates[piece] * (rest - bounds[piece])
  }

  /// The time at which the integral reaches a value, walking forward from a piece.
  ///
  /// - Parameters:
  ///   - value: expected arrivals, ascending from call to call.
  ///   - cursor: where the last call ended; starts as (0, 0).
  /// - Returns: the time [µs], or nil when the rate never brings so many, or not in 300,000 years.
  /// - Complexity: O(1) amortised over a run.
  public func time(of value: Double, cursor: inout Cursor) -> Double? {
    let last = rates.count
    // Nobody comes in a piece without a rate, even where rounding puts the value there.
    while rates[cursor.piece] == 0
      || value > Double(cursor.round) * expectedPerPeriod + integrals[cursor.piece + 1]
    {
      cursor.piece += 1
      if cursor.piece == last {
        guard repeats else {
          cursor.piece = last - 1
          return nil
        }
        cursor.piece = 0
        // A gap may span many rounds: jump over those that lie wholly before the value.
        let rounds = (value / expectedPerPeriod).rounded(.down)
        guard rounds * period < 1e19 else { return nil }
        cursor.round = max(cursor.round + 1, Int(rounds) - 1)
      }
    }
    // Rounds first, then pieces: another order of subtraction moves trucks by a microsecond.
    let rest = value - Double(cursor.round) * expectedPerPeriod - integrals[cursor.piece]
    return Double(cursor.round) * period + bounds[cursor.piece] + max(0, rest) / rates[cursor.piece]
  }

  /// Where a walk along the pieces stands.
  public struct Cursor: Sendable, BitwiseCopyable {
    /// Completed rounds.
    public var round = 0
    /// Piece within the round.
    public var piece = 0

    /// The beginning.
    public init() {}
  }
}
