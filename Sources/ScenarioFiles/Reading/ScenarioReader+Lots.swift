import EventSimulation

/// Lots and the attributes that trucks get when they come.
extension ScenarioReader {
  mutating func readLot(_ section: MappingReader, into flow: inout Flow) {
    flow.lot =
      section.value("lot", &problems) { (text) throws(ScenarioFault) in
        try parseCount(text, in: 1...1_000_000)
      } ?? 1
    if let node = section.node("attributes") { flow.attributes = readFlowAttributes(node) }
    let given = flow.attributes.map(\.name.text)
    for item in section.node("of each truck")?.list("of each truck", &problems) ?? [] {
      guard let name = item.name(&problems) else { continue }
      if given.contains(name.text) {
        flow.ofEachTruck.append(name)
      } else {
        addNotGiven(name, given)
      }
    }
    if let node = section.node("class by") {
      if section.node("class") != nil {
        problems.add(.conflictingKeys(["class", "class by"]), at: section.keyPosition("class by"))
      }
      flow.classBy = readClassBy(node, given)
    }
    if let by = flow.classBy,
      let name = flow.ofEachTruck.first(where: { $0.text == by.attribute.text })
    {
      problems.add(.attribute(.classByVaries(attribute: name.text)), at: name.position)
    }
    flow.arguments = readArguments(section.node("with"))
  }

  private mutating func addNotGiven(_ name: Name, _ given: [String]) {
    problems.add(
      .attribute(
        .notGiven(
          attribute: name.text,
          existing: given,
          nearest: nearestName(to: name.text, in: given)
        )
      ),
      at: name.position
    )
  }

  /// `{firm: {logistics-a: aeo, parts-b: [{from: 0 d, class: general}, {from: 100 d, class: aeo}]}}`.
  private mutating func readClassBy(
    _ node: SourceNode,
    _ given: [String]
  ) -> (attribute: Name, classes: [Flow.WordClass])? {
    guard let entries = node.entries, entries.count == 1, let words = entries[0].value.entries
    else {
      problems.add(.wrongKind(found: node.kind, expected: [.mapping]), at: node.position)
      return nil
    }
    guard let attribute = checkedName(entries[0].key, at: entries[0].keyPosition, &problems) else {
      return nil
    }
    if !given.contains(attribute.text) { addNotGiven(attribute, given) }
    var classes: [Flow.WordClass] = []
    for entry in words {
      let changes = readClassChanges(entry.value)
      guard !changes.isEmpty else { continue }
      let word = Name(text: entry.key, position: entry.keyPosition)
      classes.append(Flow.WordClass(word: word, changes: changes))
    }
    return (attribute, classes)
  }

  /// A class, or a list of `{from: DURATION, class: CLASS}` that begins at time zero.
  private mutating func readClassChanges(
    _ node: SourceNode
  ) -> [(from: SimulatedTime, name: Name)] {
    guard node.items != nil else {
      guard let name = node.name(&problems) else { return [] }
      noteClass(name)
      return [(.zero, name)]
    }
    var changes: [(from: SimulatedTime, name: Name)] = []
    for item in node.list("class by", &problems) ?? [] {
      guard let section = MappingReader(item, .classChange, &problems),
        let from = section.required("from", &problems),
        let time = from.value(&problems, parseDuration),
        let name = section.required("class", &problems)?.name(&problems)
      else { continue }
      noteClass(name)
      if changes.isEmpty, time != 0 {
        problems.add(.attribute(.classStartsLate), at: from.position)
      } else if let last = changes.last, last.from.microseconds >= time {
        problems.add(.attribute(.classesNotAscending), at: from.position)
      }
      changes.append((SimulatedTime(microseconds: time), name))
    }
    return changes
  }

  private mutating func readFlowAttributes(_ node: SourceNode) -> [FlowAttribute] {
    guard let entries = node.entries else {
      problems.add(.wrongKind(found: node.kind, expected: [.mapping]), at: node.position)
      return []
    }
    return entries.compactMap { entry in
      guard let name = checkedName(entry.key, at: entry.keyPosition, &problems) else { return nil }
      let value = substitute(entry.value)
      guard value["per step"] != nil || value["step"] != nil else {
        let row = readValueShares(value)
        return row.isEmpty ? nil : FlowAttribute(name: name, rows: [row])
      }
      guard let section = MappingReader(value, .attributeSteps, &problems) else { return nil }
      let items = section.required("per step", &problems)?.list("per step", &problems) ?? []
      let step = positiveTime(section, "step")
      if section.node("step") == nil { _ = section.required("step", &problems) }
      let rows = items.map { readValueShares($0) }
      guard !rows.isEmpty, !rows.contains(where: \.isEmpty) else { return nil }
      return FlowAttribute(name: name, step: step, rows: rows)
    }
  }

  /// `semi`, `3 t`, or `{van: 25%, semi: 75%}`.
  private mutating func readValueShares(_ node: SourceNode) -> [(value: Name, share: Double)] {
    if let text = node.text { return [(Name(text: text, position: node.position), 1)] }
    guard let entries = node.entries, !entries.isEmpty else {
      problems.add(.wrongKind(found: node.kind, expected: [.text, .mapping]), at: node.position)
      return []
    }
    let shares: [(value: Name, share: Double)] = entries.compactMap { entry in
      entry.value.value(&problems, parseShare).map {
        (Name(text: entry.key, position: entry.keyPosition), $0)
      }
    }
    guard shares.count == entries.count else { return [] }
    problems.value(at: node.position) { () throws(ScenarioFault) in
      try checkShares(shares.map(\.share))
    }
    return shares
  }
}
