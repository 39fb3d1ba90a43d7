import ClearanceModel
import ClearanceRecords
import EventSimulation
import Foundation
import Studies
import Testing

@testable import Reports

/// What papers came to, in the summary of a run.
@Suite struct PapersRunTextTests {
  private static func firm(_ periods: DeclaringPeriod...) -> FirmPlan {
    FirmPlan(
      name: "parts-a",
      period: periods.enumerated().map { Dated(from: .days(Int64($0.offset)), $0.element) },
      items: 0..<1
    )
  }

  private static func papers(_ firms: FirmPlan...) -> PapersPlan {
    PapersPlan(firms: firms, items: [])
  }

  private static func zone(
    _ name: String,
    _ unit: String,
    _ estimate: Double,
    _ halfWidth: Double? = nil
  ) -> MeasureRecord {
    Samples.record("zone.\(name)", unit, estimate, halfWidth)
  }

  static let measures: [MeasureRecord] = [
    zone("declarations.count", "declarations", 3_120.4, 12),
    zone("declarations-per-shipment.count", "declarations", 21_034.2, 60),
    zone("declarations-saved.count", "declarations", 17_913.8, 61),
    zone("declarations-saved.share", "", 0.8517, 0.002),
    zone("late-declarations.count", "declarations", 2.5, 0.4), zone("slips.count", "forms", 18_000),
    zone("refused-book.count", "forms", 31.2), zone("refused-guarantee.count", "forms", 7),
    zone("refused-blocked.count", "forms", 0), zone("refused-credit.count", "forms", 0),
    zone("open-batches.mean", "batches", 610), zone("open-batches.max", "batches", 1_801.5),
    zone("exposed-duty.mean", "yuan", 8_000_000), zone("exposed-duty.max", "yuan", 24_123_456.7),
    zone("guarantee-in-use.mean", "yuan", 3_000_000),
    zone("guarantee-in-use.max", "yuan", 12_345_678.9, 120_000),
    zone("deferred-duty.sum", "yuan·d", 987_654_321, 5_000_000),
    zone("late-fees.sum", "yuan", 4_321), zone("arrears.sum", "yuan", 0),
    zone("duty.sum", "yuan", 45_600_000), zone("vat.sum", "yuan", 78_900.5),
    zone("book-opening.sum", "t", 12_000.04), zone("book-entered.sum", "t", 5_000.04),
    zone("book-left.sum", "t", 3_000.04), zone("book-consumed.sum", "t", 500),
    zone("book-closing.sum", "t", 13_500.04), zone("left-undeclared.sum", "t", 210.25),
    zone("entered-undeclared.sum", "t", 33.1),
    Samples.record("gate.declared.peak-day", "times", 181.5, 6),
    Samples.record("gate.utilisation.mean", "", 0.4312, 0.01),
  ]

  private static func summary(
    _ language: Language,
    measures: [MeasureRecord] = measures,
    papers: PapersPlan? = papers(firm(.monthly))
  ) throws -> String {
    let run = try Samples.run(measures: measures, papers: papers)
    return PapersRunText(RunText(wording: Wording(language), result: run)).lines
      .joined(separator: "\n")
  }

  @Test func english() throws {
    let text = try Self.summary(.en)
    #expect(
      text == """

        Declarations and guarantee, per replication
        declaring  declared  one by one  saved  guarantee, yuan  deferred, yuan·d  late  peak day  in use
        monthly       3,120      21,034  85.2%       12,345,679       987,654,321   2.5       182   43.1%
        Assessed: duty 45.60 million yuan, VAT and consumption tax 78,900 yuan; at most 1,802 batches open,
          and at most 24.12 million yuan of duty and tax not yet paid.
        Refused: 31.2 for want of stock on the book, 7 beyond the guarantee. Late: 2.5 consolidated
          declarations, 4,321 yuan of fees for late declaration.
        The books close: 12,000.0 t at the start + 5,000.0 t entered − 3,000.0 t left − 500.0 t used up =
          13,500.0 t; 210.2 t left and 33.1 t entered are not yet declared.
        """
    )
    for line in text.split(separator: "\n") { #expect(line.displayWidth <= 100, "\(line)") }
  }

  @Test func chinese() throws {
    let text = try Self.summary(.zh)
    #expect(
      text == """

        集中申报成效表（每次仿真，报关单按票计）
        申报方式  报关单  逐票应报   减少  担保峰值（万元）  递延（万元·天）  逾期  高峰日  利用率
        按月       3,120    21,034  85.2%          1,234.57        98,765.43   2.5     182   43.1%
        应征关税4,560.00万元，增值税、消费税7.89万元；未申报批次最多1,802批，已出区未缴税款最高2,412.35万
          元。
        退单：账册余量不足31.2份、担保额度不足7份。逾期：集中申报2.5票、滞报金0.43万元。
        账册平衡：期初12,000.0吨＋进区5,000.0吨－出区3,000.0吨－耗用500.0吨＝期末13,500.0吨；已出区未集报
          210.2吨，已入区未集报33.1吨。
        """
    )
    for line in text.split(separator: "\n") { #expect(line.displayWidth <= 100, "\(line)") }
  }

