/// Every combination of the levels of some factors (全因子设计), in a fixed order.
///
/// The last factor changes fastest, as the digits of a counter do.
public struct FactorialDesign: Sendable, Equatable {
  /// The number of levels of each factor, at least 1.
  public let levels: [Int]
  /// The number of points: the product of the levels.
  public let count: Int

  /// Creates the design of some factors; nil where it has more than `limit` points.
  ///
  /// - Parameters:
  ///   - levels: Of each factor, at least 1.
  ///   - limit: The most points that can be afforded.
  public init?(levels: [Int], atMost limit: Int) {
    guard let count = Self.count(levels: levels), count <= limit else { return nil }
    self.levels = levels
    self.count = count
  }

  /// The number of combinations; nil beyond what an integer holds.
  public static func count(levels: [Int]) -> Int? {
    var count = 1
    for number in levels {
      precondition(number > 0, "a factor has \(number) levels")
      let (product, overflows) = count.multipliedReportingOverflow(by: number)
      if overflows { return nil }
      count = product
    }
    return count
  }

  /// The level of each factor at a point, counted from 0.
  ///
  /// - Complexity: O(factors).
  public subscript(point: Int) -> [Int] {
    precondition((0..<count).contains(point), "point \(point) of a design of \(count)")
    var rest = point
    var result = Array(repeating: 0, count: levels.count)
    for factor in levels.indices.reversed() {
      result[factor] = rest % levels[factor]
      rest /= levels[factor]
    }
    return result
  }
}
