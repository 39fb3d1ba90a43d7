import Foundation
import Testing

@testable import Studies

/// The files of scenarios/verification are as long as theory asks, and say what they are.
@Suite("Run length")
struct RunLengthTests {
  private static let minutes: [Substring: Double] = ["min": 1, "h": 60, "d": 1440]

  /// The value of a key at the beginning of a line.
  private func word(_ key: String, in text: String) -> Substring? {
    text.split(separator: "\n").first { $0.hasPrefix("\(key): ") }?.dropFirst(key.count + 2)
  }

  private func duration(_ key: String, in text: String) -> Double {
    guard let parts = word(key, in: text)?.split(separator: " "), parts.count == 2,
      let number = Double(parts[0]), let unit = Self.minutes[parts[1]]
    else { return 0 }
    return number * unit
  }

  @Test("every file is long enough", arguments: SizedCase.all.map(\.exact.id))
  func long(_ id: String) throws {
    let sized = try #require(SizedCase.all.first { $0.exact.id == id })
    let text = try #require(VerificationScenarios.text(of: id))
    let replications = try Int(#require(word("replications", in: text))) ?? 0
    switch sized.length {
    case .steady(let asked, let settling):
      let warmUp = duration("warm up", in: text)
      #expect(warmUp >= settling)
      #expect(Double(replications) * (duration("runs for", in: text) - warmUp) >= asked)
    case .transient(let asked):
      #expect(replications >= asked)
      #expect(word("warm up", in: text) == nil)
    case .once:
      #expect(replications == 2)
    }
  }

  @Test("every file names its model and its source", arguments: SizedCase.all.map(\.exact.id))
  func comments(_ id: String) throws {
    let exact = try #require(SizedCase.all.first { $0.exact.id == id }).exact
    let lines = try #require(VerificationScenarios.text(of: id)).split(separator: "\n")
    #expect(lines[0].lowercased() == "# \(exact.model).".lowercased())
    #expect(lines[1] == "# Exact answers: \(exact.source).")
    #expect(lines[2] == "scenario: \(id)")
  }

  @Test("no id and no measure of a case stands twice")
  func unique() {
    #expect(Set(ExactCase.all.map(\.id)).count == ExactCase.all.count)
    for exact in ExactCase.all {
      #expect(Set(exact.values.map(\.measure)).count == exact.values.count, "\(exact.id)")
    }
  }

  @Test("M/M/1 needs as many waits as Whitt says")
  func known() {
    // ρ(2 + 5ρ − 4ρ² + ρ³)/(1 − ρ)⁴ = 1976 is the constant of the waits at 0.8, whose mean is 4. That
    // of the number waiting, observed over time, is greater: its arrivals scatter too.
    let waits = RunLength.time(1976 / 16, precision: 0.01)
    let trucks = 0.8 * RunLength.queue(servers: 1, offered: 0.8, .wait)
    #expect(trucks > waits)
    #expect(trucks < 1.15 * waits)
  }
}