  @Test func nothingRefusedAndNothingLate() throws {
    let clean = Self.measures.map { record in
      var record = record
      let name = record.name
      if name.contains("refused") || name.contains("late") { record.estimate = 0 }
      return record
    }
    #expect(
      try Self.summary(.en, measures: clean)
        .contains("No list or slip was refused. No consolidated declaration was late.")
    )
    #expect(try Self.summary(.zh, measures: clean).contains("无退单。集中申报无逾期。"))
  }

  /// A firm that changes its period, or another one, makes the way of declaring the firms' own.
  @Test func theWayOfDeclaring() {
    let words = { (papers: PapersPlan) in Wording(.en).declaring(papers.declaring) }
    let (monthly, quarterly) = (Self.firm(.monthly), Self.firm(.quarterly))
    #expect(words(Self.papers(monthly, monthly)) == "monthly")
    #expect(words(Self.papers(quarterly)) == "quarterly")
    #expect(words(Self.papers(Self.firm(.perShipment))) == "per shipment")
    #expect(words(Self.papers(monthly, quarterly)) == "by firm")
    #expect(words(Self.papers(Self.firm(.monthly, .quarterly))) == "by firm")
    #expect(Wording(.zh).declaring(nil) == "各企业自定")
  }

  /// Without papers nothing is said, and of measures that were not asked for neither.
  @Test(arguments: Language.allCases) func whatIsNotThereIsLeftOut(language: Language) throws {
    #expect(try Self.summary(language, papers: nil).isEmpty)
    #expect(try Self.summary(language, measures: []).isEmpty)
    let few = Self.measures.filter { $0.name.contains("declarations.count") }
    let lines = try Self.summary(language, measures: few).split(separator: "\n")
    #expect(lines.count == 3)
  }

  /// It stands in the summary of a run with gates and of one without.
  @Test func itStandsInTheSummary() throws {
    let plain = try Samples.run(
      measures: Samples.measures + Self.measures,
      papers: Self.papers(Self.firm(.monthly))
    )
    let text = RunText.summary(plain, .en)
    #expect(text.contains("The books close: 12,000.0 t"))
    var customs = try CustomsSamples.run()
    #expect(!RunText.summary(customs, .en).contains("The books close"))
    customs = try CustomsSamples.run(papers: Self.papers(Self.firm(.monthly)), more: Self.measures)
    #expect(RunText.summary(customs, .en).contains("The books close: 12,000.0 t"))
    let lines = RunText.summary(customs, .zh).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    #expect(lines.count <= 72)
  }

  @Test func json() throws {
    let run = try Samples.run(measures: Self.measures, papers: Self.papers(Self.firm(.monthly)))
    let text = RunJSON.text(run, version: "1", .en)
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let object = try #require(value as? [String: Any])
    #expect(object["declaring"] as? String == "monthly")
    #expect((object["measures"] as? [Any])?.count == Self.measures.count)
    let plain = RunJSON.text(try Samples.run(), version: "1", .en)
    #expect(!plain.contains("declaring"))
  }

  /// The table of `--measures` has money in 万元 with two decimals in Chinese.
  @Test func measuresOfMoney() throws {
    let run = try Samples.run(measures: Self.measures)
    let names = [
      "zone.guarantee-in-use.max", "zone.deferred-duty.sum", "zone.late-declarations.count",
      "zone.refused-book.count", "zone.open-batches.mean", "zone.book-left.sum",
      "gate.declared.peak-day",
    ]
    let rows = { (language: Language) in
      RunText.measures(run, names: names, language).split(separator: "\n").dropFirst()
        .map { $0.split(separator: " ").dropLast().joined(separator: " ") }
    }
    #expect(
      rows(.zh) == [
        "zone.guarantee-in-use.max 1,234.57 12.00 万元",
        "zone.deferred-duty.sum 98,765.43 500.00 万元·天",
        "zone.late-declarations.count 2.50 0.40 票", "zone.refused-book.count 31.20 – 份",
        "zone.open-batches.mean 610.0 – 批", "zone.book-left.sum 3,000.0 – 吨",
        "gate.declared.peak-day 181.5 6.0 次",
      ]
    )
    #expect(rows(.en).first == "zone.guarantee-in-use.max 12,345,679 120,000 yuan")
    #expect(rows(.en)[1] == "zone.deferred-duty.sum 987,654,321 5,000,000 yuan·d")
  }
}
