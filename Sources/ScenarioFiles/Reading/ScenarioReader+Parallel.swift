import ClearanceModel

/// Work side by side, and servers of several stations at once.
extension ScenarioReader {
  /// `do in parallel`: a list of branches, each of them a list of steps.
  mutating func readParallel(_ node: SourceNode) -> Step.Action? {
    guard let items = node.list("do in parallel", &problems) else { return nil }
    // A branch in which nothing is written is empty, like `[]`.
    return .parallel(items.map { $0.kind == .nothing ? [] : readSteps($0) })
  }

  /// `gate`, or `{gate: 2, desk: 1}`.
  mutating func readSeized(
    _ node: SourceNode,
    _ key: String
  ) -> [(station: Name, count: Int)]? {
    guard let entries = node.entries else { return node.name(&problems).map { [($0, 1)] } }
    if entries.isEmpty { problems.add(.nothingInIt(key: key), at: node.position) }
    var seized: [(station: Name, count: Int)] = []
    for entry in entries {
      let count = entry.value.value(&problems) { (text) throws(ScenarioFault) in
        try parseCount(text, in: 1...65_535)
      }
      guard let name = checkedName(entry.key, at: entry.keyPosition, &problems) else { continue }
      seized.append((name, count ?? 1))
    }
    return seized.isEmpty ? nil : seized
  }
}
