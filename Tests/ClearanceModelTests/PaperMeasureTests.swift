import ClearanceRecords
import EventSimulation
import ScenarioFiles
import Testing

@testable import ClearanceModel

/// Measures of papers, from statistics made by hand.
@Suite struct PaperMeasureTests {
  private static let text = """
    scenario: an office
    runs for: 4 d
    stations: {office: {servers: 1}}
    arrivals: {t: {at: [1 h, 2 h, 25 h, 26 h, 27 h, 49 h], procedure: p}}
    procedures:
      p:
        - serve at: office
          for: 10 min
        - count: declared
          at: office
    """

  /// Two firms; half of ten days with 3 open batches, then 1.
  private static let statistics: PaperStatistics = {
    var counts = Array(
      repeating: PaperStatistics.Counts(),
      count: 2 * MovementKind.allCases.count
    )
    counts[Int(MovementKind.batchOut.rawValue)].refusedGuarantee = 4
    counts[MovementKind.allCases.count + 1].refusedGuarantee = 3
    counts[MovementKind.allCases.count + 1].refusedBook = 2
    counts[0].refusedBlocked = 1
    counts[1].refusedCredit = 5
    var totals = PaperStatistics.Totals()
    totals.slips = 900
    totals.declarations = 250
    totals.declarationsPerShipment = 1_000
    totals.lateDeclarations = 6
    totals.lateFees = 12_345
    totals.arrears = 100
    totals.dutyAssessed = 1_000_050
    totals.vatAssessed = 7
    let day = Int128(86_400_000_000)
    var statistics = PaperStatistics(
      counts: counts,
      firmTotals: [.init(), .init()],
      totals: totals,
      firmLevels: [],
      levels: .init(
        openBatches: .init(area: 5 * day * 3 + 5 * day, maximum: 3, final: 1),
        exposedDuty: .init(area: 10 * day * 2_000_00, maximum: 5_000_00, final: 0),
        guaranteeInUse: .init(area: 10 * day * 150_00, maximum: 400_01, final: 0)
      ),
      observed: .days(10)
    )
    statistics.books = BookTotals([
      row(opening: 1_000, entered: 500, left: 200, consumed: 100, openIn: 7, openOut: 50),
      row(opening: 500, entered: 0, left: 0, consumed: 0, openIn: 0, openOut: 0),
    ])
    return statistics
  }()

  private static func row(
    opening: Int64,
    entered: Int64,
    left: Int64,
    consumed: Int64,
    openIn: Int64,
    openOut: Int64
  ) -> BalanceRow {
    BalanceRow(
      item: 0,
      status: 0,
      opening: opening,
      entered: entered,
      left: left,
      consumed: consumed,
      book: opening + entered - left - consumed,
      provisionalIn: 0,
      provisionalOut: 0,
      openIn: openIn,
      openOut: openOut
    )
  }

  private static let expected: [(name: String, unit: String, value: Double)] = [
    ("declarations.count", "declarations", 250),
    ("declarations-per-shipment.count", "declarations", 1_000),
    ("declarations-saved.count", "declarations", 750), ("declarations-saved.share", "", 0.75),
    ("late-declarations.count", "declarations", 6), ("slips.count", "forms", 900),
    ("refused-book.count", "forms", 2), ("refused-guarantee.count", "forms", 7),
    ("refused-blocked.count", "forms", 1), ("refused-credit.count", "forms", 5),
    ("open-batches.mean", "batches", 2), ("open-batches.max", "batches", 3),
    ("exposed-duty.mean", "yuan", 2_000), ("exposed-duty.max", "yuan", 5_000),
    ("guarantee-in-use.mean", "yuan", 150), ("guarantee-in-use.max", "yuan", 400.01),
    ("deferred-duty.sum", "yuan·d", 20_000), ("late-fees.sum", "yuan", 123.45),
    ("arrears.sum", "yuan", 1), ("duty.sum", "yuan", 10_000.5), ("vat.sum", "yuan", 0.07),
    ("book-opening.sum", "t", 1.5), ("book-entered.sum", "t", 0.5), ("book-left.sum", "t", 0.2),
    ("book-consumed.sum", "t", 0.1), ("book-closing.sum", "t", 1.7),
    ("left-undeclared.sum", "t", 0.05), ("entered-undeclared.sum", "t", 0.007),
  ]

