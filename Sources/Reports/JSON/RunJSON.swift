import ClearanceModel
import ClearanceRecords
import EventSimulation
import ScenarioFiles
import Studies

/// What a run has found, as one JSON object for other programs.
public enum RunJSON {
  /// The object, with the version of the program; its measures are sorted by name.
  public static func text(_ result: RunResult, version: String, _ language: Language) -> String {
    let wording = Wording(language)
    var object: [(key: String, value: JSONValue)] = [
      ("scenario", .string(result.scenario.name)),
      ("version", .string(version)),
      ("run", .integer(result.run)),
      ("database", .string(result.database)),
      ("state", .string(result.isComplete ? "complete" : "interrupted")),
      ("seed", .unsigned(result.scenario.seed)),
      ("replications", .integer(Int64(result.replications))),
      ("simulated", simulated(result.scenario)),
      ("events", .unsigned(result.events)),
      ("trucks", .unsigned(result.trucks)),
      ("fingerprint", .string(result.fingerprint.text)),
      ("wallSeconds", .number(result.wallSeconds)),
      ("measures", .array(result.measures.sorted { $0.name < $1.name }.map(measure))),
      ("warnings", .array(result.warnings.map { .string(wording.sentence($0)) })),
    ]
    if let state = result.startedFrom {
      object.append(("startsFrom", startsFrom(state)))
    }
    if let papers = result.plan.papers {
      // How firms declare their batches: with the measures of `zone` a row of a comparison.
      let period = papers.declaring.map { JSONValue.string($0.word) } ?? .string("by firm")
      object.append(("declaring", period))
    }
    object += steadyState(result)
    if let precision = result.precision { object.append(("precision", json(precision, result))) }
    let standards = result.standards
    if !standards.isEmpty { object.append(("standards", .array(standards.map(standard)))) }
    return JSONValue.object(object).text
  }

  /// Whether the run is one of the steady state, and its warm-up.
  private static func steadyState(_ result: RunResult) -> [(key: String, value: JSONValue)] {
    let length = result.scenario.warmUp
    let isSteady = result.warmUp != nil || length > .zero || result.scenario.batches != nil
    var warmUp: [(key: String, value: JSONValue)] = [
      ("seconds", .number(length.seconds)), ("text", .string(durationText(length))),
    ]
    if let found = result.warmUp {
      warmUp += [
        ("found", .string("MSER-5")), ("place", .string(found.place ?? "zone")),
        ("replications", .integer(Int64(found.replications))),
        ("settles", .bool(!found.isTooShort)),
      ]
    }
    let batches: [(key: String, value: JSONValue)] =
      result.batches.map { batches in
        [
          (
            "batches",
            .object([
              ("count", .integer(Int64(batches.count))),
              ("seconds", .number(batches.length.seconds)),
            ])
          )
        ]
      } ?? []
    return [
      ("analysis", .string(isSteady ? "steady state" : "terminating")),
      ("warmUp", .object(warmUp)),
    ] + batches
  }

  /// Shares are fractions: 0.05 for 5 %.
  private static func json(_ precision: PrecisionOutcome, _ result: RunResult) -> JSONValue {
    .object([
      ("asked", .number(precision.asked)),
      ("reached", .bool(precision.isReached)),
      ("replications", .integer(Int64(result.replications))),
      ("atMost", .integer(Int64(precision.atMost))),
      ("decidedBy", precision.deciding.map { .string($0) } ?? .null),
      ("relativeHalfWidth", JSONValue(precision.relative)),
      ("setAside", .array(precision.setAside.map { .string($0) })),
      ("withinFloor", .array(precision.withinFloor.map { .string($0) })),
      ("floorSeconds", .number(PrecisionOutcome.floor)),
    ])
  }

  /// Who was where when statistics began.
  private static func startsFrom(_ state: StateFile) -> JSONValue {
    .object([
      ("state", .string(state.name)),
      ("file", .string(state.file)),
      ("at", .number(state.state.at.seconds)),
      ("trucks", .integer(Int64(state.state.trucks))),
    ])
  }

  /// The length of a replication, as in `7 d`, or `until empty`.
  static func simulated(_ scenario: Scenario) -> JSONValue {
    .string(scenario.horizon.map(durationText) ?? "until empty")
  }

  static func measure(_ record: MeasureRecord) -> JSONValue {
    var object: [(key: String, value: JSONValue)] = [
      ("measure", .string(record.name)),
      ("unit", .string(record.unit)),
      ("estimate", JSONValue(record.estimate)),
      ("halfWidth", JSONValue(record.halfWidth)),
      ("confidence", .number(record.confidence)),
      ("replications", .integer(Int64(record.replications))),
    ]
    if record.pooled { object.append(("pooled", .bool(true))) }
    return .object(object)
  }
}
