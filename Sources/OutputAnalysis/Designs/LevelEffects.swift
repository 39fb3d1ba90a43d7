extension FactorialDesign {
  /// The main effects of all factors on one measure.
  ///
  /// The effect of a level is the mean of the points that have it, less the mean of all points; the
  /// swing of a factor is the difference of its two levels that are furthest apart (Box, Hunter and
  /// Hunter, "Statistics for Experimenters", 2nd ed. 2005, chapter 5). The intervals of all levels hold together, and so do those of
  /// all swings.
  ///
  /// - Parameters:
  ///   - observations: What each point showed, by replication.
  ///   - confidence: With which all intervals hold, such as 0.95.
  /// - Returns: One effect for each factor, in their order.
  public func mainEffects(_ observations: [[Double?]], confidence: Double) -> [FactorEffect] {
    let averages = levels.indices.map { factor in
      (0..<levels[factor]).map { level in average(of: level, factor) }
    }
    let all = Array(repeating: 1 / Double(count), count: count)
    return effects(
      of: averages,
      over: Contrast(all),
      observations,
      confidence: confidence
    )
  }

  /// The mean of the points with a level.
  private func average(of level: Int, _ factor: Int) -> Contrast {
    let share = Double(levels[factor]) / Double(count)
    return Contrast((0..<count).map { self[$0][factor] == level ? share : 0 })
  }
}

extension OneAtATimeDesign {
  /// What each factor does alone to one measure.
  ///
  /// The effect of a level is its point less the base; the swing of a factor is the difference of its
  /// two levels that are furthest apart, from low to high where it has two. The intervals of all levels hold together, and so do those of
  /// all swings.
  ///
  /// - Parameters:
  ///   - observations: What each point showed, by replication.
  ///   - confidence: With which all intervals hold, such as 0.95.
  /// - Returns: One effect for each factor, in their order.
  public func swings(_ observations: [[Double?]], confidence: Double) -> [FactorEffect] {
    func single(_ point: Int) -> Contrast {
      Contrast((0..<count).map { $0 == point ? 1 : 0 })
    }
    let points = levels.indices.map { factor in
      (0..<levels[factor]).map { single(point(factor: factor, level: $0)) }
    }
    return effects(of: points, over: single(0), observations, confidence: confidence)
  }
}

/// The effects of levels over a reference, and the largest difference between two levels of a factor.
private func effects(
  of levels: [[Contrast]],
  over reference: Contrast,
  _ observations: [[Double?]],
  confidence: Double
) -> [FactorEffect] {
  let ofLevels = confidenceOfEach(
    of: levels.reduce(0) { $0 + $1.count },
    together: confidence
  )
  // Any two levels may turn out to be the furthest apart: each pair counts as looked at.
  let ofPairs = confidenceOfEach(
    of: levels.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 },
    together: confidence
  )
  return levels.enumerated().map { factor, contrasts in
    let found = contrasts.map { contrast in
      LevelEffect(
        mean: contrast.interval(observations, confidence: confidence)?.estimate,
        effect: contrast.less(reference).interval(observations, confidence: ofLevels)
      )
    }
    var effect = FactorEffect(factor: factor)
    effect.levels = found
    (effect.from, effect.to) = furthestApart(found.map(\.mean))
    effect.swing = contrasts[effect.to].less(contrasts[effect.from])
      .interval(observations, confidence: ofPairs)
    return effect
  }
}

/// The earlier and the later of the two levels with the least and the greatest mean.
private func furthestApart(_ means: [Double?]) -> (low: Int, high: Int) {
  let known = means.indices.compactMap { index in means[index].map { (index, $0) } }
  guard let least = known.min(by: { $0.1 < $1.1 }), let most = known.max(by: { $0.1 < $1.1 }),
    least.1 < most.1
  else { return (0, means.count - 1) }
  return (min(least.0, most.0), max(least.0, most.0))
}

extension Contrast {
  /// The difference of two weighted sums.
  fileprivate func less(_ other: Contrast) -> Contrast {
    Contrast(zip(weights, other.weights).map { $0 - $1 })
  }
}
