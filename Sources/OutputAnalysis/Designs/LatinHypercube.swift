/// Points that are spread evenly over each of several ranges at once (拉丁超立方抽样).
///
/// With N points each range is cut into N equal strata, and each stratum has exactly one point, at a
/// place drawn evenly within it; which strata of different ranges meet is drawn, too. McKay, Beckman
/// and Conover, "A comparison of three methods for selecting values of input variables in the analysis
/// of output from a computer code", Technometrics 21 (1979).
public struct LatinHypercube: Sendable, Equatable {
  /// The number of points, at least 1.
  public let count: Int
  /// The places within the ranges, in (0, 1): by factor, then by point.
  public let places: [[Double]]

  /// Draws a design.
  ///
  /// - Parameters:
  ///   - factors: How many ranges there are.
  ///   - count: How many points are wanted, at least 1.
  ///   - uniform: A number in (0, 1) for a factor and the number of its draw, below 2 · `count`. Where
  ///     it is a function of these two, one more factor leaves the places of the others as they are.
  /// - Complexity: O(`factors` · `count`).
  public init(factors: Int, count: Int, uniform: (_ factor: Int, _ draw: Int) -> Double) {
    precondition(count > 0, "a design of \(count) points")
    self.count = count
    places = (0..<factors).map { factor in
      var strata = Array(0..<count)
      for last in stride(from: count - 1, to: 0, by: -1) {
        let other = min(last, Int(uniform(factor, last) * Double(last + 1)))
        strata.swapAt(last, other)
      }
      return strata.enumerated().map { point, stratum in
        (Double(stratum) + uniform(factor, count + point)) / Double(count)
      }
    }
  }

  /// The stratum of a place among `count` equal ones, counted from 0.
  public static func stratum(of place: Double, among count: Int) -> Int {
    min(count - 1, max(0, Int(place * Double(count))))
  }
}
