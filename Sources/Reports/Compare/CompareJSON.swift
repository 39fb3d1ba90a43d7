import ClearanceModel
import ClearanceRecords
import EventSimulation
import ScenarioFiles
import Studies

/// A comparison as one JSON object for other programs.
public enum CompareJSON {
  /// The object, with the version of the program.
  public static func text(_ result: CompareResult, version: String, _ language: Language) -> String
  {
    let wording = Wording(language)
    var object: [(key: String, value: JSONValue)] = [
      ("scenario", .string(result.scenario.name)),
      ("version", .string(version)),
      ("experiment", result.experiment.map(JSONValue.integer) ?? .null),
      ("database", JSONValue(result.database)),
      ("state", .string(result.isComplete ? "complete" : "interrupted")),
      ("seed", .unsigned(result.seed)),
      ("replications", .integer(Int64(result.replications))),
      ("confidence", .number(result.confidence)),
    ]
    if let precision = result.precision {
      object.append(
        (
          "precision",
          .object([
            ("wanted", .number(precision.wanted)), ("reached", JSONValue(precision.reached)),
            ("measure", JSONValue(precision.measure)), ("isReached", .bool(precision.isReached)),
          ])
        )
      )
    }
    object += [
      ("alternatives", .array(result.alternatives.map { alternative($0, wording) })),
      ("measures", .array(result.measures.map { measure($0, result) })),
      ("headlines", .array(result.headlines.map { .string(result.measures[$0].name) })),
      (
        "notCompared",
        .array(
          result.incomparable.map { measure in
            let labels = measure.alternatives.map { result.alternatives[$0].label }
            return .object([
              ("measure", .string(measure.name)),
              ("alternatives", .array(labels.map(JSONValue.string))),
            ])
          }
        )
      ),
      ("warnings", .array(result.warnings.map { .string(wording.sentence($0)) })),
    ]
    return JSONValue.object(object).text
  }

  private static func alternative(
    _ alternative: CompareAlternative,
    _ wording: Wording
  ) -> JSONValue {
    .object([
      ("label", .string(alternative.label)),
      ("scenario", .string(alternative.scenario)),
      ("file", .string(alternative.point.scenario)),
      ("set", .array(alternative.point.overrides.map(JSONValue.string))),
      ("changes", .array(alternative.changes.map(change))),
      ("run", alternative.run.map(JSONValue.integer) ?? .null),
      ("fingerprint", .string(alternative.fingerprint.text)),
      ("estimates", .array(alternative.estimates.map(RunJSON.measure))),
    ])
  }

  private static func change(_ change: SourceChange) -> JSONValue {
    let path = JSONValue.string(Wording.joined(change.path))
    return switch change.kind {
    case .added(let value): .object([("key", path), ("added", .string(value))])
    case .removed(let value): .object([("key", path), ("removed", .string(value))])
    case .changed(let from, let to):
      .object([("key", path), ("from", .string(from)), ("to", .string(to))])
    }
  }

  private static func measure(_ measure: ComparedMeasure, _ result: CompareResult) -> JSONValue {
    var object: [(key: String, value: JSONValue)] = [
      ("measure", .string(measure.name)),
      ("unit", .string(measure.measure.unit)),
    ]
    if measure.isPooled { object.append(("pooled", .bool(true))) }
    if let preference = measure.measure.preference {
      object.append(("better", .string(preference == .lower ? "lower" : "higher")))
    }
    if let unbeaten = measure.unbeaten, !measure.differences.isEmpty {
      let labels = unbeaten.map { JSONValue.string(result.alternatives[$0].label) }
      object.append(("best", labels.count == 1 ? labels[0] : .null))
      object.append(("notBeaten", .array(labels)))
    }
    object.append(("pairs", .array(measure.differences.map { pair($0, result) })))
    return .object(object)
  }

  private static func pair(_ found: CompareDifference, _ result: CompareResult) -> JSONValue {
    .object([
      ("first", .string(result.alternatives[found.first].label)),
      ("second", .string(result.alternatives[found.second].label)),
      ("firstValue", .number(found.firstValue)),
      ("secondValue", .number(found.secondValue)),
      ("difference", .number(found.difference)),
      ("halfWidth", JSONValue(found.halfWidth)),
      ("relative", JSONValue(found.relative)),
      ("relativeHalfWidth", JSONValue(found.relativeHalfWidth)),
      ("confidence", .number(found.confidence)),
      ("replications", .integer(Int64(found.pairs))),
      ("varianceRatio", JSONValue(found.varianceRatio)),
      ("independentHalfWidth", JSONValue(found.independentHalfWidth)),
      ("verdict", .string(found.verdict.rawValue)),
      ("moreReplications", found.moreReplications.map { .integer(Int64($0)) } ?? .null),
    ])
  }
}
