/// The search for the cheapest point of a grid that is good enough, where more never hurts.
///
/// A point is a whole number for each axis; its cost is the sum of its coordinates times what a unit
/// of each costs. A test says whether a point is feasible. As more never hurts, an infeasible point
/// excludes all that have no more of anything; a feasible one excludes all that cost as much or more.
/// The next point to test is the one after which, in the worse of the two cases, the fewest are left;
/// of equals the one that excludes most in both cases together, then the cheapest, then the first in
/// lexicographic order. With one axis that is bisection.
///
/// In the end the neighbours of the answer, one unit less on one axis, are tested themselves where
/// that has not happened yet. Where one of them turns out feasible below a point that was not, more
/// does hurt: the search then tests all that is cheaper than the best point, in the order of cost.
public struct LatticeSearch: Sendable {
  /// One axis of the grid.
  public struct Axis: Sendable, Equatable {
    /// The numbers that may be taken.
    public var range: ClosedRange<Int>
    /// What one unit costs, 0 or above.
    public var cost: Double

    /// An axis from its parts.
    public init(_ range: ClosedRange<Int>, cost: Double) {
      precondition(cost >= 0 && cost.isFinite, "a unit costs \(cost)")
      self.range = range
      self.cost = cost
    }
  }

  /// A test and its outcome.
  public struct Tested: Sendable, Equatable {
    /// The point.
    public let point: [Int]
    /// Whether it was good enough.
    public let isFeasible: Bool
  }

  /// A feasible point and an infeasible one that has at least as much of everything.
  public struct Contradiction: Sendable, Equatable {
    /// The feasible point.
    public let feasible: [Int]
    /// The infeasible one.
    public let infeasible: [Int]
  }

  /// The axes.
  public let axes: [Axis]
  /// What was tested, in that order.
  public private(set) var tested: [Tested] = []
  /// The cheapest feasible point so far, of equals the first that was tested.
  public private(set) var best: [Int]?
  /// The first proof that more does hurt; nil as long as there is none.
  public private(set) var contradiction: Contradiction?
  /// Points that may still be the answer, the cheapest first; as numbers in the grid.
  private var remaining: [Int]

  /// The most points that a grid may have.
  public static let largest = 100_000

  /// The number of points of a grid, or nil where it is above ``largest``.
  public static func points(of axes: [Axis]) -> Int? {
    var count = 1
    for axis in axes {
      let (width, overflows) = axis.range.upperBound
        .subtractingReportingOverflow(axis.range.lowerBound)
      guard !overflows, width < largest, count * (width + 1) <= largest else { return nil }
      count *= width + 1
    }
    return count
  }

  /// Whether more is taken never to hurt, until a contradiction shows up.
  public let isMonotone: Bool

  /// A search in which nothing has been tested.
  ///
  /// - Parameters:
  ///   - axes: At least one; at most ``largest`` points together.
  ///   - isMonotone: Whether more never hurts; else all is tested in the order of cost, until a point
  ///     is feasible.
  public init(_ axes: [Axis], isMonotone: Bool = true) {
    guard let count = Self.points(of: axes), !axes.isEmpty else {
      preconditionFailure("a grid of \(axes.count) axes with too many points")
    }
    self.axes = axes
    self.isMonotone = isMonotone
    remaining = []
    remaining = sortedByCost(0..<count)
  }

  /// The cost of a point.
  public func cost(_ point: [Int]) -> Double {
    zip(axes, point).reduce(0) { $0 + $1.0.cost * Double($1.1) }
  }

  /// The point to test next; nil when the search is over.
  ///
  /// - Complexity: O(points · axes).
  public var next: [Int]? {
    if contradiction != nil || !isMonotone { return remaining.first.map(point) }
    if let index = mostTelling { return point(index) }
    return neighbours.first { neighbour in !tested.contains { $0.point == neighbour } }
  }

