import ClearanceModel
import EventSimulation

/// Procedures used by others, companions, stages, counters, amounts and collections.
extension ScenarioReader {
  /// `use: PROCEDURE`, with its steps read under their own bindings.
  mutating func readUse(_ value: SourceNode, _ section: MappingReader) -> Step.Action? {
    let arguments = readArguments(section.node("with"))
    guard let name = value.name(&problems) else { return nil }
    // What a parameter leaves out.
    if name.text == OutageKind.nothing { return nil }
    return readUse(name, arguments).map { .use(procedure: name, steps: $0) }
  }

  mutating func readStart(_ value: SourceNode, _ section: MappingReader) -> Step.Action? {
    let arguments = readArguments(section.node("with"))
    let times = section.node("times")?.name(&problems)
    let ways = [PaperWay.into, .out].map { ("papers \($0.word)", $0) }
    let way = section.word("for each", ways, &problems)
    if times != nil, section.node("for each") != nil {
      problems.add(.conflictingKeys(["times", "for each"]), at: section.keyPosition("for each"))
    }
    guard let name = value.name(&problems) else { return nil }
    let bindings = library.bindings.with(arguments, level: library.frames.count)
    return .start(
      procedure: name,
      instance: instance(of: name, bindings),
      number: times.map { .times($0) } ?? way.map { .forEach($0) } ?? .one
    )
  }

  mutating func readCount(_ value: SourceNode, _ section: MappingReader) -> Step.Action? {
    let place = section.node("at")?.name(&problems)
    return value.name(&problems).map { .count($0, at: place) }
  }

  /// `sum: NAME` with `of: EXPRESSION`, and `out of: NAME` where it has a share.
  mutating func readSum(_ value: SourceNode, _ section: MappingReader) -> Step.Action? {
    let node = section.required("of", &problems)
    let text = node?.value(&problems) { $0 }
    let whole = section.node("out of")?.name(&problems)
    guard let amount = value.name(&problems), let node, let text else { return nil }
    return .sum(SumAction(amount: amount, text: text, position: node.position, whole: whole))
  }

  mutating func readCollection(_ node: SourceNode, named name: Name) {
    guard let section = MappingReader(node, .collection, &problems) else { return }
    var keys: [Name] = []
    for item in section.node("by")?.list("by", &problems) ?? [] {
      guard let key = item.name(&problems) else { continue }
      if keys.contains(where: { $0.text == key.text }) {
        problems.add(.duplicateName(key.text, kind: .attribute), at: key.position)
      } else {
        keys.append(key)
      }
    }
    let items = section.required("closings", &problems)?.list("closings", &problems) ?? []
    let sets = section.node("sets")?.name(&problems)
    let arguments = readArguments(section.node("with"))
    let closings = readClosings(items)
    guard let starts = section.required("starts", &problems)?.name(&problems) else { return }
    scenario.collections.append(
      Gathering(
        name: name,
        keys: keys,
        closings: closings,
        sets: sets,
        holdsPapers: section.flag("papers", &problems) ?? false,
        starts: starts,
        arguments: arguments
      )
    )
  }

  private mutating func readClosings(
    _ items: [SourceNode]
  ) -> [(cut: SimulatedTime, due: SimulatedTime)] {
    var closings: [(cut: SimulatedTime, due: SimulatedTime)] = []
    for item in items {
      guard let section = MappingReader(item, .closing, &problems),
        let cut = section.required("cut", &problems)?.value(&problems, parseDuration),
        let due = section.required("due", &problems)?.value(&problems, parseDuration)
      else { continue }
      if cut > due {
        problems.add(.attribute(.cutAfterDue), at: item.position)
      } else if let last = closings.last,
        last.cut.microseconds >= cut || last.due.microseconds > due
      {
        problems.add(.attribute(.closingsNotAscending), at: item.position)
      }
      closings.append((SimulatedTime(microseconds: cut), SimulatedTime(microseconds: due)))
    }
    return closings
  }
}
