import OutputAnalysis
import ScenarioFiles
import Testing

@testable import Reports
@testable import Studies

@Suite("Texts of kakou size")
struct SizeTextTests {
  private func hasChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { 0x4E00...0x9FFF ~= $0.value }
  }

  private func placeholders(_ text: String) -> [String] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
      .compactMap { $0.split(separator: "}").first.map(String.init) }.sorted()
  }

  @Test("every phrase has both languages")
  func phrases() {
    // What is nothing but data and marks needs no character of either language.
    let frames: [SizePhrase] = [.leverFault, .targetFault, .growthFault, .serversAt]
    for phrase in SizePhrase.allCases {
      let (en, zh) = (phrase.text(.en), phrase.text(.zh))
      #expect(!en.isEmpty && !hasChinese(en), "\(phrase)")
      #expect(hasChinese(zh) || frames.contains(phrase), "\(phrase): \(zh)")
      #expect(Set(placeholders(en)) == Set(placeholders(zh)), "\(phrase)")
    }
  }

  @Test(
    "what is wrong with a question is said with what is allowed",
    arguments: [
      (
        SizeFault.lever("a=5..3", .emptyRange(low: "5", high: "3")),
        "--lever a=5..3: the range from 5 to 3 is empty; the smaller number comes first",
        "--lever a=5..3：从5到3的范围为空；较小的数应在前"
      ),
      (
        .lever("a=1..3@0", .costNotPositive("0")),
        "--lever a=1..3@0: a unit costs 0; the cost must be above zero",
        "--lever a=1..3@0：单位成本为0；须大于0"
      ),
      (
        .target(
          "gate.wait.p95 <= 95%",
          .value(
            measure: "gate.wait.p95",
            unit: "s",
            .unknownUnit("%", allowed: ["s", "min"], nearest: nil)
          )
        ),
        "--target gate.wait.p95 <= 95%: the limit of gate.wait.p95, a length of time: \"%\" is no unit here; allowed: s, min",
        "--target gate.wait.p95 <= 95%：gate.wait.p95（时长）的限值：此处没有“%”这个单位；可用：s、min"
      ),
      (
        .growth("x", .noStart(key: "x")),
        "--most x: the scenario has no number above zero at x; give a range, as in x=1..10",
        "--most x：方案中x处没有大于0的数值；请给出范围，如 x=1..10"
      ),
    ]
  )
  func faults(fault: SizeFault, en: String, zh: String) {
    #expect(Wording(.en).studyError(.size(fault)) == en)
    #expect(Wording(.zh).studyError(.size(fault)) == zh)
  }

  @Test("every fault is worded in both languages")
  func allFaults() throws {
    var list = ProblemList(file: "s.yaml")
    let position = SourcePosition(line: 1, column: 1, override: "a=0")
    list.add(.outOfRange("0", low: "1", high: "9"), at: position)
    let problems = try #require(throws: ScenarioProblems.self) { try list.check() }
    let faults: [SizeFault] = [
      .lever("a", .malformed), .lever("a", .number(.notWhole("1.5"))),
      .lever("a", .twice(key: "k")), .lever("a", .refused(value: "0", problems)),
      .target("a", .malformed), .target("a", .noInterval(measure: "m")),
      .target("a", .noValue(measure: "m", settings: ["k=1"])), .target("a", .noStandards),
      .growth("a", .malformed), .growth("a", .number(.notANumber("x"))),
      .growth("a", .emptyRange(low: "2", high: "2")), .growth("a", .refused(value: "0", problems)),
      .noLever, .noTarget, .tooManyPoints(limit: 100_000),
    ]
    for fault in faults {
      let (en, zh) = (Wording(.en).sizeFault(fault), Wording(.zh).sizeFault(fault))
      #expect(!hasChinese(en) && hasChinese(zh), "\(en) | \(zh)")
    }
    // The place of a value that was given with the option says nothing new.
    #expect(!Wording(.en).sizeFault(faults[3]).contains("--set"))
  }

  // MARK: Answers

  private func point(
    _ servers: Int,
    _ estimate: Double?,
    _ verdict: FeasibilityTest.Verdict?,
    replications: Int = 20,
    overload: Overload? = nil
  ) -> TriedPoint {
    TriedPoint(
      settings: [
        .init(key: "stations.gate.servers", number: Double(servers), text: "\(servers)")
      ],
      cost: Double(servers),
      replications: replications,
      confidence: 0.99,
      outcomes: [
        .init(estimate: estimate, halfWidth: estimate.map { _ in 6 }, verdict: verdict)
      ],
      isFeasible: verdict?.isKept ?? false,
      isProven: verdict?.isProven ?? true,
      overload: overload
    )
  }

  private func result(
    _ tried: [TriedPoint],
    answer: Int?,
    failing: [Int],
    nearest: Int? = nil
  ) -> SizeResult {
    SizeResult(
      question: .least([Lever(key: "stations.gate.servers", range: 1...8)]),
      scenario: "four-lane gate",
      targets: [Target(measure: "gate.wait.p95", side: .atMost, limit: 600, unit: "s")],
      tried: tried,
      answer: answer,
      failing: failing,
      nearest: nearest,
      confidence: 0.95,
      tolerance: 0.02,
      contradiction: nil,
      seed: 1,
      record: .init(database: "gate.sqlite", experiment: 3)
    )
  }

  @Test("the least, and what shows that it is the least")
  func least() {
    let result = result(
      [point(4, 900, .broken), point(6, 300, .kept, replications: 10), point(5, 500, .kept)],
      answer: 2,
      failing: [0]
    )
    #expect(
      SizeText.text(result, .en) == """
        four-lane gate: the least cost with gate.wait.p95 ≤ 10 min

        stations.gate.servers  replications     gate.wait.p95  verdict
                            4            20  15.00 ± 0.10 min  not enough
                            6            10   5.00 ± 0.10 min  enough
                            5            20   8.33 ± 0.10 min  enough

        5 servers at gate: enough. gate.wait.p95 is 8.33 ± 0.10 min, at most 10 min wanted.
        4 servers at gate: not enough. gate.wait.p95 is 15.00 ± 0.10 min, at most 10 min wanted.
        All this together is 95% sure.
        3 points tried, 50 replications in all, seed 1. The half-widths (±) are those of the tests, which
          share the error.
        Recorded in gate.sqlite as experiment 3.
        """
    )
    #expect(
      SizeText.text(result, .zh) == """
        four-lane gate：满足gate.wait.p95≤10分钟的最小配置

        stations.gate.servers  仿真次数   gate.wait.p95  结论
                            4        20  15.00±0.10分钟  不满足
                            6        10   5.00±0.10分钟  满足
                            5        20   8.33±0.10分钟  满足

        gate设5个服务台：可满足目标。gate.wait.p95为8.33±0.10分钟，目标不超过10分钟。
        gate设4个服务台：不能满足目标。gate.wait.p95为15.00±0.10分钟，目标不超过10分钟。
        以上结论同时成立的置信度为95%。
        共试3个配置，合计50次仿真，随机种子1。±后为各次检验的半宽，误差在各次检验之间分摊。
        已记录于gate.sqlite，实验编号3。
        """
    )
  }

  @Test("what is too close to call is said")
  func close() {
    let band = result(
      [
        point(5, 595, .closelyKept),
        point(4, nil, nil, replications: 0, overload: Overload(place: "gate", load: 1.2)),
      ],
      answer: 0,
      failing: [1]
    )
    let text = SizeText.text(band, .en)
    #expect(text.contains("too close to call"))
    #expect(text.contains("within 2% of the limit"))
    #expect(text.contains("gate is asked for 120.0% of what it can do"))
    let late = result([point(5, 560, .closelyKept, replications: 1280)], answer: 0, failing: [])
    #expect(SizeText.text(late, .en).contains("even after 1,280 replications"))
    #expect(SizeText.text(late, .en).contains("Less is not allowed by the ranges."))
  }

  @Test("nothing is enough: what came nearest")
  func infeasible() {
    let text = result([point(8, 738, .broken)], answer: nil, failing: [], nearest: 0)
    let english = SizeText.text(text, .en)
    #expect(english.contains("Nothing within the ranges keeps the targets."))
    #expect(english.contains("wanted: 23.0%"))
    #expect(SizeText.text(text, .zh).contains("范围内没有任何配置能满足目标。"))
  }

  @Test("JSON has the promised keys")
  func json() {
    let result = result([point(4, 900, .broken), point(5, 500, .kept)], answer: 1, failing: [0])
    let text = SizeJSON.text(result, version: "0.1")
    #expect(
      text.hasPrefix(
        """
        {
          "feasible": true,
          "levers": {"stations.gate.servers": 5},
          "cost": 5.0,
          "confidence": 0.95,
          "proven": true,
          "fails": [
            {"stations.gate.servers": 4}
          ],
        """
      ),
      "\(text)"
    )
    #expect(
      text.contains(
        #"{"measure": "gate.wait.p95", "atMost": 600.0, "unit": "s", "estimate": 500.0, "halfWidth": 6.0, "verdict": "kept"}"#
      )
    )
  }
}
