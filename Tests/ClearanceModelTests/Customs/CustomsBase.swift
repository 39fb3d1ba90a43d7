import ClearanceModel
import ClearanceRecords
import EventSimulation
import ScenarioFiles
import Synchronization

/// Zones in customs words, small and busy, for tests that change one thing in them.
enum CustomsBase: String, CaseIterable, Sendable {
  /// A gate with a turn-out and every technology, a yard, three credits, and cars.
  case gate
  /// Mismatches answered in the lane, no yard, no firms.
  case bare
  /// Batches of a December, declared together on its last day (Order 256, art. 25).
  case papers
  /// Animal and plant products, all of which are sampled.
  case products
  /// Movements of every kind with their papers, over the end of a year: firms of each period, lots,
  /// trucks with several documents, and every facilitation.
  case movements
  /// Goods of several classes and temperatures, all of which are tested, in two laboratories.
  case cold
  /// Every system out for some hours.
  case outages
  /// One warehouse with goods of several statuses, consolidated trucks and wrong picks.
  case byStatus
  /// Imports under every inspection mode, many of them not as the rules want them.
  case modes

  var text: String {
    switch self {
    case .gate: Self.gateText
    case .bare: Self.bareText
    case .papers: Self.papersText
    case .products: Self.productsText
    case .movements: Self.movementsText
    case .cold: Self.coldText
    case .outages: Self.outagesText
    case .byStatus: Self.byStatusText
    case .modes: Self.modesText
    }
  }

  private static let gateText = """
    scenario: everything at a gate
    starts: 2024-03-04
    runs for: 2 d
    gates:
      main:
        queue space: 60 m
        turn-out: 2
        lanes:
          - {name: in-1, way: in, serves: [declared], technology: automatic}
          - {name: in-2, way: in, serves: [not-declared, sundries], technology: contactless}
          - {name: in-3, way: in, technology: manual}
          - {name: out-1, way: out, technology: automatic}
          - {name: out-2, way: out, technology: contactless}
          - {name: cars-in, way: in, serves: [cars]}
          - {name: cars-out, way: out, serves: [cars]}
    yard: {bays: 6, crews: 3, scanner: {machines: 1}, image review: {officers: 1}}
    firms:
      a: {credit: aeo, share: 30%}
      b: {credit: general, share: 40%}
      c: {credit: dishonest, share: 30%}
    flows:
      goods:
        visits per day: 200
        vehicles: {van: 30%, truck: 30%, semi: 40%}
        papers: {declared: 55%, batch: 15%, by-status: 15%, sundries: 15%}
        empty one way: 30%
      cars: {cars per day: 200}
    assumptions:
      honest weight error: 0.02
      weight tolerance: 2%
      reply amend: 25%
      reply open: 8%
      suspicious share: 30%
      defect share: 30%

    """

  private static let bareText = """
    scenario: a gate without a yard
    starts: 2024-03-04
    runs for: 2 d
    gates:
      main: {turn-out: 0, lanes: [{name: in-1, way: in}, {name: out-1, way: out}]}
    flows:
      goods: {visits per day: 100, empty one way: 50%}
    assumptions:
      hit rate factor: 0
      spot check declared: 10%
      form fault share: 10%
      reply open: 20%
      defect share: 30%

    """

  private static let papersText = """
    scenario: batches of a December
    starts: 2024-12-20
    runs for: 13 d
    gates:
      main: {lanes: [{name: in-1, way: in}, {name: out-1, way: out}]}
    flows:
      goods: {visits per day: 60, papers: {batch: 100%}}
    policy: {consolidated declaration: monthly}
    assumptions: {different items: 300}

    """

  private static let productsText = """
    scenario: animal and plant products
    starts: 2024-03-04
    runs for: 30 d
    gates:
      main: {lanes: [{name: in-1, way: in}, {name: out-1, way: out}]}
    yard: {bays: 2}
    laboratory: {benches: 60}
    flows:
      goods: {visits per day: 10, goods: animal and plant products}
    assumptions: {sampled share: 100%, failure share: 30%}

    """

  private static let byStatusText = """
    scenario: goods by status
    starts: 2024-03-04
    runs for: 50 d
    gates:
      main: {lanes: [{name: in-1, way: in}, {name: out-1, way: out}]}
    yard: {bays: 4, crews: 2}
    firms: {a: {share: 70%, items: 3}, b: {share: 30%, items: 2}}
    flows:
      goods:
        visits per day: 30
        movements:
          in: {first-line: 30%, second-line: 10%, by-status: 30%, empty: 30%}
          out: {by-status: 20%, consolidated-abroad: 30%, consolidated-inland: 30%, empty: 20%}
    assumptions: {stocktake every: 15 d, spot check by-status: 3%}

    """

  private static let modesText = """
    scenario: every inspection mode
    starts: 2024-03-04
    runs for: 14 d
    gates:
      main: {turn-out: 3, lanes: [{name: in-1, way: in}, {name: in-2, way: in}, {name: out-1, way: out}]}
    yard: {bays: 12, crews: 8, scanner: {machines: 2}, image review: {officers: 2}}
    samplers: {teams: 4}
    laboratory: {benches: 200}
    goods:
      food: {non-compliant share: 30%}
      animal and plant products: {non-compliant share: 30%}
      general: {non-compliant share: 30%}
      textiles: {non-compliant share: 30%}
    firms:
      a: {credit: aeo, share: 30%}
      b: {credit: general, share: 70%}
    flows:
      imports:
        visits per day: 16
        goods: {food: 45%, animal and plant products: 40%, general: 15%}
        empty one way: 0%
      transit: {visits per day: 3, goods: machinery, leaves for: abroad, empty one way: 0%}
      native: {visits per day: 4, goods: textiles, papers: by-status, empty one way: 0%}
    policy:
      inspection modes:
        - {goods: food, mode: sample then release, share: 60%}
        - {goods: food, mode: inspect at final place, share: 50%}
        - {goods: food, mode: inspect at port}
        - {goods: animal and plant products, mode: enter first test later, share: 40%}
        - {goods: animal and plant products, mode: inspect in zone, share: 50%}
        - {goods: general, mode: image first}
        - {goods: machinery, mode: exempt on re-exit}
        - {goods: textiles, mode: spot checks}
    assumptions:
      hit rate general: 30%
      hit rate aeo: 30%
      sampled share: 80%
      test time: uniform(1 d, 2 d)
      time between units: 6 h
      spot check by-status: 30%
      manual review share: 30%

    """

