/// The rules by which imported goods are inspected.
extension CustomsReader {
  mutating func readModes(_ node: SourceNode) {
    for item in node.list("inspection modes", &problems) ?? [] {
      guard let section = MappingReader(item, .inspectionMode, &problems) else { continue }
      let goods = names(section, "goods", words.goodsNames)
      let credits = names(section, "credit", CustomsWords.credits)
      let firms = names(section, "firms", words.firms.map(\.name.text), named: .firm)
      let share = section.value("share", &problems, parseShare) ?? 1
      guard let node = section.required("mode", &problems),
        let text = word(node, "mode", InspectionMode.allCases.map(\.rawValue)),
        let mode = InspectionMode(rawValue: text)
      else { continue }
      words.policy.modes.append(
        CustomsWords.ModeRule(
          goods: goods,
          credits: credits,
          firms: firms,
          share: share,
          mode: mode,
          modePosition: node.position,
          position: item.position
        )
      )
    }
  }

  /// One word or a list of them, each with its place.
  private mutating func names(
    _ section: MappingReader,
    _ key: String,
    _ allowed: [String],
    named kind: NamedKind? = nil
  ) -> [Name] {
    guard let node = section.node(key) else { return [] }
    let items = node.items == nil ? [node] : node.list(key, &problems) ?? []
    return items.compactMap { item in
      item.value(&problems) { (text) throws(ScenarioFault) in
        guard allowed.contains(text) else {
          let nearest = nearestName(to: text, in: allowed)
          if let kind {
            throw .unknownName(text, kind: kind, existing: allowed, nearest: nearest)
          }
          throw .unknownWord(text, key: key, allowed: allowed, nearest: nearest)
        }
        return Name(text: text, position: item.position)
      }
    }
  }
}
