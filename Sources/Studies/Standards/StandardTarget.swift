import OutputAnalysis
import ScenarioFiles

/// What a service standard asks of a measure: that it is at least a share.
public struct StandardTarget: Sendable, Equatable {
  /// The measure, such as `gate.wait.share-within-10min`.
  public var measure: String
  /// The share that it must reach, in [0, 1].
  public var share: Double

  /// A target from its parts.
  public init(measure: String, share: Double) {
    self.measure = measure
    self.share = share
  }
}

extension Target {
  /// What a service standard asks.
  init(_ standard: StandardTarget) {
    self.init(measure: standard.measure, side: .atLeast, limit: standard.share, unit: "")
  }
}

extension Scenario {
  /// The service standards as targets of a search for capacity, in the order of the file.
  public var standardTargets: [StandardTarget] {
    standards.map { StandardTarget(measure: $0.measure, share: $0.share) }
  }
}
