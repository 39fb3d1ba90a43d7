import ClearanceModel

/// What lanes take, and the properties of stations and lanes.
extension ScenarioReader {
  /// `{NAME: EXPRESSION, …}` under `properties`.
  mutating func readProperties(_ section: MappingReader) -> [Property] {
    guard let node = section.node("properties") else { return [] }
    var properties: [Property] = []
    readNamed(node, "properties", .property) { reader, name, value in
      guard reader.isFree(name), let text = value.value(&reader.problems, { $0 }) else { return }
      properties.append(Property(name: name, text: text, position: value.position))
    }
    return properties
  }

  /// A list of classes, or for each of some attributes its words.
  mutating func readTakes(_ node: SourceNode, into lane: inout Lane) {
    guard let entries = node.entries else {
      guard node.items != nil else {
        problems.add(
          .wrongKind(found: node.kind, expected: [.list, .mapping]),
          at: node.position
        )
        return
      }
      lane.takes = node.list("takes", &problems).map { items in
        items.compactMap { $0.name(&problems) }
      }
      return
    }
    if entries.isEmpty { problems.add(.nothingInIt(key: "takes"), at: node.position) }
    lane.takesWords += entries.compactMap { readWords($0, "takes") }
  }

  /// An attribute with one of its words, or a list of them; nil where any of it is wrong.
  private mutating func readWords(
    _ entry: SourceEntry,
    _ key: String
  ) -> (attribute: Name, words: [Name])? {
    guard let name = checkedName(entry.key, at: entry.keyPosition, &problems) else { return nil }
    let words =
      entry.value.text == nil
      ? (entry.value.list(key, &problems) ?? []).compactMap { $0.name(&problems) }
      : [entry.value.name(&problems)].compactMap { $0 }
    return words.isEmpty ? nil : (name, words)
  }

  /// `goes first`: an attribute with the words of those who go before all others.
  mutating func readGoesFirst(_ section: MappingReader, into station: inout Station) {
    let key = "goes first"
    guard let node = section.node(key) else { return }
    guard let entries = node.entries else {
      problems.add(.wrongKind(found: node.kind, expected: [.mapping]), at: node.position)
      return
    }
    guard entries.count == 1 else {
      problems.add(.server(.goesFirstBySeveral(found: entries.count)), at: node.position)
      return
    }
    let isPreemptive = section.node("preemptive").map { $0.text == "yes" || $0.text == "true" }
    if ![.fifo, .priority].contains(station.discipline) || isPreemptive ?? false {
      problems.add(.server(.goesFirstElsewhere), at: section.keyPosition(key))
      return
    }
    station.goesFirst = readWords(entries[0], key)
  }
}
