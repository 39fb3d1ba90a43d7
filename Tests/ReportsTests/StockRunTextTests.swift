import ClearanceModel
import ClearanceRecords
import EventSimulation
import Testing

@testable import Reports
@testable import ScenarioFiles
@testable import Studies

/// Goods by status in the summary of a run, and as `check` reads them back.
@Suite struct StockRunTextTests {
  private static func zone(_ name: String, _ unit: String, _ value: Double) -> MeasureRecord {
    Samples.record("zone.\(name)", unit, value, nil)
  }

  private static let measures: [MeasureRecord] = [
    zone("stock-bonded-opening.sum", "t", 1_000.04), zone("stock-bonded-entered.sum", "t", 500.04),
    zone("stock-bonded-left.sum", "t", 300.04), zone("stock-bonded-corrected.sum", "t", -12.5),
    zone("stock-bonded.sum", "t", 1_187.54), zone("stock-bonded-expected.sum", "t", 1_190.54),
    zone("stock-bonded-physical.sum", "t", 1_186.34),
    zone("stock-non-bonded-opening.sum", "t", 800), zone("stock-non-bonded-entered.sum", "t", 0),
    zone("stock-non-bonded-left.sum", "t", 100), zone("stock-non-bonded-corrected.sum", "t", 12.5),
    zone("stock-non-bonded.sum", "t", 712.5), zone("stock-non-bonded-expected.sum", "t", 712.5),
    zone("stock-non-bonded-physical.sum", "t", 716.7),
    zone("stock-exported-in-opening.sum", "t", 0), zone("stock-exported-in-entered.sum", "t", 0),
    zone("stock-exported-in-left.sum", "t", 0), zone("stock-exported-in-corrected.sum", "t", 0),
    zone("stock-exported-in.sum", "t", 0), zone("stock-exported-in-expected.sum", "t", 0),
    zone("stock-exported-in-physical.sum", "t", 0),
    zone("mixing-errors.count", "errors", 22.4), zone("mixing-errors-found.count", "errors", 18),
    zone("mixing-errors-at-gate.count", "errors", 0.4),
    zone("mixing-errors-corrected.count", "errors", 17),
    zone("mixing-errors-open.count", "errors", 1), zone("mixing-errors-hidden.count", "errors", 5),
    zone("mixing-time-to-find.mean", "s", 45.2 * 86_400),
    zone("mixed-stock.mean", "t", 9.87), zone("mixed-stock.max", "t", 31.2),
    zone("taxed-afterwards.sum", "yuan", 1_234_567),
  ]

  private static func summary(
    _ language: Language,
    _ measures: [MeasureRecord] = measures,
    mixes: Bool = true
  ) throws -> [String] {
    var rules = PaperRules()
    if mixes { rules.stocktakeEvery = .days(90) }
    let papers = PapersPlan(firms: [], items: [], rules: rules)
    let run = try Samples.run(measures: measures, papers: papers)
    return StockRunText(RunText(wording: Wording(language), result: run)).lines
  }

  @Test func english() throws {
    let text = try Self.summary(.en)
    #expect(
      text.joined(separator: "\n") == """
        Goods by status, ledger against warehouse, t per replication
        status        start  entered   left  corrected   ledger  not formal  in store  mixed up
        bonded      1,000.0    500.0  300.0      -12.5  1,187.5         3.0   1,186.3      -4.2
        non-bonded    800.0      0.0  100.0       12.5    712.5         0.0     716.7       4.2
        Goods of the wrong status were picked 22.4 times; 18 such errors were found, 0.4 of them at the
          gate. At the end 5 are not found and 1 found and not yet corrected. An error is found after 45.2 d
          on average. 9.9 t lay under the wrong status on average, 31.2 t at most. 1.23 million yuan of duty
          and tax were assessed afterwards.
        """
    )
    for line in text { #expect(line.displayWidth <= 100, "\(line)") }
  }

  @Test func chinese() throws {
    let text = try Self.summary(.zh).joined(separator: "\n")
    for part in ["分状态货物账实对照表", "保税", "非保税", "串货22.4起", "平均发现时间45.2天", "事后补征税款123.46万元"] {
      #expect(text.contains(part), "\(part)")
    }
    for line in text.split(separator: "\n") { #expect(line.displayWidth <= 100, "\(line)") }
  }

  @Test(arguments: Language.allCases) func withoutErrors(language: Language) throws {
    let clean = Self.measures.map { record in
      var record = record
      if record.name == "zone.mixing-errors.count" { record.estimate = 0 }
      return record
    }
    let text = try Self.summary(language, clean).joined(separator: "\n")
    #expect(text.contains(language == .en ? "No goods of the wrong status" : "未发生串货"))
    #expect(try Self.summary(language, mixes: false).isEmpty)
  }

  // MARK: Check

  private func check(_ language: Language, _ byStatus: CustomsScenario.ByStatus?) throws -> String {
    let loaded = try Samples.loaded(CustomsSamples.text())
    var result = CheckResult(
      scenario: loaded.scenario,
      plan: loaded.plan,
      loads: [],
      warnings: []
    )
    var customs = CustomsSamples.customs()
    customs.byStatus = byStatus
    result.customs = customs
    return CheckText.text(result, language).split(separator: "\n")
      .map { String($0.drop { $0 == " " }) }.joined(separator: language == .en ? " " : "")
  }

  @Test func isReadBack() throws {
    var byStatus = CustomsScenario.ByStatus(
      stocktakeEvery: 30 * 86_400_000_000,
      consolidatesAbroad: true,
      consolidatesInland: false,
      bondedShare: 0.5,
      exportedInShare: 0.2
    )
    let text = try check(.en, byStatus)
    for part in [
      "they are counted every 30 d", "carries 50% bonded goods", "20% exported-in goods",
      "needs a lane that takes declared, bonded goods",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    let chinese = try check(.zh, byStatus)
    for part in ["货物按状态分类监管", "盘点一次", "保税货物50%", "报关保税货物的通道"] {
      #expect(chinese.contains(part), "\(part)")
    }
    byStatus.stocktakeEvery = nil
    byStatus.consolidatesAbroad = false
    byStatus.consolidatesInland = true
    let inland = try check(.en, byStatus)
    #expect(!inland.contains("are counted every") && !inland.contains("exported-in goods"))
    #expect(try !check(.en, nil).contains("consolidated truck"))
  }
}
