import ClearanceModel
import ClearanceRecords
import EventSimulation
import ScenarioFiles

@testable import Studies

/// Scenarios and results made by hand, so that each number in a golden text has a known origin.
enum Samples {
  /// The scenario with every word that the read-back puts into sentences.
  static let zone = """
    scenario: bonded zone, main gate
    runs for: 7 days
    warm up: 12 h
    seed: 2023
    replications: 30
    classes: [aeo, ordinary]
    capacity: 400
    demand: {factor: 1.2}
    stations:
      gate:
        joins: dedicated
        lanes:
          - {name: l1, takes: [aeo]}
          - {name: l2, takes: [aeo, ordinary], servers: 2}
      documents: {servers: [{from: 0 h, count: 1}, {from: 8 h, count: 4}], repeats every: 24 h}
      查验场: {servers: 3, queue: priority, capacity: 20}
      park: {servers: unlimited}
    arrivals:
      trucks:
        profile: {per h: [10, 40, 70], step: 8 h, repeats: yes}
        class: {aeo: 30%, ordinary: 70%}
        procedure: pass
      convoy:
        every: uniform(30 min, 90 min)
        batch: discrete(2 = 50%, 6 = 50%)
        at most: 1200
        class: ordinary
        procedure: pass
      early:
        at: [0 s, 90 s, 5 min]
        class: aeo
        procedure: nothing
    starts with: {trucks: 5}
    procedures:
      pass:
        - serve at: gate
          for: lognormal(mean = 45 s, sd = 15 s)
        - name: review
          serve at: documents
          for: exponential(2 min)
        - choose:
            - when: class = aeo and queue at 查验场 > 5 or time of day >= 18:00
              go to: release
            - otherwise:
                - seize: {查验场: 2}
                - choose:
                    - share: 15%
                      do:
                        - delay for: triangular(10 min, 30 min, 2 h)
                      go to: review
                - release: 查验场
        - name: release
          mark: cleared
        - serve at: park
          for: exponential(1.5 h)
      nothing: []
    """

  static func loaded(_ text: String = zone) throws -> LoadedScenario {
    try LoadedScenario.parse(text, file: "zone.yaml")
  }

  static func check(warnings: [RunWarning] = []) throws -> CheckResult {
    let loaded = try loaded()
    return CheckResult(
      scenario: loaded.scenario,
      plan: loaded.plan,
      loads: [
        load("gate", 53.25, 45, 3, 0.221875),
        load("documents", 60.4, 120, 3, 0.671111),
        load("查验场", 41.2, 378, 3, 1.4420, isHeld: true),
        load("park", 52.9, 5400, nil, nil),
      ],
      warnings: warnings
    )
  }

  static func load(
    _ place: String,
    _ visits: Double,
    _ service: Double,
    _ servers: Double?,
    _ load: Double?,
    isHeld: Bool = false
  ) -> OfferedLoad {
    OfferedLoad(
      place: place,
      visitsPerHour: visits,
      serviceSeconds: service,
      servers: servers,
      load: load,
      isHeld: isHeld
    )
  }

  static func record(
    _ name: String,
    _ unit: String,
    _ estimate: Double?,
    _ halfWidth: Double?,
    pooled: Bool = false
  ) -> MeasureRecord {
    MeasureRecord(
      name: name,
      unit: unit,
      estimate: estimate,
      halfWidth: halfWidth,
      confidence: 0.95,
      replications: 30,
      pooled: pooled
    )
  }

  /// The measures of a place that the summary shows, all from its mean wait.
  static func place(_ name: String, wait: Double, use: Double?) -> [MeasureRecord] {
    let measures = [
      record("\(name).arrivals.count", "trucks", 8_340.5, 41),
      record("\(name).wait.mean", "s", wait, wait * 0.031),
      record("\(name).wait.p95", "s", wait * 3.2, wait * 0.21),
      record("\(name).wait.peak-hour-p95", "s", wait * 4, wait * 0.4),
      record("\(name).wait.max", "s", wait * 9, wait),
      record("\(name).queue.mean", "trucks", wait / 68, wait / 2_100),
    ]
    return measures + (use.map { [record("\(name).utilisation.mean", "", $0, 0.004)] } ?? [])
  }

  static func flow(_ name: String, clearance: Double, lost: Double) -> [MeasureRecord] {
    [
      record("flow.\(name).arrivals.count", "trucks", 6_000, 22),
      record("flow.\(name).clearance.mean", "s", clearance, clearance * 0.012),
      record("flow.\(name).clearance.p95", "s", clearance * 2.9, clearance * 0.08),
      record("flow.\(name).lost.share", "", lost, lost / 5),
    ]
  }

  static var measures: [MeasureRecord] {
    place("gate", wait: 41.237, use: 0.2218) + place("gate.l1", wait: 12.5, use: 0.1)
      + place("gate.l2", wait: 56.1, use: 0.281) + place("documents", wait: 190.4, use: 0.6712)
      + place("查验场", wait: 9_310, use: 0.9931) + place("park", wait: 0, use: nil)
      + flow("trucks", clearance: 4_302, lost: 0.0123) + flow("convoy", clearance: 9_911, lost: 0)
      + flow("early", clearance: 0, lost: 0)
  }

  static func run(
    isComplete: Bool = true,
    replications: Int = 30,
    warnings: [RunWarning] = [],
    measures: [MeasureRecord] = Samples.measures,
    text: String = zone,
    bottleneck: RunResult.Bottleneck? = RunResult.Bottleneck(place: "查验场", share: 0.9321),
    stages: [String] = [],
    customs: CustomsScenario? = nil,
    papers: PapersPlan? = nil
  ) throws -> RunResult {
    var loaded = try loaded(text)
    if !stages.isEmpty { loaded.plan.stages = stages }
    loaded.plan.papers = papers
    var fingerprint = Fingerprint()
    fingerprint.combine(time: .seconds(1), kind: 1, entity: 2, place: 3)
    return RunResult(
      scenario: loaded.scenario,
      plan: loaded.plan,
      isComplete: isComplete,
      database: "zone.sqlite",
      run: 3,
      replications: replications,
      events: 1_234_567,
      trucks: 261_019,
      fingerprint: fingerprint,
      wallSeconds: 0.42,
      measures: measures.sorted { $0.name < $1.name },
      bottleneck: bottleneck,
      warnings: warnings,
      customs: customs
    )
  }

  static let warnings: [RunWarning] = [
    .unstable(place: "查验场", load: 1.442), .wideInterval(measure: "gate.wait.mean", relative: 0.213),
    .noInterval, .stillInside(trucks: 12.25, share: 0.0461), .stuck(replications: 2),
    .deadlock(replications: 2, stations: ["gate", "yard"]),
  ]
}
