import EventSimulation
import Studies

/// What a verification has found, as one JSON object for other programs.
public enum VerifyJSON {
  /// One entry for each case and value.
  public static func text(_ result: VerifyResult) -> String {
    let entries = result.cases.flatMap { found in
      found.values.map { value in
        JSONValue.object([
          ("id", .string(found.exact.id)),
          ("value", .string(value.exact.name)),
          ("exact", .number(value.exact.exact)),
          ("estimate", JSONValue(value.estimate)),
          ("halfWidth", JSONValue(value.halfWidth)),
          ("verdict", .string(value.verdict.word)),
        ])
      }
    }
    return JSONValue.object([
      ("cases", .array(entries)),
      ("passed", .bool(result.passed)),
      ("seed", .unsigned(result.seed)),
    ]).text
  }

  /// One entry for each scenario; fingerprints in the order of the numbers of workers.
  public static func text(_ result: WorkerComparison.Result) -> String {
    let entries = result.rows.map { row in
      JSONValue.object([
        ("scenario", .string(row.scenario)),
        ("events", .unsigned(row.events)),
        ("fingerprints", .array(row.fingerprints.map { .string($0.text) })),
        ("equal", .bool(row.isEqual)),
      ])
    }
    return JSONValue.object([
      ("scenarios", .array(entries)),
      ("workers", .array(result.workers.map { .integer(Int64($0)) })),
      ("equal", .bool(result.isEqual)),
    ]).text
  }
}
