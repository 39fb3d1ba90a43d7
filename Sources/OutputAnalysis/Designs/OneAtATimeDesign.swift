/// A base, and every level of every factor with the others left at the base (单因素轮换法).
///
/// Its answers make a tornado diagram. It sees no interaction of factors, and needs the fewest points.
public struct OneAtATimeDesign: Sendable, Equatable {
  /// The number of levels of each factor beside the base, at least 1.
  public let levels: [Int]
  /// The number of points: one more than there are levels.
  public var count: Int { starts[levels.count] }
  /// The first point of each factor, and the end.
  private let starts: [Int]

  /// Creates the design of some factors; point 0 is the base.
  public init(levels: [Int]) {
    self.levels = levels
    var starts = [1]
    for number in levels {
      precondition(number > 0, "a factor has \(number) levels")
      starts.append(starts[starts.count - 1] + number)
    }
    self.starts = starts
  }

  /// The point at which a factor has a level, and all else is as in the base.
  public func point(factor: Int, level: Int) -> Int {
    precondition((0..<levels[factor]).contains(level), "level \(level) of \(levels[factor])")
    return starts[factor] + level
  }

  /// What is changed at a point; nil at the base.
  public subscript(point: Int) -> (factor: Int, level: Int)? {
    precondition((0..<count).contains(point), "point \(point) of a design of \(count)")
    guard point > 0, let next = starts.firstIndex(where: { $0 > point }) else { return nil }
    return (next - 1, point - starts[next - 1])
  }
}
