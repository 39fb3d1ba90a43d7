import ClearanceModel
import ClearanceRecords
import EventSimulation

/// Puts the rows of one truck in the order in which things happened.
struct TimeLine {
  let names: RunNames
  let rows: RecordBatch
  let reasons: WaitReasons

  /// What the steps do, by the index of their names; empty where the scenario cannot be read.
  var kinds: [StepKind?] = []
  /// What its papers cost it; nil where the run has none.
  var branch: PaperBranch?

  /// The events by time; at one instant in the order of the steps, as far as these tell.
  var events: [TruckEvent] {
    let all = stay + documents + piles + companions + visits + steps
    // What a companion does at one instant stands together.
    var first: [Moment: Double] = [:]
    for (event, order) in all where event.companion > 0 {
      let moment = Moment(companion: event.companion, at: event.at)
      first[moment] = min(first[moment] ?? .infinity, order)
    }
    return all.enumerated()
      .map { number, entry in
        let moment = Moment(companion: entry.0.companion, at: entry.0.at)
        return (event: entry.0, order: first[moment] ?? entry.1, number: number)
      }
      .sorted {
        ($0.event.at, $0.order, $0.event.companion, $0.event.what.rank, $0.number)
          < ($1.event.at, $1.order, $1.event.companion, $1.event.what.rank, $1.number)
      }
      .map(\.event)
  }

  private struct Moment: Hashable {
    var companion: UInt32
    var at: SimulatedTime
  }

  /// An event with its place in the order of steps.
  private typealias Entry = (TruckEvent, Double)

  /// Behind the steps that were over by an instant.
  private func after(_ time: SimulatedTime) -> Double {
    Double(rows.steps.lastIndex { $0.endedAt <= time } ?? -1) + 0.5
  }

  /// The indices of the steps that do something, in their order.
  private func indices(of kind: StepKind) -> [Int] {
    rows.steps.indices.filter { index in
      let name = Int(rows.steps[index].step)
      return name < kinds.count && kinds[name] == kind
    }
  }

  /// The entries of rows that come one by one with the steps of a kind.
  private func entries(
    _ events: [TruckEvent],
    of kind: StepKind
  ) -> [Entry] {
    let indices = indices(of: kind)
    return events.enumerated().map { number, event in
      (event, indices.count == events.count ? Double(indices[number]) : after(event.at) - 0.25)
    }
  }

  private var stay: [Entry] {
    guard let truck = rows.trucks.first else { return [] }
    var events: [Entry] = []
    if truck.cameAt != truck.arrivedAt {
      events.append((TruckEvent(at: truck.arrivedAt, what: .announced), -1))
    }
    if truck.cameAt != .never {
      let order = truck.cameAt == truck.arrivedAt ? -1 : after(truck.cameAt) - 0.25
      events.append((TruckEvent(at: truck.cameAt, what: .arrived), order))
    }
    if truck.clearedAt != .never {
      let mark = indices(of: .mark).first { rows.steps[$0].endedAt == truck.clearedAt }
      let order = mark.map(Double.init) ?? after(truck.clearedAt) - 0.25
      events.append((TruckEvent(at: truck.clearedAt, what: .cleared), order))
    }
    if truck.leftAt != .never {
      let isTurnedAway = truck.outcome == .turnedAway
      let end: TruckEvent.What =
        truck.outcome == .reneged ? .gaveUp : .left(turnedAway: isTurnedAway)
      let event = TruckEvent(at: truck.leftAt, what: end)
      events.append((event, .infinity))
    } else {
      events.append((TruckEvent(at: reasons.end, what: .stillInside), .infinity))
    }
    return events
  }

  /// Who takes a place at once has it before it goes on within the same instant.
  private var visits: [Entry] {
    rows.passages.map { visit in
      let seized = rows.steps.firstIndex { step in
        step.startedAt == visit.arrivedAt && step.endedAt == visit.arrivedAt
          && step.place == visit.place && visit.startedAt == visit.arrivedAt
      }
      let event = TruckEvent(at: visit.arrivedAt, what: .visit(reasons.explain(visit)))
      return (event, seized.map(Double.init) ?? after(visit.arrivedAt))
    }
  }

  /// Steps that take time at no station; those at a station are visits.
  private var steps: [Entry] {
    let waits = branch?.waits ?? []
    return rows.steps.enumerated().compactMap { index, step in
      guard step.place == noPlace, step.endedAt > step.startedAt else { return nil }
      if let wait = waits.first(where: { $0.step == index }) {
        return (TruckEvent(at: wait.from, what: .waitedForPapers(wait.wait)), after(wait.from))
      }
      let name = StepName(names.steps[Int(step.step)])
      let until = step.endedAt == .never ? nil : step.endedAt
      let event = TruckEvent(
        at: step.startedAt,
        what: .step(name: name.name, of: name.use, until: until)
      )
      return (event, after(step.startedAt))
    }
  }

  private var documents: [Entry] {
    let events = rows.transitions.map { row in
      let document = names.attributes[Int(row.document)]
      return TruckEvent(
        at: row.at,
        what: .document(name: document.name, state: document.words[Int(row.state)]),
        companion: row.companion
      )
    }
    return entries(events, of: .become)
  }

  private var piles: [Entry] {
    let events = rows.gathered.map { row in
      let closing = row.closing == .max ? nil : Int(row.closing) + 1
      let collection = names.collections[Int(row.collection)]
      return TruckEvent(at: row.at, what: .gathered(collection: collection, closing: closing))
    }
    return entries(events, of: .gather)
  }

  private var companions: [Entry] {
    rows.companions.flatMap { row in
      let procedure = StepName(names.steps[Int(row.firstStep)]).procedure
      let gathered = row.collection == noPlace ? nil : row.gathered
      let start = TruckEvent(
        at: row.startedAt,
        what: .companionStarted(procedure: procedure, gathered: gathered),
        companion: row.number
      )
      let began: Entry = (start, after(row.startedAt) - 0.25)
      guard row.endedAt != .never else { return [began] }
      let end = TruckEvent(at: row.endedAt, what: .companionEnded, companion: row.number)
      return [began, (end, after(row.endedAt))]
    }
  }
}

extension TruckEvent.What {
  /// The order of what happens to one companion, or by one step, at one instant.
  fileprivate var rank: Int {
    switch self {
    case .announced, .arrived: 0
    case .companionStarted: 1
    case .visit, .step, .waitedForPapers: 2
    case .document: 3
    case .gathered: 4
    case .cleared: 5
    case .companionEnded: 6
    case .left, .gaveUp, .stillInside: 7
    }
  }
}
