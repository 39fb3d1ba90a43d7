import ClearanceModel
import Testing

@testable import ScenarioFiles

/// How expressions are read: values, dimensions, names, blocks.
@Suite struct ExpressionTests {
  private static let scope: ExpressionScope = {
    var scope = ExpressionScope()
    scope.attributes = [
      AttributePlan(name: "vehicle", kind: .words(["van", "semi-trailer", "semi"])),
      AttributePlan(name: "measured", kind: .number(.weight)),
      AttributePlan(name: "form", kind: .states(["draft", "sent"], following: [[1], []])),
      AttributePlan(name: "form fault", kind: .number(.number)),
      AttributePlan(name: "a", kind: .number(.number)),
      AttributePlan(name: "b", kind: .number(.number)),
      AttributePlan(name: "a-b", kind: .number(.duration)),
    ]
    scope.properties = ["pass", "gap"]
    scope.stations = [("main-in", 0), ("main", 2)]
    scope.lanes = [[("l1", 1)], [], []]
    let draws = ExpressionScope.Property(
      expression: 0,
      dimension: .duration,
      blocks: 4,
      depth: 3,
      mean: 20
    )
    let plain = ExpressionScope.Property(
      expression: 1,
      dimension: .duration,
      blocks: 1,
      depth: 1,
      mean: 40
    )
    scope.values = [[draws, nil], [plain, plain], [plain, nil]]
    return scope
  }()

  private func read(_ text: String) throws(ScenarioFault) -> ExpressionParser.Term {
    var parser = ExpressionParser(text, scope: Self.scope)
    return try parser.wholeNumber()
  }

  @Test(arguments: [
    ("1 + 2 * 3 - 4 / 2", 5.0), ("-(2 - 5)", 3), ("2 - -1", 3), ("abs(2 - 5)", 3),
    ("min(3, 1, 2)", 1), ("max(1, 2) * 3", 6), ("ceil(2.1) + floor(2.9)", 5), ("12.5%", 0.125),
    ("1.5e2", 150), ("10 t / 4 t", 2.5), ("ceil(21 t / 10 t)", 3), ("3 km / 1 m", 3_000),
    ("constant(3)*2", 6), ("8 / 2 / 2", 2), ("start of day(30 h) / 1 us", 86_400e6),
    ("found in sample(10, 1, 4)", 0.4), ("found in sample(3, 2, 2)", 1),
  ])
  func constants(_ text: String, _ value: Double) throws {
    let term = try read(text)
    #expect(term.expression.constant == value)
    #expect(term.dimension == .number)
  }

  @Test(arguments: [
    ("1 h + 30 min", 5_400_000_000, Dimension.duration), ("2 * 17.75 t", 35_500, .weight),
    ("1.5 km - 3 m", 1_497, .length), ("0 + 5 s", 5_000_000, .duration),
    ("max(0, 2 kg)", 2, .weight), ("1 min / 4", 15_000_000, .duration),
  ])
  func dimensions(_ text: String, _ value: Double, _ dimension: ClearanceModel.Dimension) throws {
    let term = try read(text)
    #expect(term.expression.constant == value)
    #expect(term.dimension == dimension)
  }

  /// The longest known name is meant; a draw's block is 0, then 2, 3, …, as they are read.
  @Test(arguments: [
    ("a - b", "subtract(a4,a5)"), ("a-b", "a6"), ("a -b", "subtract(a4,a5)"),
    ("form fault*2", "multiply(a3,2.0)"),
    ("vehicle(semi = 1, semi-trailer = 2, van = 3)", "s0[2, 1, 0](1.0,2.0,3.0)"),
    ("vehicle (van = 1 t, otherwise = measured)", "s0[0, 1, 1](1000.0,a1)"),
    (
      "chance(5%) + chance(a) + chance(b)",
      "add(add(c0(0.05),c2(a4)),c3(a5))"
    ),
    ("pass at main-in + gap at main-in", nil),
    ("pass at main + pass at main-in + pass at main", "add(add(p0@2#0,p0@0#2),p0@2#6)"),
    (
      "uniform(1 t, 2 t) + exponential(3 kg)",
      "add(d0 weight uniform(1 t, 2 t);,d2 weight exponential(3 kg);)"
    ),
    ("normal(10%, 1%) * a", "multiply(d0 number normal(10%, 1%);,a4)"),
  ])
  func structure(_ text: String, _ key: String?) throws {
    if let key {
      #expect(try read(text).expression.key == key)
    } else {
      // `gap` is a property of the lane alone, which trucks of the station may be at.
      #expect(try read(text).dimension == .duration)
    }
  }

