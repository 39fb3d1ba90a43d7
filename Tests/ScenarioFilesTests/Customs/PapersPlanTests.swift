import ClearanceModel
import EventSimulation
import Foundation
import Testing

@testable import ScenarioFiles

@Suite("Books and rules from customs words")
struct PapersPlanTests {
  private func plan(_ changes: (String, String)...) throws -> PapersPlan {
    var text = papersZone
    for (old, new) in changes { text = text.replacing(old, with: new) }
    let expansion = try expansion(of: text)
    #expect(expansion.problems.problems.problems == [])
    return try #require(expansion.papers)
  }

  @Test("scenarios without movements have none")
  func none() throws {
    #expect(try expansion(of: acceptedZone).papers == nil)
  }

  @Test("credit, period and guarantee by date")
  func byDate() throws {
    let plan = try plan()
    #expect(plan.firms.map(\.name) == ["parts-a", "logistics-b", "late-c"])
    let parts = plan.firms[0]
    // 2024-07-01 is 119 days after 2024-03-04, 2024-10-01 is 211.
    #expect(parts.credit.map(\.value) == [.advancedCertified, .general])
    #expect(parts.credit.map(\.from) == [.zero, .days(119)])
    #expect(parts.period.map(\.value) == [.monthly, .quarterly])
    #expect(parts.period.map(\.from) == [.zero, .days(119)])
    #expect(parts.guaranteeLine.map(\.value) == [Fen(500_000_000), Fen(800_000_000)])
    #expect(parts.guaranteeLine.map(\.from) == [.zero, .days(211)])
    #expect(parts.business == .manufacturing && parts.electsMaterials && parts.paysTogether)
    // As the policy says of who says nothing.
    #expect(plan.firms[1].period.map(\.value) == [.perShipment, .monthly])
    #expect(plan.firms[1].period.map(\.from) == [.zero, .days(89)])
    #expect(!plan.firms[1].electsMaterials)
  }

  @Test("items by goods, with their rates and what the book begins with")
  func items() throws {
    let plan = try plan()
    #expect(plan.firms.map(\.items) == [0..<5, 5..<25, 25..<45])
    let items = plan.items[plan.firms[0].items]
    #expect(items.map(\.goods) == ["auto-parts", "auto-parts", "auto-parts", "pumps", "pumps"])
    #expect(items.map(\.name).last == "pumps 2")
    let pump = items[3]
    #expect(pump.centsPerTonne == 2_000_000 && pump.duty == .percent(7))
    // Without a choice of duty for them materials are dutiable as the whole.
    #expect(pump.materialShare == .one && pump.materialDuty == .percent(7))
    #expect(items[0].materialShare == .percent(60) && items[0].materialDuty == .percent(5))
    // 600 t: 33 of 50 parts go out bonded, 5 non-bonded, and 12 (80 % of 15 that go abroad) are from
    // the country; materials of the products count double where they weigh so.
    let sums = (0..<3).map { status in items.reduce(0) { $0 + $1.opening[status] } }
    #expect(sums.reduce(0, +) == 600_000)
    #expect(0 < sums[1] && sums[1] < sums[2] && sums[2] < sums[0])
    for status in 0..<3 {
      let stock = items.map { $0.opening[status] }
      #expect((stock.max() ?? 0) - (stock.min() ?? 0) <= 1)
    }
    // Who joins during the run begins with nothing, and has no application for batches.
    #expect(plan.firms.map(\.hasApplication) == [true, true, false])
    #expect(plan.items[25..<45].allSatisfy { $0.opening == [0, 0, 0] })
    #expect(plan.items[5..<25].allSatisfy { $0.opening[0] > 0 })
  }

  @Test("opening stock in very many days fits")
  func hugeOpening() throws {
    let plan = try plan(
      ("food, opening stock: 30 d", "food, opening stock: 100000000 d"),
      ("visits per day: 100", "visits per day: 1000000")
    )
    let stock = (0..<3).map { status in
      plan.items[plan.firms[1].items].reduce(0) { $0 + $1.opening[status] }
    }
    #expect(stock == Array(repeating: 1_000_000_000_000_000, count: 3))
  }

