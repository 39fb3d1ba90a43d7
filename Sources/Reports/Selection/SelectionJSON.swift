import OutputAnalysis
import Studies

/// The best of several designs for other programs.
public enum SelectionJSON {
  /// One object; the designs with the values of the last lever changing fastest.
  public static func text(_ result: SelectionResult, version: String) -> String {
    let best = result.designs[result.best]
    var entries: [(key: String, value: JSONValue)] = [
      ("feasible", .bool(result.isFeasible)),
      ("decided", .bool(result.isDecided)),
      ("levers", result.isFeasible ? settings(best) : .null),
      ("nearest", result.isFeasible ? .null : settings(best)),
      ("measure", .string(result.measure)),
      ("goal", .string(result.goal == .smallest ? "minimise" : "maximise")),
      ("unit", .string(result.unit)),
      ("estimate", JSONValue(best.interval?.estimate)),
      ("halfWidth", JSONValue(best.interval?.halfWidth)),
    ]
    switch result.method {
    case .sequential(let confidence, let indifference):
      entries += [
        ("method", .string("KN")), ("confidence", .number(confidence)),
        ("indifference", .number(indifference)),
      ]
    case .budget(let budget, let probability, let indifference):
      entries += [
        ("method", .string("OCBA")), ("probability", .number(probability)),
        ("indifference", .number(indifference)), ("budget", .integer(Int64(budget))),
      ]
    }
    entries += [
      ("replications", .integer(Int64(result.replications))),
      ("needed", result.needed.map { .integer(Int64($0)) } ?? .null),
      ("rough", .bool(result.isRough)),
      ("tried", .array(result.designs.map { design($0, result) })),
      ("scenario", .string(result.scenario)),
      ("version", .string(version)),
      ("seed", .unsigned(result.seed)),
      ("database", JSONValue(result.record?.database)),
      ("experiment", result.record.map { .integer($0.experiment) } ?? .null),
    ]
    return JSONValue.object(entries).text
  }

  private static func design(
    _ design: SelectionResult.Design,
    _ result: SelectionResult
  ) -> JSONValue {
    .object([
      ("levers", settings(design)),
      ("replications", .integer(Int64(design.replications))),
      ("estimate", JSONValue(design.interval?.estimate)),
      ("halfWidth", JSONValue(design.interval?.halfWidth)),
      ("feasible", .bool(design.isFeasible)),
      ("proven", .bool(design.tested?.isProven ?? true)),
      ("droppedBy", design.droppedBy.map { settings(result.designs[$0]) } ?? .null),
    ])
  }

  /// Numbers as numbers, all else as it was written.
  private static func settings(_ design: SelectionResult.Design) -> JSONValue {
    .object(
      design.settings.map { setting in
        let number = Int64(setting.value).map(JSONValue.integer)
        return (
          setting.key,
          number ?? Double(setting.value).map(JSONValue.number) ?? .string(setting.value)
        )
      }
    )
  }
}
