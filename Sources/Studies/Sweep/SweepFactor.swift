/// One key of the scenario that varies, with its values.
public struct SweepFactor: Sendable, Equatable {
  /// The key, as `--set` takes it.
  public var key: String
  /// The option that asks for it.
  public var option: String
  /// The values of a design with levels, in their order: for a range without steps its two ends.
  public var levels: [String]
  /// The range that may be sampled; nil for a list.
  public var range: QuantityRange?
  /// The name under `assumptions`; nil for what `--vary` names.
  public var assumption: String?
  /// The scenario's own value, where it is known.
  public var base: String?
  /// What tables have for the values; nil for the values themselves.
  public var shortLevels: [String]?

  /// What people call it: the assumption, or the key.
  public var name: String { assumption ?? key }

  /// The assignment of a value.
  func setting(_ value: String) -> String { "\(key)=\(value)" }

  /// The value at a place in (0, 1) of all values, as a Latin hypercube draws it; of a range that is cut
  /// into so many strata, it stays within the stratum of its place.
  func value(at place: Double, strata: Int) -> String {
    if let range, range.isContinuous { return range.text(at: place, strata: strata) }
    return levels[min(levels.count - 1, Int(place * Double(levels.count)))]
  }

  /// Where a value lies between the first and the last, in [0, 1]; values of a list count as equally far
  /// apart.
  func place(of value: String) -> Double {
    if let range, let place = range.place(of: value) { return place }
    let index = levels.firstIndex(of: value) ?? 0
    return Double(index) / Double(max(1, levels.count - 1))
  }
}
