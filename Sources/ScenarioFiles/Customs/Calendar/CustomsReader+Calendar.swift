/// The calendar and its layers.
extension CustomsReader {
  /// Most days of a run that follows a calendar.
  private static let mostDays = 3_660

  mutating func readCalendar(_ root: SourceNode) {
    guard let node = root["calendar"] else {
      refuseHolidays(root)
      return
    }
    words.calendar = node.entries == nil ? namedCalendar(node) : ownCalendar(node)
    if root["starts"] == nil { problems.add(.calendar(.needsDate), at: node.position) }
    guard let horizon = words.horizon else {
      if root["runs for"] == nil {
        problems.add(.missingKeys(["runs for"], section: .scenario), at: node.position)
      }
      return
    }
    let days = words.days(in: horizon)
    if days > Self.mostDays {
      problems.add(
        .calendar(.runTooLong(days: days, allowed: Self.mostDays)),
        at: root["runs for"]?.position
      )
      words.calendar = nil
    }
  }

  private mutating func namedCalendar(_ node: SourceNode) -> CustomsWords.Calendar? {
    word(node, "calendar", [ZoneCalendar.chinaName]).map { name in
      CustomsWords.Calendar(position: node.position, name: name, calendar: .china)
    }
  }

  private mutating func ownCalendar(_ node: SourceNode) -> CustomsWords.Calendar? {
    guard let section = MappingReader(node, .calendar, &problems) else { return nil }
    var calendar = CustomsWords.Calendar(
      position: node.position,
      name: ZoneCalendar.chinaName,
      calendar: .china
    )
    if let file = section.node("holidays"), file.text != ZoneCalendar.chinaName {
      guard let text = file.text else {
        problems.add(.wrongKind(found: file.kind, expected: [.text]), at: file.position)
        return nil
      }
      calendar.name = text
      let folder = self.folder
      var found = problems
      let read = problems.value(at: file.position) { () throws(ScenarioFault) in
        try ZoneCalendar(DataFile.load(text, folder: folder), &found)
      }
      guard let read else { return nil }
      problems = found
      calendar.calendar = read
    }
    calendar.layers = section.node("layers").map { readLayers($0, calendar) } ?? []
    return calendar
  }

  /// Hours of holidays say nothing where no calendar tells which days they are.
  private mutating func refuseHolidays(_ node: SourceNode) {
    for item in node.items ?? [] { refuseHolidays(item) }
    for entry in node.entries ?? [] {
      if entry.key == "open" {
        for hours in entry.value.entries ?? [] where hours.key == "holidays" {
          problems.add(.calendar(.holidaysWithoutCalendar), at: hours.keyPosition)
        }
      }
      refuseHolidays(entry.value)
    }
  }

  // MARK: Layers

  /// A list of names, or a mapping of names to factors or to days.
  private mutating func readLayers(
    _ node: SourceNode,
    _ calendar: CustomsWords.Calendar
  ) -> [DemandLayer] {
    var layers: [DemandLayer] = []
    if let entries = node.entries {
      for entry in entries {
        guard let name = checkedName(entry.key, at: entry.keyPosition, &problems),
          let layer = readLayer(name, entry.value)
        else { continue }
        layers.append(layer)
      }
    } else {
      for item in node.list("layers", &problems) ?? [] {
        guard let name = item.name(&problems), let standard = standard(name) else { continue }
        if layers.contains(where: { $0.name.text == name.text }) {
          problems.add(.duplicateName(name.text, kind: .layer), at: name.position)
        }
        layers.append(layer(name, standard))
      }
    }
    let isNamed = calendar.calendar.periods.contains {
      $0.isHoliday && $0.name.lowercased() == DemandLayer.springFestival
    }
    for layer in layers where layer.days == .springFestival && !isNamed {
      problems.add(.calendar(.noSpringFestival(file: calendar.name)), at: layer.name.position)
    }
    return layers
  }

