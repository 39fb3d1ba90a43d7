import EventSimulation

/// The instants at which a replication does something besides running events.
struct TimeMarks {
  private(set) var next = SimulatedTime.zero
  private let horizon: SimulatedTime
  private let warmUp: SimulatedTime
  private let interval: SimulatedTime
  private let observationTimes: [SimulatedTime]
  private let sampleTimes: [SimulatedTime]
  private let batchEnds: [SimulatedTime]
  /// How long nothing may happen before a run until empty is called stuck.
  let patience: SimulatedTime

  private var nextInterval: SimulatedTime
  private var observed = 0
  private var sampled = 0
  private var batchesEnded = 0
  private var isWarm: Bool

  /// What is due at a mark.
  struct Due {
    var closesInterval = false
    var observes = false
    var samples = false
    var endsBatch = false
    var endsWarmUp = false
    var ends = false
  }

  init(plan: ClearancePlan, keepsIntervals: Bool, number: Int) {
    horizon = plan.horizon ?? .never
    warmUp = plan.startingState?.at ?? plan.warmUp
    interval = plan.recordingInterval
    observationTimes = plan.observationTimes
    sampleTimes = number <= plan.sampledReplications ? plan.sampleTimes : []
    batchEnds = plan.batches?.ends ?? []
    nextInterval = keepsIntervals ? plan.recordingInterval : .never
    // The trucks of a state come before statistics begin, even at time zero.
    isWarm = plan.warmUp == .zero && plan.startingState == nil
    var longest: Int64 = 0
    for servers in plan.places.map(\.servers) + plan.teams.map(\.members) {
      guard case .shifts(let shifts, let period, _) = servers else { continue }
      longest = max(
        longest,
        (period ?? .zero).microseconds,
        shifts.map(\.from.microseconds).max() ?? 0
      )
    }
    // Who waits for a time of day is asked every day.
    if plan.steps.contains(where: { $0.kind == .wait }) {
      longest = max(longest, SimulatedTime.days(1).microseconds)
    }
    patience = SimulatedTime(microseconds: min(longest, .max / 2) * 2)
    next = earliest
  }

  private var earliest: SimulatedTime {
    var time = min(horizon, nextInterval)
    if !isWarm { time = min(time, warmUp) }
    if observed < observationTimes.count { time = min(time, observationTimes[observed]) }
    if sampled < sampleTimes.count { time = min(time, sampleTimes[sampled]) }
    if batchesEnded < batchEnds.count { time = min(time, batchEnds[batchesEnded]) }
    return time
  }

  /// Passes the next mark and says what is due at it; the end of the run is never passed.
  mutating func pass() -> Due {
    var due = Due()
    due.ends = next == horizon
    if next == nextInterval {
      due.closesInterval = true
      nextInterval = nextInterval + min(interval, .never - nextInterval)
    }
    if observed < observationTimes.count, next == observationTimes[observed] {
      due.observes = true
      observed += 1
    }
    if sampled < sampleTimes.count, next == sampleTimes[sampled] {
      due.samples = true
      sampled += 1
    }
    if batchesEnded < batchEnds.count, next == batchEnds[batchesEnded] {
      due.endsBatch = true
      batchesEnded += 1
    }
    if !isWarm, next == warmUp {
      due.endsWarmUp = true
      isWarm = true
    }
    if !due.ends { next = earliest }
    return due
  }
}
