import ClearanceRecords
import ScenarioFiles
import Testing

@testable import Reports
@testable import Studies

/// The table of inspection modes: times and risks.
@Suite struct InspectionModesTextTests {
  private static let scenario = """
    scenario: modes
    runs for: 10 d
    replications: 30
    stations: {gate: {servers: 1}}
    arrivals:
      food: {rate: 1 per h, procedure: p}
      fruit: {rate: 1 per h, procedure: p}
    procedures:
      p:
        - mark: entered-enter-first-test-later
        - mark: usable-enter-first-test-later
        - mark: entered-image-first
        - mark: usable-image-first
        - mark: usable-my-own
        - {serve at: gate, for: 1 min}
    """

  private static func measures(_ flow: String, _ mode: String) -> [MeasureRecord] {
    func record(
      _ name: String,
      _ unit: String,
      _ estimate: Double,
      _ half: Double
    )
      -> MeasureRecord
    {
      Samples.record("flow.\(flow).\(name)", unit, estimate, half)
    }
    return [
      record("to-entered-\(mode).mean", "s", 3_000, 90),
      record("to-entered-\(mode).count", "trucks", 70, 1),
      record("to-usable-\(mode).mean", "s", 430_000, 9_000),
      record("to-usable-\(mode).p95", "s", 700_000, 20_000),
      record("to-usable-\(mode).count", "trucks", 70, 1),
      record("samples-\(mode).sum", "1", 48, 1.2),
      record("detected-\(mode).share", "", 0.812, 0.021),
      record("missed-\(mode).sum", "1", 0.271, 0.032),
    ]
  }

  private static func lines(_ language: Language, _ measures: [MeasureRecord]) throws -> [String] {
    let result = try Samples.run(measures: measures, text: scenario)
    return InspectionModesText(RunText(wording: Wording(language), result: result)).lines
  }

  private static let all =
    measures("food", "enter-first-test-later") + measures("food", "image-first")
    + measures("fruit", "image-first")
    + [
      Samples.record("flow.food.out-before-result-image-first.sum", "t", 31.5, 2),
      Samples.record("flow.fruit.to-usable-my-own.count", "trucks", 0, 0),
    ]

  @Test func english() throws {
    let lines = try Self.lines(.en, Self.all)
    #expect(
      lines.joined(separator: "\n") == """

        inspection mode           mean to entry  mean to usable  p95 to usable
        enter first, test later  50.0 ± 1.5 min   4.98 ± 0.10 d  8.10 ± 0.23 d
        image first (food)       50.0 ± 1.5 min   4.98 ± 0.10 d  8.10 ± 0.23 d
        image first (fruit)      50.0 ± 1.5 min   4.98 ± 0.10 d  8.10 ± 0.23 d
        its risk                    samples  out before result, t     detected         missed
        enter first, test later  48.0 ± 1.2                        81.2 ± 2.1%  0.271 ± 0.032
        image first (food)       48.0 ± 1.2            31.5 ± 2.0  81.2 ± 2.1%  0.271 ± 0.032
        image first (fruit)      48.0 ± 1.2                        81.2 ± 2.1%  0.271 ± 0.032
        """
    )
    #expect(lines.allSatisfy { $0.displayWidth <= TextTable.pageWidth })
  }

  @Test func chinese() throws {
    let lines = try Self.lines(.zh, Self.all)
    #expect(
      lines.joined(separator: "\n") == """

        查验模式           到达至进区（平均）  到达至可用（平均）  到达至可用（95%）
        先入区、后检测           50.0±1.5分钟       119.4±2.5小时      194.4±5.6小时
        机检优先（food）         50.0±1.5分钟       119.4±2.5小时      194.4±5.6小时
        机检优先（fruit）        50.0±1.5分钟       119.4±2.5小时      194.4±5.6小时
        查验模式风险         抽样数  结果前出区（吨）     查获率     漏检批数
        先入区、后检测     48.0±1.2                    81.2±2.1%  0.271±0.032
        机检优先（food）   48.0±1.2          31.5±2.0  81.2±2.1%  0.271±0.032
        机检优先（fruit）  48.0±1.2                    81.2±2.1%  0.271±0.032
        """
    )
  }

  @Test func nothingWithoutModes() throws {
    #expect(try Self.lines(.en, []).isEmpty)
  }
}
