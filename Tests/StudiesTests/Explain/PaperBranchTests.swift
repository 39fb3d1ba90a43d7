import ClearanceModel
import ClearanceRecords
import EventSimulation
import Testing

@testable import Studies

/// What papers cost a truck, worked out from rows made by hand; times in minutes.
@Suite("Paper branch")
struct PaperBranchTests {
  private static let names = RunNames(
    places: [
      .init(name: "gate"), .init(name: "document-office"), .init(name: "gate.a", station: 0),
    ],
    flows: ["goods"],
    classes: [""],
    steps: [
      "visit(way=in)/use wait for papers/1/wait/1", "first line in/serve/document-office/1",
      "visit(way=in)/serve/gate/1", "first line in/wait/1", "first line in/delay/1",
    ],
    attributes: [
      .init(name: "list", words: ["draft", "declared", "approved"], isDocument: true),
      .init(
        name: "declaration",
        words: [
          "draft", "submitted", "manual review", "inspection ordered", "inspected", "tax pending",
          "released",
        ],
        isDocument: true
      ),
      .init(
        name: "business application",
        words: ["draft", "filed", "approved"],
        isDocument: true
      ),
    ],
    papers: RunNames.Papers(
      firms: ["parts-a"],
      items: [],
      movements: MovementKind.allCases.map { .init(name: $0.word, isIn: $0.isIn) },
      statuses: CustomsStatus.allCases.map(\.word),
      phases: ConsignmentPhase.allCases.map(\.word),
      refusals: Refusal.allCases.map(\.word),
      months: [.zero]
    )
  )

  private var rows = RecordBatch(replication: 1)
  private var lots = RecordBatch(replication: 1)

  init() {
    rows.trucks = [
      TruckRow(
        number: 5,
        flow: 0,
        classIndex: 0,
        outcome: .completed,
        arrivedAt: .zero,
        clearedAt: .minutes(200),
        leftAt: .minutes(300)
      )
    ]
  }

  private func lot(
    _ number: UInt32,
    _ kind: MovementKind,
    truck: UInt32 = 5,
    trucks: UInt32 = 1,
    refusal: Refusal = .none,
    opened: Int64 = 0,
    approved: Int64? = nil,
    submitted: Int64? = nil,
    released: Int64? = nil,
    passed: Int64? = nil,
    batch: UInt32 = noBatch,
    slips: UInt32 = 0
  ) -> ConsignmentRow {
    func time(_ minute: Int64?) -> SimulatedTime { minute.map { .minutes($0) } ?? .never }
    return ConsignmentRow(
      number: number,
      head: number,
      firm: 0,
      flow: 0,
      truck: slips > 0 ? 0 : truck,
      trucks: trucks,
      trucksPassed: 0,
      batch: batch,
      goods: .init(
        movement: kind.rawValue,
        status: kind.status.rawValue,
        phase: ConsignmentPhase.released.rawValue,
        refusal: refusal.rawValue,
        slips: slips,
        kilograms: 1_000,
        cents: 100
      ),
      times: .init(
        openedAt: time(opened),
        approvedAt: time(approved),
        submittedAt: time(submitted),
        releasedAt: time(released),
        passedAt: time(passed)
      )
    )
  }

  private static func step(
    _ name: UInt16,
    _ from: Int64,
    _ to: Int64?,
    place: UInt16 = noPlace
  ) -> StepRow {
    StepRow(
      truck: 5,
      flow: 0,
      step: name,
      place: place,
      startedAt: .minutes(from),
      endedAt: to.map { .minutes($0) } ?? .never
    )
  }

  private static func visit(_ place: UInt16, _ at: Int64, _ start: Int64) -> PassageRow {
    PassageRow(
      truck: 5,
      flow: 0,
      classIndex: 0,
      place: place,
      lane: place == 0 ? 2 : noPlace,
      outcome: .completed,
      arrivedAt: .minutes(at),
      startedAt: .minutes(start),
      endedAt: .minutes(start + 1),
      leftAt: .minutes(start + 1)
    )
  }

  private static func changes(
    companion: UInt32,
    truck: UInt32 = 5,
    _ changes: [(Int64, UInt16, UInt16)]
  ) -> [TransitionRow] {
    changes.map { minute, document, state in
      TransitionRow(
        truck: truck,
        flow: 0,
        classIndex: 0,
        companion: companion,
        document: document,
        state: state,
        at: .minutes(minute)
      )
    }
  }

  private static func companion(
    _ number: UInt32,
    truck: UInt32 = 5,
    from: Int64 = 0
  ) -> CompanionRow {
    CompanionRow(
      number: number,
      truck: truck,
      flow: 0,
      classIndex: 0,
      firstStep: 4,
      collection: noPlace,
      pile: 0,
      closing: 0,
      gathered: 0,
      startedAt: .minutes(from),
      endedAt: .minutes(200)
    )
  }

  /// List at 30, approved at 40, inspection from 60 to 100, tax from 100 to 120, then released.
  private static let course: [(Int64, UInt16, UInt16)] = [
    (30, 0, 1), (40, 0, 2), (40, 1, 1), (50, 1, 2), (60, 1, 3), (100, 1, 5), (120, 1, 6),
  ]

  private var branch: PaperBranch {
    PaperBranch(names: Self.names, rows: rows, lots: lots, end: .minutes(400), waitSteps: [0, 3])
  }

