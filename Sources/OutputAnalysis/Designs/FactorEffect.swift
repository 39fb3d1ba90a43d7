/// What one factor of a design does to a measure.
public struct FactorEffect: Sendable, Equatable {
  /// The factor, by its number.
  public var factor: Int
  /// What each of its levels does, in the order of the levels; none where they are a range.
  public var levels: [LevelEffect] = []
  /// The level with which ``swing`` begins.
  public var from = 0
  /// The later level with which it ends.
  public var to = 1
  /// How much more the measure is at the later of two ends than at the earlier; nil where undefined.
  public var swing: StudentInterval?
  /// The same on the scale of ranks, from −1 to 1; only of a sampled range.
  public var rank: StudentInterval?

  /// The effect of a factor of which nothing is known yet.
  public init(factor: Int) {
    self.factor = factor
  }

  /// How much the measure moves over the factor's levels, whichever way.
  public var size: Double { swing.map { abs($0.estimate) } ?? 0 }

  /// Whether the factor is seen to change the measure: the interval of its swing is without zero.
  public var isVisible: Bool { swing?.excludesZero ?? false }
}

/// What one level of a factor does.
public struct LevelEffect: Sendable, Equatable {
  /// The mean of the measure over the points with this level; nil where undefined.
  public var mean: Double?
  /// How much that is above the reference: the mean of all points, or the base.
  public var effect: StudentInterval?

  /// An effect from its parts.
  public init(mean: Double?, effect: StudentInterval?) {
    self.mean = mean
    self.effect = effect
  }
}

extension StudentInterval {
  /// Whether zero lies outside; never for a single value, or where there is no effect at all.
  public var excludesZero: Bool {
    guard let halfWidth else { return false }
    return abs(estimate) > halfWidth
  }
}

extension [FactorEffect] {
  /// The effects by size, the largest first; equal ones in the order of the factors.
  public var sortedBySize: [FactorEffect] {
    sorted { a, b in a.size != b.size ? a.size > b.size : a.factor < b.factor }
  }
}

/// The confidence of each of several intervals that hold together with a given one.
///
/// By the inequality of Bonferroni: whatever their dependence, `count` intervals of level 1 − α / count
/// all hold with at least 1 − α.
func confidenceOfEach(of count: Int, together confidence: Double) -> Double {
  1 - (1 - confidence) / Double(Swift.max(1, count))
}
