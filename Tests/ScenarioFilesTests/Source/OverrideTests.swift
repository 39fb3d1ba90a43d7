import Testing

@testable import ScenarioFiles

@Suite struct OverrideTests {
  static let text = """
    runs for: 1 d
    stations:
      gate: {servers: 4, lanes: [{name: l1, servers: 1}, {name: l2}]}
    nothing:
    """

  private func tree(_ assignments: String...) throws -> (SourceTree, [ScenarioProblem]) {
    var tree = try SourceTree.parse(OverrideTests.text, file: "s.yaml")
    var problems = ProblemList(file: "s.yaml")
    for assignment in assignments { tree.set(assignment, problems: &problems) }
    return (tree, problems.problems.problems)
  }

  @Test func pathsAndPositions() throws {
    let assignment = "stations.gate.lanes.l1.servers=2"
    let (tree, problems) = try tree(
      "runs for=3 d",
      assignment,
      "stations.gate.lanes[1].name = L",
      "demand.factor=2",
      "stations.gate.queue={a: [b, c]}",
      "nothing.here=1",
      "stations.gate.servers="
    )
    #expect(problems.isEmpty)
    #expect(tree.root.entries?.map(\.key) == ["runs for", "stations", "nothing", "demand"])
    #expect(tree.root["runs for"]?.text == "3 d")
    let gate = try #require(tree.root["stations"]?["gate"])
    let lanes = try #require(gate["lanes"]?.items)
    #expect(lanes[0]["servers"]?.text == "2")
    #expect(
      lanes[0]["servers"]?.position == SourcePosition(line: 1, column: 32, override: assignment)
    )
    #expect(lanes[0]["name"]?.position == SourcePosition(line: 3, column: 37))
    #expect(lanes[1]["name"]?.text == "L")
    #expect(gate["servers"]?.content == .null)
    #expect(gate["servers"]?.position.override == "stations.gate.servers=")
    let factor = try #require(tree.root["demand"]?.entries?.first)
    #expect(factor.key == "factor")
    #expect(factor.keyPosition.override == "demand.factor=2")
    let letters = try #require(gate["queue"]?["a"]?.items)
    #expect(letters.map(\.text) == ["b", "c"])
    #expect(letters[1].position.column == 29)
    #expect(tree.root["nothing"]?["here"]?.text == "1")
  }

  @Test(arguments: [
    ("stations.gate.servers", OverrideFault.noValue),
    ("=1", .malformed),
    ("a..b=1", .malformed),
    ("stations.gate.lanes[x]=1", .malformed),
    ("stations.gate.lanes[0=1", .malformed),
    (
      "statoins.gate.servers=1",
      .noSuchKey("statoins", existing: ["runs for", "stations", "nothing"], nearest: "stations")
    ),
    ("stations.gat.servers=1", .noSuchKey("gat", existing: ["gate"], nearest: "gate")),
    (
      "stations.gate.lanes.l3.servers=1",
      .noSuchItem("l3", existing: ["l1", "l2"], nearest: "l1")
    ),
    ("stations.gate.lanes[2]=1", .noSuchIndex(2, count: 2)),
    ("stations.gate.servers.x=1", .cannotEnter(found: .text, before: "x")),
    ("stations[0]=1", .cannotEnter(found: .mapping, before: "[0]")),
  ])
  func wrongPaths(_ assignment: String, _ expected: OverrideFault) throws {
    let (tree, problems) = try tree(assignment)
    let path = assignment.split(separator: "=", omittingEmptySubsequences: false)[0]
    let problem = try #require(problems.first)
    #expect(problem.fault == .overridePath(path: String(path), expected))
    #expect(problem.position == SourcePosition(line: 1, column: 1, override: assignment))
    #expect(try tree == SourceTree.parse(OverrideTests.text, file: "s.yaml"))
  }

  @Test(arguments: [
    ("a=*x", ScenarioFault.anchorOrAlias("*x"), 3),
    ("a={b: f(1, 2)}", .forgottenQuotes(text: "f(1, 2)"), 7),
    ("a={b: 1, b: 2}", .duplicateKey("b"), 10),
    ("卡口=[1", .unclosed("["), 4),
  ])
  func wrongValues(_ assignment: String, _ fault: ScenarioFault, _ column: Int) throws {
    let (_, problems) = try tree(assignment)
    #expect(problems.map(\.fault) == [fault])
    #expect(
      problems.first?.position == SourcePosition(line: 1, column: column, override: assignment)
    )
  }
}
