import ClearanceModel
import EventSimulation
import RandomVariates

/// A scenario as it was understood: every word read, no name resolved yet.
public struct Scenario: Sendable {
  /// Its name.
  public var name = ""
  /// Length of the run, or nil for a run until the system is empty.
  public var horizon: SimulatedTime?
  /// Statistics begin here.
  public var warmUp = SimulatedTime.zero
  /// Seed of all draws.
  public var seed: UInt64 = 1
  /// Number of replications.
  public var replications = 10
  /// Length of the recording intervals.
  public var recordingInterval = SimulatedTime.hours(1)
  /// Places in the whole system.
  public var capacity: Int?
  /// Multiplies all rates of arrival.
  public var demandFactor = 1.0
  /// Classes in their order of priority.
  public var classes: [Name] = []
  /// What trucks carry besides their class, in the order of the file.
  public var attributes: [Attribute] = []
  /// Stations in the order of the file.
  public var stations: [Station] = []
  /// Flows in the order of the file.
  public var flows: [Flow] = []
  /// Procedures in the order of the file.
  public var procedures: [Procedure] = []
  /// Trucks present at time zero, by flow.
  public var startsWith: [(flow: Name, count: Int)] = []

  /// An empty scenario.
  public init() {}
}

/// A name with its place in the file.
public struct Name: Sendable {
  /// The name.
  public let text: String
  /// Where it stands.
  public let position: SourcePosition
}

/// A distribution, as it is written and as it is understood.
public struct Law: Sendable {
  /// As it is written.
  public let text: String
  /// What it means; durations in microseconds.
  public let distribution: Distribution
  /// Where it stands, if it is an expression that is read once all names are known.
  public var expression: SourcePosition?
}

/// Something that trucks carry besides their class.
public struct Attribute: Sendable {
  /// Its name.
  public var name: Name
  /// What values it can have.
  public var kind: AttributePlan.Kind
}

/// A place where trucks queue and are served.
public struct Station: Sendable {
  /// Its name.
  public var name: Name
  /// A former name that keeps its draws.
  public var stream: Name?
  /// Its servers; nil with lanes.
  public var servers: ServerPlan?
  /// Its lanes.
  public var lanes: [Lane] = []
  /// Order of service.
  public var discipline = QueueDiscipline.fifo
  /// Places including those in service.
  public var capacity: Int?
  /// How lanes are picked.
  public var laneChoice = LaneChoice.shortestQueue
  /// What expressions may ask of it, and of lanes that do not say otherwise.
  public var properties: [Property] = []
  /// Room for its queue; nil where nobody measures.
  public var queueSpace: (metres: Double, position: SourcePosition)?
}

/// A number that belongs to a station or lane, as an expression.
public struct Property: Sendable {
  /// Its name.
  public var name: Name
  /// The expression, as it is written.
  public var text: String
  /// Where the expression stands.
  public var position: SourcePosition
}

/// One of several servers side by side, each with its own queue.
public struct Lane: Sendable {
  /// Its name within the station.
  public var name: Name
  /// Its servers.
  public var servers: ServerPlan
  /// The classes it takes; nil for all.
  public var takes: [Name]?
  /// The words of attributes that it takes; all of them must hold.
  public var takesWords: [(attribute: Name, words: [Name])] = []
  /// What expressions may ask of it.
  public var properties: [Property] = []
}

/// What enters under one name.
public struct Flow: Sendable {
  /// Its name.
  public var name: Name
  /// A former name that keeps its draws.
  public var stream: Name?
  /// When convoys come.
  public var arrivals: Arrivals
  /// Size of convoys; nil for single trucks.
  public var batch: Law?
  /// The most trucks.
  public var atMost: Int?
  /// Shares of classes; empty without.
  public var classes: [(name: Name, share: Double)] = []
  /// The procedure its trucks follow.
  public var procedure: Name

  /// When convoys come, before the demand factor.
  public enum Arrivals: Sendable {
    /// A Poisson process with a constant rate [1/µs].
    case rate(Double, text: String)
    /// A Poisson process whose rate changes step by step [1/µs].
    case profile(rates: [Double], step: SimulatedTime, repeats: Bool)
    /// Independent gaps.
    case every(Law)
    /// At given times, ascending.
    case at([SimulatedTime])
  }
}

/// A named list of steps.
public struct Procedure: Sendable {
  /// Its name.
  public var name: Name
  /// What its trucks go through.
  public var steps: [Step]
}
