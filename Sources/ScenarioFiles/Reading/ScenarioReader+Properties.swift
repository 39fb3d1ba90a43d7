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
    for entry in entries {
      guard let name = checkedName(entry.key, at: entry.keyPosition, &problems) else { continue }
      let words =
        entry.value.text == nil
        ? (entry.value.list("takes", &problems) ?? []).compactMap { $0.name(&problems) }
        : [entry.value.name(&problems)].compactMap { $0 }
      if !words.isEmpty { lane.takesWords.append((name, words)) }
    }
  }
}
