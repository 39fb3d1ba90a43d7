import EventSimulation
import ScenarioFiles
import Studies

/// What a scenario was understood to say, as one JSON object for other programs.
public enum CheckJSON {
  /// The object, with the version of the program; loads stand in the order of the scenario.
  public static func text(_ result: CheckResult, version: String, _ language: Language) -> String {
    let wording = Wording(language)
    let scenario = result.scenario
    let object: [(key: String, value: JSONValue)] = [
      ("scenario", .string(scenario.name)),
      ("version", .string(version)),
      ("valid", .bool(true)),
      ("seed", .unsigned(scenario.seed)),
      ("replications", .integer(Int64(scenario.replications))),
      ("simulated", RunJSON.simulated(scenario)),
      ("warmUpSeconds", scenario.findsWarmUp ? .null : .number(scenario.warmUp.seconds)),
      ("demandFactor", .number(scenario.demandFactor)),
      ("flows", .array(scenario.flows.map { .string($0.name.text) })),
      ("loads", .array(result.loads.map(load))),
    ]
    let end: [(key: String, value: JSONValue)] = [
      ("warnings", .array(result.warnings.map { .string(wording.sentence($0)) }))
    ]
    return JSONValue.object(object + further(result, wording) + end).text
  }

  /// Servers and load are null where servers are unlimited.
  private static func load(_ load: OfferedLoad) -> JSONValue {
    .object([
      ("station", .string(load.place)),
      ("visitsPerHour", .number(load.visitsPerHour)),
      ("serviceSeconds", .number(load.serviceSeconds)),
      ("servers", JSONValue(load.servers)),
      ("load", JSONValue(load.load)),
      ("held", .bool(load.isHeld)),
    ])
  }
}
