import ClearanceModel
import EventSimulation

/// Outages of the systems that a zone depends on.
extension CustomsReader {
  mutating func readOutages(_ root: SourceNode) {
    guard let node = root["outages"] else { return }
    guard let section = MappingReader(node, .outages, &problems) else { return }
    if node.entries?.isEmpty ?? false {
      problems.add(.nothingInIt(key: "outages"), at: node.position)
    }
    for kind in OutageKind.all {
      guard let node = section.node(kind.name) else { continue }
      var outages = CustomsWords.Outages(kind: kind, position: node.position)
      for item in node.items ?? [node] { readOutage(item, &outages) }
      settle(&outages)
      words.outages.append(outages)
    }
  }

  private mutating func readOutage(_ node: SourceNode, _ outages: inout CustomsWords.Outages) {
    guard let section = MappingReader(node, .outage, &problems) else { return }
    let kind = outages.kind
    if let node = section.node("fallback"), let word = word(node, "fallback", kind.fallbacks) {
      if let other = outages.fallback, other.word != word {
        problems.add(
          .outage(.otherFallback(word, than: other.word, kind: kind.name)),
          at: node.position
        )
      }
      outages.fallback = (word, node.position)
    }
    if section.node("at") != nil, section.node("every") != nil {
      problems.add(.conflictingKeys(["at", "every"]), at: section.keyPosition("every"))
    } else if let at = section.node("at") {
      readPlanned(at, section, &outages)
    } else {
      readRandom(node, section, &outages)
    }
  }

  // MARK: By the clock

  private mutating func readPlanned(
    _ at: SourceNode,
    _ section: MappingReader,
    _ outages: inout CustomsWords.Outages
  ) {
    let length = section.required("lasts", &problems).flatMap { node in
      node.value(&problems) { (text) throws(ScenarioFault) in
        let time = try parseDuration(text)
        guard time > 0 else { throw .notPositive(text) }
        return time
      }
    }
    let items = at.text == nil ? at.list("at", &problems) ?? [] : [at]
    for item in items {
      let (starts, horizon) = (words.starts, words.horizon)
      let times = item.value(&problems) { (text) throws(ScenarioFault) in
        try instants(text, from: starts, until: horizon)
      }
      guard let times, let length else { continue }
      for time in times {
        outages.planned.append(
          CustomsWords.Outages.Window(
            from: SimulatedTime(microseconds: time),
            to: SimulatedTime(microseconds: min(time, .max - length) + length),
            position: item.position
          )
        )
      }
    }
  }

  /// Brings the outages by the clock into order; a problem where two overlap.
  private mutating func settle(_ outages: inout CustomsWords.Outages) {
    outages.planned.sort { $0.from < $1.from }
    let windows = outages.planned
    for (before, after) in zip(windows, windows.dropFirst()) where after.from < before.to {
      problems.add(
        .outage(
          .overlap(
            kind: outages.kind.name,
            line: before.position.line,
            from: after.from,
            until: before.to
          )
        ),
        at: after.position
      )
    }
    var joined: [CustomsWords.Outages.Window] = []
    for window in windows {
      if let last = joined.last, last.to >= window.from {
        joined[joined.count - 1].to = max(last.to, window.to)
      } else {
        joined.append(window)
      }
    }
    outages.planned = joined
  }

  // MARK: At random

  private mutating func readRandom(
    _ node: SourceNode,
    _ section: MappingReader,
    _ outages: inout CustomsWords.Outages
  ) {
    var assumed: [String] = []
    func law(_ key: String) -> SourceNode? {
      if let node = section.node(key) { return node }
      // Losses of the network are assumed where nobody has counted them.
      guard outages.kind.name == "network" else { return nil }
      assumed.append("network loss \(key)")
      return words.assumptions.value("network loss \(key)", at: node.position)
    }
    guard let every = law("every") else {
      problems.add(.missingKeys(["at", "every"], section: .outage), at: node.position)
      return
    }
    guard let lasts = law("lasts") else {
      problems.add(.missingKeys(["lasts"], section: .outage), at: node.position)
      return
    }
    if outages.random != nil {
      problems.add(.outage(.secondRandom(kind: outages.kind.name)), at: node.position)
    }
    for law in [every, lasts] {
      let folder = self.folder
      _ = law.value(&problems) { (text) throws(ScenarioFault) in
        try parseDistribution(text, of: .duration, folder: folder)
      }
    }
    outages.random = CustomsWords.Outages.Law(every: every, lasts: lasts, assumptions: assumed)
  }
}

/// The instants that a text names, from time zero [µs].
///
/// `2024-03-05 09:00`, `09:00` for every day, `mon-fri 09:00` for some days of the week, or a length of
/// time since the start.
private func instants(
  _ text: String,
  from start: CalendarDate?,
  until horizon: SimulatedTime?
) throws(ScenarioFault) -> [Int64] {
  let parts = text.split(separator: " ").map(String.init)
  guard let clock = parts.last, clock.contains(":"), parts.count <= 2 else {
    guard text.first.map({ "0"..."9" ~= $0 }) ?? false, !text.contains("-") else {
      throw .outage(.notAnInstant(text))
    }
    let time = try parseDuration(text)
    return [try within(horizon, time, text)]
  }
  let minute = try parseClock(clock)
  let day: Int64 = 86_400_000_000
  guard minute < day else { throw .outOfRange(clock, low: "00:00", high: "23:59") }
  if parts.count == 2, parts[0].first.map({ "0"..."9" ~= $0 }) ?? false {
    let date = try parseDate(parts[0])
    guard let start else { throw .customs(.dateWithoutStart) }
    let days = Int64(date.daysSinceEpoch - start.daysSinceEpoch)
    return [try within(horizon, days * day + minute, text)]
  }
  // On every day, or on every such day of the week.
  guard let horizon else { throw .outage(.withoutEnd(text)) }
  let weekdays = parts.count == 2 ? try outageDays(parts[0]) : Array(0..<7)
  let first = start?.weekday ?? 0
  let times = (0...horizon.microseconds / day).filter { weekdays.contains((first + Int($0)) % 7) }
    .map { $0 * day + minute }.filter { $0 < horizon.microseconds }
  guard !times.isEmpty else { throw .outage(.outsideRun(text)) }
  return times
}

private func outageDays(_ text: String) throws(ScenarioFault) -> [Int] {
  let days = try parseDays(text)
  guard !days.contains(WeekPlan.holidays) else { throw .outage(.notAnInstant(text)) }
  return days
}

private func within(
  _ horizon: SimulatedTime?,
  _ time: Int64,
  _ text: String
) throws(ScenarioFault) -> Int64 {
  guard time >= 0, time < horizon?.microseconds ?? .max else { throw .outage(.outsideRun(text)) }
  return time
}
