import Testing

@testable import Reports
@testable import ScenarioFiles
@testable import Studies

/// Firms' books, goods and movements as `check` reads them back.
@Suite struct PapersCheckTextTests {
  private func check() throws -> CheckResult {
    let loaded = try Samples.loaded(CustomsSamples.text())
    var customs = CustomsSamples.customs()
    customs.firms = [firm("parts-a", "aeo", "monthly"), firm("others", "general", "per shipment")]
    customs.firms[0].papers?.creditChanges = [(date(7, 1), "general")]
    customs.firms[0].papers?.declaresChanges = [(date(7, 1), "quarterly")]
    customs.firms[0].papers?.guaranteeChanges = [(date(10, 1), 800_000_000)]
    customs.firms[1].papers?.joins = (date(4, 1), date(6, 1))
    customs.firms[1].papers?.leaves = date(12, 1)
    customs.goods = [
      .init(
        name: "auto-parts",
        centsPerTonne: 900_000,
        duty: 60_000,
        vat: 130_000,
        consumption: 0,
        materialShare: 600_000,
        materialDuty: 50_000
      )
    ]
    customs.movements = [
      .init(
        flow: "goods",
        into: [("first-line", 0.2), ("empty", 0.8)],
        out: [("batch", 1)],
        documents: "2",
        trucks: 1
      )
    ]
    var result = CheckResult(
      scenario: loaded.scenario,
      plan: loaded.plan,
      loads: [],
      warnings: []
    )
    result.customs = customs
    return result
  }

  private func date(_ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year: 2024, month: month, day: day)
  }

  private func firm(
    _ name: String,
    _ credit: String,
    _ declares: String
  ) -> CustomsScenario.Firm {
    var firm = CustomsScenario.Firm(name: name, credit: credit, declares: declares)
    firm.papers = CustomsScenario.FirmPapers(
      business: "manufacturing",
      share: 0.5,
      goods: [("auto-parts", 1)],
      items: 20,
      guarantee: 500_000_000,
      guaranteeChanges: [],
      creditChanges: [],
      declaresChanges: [],
      joins: nil,
      leaves: nil,
      opening: [1_000_000, 500, 0]
    )
    return firm
  }

  @Test func english() throws {
    let text = CheckText.text(try check(), .en)
    for line in [
      "  Firms    share  credit   business       goods       items  batches       guarantee      stock",
      "  parts-a    50%  AEO      manufacturing  auto-parts     20  monthly        5 m yuan  1,000.5 t",
      "  parts-a: from 2024-07-01 general credit; from 2024-07-01 declares quarterly; from 2024-10-01",
      "    guarantee 8 m yuan",
      "  others: joins on 2024-04-01, at its full share on 2024-06-01; leaves on 2024-12-01",
      "USD per t", "9,000    6%  13%",
      "in: first-line 20%, empty 80%", "2 documents a truck",
    ] {
      #expect(text.contains(line), "\(line)\n\(text)")
    }
    for line in text.split(separator: "\n") { #expect(line.count <= 110, "\(line)") }
  }

  @Test func chinese() throws {
    let text = CheckText.text(try check(), .zh)
    for line in [
      "500.00万元", "1,000.5吨", "2024-07-01起按季集中申报", "2024-10-01起担保额度800.00万元",
      "2024-04-01入区，2024-06-01达到满额", "进区：一线 20%、空车 80%", "每车2票", "美元/吨", "加工制造",
    ] {
      #expect(text.contains(line), "\(line)\n\(text)")
    }
  }

  @Test func json() throws {
    let text = CheckJSON.text(try check(), version: "1", .en)
    for key in [
      "\"guarantee\": 500000000", "\"openingStock\"", "\"movements\"", "\"centsPerTonne\"",
    ] {
      #expect(text.contains(key), "\(key)\n\(text)")
    }
  }
}
