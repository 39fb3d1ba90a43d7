import OutputAnalysis
import RandomVariates

/// The points of a sweep, and how their answers are put together.
struct SweepPlan: Sendable {
  /// What decides which points there are.
  enum Points: Sendable {
    case factorial(FactorialDesign)
    /// The fit, and the places of the values by factor and point.
    case latin(LinearEffects, places: [[Double]])
    case oneAtATime(OneAtATimeDesign)
  }

  let factors: [SweepFactor]
  let points: Points
  /// The value of each factor by point; nil where it is left as the scenario has it.
  let values: [[String?]]

  /// The most points of one sweep.
  static let limit = 1_000
  /// Points of a Latin hypercube for each factor (Loeppky, Sacks and Welch, "Choosing the sample size of
  /// a computer experiment", Technometrics 51, 2009).
  static let pointsPerFactor = 10

  /// Lays out the points of a design.
  ///
  /// - Throws: `SweepFault` for points that are too few or too many.
  init(
    _ design: SweepDesign,
    _ factors: [SweepFactor],
    points wanted: Int?,
    seed: UInt64
  ) throws(SweepFault) {
    self.factors = factors
    let levels = factors.map(\.levels.count)
    switch design {
    case .factorial:
      guard let design = FactorialDesign(levels: levels, atMost: Self.limit) else {
        throw .tooManyPoints(FactorialDesign.count(levels: levels), limit: Self.limit)
      }
      points = .factorial(design)
      values = (0..<design.count).map { point in
        zip(factors, design[point]).map { $0.levels[$1] }
      }
    case .oneAtATime:
      let design = OneAtATimeDesign(levels: levels)
      guard design.count <= Self.limit else {
        throw .tooManyPoints(design.count, limit: Self.limit)
      }
      points = .oneAtATime(design)
      values = (0..<design.count).map { point in
        var values: [String?] = Array(repeating: nil, count: factors.count)
        if let change = design[point] {
          values[change.factor] = factors[change.factor].levels[change.level]
        }
        return values
      }
    case .latin:
      let count = wanted ?? Self.pointsPerFactor * factors.count
      let least = LinearEffects.leastPoints(factors: factors.count)
      guard count >= least else { throw .tooFewPoints(found: count, least: least) }
      guard count <= Self.limit else { throw .tooManyPoints(count, limit: Self.limit) }
      let keys = factors.indices.map {
        Philox4x32(key: Philox4x32.key(seed: seed, replication: UInt64($0)))
      }
      let design = LatinHypercube(factors: factors.count, count: count) { factor, draw in
        openUnit(keys[factor].block(UInt32(draw), 0, 0, 0).bits)
      }
      let values = factors.enumerated().map { index, factor in
        design.places[index].map { factor.value(at: $0, strata: count) }
      }
      let places = zip(factors, values).map { factor, values in values.map(factor.place) }
      guard let fit = LinearEffects(places: places) else { throw .inStep(points: count) }
      points = .latin(fit, places: places)
      self.values = (0..<count).map { point in values.map { $0[point] } }
    }
  }

  /// The changes of each point beside those that all share.
  var settings: [[String]] {
    values.map { values in
      zip(factors, values).compactMap { factor, value in value.map(factor.setting) }
    }
  }

  /// What each factor does to one measure, by what each point showed in each replication.
  func effects(_ observations: [[Double?]], confidence: Double) -> [FactorEffect] {
    switch points {
    case .factorial(let design): design.mainEffects(observations, confidence: confidence)
    case .latin(let fit, _): fit.effects(observations, confidence: confidence)
    case .oneAtATime(let design): design.swings(observations, confidence: confidence)
    }
  }

  /// The share of the points' differences that straight lines explain; nil for other designs.
  func explained(_ observations: [[Double?]]) -> Double? {
    guard case .latin(let fit, let places) = points else { return nil }
    return fit.explained(observations, places: places)
  }
}
