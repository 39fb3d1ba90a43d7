import Testing

@testable import ScenarioFiles

@Suite struct QuantityTests {
  @Test(arguments: [
    ("1 us", 1), ("3 ms", 3_000), ("0.1 s", 100_000), ("5min", 300_000_000),
    ("5 min", 300_000_000), (" 1.5 h ", 5_400_000_000), ("2 d", 172_800_000_000),
    ("1 day", 86_400_000_000), ("7 days", 604_800_000_000), ("1 week", 604_800_000_000),
    ("2 weeks", 1_209_600_000_000), ("0 s", 0), ("010 s", 10_000_000), ("4.35 s", 4_350_000),
    ("0.000001 s", 1), ("0.0000005 s", 1), ("0.00000049999999999999 s", 0), ("1.5 us", 2),
    ("2.5 us", 3), ("0.3333333333333333333333333333333333 h", 1_200_000_000),
    ("9223372036854775807 us", Int64.max),
    ("1.0000000000000000000000000000000000000001 s", 1_000_000),
    ("106751991.1 d", 9_223_372_031_040_000_000),
  ])
  func durations(_ text: String, _ microseconds: Int64) throws {
    #expect(try parseDuration(text) == microseconds)
  }

  /// Whole microseconds written as seconds come back unchanged, where Double would round.
  @Test func durationsRoundTrip() throws {
    var random = TestRandom(state: 7)
    for _ in 0..<2_000 {
      let microseconds = Int64.random(in: 0...Int64.max, using: &random)
      let fraction = String(microseconds % 1_000_000 + 1_000_000).dropFirst()
      #expect(try parseDuration("\(microseconds / 1_000_000).\(fraction) s") == microseconds)
    }
  }

  @Test(arguments: [
    ("5", ScenarioFault.missingUnit(text: "5", kind: .duration, allowed: TimeUnit.names)),
    ("0", .missingUnit(text: "0", kind: .duration, allowed: TimeUnit.names)),
    ("5 mins", .unknownUnit("mins", allowed: TimeUnit.names, nearest: "min")),
    ("5 分", .unknownUnit("分", allowed: TimeUnit.names, nearest: nil)),
    ("1 h 30 min", .unknownUnit("h 30 min", allowed: TimeUnit.names, nearest: nil)),
    ("-5 min", .negative("-5 min")), ("−5 min", .negative("−5 min")),
    ("nan s", .notFinite("nan s")), (".inf", .notFinite(".inf")), ("-inf", .notFinite("-inf")),
    ("", .notANumber("")), ("soon", .notANumber("soon")), ("+5 s", .notANumber("+5 s")),
    ("1.2.3 s", .notANumber("1.2.3 s")), (".5 s", .notANumber(".5 s")),
    ("5. s", .notANumber("5. s")), ("５ s", .notANumber("５ s")),
    ("1e3 s", .unknownUnit("e3 s", allowed: TimeUnit.names, nearest: nil)),
    ("1_000 s", .unknownUnit("_000 s", allowed: TimeUnit.names, nearest: nil)),
    ("106751992 d", .outOfRange("106751992 d", low: "0 us", high: "292000 years")),
    (
      "9223372036854775807.5 us",
      .outOfRange("9223372036854775807.5 us", low: "0 us", high: "292000 years")
    ),
  ])
  func wrongDurations(_ text: String, _ expected: ScenarioFault) {
    #expect(fault { () throws(ScenarioFault) in try parseDuration(text) } == expected)
  }

  @Test func absurdLengthsAreRefused() {
    let long = String(repeating: "9", count: 100_000)
    #expect(fault { () throws(ScenarioFault) in try parseDuration("\(long) s") } != nil)
    #expect(fault { () throws(ScenarioFault) in try parseCount(long) } != nil)
    #expect(fault { () throws(ScenarioFault) in try parseRate("\(long) per h") } != nil)
    #expect(fault { () throws(ScenarioFault) in try parseDuration("0.\(long) s") } == nil)
  }

  /// Every share of two decimals is the Double that Swift reads for it, bit for bit.
  @Test func shares() throws {
    for hundredths in 0...10_000 {
      let (whole, rest) = (hundredths / 100, String(hundredths % 100 + 100).dropFirst())
      let exact = try #require(Double("\(hundredths)e-4"))
      #expect(try parseShare("\(whole).\(rest)%") == exact)
    }
    #expect(try parseShare("15 %") == 0.15)
  }

