import RandomVariates

/// A weight, or a law of weights, in kilograms.
func weightLaw(_ text: String, folder: String) throws(ScenarioFault) -> Distribution {
  let plain = try withoutUnits(text, [("kg", 1), ("t", 1_000)])
  return try parseDistribution(plain, of: .plain, folder: folder)
}

/// A length in metres.
func metres(_ text: String) throws(ScenarioFault) -> Double {
  try parseNumber(withoutUnits(text, [("m", 1), ("km", 1_000)]))
}

/// A text in which every number with a unit has become a number of the first unit.
///
/// Names of distributions and of their arguments stay. A text without a single unit is refused.
private func withoutUnits(
  _ text: String,
  _ units: [(name: String, factor: Double)]
) throws(ScenarioFault) -> String {
  let names = units.map(\.name)
  var result = ""
  var hasUnit = false
  var rest = text[...]
  while let first = rest.first {
    if first.isLetter {
      let word = rest.prefix { $0.isLetter || $0.isNumber }
      result += word
      rest = rest.dropFirst(word.count)
    } else if "0"..."9" ~= first {
      let digits = rest.prefix { "0"..."9" ~= $0 || $0 == "." }
      let after = rest.dropFirst(digits.count).drop { $0 == " " }
      let unit = after.prefix(while: \.isLetter)
      if unit.isEmpty {
        result += digits
        rest = rest.dropFirst(digits.count)
      } else {
        guard let factor = units.first(where: { $0.name == unit })?.factor else {
          let nearest = nearestName(to: String(unit), in: names)
          throw .unknownUnit(String(unit), allowed: names, nearest: nearest)
        }
        result += decimalText(try parseNumber(String(digits)) * factor)
        hasUnit = true
        rest = after.dropFirst(unit.count)
      }
    } else {
      result.append(first)
      rest = rest.dropFirst()
    }
  }
  if !hasUnit {
    // What is no number at all is better said as such.
    if !text.contains("(") { _ = try parseNumber(text) }
    throw .customs(.notAQuantity(text, allowed: names))
  }
  return result
}
