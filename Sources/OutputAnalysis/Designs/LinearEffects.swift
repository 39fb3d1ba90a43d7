/// The straight-line effects of factors whose values were sampled, as by a Latin hypercube.
///
/// In each replication a measure is fitted by least squares as a sum of straight lines in the factors;
/// the effect of a factor is what its line rises over the whole range. The same with ranks for values
/// tells a rise that is steady but no straight line: Iman and Conover, "The use of the rank transform
/// in regression", Technometrics 21 (1979).
public struct LinearEffects: Sendable {
  /// The contrast that gives the slope of each factor.
  private let slopes: [Contrast]
  /// The same where values are replaced by ranks.
  private let rankSlopes: [Contrast]
  /// The standard deviation of each factor's ranks.
  private let rankSpreads: [Double]

  /// Prepares the fit; nil where the points cannot tell the factors apart.
  ///
  /// - Parameter places: Of each factor, its places within its range by point, in [0, 1].
  /// - Complexity: O(points · factors²).
  public init?(places: [[Double]]) {
    let ranks = places.map(averageRanks)
    guard let slopes = Self.slopes(places), let rankSlopes = Self.slopes(ranks) else { return nil }
    self.slopes = slopes
    self.rankSlopes = rankSlopes
    rankSpreads = ranks.map { Tally($0).standardDeviation }
  }

  /// The points that are needed to fit some factors and to tell how well they fit.
  public static func leastPoints(factors: Int) -> Int { factors + 2 }

  /// The effects of all factors on one measure; the intervals of all slopes hold together, and so do those
  /// by ranks.
  ///
  /// - Parameters:
  ///   - observations: What each point showed, by replication.
  ///   - confidence: With which all intervals hold, such as 0.95.
  /// - Returns: One effect for each factor, in their order.
  public func effects(_ observations: [[Double?]], confidence: Double) -> [FactorEffect] {
    let each = confidenceOfEach(of: slopes.count, together: confidence)
    let ranked = Self.rankedByReplication(observations)
    return slopes.indices.map { factor in
      var effect = FactorEffect(factor: factor)
      effect.swing = slopes[factor].interval(observations, confidence: each)
      let standardised = ranked.compactMap { ranks -> Double? in
        let spread = Tally(ranks).standardDeviation
        guard spread > 0 else { return nil }
        let slope = zip(rankSlopes[factor].weights, ranks).reduce(0) { $0 + $1.0 * $1.1 }
        return slope * rankSpreads[factor] / spread
      }
      effect.rank = StudentInterval(Tally(standardised), confidence: each)
      return effect
    }
  }

  /// The share of the points' differences that the straight lines explain (R²), by replication; nil
  /// where there are none.
  public func explained(_ observations: [[Double?]], places: [[Double]]) -> Double? {
    let lines = slopes.map { $0.values(observations) }
    var shares = Tally()
    for (replication, values) in Self.byReplication(observations).enumerated() {
      guard let values else { continue }
      let fitted = values.indices.map { point in
        places.indices.reduce(0.0) { sum, factor in
          sum + (lines[factor][replication] ?? 0) * places[factor][point]
        }
      }
      let total = Tally(values)
      let left = Tally(zip(values, fitted).map { $0 - $1 })
      if total.variance > 0 { shares.add(1 - left.variance / total.variance) }
    }
    return shares.count > 0 ? shares.mean : nil
  }

  /// The ranks of the points in each replication that has all of them.
  private static func rankedByReplication(_ observations: [[Double?]]) -> [[Double]] {
    byReplication(observations).compactMap { $0.map(averageRanks) }
  }

  private static func byReplication(_ observations: [[Double?]]) -> [[Double]?] {
    let count = observations.reduce(0) { max($0, $1.count) }
    return (0..<count).map { replication in
      let values = observations.compactMap {
        $0.indices.contains(replication) ? $0[replication] : nil
      }
      return values.count == observations.count ? values : nil
    }
  }

  /// The weights by which values at the points add up to the slopes: the pseudo-inverse of the centred
  /// places, by the Cholesky factor of their products.
  private static func slopes(_ columns: [[Double]]) -> [Contrast]? {
    let centred = columns.map { column in
      let mean = Tally(column).mean
      return column.map { $0 - mean }
    }
    var factor = centred.map { a in
      centred.map { b in zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    for row in factor.indices {
      let whole = factor[row][row]
      for column in 0...row {
        var sum = factor[row][column]
        for k in 0..<column { sum -= factor[row][k] * factor[column][k] }
        if column < row {
          factor[row][column] = sum / factor[column][column]
        } else {
          // What is left of a column beside those before it: nothing means that it is made of them.
          guard sum > 1e-9 * whole, sum > 0 else { return nil }
          factor[row][row] = sum.squareRoot()
        }
      }
    }
    var weights = centred
    for point in 0..<(columns.first?.count ?? 0) {
      for row in factor.indices {
        var sum = weights[row][point]
        for k in 0..<row { sum -= factor[row][k] * weights[k][point] }
        weights[row][point] = sum / factor[row][row]
      }
      for row in factor.indices.reversed() {
        var sum = weights[row][point]
        for k in (row + 1)..<factor.count { sum -= factor[k][row] * weights[k][point] }
        weights[row][point] = sum / factor[row][row]
      }
    }
    return weights.map(Contrast.init)
  }
}

/// The ranks of values from 1 on; equal values share the mean of theirs.
func averageRanks(_ values: [Double]) -> [Double] {
  let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
  var ranks = Array(repeating: 0.0, count: values.count)
  var start = 0
  while start < order.count {
    var end = start + 1
    while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
    for place in start..<end { ranks[order[place]] = Double(start + 1 + end) / 2 }
    start = end
  }
  return ranks
}
