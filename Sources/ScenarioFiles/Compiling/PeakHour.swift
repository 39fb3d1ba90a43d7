import ClearanceModel
import EventSimulation

/// The clock hour with the most expected arrivals, and how often it comes.
struct PeakHour {
  /// 0 to 23, counted from midnight at the start.
  let hour: Int
  /// How many full peak hours the observed time has: expected arrivals in all of them over those of
  /// the busiest, so that a weekend with a quarter of the demand counts as a quarter.
  ///
  /// Flows that follow a calendar count by the busiest day of their ordinary week: a day of
  /// December is more than a full peak hour, a holiday less.
  let count: Double

  /// The peak hour of a plan; nil where demand is even.
  ///
  /// Expected arrivals over the observed time, at most a year of it, by hour of the
  /// day; the earliest of equal hours.
  static func of(_ plan: ClearancePlan) -> PeakHour? {
    of(plan.flows.map { ($0, 0) }, in: plan)
  }

  /// The peak hour of one flow.
  static func of(_ flow: FlowPlan, in plan: ClearancePlan) -> PeakHour? {
    of([(flow, 0)], in: plan)
  }

  /// The peak hour of some of the flows of a plan, each so many microseconds after its arrivals.
  private static func of(
    _ flows: [(flow: FlowPlan, delay: Double)],
    in plan: ClearancePlan
  ) -> PeakHour? {
    let year = SimulatedTime.days(366)
    let end = plan.warmUp + min(year, (plan.horizon ?? year) - plan.warmUp)
    // A warm-up longer than the run is refused, but not before this.
    guard end > plan.warmUp else { return nil }
    // By hour since the midnight before the observed time.
    let day = 24 * hourLength
    let first = plan.warmUp.microseconds / day * 24
    let hours = Int(end.microseconds / hourLength - first) + 1
    var expected = Array(repeating: 0.0, count: hours)
    // Expected arrivals of flows that follow a calendar, beside those of their ordinary week.
    var dated = Array(repeating: 0.0, count: hours)
    var ordinary = Array(repeating: 0.0, count: 7 * 24)
    for (flow, delay) in flows {
      switch flow.arrivals {
      case .poisson(let rate):
        if let week = flow.ordinaryWeek {
          add(rate.integral(to:), later: delay, from: plan.warmUp, to: end, first: first, &dated)
          addOrdinary(week, later: delay, &ordinary)
          continue
        }
        if rate.rates.allSatisfy({ $0 == rate.rates[0] }), rate.repeats { continue }
        add(rate.integral(to:), later: delay, from: plan.warmUp, to: end, first: first, &expected)
      case .waving(let rate):
        // A wave that does not fit into a day has its peak at another hour every day.
        guard rate.swing > 0, Double(day).remainder(dividingBy: rate.period) == 0 else { continue }
        add(rate.integral(to:), later: delay, from: plan.warmUp, to: end, first: first, &expected)
      case .listed(let times), .traced(let times, _):
        for listed in times {
          let later = SimulatedTime(rounding: min(delay, 0x1p53))
          guard listed < .never - later else { continue }
          let time = listed + later
          guard time >= plan.warmUp, time < end else { continue }
          expected[Int(time.microseconds / hourLength - first)] += 1
        }
      case .renewal, .closed, .modulated:
        break
      }
    }
    var byClock = Array(repeating: 0.0, count: 24)
    for (hour, number) in expected.enumerated() { byClock[hour % 24] += number + dated[hour] }
    guard let highest = byClock.max(), let lowest = byClock.min() else { return nil }
    // Less than a day leaves hours without any; an even rate differs only by rounding.
    guard highest > 0, highest - lowest > 1e-9 * highest,
      let hour = byClock.firstIndex(where: { $0 >= highest * (1 - 1e-9) })
    else { return nil }
    let others = stride(from: hour, to: expected.count, by: 24).map { expected[$0] }.max() ?? 0
    let busiest =
      others + (stride(from: hour, to: ordinary.count, by: 24).map { ordinary[$0] }.max() ?? 0)
    // Beyond a year the hours go on as in it.
    let whole = (plan.horizon ?? end) - plan.warmUp
    let repeats = max(1, whole.seconds / max(1, (end - plan.warmUp).seconds))
    return PeakHour(hour: hour, count: highest / busiest * repeats)
  }

  private static let hourLength: Int64 = 3_600_000_000

  /// Adds the expected arrivals of a week that is like all before it, by hour.
  private static func addOrdinary(
    _ rate: CumulativeRate,
    later delay: Double,
    _ ordinary: inout [Double]
  ) {
    let hour = Double(hourLength)
    // As many whole weeks before as the delay takes, so that nothing lies before time zero.
    let start = (max(delay, 0) / rate.period).rounded(.up) * rate.period - delay
    for index in ordinary.indices {
      let from = start + Double(index) * hour
      ordinary[index] += rate.integral(to: from + hour) - rate.integral(to: from)
    }
  }

  /// The peak hour of those who come to each place; nil where their demand is even.
  ///
  /// A truck comes to a way out when its stay is over: arrivals count as much later as the mean way
  /// to the place takes.
  static func ofPlaces(_ plan: ClearancePlan) -> [PeakHour?] {
    guard plan.flows.contains(where: { $0.peakHour != nil }) else {
      return plan.places.map { _ in nil }
    }
    let reach = Reachability(plan)
    let way = MeanWay(plan)
    return plan.places.indices.map { index in
      let place = plan.places[index]
      let coming = reach.flows(at: place.station ?? index, taking: place.takes)
      let flows = plan.flows.indices.filter { coming[$0] }
      return of(flows.map { (plan.flows[$0], way.delays[$0][index] ?? 0) }, in: plan)
    }
  }

  private static func add(
    _ integral: (Double) -> Double,
    later delay: Double,
    from start: SimulatedTime,
    to end: SimulatedTime,
    first: Int64,
    _ expected: inout [Double]
  ) {
    var time = start.microseconds
    var last = integral(Double(time) - delay)
    while time < end.microseconds {
      let next = time + min(hourLength - time % hourLength, end.microseconds - time)
      let value = integral(Double(next) - delay)
      expected[Int(time / hourLength - first)] += value - last
      last = value
      time = next
    }
  }
}

extension ClearancePlan {
  /// Notes when most trucks are expected, over the observed time.
  mutating func notePeaks(ofPlaces hasPlaces: Bool = true) {
    peakHour = PeakHour.of(self)?.hour
    for index in flows.indices { flows[index].peakHour = PeakHour.of(flows[index], in: self)?.hour }
    guard hasPlaces else { return }
    let peaks = PeakHour.ofPlaces(self)
    placePeakHours = peaks.map { $0?.hour ?? -1 }
    placePeakCounts = peaks.map { $0?.count ?? 0 }
  }
}
