import ScenarioFiles
import Testing

@testable import Reports
@testable import Studies

/// The words of rosters by the hour.
@Suite struct RosterTextTests {
  @Test func everyPhraseHasBothLanguages() {
    for phrase in RosterPhrase.allCases {
      let (en, zh) = phrase.texts
      #expect(Self.parts(of: en) == Self.parts(of: zh), "\(phrase)")
      #expect(!en.isEmpty && !zh.isEmpty)
    }
  }

  /// The names in braces.
  private static func parts(of text: String) -> [String] {
    var names: [String] = []
    for piece in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      guard let end = piece.firstIndex(of: "}") else { continue }
      names.append(String(piece[..<end]))
    }
    return names.sorted()
  }

  @Test(arguments: [
    (RosterFault.notByHour(key: "demand.factor"), ["demand.factor", "servers", "officers"]),
    (.hasCost, []), (.neverOpen, []), (.noWait, ["gate.wait.p95 <= 10 min"]),
  ])
  func faults(_ fault: RosterFault, _ words: [String]) {
    for language in [Language.en, .zh] {
      let sentence = Wording(language).sizeFault(.roster("a.servers=1..2", fault))
      #expect(sentence.hasPrefix("--by-hour a.servers=1..2"), "\(sentence)")
      for word in words { #expect(sentence.contains(word), "\(sentence)") }
    }
  }
}
