/// `values`, `with`, and what is put in the place of `<NAME>`.
extension ScenarioReader {
  /// Reads `values`; one may mention those before it.
  mutating func readValues(_ top: MappingReader) {
    guard let node = top.node("values") else { return }
    guard let entries = node.entries else {
      problems.add(.wrongKind(found: node.kind, expected: [.mapping]), at: node.position)
      return
    }
    for entry in entries {
      guard let argument = readArgument(entry) else { continue }
      scenario.values.append(argument)
      library.bindings = library.bindings.with([argument], level: 0)
    }
  }

  /// Reads a mapping from parameters to texts, in which parameters already bound are replaced.
  mutating func readArguments(_ node: SourceNode?) -> [ParameterValue] {
    guard let node else { return [] }
    guard let entries = node.entries else {
      problems.add(.wrongKind(found: node.kind, expected: [.mapping]), at: node.position)
      return []
    }
    return entries.compactMap { readArgument($0) }
  }

  private mutating func readArgument(_ entry: SourceEntry) -> ParameterValue? {
    guard let name = parameterName(entry) else { return nil }
    let value = substitute(entry.value)
    guard let text = value.text else {
      problems.add(.wrongKind(found: value.kind, expected: [.text]), at: value.position)
      return nil
    }
    return ParameterValue(name: name, value: text, position: value.position)
  }

  private mutating func parameterName(_ entry: SourceEntry) -> Name? {
    guard ParameterText("<\(entry.key)>").isParameter else {
      problems.add(.attribute(.wrongParameterName(entry.key)), at: entry.keyPosition)
      return nil
    }
    return Name(text: entry.key, position: entry.keyPosition)
  }

  /// The same nodes with the values of parameters in their places.
  ///
  /// A text that is nothing but a parameter stands where its value stands, any other where it is.
  mutating func substitute(_ node: SourceNode) -> SourceNode {
    var result = node
    switch node.content {
    case .null, .made: break
    case .scalar(let text, let quoted):
      let (replaced, position) = substitute(text, at: node.position)
      result = SourceNode(position: position, content: .scalar(replaced, quoted: quoted))
    case .sequence(let items):
      result.content = .sequence(items.map { substitute($0) })
    case .mapping(let entries):
      var replaced: [SourceEntry] = []
      for entry in entries {
        let (key, position) = substitute(entry.key, at: entry.keyPosition)
        if replaced.contains(where: { $0.key == key }) {
          problems.add(.duplicateKey(key), at: position)
        }
        let value = substitute(entry.value)
        replaced.append(SourceEntry(key: key, keyPosition: position, value: value))
      }
      result.content = .mapping(replaced)
    }
    return result
  }

  private mutating func substitute(
    _ text: String,
    at position: SourcePosition
  ) -> (text: String, position: SourcePosition) {
    guard text.contains("<") else { return (text, position) }
    let written = ParameterText(text)
    var result = ""
    var place = position
    for part in written.parts {
      switch part {
      case .text(let text): result += text
      case .parameter(let name):
        if let value = library.look(up: name) {
          result += value.text
          if written.isParameter { place = value.position }
        } else {
          library.foundUnbound = true
          problems.add(
            .attribute(
              .unboundParameter(name, nearest: nearestName(to: name, in: library.bindings.names))
            ),
            at: position
          )
          result += "<\(name)>"
        }
      }
    }
    return (result, place)
  }

  /// Refuses an option `--set values.NAME=…` that nothing would notice.
  mutating func checkSetValues(_ root: SourceNode) {
    let set = scenario.values.filter { $0.name.position.override != nil }
    guard !set.isEmpty else { return }
    let written =
      library.entries.map(\.steps) + [root["arrivals"], root["collections"]].compactMap { $0 }
    let mentioned = (written + [root["values"]].compactMap { $0 }).flatMap(\.parameters)
    for argument in set where !mentioned.contains(argument.name.text) {
      problems.add(
        .attribute(
          .unusedValue(
            argument.name.text,
            nearest: nearestName(to: argument.name.text, in: mentioned)
          )
        ),
        at: argument.name.position
      )
    }
  }
}
