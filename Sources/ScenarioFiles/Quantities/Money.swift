/// Units of money in yuan, the longest words first.
private let yuanUnits: [(name: String, fen: Int64)] = [
  ("billion yuan", 100_000_000_000), ("million yuan", 100_000_000), ("yuan", 100), ("fen", 1),
]

/// An amount such as `5 million yuan`, in fen; half a fen rounds up.
func parseMoney(_ text: String) throws(ScenarioFault) -> Int64 {
  let (number, unit) = try numberAndUnit(text)
  let allowed = yuanUnits.map(\.name)
  guard !unit.isEmpty else { throw .missingUnit(text: text, kind: .money, allowed: allowed) }
  guard let factor = yuanUnits.first(where: { $0.name == unit })?.fen else {
    throw .unknownUnit(unit, allowed: allowed, nearest: nearestName(to: unit, in: allowed))
  }
  guard let fen = number.times(factor), fen <= 1_000_000_000_000_000 else {
    throw .outOfRange(text, low: "0 yuan", high: "10000 billion yuan")
  }
  return fen
}

/// A value by weight such as `5664 USD per t`, in US cents for a tonne; half a cent rounds up.
func parseValueByWeight(_ text: String) throws(ScenarioFault) -> Int64 {
  let (number, unit) = try numberAndUnit(text)
  let units: [(name: String, factor: Int64)] = [("USD per t", 100), ("USD per kg", 100_000)]
  let allowed = units.map(\.name)
  guard !unit.isEmpty else { throw .missingUnit(text: text, kind: .value, allowed: allowed) }
  guard let factor = units.first(where: { $0.name == unit })?.factor else {
    throw .unknownUnit(unit, allowed: allowed, nearest: nearestName(to: unit, in: allowed))
  }
  guard let cents = number.times(factor), cents <= 10_000_000_000 else {
    throw .outOfRange(text, low: "0 USD per t", high: "100000 USD per kg")
  }
  return cents
}

/// An exchange rate such as `7.10`, yuan for a US dollar, in fen for 100 US dollars.
func parseExchangeRate(_ text: String) throws(ScenarioFault) -> Int64 {
  let (number, unit) = try numberAndUnit(text)
  guard unit.isEmpty else { throw .notANumber(text) }
  guard let fen = number.times(10_000), (1...1_000_000_000).contains(fen) else {
    throw .outOfRange(text, low: "0.0001", high: "100000")
  }
  return fen
}
