import ScenarioFiles
import Studies

/// The calendar of a zone.
extension CheckJSON {
  static func calendar(
    _ calendar: CustomsScenario.Calendar,
    _ customs: CustomsScenario
  ) -> JSONValue {
    let end = customs.notes.lazy.compactMap { note -> CalendarDate? in
      if case .calendarEnds(let date) = note { date } else { nil }
    }.first
    return .object([
      ("name", .string(calendar.name)),
      ("days", .integer(Int64(calendar.days))),
      ("workingDays", .integer(Int64(calendar.workingDays))),
      ("holidays", .array(calendar.holidays.map(period))),
      ("makeUpDays", .array(calendar.makeUpDays.map(period))),
      ("layers", .array(calendar.layers.map(layer))),
      ("notCoveredFrom", JSONValue(end?.isoText)),
    ])
  }

  private static func period(_ period: CustomsScenario.Period) -> JSONValue {
    .object([
      ("from", .string(period.first.isoText)), ("to", .string(period.last.isoText)),
      ("name", .string(period.name)),
    ])
  }

  private static func layer(_ layer: CustomsScenario.Layer) -> JSONValue {
    .object([
      ("name", .string(layer.name)), ("factor", .number(layer.factor)),
      ("days", .integer(Int64(layer.days))),
      ("flows", .array(layer.flows.map(JSONValue.string))),
    ])
  }
}
