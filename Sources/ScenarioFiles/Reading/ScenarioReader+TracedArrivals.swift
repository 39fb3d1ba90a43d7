import EventSimulation

/// Arrivals from a file, and populations.
extension ScenarioReader {
  /// Reads the file that `from` names: the column `time (UNIT)` and, where there is one, `class`.
  mutating func readTracedArrivals(_ node: SourceNode) -> Flow.Arrivals? {
    let folder = folder
    return node.value(&problems) { (text) throws(ScenarioFault) in
      let data = try DataFile.load(text, folder: folder)
      let times = try data.durations("time")
      let rows = data.filledRows
      for index in times.indices.dropFirst() where times[index] < times[index - 1] {
        let found = durationText(SimulatedTime(microseconds: times[index]))
        throw try data.fault(.arrival(.timeGoesBack(found)), row: rows[index], column: "time")
      }
      let classes = data.header.contains("class") ? try data.texts("class") : []
      return .from(
        TracedArrivals(
          file: text,
          position: node.position,
          times: times.map { SimulatedTime(microseconds: $0) },
          classes: classes,
          rows: rows
        )
      )
    }
  }

  /// Reads `population`, and refuses what would change the number of its trucks.
  mutating func readPopulation(_ node: SourceNode, _ section: MappingReader) -> Flow.Arrivals? {
    for key in section.present(["batch", "at most", "lot", "class by"]) {
      problems.add(.arrival(.besidePopulation(key: key)), at: section.keyPosition(key))
    }
    let count = node.value(&problems) { (text) throws(ScenarioFault) in
      try parseCount(text, in: 1...10_000_000)
    }
    return count.map { .population($0) }
  }

  /// Refuses what would decide the classes once more, and takes them as the flow's.
  mutating func takeTracedClasses(_ section: MappingReader, into flow: inout Flow) {
    guard case .from(let trace) = flow.arrivals, !trace.classes.isEmpty else { return }
    for key in section.present(["class", "class by", "lot"]) {
      problems.add(.arrival(.besideClassColumn(key: key)), at: section.keyPosition(key))
    }
    flow.classes = trace.classShares
  }

  /// The classes that files name must be classes of the scenario.
  mutating func checkTracedClasses() {
    let existing = scenario.classes.map(\.text)
    for flow in scenario.flows {
      guard case .from(let trace) = flow.arrivals else { continue }
      for (index, name) in trace.classes.enumerated() where !existing.contains(name) {
        let fault = ScenarioFault.unknownName(
          name,
          kind: .classOfTrucks,
          existing: existing,
          nearest: nearestName(to: name, in: existing)
        )
        problems.add(
          .csv(file: trace.file, row: trace.rows[index], column: "class", fault),
          at: trace.position
        )
        // One wrong name often stands in thousands of rows.
        break
      }
    }
  }

  /// Refuses trucks at the start where they make no sense.
  mutating func checkPresent(_ entry: SourceEntry) {
    guard let flow = scenario.flows.first(where: { $0.name.text == entry.key }) else { return }
    switch flow.arrivals {
    case .population:
      problems.add(.arrival(.besidePopulation(key: "starts with")), at: entry.keyPosition)
    case .from(let trace) where !trace.classes.isEmpty:
      problems.add(.arrival(.besideClassColumn(key: "starts with")), at: entry.keyPosition)
    default:
      break
    }
  }
}
