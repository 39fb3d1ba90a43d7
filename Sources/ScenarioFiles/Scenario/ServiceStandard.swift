import ClearanceModel
import EventSimulation

/// A service standard (服务标准): a time that a share of the trucks must not exceed.
public struct ServiceStandard: Sendable {
  /// What the time is that it limits.
  public enum Subject: Sendable, Equatable {
    /// The wait at a station or lane; of those alone who come in its peak hour, where that is said.
    case wait(place: String, inPeakHour: Bool)
    /// The time of a flow's trucks at a stage, of those that are there at all.
    case stage(flow: String, stage: String)
    /// A flow's time from arrival to a mark.
    case mark(flow: String, mark: String)
    /// A flow's time from arrival to cleared.
    case clearance(flow: String)
  }

  /// Its name.
  public var name: Name
  /// What it is about.
  public var subject: Subject
  /// One class of trucks; nil for all.
  public var className: String?
  /// The time that is not to be exceeded.
  public var limit: SimulatedTime
  /// The share of trucks that must keep within it, in [0, 1].
  public var share: Double
  /// Where its place or flow, its stage or mark, and its class stand.
  var positions = Positions()

  /// Where names stand that may be wrong.
  struct Positions: Sendable {
    var subject: SourcePosition?
    var part: SourcePosition?
    var className: SourcePosition?
  }

  /// The measure that is to be at least ``share``, such as `gate.wait.share-within-10min`.
  public var measure: String {
    let suffix = className.map { "[\($0)]" } ?? ""
    let time = limit.inName
    return switch subject {
    case .wait(let place, false): "\(place)\(suffix).wait.share-within-\(time)"
    case .wait(let place, true): "\(place)\(suffix).wait.peak-hour-share-within-\(time)"
    case .stage(let flow, let stage):
      "flow.\(flow)\(suffix).stage-\(stage.kebab).share-within-\(time)"
    case .mark(let flow, let mark):
      "flow.\(flow)\(suffix).to-\(mark.kebab).share-within-\(time)"
    case .clearance(let flow): "flow.\(flow)\(suffix).clearance.share-within-\(time)"
    }
  }
}

extension SimulatedTime {
  /// As the names of measures spell it: a whole number of the largest unit that divides it.
  var inName: String {
    let units: [(Int64, String)] = [
      (86_400_000_000, "d"), (3_600_000_000, "h"), (60_000_000, "min"), (1_000_000, "s"),
      (1_000, "ms"),
    ]
    if self == .zero { return "0s" }
    for (length, unit) in units where microseconds % length == 0 {
      return "\(microseconds / length)\(unit)"
    }
    return "\(microseconds)us"
  }
}
