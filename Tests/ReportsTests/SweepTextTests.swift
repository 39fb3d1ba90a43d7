import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles
import Testing

@testable import Reports
@testable import Studies

/// The tables, sentences and JSON of `kakou sweep` on figures made by hand.
@Suite struct SweepTextTests {
  private func interval(_ estimate: Double, _ halfWidth: Double) -> StudentInterval? {
    // Two values with this mean and half-width.
    let quantile = studentQuantile(0.975, degrees: 1)
    let variance = 2 * (halfWidth / quantile) * (halfWidth / quantile)
    return StudentInterval(mean: estimate, variance: variance, count: 2, confidence: 0.95)
  }

  private func record(_ estimate: Double, _ halfWidth: Double) -> MeasureRecord {
    MeasureRecord(
      name: "gate.wait.mean",
      unit: "s",
      estimate: estimate,
      halfWidth: halfWidth,
      confidence: 0.95,
      replications: 2,
      pooled: false
    )
  }

  private func factor(_ key: String, _ levels: [String], assumption: String? = nil) -> SweepFactor {
    SweepFactor(key: key, option: "--vary", levels: levels, assumption: assumption)
  }

  private func effect(
    _ factor: Int,
    _ means: [Double],
    base: Double,
    halfWidth: Double
  ) -> FactorEffect {
    var effect = FactorEffect(factor: factor)
    effect.levels = means.map {
      LevelEffect(mean: $0, effect: interval($0 - base, halfWidth))
    }
    effect.swing = interval(means[1] - means[0], halfWidth)
    return effect
  }

  private func result(
    _ design: SweepDesign,
    _ factors: [SweepFactor],
    _ effects: [FactorEffect],
    _ points: [([String?], Double)]
  ) throws -> SweepResult {
    SweepResult(
      scenario: try Samples.loaded().scenario,
      seed: 7,
      replications: 2,
      design: design,
      designSeed: design == .latin ? 1 : nil,
      factors: factors,
      confidence: 0.95,
      points: points.enumerated().map { index, point in
        SweepResult.Point(
          number: index + 1,
          values: point.0,
          run: Int64(index + 4),
          fingerprint: Fingerprint(),
          measures: [record(point.1, 1)]
        )
      },
      effects: [
        SweepResult.Effects(
          measure: "gate.wait.mean",
          unit: "s",
          factors: effects,
          explained: design == .latin ? 0.876 : nil,
          isPooled: false
        )
      ],
      database: "zone.sqlite",
      experiment: 3
    )
  }

  private func tornado() throws -> SweepResult {
    try result(
      .oneAtATime,
      [
        factor("assumptions.empty share", ["40%", "60%"], assumption: "empty share"),
        factor("assumptions.papers ready", ["80%", "98%"], assumption: "papers ready"),
        factor("assumptions.van length", ["5 m", "7 m"], assumption: "van length"),
      ],
      [
        effect(1, [90, 30], base: 50, halfWidth: 2), effect(0, [45, 58], base: 50, halfWidth: 2),
        effect(2, [50, 50.5], base: 50, halfWidth: 2),
      ],
      [
        ([nil, nil, nil], 50), (["40%", nil, nil], 45), (["60%", nil, nil], 58),
        ([nil, "80%", nil], 90), ([nil, "98%", nil], 30), ([nil, nil, "5 m"], 50),
        ([nil, nil, "7 m"], 50.5),
      ]
    )
  }

  @Test func aTornadoNamesTheAssumptionThatDecides() throws {
    let expected = """
      bonded zone, main gate
        one at a time: 7 design points, 2 replications each, seed 7; all points see the same trucks

      The mean wait at gate: 50.0 ± 1.0 s as the scenario is
      factor               from           to         change
      papers ready  80%: 90.0 s  98%: 30.0 s  -60.0 ± 2.0 s  ████████│░░░░░░░░░░░░░░░░
      empty share   40%: 45.0 s  60%: 58.0 s   13.0 ± 2.0 s        ░░│███
      van length    5 m: 50.0 s  7 m: 50.5 s    0.5 ± 2.0 s          │
      Of the 3 assumptions "papers ready" decides the mean wait at gate: between 80% and 98% it moves from
        90.0 s to 30.0 s; the next is "empty share" (from 45.0 s to 58.0 s). For 1 of 3 no change of it
        can be seen with 2 replications.

      ± 95% interval of each change, for all of them together. Bars: ░ with the first value, █ with the
        last, │ the scenario as it is.
      Recorded in zone.sqlite as experiment 3 (view sweepResults).
      """
    let english = SweepText.text(try tornado(), .en)
    #expect(english == expected)
    let chinese = SweepText.text(try tornado(), .zh)
    #expect(chinese.contains("3项假设中，“papers ready”对gate平均等待时间起决定作用：由80%至98%"))
    #expect(chinese.contains("其值由90.0秒变为30.0秒"))
    #expect(!chinese.contains("; "))
  }