  /// The layer that is known by a name; a problem where there is none.
  private mutating func standard(_ name: Name) -> DemandLayer.Standard? {
    let names = DemandLayer.standard.map(\.name)
    if let found = DemandLayer.standard.first(where: { $0.name == name.text }) { return found }
    problems.add(
      .unknownName(
        name.text,
        kind: .layer,
        existing: names,
        nearest: nearestName(to: name.text, in: names)
      ),
      at: name.position
    )
    return nil
  }

  private func layer(_ name: Name, _ standard: DemandLayer.Standard) -> DemandLayer {
    DemandLayer(
      name: name,
      factor: standard.factor,
      days: standard.days,
      isForCars: standard.isForCars
    )
  }

  private mutating func readLayer(_ name: Name, _ node: SourceNode) -> DemandLayer? {
    if node.entries == nil {
      guard let standard = standard(name) else { return nil }
      var layer = layer(name, standard)
      if node.text == "default" || node.content == .null { return layer }
      guard let factor = node.value(&problems, parseFactor) else { return nil }
      layer.factor = factor
      return layer
    }
    guard let section = MappingReader(node, .layer, &problems) else { return nil }
    let known = DemandLayer.standard.first { $0.name == name.text }
    let missing = (known == nil ? ["days", "factor"] : []).filter { section.node($0) == nil }
    for key in missing {
      problems.add(.missingKeys([key], section: .layer), at: node.position)
    }
    let factor = section.value("factor", &problems, parseFactor)
    let ranges = section.node("days").map { readDays($0) }
    let flows = section.node("flows").map { node in
      (node.text == nil ? node.list("flows", &problems) ?? [] : [node])
        .compactMap { $0.name(&problems) }
    }
    guard missing.isEmpty else { return nil }
    return DemandLayer(
      name: name,
      factor: factor ?? known?.factor ?? 1,
      days: ranges.map { .listed($0) } ?? known?.days ?? .listed([]),
      isForCars: known?.isForCars ?? true,
      flows: flows
    )
  }

  private mutating func readDays(_ node: SourceNode) -> [ClosedRange<CalendarDate>] {
    let items = node.text == nil ? node.list("days", &problems) ?? [] : [node]
    return items.compactMap { $0.value(&problems, parseDays) }
  }

  /// Refuses layers for flows that there are not.
  mutating func checkLayers() {
    let flows = words.flows.map(\.name.text)
    for name in words.calendar?.layers.compactMap(\.flows).flatMap({ $0 }) ?? []
    where !flows.contains(name.text) {
      problems.add(
        .unknownName(
          name.text,
          kind: .flow,
          existing: flows,
          nearest: nearestName(to: name.text, in: flows)
        ),
        at: name.position
      )
    }
  }
}

/// A factor such as `130%`, of which up to 1000 % are allowed.
private func parseFactor(_ text: String) throws(ScenarioFault) -> Double {
  let digits = text.trimmed
  guard digits.hasSuffix("%") else {
    _ = try parseNumber(digits)
    throw .missingUnit(text: text, kind: .share, allowed: ["%"])
  }
  let factor = try parseNumber(String(digits.dropLast())) / 100
  guard factor <= 10 else { throw .outOfRange(text, low: "0%", high: "1000%") }
  return factor
}

/// A day such as `2024-01-05`, or days such as `2024-01-05..2024-01-12`.
private func parseDays(_ text: String) throws(ScenarioFault) -> ClosedRange<CalendarDate> {
  guard let dots = text.firstRange(of: "..") else {
    let date = try parseDate(text)
    return date...date
  }
  let (first, last) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
  guard !first.trimmed.isEmpty, !last.trimmed.isEmpty else { throw .calendar(.notDays(text)) }
  let (from, to) = (try parseDate(first), try parseDate(last))
  guard from <= to else { throw .calendar(.endsBeforeStart(from: from, to: to)) }
  return from...to
}
