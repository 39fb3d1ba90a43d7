import ScenarioFiles
import Testing

@Suite struct SourceChangeTests {
  private static let gate = """
    scenario: gate
    stations:
      main: {lanes: [{name: in-1, takes: [aeo]}, {name: in-2}], joins: random}
      yard: {servers: 4}
    procedures:
      pass:
        - serve at: main
          for: constant(1 min)
        - serve at: yard
          for: constant(5 min)
    """

  private func changes(_ replace: (String, String)...) throws -> [SourceChange] {
    var text = Self.gate
    for (found, other) in replace { text = text.replacing(found, with: other) }
    let first = try SourceTree.parse(Self.gate, file: "a.yaml")
    return try first.changes(to: SourceTree.parse(text, file: "b.yaml"))
  }

  @Test func equalFilesSayTheSame() throws {
    #expect(try changes().isEmpty)
    // Order of keys, quotes and comments say nothing.
    #expect(try changes(("{servers: 4}", "{\"servers\": '4'} # four")).isEmpty)
    #expect(
      try changes(
        (
          "{lanes: [{name: in-1, takes: [aeo]}, {name: in-2}], joins: random}",
          "{joins: random, lanes: [{name: in-2}, {name: in-1, takes: [aeo]}]}"
        )
      ).isEmpty
    )
  }

  @Test func itemsGoByTheirNames() throws {
    let added = try changes(("{name: in-1,", "{name: in-0, way: in}, {name: in-1,"))
    #expect(
      added == [
        SourceChange(
          path: ["stations", "main", "lanes", "in-0"],
          kind: .added("{name: in-0, way: in}")
        )
      ]
    )
    let removed = try changes((", {name: in-2}", ""))
    #expect(
      removed == [
        SourceChange(path: ["stations", "main", "lanes", "in-2"], kind: .removed("{name: in-2}"))
      ]
    )
  }

  @Test func valuesChange() throws {
    #expect(
      try changes(("servers: 4", "servers: 5"), ("[aeo]", "[aeo, general]")) == [
        SourceChange(
          path: ["stations", "main", "lanes", "in-1", "takes"],
          kind: .changed(from: "[aeo]", to: "[aeo, general]")
        ),
        SourceChange(path: ["stations", "yard", "servers"], kind: .changed(from: "4", to: "5")),
      ]
    )
    let deeper = try changes(("servers: 4", "servers: [{from: 0 h, count: 3}]"))
    #expect(deeper.map(\.kind) == [.changed(from: "4", to: "[{from: 0 h, count: 3}]")])
  }

  @Test func stepsWithoutNamesGoByTheirPlace() throws {
    let one = try changes(("constant(5 min)", "constant(6 min)"))
    #expect(one.map(\.path) == [["procedures", "pass", "[1]", "for"]])
    let inserted = try changes(
      ("    - serve at: yard", "    - delay for: 1 min\n    - serve at: yard")
    )
    #expect(
      inserted == [
        SourceChange(path: ["procedures", "pass", "[1]"], kind: .added("{delay for: 1 min}"))
      ]
    )
    let back = try SourceTree.parse(Self.gate, file: "a.yaml")
    let other = try SourceTree.parse(
      Self.gate.replacing("    - serve at: yard\n      for: constant(5 min)", with: ""),
      file: "b.yaml"
    )
    #expect(back.changes(to: other).map(\.path) == [["procedures", "pass", "[1]"]])
    #expect(other.changes(to: back).count == 1)
  }

  @Test func overridesAreChanges() throws {
    let tree = try SourceTree.parse(Self.gate, file: "a.yaml")
    var other = tree
    var problems = ProblemList(file: "a.yaml")
    other.set("stations.yard.servers=6", problems: &problems)
    other.set("demand.factor=2", problems: &problems)
    #expect(problems.isEmpty)
    #expect(
      tree.changes(to: other) == [
        SourceChange(path: ["stations", "yard", "servers"], kind: .changed(from: "4", to: "6")),
        SourceChange(path: ["demand", "factor"], kind: .added("2")),
      ]
    )
  }
}
