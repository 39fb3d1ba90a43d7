import EventSimulation
import Foundation
import Testing

@testable import Reports
@testable import Studies

/// The table and the JSON of `kakou verify` on figures made by hand.
@Suite struct VerifyTextTests {
  private func value(
    _ name: String,
    _ unit: String,
    _ exact: Double,
    _ estimate: Double?,
    _ halfWidth: Double?,
    _ verdict: Verdict
  ) -> VerifyResult.Value {
    let kind: ExactValue.Kind =
      switch verdict {
      case .exact, .notExact: .exactly
      case .within, .withinAgain, .outside: .within(0.9...1)
      case .covered, .coveredAgain, .missed, .tooWide: .mean
      }
    return VerifyResult.Value(
      exact: ExactValue(name: name, measure: "m", exact: exact, kind: kind),
      unit: unit,
      estimate: estimate,
      halfWidth: halfWidth,
      verdict: verdict
    )
  }

  private func result(
    _ first: [VerifyResult.Value],
    _ second: [VerifyResult.Value] = [],
    isComplete: Bool = true
  ) -> VerifyResult {
    let cases = [("A-MM1-0.9", "M/M/1, load 0.9", first), ("X-DET", "D/D/3", second)]
    return VerifyResult(
      cases: cases.filter { !$0.2.isEmpty }.map { id, model, values in
        VerifyResult.Case(
          exact: ExactCase(
            id: id,
            model: model,
            source: "",
            values: values.map(\.exact),
            load: 0.9
          ),
          values: values
        )
      },
      asked: 2,
      seed: 1,
      isComplete: isComplete,
      trucks: 1_234_567,
      wallSeconds: 83.2
    )
  }

  private var passing: VerifyResult {
    result(
      [
        value("Wq", "s", 540, 538.8712, 3.9312, .covered),
        value("E[Wq²]", "s²", 648_000, 645_336.4, 12_509, .covered),
        value("Pw", "", 0.9, 0.90021, 0.00052, .coveredAgain),
      ],
      [value("Wq max", "s", 720, 720, 0, .exact)]
    )
  }

  @Test func english() {
    let expected = """
        value   unit      exact  estimate   99.9% interval      ±  verdict
      A-MM1-0.9: M/M/1, load 0.9
        Wq      s        540.00     538.9      534.9–542.8  0.73%  covered
        E[Wq²]  s²    648,000.0   645,336  632,827–657,845  1.93%  covered
        Pw             0.900000   0.90021  0.89969–0.90073  0.06%  covered again
      X-DET: D/D/3
        Wq max  s       720.000   720.000                –      –  exact

      Cases: 2. Values: 4; covered: 2, covered again: 1, exact: 1.
      By chance alone 0.003 of so many 99.9% intervals would miss.
      Covered again: the figures are those of seed 2, after a miss by chance under seed 1.
      Seed 1; 1,234,567 trucks in 83.2 s.
      The engine agrees with theory.
      """
    #expect(VerifyText.text(passing, .en) == expected)
  }

