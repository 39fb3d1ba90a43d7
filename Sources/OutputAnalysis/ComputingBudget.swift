/// Shares a given number of replications among designs so that the best is most likely found.
///
/// Optimal computing budget allocation, OCBA (C.-H. Chen, J. Lin, E. Yücesan and S. E. Chick, Discrete
/// Event Dynamic Systems 10, 2000). With the mean and the standard deviation σ of each design so far
/// and its distance d to the best one, b, replications go
///
///     N(i) : N(j) = (σ(i) / d(i))² : (σ(j) / d(j))²,   N(b) = σ(b) · √(Σ N(i)² / σ(i)²),
///
/// to those that are close to the best and scatter. The probability of having selected the best is at
/// least the ``probabilityOfCorrectSelection(_:goal:indifference:)``, as far as the means are normal
/// and the standard deviations are known; it is an approximation, which the procedure KN
/// (``SelectionOfTheBest``) is not. Values of different designs are taken as independent. Common
/// random numbers as a rule make differences scatter less, so the probability is then too low.
public enum ComputingBudget {
  /// What is known of a design.
  public struct Design: Sendable, Equatable {
    /// Replications so far, at least 2.
    public let count: Int
    /// Mean of their values.
    public let mean: Double
    /// Sample variance of their values, 0 or above.
    public let variance: Double

    /// What some replications of a design say.
    public init(count: Int, mean: Double, variance: Double) {
      self.count = count
      self.mean = mean
      self.variance = variance
    }

    /// The variance of the mean.
    var squaredError: Double { variance / Double(count) }
  }

  /// The design with the best mean; of equal ones the first.
  ///
  /// - Precondition: there is a design.
  public static func best(_ designs: [Design], goal: SelectionOfTheBest.Goal) -> Int {
    precondition(!designs.isEmpty, "no designs")
    var best = 0
    for index in designs.indices {
      let isBetter =
        goal == .smallest
        ? designs[index].mean < designs[best].mean : designs[index].mean > designs[best].mean
      if isBetter { best = index }
    }
    return best
  }

  /// The shares of all replications that the designs should have, which add up to 1.
  ///
  /// A distance below a tenth of its own standard error counts as that tenth: of two designs that
  /// cannot be told apart neither is to swallow everything. Designs that do not scatter have no share,
  /// unless none does: then all have the same.
  public static func shares(_ designs: [Design], goal: SelectionOfTheBest.Goal) -> [Double] {
    let best = best(designs, goal: goal)
    var shares = designs.indices.map { index -> Double in
      let design = designs[index]
      guard index != best, design.variance > 0 else { return 0 }
      let error = (design.squaredError + designs[best].squaredError).squareRoot()
      let distance = max(abs(design.mean - designs[best].mean), error / 10)
      return design.variance / (distance * distance)
    }
    var sum = 0.0
    for index in designs.indices where index != best && designs[index].variance > 0 {
      sum += shares[index] * shares[index] / designs[index].variance
    }
    // Where only the best scatters, all replications are for it.
    shares[best] =
      sum > 0 ? (designs[best].variance * sum).squareRoot() : designs[best].variance > 0 ? 1 : 0
    let total = shares.reduce(0, +)
    guard total > 0 else {
      return designs.map { _ in 1 / Double(designs.count) }
    }
    return shares.map { $0 / total }
  }

  /// How the next replications are shared out: one number for each design, together `replications`.
  ///
  /// Each design gets what it lacks to its share of all replications, past and coming; nobody gives
  /// any back. Numbers are made whole by largest remainder, of equal ones the first.
  public static func next(
    _ replications: Int,
    for designs: [Design],
    goal: SelectionOfTheBest.Goal
  ) -> [Int] {
    precondition(replications >= 0, "\(replications) replications")
    let total = Double(designs.reduce(replications) { $0 + $1.count })
    let lacking = zip(shares(designs, goal: goal), designs).map { share, design in
      max(0, share * total - Double(design.count))
    }
    let sum = lacking.reduce(0, +)
    guard sum > 0 else { return wholeNumbers(designs.map { _ in 1 }, total: replications) }
    return wholeNumbers(lacking, total: replications)
  }

  /// A lower bound of the probability that the design with the best mean is the best one.
  ///
  /// 1 − Σ P(design i is better than the best by more than the indifference zone), by Bonferroni's
  /// inequality, with normal means; not below 0. Two designs without scatter and with equal means
  /// count as well chosen.
  ///
  /// - Parameters:
  ///   - designs: What is known of each, at least one.
  ///   - goal: What makes a value good.
  ///   - indifference: A difference that does not matter, 0 or above, in the unit of the values.
  /// - Returns: The bound, from 0 to 1.
  public static func probabilityOfCorrectSelection(
    _ designs: [Design],
    goal: SelectionOfTheBest.Goal,
    indifference: Double = 0
  ) -> Double {
    precondition(indifference >= 0, "indifference \(indifference)")
    let best = best(designs, goal: goal)
    var error = 0.0
    for index in designs.indices where index != best {
      let spread = (designs[index].squaredError + designs[best].squaredError).squareRoot()
      guard spread > 0 else { continue }
      let distance = abs(designs[index].mean - designs[best].mean) + indifference
      error += normalUpperTail(distance / spread)
    }
    return max(0, 1 - error)
  }

  /// Whole numbers in proportion to weights.
  private static func wholeNumbers(_ weights: [Double], total: Int) -> [Int] {
    let sum = weights.reduce(0, +)
    let exact = weights.map { $0 / sum * Double(total) }
    var numbers = exact.map { Int($0) }
    let order = exact.indices.sorted {
      let (one, other) = (exact[$0] - Double(numbers[$0]), exact[$1] - Double(numbers[$1]))
      return one != other ? one > other : $0 < $1
    }
    for index in order.prefix(max(0, total - numbers.reduce(0, +))) { numbers[index] += 1 }
    return numbers
  }
}
