import ClearanceModel
import OutputAnalysis

/// From the values of replications to differences with their intervals.
extension CompareStudy {
  /// How the alternatives differ in a measure.
  static func compare(
    _ measure: Measure,
    of points: [PointResult],
    confidence: Double
  ) -> ComparedMeasure {
    let pairs = SimultaneousPairs(of: points.count, confidence: confidence)
    let isPooled = points.contains { $0.isPooled(measure.name) }
    let differences = pairs.all.compactMap { pair in
      difference(measure, points, pair, isPooled, confidence: pairs.individualConfidence)
    }
    return ComparedMeasure(
      measure: measure,
      isPooled: isPooled,
      differences: differences,
      unbeaten: measure.preference.map { preference in
        pairs.unbeaten { index, other in
          let found = differences.first {
            $0.first == min(index, other) && $0.second == max(index, other)
          }
          let isLess = found?.verdict == (index < other ? .less : .more)
          let isMore = found?.verdict == (index < other ? .more : .less)
          return preference == .lower ? isLess : isMore
        }
      }
    )
  }

  private static func difference(
    _ measure: Measure,
    _ points: [PointResult],
    _ pair: SimultaneousPairs.Pair,
    _ isPooled: Bool,
    confidence: Double
  ) -> CompareDifference? {
    let (first, second) = (points[pair.first], points[pair.second])
    if isPooled, let order = measure.statistic.order {
      guard
        let found = PooledQuantileDifference(
          order,
          first.sketches(measure.name),
          second.sketches(measure.name),
          confidence: confidence
        )
      else { return nil }
      return CompareDifference(found, pair, pairs: first.replications, confidence: confidence)
    }
    guard
      let found = PairedComparison(
        first.values(measure.name),
        second.values(measure.name),
        confidence: confidence
      )
    else { return nil }
    return CompareDifference(found, pair, replications: first.replications)
  }
}

extension CompareDifference {
  /// More replications than this are no advice.
  private static let mostReplications = 100_000

  /// The difference of values by replication.
  init(_ found: PairedComparison, _ pair: SimultaneousPairs.Pair, replications: Int) {
    self.init(
      first: pair.first,
      second: pair.second,
      firstValue: found.firstMean,
      secondValue: found.secondMean,
      halfWidth: found.interval.halfWidth,
      relative: found.relativeDifference,
      relativeHalfWidth: found.relativeHalfWidth,
      confidence: found.interval.confidence,
      pairs: found.count,
      varianceRatio: found.varianceRatio,
      independentHalfWidth: found.independentHalfWidth,
      verdict: .undecided
    )
    decide(found.isIdentical)
    guard verdict == .undecided, let needed = found.pairsToDecide else { return }
    // Where only some replications make pairs, so many more are needed.
    let scaled = Double(needed) * Double(replications) / Double(found.count)
    advise(scaled.rounded(.up), after: replications)
  }

  /// The difference of quantiles of all replications together [µs], in seconds.
  init(
    _ found: PooledQuantileDifference,
    _ pair: SimultaneousPairs.Pair,
    pairs: Int,
    confidence: Double
  ) {
    self.init(
      first: pair.first,
      second: pair.second,
      firstValue: found.first / 1e6,
      secondValue: found.second / 1e6,
      halfWidth: found.halfWidth.map { $0 / 1e6 },
      relative: found.relativeDifference,
      relativeHalfWidth: found.relativeHalfWidth,
      confidence: confidence,
      pairs: pairs,
      varianceRatio: nil,
      independentHalfWidth: found.independentHalfWidth.map { $0 / 1e6 },
      verdict: .undecided
    )
    decide(found.isIdentical)
    guard let halfWidth, let independentHalfWidth, halfWidth > 0 else { return }
    let ratio = independentHalfWidth / halfWidth
    varianceRatio = ratio * ratio
    guard verdict == .undecided, difference != 0 else { return }
    let needed = Double(pairs) * (halfWidth / difference) * (halfWidth / difference)
    advise(needed.rounded(.up), after: pairs)
  }

  private mutating func decide(_ isIdentical: Bool) {
    if isIdentical {
      verdict = .identical
    } else if let halfWidth, abs(difference) > halfWidth {
      verdict = difference < 0 ? .less : .more
    }
  }

  private mutating func advise(_ needed: Double, after replications: Int) {
    guard needed <= Double(Self.mostReplications) else { return }
    moreReplications = max(1, Int(needed) - replications)
  }
}
