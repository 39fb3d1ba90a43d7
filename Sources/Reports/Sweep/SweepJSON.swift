import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles
import Studies

/// What a sweep has found, as one JSON object for other programs.
public enum SweepJSON {
  /// The object, with the version of the program; points in the order of the design, effects by size.
  public static func text(_ result: SweepResult, version: String) -> String {
    var object: [(key: String, value: JSONValue)] = [
      ("scenario", .string(result.scenario.name)),
      ("version", .string(version)),
      ("experiment", result.experiment.map { .integer($0) } ?? .null),
      ("database", .string(result.database)),
      ("design", .string(result.design.rawValue)),
      ("seed", .unsigned(result.seed)),
    ]
    if let seed = result.designSeed { object.append(("designSeed", .unsigned(seed))) }
    object += [
      ("replications", .integer(Int64(result.replications))),
      ("confidence", .number(result.confidence)),
      ("wallSeconds", .number(result.wallSeconds)),
      ("factors", .array(result.factors.map(factor))),
      ("notVaried", .array(result.left.map { .string($0) })),
      ("points", .array(result.points.map { point($0, result) })),
      (
        "effects",
        .array(
          result.effects.flatMap { effects in
            effects.factors.map { effect($0, effects, result) }
          }
        )
      ),
    ]
    if result.design == .latin {
      let shares = result.effects.map { effects -> JSONValue in
        .object([
          ("measure", .string(effects.measure)), ("share", JSONValue(effects.explained)),
        ])
      }
      object.append(("explained", .array(shares)))
    }
    return JSONValue.object(object).text
  }

  private static func factor(_ factor: SweepFactor) -> JSONValue {
    var object: [(key: String, value: JSONValue)] = [
      ("key", .string(factor.key)), ("values", .array(factor.levels.map { .string($0) })),
    ]
    if let name = factor.assumption { object.append(("assumption", .string(name))) }
    if let base = factor.base { object.append(("base", .string(base))) }
    return .object(object)
  }

  private static func point(_ point: SweepResult.Point, _ result: SweepResult) -> JSONValue {
    .object([
      ("point", .integer(Int64(point.number))),
      ("run", point.run.map { .integer($0) } ?? .null),
      (
        "settings",
        .object(result.settings(of: point).map { (key: $0.key, value: .string($0.value)) })
      ),
      ("fingerprint", .string(point.fingerprint.text)),
      ("measures", .array(point.measures.map(RunJSON.measure))),
    ])
  }

  private static func effect(
    _ effect: FactorEffect,
    _ effects: SweepResult.Effects,
    _ result: SweepResult
  ) -> JSONValue {
    let factor = result.factors[effect.factor]
    let last = factor.levels.count - 1
    var object: [(key: String, value: JSONValue)] = [
      ("measure", .string(effects.measure)),
      ("unit", .string(effects.unit)),
      ("factor", .string(factor.name)),
      ("from", .string(factor.levels[effect.levels.isEmpty ? 0 : effect.from])),
      ("to", .string(factor.levels[effect.levels.isEmpty ? last : effect.to])),
      ("change", JSONValue(effect.swing?.estimate)),
      ("halfWidth", JSONValue(effect.swing?.halfWidth)),
      ("visible", .bool(effect.isVisible)),
    ]
    if !effect.levels.isEmpty {
      let levels = effect.levels.enumerated().map { level, found -> JSONValue in
        .object([
          ("value", .string(factor.levels[level])),
          ("mean", JSONValue(found.mean)),
          ("effect", JSONValue(found.effect?.estimate)),
          ("halfWidth", JSONValue(found.effect?.halfWidth)),
        ])
      }
      object.append(("levels", .array(levels)))
    }
    if let rank = effect.rank {
      object.append(("rank", .number(rank.estimate)))
      object.append(("rankHalfWidth", JSONValue(rank.halfWidth)))
    }
    return .object(object)
  }
}
