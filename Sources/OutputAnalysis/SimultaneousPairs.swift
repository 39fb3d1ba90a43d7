/// The pairs of several alternatives, compared so that all intervals hold together (同时置信区间).
///
/// Bonferroni's inequality: of m intervals, each with confidence 1 − (1 − c) / m, all cover together
/// with confidence c at least, whatever their dependence; common random numbers make them dependent
/// (Law, "Simulation Modeling and Analysis", 5th edition, 2015, section 10.3.2).
public struct SimultaneousPairs: Sendable, Equatable {
  /// Two alternatives by their indices, the lower one first.
  public struct Pair: Sendable, Hashable {
    /// The alternative that comes first.
    public var first: Int
    /// The one whose difference to the first is looked at.
    public var second: Int

    /// A pair of two indices.
    public init(_ first: Int, _ second: Int) {
      self.first = first
      self.second = second
    }
  }

  /// The number of alternatives.
  public let alternatives: Int
  /// The confidence that all intervals cover.
  public let confidence: Double

  /// The pairs of so many alternatives.
  ///
  /// - Parameters:
  ///   - alternatives: At least 2.
  ///   - confidence: Above 0 and below 1.
  public init(of alternatives: Int, confidence: Double) {
    precondition(alternatives > 1, "\(alternatives) alternatives make no pair")
    precondition(0 < confidence && confidence < 1, "confidence \(confidence) is outside 0 ... 1")
    self.alternatives = alternatives
    self.confidence = confidence
  }

  /// The number of pairs, k (k − 1) / 2.
  public var count: Int { alternatives * (alternatives - 1) / 2 }

  /// All pairs: those of the first alternative before those of the second, and so on.
  public var all: [Pair] {
    (0..<alternatives).flatMap { first in
      (first + 1..<alternatives).map { Pair(first, $0) }
    }
  }

  /// The confidence of each single interval.
  public var individualConfidence: Double {
    count == 1 ? confidence : 1 - (1 - confidence) / Double(count)
  }

  /// The alternatives that no other one beats; ascending.
  ///
  /// With the confidence of all intervals together the truly best alternative is among them: it could
  /// only be missing if an interval did not cover. A single one is the best with that confidence.
  ///
  /// - Parameter isBeaten: Whether the interval of the pair puts its first index behind the second.
  /// - Returns: Their indices; all of them where nothing is decided.
  public func unbeaten(_ isBeaten: (_ index: Int, _ by: Int) -> Bool) -> [Int] {
    (0..<alternatives).filter { index in
      !(0..<alternatives).contains { $0 != index && isBeaten(index, $0) }
    }
  }
}
