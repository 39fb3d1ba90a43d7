/// A weighted sum of what the points of a design show, such as the difference of two of them.
///
/// It is formed in each replication apart: where all points see the same trucks, what they share
/// cancels, and the interval tells the rest (Law, "Simulation Modeling and Analysis", 5th ed. 2015,
/// sections 11.2 and 12.2).
public struct Contrast: Sendable, Equatable {
  /// The weight of each point.
  public let weights: [Double]

  /// Creates a contrast of its weights by point.
  public init(_ weights: [Double]) {
    self.weights = weights
  }

  /// The difference of two points: `high` less `low`.
  public init(from low: Int, to high: Int, of points: Int) {
    var weights = Array(repeating: 0.0, count: points)
    weights[low] -= 1
    weights[high] += 1
    self.weights = weights
  }

  /// The sum in each replication; nil where a point that counts has no value.
  ///
  /// - Parameter observations: What each point showed, by replication.
  /// - Returns: One value for each replication.
  /// - Complexity: O(points · replications).
  public func values(_ observations: [[Double?]]) -> [Double?] {
    precondition(
      observations.count == weights.count,
      "\(observations.count) points and \(weights.count) weights"
    )
    let replications = observations.reduce(0) { max($0, $1.count) }
    return (0..<replications).map { replication in
      var sum = 0.0
      var magnitude = 0.0
      for (point, weight) in weights.enumerated() where weight != 0 {
        guard replication < observations[point].count,
          let value = observations[point][replication]
        else { return nil }
        sum += weight * value
        magnitude += abs(weight * value)
      }
      // What rounding alone can make of equal values is no effect.
      return abs(sum) > 1e-13 * magnitude ? sum : 0
    }
  }

  /// The mean of the sums with its interval over the replications; nil where none has a value.
  public func interval(_ observations: [[Double?]], confidence: Double) -> StudentInterval? {
    StudentInterval(Tally(values(observations).compactMap { $0 }), confidence: confidence)
  }
}
