import ClearanceModel
import EventSimulation
import ScenarioFiles

/// What a scenario was understood to say, before it is run.
public struct CheckResult: Sendable {
  /// The scenario as it was read.
  public let scenario: Scenario
  /// The scenario as it will run.
  public let plan: ClearancePlan
  /// The load that demand puts on every station, in the order of the scenario.
  public let loads: [OfferedLoad]
  /// What deserves attention though it is allowed.
  public let warnings: [RunWarning]
  /// What the scenario's customs words say; nil for one in the general layer alone.
  public var customs: CustomsScenario?
  /// What the loads rest on where they come from a run in which nobody waits; nil where they were
  /// computed.
  public var freeFlow: FreeFlowSample?
}

/// How the loads of a scenario were measured.
public struct FreeFlowSample: Sendable, Equatable {
  /// Replications of the run in which nobody waits.
  public var replications: Int
  /// Length of each of them.
  public var length: SimulatedTime

  /// A sample from its parts.
  public init(replications: Int, length: SimulatedTime) {
    self.replications = replications
    self.length = length
  }
}

/// The load that demand puts on one station: from the traffic equations, or from a run in which
/// nobody waits where ways depend on what trucks carry.
///
/// Conditions on queues are taken as they are in an empty system. Time that a truck waits while
/// it holds the station is not included, so that the load of a seized station is a lower bound.
public struct OfferedLoad: Sendable, Equatable {
  /// Name of the station.
  public let place: String
  /// Visits per hour, averaged over the run.
  public let visitsPerHour: Double
  /// Mean server time of a visit [s].
  public let serviceSeconds: Double
  /// Servers open on average over the run; nil when unlimited.
  public let servers: Double?
  /// Server time asked for over server time open; nil when unlimited.
  public let load: Double?
  /// Whether trucks keep the station over several steps.
  public let isHeld: Bool
  /// Who may give up waiting or not join, which the load does not count.
  public var leavers = Leavers.nobody
  /// Whether it is a team whose stations other teams serve too, so that it has no load of its own.
  public var sharesStations = false

  /// Who may leave a station without service.
  public enum Leavers: Sendable {
    /// Nobody, by patience or for the length of the queue.
    case nobody
    /// Trucks that come to it at some of its steps.
    case some
    /// All that come, so that its queue cannot grow for ever.
    case all
  }
}

/// What a planner should know before trusting a result.
public enum RunWarning: Sendable, Equatable {
  /// A station is offered as much work as it can do, or more: its queue grows as long as the run.
  case unstable(place: String, load: Double)
  /// A half-width of more than a tenth of the estimate: run longer or more often.
  case wideInterval(measure: String, relative: Double)
  /// The start of the run still shows after the warm-up, until the one that was found from the levels.
  case warmUpTooShort(set: SimulatedTime, WarmUpFinding)
  /// Nothing settles before the middle of the run, which was taken as the warm-up.
  case neverSettles(WarmUpFinding)
  /// Successive batches are alike: they are too short for their interval to be trusted.
  case batchesCorrelated(measure: String, ratio: Double)
  /// Batches do not hold whole periods of demand and opening hours.
  case batchesCutPeriods(length: SimulatedTime, period: SimulatedTime)
  /// Only one replication: no interval can be given.
  case noInterval
  /// Trucks still inside at the end, on average per replication, and their share of all.
  case stillInside(trucks: Double, share: Double)
  /// Replications that ended because nobody inside could ever go on.
  case stuck(replications: Int)
  /// Replications that ended because these stations blocked each other in a circle.
  case deadlock(replications: Int, stations: [String])
}
