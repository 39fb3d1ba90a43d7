/// Classes of goods and exchange rates.
extension CustomsReader {
  /// `goods`: classes with their value and rates; a shipped class keeps what is not written.
  mutating func readGoodsClasses(_ root: SourceNode) {
    for (name, node) in named(root, "goods") {
      guard let section = MappingReader(node, .goodsClass, &problems) else { continue }
      var goods =
        GoodsClass.shipped.first { $0.name == name.text }
        ?? GoodsClass(name.text, dollarsPerTonne: 0, duty: 0)
      let isNew = !GoodsClass.shipped.contains { $0.name == name.text }
      if isNew, section.node("value") == nil {
        problems.add(.missingKeys(["value"], section: .goodsClass), at: node.position)
      }
      if let value = section.value("value", &problems, parseValueByWeight) {
        goods.centsPerTonne = value
      }
      let before = goods.duty
      if let rate = rate(section, "duty") { goods.duty = rate }
      if let rate = rate(section, "vat") { goods.vat = rate }
      if let rate = rate(section, "consumption tax", below: 1_000_000) { goods.consumption = rate }
      // Materials are dutiable like the goods where nobody says otherwise.
      if isNew || goods.materialDuty == before { goods.materialDuty = goods.duty }
      if let rate = rate(section, "material duty") { goods.materialDuty = rate }
      if let share = section.value("material share", &problems, parseShare) {
        goods.materialShare = Int64((share * 1_000_000).rounded())
      }
      if let answer = section.node("designated site").flatMap({
        word($0, "designated site", ["yes", "no"])
      }) {
        goods.needsDesignatedSite = answer == "yes"
      }
      readHandling(section, into: &goods)
      if let answer = section.node("kind").flatMap({
        word($0, "kind", GoodsClass.Kind.allCases.map(\.rawValue))
      }) {
        goods.become(GoodsClass.Kind(rawValue: answer) ?? goods.kind)
      }
      if let share = section.value("non-compliant share", &problems, parseShare) {
        goods.nonCompliant = share
      }
      words.goodsClasses.append(goods)
    }
  }

  /// A rate such as `6.5%`, which may be above the whole; parts of a million.
  private mutating func rate(
    _ section: MappingReader,
    _ key: String,
    below limit: Int64 = 10_000_000
  ) -> Int64? {
    section.value(key, &problems) { (text) throws(ScenarioFault) in
      let (number, unit) = try numberAndUnit(text)
      guard !unit.isEmpty else { throw .missingUnit(text: text, kind: .share, allowed: ["%"]) }
      guard unit == "%" else { throw .unknownUnit(unit, allowed: ["%"], nearest: nil) }
      guard let rate = number.times(10_000), rate < limit else {
        throw .outOfRange(text, low: "0%", high: "\((limit - 1) / 10_000)%")
      }
      return rate
    }
  }

  /// `exchange rates`: by month, as `2024-01: 7.10`, each until the next one.
  mutating func readExchangeRates(_ root: SourceNode) {
    guard let node = root["exchange rates"] else { return }
    guard let entries = node.entries else {
      problems.add(.wrongKind(found: node.kind, expected: [.mapping]), at: node.position)
      return
    }
    for entry in entries {
      let month = problems.value(at: entry.keyPosition) { () throws(ScenarioFault) in
        try parseMonth(entry.key)
      }
      guard let month, let rate = entry.value.value(&problems, parseExchangeRate) else { continue }
      if let last = words.exchangeRates.last, last.month >= month {
        problems.add(.customs(.monthsNotAscending), at: entry.keyPosition)
      }
      words.exchangeRates.append((month, rate))
    }
  }
}

/// A month such as `2024-03`, by its first day.
func parseMonth(_ text: String) throws(ScenarioFault) -> CalendarDate {
  let parts = text.trimmed.split(separator: "-", omittingEmptySubsequences: false)
  let digits = parts.allSatisfy { $0.allSatisfy { "0"..."9" ~= $0 } }
  guard parts.map(\.count) == [4, 2], digits, let year = Int(parts[0]), let month = Int(parts[1]),
    1...12 ~= month
  else { throw .customs(.notAMonth(text)) }
  return CalendarDate(year: year, month: month, day: 1)
}

extension CustomsWords {
  /// Fen for 100 US dollars in each of some months: as written for the month or the last before it,
  /// else the assumed rate.
  func exchange(in months: [CalendarDate]) -> [Int64] {
    let assumed = (try? parseExchangeRate(assumptions.text("yuan per dollar"))) ?? 70_000
    return months.map { month in
      exchangeRates.last { $0.month <= month }?.fenPer100Dollars ?? assumed
    }
  }
}
