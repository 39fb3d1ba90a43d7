import Testing

@testable import ScenarioFiles

@Suite struct SourceTreeTests {
  @Test func positionsAndOrder() throws {
    let tree = try SourceTree.parse("b: 1\n卡口:\n  - {x: y, \"z\": 'w'}\na:\n", file: "s.yaml")
    #expect(tree.file == "s.yaml")
    let entries = try #require(tree.root.entries)
    #expect(entries.map(\.key) == ["b", "卡口", "a"])
    #expect(entries[0].value.position == SourcePosition(line: 1, column: 4))
    #expect(entries[1].keyPosition == SourcePosition(line: 2, column: 1))
    let item = try #require(entries[1].value.items?.first)
    #expect(item.position == SourcePosition(line: 3, column: 5))
    let inner = try #require(item.entries)
    #expect(inner.map(\.keyPosition.column) == [6, 12])
    #expect(inner[1].value.position == SourcePosition(line: 3, column: 17))
    #expect(inner[1].value.content == .scalar("w", quoted: true))
    #expect(entries[2].value.kind == .nothing)
  }

  /// YAML would make false, 8, 90, a date, null and infinity of these.
  @Test(arguments: ["no", "010", "1:30", "2024-03-04", "~", ".inf", "0x10", "1_000", "null", "="])
  func scalarsAreTexts(_ text: String) throws {
    let tree = try SourceTree.parse("k: \(text)", file: "s.yaml")
    #expect(tree.root["k"]?.content == .scalar(text, quoted: false))
  }

  @Test func onlyAnEmptyPlainScalarIsNothing() throws {
    let tree = try SourceTree.parse("a:\nb: ''\nc: \"\"\nd: # c\ne: {f, g: }", file: "s.yaml")
    #expect(tree.root["a"]?.content == .null)
    #expect(tree.root["b"]?.content == .scalar("", quoted: true))
    #expect(tree.root["c"]?.content == .scalar("", quoted: true))
    #expect(tree.root["d"]?.content == .null)
    #expect(tree.root["e"]?["f"]?.content == .null)
    #expect(tree.root["e"]?["g"]?.content == .null)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func lineEnds(_ end: String) throws {
    let tree = try SourceTree.parse("a: 1\(end)b:\(end)  - c: |\(end)      x\(end)", file: "s")
    let item = try #require(tree.root["b"]?.items?.first)
    #expect(item.position == SourcePosition(line: 3, column: 5))
    #expect(item["c"]?.text == "x\n")
  }

  @Test(arguments: acceptedTexts)
  func richTextsAreAccepted(_ text: String) throws {
    #expect(problem(in: text) == nil)
  }

  @Test func continuationLinesAreText() throws {
    let tree = try SourceTree.parse(acceptedTexts[1], file: "s")
    let zone = try #require(tree.root["卡口"])
    #expect(zone["plain"]?.text == "goes on *here, \"with a quote & so on")
    #expect(zone["note"]?.text == "literal: &not *an !alias\n  {deeper\n")
    #expect(zone["last"]?.text == "it's # not a comment")
  }

  @Test func problemsAreSorted() {
    var list = ProblemList(file: "s")
    let option = SourcePosition(line: 1, column: 1, override: "a=1")
    list.add(.mergeKey, at: option)
    list.add(.directive, at: SourcePosition(line: 2, column: 1))
    list.add(.missingKey, at: SourcePosition(line: 1, column: 9))
    list.add(.notUTF8, at: SourcePosition(line: 1, column: 9))
    list.add(.isEmpty, at: nil)
    let value = list.value(at: option) { () throws(ScenarioFault) in try parseCount("x") }
    #expect(value == nil)
    #expect(
      list.problems.problems.map(\.fault) == [
        .isEmpty, .missingKey, .notUTF8, .directive, .mergeKey, .notANumber("x"),
      ]
    )
    #expect(throws: list.problems) { try list.check() }
  }

  @Test(arguments: [
    ("exponental", "exponential"), ("unifrom", "uniform"), ("Gamma", "gamma"), ("hr", "h"),
    ("卡扣", "卡口"), ("xyz", nil), ("", nil), ("q", nil), ("servers", nil),
  ])
  func nearestNames(_ word: String, _ expected: String?) {
    let allowed = ["exponential", "uniform", "gamma", "h", "卡口", "s"]
    #expect(nearestName(to: word, in: allowed) == expected)
  }
}