  @Test func stackDepth() throws {
    #expect(try read("1 + a").expression.depth == 2)
    #expect(try read("a + b * (a + b * a)").expression.depth == 5)
    #expect(try read("a + b + a + b").expression.depth == 2)
    #expect(try read("2 * pass at main-in").expression.depth == 4)
    #expect(try read("vehicle(van = a * b, otherwise = 1)").expression.depth == 2)
  }

  private static let words = ["van", "semi-trailer", "semi"]
  private static let names = [
    "vehicle", "measured", "form", "form fault", "a", "b", "a-b",
  ]

  static let faults: [(String, ScenarioFault)] = [
    ("", .expression(.missingOperand(found: ""))),
    ("1 +", .expression(.missingOperand(found: ""))),
    ("1 + * 2", .expression(.missingOperand(found: "*"))),
    ("a b", .expression(.unexpected("b"))),
    ("(a", .unbalancedParentheses("(a")),
    ("a)", .unbalancedParentheses("a)")),
    ("min(a", .unbalancedParentheses("min(a")),
    ("uniform(1, 2", .unbalancedParentheses("uniform(1, 2")),
    ("meazured", .unknownName("meazured", kind: .attribute, existing: names, nearest: "measured")),
    (
      "pas at main",
      .unknownName("pas", kind: .property, existing: ["pass", "gap"], nearest: "pass")
    ),
    (
      "pass at mian",
      .unknownName("mian", kind: .station, existing: ["main-in", "main"], nearest: "main")
    ),
    ("gap at main", .unknownName("gap", kind: .property, existing: ["pass"], nearest: nil)),
    ("abs(1, 2)", .expression(.argumentCount(function: "abs", expected: 1, found: 2))),
    ("min(1)", .expression(.argumentCount(function: "min", expected: 2, found: 1))),
    ("measured + 1", .expression(.mixedDimensions(.weight, .number))),
    ("max(1 s, 2 m)", .expression(.mixedDimensions(.duration, .length))),
    ("measured * 2 kg", .expression(.noProduct(.weight, .weight))),
    ("1 / 2 s", .expression(.noProduct(.number, .duration))),
    ("ceil(measured)", .expression(.needsNumber(function: "ceil", found: .weight))),
    ("chance(2 s)", .expression(.needsNumber(function: "chance", found: .duration))),
    ("chance(120%)", .outOfRange("120.0%", low: "0%", high: "100%")),
    ("a / (1 - 1)", .expression(.divisionByZero)),
    ("vehicle + 1", .expression(.wordsAsNumber(attribute: "vehicle"))),
    ("form", .expression(.documentAsNumber(document: "form"))),
    (
      "vehicle(van = 1, semi = 2)",
      .expression(.missingWords(attribute: "vehicle", words: ["semi-trailer"]))
    ),
    ("vehicle(van, semi)", .expression(.selectionForm(attribute: "vehicle"))),
    (
      "vehicle(vam = 1, otherwise = 2)",
      .unknownName("vam", kind: .word, existing: words, nearest: "van")
    ),
    ("vehicle(van = 1, van = 2)", .duplicateName("van", kind: .word)),
    ("vehicle(van = 1 s, otherwise = 2)", .expression(.mixedDimensions(.number, .duration))),
    (
      "3 tons",
      .unknownUnit("tons", allowed: TimeUnit.names + ["kg", "t", "m", "km", "%"], nearest: nil)
    ),
    ("1e300 * 1e300", .notFinite("1e300 * 1e300")),
    (
      "exponential(1 s, 2 s)",
      .wrongArguments(
        distribution: "exponential",
        found: "1 s, 2 s",
        expected: "exponential(MEAN)"
      )
    ),
    ("uniform(1 kg, 2 s)", .unknownUnit("s", allowed: ["kg", "t"], nearest: nil)),
    (String(repeating: "(", count: 40), .nestedTooDeep(limit: 16)),
    (String(repeating: "a+", count: 1_001) + "a", .expression(.tooLong(allowed: 1_000))),
    (
      String(repeating: "chance(1%)+", count: 201) + "1",
      .expression(.tooManyDraws(allowed: 200))
    ),
  ]

