import RandomVariates
import Testing

@testable import ScenarioFiles

/// The table of assumptions: each can be read, lies in its range, says where it comes from and has
/// an effect.
@Suite("Assumption table")
struct AssumptionTableTests {
  @Test("keys are unique plain words")
  func keys() {
    var seen: Set<String> = []
    for assumption in Assumption.all {
      #expect(seen.insert(assumption.key).inserted, "\(assumption.key) stands twice")
      let isPlain = assumption.key.wholeMatch(of: /[a-z][a-z-]*( ([a-z-]+|USD))*/) != nil
      #expect(isPlain, "\(assumption.key)")
    }
    #expect(Assumption.named("weight tolerance")?.defaultText == "3%")
    #expect(Assumption.named("weight tolerence") == nil)
  }

  @Test("a default can be read and lies in its range", arguments: Assumption.all.map(\.key))
  func defaults(_ key: String) throws {
    let assumption = try #require(Assumption.named(key))
    let bounds = try #require(assumption.bounds, "\(key): \(assumption.range)")
    let low = try mean(bounds.low, assumption.kind)
    let high = try mean(bounds.high, assumption.kind)
    let value = try mean(assumption.defaultText, assumption.kind)
    #expect(low < high, "\(key): \(assumption.range)")
    // A law cut at 0 has a mean slightly beside that of its text, but never outside the range.
    #expect(low <= value && value <= high, "\(key): \(value) outside \(assumption.range)")
  }

  @Test("meanings and sources stand in both languages")
  func words() {
    for assumption in Assumption.all {
      #expect(!assumption.meaning.en.isEmpty && !assumption.source.en.isEmpty, "\(assumption.key)")
      #expect(!assumption.meaning.en.hasSuffix("."), "\(assumption.key)")
      for chinese in [assumption.meaning.zh, assumption.source.zh] {
        #expect(chinese.unicodeScalars.contains { 0x4E00...0x9FFF ~= $0.value }, "\(chinese)")
        #expect(!chinese.contains { ",;:()".contains($0) }, "\(chinese)")
      }
    }
  }

  @Test("every assumption has an effect")
  func effects() {
    let texts = ShippedProcedures.all.map(\.text)
    for assumption in Assumption.all {
      let isParameter = texts.contains { $0.contains("<\(assumption.key)>") }
      #expect(isParameter == (assumption.use == .procedures), "\(assumption.key)")
    }
  }

  /// The mean of a value or a law, in microseconds, kilograms, metres or as a plain number.
  private func mean(_ text: String, _ kind: Assumption.Kind) throws -> Double {
    switch kind {
    case .share: try parseShare(text)
    case .time: try law(text, .duration)
    case .number: try law(text, .plain)
    case .weight: try law(inUnits(text, ["t": 1000, "kg": 1]), .plain)
    case .length: try law(inUnits(text, ["m": 1]), .plain)
    case .timeOfDay: Double(try parseClock(text))
    case .money: Double(try parseMoney(text))
    case .temperature: try parseTemperature(text)
    }
  }

  private func law(_ text: String, _ kind: VariateKind) throws -> Double {
    try parseDistribution(text, of: kind, folder: ".").mean
  }

  /// A text without its units: each number in the smallest.
  private func inUnits(_ text: String, _ factors: [String: Double]) throws -> String {
    text.replacing(/([0-9.]+) (t|kg|m)\b/) { match in
      "\((Double(match.1) ?? .nan) * (factors[String(match.2)] ?? .nan))"
    }
  }
}
