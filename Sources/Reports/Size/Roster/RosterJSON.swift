import ClearanceRecords
import Studies

/// A roster by the hour for other programs.
public enum RosterJSON {
  /// One object; servers by hour from midnight.
  public static func text(_ result: RosterResult, version: String) -> String {
    let settings = result.isFeasible ? result.key.assignments(of: result.roster) : []
    return JSONValue.object([
      ("feasible", .bool(result.isFeasible)),
      ("key", .string(result.key.key)),
      (
        "roster",
        result.isFeasible
          ? .array(result.roster.map { .integer(Int64($0)) }) : .null
      ),
      ("constant", result.constant.map { .integer(Int64($0)) } ?? .null),
      ("serverHours", result.isFeasible ? .integer(Int64(result.serverHours)) : .null),
      ("savedHours", result.isFeasible ? .integer(Int64(result.saved)) : .null),
      ("confidence", .number(result.confidence)),
      ("proven", .bool(result.isProven)),
      ("set", .array(settings.map(JSONValue.string))),
      ("hours", .array(result.hours.map(hour))),
      ("daily", .array(result.daily.map(outcome))),
      ("tolerance", .number(result.tolerance)),
      ("tried", .integer(Int64(result.tried))),
      ("replications", .integer(Int64(result.replications))),
      ("scenario", .string(result.scenario)),
      ("version", .string(version)),
      ("seed", .unsigned(result.seed)),
      ("database", JSONValue(result.record?.database)),
      ("experiment", result.record.map { .integer($0.experiment) } ?? .null),
    ]).text
  }

  private static func hour(_ hour: RosterResult.Hour) -> JSONValue {
    .object([
      ("hour", .integer(Int64(hour.hour))),
      ("servers", .integer(Int64(hour.servers))),
      ("arrivals", .number(hour.arrivals)),
      ("oneLess", .string(hour.floor.rawValue)),
      ("targets", .array(hour.outcomes.map(outcome))),
    ])
  }

  private static func outcome(_ record: MeasureRecord) -> JSONValue {
    .object([
      ("measure", .string(record.name)),
      ("unit", .string(record.unit)),
      ("estimate", JSONValue(record.estimate)),
      ("halfWidth", JSONValue(record.halfWidth)),
      ("confidence", .number(record.confidence)),
    ])
  }
}
