import Foundation
import Testing

@testable import ScenarioFiles

/// Every assumption changes what happens, or what is measured, somewhere.
@Suite("Effects of assumptions")
struct AssumptionEffectTests {
  /// Where an assumption matters.
  struct Case: CustomTestStringConvertible, Sendable {
    let key: String
    let base: CustomsBase
    /// What else is set, before and after.
    let given: [String]

    var testDescription: String { key }
  }

  /// The scenario of every key; those that are not named matter at a gate.
  static let cases = Assumption.all.map { assumption -> Case in
    let key = assumption.key
    if let given = special[key] { return Case(key: key, base: given.0, given: given.1) }
    if whileOut.contains(key) { return Case(key: key, base: .outages, given: []) }
    if ofStatuses.contains(key) { return Case(key: key, base: .byStatus, given: []) }
    if atTheOffice.contains(key) { return Case(key: key, base: .papers, given: []) }
    if ofProducts.contains(key) { return Case(key: key, base: .products, given: []) }
    if ofColdGoods.contains(key) { return Case(key: key, base: .cold, given: []) }
    if Assumption.risk.map(\.key).contains(key) { return Case(key: key, base: .modes, given: []) }
    if ofMovements.contains(key) { return Case(key: key, base: .movements, given: []) }
    return Case(key: key, base: .gate, given: [])
  }

  private static let special: [String: (CustomsBase, [String])] = [
    "empty share": (.papers, ["runs for=3 d"]),
    "aeo share": (.products, ["runs for=10 d"]),
    // Only where goods are heavy does their limit bind.
    "semi goods limit": (
      .gate, ["assumptions.semi goods=28 t", "assumptions.weight floor=200 kg"]
    ),
    "hit rate factor consolidated": (.papers, ["assumptions.hit rate general=90%"]),
    // One firm alone has enough different items for a second declaration.
    "merged items limit": (.papers, ["assumptions.counterparties=1"]),
    // Who is late must be late within the run.
    "declares late by": (
      .movements, ["assumptions.declares late share=60%", "runs for=20 d"]
    ),
    // It matters where a book does not hold enough in one of the statuses.
    "domestic share of exports": (.movements, ["assumptions.opening stock=1 d"]),
    // Who joins has its application approved.
    "approval by hand": (
      .movements, ["firms.c.joins=2024-12-22", "policy.four-self-one-simplification=off"]
    ),
    "approval by system": (
      .movements, ["firms.c.joins=2024-12-22", "policy.four-self-one-simplification=on"]
    ),
    // The network is lost once a month.
    "network loss every": (.outages, ["outages.network={}", "runs for=60 d"]),
    "network loss lasts": (.outages, ["outages.network={}", "runs for=60 d"]),
    // One sample in a hundred fails.
    "failure share food": (
      .cold, ["flows.food.visits per day=40", "laboratories.near.benches=400"]
    ),
    // Where warehouses hold goods of several statuses.
    "stocktake every": (.byStatus, ["assumptions.mixing error share=20%"]),
    // Audits come after weeks, and few.
    "audit share": (.movements, ["assumptions.audit delay=1 d"]),
    "audit delay": (.movements, ["assumptions.audit share=30%"]),
    "audit time": (.movements, ["assumptions.audit share=30%", "assumptions.audit delay=1 d"]),
  ]
  private static let ofStatuses = Assumption.byStatus.map(\.key)
  private static let ofMovements = (Assumption.firms + Assumption.papers).map(\.key)
  private static let ofColdGoods = (Assumption.testsByGoods + Assumption.coldChain).map(\.key)
  private static let whileOut = Assumption.outages.map(\.key)
  private static let atTheOffice = [
    "manual review share", "review time", "review time per item",
    "items a slip", "different items", "counterparties", "declares at",
  ]
  private static let ofProducts = [
    "port quarantine", "port to gate", "sampled share", "sampling time", "test time",
    "urgent factor", "failure share", "treated share", "returned share", "treatment time",
    "return time", "destruction time",
  ]

  @Test(
    "another value within its bounds is seen",
    arguments: cases.filter { $0.key != "weight limit" }
  )
  func effect(_ one: Case) throws {
    let assumption = try #require(Assumption.named(one.key))
    let bounds = try #require(assumption.bounds)
    let before = try one.base.outcome(one.given)
    // The lower bound may be what stands there already, or too near to it.
    let isSeen = try [bounds.low, bounds.high].contains { value in
      try !one.base.outcome(one.given + ["assumptions.\(one.key)=\(value)"]).isSame(as: before)
    }
    #expect(isSeen)
  }

  /// The limit of a truck's weight moves nobody: it refuses goods that are too heavy.
  @Test("a weight limit refuses goods that are heavier")
  func weightLimit() throws {
    let goods = "assumptions.semi goods=28 t"
    let bounds = try #require(Assumption.named("weight limit")?.bounds)
    let text = CustomsBase.gate.text
    func load(_ limit: String) throws -> LoadedScenario {
      try LoadedScenario.parse(
        text,
        file: "zone.yaml",
        overrides: [goods, "assumptions.weight limit=\(limit)"]
      )
    }
    #expect(throws: ScenarioProblems.self) { try load(bounds.low) }
    #expect(throws: Never.self) { try load(bounds.high) }
  }
}
