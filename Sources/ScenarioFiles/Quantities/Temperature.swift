/// The unit of temperatures, as it is printed first.
private let temperatureUnits = ["°C", "℃", "C"]

/// A temperature such as `-18 °C`, in degrees Celsius, from −90 to 60.
func parseTemperature(_ text: String) throws(ScenarioFault) -> Double {
  let trimmed = text.trimmed
  let isBelowZero = trimmed.hasPrefix("-") || trimmed.hasPrefix("\u{2212}")
  let (number, unit) = try numberAndUnit(
    isBelowZero ? String(trimmed.dropFirst()).trimmed : trimmed
  )
  guard !unit.isEmpty else {
    throw .missingUnit(text: text, kind: .temperature, allowed: temperatureUnits)
  }
  guard temperatureUnits.contains(unit) else {
    throw .unknownUnit(unit, allowed: temperatureUnits, nearest: nil)
  }
  let degrees = isBelowZero ? -number.double : number.double
  guard -90...60 ~= degrees else { throw .outOfRange(text, low: "-90 °C", high: "60 °C") }
  return degrees
}
