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

  var text: String {
    switch self {
    case .gate: Self.gateText
    case .bare: Self.bareText
    case .papers: Self.papersText
    case .products: Self.productsText
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
}

extension CustomsBase {
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
