/// People who serve at several stations (班组): a service there needs one of them beside a server.
public struct TeamPlan: Sendable, Equatable {
  /// Which of several queues a member goes on with who falls free.
  public enum Picks: UInt8, Sendable, BitwiseCopyable, CaseIterable {
    /// The one whose next truck has waited longest; of equal ones the first in order.
    case longestWait
    /// The first in the order of its stations.
    case inOrder
  }

  /// The name as the scenario gives it.
  public var name: String
  /// Stable hash of the name: part of the fingerprint.
  public var hash: UInt64
  /// Its members; never unlimited.
  public var members: ServerPlan
  /// Indices of the stations that it serves, in their order.
  public var stations: [Int]
  /// How a member chooses between queues.
  public var picks: Picks

  /// A team from its parts.
  public init(
    name: String,
    hash: UInt64,
    members: ServerPlan,
    stations: [Int],
    picks: Picks = .longestWait
  ) {
    self.name = name
    self.hash = hash
    self.members = members
    self.stations = stations
    self.picks = picks
  }
}
