import ClearanceModel
import ClearancePipeline
import ClearanceRecords
import EventSimulation

/// The load of every place, found by letting the demand flow where nobody has to wait.
///
/// Where ways depend on what trucks carry, the traffic equations do not know the chances. Instead a
/// copy of the plan runs with so many servers everywhere that no queue forms: the busy server time
/// of a place, over the time that its real servers are open, is the load that it is offered.
/// Conditions on queues are thus taken as they are in an empty system, as there; places whose
/// opening a condition asks about keep their hours. Time that a truck waits while it holds a place
/// is not included.
struct FreeFlow {
  let sample: FreeFlowSample
  private let plan: ClearancePlan
  private let free: ClearancePlan

  /// Trucks of all replications together: a second or two.
  private static let mostTrucks = 100_000.0
  /// The same where no part of the run is like the whole, since it follows a calendar.
  private static let mostDatedTrucks = 600_000.0
  /// Runs are not made shorter than a week, which most schedules repeat.
  private static let leastLength = SimulatedTime.days(7)
  private static let mostReplications = 5

  /// Prepares a run of at most so many replications.
  init(_ plan: ClearancePlan, replications: Int = FreeFlow.mostReplications) {
    self.plan = plan
    let equations = TrafficEquations.demand(of: plan)
    var length = SimulatedTime(microseconds: Int64(min(equations.length, 9e18)))
    let isDated = plan.flows.contains { $0.ordinaryWeek != nil }
    let most = isDated ? Self.mostDatedTrucks : Self.mostTrucks
    if equations.trucks > most {
      let share = Double(length.microseconds) * most / equations.trucks
      let weeks = (share / Double(Self.leastLength.microseconds)).rounded(.down)
      let shorter = SimulatedTime(
        microseconds: Int64(max(1, weeks)) * Self.leastLength.microseconds
      )
      length = min(length, max(shorter, plan.warmUp + Self.leastLength))
    }
    let trucks =
      equations.trucks * Double(length.microseconds) / max(1, equations.length)
    let affordable = Int((Self.mostTrucks / max(1, trucks)).rounded(.down).clamped(to: 1...1000))
    sample = FreeFlowSample(replications: max(1, min(replications, affordable)), length: length)
    var free = plan.freeFlowing
    free.horizon = length
    free.leaveOutClosedFlows()
    self.free = free
  }

  /// Runs the copy and compares with the real servers.
  func loads(seed: UInt64, workers: Int) async throws -> [OfferedLoad] {
    let listed = plan.places.indices.filter(isListed)
    let names = listed.flatMap { index in
      [
        "\(plan.places[index].name).utilisation.mean", "\(plan.places[index].name).arrivals.count",
        "\(plan.places[index].name).service.mean",
      ]
    }
    let catalogue = try MeasureCatalogue(plan: free, names: names)
    let pipeline = ClearancePipeline(
      plan: free,
      seed: seed,
      numbers: Array(1...sample.replications),
      workers: workers,
      recording: .summary,
      catalogue: catalogue
    )
    let results = try await pipeline.run(into: NoSink())
    let records = results.estimates.records(confidence: RunStudy.confidence)
    var estimates: [String: Double] = [:]
    for record in records { estimates[record.name] = record.estimate }
    return listed.map { load(of: $0, estimates) }
  }

  /// Stations that somebody comes to, and the lanes of those that take some trucks only.
  private func isListed(_ index: Int) -> Bool {
    let place = plan.places[index]
    if plan.isOutage(index) { return false }
    return place.station == nil || !place.takesWords.isEmpty
  }

  private func load(of index: Int, _ estimates: [String: Double]) -> OfferedLoad {
    let name = plan.places[index].name
    let start = plan.warmUp
    let observed = Double((sample.length - start).microseconds)
    // In the copy each truck has a server of its own.
    let company = Double(plan.places[index].together?.most ?? 1)
    let use = (estimates["\(name).utilisation.mean"] ?? 0) / company
    let freely = free.openTime(of: index, from: start, to: sample.length) ?? 0
    let open = plan.openTime(of: index, from: start, to: sample.length)
    let station = plan.places[index].station ?? index
    let isHeld = plan.steps.contains { $0.kind == .seize && Int($0.place) == station }
    return OfferedLoad(
      place: name,
      visitsPerHour: (estimates["\(name).arrivals.count"] ?? 0) / observed * 3_600_000_000,
      serviceSeconds: estimates["\(name).service.mean"] ?? 0,
      servers: open.map { $0 / observed },
      load: open.map { $0 > 0 ? use * freely / $0 : use > 0 ? .infinity : 0 },
      isHeld: isHeld,
      leavers: plan.leavers(of: station)
    )
  }
}

/// Forgets everything, for runs that are not recorded.
struct NoSink: RecordSink {
  func begin(replication: Int) {}
  func write(_ batch: RecordBatch) {}
  func finish(_ record: ReplicationRecord) {}
}

extension Double {
  fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
    isNaN ? range.lowerBound : Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}

extension ClearancePlan {
  /// Server time that a place, or all its lanes, has open [µs]; nil when unlimited.
  func openTime(of place: Int, from start: SimulatedTime, to end: SimulatedTime) -> Double? {
    var sum = 0.0
    for index in places[place].hasServers ? place..<place + 1 : places[place].lanes {
      guard let open = openTime(of: places[index].servers, from: start, to: end) else {
        return nil
      }
      sum += open
    }
    return sum
  }

  /// Time that servers, or members of a team, have open [µs]; nil when unlimited.
  func openTime(
    of servers: ServerPlan,
    from start: SimulatedTime,
    to end: SimulatedTime
  ) -> Double? {
    switch servers {
    case .unlimited: nil
    case .fixed(let count): Double(count) * Double((end - start).microseconds)
    case .shifts(let shifts, let period, _):
      shifts.area(until: end, period) - shifts.area(until: start, period)
    }
  }
}

extension [Shift] {
  /// Server time open from time zero until an instant [µs].
  fileprivate func area(until end: SimulatedTime, _ period: SimulatedTime?) -> Double {
    func once(_ end: Int64) -> Double {
      var area = 0.0
      for (index, shift) in enumerated() where shift.from.microseconds < end {
        let next = index + 1 < count ? Swift.min(self[index + 1].from.microseconds, end) : end
        area += Double(shift.count) * Double(next - shift.from.microseconds)
      }
      return area
    }
    guard let period, period > .zero else { return once(end.microseconds) }
    let (rounds, rest) = end.microseconds.quotientAndRemainder(dividingBy: period.microseconds)
    return Double(rounds) * once(period.microseconds) + once(rest)
  }
}
