/// A firm's account book, and what changes for it by date.
extension CustomsReader {
  mutating func readBook(_ section: MappingReader, into firm: inout CustomsWords.Firm) {
    if let node = section.node("credit changes") {
      firm.book.creditChanges = changes(node) { reader, node in
        reader.word(node, "credit changes", CustomsWords.credits)
      }
    }
    if let node = section.node("business") {
      firm.book.business = word(node, "business", CustomsWords.businesses) ?? firm.book.business
    }
    if let node = section.node("goods") {
      firm.book.goods = shares(node, "goods", words.goodsNames, named: .goods) ?? firm.book.goods
    }
    firm.book.items =
      section.value("items", &problems) { (text) throws(ScenarioFault) in
        try parseCount(text, in: 1...100_000)
      } ?? firm.book.items
    if let node = section.node("guarantee"),
      let read = dated(node, "guarantee", { $1.value(&$0.problems, parseMoney) })
    {
      firm.book.guarantee = read.first.map {
        CustomsWords.Placed(value: $0, position: node.position)
      }
      firm.book.guaranteeChanges = read.changes
    }
    firm.book.opening = section.node("opening stock").flatMap { readOpening($0) }
    readTimes(section, into: &firm)
    readFacilitations(section, into: &firm)
  }

  private mutating func readTimes(_ section: MappingReader, into firm: inout CustomsWords.Firm) {
    func placed(_ key: String, _ reader: inout CustomsReader) -> CustomsWords.Placed<CalendarDate>?
    {
      guard let node = section.node(key), let date = node.value(&reader.problems, parseDate) else {
        return nil
      }
      reader.needStart(at: node.position)
      return CustomsWords.Placed(value: date, position: node.position)
    }
    firm.book.joins = placed("joins", &self)
    firm.book.leaves = placed("leaves", &self)
    if let joins = firm.book.joins, let leaves = firm.book.leaves, leaves.value <= joins.value {
      problems.add(.customs(.leavesBeforeJoining(firm: firm.name.text)), at: leaves.position)
    }
    guard let node = section.node("ramp") else { return }
    guard let joins = firm.book.joins else {
      problems.add(.missingKeys(["joins"], section: .firm), at: section.keyPosition("ramp"))
      return
    }
    firm.book.rampEnds = node.value(&problems) { (text) throws(ScenarioFault) in
      try rampEnd(text, from: joins.value)
    }
  }

  private mutating func readFacilitations(
    _ section: MappingReader,
    into firm: inout CustomsWords.Firm
  ) {
    func placed(_ key: String, _ reader: inout CustomsReader) -> CustomsWords.Placed<Double>? {
      guard let node = section.node(key), let share = reader.switchShare(node, key) else {
        return nil
      }
      return CustomsWords.Placed(value: share, position: node.position)
    }
    firm.book.advance = placed("advance declaration", &self)
    firm.book.twoStep = placed("two-step", &self)
    firm.book.fourSelf = placed("four-self-one-simplification", &self)
    firm.book.promisesConformity = section.flag("promises conformity", &problems) ?? true
    firm.book.spareCapacity = section.value("spare capacity", &problems, parseShare)
    firm.book.isGeneralTaxpayer = section.flag("general taxpayer", &problems)
    firm.book.electsMaterials = section.flag("elects materials", &problems)
    firm.book.paysTogether = section.flag("aggregated tax payment", &problems)
    if let node = section.node("guarantee waiver"),
      let flag = section.flag("guarantee waiver", &problems)
    {
      firm.book.waiver = CustomsWords.Placed(value: flag, position: node.position)
    }
  }

  /// `60 d`, `500 t`, or weights by status.
  private mutating func readOpening(
    _ node: SourceNode
  ) -> CustomsWords.Placed<CustomsWords.OpeningStock>? {
    let position = node.position
    if let entries = node.entries {
      var stock: [Int64] = [0, 0, 0]
      let statuses = ["bonded", "non-bonded", "exported-in"]
      for entry in entries {
        guard let index = statuses.firstIndex(of: entry.key) else {
          let nearest = nearestName(to: entry.key, in: statuses)
          problems.add(
            .unknownWord(entry.key, key: "opening stock", allowed: statuses, nearest: nearest),
            at: entry.keyPosition
          )
          continue
        }
        stock[index] = entry.value.value(&problems, parseStock) ?? 0
      }
      return CustomsWords.Placed(value: .byStatus(stock), position: position)
    }
    let stock = node.value(&problems) { (text) throws(ScenarioFault) -> CustomsWords.OpeningStock in
      let unit = try? numberAndUnit(text).unit
      guard let unit, TimeUnit.names.contains(unit) else { return .weight(try parseStock(text)) }
      return .days(Double(try parseDuration(text)) / 86_400e6)
    }
    return stock.map { CustomsWords.Placed(value: $0, position: position) }
  }

