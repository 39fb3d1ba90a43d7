/// The units of time that a scenario may use.
public enum TimeUnit {
  /// Every unit and its length in microseconds, the shortest first.
  static let all: [(name: String, microseconds: Int64)] = [
    ("us", 1),
    ("ms", 1_000),
    ("s", 1_000_000),
    ("min", 60_000_000),
    ("h", 3_600_000_000),
    ("d", 86_400_000_000),
    ("day", 86_400_000_000),
    ("days", 86_400_000_000),
    ("week", 604_800_000_000),
    ("weeks", 604_800_000_000),
  ]

  /// The names of the units, for messages and the schema.
  public static let names = all.map(\.name)

  /// The length of a unit in microseconds.
  static func microseconds(_ name: String) throws(ScenarioFault) -> Int64 {
    guard let unit = all.first(where: { $0.name == name }) else {
      throw .unknownUnit(name, allowed: names, nearest: nearestName(to: name, in: names))
    }
    return unit.microseconds
  }
}
