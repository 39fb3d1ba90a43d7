import ClearanceModel

/// The names that an expression may use, and what is known of them.
struct ExpressionScope {
  /// A property at a place, compiled.
  struct Property {
    /// Index among the expressions of the plan.
    var expression: UInt16
    /// What it measures; nil for a zero without a unit.
    var dimension: Dimension?
    /// Blocks that its draws take.
    var blocks: Int
    /// Numbers that it has on the stack at most.
    var depth: Int
    /// Roughly its mean.
    var mean: Double
  }

  /// The folder of the scenario, for data files.
  var folder = ""
  /// All attributes.
  var attributes: [AttributePlan] = []
  /// The names of properties.
  var properties: [String] = []
  /// The names of stations with the indices of their places.
  var stations: [(name: String, place: Int)] = []
  /// For each place its properties, by index; nil where it has none of a name.
  var values: [[Property?]] = []
  /// For each place those of its lanes.
  var lanes: [[(name: String, place: Int)]] = []
  /// Whether firms have books, so that papers may be asked about.
  var hasPapers = false
  /// Whether properties may be used: not within a property.
  var allowsProperties = true

  /// What a property of a station is in all of its places.
  func property(
    _ property: Int,
    at station: Int
  ) throws(ScenarioFault) -> (use: Expression.PropertyUse, dimension: Dimension?, blocks: Int) {
    let name = properties[property]
    let own = values[station][property]
    var found = own.map { [$0] } ?? []
    for lane in lanes[station] {
      if let value = values[lane.place][property] ?? own {
        found.append(value)
      } else {
        let isKnown = lanes[station].contains { values[$0.place][property] != nil }
        guard isKnown else { break }
        throw .expression(.propertyMissing(name, place: lane.name))
      }
    }
    guard !found.isEmpty else {
      let existing = properties.indices.filter { index in
        values[station][index] != nil
          || lanes[station].contains { values[$0.place][index] != nil }
      }
      throw .unknownName(
        name,
        kind: .property,
        existing: existing.map { properties[$0] },
        nearest: nil
      )
    }
    var dimension: Dimension?
    for value in found {
      guard let other = value.dimension else { continue }
      if let dimension, dimension != other {
        throw .expression(.propertyDimensions(name, dimension, other))
      }
      dimension = other
    }
    let use = Expression.PropertyUse(
      property: property,
      station: station,
      block: 0,
      depth: found.map(\.depth).max() ?? 1,
      mean: found.map(\.mean).reduce(0, +) / Double(found.count)
    )
    return (use, dimension, found.map(\.blocks).max() ?? 0)
  }
}
