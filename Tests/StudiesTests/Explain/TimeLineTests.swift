import ClearanceModel
import ClearanceRecords
import EventSimulation
import Testing

@testable import Studies

/// The order of what happens to a truck, above all at one instant.
@Suite("Time line")
struct TimeLineTests {
  @Test(
    "the parts of a step's name",
    arguments: [
      ("pass/gate", "pass", nil, "gate"), ("pass/delay/3", "pass", nil, "delay"),
      ("visit(gate=main, of=a/b)/use pass gate/1/queue", "visit", "pass gate", "queue"),
      ("visit/use leave/1/use pass gate/2/delay/1", "visit", "pass gate", "delay"),
      ("declare(hit factor=0.3)/serve/1", "declare", nil, "serve"),
    ]
  )
  func names(full: String, procedure: String, use: String?, name: String) {
    let parts = StepName(full)
    #expect(parts.procedure == procedure)
    #expect(parts.use == use)
    #expect(parts.name == name)
  }

  /// A form is applied for, a lane seized at once, the form is at the gate, a companion declares,
  /// and all of it within the first instant.
  @Test("at one instant things stand in the order of the steps")
  func order() {
    let names = RunNames(
      places: [.init(name: "gate")],
      flows: ["goods"],
      classes: [""],
      steps: ["p/set/1", "p/seize/gate/1", "p/set/2", "p/delay/1", "d/set/1", "p/cleared"],
      attributes: [
        .init(name: "form", words: ["draft", "applied", "at-gate"], isDocument: true),
        .init(name: "declaration", words: ["draft", "submitted"], isDocument: true),
      ]
    )
    var rows = RecordBatch(replication: 1)
    func step(_ name: UInt16, _ from: Int64, _ to: Int64, place: UInt16 = noPlace) {
      rows.steps.append(
        StepRow(
          truck: 1,
          flow: 0,
          step: name,
          place: place,
          startedAt: .minutes(from),
          endedAt: .minutes(to)
        )
      )
    }
    func change(_ document: UInt16, _ state: UInt16, companion: UInt32 = 0) {
      rows.transitions.append(
        TransitionRow(
          truck: 1,
          flow: 0,
          classIndex: 0,
          companion: companion,
          document: document,
          state: state,
          at: .minutes(5)
        )
      )
    }
    step(0, 5, 5)
    change(0, 1)
    step(1, 5, 5, place: 0)
    step(2, 5, 5)
    change(0, 2)
    step(4, 5, 5)
    change(1, 1, companion: 1)
    step(3, 5, 9)
    step(5, 9, 9)
    rows.companions = [
      CompanionRow(
        number: 1,
        truck: 1,
        flow: 0,
        classIndex: 0,
        firstStep: 4,
        collection: noPlace,
        pile: 0,
        closing: 0,
        gathered: 0,
        startedAt: .minutes(5),
        endedAt: .minutes(5)
      )
    ]
    rows.passages = [
      PassageRow(
        truck: 1,
        flow: 0,
        classIndex: 0,
        place: 0,
        lane: noPlace,
        outcome: .completed,
        arrivedAt: .minutes(5),
        startedAt: .minutes(5),
        endedAt: .minutes(9),
        leftAt: .minutes(9)
      )
    ]
    rows.trucks = [
      TruckRow(
        number: 1,
        flow: 0,
        classIndex: 0,
        outcome: .completed,
        arrivedAt: .minutes(5),
        clearedAt: .minutes(9),
        leftAt: .minutes(9)
      )
    ]
    let reasons = WaitReasons(names: names, servers: [], others: rows, end: .hours(1))
    let kinds: [StepKind?] = [.become, .seize, .become, .delay, .become, .mark]
    let line = TimeLine(names: names, rows: rows, reasons: reasons, kinds: kinds)
    #expect(
      line.events.map(word) == [
        "arrived", "applied", "visit", "at-gate", "began 1", "submitted", "ended 1", "delay",
        "cleared", "left",
      ]
    )
    // Without the plan nobody knows which steps change documents; all the same nothing is lost.
    let bare = TimeLine(names: names, rows: rows, reasons: reasons)
    #expect(bare.events.map(word).sorted() == line.events.map(word).sorted())
    #expect(bare.events.first?.what == .arrived)
  }

  /// A truck that is announced at 5 min comes at 8 min, or never.
  @Test("who was announced comes later", arguments: [8, nil])
  func announced(minute: Int64?) {
    let names = RunNames(places: [], flows: ["goods"], classes: [""], steps: [])
    var rows = RecordBatch(replication: 1)
    rows.trucks = [
      TruckRow(
        number: 1,
        flow: 0,
        classIndex: 0,
        outcome: .insideAtEnd,
        arrivedAt: .minutes(5),
        clearedAt: .never,
        leftAt: .never,
        cameAt: minute.map { .minutes($0) } ?? .never
      )
    ]
    let reasons = WaitReasons(names: names, servers: [], others: rows, end: .hours(1))
    let events = TimeLine(names: names, rows: rows, reasons: reasons).events
    let came = minute == nil ? [] : ["arrived"]
    #expect(events.map(word) == ["announced"] + came + ["inside"])
    #expect(events.map(\.at.seconds) == [300] + (minute == nil ? [] : [480]) + [3600])
  }

  private func word(_ event: TruckEvent) -> String {
    switch event.what {
    case .announced: "announced"
    case .arrived: "arrived"
    case .visit: "visit"
    case .step(let name, _, _): name
    case .waitedForPapers: "papers"
    case .document(_, let state): state
    case .gathered: "gathered"
    case .companionStarted: "began \(event.companion)"
    case .companionEnded: "ended \(event.companion)"
    case .cleared: "cleared"
    case .left: "left"
    case .gaveUp: "gave up"
    case .stillInside: "inside"
    }
  }
}