  @Test(arguments: faults)
  func refusals(_ text: String, _ fault: ScenarioFault) {
    #expect(ScenarioFilesTests.fault { () throws(ScenarioFault) in try read(text) } == fault)
  }

  @Test func instants() throws {
    #expect(try read("now - start of day(now)").dimension == .duration)
    #expect(try read("after working days(now, a) + 9 h").dimension == .duration)
    #expect(try read("now").expression.constant == nil)
    // What depends on the calendar is not known beforehand.
    #expect(try read("working day from(3 d)").expression.constant == nil)
    #expect(try read("after working days(3 d, 2)").expression.constant == nil)
    let wrong: [(String, ScenarioFault)] = [
      ("start of day(measured)", .expression(.wrongDimension(found: .weight, expected: .duration))),
      (
        "after working days(now, 2 d)",
        .expression(.needsNumber(function: "after working days", found: .duration))
      ),
      (
        "after working days(now)",
        .expression(.argumentCount(function: "after working days", expected: 2, found: 1))
      ),
      (
        "after working days(now, 1, 2)",
        .expression(.argumentCount(function: "after working days", expected: 2, found: 3))
      ),
      ("now + 1", .expression(.mixedDimensions(.duration, .number))),
    ]
    for (text, fault) in wrong {
      #expect(ScenarioFilesTests.fault { () throws(ScenarioFault) in try read(text) } == fault)
    }
  }

  @Test func unknownFunction() {
    guard
      case .expression(.unknownFunction("mix", let allowed, "min"))? = fault({
        () throws(ScenarioFault) in try read("mix(1, 2)")
      })
    else {
      Issue.record("mix is no function")
      return
    }
    #expect(allowed.contains("vehicle") && allowed.contains("lognormal"))
  }

  /// More numbers on the stack than there is room for: half of them come from properties.
  @Test func tooDeep() {
    var scope = Self.scope
    scope.values[2][0]?.depth = 32
    var parser = ExpressionParser("2 * pass at main", scope: scope)
    let found = fault { () throws(ScenarioFault) in try parser.wholeNumber() }
    #expect(found == .expression(.tooDeep(found: 33, allowed: 32)))
  }

  /// A text that is no expression keeps the message of a distribution.
  @Test(arguments: [
    ("fast", false), ("expo(4 min)", false), ("empirical(a/b-c.csv, x)", false),
    ("uniform(1 s", false), ("-2 min", false), ("07-30", false), ("2", false),
    ("2 min + 1 s", true), ("measured", true), ("pass at gate", true), ("max(1 s, 2 s)", true),
    ("now", true), ("nowhere", false), ("start of day(1 d) + 1 h", true),
    ("after working days (now, 2)", true), ("after work(now)", false),
    ("(1 s)", true), ("-exponential(1 s)", true), ("uniform(1 s, 2 s) - 1 s", true),
  ])
  func isMeantAsExpression(_ text: String, _ expected: Bool) {
    #expect(isExpression(text, attributes: ["measured"]) == expected)
  }
}
