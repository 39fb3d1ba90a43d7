import ClearanceModel
import EventSimulation

/// The clock hour with the most expected arrivals.
enum PeakHour {
  /// The hour, 0 to 23, counted from midnight at the start; nil where demand is even.
  ///
  /// Expected arrivals over the observed time, at most a year of it, by hour of the
  /// day; the earliest of equal hours.
  static func of(_ plan: ClearancePlan) -> Int? { of(plan.flows, in: plan) }

  /// The hour for some of the flows of a plan.
  static func of(_ flows: [FlowPlan], in plan: ClearancePlan) -> Int? {
    let year = SimulatedTime.days(366)
    let end = plan.warmUp + min(year, (plan.horizon ?? year) - plan.warmUp)
    var expected = Array(repeating: 0.0, count: 24)
    for flow in flows {
      switch flow.arrivals {
      case .poisson(let rate):
        add(rate, from: plan.warmUp, to: end, &expected)
      case .listed(let times):
        for time in times where time >= plan.warmUp && time < end {
          expected[Int(time.microseconds / 3_600_000_000 % 24)] += 1
        }
      case .renewal:
        break
      }
    }
    guard let highest = expected.max(), let lowest = expected.min() else { return nil }
    // Less than a day leaves hours without any; an even rate differs only by rounding.
    guard highest > 0, highest - lowest > 1e-9 * highest else { return nil }
    return expected.firstIndex(of: highest)
  }

  /// The hour for those who come to each place; −1 where their demand is even.
  static func ofPlaces(_ plan: ClearancePlan) -> [Int] {
    let reach = Reachability(plan)
    return plan.places.indices.map { index in
      let place = plan.places[index]
      let coming = reach.flows(at: place.station ?? index, taking: place.takes)
      return of(zip(plan.flows, coming).filter(\.1).map(\.0), in: plan) ?? -1
    }
  }

  private static func add(
    _ rate: CumulativeRate,
    from start: SimulatedTime,
    to end: SimulatedTime,
    _ expected: inout [Double]
  ) {
    if rate.rates.allSatisfy({ $0 == rate.rates[0] }), rate.repeats { return }
    let hour: Int64 = 3_600_000_000
    var time = start.microseconds
    var integral = rate.integral(to: Double(time))
    while time < end.microseconds {
      let next = time + min(hour - time % hour, end.microseconds - time)
      let nextIntegral = rate.integral(to: Double(next))
      expected[Int(time / hour % 24)] += nextIntegral - integral
      integral = nextIntegral
      time = next
    }
  }
}