  @Test func chinese() {
    let text = VerifyText.text(passing, .zh)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines[1] == "A-MM1-0.9（M/M/1, load 0.9）")
    #expect(lines[2].hasSuffix("0.73%  覆盖"))
    #expect(lines.contains("共2个算例、4个数值：覆盖2个、复验覆盖1个、相等1个。"))
    #expect(lines.last == "仿真结果与理论值相符。")
  }

  @Test func sharesOfTrialsHaveBands() {
    let shares = result([
      value("coverage", "", 0.95, 0.9435, 0.0172, .withinAgain),
      value("P(best)", "", 0.95, 0.62, 0.05, .outside),
    ])
    let text = VerifyText.text(shares, .en)
    let line = text.split(separator: "\n")[2].split(separator: " ").joined(separator: " ")
    #expect(line == "coverage 0.9500 0.944 0.926–0.961 1.81% within again")
    #expect(text.contains("Values: 2; within again: 1, outside: 1.\nWithin again: the figures"))
    #expect(!text.contains("By chance alone"))
    #expect(text.contains("theory: A-MM1-0.9 P(best) (outside)."))
    #expect(VerifyText.text(shares, .zh).contains("复验在范围内1个、超出范围1个"))
  }

  @Test func failuresAreNamed() {
    let failing = result(
      [
        value("Wq", "s", 540, 500, 4, .missed), value("W", "s", 600, 590, 40, .tooWide),
        value("L", "trucks", 9, nil, nil, .tooWide),
      ],
      [value("Wq max", "s", 720, 721, 0, .notExact)]
    )
    let text = VerifyText.text(failing, .en)
    #expect(
      text.hasSuffix(
        "\nThe engine does not agree with theory: A-MM1-0.9 Wq (missed), A-MM1-0.9 W (too wide),"
          + " A-MM1-0.9 L\n  (too wide), X-DET Wq max (not exact)."
      )
    )
    #expect(text.contains("\n  L       trucks  9.00000         –"))
    let chinese = VerifyText.text(failing, .zh)
    #expect(chinese.contains("仿真结果与理论值不符：A-MM1-0.9的Wq（未覆盖）、"))
    for line in (text + "\n" + chinese).split(separator: "\n") {
      #expect(String(line).displayWidth <= 100, "\(line)")
    }
  }

  @Test func anInterruptionIsSaidFirst() {
    let part = result([value("Wq", "s", 540, 538.9, 3.9, .covered)], isComplete: false)
    let text = VerifyText.text(part, .en)
    #expect(
      text.hasPrefix(
        "Interrupted: 1 of 2 cases were simulated; all figures rest on them.\n\n  value"
      )
    )
    #expect(!text.contains("agrees"))
    #expect(VerifyText.text(part, .zh).hasPrefix("验证已中断：共2个算例，已完成1个"))
    let none = VerifyText.text(result([], isComplete: false), .en)
    #expect(none == "Interrupted: 0 of 2 cases were simulated; all figures rest on them.")
  }

  @Test func jsonHasOneEntryForEachValue() throws {
    let expected = """
      {
        "cases": [
          {"id": "A-MM1-0.9", "value": "Wq", "exact": 540.0, "estimate": 500.0, "halfWidth": 4.0, \
      "verdict": "missed"},
          {"id": "A-MM1-0.9", "value": "L", "exact": 9.0, "estimate": null, "halfWidth": null, \
      "verdict": "too wide"},
          {"id": "X-DET", "value": "Wq max", "exact": 720.0, "estimate": 720.0, "halfWidth": 0.0, \
      "verdict": "exact"}
        ],
        "passed": false,
        "seed": 1
      }
      """
    let failing = result(
      [value("Wq", "s", 540, 500, 4, .missed), value("L", "trucks", 9, nil, nil, .tooWide)],
      [value("Wq max", "s", 720, 720, 0, .exact)]
    )
    #expect(VerifyJSON.text(failing) == expected)
    #expect(VerifyJSON.text(passing).contains("\"passed\": true"))
    let words = Verdict.allCases.map(\.word)
    let first = ["covered", "covered again", "missed", "too wide", "exact", "not exact"]
    #expect(words == first + ["within", "within again", "outside"])
  }

  // MARK: Numbers of workers

  private func comparison(_ isEqual: [Bool], asked: Int? = nil) -> WorkerComparison.Result {
    var other = Fingerprint()
    other.fold(Fingerprint())
    return WorkerComparison.Result(
      workers: [1, 8],
      rows: isEqual.enumerated().map { index, isEqual in
        WorkerComparison.Row(
          scenario: "case-\(index + 1)",
          events: 38_400,
          fingerprints: [Fingerprint(), isEqual ? Fingerprint() : other],
          isEqual: isEqual
        )
      },
      asked: asked ?? isEqual.count,
      wallSeconds: 2
    )
  }

  @Test func equalWorkers() {
    let text = WorkersText.text(comparison([true, true]), .en)
    #expect(text.contains("\ncase-2    38,400  \(Fingerprint().text)  equal\n"))
    #expect(
      text.hasSuffix(
        "\nScenarios: 2. Fingerprints and measures are the same with 1, 8 workers (2.00 s)."
      )
    )
    let chinese = WorkersText.text(comparison([true, true]), .zh)
    #expect(chinese.hasSuffix("共2个方案：并行数为1, 8时，指纹与各项指标完全一致（用时2.00秒）。"))
    #expect(VerifyJSON.text(comparison([true])).contains("\"equal\": true\n}"))
  }

  @Test func differentWorkers() throws {
    let text = WorkersText.text(comparison([true, false]), .en)
    #expect(text.contains("differs\n  with 1          \(Fingerprint().text)\n  with 8  "))
    #expect(text.hasSuffix("\nResults depend on the number of workers: case-2."))
    #expect(WorkersText.text(comparison([false]), .zh).hasSuffix("结果随并行数变化：case-1。"))
    let json = VerifyJSON.text(comparison([true, false]))
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let top = try #require(object as? [String: Any])
    #expect(top["equal"] as? Bool == false)
    #expect(top["workers"] as? [Int] == [1, 8])
    let rows = try #require(top["scenarios"] as? [[String: Any]])
    #expect(rows.map { $0["equal"] as? Bool } == [true, false])
    #expect((rows[1]["fingerprints"] as? [String])?.count == 2)
    let part = WorkersText.text(comparison([true], asked: 5), .en)
    #expect(part.contains("Interrupted: 1 of 5 scenarios were compared."))
  }

  // MARK: Words

  @Test func everyPhraseHasBothLanguages() {
    let holes: (String) -> [String] = { text in
      text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
        .compactMap { $0.split(separator: "}").first.map(String.init) }.sorted()
    }
    let isChinese: (String) -> Bool = { text in
      text.unicodeScalars.contains { 0x4E00...0x9FFF ~= $0.value }
    }
    for phrase in VerifyPhrase.allCases {
      let (en, zh) = (phrase.text(.en), phrase.text(.zh))
      #expect(!en.isEmpty && !isChinese(en), "\(phrase)")
      // A title of id and model, and a verdict with its count, are nothing but data.
      #expect(isChinese(zh) || [.caseTitle].contains(phrase), "\(phrase)")
      #expect(holes(en) == holes(zh), "\(phrase)")
    }
  }

  @Test func optionsAreWorded() {
    let unknown = UsageFault.verify(.unknownCase("A-MM1-0.7", existing: ["A-MM1-0.8", "K-FB"]))
    #expect(
      Wording(.en).usage(unknown)
        == "--case: there is no case \"A-MM1-0.7\"; there are: A-MM1-0.8; did you mean \"A-MM1-0.8\"?"
    )
    #expect(Wording(.zh).usage(unknown) == "--case：没有算例“A-MM1-0.7”；可用：A-MM1-0.8；是否应为“A-MM1-0.8”？")
    let workers = UsageFault.verify(.notWorkers("1,x"))
    #expect(Wording(.en).usage(workers).contains("\"1,x\""))
    #expect(Wording(.zh).usage(workers).contains("“1,x”"))
    #expect(Wording(.en).usage(.verify(.filesAlone)).contains("--workers 1,2,8"))
    #expect(
      Wording(.en).progress(number: 3, of: 9, id: "K-FB", isAgain: true)
        == "case 3 of 9: K-FB again"
    )
  }
}
