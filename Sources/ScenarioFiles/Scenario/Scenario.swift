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
  /// Whether the warm-up is to be found from the run itself.
  public var findsWarmUp = false
  /// Batches of equal length of the one replication, whose values give the intervals; nil for
  /// intervals over replications.
  public var batches: Int?
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
  /// What a truck, or its lot, and its companions have together, in the order of the file.
  public var sharedAttributes: [Attribute] = []
  /// Stations in the order of the file.
  public var stations: [Station] = []
  /// Teams in the order of the file.
  public var teams: [Team] = []
  /// Flows in the order of the file.
  public var flows: [Flow] = []
  /// Procedures in the order of the file; one with parameters once for each set of arguments.
  public var procedures: [Procedure] = []
  /// The names of all procedures of the file, also of those that nobody uses.
  public var procedureNames: [String] = []
  /// What parameters stand for where no flow and no step says otherwise.
  public var values: [ParameterValue] = []
  /// Collections in the order of the file.
  public var collections: [Gathering] = []
  /// Trucks present at time zero, by flow.
  public var startsWith: [(flow: Name, count: Int)] = []
  /// Traces that may have fewer rows than trucks come.
  public var repeatingTraces: [RepeatingTrace] = []
  /// The working days of the run; nil for weeks from Monday to Friday that begin at time zero.
  public var workingDays: WorkingDays?

  /// The firms with their account books; nil where nobody has papers.
  public var papers: PapersPlan?
  /// Systems that may be out, by station, with the stations whose queues show it.
  public var outages: [(station: String, queues: [String])] = []
  /// Service standards in the order of the file.
  public var standards: [ServiceStandard] = []

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
  /// Who goes before all others: words of an attribute.
  public var goesFirst: (attribute: Name, words: [Name])?
  /// Places including those in service.
  public var capacity: Int?
  /// Whether who finds it full waits where it is.
  public var blocksUpstream: Name?
  /// Whether a higher class takes the server of a lower one.
  public var isPreemptive = false
  /// How its servers fail.
  public var failures: Failures?
  /// How lanes are picked.
  public var laneChoice = LaneChoice.shortestQueue
  /// What expressions may ask of it, and of lanes that do not say otherwise.
  public var properties: [Property] = []
  /// Room for its queue; nil where nobody measures.
  public var queueSpace: (metres: Double, position: SourcePosition)?
  /// How many trucks each server takes at a time; nil for one.
  public var together: TogetherPlan?
  /// Whether who waits in a lane goes over to a shorter one.
  public var jockeys = false
  /// Its servers in an ordinary week, where they follow a calendar.
  public var roster: CalendarRoster?
}

/// How the servers of a station fail and are repaired.
public struct Failures: Sendable {
  /// Where they stand.
  public var position: SourcePosition
  /// Time from repair to failure.
  public var uptime: Law
  /// Time from failure to repair.
  public var repair: Law
  /// Whether servers age at any time, and not only while they serve.
  public var countsIdleTime: Bool
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
  /// Its servers in an ordinary week, where they follow a calendar.
  public var roster: CalendarRoster?
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
  /// Trucks that belong together.
  public var lot = 1
  /// The attributes that its trucks get when they come.
  public var attributes: [FlowAttribute] = []
  /// Those of them that differ within a lot.
  public var ofEachTruck: [Name] = []
  /// The attribute from which the class follows, with the classes of its words.
  public var classBy: (attribute: Name, classes: [WordClass])?
  /// What it gives to the parameters of its procedure.
  public var arguments: [ParameterValue] = []
  /// The instance of its procedure, as ``Procedure/instance``; nil where there is none.
  public var instance: Int?
  /// The rates of an ordinary week from time zero on, in steps of its profile, where the profile
  /// follows a calendar [1/µs].
  public var ordinaryWeek: [Double]?

  /// What tells the order of simultaneous arrivals: its stream, else its name.
  var key: String { (stream ?? name).text }

  /// The class that a word of an attribute has, and when it has another.
  public struct WordClass: Sendable {
    /// The word.
    public var word: Name
    /// Its classes, each with the instant from which it holds: ascending, the first at time zero.
    public var changes: [(from: SimulatedTime, name: Name)]

    /// The class at an instant.
    func name(at time: SimulatedTime) -> Name? { changes.last { $0.from <= time }?.name }
  }

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
    /// A Poisson process with a rate like a sine; mean in 1/µs.
    case waving(mean: Double, swing: Double, period: SimulatedTime)
    /// A Poisson process whose rate changes at random.
    case states([ModulatedRate.State])
    /// The times of a file, and the classes where it has them.
    case from(TracedArrivals)
    /// So many trucks that begin anew at the end of their procedure.
    case population(Int)
  }
}

/// A named list of steps.
public struct Procedure: Sendable {
  /// Its name.
  public var name: Name
  /// What its trucks go through.
  public var steps: [Step]
  /// Tells the instances of the procedures apart.
  public var instance: Int
  /// The parameters that it mentions, with their values here, in the order of reading.
  public var arguments: [(name: String, value: String)]
}

/// An attribute that the trucks of a flow get when they come.
public struct FlowAttribute: Sendable {
  /// Its name.
  public var name: Name
  /// How long each row of values holds; nil where they never change.
  public var step: SimulatedTime?
  /// Rows of values, as they are written, with their shares.
  public var rows: [[(value: Name, share: Double)]]
}

/// Piles of what trucks hand in, each of which goes out as one.
public struct Gathering: Sendable {
  /// Its name.
  public var name: Name
  /// The attributes that tell its piles apart.
  public var keys: [Name]
  /// When it is cut, and when what was gathered goes out.
  public var closings: [(cut: SimulatedTime, due: SimulatedTime)]
  /// The attribute that receives how many were gathered.
  public var sets: Name?
  /// Whether its piles are those of the firms' papers.
  public var holdsPapers = false
  /// The procedure of the companion that goes out for a pile.
  public var starts: Name
  /// What it gives to the parameters of that procedure.
  public var arguments: [ParameterValue] = []
  /// The instance of that procedure, as ``Procedure/instance``; nil where there is none.
  public var instance: Int?
}
