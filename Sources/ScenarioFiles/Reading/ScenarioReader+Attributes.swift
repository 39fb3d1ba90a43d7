import ClearanceModel

/// What trucks carry besides their class: words, numbers and documents.
extension ScenarioReader {
  private static let mostAttributes = 200
  /// A state is one of the bits by which the compiler follows documents.
  private static let mostStates = 64
  private static let mostWords = 4_096
  private static let dimensions: [(name: String, dimension: Dimension)] = [
    ("number", .number), ("duration", .duration), ("weight", .weight), ("length", .length),
  ]

  mutating func readAttributes(_ node: SourceNode) {
    readNamed(node, "attributes", .attribute) { reader, name, value in
      guard reader.isFree(name) else { return }
      // One that cannot be read is still known by its name to whoever uses it.
      let kind = reader.readAttribute(value, named: name) ?? .number(.number)
      reader.scenario.attributes.append(Attribute(name: name, kind: kind))
    }
    guard scenario.attributes.count > Self.mostAttributes else { return }
    problems.add(
      .tooMany(
        .attribute,
        found: scenario.attributes.count,
        allowed: Self.mostAttributes
      ),
      at: scenario.attributes[Self.mostAttributes].name.position
    )
  }

  /// Attributes of a truck, or its lot, with all companions: words or numbers, and no documents.
  mutating func readSharedAttributes(_ node: SourceNode) {
    readNamed(node, "shared attributes", .attribute) { reader, name, value in
      guard reader.isFree(name) else { return }
      if reader.scenario.attributes.contains(where: { $0.name.text == name.text }) {
        reader.problems.add(.duplicateName(name.text, kind: .attribute), at: name.position)
        return
      }
      if value.entries != nil {
        reader.problems.add(.attribute(.sharedDocument(name.text)), at: value.position)
        return
      }
      let kind = reader.readAttribute(value, named: name) ?? .number(.number)
      reader.scenario.sharedAttributes.append(Attribute(name: name, kind: kind))
    }
    let found = scenario.sharedAttributes.count
    guard found > Self.mostAttributes else { return }
    problems.add(
      .tooMany(.attribute, found: found, allowed: Self.mostAttributes),
      at: scenario.sharedAttributes[Self.mostAttributes].name.position
    )
  }

  /// Whether an attribute or property may have this name; a problem where it may not.
  mutating func isFree(_ name: Name) -> Bool {
    if let sign = name.text.first(where: { "<>!()+*".contains($0) }) {
      problems.add(.attribute(.reservedSign(sign, name: name.text)), at: name.position)
      return false
    }
    let isReserved =
      ["class", "flow", "time of day", "otherwise"].contains(name.text)
      || ExpressionFunction(rawValue: name.text) != nil
      || DistributionForm(rawValue: name.text) != nil
      || " \(name.text) ".contains(" at ") || name.text.first?.isNumber ?? false
    if isReserved { problems.add(.reservedName(name.text), at: name.position) }
    return !isReserved
  }

  private mutating func readAttribute(
    _ node: SourceNode,
    named name: Name
  ) -> AttributePlan.Kind? {
    if let text = node.text {
      if let found = Self.dimensions.first(where: { $0.name == text }) {
        return .number(found.dimension)
      }
      let allowed = Self.dimensions.map(\.name)
      problems.add(
        .unknownWord(
          text,
          key: name.text,
          allowed: allowed,
          nearest: nearestName(to: text, in: allowed)
        ),
        at: node.position
      )
      return nil
    }
    if let entries = node.entries { return readDocument(entries, node, named: name) }
    guard node.items != nil else {
      problems.add(
        .wrongKind(found: node.kind, expected: [.text, .list, .mapping]),
        at: node.position
      )
      return nil
    }
    var words: [Name] = []
    for item in node.list(name.text, &problems) ?? [] {
      guard let word = item.name(&problems), isWord(word) else { continue }
      if words.contains(where: { $0.text == word.text }) {
        problems.add(.duplicateName(word.text, kind: .word), at: word.position)
      } else {
        words.append(word)
      }
    }
    checkNumber(of: words, .word, allowed: Self.mostWords)
    return words.isEmpty ? nil : .words(words.prefix(Self.mostWords).map(\.text))
  }