  @Test("opening stock in days is so many days of outward movements")
  func opening() throws {
    let plan = try plan(
      ("logistics-b: {credit: general, share: 30%", "logistics-b: {items: 1, share: 30%")
    )
    let stock = plan.items[plan.firms[1].items][5].opening
    // 100 visits, 5.6 of 7 days, 30 %: 24 trucks a day; loads of 0.8 t, 5 t and 14 t, cut at 0.
    let trucks = 100 * (5 + 2 * 0.3) / 7 * 0.3
    let bonded = Double(stock[0]) / 30 / trucks / 0.33
    #expect(7.3...7.8 ~= bonded / 1_000, "\(bonded) kg a truck")
    #expect(abs(Double(stock[1]) / Double(stock[0]) - 5.0 / 33) < 1e-3)
  }

  @Test("months, rates and switches")
  func rules() throws {
    let plan = try plan()
    #expect(plan.months.count == 13)
    #expect(plan.months[0] == .zero && plan.months[1] == .days(28))
    #expect(plan.exchange.prefix(3) == [71_000, 71_000, 72_500])
    #expect(plan.rules.rateDate == .gate)
    #expect(plan.rules.hasWaiver && plan.rules.waiverFrom == .zero)
    let other = try self.plan(
      ("starts: 2024-03-04", "starts: 2023-10-01"),
      ("rate date: gate", "guarantee waiver: on\n  late fee: off\n  lateness blocks: off")
    )
    #expect(other.rules.waiverFrom == .days(26))
    #expect(other.rules.rateDate == .acceptance)
    #expect(!other.rules.hasLateFee && !other.rules.latenessBlocks)
  }

  @Test("books are reconciled on the days of the policy")
  func reconciliations() throws {
    let dates = "book reconciliation: [2024-02-28, 2024-09-30]"
    let plan = try plan(("rate date: gate", dates))
    #expect(plan.reconciliations == [.zero - .days(5), .days(210)])
    #expect(try self.plan().reconciliations.isEmpty)
  }

  @Test("a share of the choice of duty is one of manufacturers")
  func election() throws {
    func elects(_ election: String) throws -> [Bool] {
      let makers = papersZone.replacing("share: 30%,", with: "business: manufacturing, share: 30%,")
        .replacing("share: 20%, joins", with: "business: manufacturing, share: 20%, joins")
        .replacing("{share: on, goods: {pumps: off}}", with: election)
      return try #require(try expansion(of: makers).papers).firms.map(\.electsMaterials)
    }
    #expect(try elects("on") == [true, true, true])
    #expect(try elects("off") == [false, false, false])
    #expect(try elects("{share: 40%}") == [false, false, true])
    #expect(try elects("{share: 50%, firms: {parts-a: on}}") == [true, false, true])
  }

  @Test("what is made for outside clients takes its materials from the book too")
  func entrusted() throws {
    let half = try plan(
      ("rate date: gate", "entrusted processing: {path: book}"),
      ("opening stock: 600 t", "opening stock: 10 d"),
      ("starts: 2024-03-04", "starts: 2024-03-04\nassumptions: {material per product: 1}")
    )
    let double = try plan(
      ("rate date: gate", "entrusted processing: {path: book}"),
      ("opening stock: 600 t", "opening stock: 10 d"),
      ("starts: 2024-03-04", "starts: 2024-03-04\nassumptions: {material per product: 2}")
    )
    func exported(_ plan: PapersPlan) -> Int64 {
      plan.items[plan.firms[0].items].reduce(0) { $0 + $1.opening[2] }
    }
    #expect(exported(half) > 0 && abs(exported(double) - 2 * exported(half)) <= 2)
    #expect(half.items[3].materialShare == .one && half.items[3].addedShare == .percent(40))
  }

  @Test("ordinary taxpayers are so many of every so many")
  func taxpayers() throws {
    let plan = try plan(("rate date: gate", "general taxpayers: 50%"))
    #expect(plan.firms.map(\.isGeneralTaxpayer) == [false, true, false])
    let named = try self.plan(
      ("rate date: gate", "general taxpayers: 50%"),
      ("items: 5", "items: 5\n    general taxpayer: yes")
    )
    #expect(named.firms.map(\.isGeneralTaxpayer) == [true, false, true])
  }

  @Test(
    "a whole in parts of at least one",
    arguments: [
      (10, [0.5, 0.5], [5, 5]), (10, [0.55, 0.45], [6, 4]), (5, [0.6, 0.4], [3, 2]),
      (3, [0.98, 0.01, 0.01], [2, 1, 1]), (1, [1], [1]),
    ] as [(Int, [Double], [Int])]
  )
  func parts(_ total: Int, _ shares: [Double], _ expected: [Int]) {
    #expect(apportioned(total, shares) == expected)
  }
}
