import Foundation

/// Questions and answers as the results file keeps them.
extension SizeOptions {
  /// What was asked, as JSON with sorted keys.
  var canonicalText: String {
    canonicalJSON(
      Question(
        confidence: confidence,
        days: run.days,
        levers: levers,
        most: most,
        notMonotone: isMonotone ? nil : true,
        replications: run.replications ?? SizeStudy.ceiling,
        resolution: most == nil ? nil : resolution,
        set: run.overrides,
        targets: targets,
        tolerance: tolerance
      )
    )
  }

  private struct Question: Encodable {
    var confidence: Double
    var days: Int?
    var levers: [String]
    var most: String?
    var notMonotone: Bool?
    var replications: Int
    var resolution: Double?
    var set: [String]
    var targets: [String]
    var tolerance: Double
  }
}

extension SizeResult {
  /// What was found, as JSON with sorted keys.
  var canonicalAnswer: String {
    canonicalJSON(
      Answer(
        confidence: confidence,
        cost: answer.flatMap { tried[$0].cost },
        feasible: isFeasible,
        proven: isProven,
        settings: answer.map { tried[$0].settings.map(\.assignment) }
      )
    )
  }

  private struct Answer: Encodable {
    var confidence: Double
    var cost: Double?
    var feasible: Bool
    var proven: Bool
    var settings: [String]?
  }
}

private func canonicalJSON(_ value: some Encodable) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  guard let data = try? encoder.encode(value) else { return "{}" }
  return String(decoding: data, as: UTF8.self)
}
