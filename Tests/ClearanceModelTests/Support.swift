import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles

/// One replication, run alone, with all its rows.
struct ReplicationLog {
  let plan: ClearancePlan
  var statistics: ReplicationStatistics
  private(set) var rows: RecordBatch

  /// Runs a scenario that is given as text; `measures` may name levels at an instant, and
  /// waits by the hour.
  init(
    _ text: String,
    set overrides: [String] = [],
    replication: Int = 1,
    recording: RecordingLevel = .steps,
    measures: [String] = []
  ) throws {
    let loaded = try LoadedScenario.parse(text, file: "test.yaml", overrides: overrides)
    var plan = loaded.plan
    let catalogue = try MeasureCatalogue(plan: plan, names: measures)
    plan.observationTimes = catalogue.observationTimes
    plan.hourlyPlaces = catalogue.hourlyPlaces
    self.init(
      plan,
      seed: loaded.scenario.seed,
      replication: replication,
      recording: recording
    )
  }

  /// Runs a plan.
  init(
    _ plan: ClearancePlan,
    seed: UInt64 = 1,
    replication number: Int = 1,
    recording: RecordingLevel = .steps
  ) {
    self.plan = plan
    var generator = ArrivalGenerator(plan: plan, seed: seed, replication: number)
    var replication = Replication(plan: plan, seed: seed, number: number, recording: recording)
    var batch = ArrivalBatch()
    generator.fill(&batch)
    var position = 0
    var rows = RecordBatch(replication: number)
    var spare = rows
    func collect() {
      rows.intervals += spare.intervals
      rows.passages += spare.passages
      rows.trucks += spare.trucks
      rows.steps += spare.steps
      rows.transitions += spare.transitions
      rows.attributes += spare.attributes
      rows.gathered += spare.gathered
      rows.companions += spare.companions
      rows.consignments += spare.consignments
      rows.balances += spare.balances
      rows.months += spare.months
      rows.paperLevels += spare.paperLevels
    }
    advancing: while true {
      switch replication.advance(through: batch, from: &position, atMost: 10_000) {
      case .needsArrivals:
        generator.fill(&batch)
        position = 0
      case .rowsAreFull:
        replication.exchangeRows(&spare)
        collect()
      case .tookItsTurn: continue
      case .ended: break advancing
      }
    }
    replication.exchangeRows(&spare)
    collect()
    self.rows = rows
    statistics = replication.finish()
  }

  /// The value of a measure; nil where it has none.
  func value(_ name: String) throws -> Double? {
    let catalogue = try MeasureCatalogue(plan: plan, names: [name])
    return MeasureValues(catalogue, of: statistics).values[0]
  }

  /// The visits in the order in which they ended: truck, place, times of coming, start and leaving.
  var visits: [String] {
    rows.passages.map { row in
      let place = row.lane == noPlace ? row.place : row.lane
      let times = [row.arrivedAt, row.startedAt, row.leftAt].map(seconds).joined(separator: " ")
      return "\(truck(row.flow, row.truck)) \(plan.places[Int(place)].name) \(times)"
        + suffix(row.outcome)
    }
  }

  /// The trucks in the order of leaving: truck, times of coming, clearance and leaving.
  var stays: [String] {
    rows.trucks.map { row in
      let times = [row.arrivedAt, row.clearedAt, row.leftAt].map(seconds).joined(separator: " ")
      return truck(row.flow, row.number) + " " + times + suffix(row.outcome)
    }
  }

  /// The changes of documents in their order: truck, document, state, time.
  var transitions: [String] {
    rows.transitions.map { row in
      let document = plan.attributes[Int(row.document)]
      let companion = row.companion == 0 ? "" : "/\(row.companion)"
      return "\(truck(row.flow, row.truck))\(companion) \(document.name) "
        + "\(document.words[Int(row.state)]) \(seconds(row.at))"
    }
  }

  /// What trucks and companions carried at their end: truck, attribute, value.
  var carried: [String] {
    rows.attributes.map { row in
      let attribute = plan.attributes[Int(row.attribute)]
      let value = attribute.words.isEmpty ? "\(row.value)" : attribute.words[Int(row.value)]
      let companion = row.companion == 0 ? "" : "/\(row.companion)"
      return "\(truck(row.flow, row.truck))\(companion) \(attribute.name) \(value)"
    }
  }

  /// The companions in the order of their ends: number, truck, gathered, start and end.
  var companions: [String] {
    rows.companions.map { row in
      let times = [row.startedAt, row.endedAt].map(seconds).joined(separator: " ")
      return "\(row.number) \(truck(row.flow, row.truck)) \(row.gathered) \(times)"
    }
  }

  /// The steps of one truck in the order in which they were done: name, start and end.
  func steps(of name: String) -> [String] {
    rows.steps.filter { truck($0.flow, $0.truck) == name }.map { row in
      let step = plan.stepNames[Int(row.step)].drop { $0 != "/" }.dropFirst()
      return "\(step) \(seconds(row.startedAt)) \(seconds(row.endedAt))"
    }
  }

  private func truck(_ flow: UInt16, _ number: UInt32) -> String {
    "\(plan.flows[Int(flow)].name)\(number)"
  }

  private func suffix(_ outcome: Outcome) -> String {
    outcome == .completed ? "" : " \(outcome.word)"
  }
}

/// A time in seconds, `-` for one that never comes.
private func seconds(_ time: SimulatedTime) -> String {
  guard time != .never else { return "-" }
  let microseconds = time.microseconds
  return microseconds % 1_000_000 == 0 ? "\(microseconds / 1_000_000)" : "\(time.seconds)"
}

extension ReplicationLog {
  /// Statistics of the place of a name.
  func place(_ name: String) -> PlaceStatistics? {
    plan.places.firstIndex { $0.name == name }.map { statistics.places[$0] }
  }

  /// Service times by truck at a place, of visits without an interruption.
  func services(at name: String) -> [String: [Int64]] {
    var services: [String: [Int64]] = [:]
    for row in rows.passages where plan.places[Int(row.place)].name == name {
      guard row.outcome == .completed else { continue }
      let length = (row.endedAt - row.startedAt).microseconds
      services[truck(row.flow, row.truck), default: []].append(length)
    }
    return services
  }
}

/// Pearson's statistic of counts that are expected to be in the proportion of `shares`.
func chiSquare(_ counts: [Int], shares: [Double]? = nil) -> Double {
  let total = Double(counts.reduce(0, +))
  return counts.indices.reduce(0) { sum, index in
    let expected = total * (shares?[index] ?? 1 / Double(counts.count))
    let difference = Double(counts[index]) - expected
    return sum + difference * difference / expected
  }
}
