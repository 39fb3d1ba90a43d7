/// Finds the best of several designs, one replication at a time, and drops those that are clearly worse.
///
/// The fully sequential procedure KN (S.-H. Kim and B. L. Nelson, ACM Transactions on Modeling and
/// Computer Simulation 11, 2001). Where the values of a design over the replications are independent
/// and normal and the best design is better than every other by at least the indifference zone δ, it
/// selects the best with at least the probability asked for. Values of different designs in the same
/// replication may depend on each other: common random numbers make it faster and leave it valid,
/// since the error is shared out by Bonferroni's inequality over the k − 1 rivals.
///
/// With the variance S²(i, l) of the differences of two designs in the first n₀ replications,
///
///     η = ½ [(2α / (k − 1))^(−2 / (n₀ − 1)) − 1],   h² = 2 η (n₀ − 1),
///     W(i, l; r) = max{0, δ / (2r) · (h² S²(i, l) / δ² − r)},
///
/// design i is dropped after replication r when another one that is still in has a mean better by
/// more than W. W is 0 from r = h² S² / δ² on, so the procedure ends; among designs whose means are
/// then equal to the bit the first is selected.
public struct SelectionOfTheBest: Sendable {
  /// What makes a value good.
  public enum Goal: Sendable, Equatable {
    /// The smaller the better.
    case smallest
    /// The larger the better.
    case largest
  }

  /// A design that was dropped.
  public struct Elimination: Sendable, Equatable {
    /// The design, from 0.
    public let design: Int
    /// The design whose mean was better by enough.
    public let by: Int
    /// Replications of both until then.
    public let replications: Int
  }

  /// What makes a value good.
  public let goal: Goal
  /// The smallest difference that matters, above 0, in the unit of the values.
  public let indifference: Double
  /// The probability of selecting the best, above 0 and below 1.
  public let confidence: Double
  /// Replications of every design before the first may be dropped, at least 2.
  public let firstStage: Int
  /// The designs that may still be the best, ascending; at the end one.
  public private(set) var survivors: [Int]
  /// The designs that were dropped, in the order in which they were.
  public private(set) var eliminations: [Elimination] = []
  /// Replications so far of each surviving design.
  public private(set) var replications = 0

  /// Number of designs.
  let designs: Int
  /// Sum of the values of each design while it was in, the sign such that larger is better.
  private var sums: [Double]
  /// The values of the first stage, one row for each replication.
  private var first: [[Double]] = []
  /// h² S²(i, l) / δ² by i · designs + l: from so many replications on W is 0.
  private(set) var reach: [Double] = []

  /// Starts with all designs in.
  ///
  /// - Parameters:
  ///   - designs: How many there are, at least 1; a single one is selected at once.
  ///   - goal: What makes a value good.
  ///   - indifference: The smallest difference that matters, above 0, in the unit of the values.
  ///   - confidence: Above 1 / designs, which choosing blindly would reach, and below 1.
  ///   - firstStage: Replications before the first comparison, at least 2.
  public init(
    designs: Int,
    goal: Goal,
    indifference: Double,
    confidence: Double,
    firstStage: Int = 10
  ) {
    precondition(designs > 0, "\(designs) designs")
    precondition(indifference > 0 && indifference.isFinite, "indifference \(indifference)")
    precondition(0 < confidence && confidence < 1, "confidence \(confidence)")
    precondition(
      designs == 1 || confidence > 1 / Double(designs),
      "confidence \(confidence) is that of choosing blindly among \(designs)"
    )
    precondition(firstStage > 1, "a first stage of \(firstStage)")
    self.designs = designs
    self.goal = goal
    self.indifference = indifference
    self.confidence = confidence
    self.firstStage = firstStage
    survivors = Array(0..<designs)
    sums = Array(repeating: 0, count: designs)
  }

  /// The selected design; nil while more replications are needed.
  public var best: Int? { survivors.count == 1 ? survivors[0] : nil }

  /// The surviving design that leads so far; the first of several with equal means.
  public var leader: Int {
    var leader = survivors[0]
    for design in survivors where sums[design] > sums[leader] { leader = design }
    return leader
  }

  /// The most replications that the survivors can still need; nil before the end of the first stage.
  ///
  /// Not above 2⁶².
  public var mostReplications: Int? {
    guard !reach.isEmpty else { return nil }
    var most = 0.0
    for (index, one) in survivors.enumerated() {
      for other in survivors[(index + 1)...] { most = max(most, reach[one * designs + other]) }
    }
    return max(firstStage, Int(min(most.rounded(.up), 0x1p62)))
  }

  /// Takes the values of the surviving designs in the next replication.
  ///
  /// - Parameter values: One finite value for each of ``survivors``, in their order.
  /// - Complexity: O(survivors²), at the end of the first stage O(designs² · firstStage).
  /// - Precondition: ``best`` is nil.
  public mutating func add(_ values: [Double]) {
    precondition(best == nil, "the best is known")
    precondition(
      values.count == survivors.count,
      "\(values.count) values of \(survivors.count) designs"
    )
    let sign: Double = goal == .largest ? 1 : -1
    for (design, value) in zip(survivors, values) {
      precondition(value.isFinite, "the value \(value)")
      sums[design] += sign * value
    }
    replications += 1
    if replications <= firstStage { first.append(values) }
    if replications == firstStage { endFirstStage() }
    if replications >= firstStage { screen() }
  }

  // MARK: Steps of the procedure

  /// Variances of the differences; from here on the values of the first stage are not needed.
  private mutating func endFirstStage() {
    let degrees = Double(firstStage - 1)
    let error = 2 * (1 - confidence) / Double(designs - 1)
    let eta = (power(error, -2 / degrees) - 1) / 2
    let factor = 2 * eta * degrees / (indifference * indifference)
    reach = Array(repeating: 0, count: designs * designs)
    for one in 0..<designs {
      for other in (one + 1)..<max(designs, one + 1) {
        var tally = Tally()
        for row in first { tally.add(row[one] - row[other]) }
        reach[one * designs + other] = factor * tally.variance
        reach[other * designs + one] = factor * tally.variance
      }
    }
    first = []
  }

  /// Drops every survivor that one of the survivors beats by more than its margin.
  private mutating func screen() {
    let count = Double(replications)
    var dropped: [Elimination] = []
    for one in survivors {
      var beaten: (by: Int, excess: Double)?
      for other in survivors where other != one {
        let margin = max(0, indifference / 2 * (reach[one * designs + other] / count - 1))
        let excess = (sums[other] - sums[one]) / count - margin
        if excess > beaten?.excess ?? 0 { beaten = (other, excess) }
      }
      if let beaten {
        dropped.append(Elimination(design: one, by: beaten.by, replications: replications))
      }
    }
    drop(dropped)
    // Where no difference is left that could matter, all that remain have the same mean.
    guard survivors.count > 1, count >= mostReplications.map(Double.init) ?? .infinity else {
      return
    }
    let best = leader
    drop(
      survivors.filter { $0 != best }.map {
        Elimination(design: $0, by: best, replications: replications)
      }
    )
  }

  private mutating func drop(_ dropped: [Elimination]) {
    survivors.removeAll { design in dropped.contains { $0.design == design } }
    eliminations += dropped
  }
}
