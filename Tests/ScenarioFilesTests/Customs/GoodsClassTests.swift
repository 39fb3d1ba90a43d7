import Testing

@testable import ScenarioFiles

/// Money, values and classes of goods, exactly.
@Suite("Goods and money")
struct GoodsClassTests {
  @Test(
    "amounts of money are whole fen",
    arguments: [
      ("5 million yuan", 500_000_000), ("0.5 yuan", 50), ("12.345 yuan", 1_235), ("7 fen", 7),
      ("1.5 billion yuan", 150_000_000_000), ("0 yuan", 0),
    ]
  )
  func money(_ text: String, _ fen: Int64) throws {
    #expect(try parseMoney(text) == fen)
  }

  @Test("values are whole cents for a tonne")
  func values() throws {
    #expect(try parseValueByWeight("5664 USD per t") == 566_400)
    #expect(try parseValueByWeight("5.664 USD per kg") == 566_400)
    #expect(try parseExchangeRate("7.10") == 71_000)
    #expect(try parseExchangeRate("7.1234") == 71_234)
  }

  @Test(
    "what is no amount is refused with what is allowed",
    arguments: ["5", "5 dollars", "-1 yuan", "yuan", "1e3 yuan", "10001 billion yuan"]
  )
  func refusals(_ text: String) {
    #expect(throws: ScenarioFault.self) { try parseMoney(text) }
    #expect(throws: ScenarioFault.self) { try parseValueByWeight(text) }
  }

  @Test("a value is at most that of precious metal, so that the largest loads can be reckoned")
  func valueLimit() throws {
    #expect(try parseValueByWeight("100000 USD per kg") == 10_000_000_000)
    let refusal = #expect(throws: ScenarioFault.self) {
      try parseValueByWeight("100000.1 USD per kg")
    }
    #expect(
      refusal == .outOfRange("100000.1 USD per kg", low: "0 USD per t", high: "100000 USD per kg")
    )
  }

  private func reader(_ text: String) throws -> CustomsReader {
    let tree = try SourceTree.parse(text, file: "s.yaml")
    return CustomsReader(tree: tree, folder: "", problems: ProblemList(file: "s.yaml"))
  }

  @Test("a class keeps what is not written, a new one needs a value")
  func classes() throws {
    let reader = try reader(
      """
      goods:
        auto-parts: {value: 8000 USD per t, duty: 6.5%}
        pumps: {value: 20000 USD per t, duty: 7%, vat: 13%, material share: 40%}
      """
    )
    #expect(reader.problems.isEmpty)
    let parts = try #require(reader.words.goodsClass("auto-parts"))
    #expect(parts.centsPerTonne == 800_000 && parts.duty == 65_000 && parts.vat == 130_000)
    #expect(parts.materialDuty == 50_000, "the shipped class has a rate of its own for materials")
    let pumps = try #require(reader.words.goodsClass("pumps"))
    #expect(pumps.materialDuty == 70_000 && pumps.materialShare == 400_000)
    #expect(reader.words.goodsClass("food")?.duty == 120_000)
    #expect(reader.words.goodsClass("toys") == nil)
  }

  @Test("wrong classes and months are refused with their lines")
  func wrongClasses() throws {
    let reader = try reader(
      """
      goods:
        pumps: {duty: 7%}
        toys: {value: 20 USD, duty: 7%}
        cigars: {value: 20 USD per kg, consumption tax: 100%}
      exchange rates: {2024-02: 7.1, 2024-01: 7.2, 2024: 7}
      """
    )
    let lines = reader.problems.problems.problems.map(\.position?.line)
    #expect(lines == [2, 3, 4, 5, 5])
  }

  @Test("a month without a rate has the last before it, and the first months the assumed one")
  func months() throws {
    let reader = try reader(
      """
      exchange rates: {2024-02: 7.1, 2024-04: 7.25}
      """
    )
    let months = (1...5).map { CalendarDate(year: 2024, month: $0, day: 1) }
    #expect(reader.words.exchange(in: months) == [70_000, 71_000, 71_000, 72_500, 72_500])
  }
}
