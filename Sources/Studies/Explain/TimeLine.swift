import ClearanceRecords
import EventSimulation

/// Puts the rows of one truck in the order in which things happened.
struct TimeLine {
  let names: RunNames
  let rows: RecordBatch
  let reasons: WaitReasons

  /// The events; at one instant documents come before the place that the truck goes to next.
  var events: [TruckEvent] {
    let all = stay + documents + piles + companions + visits + steps
    return all.enumerated()
      .sorted { left, right in
        (left.element.at, left.element.what.rank, left.offset)
          < (right.element.at, right.element.what.rank, right.offset)
      }
      .map(\.element)
  }

  private var stay: [TruckEvent] {
    guard let truck = rows.trucks.first else { return [] }
    var events = [TruckEvent(at: truck.arrivedAt, what: .arrived)]
    if truck.clearedAt != .never { events.append(TruckEvent(at: truck.clearedAt, what: .cleared)) }
    if truck.leftAt != .never {
      let isTurnedAway = truck.outcome == .turnedAway
      events.append(TruckEvent(at: truck.leftAt, what: .left(turnedAway: isTurnedAway)))
    } else {
      events.append(TruckEvent(at: reasons.end, what: .stillInside))
    }
    return events
  }

  private var visits: [TruckEvent] {
    rows.passages.map { TruckEvent(at: $0.arrivedAt, what: .visit(reasons.explain($0))) }
  }

  /// Steps that take time at no station; those at a station are visits.
  private var steps: [TruckEvent] {
    rows.steps.compactMap { step in
      guard step.place == noPlace, step.endedAt > step.startedAt else { return nil }
      let name = String(names.steps[Int(step.step)].drop { $0 != "/" }.dropFirst())
      let until = step.endedAt == .never ? nil : step.endedAt
      return TruckEvent(at: step.startedAt, what: .step(name: name, until: until))
    }
  }

  private var documents: [TruckEvent] {
    rows.transitions.map { row in
      let document = names.attributes[Int(row.document)]
      return TruckEvent(
        at: row.at,
        what: .document(name: document.name, state: document.words[Int(row.state)]),
        companion: row.companion
      )
    }
  }

  private var piles: [TruckEvent] {
    rows.gathered.map { row in
      let closing = row.closing == .max ? nil : Int(row.closing) + 1
      let collection = names.collections[Int(row.collection)]
      return TruckEvent(at: row.at, what: .gathered(collection: collection, closing: closing))
    }
  }

  private var companions: [TruckEvent] {
    rows.companions.flatMap { row in
      let procedure = String(names.steps[Int(row.firstStep)].prefix { $0 != "/" })
      let gathered = row.collection == noPlace ? nil : row.gathered
      let start = TruckEvent(
        at: row.startedAt,
        what: .companionStarted(procedure: procedure, gathered: gathered),
        companion: row.number
      )
      guard row.endedAt != .never else { return [start] }
      return [start, TruckEvent(at: row.endedAt, what: .companionEnded, companion: row.number)]
    }
  }
}

extension TruckEvent.What {
  /// The order of what happens at one instant.
  fileprivate var rank: Int {
    switch self {
    case .arrived: 0
    case .document: 1
    case .gathered: 2
    case .companionStarted: 3
    case .cleared: 4
    case .step, .visit: 5
    case .companionEnded: 6
    case .left, .stillInside: 7
    }
  }
}
