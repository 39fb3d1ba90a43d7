import EventSimulation
import ScenarioFiles

/// Systems that may be out.
extension CheckJSON {
  static func outages(_ outages: CustomsScenario.Outages) -> JSONValue {
    .object([
      ("system", .string(outages.name)), ("station", .string(outages.station)),
      (
        "planned",
        .array(
          outages.planned.map { window in
            .object([
              ("from", .string(durationText(window.from))),
              ("to", .string(durationText(window.to))),
            ])
          }
        )
      ),
      ("every", JSONValue(outages.every)), ("lasts", JSONValue(outages.lasts)),
      ("fallback", .string(outages.fallback)),
    ])
  }
}
