import EventSimulation

/// In which order those who wait are served.
public enum QueueDiscipline: UInt8, Sendable, BitwiseCopyable, CaseIterable {
  /// First come, first served.
  case fifo
  /// Last come, first served.
  case lifo
  /// In random order.
  case random
  /// By class, first come first served within a class.
  case priority
  /// The shortest service first, first come first served among equal ones.
  case shortestJob
}

/// How a truck picks a lane; ties fall at random.
public enum LaneChoice: UInt8, Sendable, BitwiseCopyable, CaseIterable {
  /// The lane with the fewest trucks waiting and in service.
  case shortestQueue
  /// Any lane with equal chance.
  case random
  /// The shortest of the lanes reserved for its class.
  case dedicated
}

/// What happens to those in service when fewer servers are open.
public enum ClosingRule: UInt8, Sendable, BitwiseCopyable, CaseIterable {
  /// They are served to the end, then the server closes.
  case finish
  /// The truck that started last goes to the head of the queue and resumes later.
  case returnToQueue
}

/// How many trucks a server takes at a time.
public struct TogetherPlan: Sendable, Equatable {
  /// The most.
  public var most: Int
  /// Whether it waits until so many are there.
  public var isExact: Bool

  /// Service of several from its parts.
  public init(most: Int, isExact: Bool) {
    self.most = most
    self.isExact = isExact
  }
}

/// A change in the number of open servers.
public struct Shift: Sendable, Equatable {
  /// When it takes effect, from the start of the run or of each repetition.
  public var from: SimulatedTime
  /// Servers open from then on.
  public var count: Int

  /// A change from its parts.
  public init(from: SimulatedTime, count: Int) {
    self.from = from
    self.count = count
  }
}

/// How many servers a place has, and when.
public enum ServerPlan: Sendable, Equatable {
  /// As many as there are trucks.
  case unlimited
  /// Always so many.
  case fixed(Int)
  /// By the clock; the first shift is at time zero. With a period the shifts repeat.
  case shifts([Shift], period: SimulatedTime?, onClosing: ClosingRule)

  /// The most servers at any time; nil when unlimited.
  public var most: Int? {
    switch self {
    case .unlimited: nil
    case .fixed(let count): count
    case .shifts(let shifts, _, _): shifts.map(\.count).max() ?? 0
    }
  }
}

/// How servers fail and are repaired.
public struct FailurePlan: Sendable, Equatable {
  /// Index of the distribution of the time from repair to failure.
  public var uptime: Int
  /// Index of the distribution of the time from failure to repair.
  public var repair: Int
  /// Whether a server ages at any time, and not only while it serves.
  public var countsIdleTime: Bool

  /// Failures from their parts.
  public init(uptime: Int, repair: Int, countsIdleTime: Bool) {
    self.uptime = uptime
    self.repair = repair
    self.countsIdleTime = countsIdleTime
  }
}

/// Words of an attribute, as the bits of a mask.
public struct WordMask: Sendable, BitwiseCopyable, Equatable {
  /// The most words of an attribute that a mask can tell apart.
  public static let mostWords = 64

  /// Index of the attribute.
  public var attribute: UInt16
  /// Bit n is set where word n is among them.
  public var words: UInt64

  /// A mask from its parts.
  public init(attribute: UInt16, words: UInt64) {
    self.attribute = attribute
    self.words = words
  }
}

/// A station, or one of its lanes.
public struct PlacePlan: Sendable {
  /// The name as the scenario gives it; a lane's is STATION.LANE.
  public var name: String
  /// Stable hash of the name or of its `stream`: address of draws and part of the fingerprint.
  public var hash: UInt64
  /// The name or its `stream`, which decides whose first event comes first at one instant.
  public var identity: String
  /// For a lane: index of its station.
  public var station: Int?
  /// For a station with lanes: their indices.
  public var lanes: Range<Int> = 0..<0
  /// Its servers; a station with lanes has none of its own.
  public var servers = ServerPlan.fixed(1)
  /// Order of service.
  public var discipline = QueueDiscipline.fifo
  /// Who goes before all others, by the words of an attribute; nil for nobody.
  ///
  /// Only with ``QueueDiscipline/priority``.
  public var goesFirst: WordMask?
  /// Whether a queue by priority goes by class; else only ``goesFirst`` counts.
  public var ordersByClass = true
  /// Places including those in service; nil for no limit.
  ///
  public var capacity: Int?
  /// Whether who finds it full waits where it is, and keeps its server, instead of being turned
  /// away (blocking after service).
  public var blocksUpstream = false
  /// Whether a higher class takes the server of a lower one; only with ``QueueDiscipline/priority``.
  public var isPreemptive = false
  /// How its servers fail, each for itself; nil where they never do.
  public var failures: FailurePlan?
  /// How lanes are picked.
  public var laneChoice = LaneChoice.shortestQueue
  /// For a lane: whether it takes each class; empty for all.
  public var takes: [Bool] = []
  /// For a lane: the words that attributes must have; all of them must hold.
  public var takesWords: [WordMask] = []
  /// Expressions by index of ``ClearancePlan/properties``.
  ///
  /// ``StepPlan/none`` where the place has no such property; a lane has those of its station too.
  public var properties: [UInt16] = []
  /// Room for the queue in metres, beyond which it stands on the road; nil where nobody measures.
  public var queueSpace: Double?
  /// How many trucks each server takes at a time; nil for one.
  public var together: TogetherPlan?
  /// Whether who waits in one of its lanes, or in this lane, goes over to a shorter one.
  public var jockeys = false

  /// A place with one server.
  public init(name: String, hash: UInt64) {
    self.name = name
    self.hash = hash
    identity = name
  }

  /// Whether trucks are served here and not in lanes.
  public var hasServers: Bool { lanes.isEmpty }
}
