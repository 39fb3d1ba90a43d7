import ClearanceModel
import EventSimulation

/// Service standards.
extension ScenarioReader {
  mutating func readStandards(_ top: MappingReader) {
    guard let node = top.node("standards") else { return }
    readNamed(node, "standards", .standard) { reader, name, value in
      guard let standard = reader.readStandard(value, named: name) else { return }
      reader.scenario.standards.append(standard)
    }
  }

  private mutating func readStandard(_ node: SourceNode, named name: Name) -> ServiceStandard? {
    guard let section = MappingReader(node, .standard, &problems) else { return nil }
    let share = section.required("share", &problems)?.value(&problems, parseShare)
    let className = section.node("class").flatMap { node in
      node.name(&problems).map { (text: $0.text, position: node.position) }
    }
    guard let (subject, limit, positions) = readSubject(section), let share else { return nil }
    var standard = ServiceStandard(name: name, subject: subject, limit: limit, share: share)
    standard.positions = positions
    standard.className = className?.text
    standard.positions.className = className?.position
    return standard
  }

  private typealias Subject = (ServiceStandard.Subject, SimulatedTime, ServiceStandard.Positions)

  private mutating func readSubject(_ section: MappingReader) -> Subject? {
    let ofFlow = section.present(["flow", "cleared within", "stage", "to", "within"])
    if section.node("at") != nil {
      guard let other = ofFlow.first else { return readWait(section) }
      problems.add(.conflictingKeys(["at", other]), at: section.keyPosition(other))
      return nil
    }
    guard let flow = section.node("flow") else {
      problems.add(.missingKeys(["at", "flow"], section: .standard), at: section.position)
      return nil
    }
    if let other = section.present(["wait within", "in"]).first {
      problems.add(.conflictingKeys(["flow", other]), at: section.keyPosition(other))
      return nil
    }
    let parts = section.present(["cleared within", "stage", "to"])
    guard parts.count < 2 else {
      problems.add(.conflictingKeys(parts), at: section.keyPosition(parts[1]))
      return nil
    }
    guard let part = parts.first else {
      problems.add(
        .missingKeys(["cleared within", "stage", "to"], section: .standard),
        at: section.position
      )
      return nil
    }
    if part == "cleared within", section.node("within") != nil {
      problems.add(
        .conflictingKeys(["cleared within", "within"]),
        at: section.keyPosition("within")
      )
      return nil
    }
    let limit = limit(section, part == "cleared within" ? part : "within")
    // A flow may have a name that a measure cannot hold; that is said where it is given.
    guard let name = flow.value(&problems, { $0 }), let limit else { return nil }
    var positions = ServiceStandard.Positions(subject: flow.position)
    guard part != "cleared within" else { return (.clearance(flow: name), limit, positions) }
    guard let node = section.node(part), let text = node.value(&problems, { $0 }) else {
      return nil
    }
    positions.part = node.position
    return (
      part == "to" ? .mark(flow: name, mark: text) : .stage(flow: name, stage: text), limit,
      positions
    )
  }

  private mutating func readWait(_ section: MappingReader) -> Subject? {
    let isPeak = section.word("in", [("peak hour", true)], &problems)
    let limit = limit(section, "wait within")
    guard let node = section.node("at"), let place = node.value(&problems, { $0 }), let limit else {
      return nil
    }
    let positions = ServiceStandard.Positions(subject: node.position)
    return (.wait(place: place, inPeakHour: isPeak ?? false), limit, positions)
  }

  private mutating func limit(_ section: MappingReader, _ key: String) -> SimulatedTime? {
    section.required(key, &problems)?.value(&problems, parseDuration).map {
      SimulatedTime(microseconds: $0)
    }
  }
}