  @Test(arguments: [
    ("0.15", ScenarioFault.missingUnit(text: "0.15", kind: .share, allowed: ["%"])),
    ("15 percent", .unknownUnit("percent", allowed: ["%"], nearest: nil)),
    ("100.01%", .outOfRange("100.01%", low: "0%", high: "100%")),
    ("-1%", .negative("-1%")), ("nan%", .notFinite("nan%")), ("%", .notANumber("%")),
  ])
  func wrongShares(_ text: String, _ expected: ScenarioFault) {
    #expect(fault { () throws(ScenarioFault) in try parseShare(text) } == expected)
  }

  static let rateTable: [(text: String, number: Double, microseconds: Double)] = [
    ("50 per h", 50, 3.6e9), ("0.5 per h", 0.5, 3.6e9), ("1 per s", 1, 1e6),
    ("2 per min", 2, 6e7), ("60 per day", 60, 8.64e10), ("60 per d", 60, 8.64e10),
    ("7 per  week", 7, 6.048e11), ("0 per h", 0, 3.6e9),
  ]

  @Test(arguments: rateTable)
  func rates(_ text: String, _ number: Double, _ microseconds: Double) throws {
    #expect(try parseRate(text) == number / microseconds)
  }

  @Test(arguments: ["50", "50 h", "50/h", "50 per", "50 perh", "50 each h"])
  func ratesWithoutUnit(_ text: String) {
    let allowed = TimeUnit.names.map { "per \($0)" }
    let expected = ScenarioFault.missingUnit(text: text, kind: .rate, allowed: allowed)
    #expect(fault { () throws(ScenarioFault) in try parseRate(text) } == expected)
  }

  @Test func rateOfUnknownUnit() {
    let expected = ScenarioFault.unknownUnit("hr", allowed: TimeUnit.names, nearest: "h")
    #expect(fault { () throws(ScenarioFault) in try parseRate("5 per hr") } == expected)
  }

  @Test func counts() throws {
    #expect(try parseCount("4") == 4)
    #expect(try parseCount("010") == 10)
    #expect(try parseCount("\(Int.max)") == Int.max)
    let cases: [(String, ScenarioFault)] = [
      ("-3", .negative("-3")), ("+3", .notANumber("+3")), ("1_0", .notANumber("1_0")),
      ("2.0", .notWhole("2.0")), ("0x10", .notANumber("0x10")), ("four", .notANumber("four")),
      ("", .notANumber("")), ("0", .outOfRange("0", low: "1", high: "9")),
      ("10", .outOfRange("10", low: "1", high: "9")),
      ("9223372036854775808", .outOfRange("9223372036854775808", low: "1", high: "9")),
    ]
    for (text, expected) in cases {
      #expect(fault { () throws(ScenarioFault) in try parseCount(text, in: 1...9) } == expected)
    }
  }

  @Test func numbers() throws {
    let all = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    for text in ["0", "1.2", "0.1", "1e6", "1.5E-3", "123456789.123456789", "4.9e-324"] {
      #expect(try parseNumber(text) == Double(text))
      #expect(try parseNumber("-\(text)", in: all) == -(Double(text) ?? .nan))
    }
    let cases: [(String, ScenarioFault)] = [
      ("-1", .negative("-1")), ("nan", .notFinite("nan")), ("1e400", .notFinite("1e400")),
      ("-Infinity", .notFinite("-Infinity")), ("1e999", .notANumber("1e999")),
      ("1,5", .notANumber("1,5")), ("0x1p3", .notANumber("0x1p3")), ("1 2", .notANumber("1 2")),
      ("2", .outOfRange("2", low: "0.0", high: "1.0")),
    ]
    for (text, expected) in cases {
      #expect(fault { () throws(ScenarioFault) in try parseNumber(text, in: 0...1) } == expected)
    }
  }

  /// Every minute of the day.
  @Test func clocks() throws {
    for minute in 0...1_440 {
      let (hours, minutes) = (String(minute / 60 + 100), String(minute % 60 + 100))
      let text = "\(hours.dropFirst()):\(minutes.dropFirst())"
      #expect(try parseClock(text) == Int64(minute) * 60_000_000)
    }
    #expect(try parseClock("7:30") == 27_000_000_000)
    for text in ["24:01", "25:00", "12:60"] {
      let expected = ScenarioFault.outOfRange(text, low: "00:00", high: "24:00")
      #expect(fault { () throws(ScenarioFault) in try parseClock(text) } == expected)
    }
    for text in ["", "7", "7:3", "-7:30", "07:30:00", "07.30", "007:30", "０７:30", "7 h"] {
      #expect(fault { () throws(ScenarioFault) in try parseClock(text) } == .notAClock(text))
    }
  }
}