  // MARK: By date

  /// `VALUE`, or `{default: VALUE, DATE: VALUE, …}`.
  mutating func dated<Value>(
    _ node: SourceNode,
    _ key: String,
    _ read: (inout CustomsReader, SourceNode) -> Value?
  ) -> (first: Value?, changes: [CustomsWords.Change<Value>])? {
    guard let entries = node.entries else { return (read(&self, node), []) }
    let first = entries.first { $0.key == "default" }
    let rest = entries.filter { $0.key != "default" }
    let later = SourceNode(position: node.position, content: .mapping(rest))
    return (first.flatMap { read(&self, $0.value) }, changes(later, read))
  }

  /// `{DATE: VALUE, …}` in the order of the dates.
  mutating func changes<Value>(
    _ node: SourceNode,
    _ read: (inout CustomsReader, SourceNode) -> Value?
  ) -> [CustomsWords.Change<Value>] {
    guard let entries = node.entries else {
      problems.add(.wrongKind(found: node.kind, expected: [.mapping]), at: node.position)
      return []
    }
    var result: [CustomsWords.Change<Value>] = []
    for entry in entries {
      let date = problems.value(at: entry.keyPosition) { () throws(ScenarioFault) in
        try parseDate(entry.key)
      }
      let value = read(&self, entry.value)
      guard let date, let value, needStart(at: entry.keyPosition) else { continue }
      if let start = words.starts, date <= start {
        problems.add(
          .customs(.dateBeforeStart(entry.key, start: start)),
          at: entry.keyPosition
        )
        continue
      }
      result.append(CustomsWords.Change(date: date, value: value, position: entry.keyPosition))
    }
    return result.sorted { $0.date < $1.date }
  }

  /// Whether the run begins on a date, so that others have a place in it; a problem where not.
  @discardableResult
  mutating func needStart(at position: SourcePosition) -> Bool {
    if words.starts == nil { problems.add(.customs(.dateWithoutStart), at: position) }
    return words.starts != nil
  }

  /// `on`, `off`, or a share.
  mutating func switchShare(_ node: SourceNode, _ key: String) -> Double? {
    node.value(&problems) { (text) throws(ScenarioFault) in
      if let flag = flagWords.first(where: { $0.0 == text }) { return flag.1 ? 1 : 0 }
      if text.first?.isNumber != true {
        let allowed = ["on", "off"]
        throw .unknownWord(
          text,
          key: key,
          allowed: allowed,
          nearest: nearestName(to: text, in: allowed)
        )
      }
      return try parseShare(text)
    }
  }
}

/// A weight in whole kilograms; below zero it is no stock.
private func parseStock(_ text: String) throws(ScenarioFault) -> Int64 {
  do throws(ScenarioFault) {
    let kilograms = try parseMeasure(text, units: MeasureUnit.weights, kind: .weight)
    guard kilograms <= 1e15 else { throw .outOfRange(text, low: "0 t", high: "1000000000000 t") }
    return Int64(kilograms.rounded())
  } catch .negative {
    throw .customs(.negativeBook(text))
  } catch {
    throw error
  }
}

/// The day on which a ramp has ended: `12 months` or a DURATION after its first.
private func rampEnd(
  _ text: String,
  from start: CalendarDate
) throws(ScenarioFault) -> CalendarDate {
  let (number, unit) = try numberAndUnit(text)
  if unit == "months" || unit == "month" {
    let count = try parseCount(String(text.trimmed.dropLast(unit.count)), in: 1...600)
    let first = start.firstOfMonth(adding: count)
    let last = start.endOfMonth(adding: count)
    return CalendarDate(year: first.year, month: first.month, day: min(start.day, last.day))
  }
  _ = number
  let days = Double(try parseDuration(text)) / 86_400e6
  guard days >= 1, days <= 36_500 else { throw .outOfRange(text, low: "1 d", high: "36500 d") }
  return start.adding(days: Int(days.rounded()))
}
