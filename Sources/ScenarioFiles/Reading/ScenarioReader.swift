import ClearanceModel
import EventSimulation

/// Turns the nodes of a file into a scenario and notes everything that is wrong.
struct ScenarioReader {
  let folder: String
  var problems: ProblemList
  var scenario = Scenario()
  /// Whether the scenario names its classes, so that no other may occur.
  private(set) var classesAreListed = false
  /// The procedures with their parameters open, and what parameters stand for.
  var library = ProcedureLibrary()

  init(tree: SourceTree, folder: String, problems: ProblemList) {
    self.folder = folder
    self.problems = problems
    read(tree.root)
  }

  private mutating func read(_ root: SourceNode) {
    guard let top = MappingReader(root, .scenario, &problems) else { return }
    if let node = top.required("scenario", &problems) {
      scenario.name = node.value(&problems) { $0 } ?? ""
    }
    readRun(top)
    readClasses(top)
    readDemand(top)
    if let node = top.node("attributes") { readAttributes(node) }
    if let node = top.node("shared attributes") { readSharedAttributes(node) }
    readTeams(top)
    if let node = top.node("stations") {
      readNamed(node, "stations", .station) { reader, name, value in
        // One that cannot be read is still known by its name to the steps that use it.
        let station = reader.readStation(value, named: name) ?? Station(name: name)
        reader.scenario.stations.append(station)
      }
    }
    readValues(top)
    if let node = top.required("arrivals", &problems) {
      readNamed(node, "arrivals", .flow) { reader, name, value in
        if let flow = reader.readFlow(value, named: name) { reader.scenario.flows.append(flow) }
      }
    }
    checkTracedClasses()
    if let node = top.node("collections") {
      readNamed(node, "collections", .collection) { reader, name, value in
        reader.readCollection(value, named: name)
      }
    }
    if let node = top.required("procedures", &problems) {
      readLibrary(node)
      readInstances()
      checkSetValues(root)
    }
    readStart(top)
    readStandards(top)
  }

  /// Reads a mapping from names to things.
  mutating func readNamed(
    _ node: SourceNode,
    _ key: String,
    _ kind: NamedKind,
    _ body: (inout ScenarioReader, Name, SourceNode) -> Void
  ) {
    guard let entries = node.entries else {
      problems.add(.wrongKind(found: node.kind, expected: [.mapping]), at: node.position)
      return
    }
    if entries.isEmpty { problems.add(.nothingInIt(key: key), at: node.position) }
    for entry in entries {
      guard let name = checkedName(entry.key, at: entry.keyPosition, &problems) else { continue }
      body(&self, name, entry.value)
    }
  }

  private mutating func readRun(_ top: MappingReader) {
    let lengths = top.present(["runs for", "runs until"])
    if lengths.isEmpty {
      problems.add(.missingKeys(["runs for", "runs until"], section: .scenario), at: top.position)
    } else if lengths.count == 2 {
      problems.add(.conflictingKeys(lengths), at: top.keyPosition(lengths[1]))
    }
    scenario.horizon = positiveTime(top, "runs for")
    _ = top.word("runs until", [("empty", ())], &problems)
    readWarmUp(top, isUntilEmpty: lengths == ["runs until"])
    if let time = positiveTime(top, "record every") { scenario.recordingInterval = time }
    scenario.seed = top.value("seed", &problems, parseSeed) ?? 1
    scenario.replications =
      top.value("replications", &problems) { (text) throws(ScenarioFault) in
        try parseCount(text, in: 1...1_000_000)
      } ?? (top.node("batches") == nil ? 10 : 1)
    readBatches(top, isUntilEmpty: lengths == ["runs until"])
    scenario.capacity = readCapacity(top)
    _ = top.word("when full", [("turn away", ())], &problems)
  }

  /// Capacity and what happens when it is reached.
  mutating func readCapacity(_ section: MappingReader) -> Int? {
    return section.value("capacity", &problems) { (text) throws(ScenarioFault) in
      try parseCount(text, in: 1...1_000_000_000)
    }
  }

  /// A length of time that is more than nothing.
  mutating func positiveTime(_ section: MappingReader, _ key: String) -> SimulatedTime? {
    section.value(key, &problems) { (text) throws(ScenarioFault) in
      let time = try parseDuration(text)
      guard time > 0 else { throw .notPositive(text) }
      return SimulatedTime(microseconds: time)
    }
  }

  private mutating func readClasses(_ top: MappingReader) {
    guard let items = top.node("classes")?.list("classes", &problems) else { return }
    classesAreListed = true
    for item in items {
      guard let name = item.name(&problems) else { continue }
      if scenario.classes.contains(where: { $0.text == name.text }) {
        problems.add(.duplicateName(name.text, kind: .classOfTrucks), at: name.position)
      } else {
        scenario.classes.append(name)
      }
    }
  }

  private mutating func readDemand(_ top: MappingReader) {
    guard let node = top.node("demand"),
      let demand = MappingReader(node, .demand, &problems)
    else { return }
    scenario.demandFactor =
      demand.value("factor", &problems) { (text) throws(ScenarioFault) in
        let factor = try parseNumber(text)
        guard factor > 0 else { throw .notPositive(text) }
        return factor
      } ?? 1
  }

  private mutating func readStart(_ top: MappingReader) {
    guard let node = top.node("starts with") else { return }
    guard let entries = node.entries else {
      problems.add(.wrongKind(found: node.kind, expected: [.mapping]), at: node.position)
      return
    }
    let flows = scenario.flows.map(\.name.text)
    for entry in entries {
      guard flows.contains(entry.key) else {
        problems.add(
          .unknownName(
            entry.key,
            kind: .flow,
            existing: flows,
            nearest: nearestName(to: entry.key, in: flows)
          ),
          at: entry.keyPosition
        )
        continue
      }
      checkPresent(entry)
      let count = entry.value.value(&problems) { (text) throws(ScenarioFault) in
        try parseCount(text, in: 0...100_000_000)
      }
      if let count {
        let flow = Name(text: entry.key, position: entry.keyPosition)
        scenario.startsWith.append((flow, count))
      }
    }
  }
}

/// A seed: any whole number that 64 bits hold.
public func parseSeed(_ text: String) throws(ScenarioFault) -> UInt64 {
  guard !text.isEmpty, text.allSatisfy({ $0.isASCII && $0.isNumber }) else {
    throw .notANumber(text)
  }
  guard let seed = UInt64(text) else {
    throw .outOfRange(text, low: "0", high: "\(UInt64.max)")
  }
  return seed
}

/// A length of time in the unit that reads best, exactly.
public func durationText(_ time: SimulatedTime) -> String {
  let units: [(Int64, String)] = [
    (86_400_000_000, "d"), (3_600_000_000, "h"), (60_000_000, "min"), (1_000_000, "s"),
    (1_000, "ms"),
  ]
  for (length, unit) in units where time.microseconds >= length {
    let tenth = length / 10
    guard time.microseconds % tenth == 0 else { continue }
    let (whole, rest) = (time.microseconds / tenth).quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? "\(whole) \(unit)" : "\(whole).\(rest) \(unit)"
  }
  return "\(time.microseconds) us"
}
