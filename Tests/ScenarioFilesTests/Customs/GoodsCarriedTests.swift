import Testing

@testable import ScenarioFiles

@Suite("What flows carry, by class of goods")
struct GoodsCarriedTests {
  /// A procedure that looks at the goods of its trucks.
  private let asking = """
    procedures:
      look:
        - choose:
            - when: goods class = animal and plant products
              do: [{delay for: 1 h}]

    """

  private func root(_ text: String) throws -> SourceNode {
    let expansion = try expansion(of: text)
    #expect(expansion.problems.problems.problems == [])
    return expansion.tree.root
  }

  @Test("trucks have a class of goods where something asks for it, and else none")
  func attribute() throws {
    #expect(try root(acceptedZone).at("attributes", "goods class") == nil)
    let carried = acceptedZone.replacing(
      "    visits per day: 100\n",
      with: "    visits per day: 100\n    goods: animal and plant products\n"
    )
    let root = try root(carried + asking)
    #expect(root.at("attributes", "goods class")?.texts == ["animal and plant products"])
    #expect(
      root.at("arrivals", "goods", "attributes", "goods class")?.text == "animal and plant products"
    )
    #expect(root.at("arrivals", "cars", "attributes", "goods class") == nil)
  }

  @Test("a condition may name a class of goods with a conjunction in its name")
  func condition() throws {
    let text = acceptedZone.replacing(
      "    visits per day: 100\n",
      with:
        "    visits per day: 100\n    goods: animal and plant products\n    procedure: look\n"
    )
    #expect(throws: Never.self) { try LoadedScenario.parse(text + asking, file: "test.yaml") }
    let wrong = asking.replacing("plant products", with: "plant product")
    #expect(throws: ScenarioProblems.self) {
      try LoadedScenario.parse(text + wrong, file: "test.yaml")
    }
  }
}
