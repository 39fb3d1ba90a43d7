/// A limit that the expectation of a measure must keep.
public struct FeasibilityLimit: Sendable, Equatable {
  /// On which side of the limit the expectation must lie.
  public enum Side: Sendable {
    /// At the limit or below.
    case atMost
    /// At the limit or above.
    case atLeast
  }

  /// The limit, in the unit of the measure.
  public var value: Double
  /// Where the expectation must lie.
  public var side: Side
  /// Half the width of the indifference band around the limit, at least 0, in the unit of the measure.
  public var band: Double

  /// A limit from its parts.
  public init(_ value: Double, _ side: Side, band: Double) {
    precondition(value.isFinite && band >= 0, "limit \(value) with a band of \(band)")
    self.value = value
    self.side = side
    self.band = band
  }

  /// Whether a number keeps the limit.
  public func admits(_ number: Double) -> Bool {
    switch side {
    case .atMost: number <= value
    case .atLeast: number >= value
    }
  }
}

/// A sequential test whether the expectations of several measures keep their limits.
///
/// After 10, 20, 40 … replications it looks at the interval of each measure. A limit is proven kept
/// once an interval lies wholly on its right side, proven broken once one lies wholly on the wrong
/// side. Where the interval lies within the indifference band around the limit, or the last look is
/// over, the estimate decides, and nothing is proven: the expectation is too close to the limit to
/// call (the acceptable region of Andradóttir and Kim, "Fully sequential procedures for comparing
/// constrained systems via simulation", Naval Research Logistics 57, 2010).
///
/// The error of the whole test is spent over the looks in equal parts (an error spending function in
/// the sense of Lan and DeMets, Biometrika 70, 1983, with Bonferroni's inequality between the looks,
/// so that it holds whatever their dependence). Each side of each interval takes the part of its look
/// over the number of limits. That all limits are kept needs every one of them proven, for which no
/// further correction is due (Berger, Technometrics 24, 1982); that one is broken may err by any.
public struct FeasibilityTest: Sendable {
  /// What a test says of a limit, or of all together.
  public enum Verdict: Sendable, Equatable {
    /// Proven to be kept.
    case kept
    /// Proven to be broken.
    case broken
    /// Too close to call, kept by the estimate.
    case closelyKept
    /// Too close to call, broken by the estimate.
    case closelyBroken

    /// Whether the limit counts as kept.
    public var isKept: Bool { self == .kept || self == .closelyKept }
    /// Whether this is proven with the confidence of the test.
    public var isProven: Bool { self == .kept || self == .broken }

    /// The word for other programs.
    public var word: String {
      switch self {
      case .kept: "kept"
      case .broken: "broken"
      case .closelyKept: "closely kept"
      case .closelyBroken: "closely broken"
      }
    }
  }

  /// An estimate and the half-width of its interval at the confidence of the test.
  public struct Estimate: Sendable, Equatable {
    /// The estimate.
    public var value: Double
    /// Half-width; nil where there is no interval yet.
    public var halfWidth: Double?

    /// An estimate from its parts.
    public init(_ value: Double, halfWidth: Double?) {
      self.value = value
      self.halfWidth = halfWidth
    }
  }

  /// The limits.
  public let limits: [FeasibilityLimit]
  /// Replications at each look, ascending.
  public let looks: [Int]
  /// What each limit was found to be; nil where that is still open.
  public private(set) var standings: [Verdict?]
  /// What was found; nil until the test has ended.
  public private(set) var verdict: Verdict?
  /// Confidence of the two-sided interval that each look wants, such as 0.9975.
  public let confidence: Double
  private var looked = 0

  /// A test that has not looked yet.
  ///
  /// - Parameters:
  ///   - limits: At least one.
  ///   - looks: Numbers of replications, ascending, the first at least 2.
  ///   - error: The chance of a wrong proof that is allowed to the whole test, above 0 and below 1.
  public init(_ limits: [FeasibilityLimit], looks: [Int], error: Double) {
    precondition(!limits.isEmpty && !looks.isEmpty, "a test without limits or looks")
    precondition(looks[0] >= 2 && zip(looks, looks.dropFirst()).allSatisfy(<), "looks \(looks)")
    precondition(0 < error && error < 1, "error \(error) is outside 0 ... 1")
    self.limits = limits
    self.looks = looks
    standings = limits.map { _ in nil }
    confidence = 1 - 2 * error / Double(looks.count * limits.count)
  }

  /// The replications of the next look; nil once the test has ended.
  public var next: Int? { verdict == nil ? looks[looked] : nil }

  /// Looks at the estimates of all measures; nil for one that has no value yet.
  ///
  /// At the last look a limit whose measure has no value counts as broken.
  ///
  /// - Returns: The verdict, nil where more replications are wanted.
  /// - Precondition: the test has not ended.
  @discardableResult
  public mutating func look(_ estimates: [Estimate?]) -> Verdict? {
    precondition(verdict == nil, "the test has ended")
    precondition(estimates.count == limits.count, "\(estimates.count) of \(limits.count) estimates")
    looked += 1
    let isLast = looked == looks.count
    var close: [Int] = []
    for (index, estimate) in estimates.enumerated() where standings[index]?.isProven != true {
      guard let estimate else {
        if isLast { close.append(index) }
        continue
      }
      let limit = limits[index]
      if let proven = limit.proven(estimate) {
        standings[index] = proven
      } else if isLast || limit.holdsInBand(estimate) {
        close.append(index)
      }
    }
    verdict = outcome(close, estimates)
    return verdict
  }

  /// Closes what is too close to call once nothing else is open.
  private mutating func outcome(_ close: [Int], _ estimates: [Estimate?]) -> Verdict? {
    if standings.contains(.broken) { return .broken }
    let open = standings.indices.filter { standings[$0] == nil }
    if open.isEmpty { return .kept }
    guard open.allSatisfy(close.contains) else { return nil }
    for index in open {
      let isKept = estimates[index].map { limits[index].admits($0.value) } ?? false
      standings[index] = isKept ? .closelyKept : .closelyBroken
    }
    return standings.contains(.closelyBroken) ? .closelyBroken : .closelyKept
  }

  /// 10, 20, 40 … up to a ceiling, which is the last look.
  ///
  /// - Parameter ceiling: At least 2; below 10 it is the only look.
  /// - Returns: The numbers of replications, ascending.
  public static func looks(upTo ceiling: Int) -> [Int] {
    precondition(ceiling >= 2, "a ceiling of \(ceiling) replications")
    var looks: [Int] = []
    var next = 10
    while next < ceiling {
      looks.append(next)
      next *= 2
    }
    return looks + [ceiling]
  }
}

extension FeasibilityLimit {
  /// What an interval proves; nil where it holds the limit.
  fileprivate func proven(_ estimate: FeasibilityTest.Estimate) -> FeasibilityTest.Verdict? {
    guard let halfWidth = estimate.halfWidth else { return nil }
    let low = estimate.value - halfWidth
    let high = estimate.value + halfWidth
    switch side {
    case .atMost: return high <= value ? .kept : low > value ? .broken : nil
    case .atLeast: return low >= value ? .kept : high < value ? .broken : nil
    }
  }

  /// Whether a whole interval lies in the indifference band.
  fileprivate func holdsInBand(_ estimate: FeasibilityTest.Estimate) -> Bool {
    guard let halfWidth = estimate.halfWidth else { return false }
    return abs(estimate.value - value) + halfWidth <= band
  }
}
