import Testing

@testable import Studies

/// What `--vary` understands.
@Suite struct VaryTextTests {
  @Test(arguments: [
    ("stations.gate.servers=1..5", ["1", "2", "3", "4", "5"]),
    ("n=2..10 by 2", ["2", "4", "6", "8", "10"]), ("n=2..9 by 3", ["2", "5", "8"]),
    ("k=0.8..1.4", ["0.8", "1.4"]), ("k=0.8..1.1 by 0.1", ["0.8", "0.9", "1", "1.1"]),
    ("assumptions.papers ready=80%..95%", ["80%", "95%"]),
    ("d=10 min..30 min", ["10 min", "30 min"]),
    ("d=10..30 min by 10", ["10 min", "20 min", "30 min"]),
    ("t=-25 °C..-15 °C by 5 °C", ["-25 °C", "-20 °C", "-15 °C"]),
    ("r=20 per h..40 per h by 10", ["20 per h", "30 per h", "40 per h"]),
    ("x=[a, b, c]", ["a", "b", "c"]),
    ("x=[uniform(1 s, 2 s), exponential(3 s)]", ["uniform(1 s, 2 s)", "exponential(3 s)"]),
    ("x=[[a, b], {c: 1, d: 2}, \"e, f\"]", ["[a, b]", "{c: 1, d: 2}", "\"e, f\""]),
  ])
  func values(_ text: String, _ levels: [String]) throws {
    let factor = try SweepFactor(vary: text)
    #expect(factor.levels == levels)
    #expect(factor.option == "--vary \(text)")
    #expect(factor.key == text.prefix { $0 != "=" })
  }

  @Test(arguments: [
    ("servers", VaryFault.noValues), ("servers=", .noValues), ("=1..5", .noKey),
    ("n=5", .oneValue("5")), ("n=[5]", .oneValue("[5]")), ("n=5..5", .oneValue("5..5")),
    (
      "n=2.00000000000000000001..2.00000000000000000002 s",
      .oneValue("2.00000000000000000001..2.00000000000000000002 s")
    ),
    ("n=[]", .oneValue("[]")), ("n=1..3 by 5", .oneValue("1..3 by 5")),
    ("n=5..1", .empty(low: "5", high: "1")),
    ("n=5 min..1 min", .empty(low: "5 min", high: "1 min")),
    ("n=1..5 by 0", .badStep("0")), ("n=1..5 by -1", .badStep("-1")),
    ("n=1..5 by x", .badStep("x")), ("n=1 s..5 s by 1 min", .badStep("1 min")),
    ("d=30 s..2 min", .differentUnits(low: "30 s", high: "2 min")),
    ("d=a..b", .notARange("a..b")), ("d=1...5", .notARange("1...5")),
    ("d=exponential(1 s)..exponential(2 s)", .notARange("exponential(1 s)..exponential(2 s)")),
    ("x=[a, , c]", .emptyItem), ("x=[a, b", .openList), ("x=[a, b)]", .openList),
    ("x=[a, b, a]", .repeated("a")), ("n=1..2000", .tooManyValues(2_000, limit: 1_000)),
  ])
  func refused(_ text: String, _ fault: VaryFault) {
    #expect(throws: fault) { try SweepFactor(vary: text) }
  }

  @Test("a sampled value stays within its stratum, with few digits")
  func sampled() throws {
    for text in ["d=10 min..30 min", "p=80%..95%", "k=0.8..1.4", "z=-3.5..2.5", "m=1.0..1000000.0"]
    {
      let factor = try SweepFactor(vary: text)
      for count in [3, 10, 97] {
        for stratum in 0..<count {
          for offset in [1e-9, 0.5, 1 - 1e-9] {
            let place = (Double(stratum) + offset) / Double(count)
            let value = factor.value(at: place, strata: count)
            let found = factor.place(of: value) * Double(count)
            // A hair is what the division of decimal texts costs.
            #expect(
              found > Double(stratum) - 1e-6 && found < Double(stratum) + 1 + 1e-6,
              "\(value)"
            )
            if offset == 0.5 { #expect(value.count <= 14, "\(value)") }
          }
        }
      }
    }
    let whole = try SweepFactor(vary: "n=1..5")
    #expect((0..<5).map { whole.value(at: (Double($0) + 0.5) / 5, strata: 5) } == whole.levels)
  }
}
