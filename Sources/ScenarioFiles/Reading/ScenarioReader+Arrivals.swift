import ClearanceModel
import EventSimulation
import RandomVariates

/// Flows under `arrivals`.
extension ScenarioReader {
  private static let forms = ["rate", "every", "at", "profile", "from", "population"]

  mutating func readFlow(_ node: SourceNode, named name: Name) -> Flow? {
    guard let section = MappingReader(node, .arrivals, &problems) else { return nil }
    let forms = section.present(Self.forms)
    if forms.count > 1 {
      problems.add(.conflictingKeys(forms), at: section.keyPosition(forms[1]))
    }
    if forms.isEmpty {
      problems.add(.missingKeys(Self.forms, section: .arrivals), at: name.position)
    }
    let arrivals = readArrivals(section)
    let procedure = section.required("procedure", &problems)?.name(&problems)
    let batch = section.node("batch").flatMap { readLaw($0, of: .plain) }
    if let batch, batch.distribution.minimum < 1 {
      problems.add(
        .outOfRange(batch.text, low: "1", high: "1000000"),
        at: section.node("batch")?.position
      )
    }
    let atMost = section.value("at most", &problems) { (text) throws(ScenarioFault) in
      try parseCount(text, in: 1...4_000_000_000)
    }
    let classes = section.node("class").map { readClassShares($0) } ?? []
    let stream = section.node("stream")?.name(&problems)
    guard let procedure else { return nil }
    var flow = Flow(
      name: name,
      stream: stream,
      arrivals: arrivals ?? .at([.zero]),
      batch: batch,
      atMost: atMost,
      classes: classes,
      procedure: procedure
    )
    if case .rates(let made)? = section.node("profile")?.made {
      flow.ordinaryWeek = made.ordinaryWeek
    }
    readLot(section, into: &flow)
    takeTracedClasses(section, into: &flow)
    return flow
  }

  private mutating func readArrivals(_ section: MappingReader) -> Flow.Arrivals? {
    if let node = section.node("from") { return readTracedArrivals(node) }
    if let node = section.node("population") { return readPopulation(node, section) }
    if let node = section.node("rate") {
      if node.entries != nil { return readVaryingRate(node) }
      return node.value(&problems) { (text) throws(ScenarioFault) in
        let rate = try parseRate(text)
        guard rate > 0 else { throw .notPositive(text) }
        return .rate(rate, text: text)
      }
    }
    if let node = section.node("every") {
      guard let law = readLaw(node, of: .duration) else { return nil }
      guard law.distribution.mean > 0 else {
        problems.add(.notPositive(law.text), at: node.position)
        return nil
      }
      return .every(law)
    }
    if let node = section.node("at") {
      if case .times(let times)? = node.made { return .at(times) }
      guard let items = node.list("at", &problems) else { return nil }
      let times = items.compactMap { $0.value(&problems, parseDuration) }
      return .at(times.sorted().map { SimulatedTime(microseconds: $0) })
    }
    return section.node("profile").flatMap { readProfile($0) }
  }

  private mutating func readProfile(_ node: SourceNode) -> Flow.Arrivals? {
    if case .rates(let made)? = node.made {
      return .profile(rates: made.rates, step: made.step, repeats: false)
    }
    guard let section = MappingReader(node, .profile, &problems) else { return nil }
    let items = section.required("per h", &problems)?.list("per h", &problems)
    let step = positiveTime(section, "step")
    if section.node("step") == nil { _ = section.required("step", &problems) }
    let repeats =
      section.word(
        "repeats",
        [("yes", true), ("no", false), ("true", true), ("false", false)],
        &problems
      )
      ?? false
    guard let items, let step else { return nil }
    let rates = items.compactMap { item in
      item.value(&problems) { (text) throws(ScenarioFault) in try parseNumber(text) }
    }
    guard rates.count == items.count else { return nil }
    guard rates.contains(where: { $0 > 0 }) else {
      problems.add(.notPositive("0"), at: items[0].position)
      return nil
    }
    return .profile(rates: rates.map { $0 / 3_600_000_000 }, step: step, repeats: repeats)
  }

  private mutating func readClassShares(_ node: SourceNode) -> [(name: Name, share: Double)] {
    if node.text != nil {
      guard let name = node.name(&problems) else { return [] }
      noteClass(name)
      return [(name, 1)]
    }
    guard let entries = node.entries else {
      problems.add(.wrongKind(found: node.kind, expected: [.text, .mapping]), at: node.position)
      return []
    }
    var shares: [(name: Name, share: Double)] = []
    for entry in entries {
      guard let name = checkedName(entry.key, at: entry.keyPosition, &problems),
        let share = entry.value.value(&problems, parseShare)
      else { continue }
      noteClass(name)
      shares.append((name, share))
    }
    if shares.count == entries.count {
      problems.value(at: node.position) { () throws(ScenarioFault) in
        try checkShares(shares.map(\.share))
      }
    }
    return shares
  }

  /// A class that the list of classes lacks, or the next in the order of first mention.
  mutating func noteClass(_ name: Name) {
    if scenario.classes.contains(where: { $0.text == name.text }) { return }
    if classesAreListed {
      let existing = scenario.classes.map(\.text)
      problems.add(
        .unknownName(
          name.text,
          kind: .classOfTrucks,
          existing: existing,
          nearest: nearestName(to: name.text, in: existing)
        ),
        at: name.position
      )
    } else {
      scenario.classes.append(name)
    }
  }

  /// Reads the duration of a step: a distribution, or an expression, which is read later.
  mutating func readDuration(_ node: SourceNode) -> Law? {
    let names = (scenario.attributes + scenario.sharedAttributes).map(\.name.text)
    return node.value(&problems) { (text) throws(ScenarioFault) in
      do throws(ScenarioFault) {
        return Law(
          text: text,
          distribution: try parseDistribution(text, of: .duration, folder: folder)
        )
      } catch {
        guard isExpression(text, attributes: names) else { throw error }
        return Law(text: text, distribution: .constant(0), expression: node.position)
      }
    }
  }

  /// Reads a distribution of lengths of time, or of plain numbers.
  mutating func readLaw(_ node: SourceNode, of kind: VariateKind) -> Law? {
    node.value(&problems) { (text) throws(ScenarioFault) in
      Law(text: text, distribution: try parseDistribution(text, of: kind, folder: folder))
    }
  }
}
