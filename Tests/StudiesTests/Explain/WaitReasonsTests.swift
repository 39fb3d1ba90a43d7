import ClearanceModel
import ClearanceRecords
import EventSimulation
import Testing

@testable import Studies

/// Why a truck waited, from visits made by hand; times in minutes.
@Suite("Wait reasons")
struct WaitReasonsTests {
  private let names = RunNames(
    places: [
      .init(name: "gate"), .init(name: "gate.l1", station: 0), .init(name: "gate.l2", station: 0),
      .init(name: "control-room"),
    ],
    flows: ["goods", "cars"],
    classes: [""],
    steps: [],
    attributes: [.init(name: "form in", words: ["draft", "at-gate", "refused"], isDocument: true)]
  )

  private func visit(
    _ truck: UInt32,
    at place: UInt16 = 0,
    lane: UInt16 = 1,
    _ times: (Int64, Int64?, Int64?)
  ) -> PassageRow {
    PassageRow(
      truck: truck,
      flow: 0,
      classIndex: 0,
      place: place,
      lane: lane,
      outcome: times.2 == nil ? .waitingAtEnd : .completed,
      arrivedAt: .minutes(times.0),
      startedAt: times.1.map(SimulatedTime.minutes) ?? .never,
      endedAt: times.2.map(SimulatedTime.minutes) ?? .never,
      leftAt: times.2.map(SimulatedTime.minutes) ?? .never
    )
  }

  private func explain(
    _ visit: PassageRow,
    among others: [PassageRow],
    servers: ServerPlan = .fixed(1),
    changes: [TransitionRow] = []
  ) -> TruckVisit {
    var rows = RecordBatch(replication: 1)
    rows.passages = others + [visit]
    rows.transitions = changes
    let all = Array(repeating: servers, count: names.places.count)
    return WaitReasons(names: names, servers: all, others: rows, end: .minutes(100)).explain(visit)
  }

  @Test("who waits and who is served when it comes")
  func ahead() {
    let found = explain(
      visit(5, (10, 20, 21)),
      among: [
        visit(1, (0, 5, 10)),  // Has left when it comes.
        visit(2, (5, 10, 14)), visit(3, (6, 14, 17)), visit(4, (7, 17, 20)),
        visit(6, (12, 21, 22)), visit(7, lane: 2, (9, 15, 16)),
      ]
    )
    #expect(found.place == "gate.l1")
    #expect(found.wait == .minutes(10))
    #expect(found.waitingAhead == 2)
    #expect(found.inServiceAhead == 1)
    #expect(found.overtakers == 0)
    #expect(found.holders.map(\.truck) == ["goods#2", "goods#3", "goods#4"])
    #expect(found.holders.map(\.time) == [.minutes(4), .minutes(3), .minutes(3)])
    #expect(found.closures.isEmpty)
  }

  @Test("who came at the same instant is ahead if it was served first")
  func sameInstant() {
    let first = visit(1, (10, 10, 12))
    let second = visit(2, (10, 12, 13))
    #expect(explain(second, among: [first]).inServiceAhead == 1)
    #expect(explain(first, among: [second]).inServiceAhead == 0)
  }

  @Test("a server that is kept after the service, as the next place is full")
  func blocked() {
    var kept = visit(5, (10, 20, 25))
    kept.endedAt = .minutes(22)
    #expect(explain(kept, among: []).blocked == .minutes(3))
    #expect(explain(visit(5, (10, 20, 25)), among: []).blocked == .zero)
    #expect(explain(visit(5, (10, nil, nil)), among: []).blocked == .zero)
  }

  @Test("what a place's plan tells of waits")
  func traits() {
    var place = PlacePlan(name: "gate", hash: 1)
    #expect(place.traits == TruckVisit.Traits())
    place.together = TogetherPlan(most: 3, isExact: true)
    #expect(place.traits == TruckVisit.Traits(company: 3))
    place.together = TogetherPlan(most: 3, isExact: false)
    place.isPreemptive = true
    #expect(place.traits == TruckVisit.Traits(interrupts: true))
    place.isPreemptive = false
    let shift = Shift(from: .zero, count: 1)
    place.servers = .shifts([shift], period: nil, onClosing: .returnToQueue)
    #expect(place.traits == TruckVisit.Traits(interrupts: true))
    place.servers = .shifts([shift], period: nil, onClosing: .finish)
    #expect(place.traits == TruckVisit.Traits())
  }

  @Test("without a wait there are no reasons")
  func noWait() {
    let found = explain(visit(5, (10, 10, 12)), among: [visit(2, (5, 6, 14))])
    #expect(found.wait == .zero)
    #expect(found.inServiceAhead == 0)
    #expect(found.holders.isEmpty)
  }

  @Test("who came later and went first")
  func overtaken() {
    let found = explain(visit(5, (10, 20, 21)), among: [visit(6, (12, 13, 20))])
    #expect(found.overtakers == 1)
    #expect(found.waitingAhead + found.inServiceAhead == 0)
    #expect(found.holders.map(\.time) == [.minutes(7)])
  }

  @Test("a wait that never ended lasts to the end of the run")
  func unfinished() {
    let found = explain(visit(5, (90, nil, nil)), among: [])
    #expect(found.wait == .minutes(10))
    #expect(found.startedAt == nil)
  }

  @Test("a held lane: where its truck was, and what became of its form")
  func held() {
    let change = TransitionRow(
      truck: 2,
      flow: 0,
      classIndex: 0,
      companion: 0,
      document: 0,
      state: 2,
      at: .minutes(18)
    )
    var other = change
    other.truck = 9
    let found = explain(
      visit(5, (10, 20, 21)),
      among: [
        visit(2, (5, 6, 20)),
        // Before the wait, then half of it in the queue of the control room, then served there.
        visit(2, at: 3, lane: noPlace, (8, 15, 18)),
        visit(9, at: 3, lane: noPlace, (8, 12, 15)),
      ],
      changes: [change, other]
    )
    #expect(found.holders.count == 1)
    let holder = found.holders[0]
    #expect(holder.time == .minutes(10))
    #expect(
      holder.elsewhere == [.init(place: "control-room", waited: .minutes(5), served: .minutes(3))]
    )
    #expect(holder.documents == [.init(name: "form in", state: "refused")])
  }

  @Test("closed until the shift begins, and again at night")
  func closed() {
    let hours = ServerPlan.shifts(
      [
        Shift(from: .zero, count: 0), Shift(from: .minutes(15), count: 2),
        Shift(from: .minutes(25), count: 0),
      ],
      period: .minutes(40),
      onClosing: .finish
    )
    let short = explain(visit(5, (10, 20, 21)), among: [], servers: hours)
    #expect(short.closures == [.init(from: .minutes(10), until: .minutes(15))])
    let long = explain(visit(5, (20, 70, 71)), among: [], servers: hours)
    #expect(
      long.closures == [
        .init(from: .minutes(25), until: .minutes(55)),
        .init(from: .minutes(65), until: .minutes(70)),
      ]
    )
    let never = explain(visit(5, (20, nil, nil)), among: [], servers: .fixed(0))
    #expect(never.closures == [.init(from: .minutes(20), until: .minutes(100))])
  }
}
