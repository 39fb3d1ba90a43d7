import ClearanceModel
import ClearanceRecords
import EventSimulation
import ScenarioFiles

/// A zone in which every time is constant, nothing goes wrong and few trucks come: what papers cost
/// can be worked out by hand.
///
/// Semi-trailers with 10 t of goods worth 5,664 USD a tonne at 7 yuan a dollar, so many a day of the
/// run as there are times in `at`, until all of `trucks` have come.
struct FlowZone {
  /// SHAREs of movements, as the text of a mapping.
  var into = "{empty: 100%}"
  var out = "{empty: 100%}"
  /// A Monday.
  var starts = "2024-03-04"
  var days = 2
  var at = "[10:00]"
  var trucks = 1
  /// Further words of the firm, the flow and the scenario.
  var firm = ""
  var flow = ""
  var scenario = ""
  /// What else differs, as `KEY=VALUE`.
  var set: [String] = []

  /// Comparison in the lane and the way until the next truck may follow [s].
  static let gate = 25.0
  /// A message and its answer [s].
  static let message = 4.0
  /// When the first truck comes to the gate [s].
  static let ten = 36_000.0
  /// What the goods of one truck are worth [US cents], [fen].
  static let cents: Int64 = 5_664_000
  static let fen: Int64 = 39_648_000
  /// Duty of 8 % on it; VAT of 13 % on both, half a fen rounded up.
  static let duty: Int64 = 3_171_840
  static let vat: Int64 = 5_566_579

  private var text: String {
    """
    scenario: one flow
    starts: \(starts)
    runs for: \(days) d
    gates:
      main: {lanes: [{name: in-1, way: in}, {name: out-1, way: out}]}
    yard: {bays: 4, crews: 4}
    document office: {officers: 4}
    firms:
      acme: {share: 100%\(firm.isEmpty ? "" : ", ")\(firm)}
    flows:
      goods:
        banks: {at: \(at), size: constant(1)}
        movements: {in: \(into), out: \(out)}
        \(flow)
    \(scenario)
    assumptions:
      automatic pass: 20 s
      registered pass: 20 s
      clearance gap: 5 s
      message delay: 4 s
      preparation time: 2 h
      slip preparation time: 15 min
      pick-up approval time: 20 min
      completion time: 5 d
      tax payment time: 4 h
      semi dwell: 2 h
      semi goods: 10 t
      weight spread: 0 kg
      honest weight error: 0.000001
      misdeclared share: 0%
      unread plate: 0%
      unread container: 0%
      form fault share: 0%
      stop order share: 0%
      form review share: 0%
      hit rate general: 0%
      hit rate aeo: 0%
      spot check declared: 0%
      spot check by-status: 0%
      spot check sundries: 0%
      spot check empty: 0%
      manual review share: 0%
      manual list review share: 0%
      declares late share: 0%
      aggregated tax share: 0%
      items a slip: 1
      counterparties: 1
      opening stock: 60 d
      domestic share of exports: 100%
      machine share: 0%
      manual unpack: 1 h
      defect share: 0%

    """
  }

  /// One replication with all its rows.
  func log() throws -> ReplicationLog {
    let loaded = try LoadedScenario.parse(text, file: "zone.yaml", overrides: set)
    var plan = loaded.plan
    for flow in plan.flows.indices { plan.flows[flow].atMost = UInt32(trucks) }
    return ReplicationLog(plan, seed: loaded.scenario.seed)
  }
}

extension ReplicationLog {
  /// The consignments in the order of their opening.
  var consignments: [ConsignmentRow] { rows.consignments.sorted { $0.number < $1.number } }

  /// When trucks were cleared and had left, after the first came to the gate [s].
  var cleared: [Double] { rows.trucks.map { $0.clearedAt.seconds - FlowZone.ten } }
  var left: [Double] { rows.trucks.map { $0.leftAt.seconds - FlowZone.ten } }

  /// The books of a status, all items together: opening, entered, left, consumed, closing [kg].
  func book(_ status: CustomsStatus) -> [Int64] {
    let cells = rows.balances.filter { $0.status == status.rawValue }
    return [
      cells.reduce(0) { $0 + $1.opening }, cells.reduce(0) { $0 + $1.entered },
      cells.reduce(0) { $0 + $1.left }, cells.reduce(0) { $0 + $1.consumed },
      cells.reduce(0) { $0 + $1.book },
    ]
  }

  /// How a truck, or a companion of it, came through the states of a document.
  func states(of document: String, companion: Bool = true) -> [String] {
    rows.transitions.compactMap { row in
      let attribute = plan.attributes[Int(row.document)]
      guard attribute.name == document, (row.companion > 0) == companion else { return nil }
      return attribute.words[Int(row.state)]
    }
  }

  /// What the papers came to.
  var papers: PaperStatistics? { statistics.papers }
}

extension ConsignmentRow {
  var kind: MovementKind? { MovementKind(rawValue: goods.movement) }
  var phase: ConsignmentPhase? { ConsignmentPhase(rawValue: goods.phase) }
  var refusal: Refusal? { Refusal(rawValue: goods.refusal) }

  /// A time after the first truck came to the gate [s]; infinite for one that never came.
  func at(_ time: KeyPath<Times, SimulatedTime>) -> Double {
    times[keyPath: time] == .never ? .infinity : times[keyPath: time].seconds - FlowZone.ten
  }
}
