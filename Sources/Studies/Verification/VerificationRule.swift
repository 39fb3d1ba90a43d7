import OutputAnalysis

/// When a simulated value passes for the exact one, and what a false alarm costs.
///
/// A value needs both: its 99.9 % interval, Student's over the replications, covers the exact value,
/// and it is narrow (``ExactValue/widestHalfWidth(load:)``), since a wide interval covers anything.
///
/// Of some hundreds of such intervals a faultless engine misses one now and then: 0.45 of 450. The
/// rule for the whole therefore has two stages.
///
/// 1. The p-values of all values, two-sided, go through Holm's step-down procedure at a family-wise
///    level of 0.1 %. What it rejects has failed.
/// 2. A value that its own interval misses and Holm does not reject is simulated again, as long, with
///    the next seed. It has failed when it is missed again.
///
/// A share of trials, such as the intervals that cover, passes when it lies in its band. Outside, but
/// not further than its own 99.9 % interval reaches, it is tried again under the next seed too.
///
/// What a faultless engine risks: stage 1 rejects anything with a chance of at most 0.1 %, however
/// values of one case hang together; stage 2 fails each value with a chance of 0.001², which for 450
/// of them adds 0.045 %. A false alarm of the whole has a chance of at most 0.15 %. What a fault
/// risks: an error of two half-widths, at most 2 % of a mean below a load of 0.95, fails with a chance
/// of more than 99.8 %.
public enum VerificationRule {
  /// Confidence level of the interval of each value.
  public static let confidence = 0.999
  /// The chance that Holm's procedure rejects any of the values of a faultless engine.
  public static let familyLevel = 0.001
  /// What the sketch may add to the error of a quantile, relative.
  static let sketchError = 0.005
}

/// What a simulation says about an exact value.
struct Finding: Sendable, Equatable {
  /// Mean over the replications; nil where the measure had no value.
  var estimate: Double?
  /// Half-width of the 99.9 % interval; nil for a single replication.
  var halfWidth: Double?
  /// Replications behind them.
  var replications: Int
  /// Unit of the measure; empty for shares.
  var unit = ""
}

extension ExactValue {
  /// The widest half-width of the 99.9 % interval that is allowed, relative to the exact value.
  public func widestHalfWidth(load: Double) -> Double {
    switch kind {
    case .mean: load < 0.95 ? 0.01 : 0.03
    case .square, .tail: 0.03
    case .deviation: 0.015
    case .exactly: 0
    case .within: .infinity
    }
  }

  /// How the value does alone, by its own interval.
  func alone(_ finding: Finding, load: Double) -> Verdict {
    guard let estimate = finding.estimate else { return Self.withoutEstimate(kind) }
    if kind == .exactly {
      return abs(estimate - exact) <= 1e-9 * max(abs(exact), 1e-9) ? .exact : .notExact
    }
    if case .within(let band) = kind { return band.contains(estimate) ? .within : .outside }
    guard let halfWidth = finding.halfWidth,
      halfWidth <= widestHalfWidth(load: load) * abs(exact)
    else { return .tooWide }
    return deviation(of: estimate) <= halfWidth ? .covered : .missed
  }

  private static func withoutEstimate(_ kind: Kind) -> Verdict {
    switch kind {
    case .mean, .square, .tail, .deviation: .tooWide
    case .exactly: .notExact
    case .within: .outside
    }
  }

  /// Whether chance may have put an estimate outside its band: its own interval reaches the band.
  func mayBeWithin(_ finding: Finding) -> Bool {
    guard case .within(let band) = kind, let estimate = finding.estimate,
      let halfWidth = finding.halfWidth
    else { return false }
    return estimate + halfWidth >= band.lowerBound && estimate - halfWidth <= band.upperBound
  }

  /// The chance of an estimate at least as far off, were the exact value the true mean.
  ///
  /// Nil where nothing is random, where a band is asked for, or where no interval is known. The interval of a quantile from all
  /// replications together is read as Student's.
  func pValue(_ finding: Finding) -> Double? {
    guard kind.isCovered, finding.replications > 1, let estimate = finding.estimate,
      let halfWidth = finding.halfWidth
    else { return nil }
    let deviation = deviation(of: estimate)
    guard deviation > 0 else { return 1 }
    let degrees = Double(finding.replications - 1)
    let quantile = studentQuantile(0.5 + VerificationRule.confidence / 2, degrees: degrees)
    return studentTwoSidedTail(deviation / halfWidth * quantile, degrees: degrees)
  }

  /// How far an estimate is off, beyond what the sketch of a quantile may do.
  private func deviation(of estimate: Double) -> Double {
    let slack = kind == .tail ? VerificationRule.sketchError * abs(exact) : 0
    return max(0, abs(estimate - exact) - slack)
  }
}
