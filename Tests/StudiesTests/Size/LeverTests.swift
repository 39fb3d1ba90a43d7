import ScenarioFiles
import Testing

@testable import Studies

@Suite("Levers and what may grow")
struct LeverTests {
  private func fault(_ text: String) -> SizeFault? {
    do throws(SizeFault) {
      _ = try Lever(text)
      return nil
    } catch {
      return error
    }
  }

  @Test("a lever has a key, a range and a cost")
  func reads() throws {
    #expect(
      try Lever("stations.gate.servers=2..8") == Lever(key: "stations.gate.servers", range: 2...8)
    )
    #expect(try Lever(" a.b = 3 .. 3 @ 2.5 ") == Lever(key: "a.b", range: 3...3, cost: 2.5))
    #expect(try Lever("yard.bays=0..12").assignment(7) == "yard.bays=7")
  }

  @Test(
    "what is wrong with a lever is said",
    arguments: [
      ("gate", LeverFault.malformed), ("=1..2", .malformed), ("a=5", .malformed),
      ("a=..5", .malformed), ("a=1..", .malformed), ("a=5..3", .emptyRange(low: "5", high: "3")),
      ("a=1.5..3", .number(.notWhole("1.5"))), ("a=x..3", .number(.notANumber("x"))),
      ("a=-1..3", .number(.negative("-1"))), ("a=1..3@0", .costNotPositive("0")),
      ("a=1..3@-2", .costNotPositive("-2")), ("a=1..3@x", .number(.notANumber("x"))),
      ("a=1..3@", .number(.notANumber(""))), ("a=1..3@inf", .number(.notFinite("inf"))),
    ]
  )
  func faults(text: String, expected: LeverFault) {
    #expect(fault(text) == .lever(text, expected))
  }

  @Test("several levers have different keys, and not too many combinations")
  func several() throws {
    #expect(throws: SizeFault.noLever) { try Lever.levers([]) }
    #expect(throws: SizeFault.lever("a=2..3", .twice(key: "a"))) {
      try Lever.levers(["a=1..2", "a=2..3"])
    }
    #expect(throws: SizeFault.tooManyPoints(limit: 100_000)) {
      try Lever.levers(["a=1..1000", "b=1..1000"])
    }
    #expect(try Lever.levers(["a=1..100", "b=1..1000"]).count == 2)
  }

  @Test("what grows has a key, and may have a range with a unit")
  func growth() throws {
    let plain = try Growth("demand.factor")
    #expect(plain.key == "demand.factor" && plain.range == nil && plain.unit == "")
    let ranged = try Growth("arrivals.trucks.rate=10..40.5 per h")
    #expect(ranged.range == 10...40.5 && ranged.unit == " per h")
    #expect(ranged.assignment("12", unit: ranged.unit) == "arrivals.trucks.rate=12 per h")
    for text in ["", " ", "=1..2", "a=1", "a="] {
      #expect(throws: SizeFault.growth(text, .malformed)) { try Growth(text) }
    }
    #expect(throws: SizeFault.growth("a=2..2", .emptyRange(low: "2", high: "2"))) {
      try Growth("a=2..2")
    }
    #expect(throws: SizeFault.growth("a=x..2", .number(.notANumber("x")))) { try Growth("a=x..2") }
    #expect(throws: SizeFault.growth("a=0..2", .number(.notPositive("0")))) { try Growth("a=0..2") }
    let power = try Growth("a=1..2e1")
    #expect(power.range == 1...20 && power.unit == "")
  }

  @Test("bisection ends at the resolution, with numbers that read well")
  func bisection() {
    #expect(Bisection.middle(1, 2, resolution: 0.01)?.text == "1.5")
    #expect(Bisection.middle(1.5, 1.51, resolution: 0.01) == nil)
    #expect(Bisection.middle(1.81, 1.84, resolution: 0.01)?.text == "1.83")
    #expect(Bisection.middle(0.125, 0.25, resolution: 0.01)?.text == "0.188")
    #expect(Bisection.middle(100, 200, resolution: 0.01)?.text == "150")
    #expect(Bisection.middle(2000, 2100, resolution: 0.01)?.text == "2050")
    #expect(Bisection.middle(0, 8, resolution: 0.1)?.text == "4")
  }

  @Test("every bracket is halved until it is narrow", arguments: [0.001, 0.01, 0.07, 0.5])
  func bisectionEnds(resolution: Double) {
    for edge in stride(from: 0.13, to: 40, by: 1.37) {
      var (low, high) = (0.125, 64.0)
      var steps = 0
      while let middle = Bisection.middle(low, high, resolution: resolution) {
        if middle.value <= edge { low = middle.value } else { high = middle.value }
        steps += 1
        #expect(steps < 60)
      }
      #expect(low <= edge && edge < high)
      #expect(high - low <= resolution * low * 1.0001)
    }
  }
}