  @Test func valuesAndUnits() throws {
    var log = try ReplicationLog(Self.text)
    var plan = log.plan
    plan.papers = PapersPlan(firms: [], items: [])
    log.statistics.papers = Self.statistics
    let catalogue = MeasureCatalogue(plan: plan)
    let values = MeasureValues(catalogue, of: log.statistics).values
    let found = zip(catalogue.measures, values).filter { pair in
      if case .papers = pair.0.quantity { true } else { false }
    }
    #expect(found.map(\.0.name) == Self.expected.map { "zone.\($0.name)" })
    #expect(found.map(\.0.unit) == Self.expected.map(\.unit))
    #expect(found.map(\.1) == Self.expected.map(\.value))
    // Each can be asked for by its name.
    let names = found.map(\.0.name)
    #expect(try MeasureCatalogue(plan: plan, names: names).measures.map(\.name) == names)
  }

  /// A plan without papers has the measures that it always had.
  @Test func onlyWithPapers() throws {
    let log = try ReplicationLog(Self.text)
    let names = MeasureCatalogue(plan: log.plan).measures.map(\.name)
    #expect(!names.contains { $0.contains("duty") || $0.hasSuffix(".peak-day") })
    #expect(throws: MeasureCatalogue.UnknownMeasures.self) {
      try MeasureCatalogue(plan: log.plan, names: ["zone.duty.sum"])
    }
    var plan = log.plan
    plan.papers = PapersPlan(firms: [], items: [])
    let more = MeasureCatalogue(plan: plan).measures.map(\.name)
    #expect(more.filter { $0.hasSuffix(".peak-day") } == ["office.declared.peak-day"])
  }

  /// Nothing was observed: no mean, and no share of no declarations.
  @Test func undefinedValues() throws {
    var log = try ReplicationLog(Self.text)
    var statistics = Self.statistics
    statistics.observed = .zero
    statistics.levels.openBatches.area = 0
    statistics.totals.declarationsPerShipment = 0
    statistics.totals.declarations = 0
    log.statistics.papers = statistics
    var plan = log.plan
    plan.papers = PapersPlan(firms: [], items: [])
    let names = ["zone.open-batches.mean", "zone.declarations-saved.share", "zone.slips.count"]
    let catalogue = try MeasureCatalogue(plan: plan, names: names)
    #expect(MeasureValues(catalogue, of: log.statistics).values == [nil, nil, 900])
  }

  /// Two, three and one declarations on three days; a warm-up of 26 h leaves two of the three.
  @Test(arguments: [("0 s", 3.0), ("26 h", 2), ("48 h", 1), ("3 d", 0)])
  func theBusiestDay(warmUp: String, count: Double) throws {
    let log = try ReplicationLog(Self.text, set: ["warm up=\(warmUp)"])
    #expect(try log.value("office.declared.peak-day") == count)
  }

  /// The busiest day is that of each lane, and of the station together.
  @Test func lanesHaveDaysOfTheirOwn() throws {
    let log = try ReplicationLog(
      """
      scenario: lanes by day
      runs for: 3 d
      attributes: {vehicle: [van, semi]}
      stations:
        gate:
          joins: dedicated
          lanes: [{name: a, takes: {vehicle: [van]}}, {name: b, takes: {vehicle: [semi]}}]
      arrivals:
        v: {at: [1 h, 2 h, 3 h, 30 h], attributes: {vehicle: van}, procedure: p}
        s: {at: [31 h, 32 h, 33 h], attributes: {vehicle: semi}, procedure: p}
      procedures:
        p:
          - seize: gate
          - delay for: 10 s
          - count: lifted
            at: gate
          - release: gate
      """
    )
    #expect(try log.value("gate.a.lifted.peak-day") == 3)
    #expect(try log.value("gate.b.lifted.peak-day") == 3)
    #expect(try log.value("gate.lifted.peak-day") == 4)
    #expect(throws: MeasureCatalogue.UnknownMeasures.self) {
      try log.value("flow.v.lifted.peak-day")
    }
  }
}
