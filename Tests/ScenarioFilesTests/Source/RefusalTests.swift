import Testing

@testable import ScenarioFiles

/// Every refusal of a text, alone and with its exact line and column.
@Suite struct RefusalTests {
  struct Case: Sendable {
    var text: String
    var fault: ScenarioFault
    var line: Int
    var column: Int

    init(_ text: String, _ fault: ScenarioFault, _ line: Int, _ column: Int) {
      self.text = text
      self.fault = fault
      self.line = line
      self.column = column
    }
  }

  static let signs = [
    Case("a: &x 1", .anchorOrAlias("&x"), 1, 4),
    Case("a: 1\nb: [c, *x]", .anchorOrAlias("*x"), 2, 8),
    Case("卡口: {车道: *x}", .anchorOrAlias("*x"), 1, 10),
    Case("- &x\n- 1", .anchorOrAlias("&x"), 1, 3),
    Case("a: he said\n \"hi\n*x : 1", .anchorOrAlias("*x"), 3, 1),
    Case("a: |\n  text\n *x", .anchorOrAlias("*x"), 3, 2),
    Case("a: 'b'\n&x c: d", .anchorOrAlias("&x"), 2, 1),
    Case("a: !x 1", .tag("!x"), 1, 4),
    Case("- !!str 1", .tag("!!str"), 1, 3),
    Case("a:\n  when: != x", .tag("!="), 2, 9),
    Case("a:\n  <<: b", .mergeKey, 2, 3),
    Case("{<<: b}", .mergeKey, 1, 2),
    Case("? a\n: b", .explicitKey, 1, 1),
    Case("{? a : b}", .explicitKey, 1, 2),
    Case("a: 1\n: 2", .missingKey, 2, 1),
    Case("a: {: 2}", .missingKey, 1, 5),
    Case("%YAML 1.2\n---\na: 1", .directive, 1, 1),
    Case("a: 1\n---\nb: 1", .severalDocuments, 2, 1),
    Case("---\n---\na: 1", .severalDocuments, 2, 1),
    Case("a: 1\n...\n", .severalDocuments, 2, 1),
    Case("a:\n\tb: 1", .tabInIndentation, 2, 1),
    Case("a:\n  - \tb: 1", .tabInIndentation, 2, 5),
  ]

  static let keys = [
    Case("a: 1\nb: 2\na: 3", .duplicateKey("a"), 3, 1),
    Case("s:\n  - {x: 1, y: 2, x: 3}", .duplicateKey("x"), 2, 18),
    Case("s: {x, y, x}", .duplicateKey("x"), 1, 11),
    Case("a: 1\n\"a\": 2", .duplicateKey("a"), 2, 1),
    Case("'it''s': 1\n\"it\\x27s\": 2", .duplicateKey("it's"), 2, 1),
    Case("s:\n  gate: 1\n  lab:\n    gate: 1\n  gate: 2", .duplicateKey("gate"), 5, 3),
    Case("- a: 1\n  b: 2\n  a: 3\n- a: 1", .duplicateKey("a"), 3, 3),
    Case("{[a]: b}", .wrongKind(found: .list, expected: [.text]), 1, 2),
    Case("{{{a: 1}}}", .wrongKind(found: .mapping, expected: [.text]), 1, 2),
    Case("b: 1\n[a]: b", .wrongKind(found: .list, expected: [.text]), 2, 1),
  ]

  static let forgotten = [
    Case("- {for: uniform(1 min, 2 min)}", .forgottenQuotes(text: "uniform(1 min, 2 min)"), 1, 9),
    Case(
      "a: {b: uniform(1 min, 2 min), c: uniform(1 min, 2 min)}",
      .forgottenQuotes(text: "uniform(1 min, 2 min)"),
      1,
      8
    ),
    Case(
      "a: [exponential(1 min), mixture(50% = normal(1 s, 2 s), 50% = 1 s)]",
      .forgottenQuotes(text: "mixture(50% = normal(1 s, 2 s), 50% = 1 s)"),
      1,
      25
    ),
    Case("a: {b: uniform(1 min, c: d}", .forgottenQuotes(text: "uniform(1 min"), 1, 8),
  ]

