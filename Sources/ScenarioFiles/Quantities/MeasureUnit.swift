/// A unit of weight, length or share: a power of ten of the unit inside.
struct MeasureUnit: Sendable {
  /// As it is written.
  let name: String
  /// The unit inside times 10 to this power.
  let exponent: Int

  /// Kilograms inside.
  static let weights = [MeasureUnit(name: "kg", exponent: 0), MeasureUnit(name: "t", exponent: 3)]
  /// Metres inside.
  static let lengths = [MeasureUnit(name: "m", exponent: 0), MeasureUnit(name: "km", exponent: 3)]
  /// Parts of the whole inside.
  static let shares = [MeasureUnit(name: "%", exponent: -2)]
}

/// A weight or length such as `17.75 t`, in the unit inside.
func parseMeasure(
  _ text: String,
  units: [MeasureUnit],
  kind: QuantityKind
) throws(ScenarioFault) -> Double {
  let (number, name) = try numberAndUnit(text)
  let allowed = units.map(\.name)
  guard !name.isEmpty else { throw .missingUnit(text: text, kind: kind, allowed: allowed) }
  guard let unit = units.first(where: { $0.name == name }) else {
    throw .unknownUnit(name, allowed: allowed, nearest: nearestName(to: name, in: allowed))
  }
  return try finite(number.double(exponent: unit.exponent), text)
}
