import ClearanceModel
import ClearanceRecords
import ScenarioFiles

@testable import Studies

/// A gate with its stations, stages and papers, made by hand.
enum CustomsSamples {
  /// The stations and flows that the customs words stand for.
  static func text(gates: [String] = ["main"]) -> String {
    let stations = gates.flatMap { gate in
      [
        "  \(gate)-in:", "    lanes: [{name: in-1}, {name: in-2}]", "  \(gate)-out:",
        "    lanes: [{name: out-1}, {name: out-2}]", "  \(gate)-cars-in:",
        "    lanes: [{name: cars-in}]", "  \(gate)-cars-out:", "    lanes: [{name: cars-out}]",
      ]
    }
    let visits = gates.flatMap { gate in
      ["in", "out", "cars-in", "cars-out"].flatMap {
        ["    - serve at: \(gate)-\($0)", "      for: 20 s"]
      }
    }
    let head = """
      scenario: a week at the gate
      runs for: 8 d
      warm up: 1 d
      seed: 7
      replications: 30
      classes: [aeo, general, dishonest]
      stations:
        yard: {servers: 4}
        document-office: {servers: 1}

      """
    let flows = """
      arrivals:
        goods: {rate: 5 per h, class: {aeo: 20%, general: 80%}, procedure: visit}
        cold: {rate: 1 per h, class: general, procedure: visit}
        cars: {rate: 50 per h, class: general, procedure: visit}
      procedures:
        visit:
          - serve at: yard
            for: 1 h
          - serve at: document-office
            for: 1 min

      """
    return head + stations.joined(separator: "\n") + "\n" + flows
      + visits.joined(separator: "\n")
  }

  static func gate(_ name: String, room: Double? = 120) -> CustomsScenario.Gate {
    func lane(
      _ lane: String,
      _ station: String,
      _ leadsIn: Bool,
      _ serves: [String],
      _ technology: String
    ) -> CustomsScenario.Lane {
      CustomsScenario.Lane(
        name: lane,
        place: "\(name)-\(station).\(lane)",
        leadsIn: leadsIn,
        serves: serves,
        technology: technology
      )
    }
    return CustomsScenario.Gate(
      name: name,
      lanes: [
        lane("in-1", "in", true, ["declared", "bonded"], "automatic"),
        lane("in-2", "in", true, ["not-declared", "sundries"], "contactless"),
        lane("out-1", "out", false, ["declared"], "automatic"),
        lane("out-2", "out", false, ["not-declared"], "manual"),
        lane("cars-in", "cars-in", true, ["cars"], ""),
        lane("cars-out", "cars-out", false, ["cars"], ""),
      ],
      stations: ["in", "out", "cars-in", "cars-out"].map { "\(name)-\($0)" },
      turnOut: 1,
      queueSpace: room
    )
  }

  static func customs(gates: [String] = ["main"]) -> CustomsScenario {
    var customs = CustomsScenario()
    customs.zone = "qinhuangdao"
    customs.starts = CalendarDate(year: 2024, month: 3, day: 4)
    customs.gates = gates.map { gate($0) }
    customs.flows = ["goods", "cold", "cars"]
    customs.firms = [
      .init(name: "parts-a", credit: "aeo", declares: "monthly"),
      .init(name: "others", credit: "general", declares: "per shipment"),
      .init(name: "cold-b", credit: "dishonest", declares: "quarterly"),
    ]
    customs.policies = [("animal and plant products", "enter first, test later")]
    customs.notes = [.comesWhenClosed(flow: "goods", gate: "main", share: 0.123)]
    customs.assumptions = [
      .init(
        key: "weight tolerance",
        value: "5%",
        defaultValue: "3%",
        range: "2% to 10%",
        meaning: ("deviation from the form that passes", "放行的重量偏差"),
        source: ("practitioner's estimate", "业内估计")
      ),
      .init(
        key: "paper wait",
        value: "25 min",
        defaultValue: "25 min",
        range: "",
        meaning: ("time until missing papers are there", "补齐单证所需时间"),
        source: ("practitioner's estimate", "业内估计")
      ),
    ]
    return customs
  }

  // MARK: Measures

  private static func record(
    _ name: String,
    _ unit: String,
    _ estimate: Double?,
    _ halfWidth: Double? = nil
  ) -> MeasureRecord {
    Samples.record(name, unit, estimate, halfWidth)
  }

  /// A station or lane of a gate, all from its passes and its wait.
  static func place(_ name: String, passes: Double, wait: Double) -> [MeasureRecord] {
    [
      record("\(name).arrivals.count", "trucks", passes, 3),
      record("\(name).departures.count", "trucks", passes, 3),
      record("\(name).throughput.peak-hour", "1/h", passes / 70, 0.2),
      record("\(name).wait.mean", "s", wait, wait / 50),
      record("\(name).wait.p95", "s", wait * 3, wait / 8),
      record("\(name).queue.mean", "trucks", wait / 68, wait / 2_100),
      record("\(name).queue.max", "trucks", wait / 5, 0.3),
      record("\(name).utilisation.mean", "", wait / 200, 0.002),
    ]
  }

