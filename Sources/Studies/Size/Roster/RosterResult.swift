import ClearanceRecords
import OutputAnalysis

/// A roster by the hour of the day, and what is known of it.
public struct RosterResult: Sendable {
  /// An hour of the day.
  public struct Hour: Sendable {
    /// 0 to 23.
    public let hour: Int
    /// Servers in it; of the highest constant number where nothing keeps the targets.
    public let servers: Int
    /// Trucks that come in it, on average of the observed days.
    public let arrivals: Double
    /// What was found for each target on a wait; without a value where nobody came.
    public let outcomes: [MeasureRecord]
    /// Whether each of these targets is kept; nil where nobody comes, or that is still open.
    public let isKept: [Bool?]
    /// Why it has no fewer servers.
    public let floor: Floor
  }

  /// Why an hour has no fewer servers.
  public enum Floor: String, Sendable {
    /// With one less some hour would not keep its targets, which is proven.
    case proven
    /// With one less some hour would not keep its targets by the estimate; it is too close to call.
    case close
    /// It has the fewest that are allowed.
    case lowest
    /// Nothing keeps the targets.
    case infeasible
  }

  /// What was asked.
  public let key: RosterKey
  /// The name of the scenario.
  public let scenario: String
  /// The targets as they were asked.
  public let targets: [Target]
  /// Which of them must be kept in every hour, by index.
  public let hourly: [Int]
  /// What was found for the others, over the whole day.
  public let daily: [MeasureRecord]
  /// The least number with which all hours alike keep the targets; nil where none within the range
  /// does.
  public let constant: Int?
  /// The hours with their servers.
  public let hours: [Hour]
  /// Whether it is proven that the roster keeps the targets.
  public let isEnoughProven: Bool
  /// Rosters tried.
  public let tried: Int
  /// Replications simulated, of all rosters.
  public let replications: Int
  /// The confidence with which all proven verdicts hold together.
  public let confidence: Double
  /// The width of the indifference band, relative to the limits.
  public let tolerance: Double
  /// Seed of all draws.
  public let seed: UInt64
  /// The results file and the number of the experiment in it; nil where nothing was recorded.
  public internal(set) var record: SizeResult.Record?

  /// Whether any roster within the range keeps the targets.
  public var isFeasible: Bool { constant != nil }

  /// Servers by hour.
  public var roster: [Int] { hours.map(\.servers) }

  /// Server hours of a day.
  public var serverHours: Int { roster.reduce(0, +) }

  /// Server hours of a day that the least constant number takes beside; 0 where there is none.
  public var saved: Int { constant.map { 24 * $0 - serverHours } ?? 0 }

  /// Whether all verdicts that the roster rests on are proven.
  public var isProven: Bool {
    isEnoughProven && hours.allSatisfy { $0.floor != .close }
  }
}
