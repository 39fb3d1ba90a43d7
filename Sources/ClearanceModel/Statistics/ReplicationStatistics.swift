import EventSimulation
import OutputAnalysis

/// All that one finished replication has measured.
public struct ReplicationStatistics: Sendable {
  /// Number of the replication, from 1.
  public let number: Int
  /// Statistics cover [start, end).
  public let start: SimulatedTime
  /// When the replication ended.
  public let end: SimulatedTime
  /// Hash over the model events, and their number.
  public let fingerprint: Fingerprint
  /// Trucks that arrived, from time zero.
  public let trucks: UInt64
  /// Trucks inside at the end, those announced included.
  public let inside: Int64
  /// Trucks that are announced at the end and have not come.
  public let announced: Int64
  /// Whether the run stopped because nobody inside could ever go on.
  public let isStuck: Bool
  /// Stations, by index, whose trucks blocked each other for ever, which ended the run.
  public let deadlock: [Int]
  /// Statistics of stations and lanes, by index of the plan.
  public let places: [PlaceStatistics]
  /// Counts by flow and class.
  public let flowCounts: [FlowCounts]
  /// Times to clearance by flow and class.
  public let clearance: [DurationStatistics]
  /// Times to marks by flow, class and mark.
  public let marks: [DurationStatistics]
  /// Times at stages of cleared trucks by flow, class and stage.
  public let stages: [DurationStatistics]
  /// Counts by flow, class and counter.
  public let flowCounters: [Int64]
  /// Sums by flow, class and amount: number, microseconds, kilograms or metres.
  public let flowAmounts: [Double]
  /// Counts by place and counter.
  public let placeCounters: [Int64]
  /// Counts on the busiest day by place and counter.
  public let placeCounterPeaks: [Int64]
  /// The places whose waits were noted by clock hour, ascending.
  public let hourlyPlaces: [Int]
  /// Waits of those who came to these places in each clock hour: 24 for each place.
  public let hourWaits: [DurationStatistics]
  /// What was gathered, by collection.
  public let collections: [CollectionCounts]
  /// What members of teams did, by team.
  public let teams: [TeamStatistics]
  /// What papers came to; nil where the plan has none.
  public internal(set) var papers: PaperStatistics?
  /// Trucks in the system.
  public let zonePresent: LevelTally
  /// Levels at the instants of observation.
  public let observations: [LevelObservation]
  /// Levels from which a warm-up is found; empty where nobody asks.
  public internal(set) var samples = LevelSamples()
  /// The measures of each batch, in their order, where the plan asks for batches.
  public internal(set) var batches: [MeasureValues] = []
}

/// One station or lane over the observed time.
public struct PlaceStatistics: Sendable {
  /// Visits by class; for a station with lanes those of its lanes together.
  public var visits: [VisitStatistics]
  /// Times for which a server was kept after service, by class; empty where that cannot happen.
  public var blocked: [DurationStatistics]
  /// Servers kept by trucks that wait for room elsewhere; nil where that cannot happen.
  public let held: LevelTally?
  /// Trucks turned away by class.
  public var lostByClass: [Int64]
  /// Number waiting.
  public let queue: LevelTally
  /// Number waiting or in service.
  public let present: LevelTally
  /// Busy servers.
  public let busy: LevelTally
  /// Open servers; those that finish a service after closing count as open.
  public let open: LevelTally
  /// Trucks that came.
  public let arrivals: Int64
  /// Visits that ended.
  public let departures: Int64
  /// Visits that ended within the peak hour.
  public let peakDepartures: Int64
  /// Hours of the observed time that are peak hours.
  public let peakHours: Double
  /// Length of the queue [mm]; nil where nobody measures it.
  public let queueLength: LevelTally?
  /// 1 while the queue is longer than its room; nil where nobody measures it.
  public let beyondSpace: LevelTally?
  /// Trucks turned away.
  public let lost: Int64
  /// Times from the ends of outages until they were got over; nil where nothing is ever out.
  public let recovery: DurationStatistics?

  /// Visits that ended with the truck's patience, by class.
  public var renegedByClass: [Int64] { visits.map(\.renegedWait.tally.count) }
  /// Visits that ended with the truck's patience.
  public var reneged: Int64 { renegedByClass.reduce(0, +) }
}