  static let syntax = [
    Case("a: b: c", .yamlSyntax(what: "mapping values are not allowed in this context"), 1, 5),
    Case("a: 1\nb: [1, 2", .unclosed("["), 2, 4),
    Case("a: {b: [1, 2],\nc: d\n", .unclosed("{"), 1, 4),
    Case("a: {b: 1\nc: d\n", .yamlSyntax(what: "did not find expected ',' or '}'"), 2, 2),
    Case("a: [1, 2}", .yamlSyntax(what: "did not find expected ',' or ']'"), 1, 9),
    Case("a: \"b\n\nc: d", .unclosed("\""), 1, 4),
    Case("a: @b", .yamlSyntax(what: "found character that cannot start any token"), 1, 4),
    Case("a:\n    b: 1\n  c: 2", .yamlSyntax(what: "did not find expected key"), 3, 3),
    Case("a: \u{1}", .controlCharacter(code: 1), 1, 4),
    Case("a: 卡\u{85}", .controlCharacter(code: 0x85), 1, 5),
    Case("a: b\n\u{2028}", .controlCharacter(code: 0x2028), 2, 1),
    Case("a: b\u{FEFF}", .controlCharacter(code: 0xFEFF), 1, 5),
  ]

  @Test(arguments: signs + keys + forgotten + syntax)
  func refused(_ example: Case) throws {
    let found = try #require(problem(in: example.text))
    #expect(found.fault == example.fault)
    #expect(found.position == SourcePosition(line: example.line, column: example.column))
  }

  @Test(arguments: ["", "   ", "\n# only a comment\n", "---\n"])
  func emptyTexts(_ text: String) throws {
    // A document mark without content is an empty scalar to YAML.
    guard text != "---\n" else {
      #expect(try SourceTree.parse(text, file: "s").root.content == .null)
      return
    }
    #expect(problem(in: text)?.fault == .isEmpty)
  }

  @Test(arguments: [
    "rate: 5 & 3", "a: \"a & b\"", "a: 1 # *x", "a: a*b", "a: 'x: *y'", "a: [b&c, d!e]",
    "when: class != aeo", "a: b <<", "a: x? y", "a: --- b", "a: ...", "a: 5%", "a: {b: ?c}",
    "a: {b: exponential(4 min), c: (d)}", "a: {b: 'f(1, 2)'}", "a: f(1, 2)", "a: {b: f(1}",
    "- {a: 1}\n- {a: 1}", "- a: 1\n- a: 1", "[a: 1, a: 2]", "a:\n- b: 1\n- b: 1",
    "a: \"x\\\"*y\"", "a: >\n *x\n\n &y\nb: 1", "a: |1\n  x\n *y\nb: z", "a:\tb",
  ])
  func noFalseAlarm(_ text: String) {
    // `{b: ?c}` is the one of these that YAML itself refuses.
    let expected: ScenarioFault? = text.contains("?c") ? .explicitKey : nil
    #expect(problem(in: text)?.fault == expected)
  }

  @Test func depth() {
    let limit = SourceScan.depthLimit
    let tooDeep = ScenarioFault.nestedTooDeep(limit: limit)
    let deepest = String(repeating: "[", count: limit) + String(repeating: "]", count: limit)
    #expect(problem(in: deepest) == nil)
    let flow = problem(in: String(repeating: "[", count: 100_000))
    #expect(flow?.fault == tooDeep)
    #expect(flow?.position == SourcePosition(line: 1, column: limit + 1))
    let dashes = problem(in: String(repeating: "- ", count: 100_000))
    #expect(dashes?.fault == tooDeep)
    #expect(dashes?.position == SourcePosition(line: 1, column: 2 * limit + 1))
    let lines = (0...limit).map { String(repeating: " ", count: $0) + "a:" }
    let block = problem(in: lines.joined(separator: "\n"))
    #expect(block?.fault == tooDeep)
    #expect(block?.position == SourcePosition(line: limit + 1, column: limit + 2))
  }
}