  static func gateMeasures(_ gate: String) -> [MeasureRecord] {
    let goods =
      place("\(gate)-in", passes: 700, wait: 44) + place("\(gate)-in.in-1", passes: 420, wait: 52)
      + place("\(gate)-in.in-2", passes: 280, wait: 30)
      + place("\(gate)-out", passes: 686, wait: 20)
      + place("\(gate)-out.out-1", passes: 400, wait: 25)
      + place("\(gate)-out.out-2", passes: 286, wait: 15)
    let lifts = ["in", "in.in-1", "in.in-2", "out", "out.out-1"].map {
      record("\(gate)-\($0).auto-lift.share", "", 0.93, 0.004)
    }
    let classes = ["in", "out"].flatMap { way in
      [
        record("\(gate)-\(way)[aeo].sojourn.count", "trucks", 140, 2),
        record("\(gate)-\(way)[general].sojourn.count", "trucks", 553, 2),
      ]
    }
    let queue = [
      record("\(gate)-in.queue-length.max", "m", 96.4, 3),
      record("\(gate)-in.over-limit.share", "", 0.0321, 0.001),
    ]
    let cars =
      place("\(gate)-cars-in", passes: 8_400, wait: 4)
      + place("\(gate)-cars-in.cars-in", passes: 8_400, wait: 4)
      + place("\(gate)-cars-out", passes: 8_379, wait: 3)
      + place("\(gate)-cars-out.cars-out", passes: 8_379, wait: 3)
    return goods + lifts + classes + queue + cars
  }

  /// Stages of two flows; the named stages of goods leave 4 % of the time to others.
  static var flowMeasures: [MeasureRecord] {
    let stages: [(String, Double)] = [
      ("papers", 0.456), ("gate-queue", 0.1), ("gate-lane", 0.15), ("manual-reply", 0.05),
      ("inspection", 0.204),
    ]
    let goods = stages.flatMap { stage, share in
      [
        record("flow.goods.stage-\(stage).mean", "s", share * 1_800, share * 60),
        record("flow.goods.stage-\(stage).share", "", share, 0.01),
      ]
    }
    let cold = [
      record("flow.cold.stage-laboratory.mean", "s", 400_000, 9_000),
      record("flow.cold.stage-laboratory.share", "", 1, 0),
      record("flow.cold.to-entered.mean", "s", 3_000, 90),
      record("flow.cold.to-entered.p95", "s", 6_500, 200),
      record("flow.cold.to-usable.mean", "s", 430_000, 9_000),
      record("flow.cold.to-usable.p95", "s", 700_000, 20_000),
      record("flow.cold.to-usable.count", "trucks", 70, 1),
    ]
    let clearance = [("goods", 1_800.0, 690.0), ("cold", 400_000, 7)].flatMap { name, mean, count in
      [
        record("flow.\(name).clearance.mean", "s", mean, mean / 40),
        record("flow.\(name).clearance.p95", "s", mean * 3, mean / 10),
        record("flow.\(name).clearance.count", "trucks", count, 2),
      ]
    }
    return goods + cold + clearance
  }

  /// Counts over the seven days that are observed.
  static var paperMeasures: [MeasureRecord] {
    let counts: [(String, Double)] = [
      ("form-passed", 1_386), ("form-refused", 14), ("mismatch-plate", 14),
      ("mismatch-weight", 27.7), ("mismatch-hold", 0), ("slip-made", 350), ("declared", 21),
      ("declared-by-hand", 2.1),
    ]
    let inspections: [(String, Double)] = [
      ("[aeo].to-inspected-hit", 1.4), ("[aeo].to-inspected-spot", 1.4),
      ("[general].to-inspected-hit", 15.8), ("[general].to-inspected-spot", 4.2),
      ("[general].to-inspected-mismatch", 2.1), (".to-inspected-hit", 17.2),
      (".to-inspected-spot", 5.6), (".to-inspected-mismatch", 2.1),
    ]
    return counts.map { record("flow.goods.\($0.0).count", "trucks", $0.1, 1) }
      + inspections.map { record("flow.goods\($0.0).count", "trucks", $0.1, 1) }
  }

  static func run(
    gates: [String] = ["main"],
    measures: [MeasureRecord]? = nil,
    warnings: [RunWarning] = [],
    papers: PapersPlan? = nil,
    more: [MeasureRecord] = []
  ) throws -> RunResult {
    let all =
      measures ?? gates.flatMap(gateMeasures) + flowMeasures + paperMeasures
      + place("yard", passes: 20, wait: 600) + place("document-office", passes: 4, wait: 90)
    let stages = [
      "", "papers", "gate queue", "gate lane", "manual reply", "inspection", "laboratory",
    ]
    return try Samples.run(
      warnings: warnings,
      measures: all + more,
      text: text(gates: gates),
      bottleneck: RunResult.Bottleneck(place: "yard", share: 0.61),
      stages: stages,
      customs: customs(gates: gates),
      papers: papers
    )
  }
}
