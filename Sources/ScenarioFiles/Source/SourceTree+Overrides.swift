/// One part of the path of an override.
private enum PathStep {
  case key(String)
  case index(Int)

  var text: String {
    switch self {
    case .key(let key): key
    case .index(let index): "[\(index)]"
    }
  }
}

extension SourceTree {
  /// Changes one value by `KEY=VALUE`, as the option `--set` gives it.
  ///
  /// KEY is keys joined by dots; an item of a list goes by its `name`, or by its index as in
  /// `lanes[0]`. VALUE is YAML. A missing last key is added, and so is a missing mapping at the top
  /// that it lies in. Nodes that come from here carry the assignment in their position.
  public mutating func set(_ assignment: String, problems: inout ProblemList) {
    let start = SourcePosition(line: 1, column: 1, override: assignment)
    guard let sign = assignment.firstIndex(of: "=") else {
      return problems.add(.overridePath(path: assignment, .noValue), at: start)
    }
    let path = String(assignment[..<sign])
    guard let steps = SourceTree.steps(of: path) else {
      return problems.add(.overridePath(path: path, .malformed), at: start)
    }
    let valueStart = assignment.index(after: sign)
    let shift = assignment[..<valueStart].unicodeScalars.count
    let value: SourceNode?
    do throws(LocatedFault) {
      value = try SourceComposer.compose(String(assignment[valueStart...]))
    } catch {
      let position = error.position?.inside(assignment, shift: shift)
      return problems.add(error.fault, at: position ?? start)
    }
    let end = SourcePosition(line: 1, column: 1 + shift, override: assignment)
    let node =
      value?.inside(assignment, shift: shift) ?? SourceNode(position: end, content: .null)
    do throws(OverrideFault) {
      try root.replace(steps[...], by: node, isRoot: true)
    } catch {
      problems.add(.overridePath(path: path, error), at: start)
    }
  }

  /// The node at the end of a path as overrides have it; nil where nothing stands there.
  public func node(at path: String) -> SourceNode? {
    SourceTree.steps(of: path)?.reduce(root as SourceNode?) { node, step in
      switch step {
      case .key(let key): node?[key] ?? node?.items?.first { $0["name"]?.text == key }
      case .index(let index):
        node?.items.flatMap { $0.indices.contains(index) ? $0[index] : nil }
      }
    }
  }

  /// The steps of `stations.gate.lanes[0].servers`, or nil.
  private static func steps(of path: String) -> [PathStep]? {
    var steps: [PathStep] = []
    for part in path.split(separator: ".", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
      let key = pieces[0].trimmed
      if !key.isEmpty { steps.append(.key(key)) }
      for piece in pieces.dropFirst() {
        let text = piece.trimmed
        guard text.hasSuffix("]"), let index = try? parseCount(String(text.dropLast())) else {
          return nil
        }
        steps.append(.index(index))
      }
      if key.isEmpty, pieces.count == 1 { return nil }
    }
    return steps
  }
}

extension SourcePosition {
  fileprivate func inside(_ assignment: String, shift: Int) -> SourcePosition {
    SourcePosition(
      line: line,
      column: line == 1 ? column + shift : column,
      override: assignment
    )
  }
}

extension SourceNode {
  /// The same nodes with positions in an assignment, whose value begins `shift` columns in.
  fileprivate func inside(_ assignment: String, shift: Int) -> SourceNode {
    var copy = self
    copy.position = position.inside(assignment, shift: shift)
    switch content {
    case .scalar, .null, .made: break
    case .sequence(let items):
      copy.content = .sequence(items.map { $0.inside(assignment, shift: shift) })
    case .mapping(let entries):
      copy.content = .mapping(
        entries.map { entry in
          SourceEntry(
            key: entry.key,
            keyPosition: entry.keyPosition.inside(assignment, shift: shift),
            value: entry.value.inside(assignment, shift: shift)
          )
        }
      )
    }
    return copy
  }

  /// Puts `node` at the end of a path below this node.
  fileprivate mutating func replace(
    _ steps: ArraySlice<PathStep>,
    by node: SourceNode,
    isRoot: Bool = false
  ) throws(OverrideFault) {
    guard let step = steps.first else {
      self = node
      return
    }
    let rest = steps.dropFirst()
    switch (step, content) {
    case (.key(let key), .mapping(var entries)):
      if let index = entries.firstIndex(where: { $0.key == key }) {
        try entries[index].value.replace(rest, by: node)
      } else if rest.isEmpty || (isRoot && rest.count == 1) {
        try entries.append(SourceNode.entry(key, rest, node))
      } else {
        let names = entries.map(\.key)
        throw .noSuchKey(key, existing: names, nearest: nearestName(to: key, in: names))
      }
      content = .mapping(entries)
    case (.key(let key), .null) where rest.isEmpty:
      content = .mapping([try SourceNode.entry(key, rest, node)])
    case (.key(let name), .sequence(var items)):
      guard let index = items.firstIndex(where: { $0["name"]?.text == name }) else {
        let names = items.compactMap { $0["name"]?.text }
        throw .noSuchItem(name, existing: names, nearest: nearestName(to: name, in: names))
      }
      try items[index].replace(rest, by: node)
      content = .sequence(items)
    case (.index(let index), .sequence(var items)):
      guard items.indices.contains(index) else {
        throw .noSuchIndex(index, count: items.count)
      }
      try items[index].replace(rest, by: node)
      content = .sequence(items)
    default:
      throw .cannotEnter(found: kind, before: step.text)
    }
  }

  /// A new entry that holds `node` at the end of `rest`, which is at most one step long.
  private static func entry(
    _ key: String,
    _ rest: ArraySlice<PathStep>,
    _ node: SourceNode
  ) throws(OverrideFault) -> SourceEntry {
    let start = SourcePosition(line: 1, column: 1, override: node.position.override)
    var value = SourceNode(position: start, content: .null)
    try value.replace(rest, by: node)
    return SourceEntry(key: key, keyPosition: start, value: value)
  }
}