  /// Notes what the test of a point has found.
  public mutating func record(_ point: [Int], isFeasible: Bool) {
    precondition(
      point.count == axes.count && zip(axes, point).allSatisfy { $0.range.contains($1) },
      "\(point) lies outside the grid"
    )
    tested.append(Tested(point: point, isFeasible: isFeasible))
    if isFeasible, best.map({ self.cost(point) < self.cost($0) }) ?? true { best = point }
    if contradiction == nil, isMonotone {
      contradiction = found(point, isFeasible)
      if contradiction != nil { return startAnew() }
    }
    let cost = self.cost(point)
    remaining = remaining.filter { index in
      let other = self.point(index)
      if other == point { return false }
      if isFeasible { return self.cost(other) < cost }
      return contradiction != nil || !isMonotone || !Self.has(other, atMost: point)
    }
  }

  /// The points one unit below the answer on one axis.
  public var neighbours: [[Int]] {
    guard let best else { return [] }
    return axes.indices.compactMap { axis in
      guard best[axis] > axes[axis].range.lowerBound else { return nil }
      var point = best
      point[axis] -= 1
      return point
    }
  }

  /// About how many tests the search will take where more never hurts.
  public var expectedTests: Int {
    guard isMonotone else { return Self.points(of: axes) ?? Self.largest }
    let steps = axes.reduce(0) { sum, axis in
      // Bisection among n values and "none of them".
      sum + Int.bitWidth - axis.range.count.leadingZeroBitCount
    }
    return axes.count == 1 ? steps : 2 * steps + axes.count
  }

  // MARK: Grid

  /// The coordinates of a number in the grid; the last axis changes fastest.
  private func point(_ index: Int) -> [Int] {
    var rest = index
    var point = axes.map(\.range.lowerBound)
    for axis in axes.indices.reversed() {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: axes[axis].range.count)
      point[axis] += remainder
      rest = quotient
    }
    return point
  }

  private func sortedByCost(_ indices: some Sequence<Int>) -> [Int] {
    indices.map { (cost: cost(point($0)), index: $0) }.sorted { $0 < $1 }.map(\.index)
  }

  /// Whether a point has no more of anything than another.
  private static func has(_ point: [Int], atMost other: [Int]) -> Bool {
    zip(point, other).allSatisfy(<=)
  }

  // MARK: Choice

  /// The point that halves best.
  private var mostTelling: Int? {
    guard !remaining.isEmpty else { return nil }
    let below = countsBelow
    var chosen: (index: Int, least: Int, sum: Int)?
    var dearer = remaining.count
    var last = -Double.infinity
    for (position, index) in remaining.enumerated() {
      // Equally dear points stand together: the first of them has them all behind it.
      let cost = self.cost(point(index))
      if cost > last {
        dearer = remaining.count - position
        last = cost
      }
      let least = min(below[index], dearer)
      let sum = below[index] + dearer
      if chosen.map({ (least, sum) > ($0.least, $0.sum) }) ?? true {
        chosen = (index, least, sum)
      }
    }
    return chosen?.index
  }

  /// For each point of the grid how many of the remaining ones have no more of anything.
  private var countsBelow: [Int] {
    var counts = Array(repeating: 0, count: axes.reduce(1) { $0 * $1.range.count })
    for index in remaining { counts[index] = 1 }
    var stride = 1
    for axis in axes.reversed() {
      for index in counts.indices where index / stride % axis.range.count > 0 {
        counts[index] += counts[index - stride]
      }
      stride *= axis.range.count
    }
    return counts
  }

  // MARK: Where more hurts

  private func found(_ point: [Int], _ isFeasible: Bool) -> Contradiction? {
    for other in tested.dropLast() where other.isFeasible != isFeasible {
      let (feasible, infeasible) = isFeasible ? (point, other.point) : (other.point, point)
      if Self.has(feasible, atMost: infeasible) {
        return Contradiction(feasible: feasible, infeasible: infeasible)
      }
    }
    return nil
  }

  /// All that was not tested and is cheaper than the best may be the answer again.
  private mutating func startAnew() {
    let limit = best.map { cost($0) } ?? .infinity
    let all = 0..<axes.reduce(1) { $0 * $1.range.count }
    remaining = sortedByCost(
      all.filter { index in
        let point = point(index)
        return cost(point) < limit && !tested.contains { $0.point == point }
      }
    )
  }
}