  private func minutes(_ parts: [PaperWait.Part]) -> [String] {
    parts.map { "\($0.cause.rawValue) \($0.time.seconds / 60)" }
  }

  @Test("a wait is cut into what the papers were doing")
  mutating func causes() throws {
    rows.consignments = [
      lot(1, .firstLineIn, approved: 40, submitted: 40, released: 120, passed: 150)
    ]
    rows.companions = [Self.companion(1), Self.companion(2)]
    rows.transitions = Self.changes(companion: 1, Self.course)
    rows.steps = [Self.step(0, 10, 130), Self.step(3, 0, 90), Self.step(4, 0, 30)]
    let papers = try #require(branch.papers)
    #expect(papers.papersWait == .minutes(120))
    #expect(
      minutes(papers.parts)
        == ["preparation 20.0", "office 30.0", "inspection 40.0", "tax 20.0", "other 10.0"]
    )
    #expect(papers.branch == .papers)
    #expect(branch.waits.map(\.step) == [0])
    #expect(branch.waits[0].wait.until == .minutes(130))
  }

  @Test("what the office has a companion wait for is not the truck's lane")
  mutating func lanes() throws {
    rows.consignments = [lot(1, .firstLineIn, approved: 40, submitted: 40, released: 60)]
    rows.companions = [Self.companion(1)]
    rows.steps = [
      Self.step(0, 55, 60), Self.step(1, 41, 50, place: 1), Self.step(2, 70, 100, place: 2),
    ]
    rows.passages = [Self.visit(1, 41, 49), Self.visit(0, 70, 99)]
    let papers = try #require(branch.papers)
    #expect(papers.lanesWait == .minutes(29))
    #expect(papers.papersWait == .minutes(5))
    #expect(papers.branch == .lane)
    rows.steps = []
    rows.passages = []
    #expect(branch.papers?.branch == .neither)
  }

  @Test("with several documents the slowest tells, of the crossing under way")
  mutating func slowest() {
    rows.consignments = [
      lot(1, .firstLineIn, approved: 40, submitted: 40, released: 120, passed: 150),
      lot(2, .firstLineIn, approved: 20, submitted: 20, released: 25, passed: 150),
      lot(3, .secondLineOut, approved: 160, submitted: 160, released: 190),
    ]
    rows.companions = [Self.companion(1), Self.companion(2), Self.companion(3)]
    rows.transitions =
      Self.changes(companion: 1, Self.course)
      + Self.changes(companion: 2, [(10, 0, 1), (20, 0, 2), (20, 1, 1), (25, 1, 6)])
      + Self.changes(companion: 3, [(155, 0, 1), (160, 1, 1), (170, 1, 5), (190, 1, 6)])
    rows.steps = [Self.step(0, 15, 120), Self.step(0, 165, 190)]
    #expect(
      branch.waits.map { minutes($0.wait.parts) } == [
        ["preparation 15.0", "office 30.0", "inspection 40.0", "tax 20.0"],
        ["office 5.0", "tax 20.0"],
      ]
    )
  }

  @Test("a truck of a lot waits for the papers of the first, and then for the other trucks")
  mutating func ofALot() throws {
    rows.consignments = [
      lot(1, .firstLineIn, truck: 3, trucks: 4, approved: 40, submitted: 40, released: 120)
    ]
    lots.companions = [Self.companion(1, truck: 3)]
    lots.transitions = Self.changes(companion: 1, truck: 3, Self.course)
    rows.steps = [Self.step(0, 110, 180)]
    #expect(minutes(try #require(branch.papers).parts) == ["tax 10.0", "lot 60.0"])
  }

  @Test("slips pass when they are approved; what lies in a batch says so")
  mutating func slips() throws {
    rows.consignments = [
      lot(1, .batchOut, approved: 40, batch: 9), lot(9, .batchOut, slips: 5),
    ]
    rows.steps = [Self.step(0, 30, 45)]
    let papers = try #require(branch.papers)
    #expect(minutes(papers.parts) == ["preparation 10.0", "other 5.0"])
    #expect(papers.lots.map(\.number) == [1])
    #expect(papers.lots[0].batch?.row.goods.slips == 5)
    #expect(papers.lots[0].refusal == nil)
  }

  @Test("the first slip waits for the office, which has the application, and then for the firm")
  mutating func application() throws {
    rows.consignments = [lot(1, .batchOut, approved: 40)]
    rows.companions = [Self.companion(1)]
    rows.transitions = Self.changes(companion: 1, [(0, 2, 1), (25, 2, 2), (40, 0, 2)])
    rows.steps = [Self.step(0, 10, 40)]
    #expect(minutes(try #require(branch.papers).parts) == ["preparation 15.0", "office 15.0"])
  }

  @Test("a wait to the end of the run, and a run without papers")
  mutating func ends() {
    rows.consignments = [lot(1, .firstLineIn, approved: 40)]
    rows.steps = [Self.step(0, 30, nil)]
    #expect(branch.waits[0].wait.until == nil)
    #expect(branch.waits[0].wait.time == .minutes(370))
    var names = Self.names
    names.papers = nil
    let plain = PaperBranch(names: names, rows: rows, lots: lots, end: .hours(9), waitSteps: [0])
    #expect(plain.papers == nil)
    #expect(plain.waits.isEmpty)
  }
}
