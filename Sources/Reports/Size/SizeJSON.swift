import OutputAnalysis
import Studies

/// The answer of `kakou size` for other programs.
public enum SizeJSON {
  /// One object; what was tried in that order.
  public static func text(_ result: SizeResult, version: String) -> String {
    let answer = result.answer.map { result.tried[$0] }
    return JSONValue.object([
      ("feasible", .bool(result.isFeasible)),
      ("levers", answer.map { settings($0) } ?? .null),
      ("cost", JSONValue(answer?.cost)),
      ("confidence", .number(result.confidence)),
      ("proven", .bool(result.isProven)),
      ("fails", .array(result.failing.map { settings(result.tried[$0]) })),
      ("nearest", result.nearest.map { settings(result.tried[$0]) } ?? .null),
      ("moreHurts", .bool(result.contradiction != nil)),
      ("monotone", .bool(result.isMonotone)),
      ("tolerance", .number(result.tolerance)),
      ("tried", .array(result.tried.map { tried($0, result.targets) })),
      ("scenario", .string(result.scenario)),
      ("version", .string(version)),
      ("seed", .unsigned(result.seed)),
      ("database", JSONValue(result.record?.database)),
      ("experiment", result.record.map { .integer($0.experiment) } ?? .null),
    ]).text
  }

  private static func settings(_ point: TriedPoint) -> JSONValue {
    .object(
      point.settings.map { setting in
        let number = setting.number
        guard number.isFinite else { return (setting.key, .string(setting.text)) }
        let isWhole = number.rounded() == number && abs(number) < 1e15
        return (setting.key, isWhole ? .integer(Int64(number)) : .number(number))
      }
    )
  }

  private static func tried(_ point: TriedPoint, _ targets: [Target]) -> JSONValue {
    var entries: [(key: String, value: JSONValue)] = [
      ("levers", settings(point)),
      ("cost", JSONValue(point.cost)),
      ("replications", .integer(Int64(point.replications))),
      ("confidence", .number(point.confidence)),
      (
        "targets",
        .array(zip(targets, point.outcomes).map { outcome($1, of: $0) })
      ),
      ("verdict", .string(point.isFeasible ? "feasible" : "infeasible")),
      ("proven", .bool(point.isProven)),
    ]
    if let overload = point.overload {
      let place: [(key: String, value: JSONValue)] = [
        ("place", .string(overload.place)), ("load", .number(overload.load)),
      ]
      entries.append(("overloaded", .object(place)))
    }
    return .object(entries)
  }

  private static func outcome(_ outcome: TriedPoint.Outcome, of target: Target) -> JSONValue {
    .object([
      ("measure", .string(target.measure)),
      (target.side == .atMost ? "atMost" : "atLeast", .number(target.limit)),
      ("unit", .string(target.unit)),
      ("estimate", JSONValue(outcome.estimate)),
      ("halfWidth", JSONValue(outcome.halfWidth)),
      ("verdict", JSONValue(outcome.verdict?.word)),
    ])
  }
}
