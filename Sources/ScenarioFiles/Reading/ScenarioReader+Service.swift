import ClearanceModel

/// How many are served together, and whether trucks change lanes.
extension ScenarioReader {
  mutating func readService(_ section: MappingReader, into station: inout Station) {
    station.jockeys = section.word("jockeying", Self.yesOrNo, &problems) ?? false
    guard let node = section.node("serves together") else { return }
    station.together = node.value(&problems, parseTogether)
    if let together = station.together, together.isExact, let room = station.capacity,
      room < together.most
    {
      problems.add(.service(.neverFills(count: together.most, room: room)), at: node.position)
    }
    checkService(section, of: station)
  }

  /// Whoever is served together with others is served to the end.
  mutating func checkService(_ section: MappingReader, of station: Station) {
    guard station.together != nil else { return }
    var words: [(key: String, text: String)] = []
    if section.node("on closing")?.text == "return to queue" {
      words.append(("on closing", "on closing: return to queue"))
    }
    if section.node("fails after") != nil { words.append(("fails after", "fails after")) }
    if let text = section.node("preemptive")?.text, text == "yes" || text == "true" {
      words.append(("preemptive", "preemptive: \(text)"))
    }
    for (key, text) in words {
      problems.add(.service(.togetherInterrupted(words: text)), at: section.keyPosition(key))
    }
  }
}

/// Reads `5` or `exactly 5`.
func parseTogether(_ text: String) throws(ScenarioFault) -> TogetherPlan {
  let word = "exactly "
  let isExact = text.hasPrefix(word)
  let number = isExact ? String(text.dropFirst(word.count)) : text
  if let first = number.first, first.isLetter {
    throw .unknownWord(
      text,
      key: "serves together",
      allowed: ["5", "exactly 5"],
      nearest: nil
    )
  }
  return TogetherPlan(most: try parseCount(number, in: 1...1000), isExact: isExact)
}