  @Test func mainEffectsStandByFactor() throws {
    let result = try result(
      .factorial,
      [factor("stations.gate.servers", ["1", "2"]), factor("demand.factor", ["0.8", "1.2"])],
      [effect(0, [80, 20], base: 50, halfWidth: 3), effect(1, [44, 56], base: 50, halfWidth: 3)],
      [(["1", "0.8"], 70), (["1", "1.2"], 90), (["2", "0.8"], 18), (["2", "1.2"], 22)]
    )
    let text = SweepText.text(result, .en)
    #expect(text.contains("full factorial: 4 design points"))
    #expect(text.contains("point  gate.servers  demand.factor  gate.wait.mean\n"))
    #expect(text.contains("    2  1             1.2              90.0 ± 1.0 s\n"))
    #expect(text.contains("stations.gate.servers  1      80.0 s      30.0 ± 3.0 s"))
    #expect(text.contains("                       2      20.0 s     -30.0 ± 3.0 s"))
    #expect(
      text.contains(
        "The mean wait at gate depends most on stations.gate.servers: 80.0 s at 1, 20.0 s"
      )
    )
    #expect(SweepText.text(result, .zh).contains("对gate平均等待时间影响最大的是stations.gate.servers"))
  }

  @Test func aHypercubeSaysHowFarStraightLinesGo() throws {
    var effect = FactorEffect(factor: 0)
    effect.swing = interval(12, 3)
    effect.rank = interval(0.93, 0.04)
    let result = try result(
      .latin,
      [factor("demand.factor", ["0.8", "1.2"])],
      [effect],
      [(["0.91"], 40), (["1.04"], 46), (["0.83"], 37)]
    )
    let text = SweepText.text(result, .en)
    #expect(text.contains("demand.factor   0.8   1.2  12.0 ± 3.0 s  0.93 ± 0.04"))
    #expect(text.contains("Straight lines explain 87.6%"))
    let json = SweepJSON.text(result, version: "1")
    #expect(json.contains("\"explained\": ["))
    #expect(json.contains("\"rank\": 0.93"))
  }

  @Test func jsonHasEveryPointAndEffect() throws {
    let json = SweepJSON.text(try tornado(), version: "1")
    let point = """
      {"point": 2, "run": 5, "settings": {"assumptions.empty share": "40%"}, "fingerprint": \
      "\(Fingerprint().text)", "measures": [{"measure": "gate.wait.mean", "unit": "s", "estimate": \
      45.0, "halfWidth": 1.0, "confidence": 0.95, "replications": 2}]}
      """
    #expect(json.contains(point))
    #expect(json.contains("\"factor\": \"papers ready\", \"from\": \"80%\", \"to\": \"98%\""))
    #expect(json.contains("\"visible\": false"))
  }

  @Test func everySweepPhraseAndFaultHasBothLanguages() {
    for phrase in SweepPhrase.allCases {
      let (en, zh) = (phrase.text(.en), phrase.text(.zh))
      #expect(!en.isEmpty && !isChinese(en), "\(phrase)")
      #expect(isChinese(zh), "\(phrase): \(zh)")
      #expect(parts(en) == parts(zh), "\(phrase)")
    }
    let vary: [VaryFault] = [
      .noValues, .noKey, .oneValue("5"), .empty(low: "5", high: "1"), .badStep("0"),
      .differentUnits(low: "1 s", high: "1 min"), .notARange("a..b"), .emptyItem, .openList,
      .repeated("a"), .tooManyValues(2_000, limit: 1_000),
    ]
    var problems = ProblemList(file: "s.yaml")
    problems.add(.negative("-1"), at: SourcePosition(line: 1, column: 3, override: "a=-1"))
    problems.add(.negative("-2"), at: SourcePosition(line: 4, column: 3))
    let refused = SweepFault.RefusedValue(
      option: "--vary a=-1..2",
      setting: "a=-1",
      problems: problems.problems
    )
    let faults: [SweepFault] =
      vary.map { .vary("k=v", $0) } + [
        .twice(key: "k"), .nothingToVary, .noAssumptions, .unknownDesign("factoral"),
        .assumptionsWith(.latin), .onlyForLatin(option: "--points"),
        .tooFewPoints(found: 2, least: 4), .tooManyPoints(nil, limit: 1_000), .inStep(points: 5),
        .tooFewReplications(found: 1), .refused([refused]), .several([.twice(key: "k")]),
        .interrupted(points: 3, of: 9, database: "r.sqlite"),
      ]
    for fault in faults {
      let (en, zh) = (Wording(.en).sweepFault(fault), Wording(.zh).sweepFault(fault))
      #expect(!en.isEmpty && !isChinese(en), "\(en)")
      #expect(isChinese(zh), "\(zh)")
    }
    let lines = Wording(.en).sweepFault(.refused([refused])).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("--vary a=-1..2: a=-1: s.yaml:4:3: "))
    #expect(lines[1].hasPrefix("--vary a=-1..2: a=-1: \"-1\""))
    #expect(
      Wording(.en).sweepFault(.unknownDesign("factoral")).hasSuffix("did you mean \"factorial\"?")
    )
  }

  private func isChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { 0x4E00...0x9FFF ~= $0.value }
  }

  private func parts(_ text: String) -> [String] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
      .compactMap { $0.split(separator: "}").first.map(String.init) }.sorted()
  }
}
