import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles

/// The laws of one replication, as equalities of integers wherever they are some.
///
/// Conservation is checked by the replication itself, which traps; here stands what its public
/// statistics and its rows must say beside that.
struct NetworkLaws {
  private let plan: ClearancePlan
  private let statistics: ReplicationStatistics
  private let rows: RecordBatch
  /// The laws that do not hold.
  private(set) var broken: [String] = []

  init(_ loaded: LoadedScenario, _ run: DirectRun) {
    plan = loaded.plan
    statistics = run.statistics
    rows = run.rows
    checkZone()
    for index in plan.places.indices { checkPlace(index) }
    for index in plan.teams.indices { checkTeam(index) }
    checkRows()
  }

  /// Whether statistics begin at time zero, so that they say the same as rows.
  private var isWhole: Bool { statistics.start == .zero }

  /// Whether the run has ended because everybody has left.
  private var isOver: Bool {
    plan.horizon == nil && !statistics.isStuck && statistics.deadlock.isEmpty
  }

  private mutating func require(_ holds: Bool, _ law: @autoclosure () -> String) {
    if !holds { broken.append(law()) }
  }

  private mutating func equal<Number: Equatable>(_ left: Number, _ right: Number, _ law: String) {
    require(left == right, "\(law): \(left) and \(right)")
  }

  private mutating func checkZone() {
    var counts = FlowCounts()
    for flow in statistics.flowCounts { counts.merge(flow) }
    equal(
      statistics.zonePresent.level + statistics.announced,
      statistics.inside,
      "level of the zone + announced = trucks inside"
    )
    let most = Int64(plan.systemCapacity ?? .max)
    // Who has been announced is not turned away any more.
    let isAnnounced = plan.steps.contains { $0.kind == .startClock }
    require(
      isAnnounced || statistics.zonePresent.maximum <= most,
      "the system holds more than its capacity"
    )
    guard isWhole else { return }
    equal(counts.arrivals, counts.balance + statistics.inside, "trucks in = out + inside")
    equal(UInt64(counts.arrivals), statistics.trucks, "trucks of flows = trucks")
    if isOver { equal(statistics.inside, 0, "empty at the end") }
  }

  private mutating func checkPlace(_ index: Int) {
    let (place, found) = (plan.places[index], statistics.places[index])
    let name = place.name
    for level in [found.queue, found.present, found.busy, found.open] {
      require(level.area >= 0 && level.level >= 0, "\(name): a level is negative")
    }
    require(found.queue.maximum <= found.present.maximum, "\(name): more wait than are there")
    require(found.queue.area <= found.present.area, "\(name): more wait than are there, over time")
    let capacity = Int64(place.capacity ?? .max)
    require(found.present.maximum <= capacity, "\(name): more trucks than places")
    if place.hasServers, !place.servers.isUnlimited {
      let held = found.held?.area ?? 0
      require(found.busy.area + held <= found.open.area, "\(name): busier than open")
    }
    for (classIndex, visits) in found.visits.enumerated() {
      let who = "\(name), class \(classIndex)"
      let parts = visits.parts + found.blockedSum(classIndex)
      equal(visits.sojourn.tally.sum, parts, "\(who): sojourn = wait + service + blocked")
      equal(visits.wait.tally.count, visits.sojourn.tally.count, "\(who): waits and sojourns")
      equal(visits.service.tally.count, visits.sojourn.tally.count, "\(who): services")
    }
    guard isWhole else { return }
    // Who goes over to another lane has come to both, and leaves the time it stood to the first.
    let isLeft = place.station.map { plan.places[$0].jockeys } ?? false
    let ended = found.departures + found.gaveUp + found.present.level
    require(found.arrivals >= ended, "\(name): more trucks out or inside than in")
    if !isLeft { equal(found.arrivals, ended, "\(name): trucks in = out + inside") }
    if isOver {
      equal(found.present.level, 0, "\(name) is empty at the end")
      equal(found.busy.level, 0, "\(name) is idle at the end")
      if !isLeft {
        equal(found.queue.area, found.waited, "\(name): area of the queue = sum of waits")
      }
    }
  }

  private mutating func checkTeam(_ index: Int) {
    let (team, found) = (plan.teams[index], statistics.teams[index])
    require(found.busy.area <= found.onShift.area, "\(team.name): busier than on shift")
    require(found.overtime.area <= found.busy.area, "\(team.name): more overtime than work")
    let most = Int64(team.members.most ?? 0)
    require(found.onShift.maximum <= most, "\(team.name): more on shift than there are")
    guard isOver else { return }
    equal(found.busy.level, 0, "\(team.name) is idle at the end")
  }

  private mutating func checkRows() {
    for row in rows.passages {
      let times = [row.arrivedAt, row.startedAt, row.endedAt, row.leftAt].filter { $0 != .never }
      require(times == times.sorted(), "times of a passage: \(row)")
    }
    for row in rows.trucks where row.leftAt != .never {
      require(row.arrivedAt <= row.leftAt, "times of a truck: \(row)")
    }
    equal(UInt64(rows.trucks.count), statistics.trucks, "rows of trucks = trucks")
    equal(
      Int64(rows.trucks.count { $0.outcome == .insideAtEnd }),
      statistics.inside,
      "rows of trucks inside = trucks inside"
    )
    guard isWhole else { return }
    var counts = FlowCounts()
    for flow in statistics.flowCounts { counts.merge(flow) }
    for (outcome, count) in counts.byOutcome {
      let found = rows.trucks.count { $0.outcome == outcome }
      equal(Int64(found), count, "rows of trucks = trucks that are \(outcome)")
    }
    let cleared = rows.trucks.count { $0.clearedAt != .never }
    // A truck inside may be cleared already; flows count both.
    equal(
      statistics.clearance.reduce(0) { $0 + Int($1.tally.count) },
      cleared,
      "rows of cleared trucks = cleared trucks"
    )
    for (index, place) in plan.places.enumerated() { checkRows(of: index, place) }
  }

  private mutating func checkRows(of index: Int, _ place: PlacePlan) {
    let found = statistics.places[index]
    let intervals = rows.intervals.filter { Int($0.place) == index }
    equal(intervals.reduce(0) { $0 + $1.arrivals }, found.arrivals, "\(place.name): came")
    equal(intervals.reduce(0) { $0 + $1.departures }, found.departures, "\(place.name): left")
    equal(intervals.reduce(0) { $0 + $1.lost }, found.lost, "\(place.name): lost")
    let passages = rows.passages.filter {
      Int(place.station == nil ? $0.place : $0.lane) == index
    }
    for (outcome, count) in found.byOutcome {
      let rowCount = passages.count { $0.outcome == outcome }
      equal(Int64(rowCount), count, "\(place.name): visits that are \(outcome)")
    }
  }
}

extension ServerPlan {
  fileprivate var isUnlimited: Bool {
    if case .unlimited = self { true } else { false }
  }
}
