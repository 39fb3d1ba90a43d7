import Foundation
import OutputAnalysis

/// What a user asks of `kakou size` with a measure to be as small or as large as possible.
public struct SelectionOptions: Sendable {
  /// The scenario, with what is changed in it, seed, days, workers and results file.
  ///
  /// Its number of replications is the most that a design may take without a budget; nil for
  /// ``SelectionStudy/ceiling``.
  public var run: RunOptions
  /// The levers, as `KEY=LOW..HIGH` or `KEY=[A, B, C]`.
  public var choices: [String] = []
  /// The measure that decides.
  public var measure: String
  /// Whether small or large values are good.
  public var goal: SelectionOfTheBest.Goal
  /// The difference that does not matter, as it was given; nil where only a budget counts.
  public var indifference: String?
  /// The probability of selecting the best.
  public var confidence = 0.95
  /// What a design must keep to be chosen, as `MEASURE <= VALUE`.
  public var targets: [String] = []
  /// The width of the indifference band of the targets, relative to their limits.
  public var tolerance = 0.02
  /// Replications of all designs together, instead of as many as the confidence needs.
  public var budget: Int?

  /// The least value of a measure, all else by default.
  public init(_ run: RunOptions, minimise measure: String) {
    self.run = run
    self.measure = measure
    goal = .smallest
  }

  /// The greatest value of a measure, all else by default.
  public init(_ run: RunOptions, maximise measure: String) {
    self.run = run
    self.measure = measure
    goal = .largest
  }

  /// What was asked, as JSON with sorted keys.
  var canonicalText: String {
    Self.json(
      Question(
        budget: budget,
        confidence: confidence,
        days: run.days,
        goal: goal == .smallest ? "minimise" : "maximise",
        indifference: indifference,
        levers: choices,
        measure: measure,
        replications: run.replications ?? SelectionStudy.ceiling,
        set: run.overrides,
        targets: targets.isEmpty ? nil : targets,
        tolerance: targets.isEmpty ? nil : tolerance
      )
    )
  }

  private struct Question: Encodable {
    var budget: Int?
    var confidence: Double
    var days: Int?
    var goal: String
    var indifference: String?
    var levers: [String]
    var measure: String
    var replications: Int
    var set: [String]
    var targets: [String]?
    var tolerance: Double?
  }

  static func json(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }
}
