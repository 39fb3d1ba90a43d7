import Testing

@testable import ScenarioFiles

/// Words are found between signs and blanks, and nowhere else.
@Suite struct WordSearchTests {
  private let search = WordSearch([
    "measured > 40 t", "<papers ready>", "slips-made", "进区 at 主门-in",
  ])

  @Test(arguments: ["measured", "papers ready", "papers", "t", "进区", "at 主门-in", "slips-made"])
  func findsWholeWords(_ word: String) {
    #expect(search.mentions(word))
  }

  @Test(arguments: ["measure", "slips", "made", "区", "at 主门", "late", ""])
  func leavesPartsAndWhatIsNotThere(_ word: String) {
    #expect(!search.mentions(word))
  }

  @Test func findsParts() {
    #expect(search.contains("slips"))
    #expect(search.contains("<papers ready>"))
    #expect(!search.contains("<papers late>"))
  }
}