  /// A word stands in expressions and conditions, whose signs it must not hold.
  private mutating func isWord(_ word: Name) -> Bool {
    if let sign = word.text.first(where: { "<>!()+*".contains($0) }) {
      problems.add(.attribute(.reservedSign(sign, name: word.text)), at: word.position)
      return false
    }
    if word.text == "otherwise" { problems.add(.reservedName(word.text), at: word.position) }
    return word.text != "otherwise"
  }

  private mutating func checkNumber(of words: [Name], _ kind: NamedKind, allowed: Int) {
    guard words.count > allowed else { return }
    problems.add(.tooMany(kind, found: words.count, allowed: allowed), at: words[allowed].position)
  }

  /// States, each with those that may follow.
  private mutating func readDocument(
    _ entries: [SourceEntry],
    _ node: SourceNode,
    named name: Name
  ) -> AttributePlan.Kind? {
    if entries.isEmpty { problems.add(.nothingInIt(key: name.text), at: node.position) }
    var states: [Name] = []
    var following: [[Name]] = []
    for entry in entries {
      guard let state = checkedName(entry.key, at: entry.keyPosition, &problems), isWord(state)
      else { continue }
      guard let items = entry.value.items else {
        problems.add(
          .wrongKind(found: entry.value.kind, expected: [.list]),
          at: entry.value.position
        )
        continue
      }
      states.append(state)
      following.append(items.compactMap { $0.name(&problems) })
    }
    guard states.count == entries.count, !states.isEmpty else { return nil }
    checkNumber(of: states, .state, allowed: Self.mostStates)
    let names = states.prefix(Self.mostStates).map(\.text)
    let indices = following.prefix(Self.mostStates).map { followers in
      followers.compactMap { index(of: $0, among: names) }
    }
    return .states(names, following: indices)
  }

  private mutating func index(of state: Name, among names: [String]) -> Int? {
    if let index = names.firstIndex(of: state.text) { return index }
    problems.add(
      .unknownName(
        state.text,
        kind: .state,
        existing: names,
        nearest: nearestName(to: state.text, in: names)
      ),
      at: state.position
    )
    return nil
  }

  // MARK: Steps

  /// `{ATTRIBUTE: VALUE, …}`, in the order of the file.
  mutating func readSet(_ node: SourceNode) -> Step.Action? {
    guard let entries = node.entries else {
      problems.add(.wrongKind(found: node.kind, expected: [.mapping]), at: node.position)
      return nil
    }
    if entries.isEmpty { problems.add(.nothingInIt(key: "set"), at: node.position) }
    var values: [(attribute: Name, text: String, position: SourcePosition)] = []
    for entry in entries {
      guard let name = checkedName(entry.key, at: entry.keyPosition, &problems),
        let text = entry.value.value(&problems, { $0 })
      else { continue }
      values.append((name, text, entry.value.position))
    }
    return values.isEmpty ? nil : .set(values)
  }

  /// Whether the draws of a step are those of the lot, where it draws; or, where it uses another
  /// procedure, made as if the steps of that one stood here.
  mutating func readDrawn(_ section: MappingReader, _ key: String, into step: inout Step) {
    guard section.node("drawn") != nil else { return }
    let words = [("per lot", false), ("here", true)]
    guard let isHere = section.word("drawn", words, &problems) else { return }
    switch step.action {
    case .use where isHere:
      step.drawsHere = true
      return
    case .set, .serve, .delay:
      step.drawsPerLot = !isHere
      if !isHere { return }
    case .choose(let branches):
      if case .share? = branches.first?.choice, !isHere {
        step.drawsPerLot = true
        return
      }
    default: break
    }
    problems.add(.conflictingKeys([key, "drawn"]), at: section.keyPosition("drawn"))
  }
}
