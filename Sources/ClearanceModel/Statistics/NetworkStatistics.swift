import EventSimulation
import OutputAnalysis

/// What is counted while a replication runs, beside the levels of the places.
struct NetworkStatistics {
  let classCount: Int
  let markCount: Int

  /// Visits by place and class.
  var visits: [VisitStatistics]
  /// Times for which trucks kept a server after service, by place and class; empty without blocking.
  var blocked: [DurationStatistics]
  /// Trucks turned away, by place and class.
  var lostByClass: [Int64]
  /// Trucks by flow and class.
  var flowCounts: [FlowCounts]
  /// Time from arrival to cleared, by flow and class.
  var clearance: [DurationStatistics]
  /// Time from arrival to each mark, by flow, class and mark.
  var marks: [DurationStatistics]
  /// Time at each stage of cleared trucks, by flow, class and stage; only times above zero.
  var stages: [DurationStatistics]
  /// What was counted, by flow, class and counter.
  var flowCounters: [Int64]
  /// What was added, by flow, class and amount: number, microseconds, kilograms or metres.
  var flowAmounts: [Double]
  /// What was counted, by place and counter.
  var placeCounters: [Int64]
  /// The busiest days of what was counted, by place and counter.
  var placeDays: DayCounts
  /// What was gathered, by collection.
  var collections: [CollectionCounts]
  /// Times to recover, by system that may be out.
  var recoveries: [DurationStatistics]
  /// Waits by place that notes them by hour, and by clock hour of coming.
  var hourWaits: [DurationStatistics]
  /// Trucks in the system.
  var zonePresent = LevelTally()
  /// Levels at the instants of observation.
  var observations: [LevelObservation] = []
  /// Levels from which a warm-up is found.
  var samples = LevelSamples()

  /// For the conservation laws: sums since time zero.
  var ledgers: [PlaceLedger]
  var staysEnded: Int128 = 0
  var presentAreaBefore: Int128 = 0
  var countsBefore = FlowCounts()

  init(plan: ClearancePlan) {
    classCount = plan.classes.count
    markCount = plan.marks.count
    let cells = plan.flows.count * classCount
    visits = Array(repeating: VisitStatistics(), count: plan.places.count * classCount)
    let blocks = plan.places.contains(where: \.blocksUpstream)
    blocked = Array(
      repeating: DurationStatistics(),
      count: blocks ? plan.places.count * classCount : 0
    )
    lostByClass = Array(repeating: 0, count: plan.places.count * classCount)
    flowCounts = Array(repeating: FlowCounts(), count: cells)
    clearance = Array(repeating: DurationStatistics(), count: cells)
    marks = Array(repeating: DurationStatistics(), count: cells * markCount)
    stages = Array(repeating: DurationStatistics(), count: cells * plan.stages.count)
    flowCounters = Array(repeating: 0, count: cells * plan.counters.count)
    flowAmounts = Array(repeating: 0, count: cells * plan.amounts.count)
    placeCounters = Array(repeating: 0, count: plan.places.count * plan.counters.count)
    placeDays = DayCounts(counters: placeCounters.count)
    collections = Array(repeating: CollectionCounts(), count: plan.collections.count)
    recoveries = Array(repeating: DurationStatistics(), count: plan.outages.count)
    hourWaits = Array(repeating: DurationStatistics(), count: plan.hourlyPlaces.count * 24)
    ledgers = Array(repeating: PlaceLedger(), count: plan.places.count)
  }

  func cell(_ arrival: Arrival) -> Int {
    Int(arrival.flow) * classCount + Int(arrival.classIndex)
  }

  func cell(_ truck: Truck) -> Int {
    Int(truck.flow) * classCount + Int(truck.classIndex)
  }

  /// Time at each stage of all cleared trucks, those included that have not met it; where trucks of
  /// a flow begin no stages, all their time belongs to the first.
  func stagesOfAll(_ flowsWithStages: [Bool]) -> [DurationStatistics] {
    var all = stages
    let count = stages.count / clearance.count
    guard count > 0 else { return all }
    for (cell, cleared) in clearance.enumerated() {
      if !flowsWithStages[cell / classCount] { all[cell * count] = cleared }
      for stage in cell * count..<(cell + 1) * count {
        all[stage].addZeros(cleared.tally.count - all[stage].tally.count)
      }
    }
    return all
  }

  /// Moves what has been counted so far into the sums since time zero, and begins anew.
  mutating func reset() {
    for counts in flowCounts { countsBefore.merge(counts) }
    for place in ledgers.indices {
      for cell in place * classCount..<(place + 1) * classCount {
        ledgers[place].waits += visits[cell].wait.tally.sum
        ledgers[place].waits += visits[cell].renegedWait.tally.sum
        ledgers[place].serverTime += visits[cell].service.tally.sum
        visits[cell] = VisitStatistics()
        lostByClass[cell] = 0
      }
    }
    for cell in flowCounts.indices {
      flowCounts[cell] = FlowCounts()
      clearance[cell] = DurationStatistics()
    }
    for cell in blocked.indices { blocked[cell] = DurationStatistics() }
    for cell in marks.indices { marks[cell] = DurationStatistics() }
    for cell in stages.indices { stages[cell] = DurationStatistics() }
    for cell in flowCounters.indices { flowCounters[cell] = 0 }
    for cell in flowAmounts.indices { flowAmounts[cell] = 0 }
    for cell in placeCounters.indices { placeCounters[cell] = 0 }
    placeDays.reset()
    for cell in collections.indices { collections[cell] = CollectionCounts() }
    for cell in recoveries.indices { recoveries[cell] = DurationStatistics() }
    for cell in hourWaits.indices { hourWaits[cell] = DurationStatistics() }
  }
}

/// What a collection has gathered and sent out.
public struct CollectionCounts: Sendable, BitwiseCopyable, Equatable {
  /// Trucks that added something.
  public var gathered: Int64 = 0
  /// Piles that went out.
  public var started: Int64 = 0

  /// Nothing.
  public init() {}
}

/// Trucks of one flow and class.
public struct FlowCounts: Sendable, BitwiseCopyable, Equatable {
  /// Trucks that came, those turned away included.
  public var arrivals: Int64 = 0
  /// Trucks that completed their procedure.
  public var departures: Int64 = 0
  /// Trucks turned away, by the system or by a station.
  public var lost: Int64 = 0
  /// Trucks that left since their patience had ended.
  public var reneged: Int64 = 0

  /// No trucks.
  public init() {}

  /// Adds the trucks of another.
  public mutating func merge(_ other: FlowCounts) {
    arrivals += other.arrivals
    departures += other.departures
    lost += other.lost
    reneged += other.reneged
  }
}

/// The numbers waiting and present everywhere at one instant, before anything happens in it.
public struct LevelObservation: Sendable, Equatable {
  /// When.
  public var time: SimulatedTime
  /// Waiting, by place.
  public var queue: [Int64]
  /// Waiting or in service, by place.
  public var present: [Int64]
  /// In the whole system.
  public var zonePresent: Int64
}
