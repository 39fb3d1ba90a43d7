import OutputAnalysis

/// The numbers present at instants at equal distances, from which a warm-up is found.
///
/// One row of 32-bit numbers per instant: a thousand instants of a hundred places take 400 KB.
public struct LevelSamples: Sendable, Equatable {
  /// Waiting or in service, by instant and place; after the last place of a row the whole system.
  public private(set) var present: [Int32] = []
  /// The number waiting, summed over the instants, by place.
  public private(set) var queued: [Int64] = []

  /// No samples.
  public init() {}

  /// Whether nothing was sampled.
  public var isEmpty: Bool { present.isEmpty }

  /// Adds the levels of one place after the other, and then of the whole system.
  mutating func add(place: Int, queue: Int64, present level: Int64) {
    if place == queued.count { queued.append(0) }
    queued[place] += queue
    present.append(Int32(clamping: level))
  }

  mutating func add(inside level: Int64) {
    present.append(Int32(clamping: level))
  }
}
