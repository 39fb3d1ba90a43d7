import RandomVariates

/// A rate that goes through its states in turn, from the first, each for an exponential time.
///
/// A Markov-modulated Poisson process whose states follow each other in a ring (Fischer and
/// Meier-Hellstern, The Markov-modulated Poisson process cookbook, Performance Evaluation 18, 1993).
public struct ModulatedRate: Sendable {
  /// The states, at least two; one of them has a rate above 0.
  public let states: [State]

  /// One state.
  public struct State: Sendable, BitwiseCopyable, Equatable {
    /// Rate of arrival while it lasts [1/µs].
    public var rate: Double
    /// Rate at which it is left [1/µs], positive.
    public var leave: Double

    /// A state from its parts.
    public init(rate: Double, leave: Double) {
      self.rate = rate
      self.leave = leave
    }
  }

  /// A rate from its states.
  public init(states: [State]) {
    precondition(
      states.count > 1 && states.allSatisfy { $0.leave > 0 && $0.rate >= 0 },
      "a rate that changes has two states or more, not \(states)"
    )
    self.states = states
  }

  /// Mean length of one round through all states [µs].
  public var meanRound: Double { states.reduce(0) { $0 + 1 / $1.leave } }

  /// Rate of arrival in the long run [1/µs].
  public var meanRate: Double { states.reduce(0) { $0 + $1.rate / $1.leave } / meanRound }

  /// The course of the states in one replication, walked forward.
  ///
  /// The length of visit n is a pure function of (flow, n): a factor on the rates moves trucks and
  /// leaves the states as they are.
  public struct Course: Sendable, BitwiseCopyable {
    /// Number of the present visit, from 1; 0 before the first.
    var visit: UInt32 = 0
    /// Start and end of the visit [µs].
    var start = 0.0
    var end = 0.0
    /// Expected arrivals before the visit.
    var integral = 0.0
    /// The rate of the visit.
    var rate = 0.0

    /// Before the first visit.
    public init() {}
  }

  /// The time at which the integral of the realised rate reaches a value.
  ///
  /// - Parameters:
  ///   - value: expected arrivals, ascending from call to call.
  ///   - course: where the last call ended.
  ///   - horizon: the time [µs] beyond which nobody asks.
  ///   - unit: a uniform draw for a visit.
  /// - Returns: the time [µs], or nil beyond the horizon.
  /// - Complexity: O(visits that pass)
  public func time(
    of value: Double,
    course: inout Course,
    horizon: Double,
    unit: (UInt32) -> Double
  ) -> Double? {
    while course.visit == 0 || course.rate == 0
      || value > course.integral + course.rate * (course.end - course.start)
    {
      guard course.end < horizon, course.visit < .max else { return nil }
      course.integral += course.rate * (course.end - course.start)
      course.start = course.end
      let state = states[Int(course.visit) % states.count]
      course.visit += 1
      course.rate = state.rate
      course.end = course.start - log1m(unit(course.visit)) / state.leave
    }
    return course.start + max(0, value - course.integral) / course.rate
  }
}
