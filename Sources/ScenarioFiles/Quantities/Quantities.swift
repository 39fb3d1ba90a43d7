/// A length of time such as `1.5 h`, `5min` or `2 weeks`, in microseconds.
///
/// One number and one unit of `TimeUnit.names`. The arithmetic is decimal and exact; below a
/// microsecond it rounds half away from zero. Lengths beyond Int64, 292,000 years, are refused.
public func parseDuration(_ text: String) throws(ScenarioFault) -> Int64 {
  let (number, unit) = try numberAndUnit(text)
  guard !unit.isEmpty else {
    throw .missingUnit(text: text, kind: .duration, allowed: TimeUnit.names)
  }
  let microseconds = try TimeUnit.microseconds(unit)
  guard let duration = number.times(microseconds) else {
    throw .outOfRange(text, low: "0 us", high: "292000 years")
  }
  return duration
}

/// A share such as `15%`, as a number in [0, 1]: the Double nearest to it.
public func parseShare(_ text: String) throws(ScenarioFault) -> Double {
  let (number, unit) = try numberAndUnit(text)
  guard !unit.isEmpty else { throw .missingUnit(text: text, kind: .share, allowed: ["%"]) }
  guard unit == "%" else { throw .unknownUnit(unit, allowed: ["%"], nearest: nil) }
  let share = number.percent
  guard share <= 1 else { throw .outOfRange(text, low: "0%", high: "100%") }
  return share
}

/// A rate such as `50 per h`, in events per microsecond.
public func parseRate(_ text: String) throws(ScenarioFault) -> Double {
  let (number, unit) = try numberAndUnit(text)
  let words = unit.split(whereSeparator: \.isWhitespace)
  guard words.first == "per", words.count > 1 else {
    throw .missingUnit(text: text, kind: .rate, allowed: TimeUnit.names.map { "per \($0)" })
  }
  let microseconds = try TimeUnit.microseconds(words.dropFirst().joined(separator: " "))
  return try finite(number.double, text) / Double(microseconds)
}

/// A whole number such as `4`; decimal digits only, so that `010` is ten.
public func parseCount(
  _ text: String,
  in range: ClosedRange<Int> = 0...Int.max
) throws(ScenarioFault) -> Int {
  let (number, unit) = try numberAndUnit(text)
  guard unit.isEmpty else { throw .notANumber(text) }
  guard !text.contains(".") else { throw .notWhole(text) }
  guard let count = number.times(1).flatMap(Int.init(exactly:)), range.contains(count) else {
    throw .outOfRange(text, low: "\(range.lowerBound)", high: "\(range.upperBound)")
  }
  return count
}

/// A number without a unit, such as `1.2`, `-3` or `1e6`.
///
/// Below zero it is refused unless `range` says otherwise.
public func parseNumber(
  _ text: String,
  in range: ClosedRange<Double> = 0...Double.greatestFiniteMagnitude
) throws(ScenarioFault) -> Double {
  let trimmed = text.trimmed
  if isNotFinite(trimmed) { throw .notFinite(text) }
  let isNegative = trimmed.hasPrefix("-")
  let digits = isNegative ? trimmed.dropFirst() : trimmed[...]
  guard let number = DecimalNumber(digits, allowingExponent: true) else { throw .notANumber(text) }
  let magnitude = try finite(number.double, text)
  let value = isNegative ? -magnitude : magnitude
  if value < 0, range.lowerBound >= 0 { throw .negative(text) }
  guard range.contains(value) else {
    throw .outOfRange(text, low: "\(range.lowerBound)", high: "\(range.upperBound)")
  }
  return value
}

/// A time of day such as `07:30`, from `00:00` to `24:00`, in microseconds since midnight.
public func parseClock(_ text: String) throws(ScenarioFault) -> Int64 {
  let parts = text.trimmed.split(separator: ":", omittingEmptySubsequences: false)
  let isClock =
    parts.count == 2 && 1...2 ~= parts[0].count && parts[1].count == 2
    && parts.allSatisfy { $0.allSatisfy { "0"..."9" ~= $0 } }
  guard isClock, let hours = Int64(parts[0]), let minutes = Int64(parts[1]) else {
    throw .notAClock(text)
  }
  let minutesOfDay = hours * 60 + minutes
  guard minutes < 60, minutesOfDay <= 24 * 60 else {
    throw .outOfRange(text, low: "00:00", high: "24:00")
  }
  return minutesOfDay * 60_000_000
}

// MARK: Parts

/// The number at the start of a text and the trimmed rest.
func numberAndUnit(
  _ text: String
) throws(ScenarioFault) -> (number: DecimalNumber, unit: String) {
  let trimmed = text.trimmed
  if isNotFinite(trimmed) { throw .notFinite(text) }
  let isNumeric: (Character) -> Bool = { "0"..."9" ~= $0 || $0 == "." }
  if trimmed.hasPrefix("-") || trimmed.hasPrefix("\u{2212}") {
    if let second = trimmed.dropFirst().first, isNumeric(second) { throw .negative(text) }
  }
  let digits = trimmed.prefix(while: isNumeric)
  guard let number = DecimalNumber(digits) else { throw .notANumber(text) }
  return (number, trimmed[digits.endIndex...].trimmed)
}

private func isNotFinite(_ text: String) -> Bool {
  let word = text.lowercased().drop { "+-.".contains($0) }
  return ["nan", "inf", "infinity", "∞"].contains { name in
    word.hasPrefix(name) && !(word.dropFirst(name.count).first?.isLetter ?? false)
  }
}

func finite(_ value: Double, _ text: String) throws(ScenarioFault) -> Double {
  guard value.isFinite else { throw .notFinite(text) }
  return value
}
