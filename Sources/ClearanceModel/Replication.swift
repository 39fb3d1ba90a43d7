import ClearanceRecords
import EventSimulation
import OutputAnalysis

/// One replication: the network, its calendar, and the marks that time passes.
///
/// Time marks (end of warm-up, recording intervals, instants of observation, end of the run) are
/// no events: they fall between events, before everything that happens at their instant.
public struct Replication: ~Copyable, Sendable {
  /// Why ``advance(through:from:atMost:)`` has returned.
  public enum Pause: Sendable {
    /// The arrivals of the batch are used up.
    case needsArrivals
    /// The rows must be handed over.
    case rowsAreFull
    /// So many events have happened that others should have their turn.
    case tookItsTurn
    /// The run is over.
    case ended
  }

  var simulation: Simulation<ClearanceNetwork>
  let plan: ClearancePlan
  let number: Int
  var marks: TimeMarks
  var intervalBases: [IntervalBase]
  var intervalStart = SimulatedTime.zero
  var scratch: [Int64] = []
  /// The measures of the batches that are over, and when the present one began.
  var batches: [MeasureValues] = []
  var batchStart: SimulatedTime
  var isStuck = false
  /// Whether the trucks of the plan's state are still to come to their places.
  var isAwaitingState: Bool
  /// What could not be done of the state; the replication has ended then, and is worth nothing.
  public internal(set) var placementFaults: [PlacementFault] = []
  /// When the run ended, and how many truck slots have been listed as unfinished.
  var endedAt: SimulatedTime?
  var listedSlots = 0
  var paperRows = PaperRowsAtEnd()

  /// A replication at time zero.
  public init(plan: ClearancePlan, seed: UInt64, number: Int, recording: RecordingLevel) {
    self.plan = plan
    self.number = number
    isAwaitingState = plan.startingState != nil
    marks = TimeMarks(plan: plan, keepsIntervals: recording >= .intervals, number: number)
    batchStart = plan.warmUp
    intervalBases = plan.places.map { _ in IntervalBase() }
    simulation = Simulation(
      ClearanceNetwork(plan: plan, seed: seed, replication: number, recording: recording)
    )
    simulation.model.start(on: &simulation.calendar)
  }

  /// The clock.
  public var now: SimulatedTime { simulation.calendar.now }

  /// Model events so far.
  public var events: UInt64 { simulation.model.fingerprint.count }

  /// Exchanges the recorded rows for an empty batch with room.
  public mutating func exchangeRows(_ spare: inout RecordBatch) {
    simulation.model.recorder.exchange(&spare)
  }

  /// Runs on with the arrivals of a batch.
  ///
  /// - Parameters:
  ///   - batch: arrivals in the order in which they happen.
  ///   - position: the first arrival not yet taken; moved on.
  ///   - maximum: events after which to pause; some more may happen.
  /// - Returns: why it paused.
  public mutating func advance(
    through batch: ArrivalBatch,
    from position: inout Int,
    atMost maximum: Int
  ) -> Pause {
    if endedAt != nil { return listUnfinished() }
    var budget = maximum
    while true {
      if simulation.model.mustPause {
        return simulation.model.recorder.isFull ? .rowsAreFull : end(at: now)
      }
      if budget <= 0 { return .tookItsTurn }
      let hasArrival = position < batch.arrivals.count
      if !hasArrival, !batch.isLast { return .needsArrivals }
      let arrival = hasArrival ? batch.arrivals[position].time : .never
      let runsDry = plan.horizon == nil && !hasArrival
      if runsDry, hasRunDry { return end(at: now) }
      if marks.next <= arrival {
        runEvents(before: .start(of: marks.next), budget: &budget, untilDry: runsDry)
        guard budget > 0, !simulation.model.mustPause else { continue }
        if runsDry, hasRunDry { continue }
        if takeMark() { return end(at: marks.next) }
      } else {
        let limit = EventKey.start(of: .arrival, at: arrival)
        runEvents(before: limit, budget: &budget, untilDry: false)
        guard budget > 0, !simulation.model.mustPause else { continue }
        simulation.calendar.advance(to: arrival)
        simulation.model.arrive(batch.arrivals[position], on: &simulation.calendar)
        position += 1
        budget -= 1
      }
    }
  }

  /// Runs the events before a key until the budget, the room for rows, or the trucks are used up.
  private mutating func runEvents(before limit: EventKey, budget: inout Int, untilDry: Bool) {
    while budget > 0, simulation.step(before: limit) {
      budget -= 1
      if simulation.model.mustPause || (untilDry && hasRunDry) { return }
    }
  }

  /// Whether a run until empty is over: nobody is inside, or nobody inside can ever go on.
  private var hasRunDry: Bool {
    mutating get {
      if isAwaitingState { return false }
      if simulation.model.statistics.zonePresent.level == 0,
        simulation.model.companionsInside == 0, simulation.model.announced == 0
      {
        return true
      }
      // Only changes of servers are pending, and they have come round without helping anybody.
      let changes = simulation.model.pendingShifts + simulation.model.pendingRepairs
      guard simulation.calendar.count == changes else { return false }
      let idle = simulation.calendar.now - simulation.model.lastTruckEvent
      isStuck = changes == 0 || idle > marks.patience
      if isStuck, simulation.model.pendingRepairs > 0 {
        isStuck = !simulation.model.repairsMayHelp()
      }
      return isStuck
    }
  }
}
