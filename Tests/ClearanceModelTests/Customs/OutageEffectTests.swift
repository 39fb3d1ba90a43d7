import Testing

/// What trucks do while a system is out, by what is counted.
@Suite("Effects of outages")
struct OutageEffectTests {
  private func values(_ overrides: String...) throws -> [String: Double] {
    try CustomsBase.outages.outcome(overrides).values
  }

  private func value(_ name: String, _ values: [String: Double]) -> Double { values[name] ?? 0 }

  @Test("each system is out for its time, and each fallback is used")
  func counted() throws {
    let found = try values()
    // Two days: 2 h, 1 h, 2 h and 3 h each day; half an hour in all.
    #expect(abs(value("single-window.out.share", found) - 4.0 / 48) < 1e-9)
    #expect(abs(value("power.out.share", found) - 0.5 / 48) < 1e-9)
    #expect(abs(value("network.out.share", found) - 2.0 / 48) < 1e-9)
    for name in [
      "single-window.passed-by-hand", "power.held", "network.passed-by-hand", "recognition.typed",
      "scale-system.weighed-aside", "document-office.records-entered",
    ] {
      #expect(value("\(name).count", found) > 0, "\(name)")
    }
    // What was passed by hand is entered once.
    #expect(
      value("document-office.records-entered.count", found)
        == value("single-window.passed-by-hand.count", found)
        + value("network.passed-by-hand.count", found)
    )
  }

  @Test("papers that wait make trucks wait, and papers by hand make the office work")
  func singleWindow() throws {
    let officers = "document office={officers: 9}"
    let byHand = try values(officers)
    let held = try values(officers, "outages.single window.fallback=hold")
    #expect(value("single-window.held.count", held) > 0)
    #expect(value("single-window.passed-by-hand.count", held) == 0)
    #expect(
      value("flow.goods.stage-papers.mean", held) > value("flow.goods.stage-papers.mean", byHand)
    )
    #expect(
      value("document-office.arrivals.count", byHand)
        > value("document-office.arrivals.count", held)
    )
  }

  @Test("without its scale a gate stops nobody for the weight")
  func scale() throws {
    let always = "outages.scale={at: 0 h, lasts: 47 h}"
    let found = try values(always, "assumptions.misdeclared share=100%")
    let none = try values(
      "outages.scale={at: 47 h, lasts: 1 min}",
      "assumptions.misdeclared share=100%"
    )
    #expect(value("main-in.mismatch-weight.count", none) > 20)
    #expect(
      value("main-in.mismatch-weight.count", found) < 0.2
        * value("main-in.mismatch-weight.count", none)
    )
    #expect(value("scale-system.unweighed.count", found) > 100)
  }

  @Test("while nothing is read nobody has an unread plate, since all are typed")
  func recognition() throws {
    let found = try values(
      "outages.recognition={at: 0 h, lasts: 2 d}",
      "assumptions.unread plate=100%"
    )
    #expect(value("main-in.mismatch-plate.count", found) == 0)
    #expect(value("main-in.auto-lift.count", found) == 0)
  }

  @Test("without power nothing passes, or the control room lifts the barriers")
  func power() throws {
    let long = "outages.power={at: 2024-03-04 12:00, lasts: 4 h"
    let held = try values(long + "}")
    let byHand = try values(long + ", fallback: barrier by hand}")
    #expect(value("power.held.count", held) > 0 && value("power.passed-by-hand.count", held) == 0)
    #expect(value("power.passed-by-hand.count", byHand) > 0)
    #expect(value("main-in.wait.max", held) > 3 * 3600)
    #expect(value("main-in.wait.max", byHand) < value("main-in.wait.max", held))
    #expect(value("main-cars-in.wait.max", held) > 3600)
    #expect(value("main-cars-in.wait.max", byHand) < 60)
    #expect(value("power.recovery.count", held) == 1)
    // What was passed by hand is entered in between, when nobody else waits.
    #expect(value("power.recovery.max", byHand) < value("power.recovery.max", held))
  }
}
