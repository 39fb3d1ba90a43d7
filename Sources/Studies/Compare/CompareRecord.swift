import ClearanceModel
import Foundation

/// What the results file notes of a comparison, as JSON in one canonical form.
enum CompareRecord {
  /// What was asked, beside scenario and seed.
  static func question(_ setting: CompareSetting) -> String {
    text(
      Question(
        alternatives: setting.points.map { point in
          Question.Point(label: point.label, scenario: point.scenario, set: point.overrides)
        },
        measures: setting.measures.map(\.name),
        replications: setting.options.precision == nil ? setting.replications : nil,
        precision: setting.options.precision,
        confidence: setting.options.confidence,
        days: setting.options.days
      )
    )
  }

  /// What was found: the differences of all pairs.
  static func answer(_ result: CompareResult) -> String {
    text(
      result.measures.flatMap { measure in
        measure.differences.map { found in
          Answer(
            measure: measure.name,
            first: result.alternatives[found.first].label,
            second: result.alternatives[found.second].label,
            difference: found.difference,
            halfWidth: found.halfWidth,
            confidence: result.confidence,
            verdict: found.verdict.rawValue
          )
        }
      }
    )
  }

  private struct Question: Encodable {
    struct Point: Encodable {
      var label: String
      var scenario: String
      var set: [String]
    }

    var alternatives: [Point]
    var measures: [String]
    var replications: Int?
    var precision: Double?
    var confidence: Double
    var days: Int?
  }

  private struct Answer: Encodable {
    var measure: String
    var first: String
    var second: String
    var difference: Double
    var halfWidth: Double?
    var confidence: Double
    var verdict: String
  }

  private static func text(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }
}
