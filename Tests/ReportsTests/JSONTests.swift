import Foundation
import Testing

@testable import Reports

@Suite struct JSONTests {
  private func object(_ text: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [String: Any])
  }

  /// The keys at the start of the lines of the outer object, in their order.
  private func keys(_ text: String) -> [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("  \"") }
      .compactMap { $0.split(separator: "\"").dropFirst().first.map(String.init) }
  }

  @Test func runHasTheDocumentedKeysInTheirOrder() throws {
    let pooled = Samples.record("zone.clearance.p99", "s", 1.0 / 3, nil, pooled: true)
    let text = RunJSON.text(
      try Samples.run(warnings: Samples.warnings, measures: Samples.measures + [pooled]),
      version: "1.2.3",
      .zh
    )
    #expect(
      keys(text) == [
        "scenario", "version", "run", "database", "state", "seed", "replications", "simulated",
        "events", "trucks", "fingerprint", "wallSeconds", "measures", "warnings",
        "analysis", "warmUp",
      ]
    )
    let run = try object(text)
    #expect(run["scenario"] as? String == "bonded zone, main gate")
    #expect(run["state"] as? String == "complete")
    #expect(run["simulated"] as? String == "7 d")
    #expect(run["seed"] as? Int == 2023)
    #expect((run["warnings"] as? [String])?.count == Samples.warnings.count)
    #expect((run["warnings"] as? [String])?[2] == "仅仿真1次，无法给出置信区间；请至少仿真2次。")
    let measures = try #require(run["measures"] as? [[String: Any]])
    let names = measures.compactMap { $0["measure"] as? String }
    #expect(names == names.sorted() && names.count == Samples.measures.count + 1)
    #expect(
      text.contains(
        """
            {"measure": "zone.clearance.p99", "unit": "s", "estimate": 0.3333333333333333, \
        "halfWidth": null, "confidence": 0.95, "replications": 30, "pooled": true}
        """
      )
    )
    #expect(measures.count { $0["pooled"] != nil } == 1)
  }

  @Test func stateAndLength() throws {
    #expect(
      RunJSON.text(try Samples.run(isComplete: false), version: "1", .en)
        .contains("\"state\": \"interrupted\"")
    )
    let text = """
      scenario: s
      runs until: empty
      arrivals: {f: {at: [0 s], procedure: p}}
      procedures: {p: [{delay for: 1 s}]}
      """
    #expect(
      RunJSON.text(try Samples.run(measures: [], text: text), version: "1", .en)
        .contains("\"simulated\": \"until empty\"")
    )
  }

  @Test func checkIsOneObject() throws {
    let check = try object(
      CheckJSON.text(try Samples.check(warnings: Samples.warnings), version: "1", .en)
    )
    let loads = try #require(check["loads"] as? [[String: Any]])
    #expect(loads.compactMap { $0["station"] as? String } == ["gate", "documents", "查验场", "park"])
    #expect(loads[3]["load"] is NSNull)
    #expect(check["flows"] as? [String] == ["trucks", "convoy", "early"])
    #expect(check["warmUpSeconds"] as? Double == 43_200)
  }

  @Test func textIsEscaped() throws {
    let text = "quote \" backslash \\ line\nbell \u{7} 卡口 \u{1F69A} tab\t return\r"
    let json = JSONValue.object([("a", .string(text)), ("b", .unsigned(.max))]).text
    let back = try object(json)
    #expect(back["a"] as? String == text)
    #expect(json.contains("\"b\": 18446744073709551615"))
    #expect(json.contains("bell \\u0007 卡口"))
  }

  @Test func numbersReadBackEqual() throws {
    let numbers = [0.1, 1e300, 1e-300, -2.5, 1.0 / 3, 1e16]
    let json = JSONValue.object([("n", .array(numbers.map(JSONValue.number)))]).text
    #expect(try object(json)["n"] as? [Double] == numbers)
    #expect(JSONValue.object([("n", .number(.nan))]).text == "{\n  \"n\": null\n}")
    #expect(JSONValue.object([]).text == "{}")
  }
}
