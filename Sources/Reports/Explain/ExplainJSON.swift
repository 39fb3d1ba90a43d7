import ClearanceRecords
import EventSimulation
import Studies

/// One truck's story as one JSON object for other programs; times in seconds from the start.
public enum ExplainJSON {
  /// The object, with the version of the program.
  public static func text(_ result: ExplainResult, version: String) -> String {
    var object: [(key: String, value: JSONValue)] = [
      ("scenario", .string(result.scenario)),
      ("version", .string(version)),
      ("database", .string(result.database)),
      ("run", .integer(result.run)),
      ("replication", .integer(Int64(result.replication))),
      ("source", .string(result.source == .recorded ? "recorded" : "simulated again")),
      ("fingerprint", .string(result.fingerprint)),
      ("startsOn", JSONValue(result.startsOn)),
      ("truck", .string(result.truck)),
      ("class", .string(result.className)),
      ("outcome", .string("\(result.stay.outcome.word)")),
      ("arrivedAt", time(result.stay.arrivedAt)),
      ("clearedAt", time(result.stay.clearedAt)),
      ("leftAt", time(result.stay.leftAt)),
      (
        "waits",
        .array(
          result.waits.map { wait in
            .object([("place", .string(wait.place)), ("seconds", .number(wait.time.seconds))])
          }
        )
      ),
      ("events", .array(result.events.map(event))),
    ]
    if let papers = result.papers { object.append(("papers", self.papers(papers))) }
    return JSONValue.object(object).text
  }

  static func time(_ time: SimulatedTime?) -> JSONValue {
    guard let time, time != .never else { return .null }
    return .number(time.seconds)
  }

  private static func event(_ event: TruckEvent) -> JSONValue {
    var fields: [(key: String, value: JSONValue)] = [("at", time(event.at))]
    fields += self.fields(event.what)
    if event.companion > 0 { fields.append(("companion", .integer(Int64(event.companion)))) }
    return .object(fields)
  }

  private static func fields(_ what: TruckEvent.What) -> [(key: String, value: JSONValue)] {
    switch what {
    case .announced: return [("event", .string("announced"))]
    case .arrived: return [("event", .string("arrived"))]
    case .visit(let visit): return [("event", .string("visit"))] + fields(visit)
    case .step(let name, let procedure, let until):
      return [
        ("event", .string("step")), ("step", .string(name)), ("of", JSONValue(procedure)),
        ("until", time(until)),
      ]
    case .waitedForPapers(let wait):
      return [
        ("event", .string("waited for papers")), ("until", time(wait.until)),
        ("seconds", .number(wait.time.seconds)), ("for", parts(wait.parts)),
      ]
    case .document(let name, let state):
      return [
        ("event", .string("document")), ("document", .string(name)), ("state", .string(state)),
      ]
    case .gathered(let collection, let closing):
      return [
        ("event", .string("gathered")), ("collection", .string(collection)),
        ("closing", closing.map { .integer(Int64($0)) } ?? .null),
      ]
    case .companionStarted(let procedure, let gathered):
      return [
        ("event", .string("companion started")), ("procedure", .string(procedure)),
        ("gathered", gathered.map { .integer(Int64($0)) } ?? .null),
      ]
    case .companionEnded: return [("event", .string("companion ended"))]
    case .cleared: return [("event", .string("cleared"))]
    case .left(let turnedAway):
      return [("event", .string(turnedAway ? "turned away" : "left"))]
    case .gaveUp: return [("event", .string("reneged"))]
    case .stillInside: return [("event", .string("still inside"))]
    }
  }

  private static func fields(_ visit: TruckVisit) -> [(key: String, value: JSONValue)] {
    [
      ("place", .string(visit.place)),
      ("outcome", .string("\(visit.outcome.word)")),
      ("startedAt", time(visit.startedAt)),
      ("leftAt", time(visit.leftAt)),
      ("waitSeconds", .number(visit.wait.seconds)),
      ("blockedSeconds", .number(visit.blocked.seconds)),
      ("waitingAhead", .integer(Int64(visit.waitingAhead))),
      ("inServiceAhead", .integer(Int64(visit.inServiceAhead))),
      ("overtakenBy", .integer(Int64(visit.overtakers))),
      (
        "closed",
        .array(
          visit.closures.map { closure in
            .object([("from", time(closure.from)), ("until", time(closure.until))])
          }
        )
      ),
      ("heldBy", .array(visit.holders.map(holder))),
    ]
  }

  private static func holder(_ holder: TruckVisit.Holder) -> JSONValue {
    .object([
      ("truck", .string(holder.truck)),
      ("seconds", .number(holder.time.seconds)),
      (
        "elsewhere",
        .array(
          holder.elsewhere.map { visit in
            .object([
              ("place", .string(visit.place)), ("waitedSeconds", .number(visit.waited.seconds)),
              ("servedSeconds", .number(visit.served.seconds)),
            ])
          }
        )
      ),
      (
        "documents",
        .array(
          holder.documents.map { document in
            .object([("document", .string(document.name)), ("state", .string(document.state))])
          }
        )
      ),
    ])
  }
}
