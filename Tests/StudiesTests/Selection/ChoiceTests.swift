import ScenarioFiles
import Testing

@testable import Studies

/// Levers of a selection: ranges and lists.
@Suite("Choice") struct ChoiceTests {
  @Test func rangesAndLists() throws {
    let lanes = try Choice("stations.gate.servers = 2..4")
    #expect(lanes.key == "stations.gate.servers")
    #expect(lanes.values == ["2", "3", "4"])
    #expect(try Choice("a=3..3").values == ["3"])
    #expect(try Choice("stations.gate.queue=[fifo, lifo]").values == ["fifo", "lifo"])
    let services = try Choice("procedures.pass[0].for=[uniform(1 s, 2 s), {a: 1, b: 2}, \"x, y\"]")
    #expect(services.key == "procedures.pass[0].for")
    #expect(services.values == ["uniform(1 s, 2 s)", "{a: 1, b: 2}", "\"x, y\""])
  }

  @Test(
    "refused for what they are",
    arguments: [
      ("gate", ChoiceFault.malformed), ("=1..2", .malformed), ("a=", .malformed),
      ("a=5", .malformed), ("a=1..", .malformed), ("a=[1, 2", .malformed),
      ("a=4..2", .emptyRange(low: "4", high: "2")), ("a=1..4@2", .hasCost), ("a=[]", .emptyValue),
      ("a=[1,,2]", .emptyValue), ("a=[x, y, x]", .valueTwice("x")),
      ("a=0..1000", .tooMany(limit: 1_000)), ("a=0..1000000", .tooMany(limit: 1_000)),
    ]
  )
  func refusals(_ text: String, _ fault: ChoiceFault) {
    #expect(throws: SelectionFault.choice(text, fault)) { try Choice(text) }
  }

  @Test func numbersAreWhole() {
    #expect(throws: SelectionFault.self) { try Choice("a=1.5..3") }
    #expect(throws: SelectionFault.self) { try Choice("a=x..3") }
    #expect(throws: SelectionFault.self) { try Choice("a=-2..3") }
  }

  @Test func combinations() throws {
    let choices = try Choice.choices(["a=1..2", "b=[x, y, z]"])
    let designs = Choice.combinations(choices).map { $0.map(\.assignment) }
    #expect(designs.count == 6)
    #expect(designs[0] == ["a=1", "b=x"] && designs[1] == ["a=1", "b=y"])
    #expect(designs[5] == ["a=2", "b=z"])
  }

  @Test func severalTogether() {
    #expect(throws: SelectionFault.noChoice) { try Choice.choices([]) }
    #expect(throws: SelectionFault.oneDesign) { try Choice.choices(["a=1..1", "b=[x]"]) }
    #expect(throws: SelectionFault.choice("a=3..4", .keyTwice("a"))) {
      try Choice.choices(["a=1..2", "a=3..4"])
    }
    #expect(throws: SelectionFault.tooManyDesigns(limit: 1_000)) {
      try Choice.choices(["a=1..40", "b=1..40"])
    }
  }
}