  private static let movementsText = """
    scenario: papers of every kind
    starts: 2024-12-20
    runs for: 14 d
    gates:
      main: {lanes: [{name: in-1, way: in}, {name: out-1, way: out}]}
    yard: {bays: 4, crews: 2}
    document office: {officers: 2}
    firms:
      a: {credit: aeo, business: manufacturing, share: 40%, goods: auto-parts, declares: monthly, items: 9}
      b: {share: 40%, goods: {machinery: 50%, food: 50%}, declares: quarterly, items: 6}
      c: {share: 20%, declares: per shipment, aggregated tax payment: yes}
    flows:
      goods:
        visits per day: 40
        vehicles: {van: 30%, truck: 40%, semi: 30%}
        documents per truck: discrete(1 = 80%, 2 = 20%)
        movements:
          in: {first-line: 20%, enter-first: 10%, second-line: 20%, batch: 20%, by-status: 10%, sundries: 10%, empty: 10%}
          out: {first-line: 20%, second-line: 20%, batch: 25%, by-status: 10%, sundries: 5%, empty: 20%}
      lots:
        visits per day: 6
        trucks per declaration: 3
        movements: {in: {first-line: 50%, batch: 50%}, out: {second-line: 50%, batch: 50%}}
    policy:
      advance declaration: 50%
      two-step: {share: 40%}
      four-self-one-simplification: 50%
      tariff election: on
      guarantee waiver: off
      entrusted processing: {path: released machines}
    assumptions: {hit rate general: 30%, hit rate aeo: 10%}

    """
}

extension CustomsBase {
  private static let coldText = """
    scenario: goods of several temperatures
    starts: 2024-03-04
    runs for: 30 d
    designated sites: [meat, grain, fruit, chilled seafood]
    gates:
      main: {lanes: [{name: in-1, way: in}, {name: out-1, way: out}]}
    yard: {bays: 2}
    laboratories:
      near: {benches: 30, tests: [food, fruit, grain]}
      far: {benches: 30, transport: "uniform(3 h, 5 h)"}
    warehouses:
      supervised: {places: 60}
      supervised chilled: {places: 30}
      supervised frozen: {places: 30}
      quarantine: {places: 2}
    flows:
      food: {visits per day: 2, goods: food, procedure: enter first test later}
      fruit: {visits per day: 2, goods: fruit, procedure: enter first test later}
      grain: {visits per day: 2, goods: grain, procedure: enter first test later}
      meat: {visits per day: 3, goods: meat, procedure: enter first test later}
      seafood: {visits per day: 5, goods: chilled seafood, procedure: enter first test later, urgent: 20%}
    assumptions: {sampled share: 100%, failure share: 30%, cold budget: 5}

    """

  fileprivate static let outagesText = """
    scenario: everything is out once
    starts: 2024-03-04
    runs for: 2 d
    gates:
      main:
        lanes:
          - {name: in-1, way: in}
          - {name: out-1, way: out}
          - {name: cars-in, way: in, serves: [cars]}
          - {name: cars-out, way: out, serves: [cars]}
    flows:
      goods: {visits per day: 150, papers: {declared: 60%, batch: 20%, sundries: 20%}}
      cars: {cars per day: 100}
    outages:
      single window: {at: [09:00], lasts: 2 h, fallback: manual pass}
      power: {at: 2024-03-04 12:00, lasts: 30 min}
      network: {at: mon-fri 10:00, lasts: 1 h}
      recognition: {at: 14:00, lasts: 2 h}
      scale: {at: 08:00, lasts: 3 h, fallback: weigh aside}
    assumptions: {hit rate factor: 0}

    """

  private static let known = Mutex<[String: CustomsOutcome]>([:])

  /// What comes of the zone with some overrides; worked out once.
  func outcome(_ overrides: [String] = []) throws -> CustomsOutcome {
    let key = ([rawValue] + overrides).joined(separator: "\n")
    if let outcome = Self.known.withLock({ $0[key] }) { return outcome }
    let loaded = try LoadedScenario.parse(text, file: "zone.yaml", overrides: overrides)
    let outcome = try CustomsOutcome(loaded)
    Self.known.withLock { $0[key] = outcome }
    return outcome
  }
}

/// What a customs scenario led to: its events and its measures.
struct CustomsOutcome: Sendable {
  let fingerprint: Fingerprint
  let values: [String: Double]

  /// One replication of a scenario.
  init(_ loaded: LoadedScenario) throws {
    let log = ReplicationLog(loaded.plan, seed: loaded.scenario.seed, recording: .summary)
    fingerprint = log.statistics.fingerprint
    let catalogue = MeasureCatalogue(plan: loaded.plan)
    var values: [String: Double] = [:]
    let found = MeasureValues(catalogue, of: log.statistics).values
    for (measure, value) in zip(catalogue.measures, found) { values[measure.name] = value }
    self.values = values
  }

  /// Whether two runs cannot be told apart.
  func isSame(as other: CustomsOutcome) -> Bool {
    fingerprint == other.fingerprint && values == other.values
  }
}
