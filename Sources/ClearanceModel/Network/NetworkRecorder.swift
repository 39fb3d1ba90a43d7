import ClearanceRecords
import EventSimulation

/// The rows that a replication leaves behind, as far as the recording level asks for them.
struct NetworkRecorder {
  let keepsIntervals: Bool
  /// Whether waits are kept one by one: for the rows of intervals, or by clock hour.
  let keepsWaits: Bool
  let keepsPassages: Bool
  let keepsSteps: Bool
  private let places: [PlacePlan]
  /// The places whose waits are noted by clock hour.
  let hourlyPlaces: [Int]

  /// The rows since the last handing over.
  private(set) var batch: RecordBatch
  private var bytes = 0
  /// Waits of the visits that ended in the present interval, by place with servers.
  var intervalWaits: [[Int64]]
  /// When the truck in each slot was cleared; only with passages.
  private var clearedAt: [SimulatedTime] = []

  init(plan: ClearancePlan, level: RecordingLevel, replication: Int) {
    keepsIntervals = level >= .intervals
    keepsWaits = level >= .intervals || !plan.hourlyPlaces.isEmpty
    hourlyPlaces = plan.hourlyPlaces
    keepsPassages = level >= .passages
    keepsSteps = level >= .steps
    places = plan.places
    batch = RecordBatch(replication: replication)
    intervalWaits = plan.places.map { _ in [] }
  }

  /// Whether the batch must be handed over before more rows come.
  ///
  /// Below the capacity by what one event or interval may add.
  var isFull: Bool { bytes > RecordBatch.capacity * 3 / 4 }

  /// Hands the rows over and goes on with an empty batch.
  mutating func exchange(_ spare: inout RecordBatch) {
    swap(&batch, &spare)
    batch.replication = spare.replication
    batch.removeAll()
    bytes = 0
  }

  /// Adds a row for a visit; `endedAt` and `leftAt` are `never` where that is still to come.
  mutating func passed(
    _ truck: Truck,
    station: Int,
    place: Int,
    _ outcome: Outcome,
    joinedAt: SimulatedTime,
    startedAt: SimulatedTime,
    endedAt: SimulatedTime,
    leftAt: SimulatedTime
  ) {
    batch.passages.append(
      PassageRow(
        truck: truck.number,
        flow: truck.flow,
        classIndex: UInt16(truck.classIndex),
        place: UInt16(station),
        lane: place == station ? noPlace : UInt16(place),
        outcome: outcome,
        arrivedAt: joinedAt,
        startedAt: startedAt,
        endedAt: endedAt,
        leftAt: leftAt
      )
    )
    bytes += MemoryLayout<PassageRow>.stride
  }

  /// A truck was turned away by a station, or did not join the queue of a lane.
  mutating func refused(
    _ truck: Truck,
    station: Int,
    lane: UInt16 = noPlace,
    at now: SimulatedTime
  ) {
    guard keepsPassages else { return }
    batch.passages.append(
      PassageRow(
        truck: truck.number,
        flow: truck.flow,
        classIndex: UInt16(truck.classIndex),
        place: UInt16(station),
        lane: lane,
        outcome: .turnedAway,
        arrivedAt: now,
        startedAt: .never,
        endedAt: .never,
        leftAt: now
      )
    )
    bytes += MemoryLayout<PassageRow>.stride
  }

  /// A truck was turned away by the full system.
  mutating func turnedAway(_ arrival: Arrival) {
    guard keepsPassages else { return }
    batch.trucks.append(
      TruckRow(
        number: arrival.number,
        flow: arrival.flow,
        classIndex: UInt16(arrival.classIndex),
        outcome: .turnedAway,
        arrivedAt: arrival.time,
        clearedAt: .never,
        leftAt: arrival.time
      )
    )
    bytes += MemoryLayout<TruckRow>.stride
  }

  /// The truck in a slot is cleared.
  mutating func cleared(slot: Int, at now: SimulatedTime) {
    guard keepsPassages else { return }
    while clearedAt.count <= slot { clearedAt.append(.never) }
    clearedAt[slot] = now
  }

  /// A truck has left, or the run has ended with it inside; `leftAt` is `never` then.
  ///
  /// `began` is when it came; nil where it was only announced.
  mutating func left(
    _ truck: Truck,
    slot: Int,
    _ outcome: Outcome,
    began: SimulatedTime?,
    at leftAt: SimulatedTime
  ) {
    guard keepsPassages else { return }
    let isCleared = truck.flags & TruckFlag.isCleared != 0
    batch.trucks.append(
      TruckRow(
        number: truck.number,
        flow: truck.flow,
        classIndex: UInt16(truck.classIndex),
        outcome: outcome,
        arrivedAt: truck.arrivedAt,
        clearedAt: isCleared ? clearedAt[slot] : .never,
        leftAt: leftAt,
        cameAt: began ?? .never
      )
    )
    bytes += MemoryLayout<TruckRow>.stride
  }

  /// A truck has done a step, or the run has ended in the middle of it.
  mutating func stepped(
    _ truck: Truck,
    _ step: StepPlan,
    from start: SimulatedTime,
    to end: SimulatedTime
  ) {
    let place: UInt16
    switch step.kind {
    case .serve: place = truck.place
    case .seize, .release: place = step.place
    default: place = noPlace
    }
    batch.steps.append(
      StepRow(
        truck: truck.number,
        flow: truck.flow,
        step: step.name,
        place: place,
        startedAt: start,
        endedAt: end
      )
    )
    bytes += MemoryLayout<StepRow>.stride
  }

  /// A document has come into a state.
  mutating func changed(
    _ truck: Truck,
    companion: UInt32,
    document: UInt16,
    state: UInt16,
    at now: SimulatedTime
  ) {
    batch.transitions.append(
      TransitionRow(
        truck: truck.number,
        flow: truck.flow,
        classIndex: UInt16(truck.classIndex),
        companion: companion,
        document: document,
        state: state,
        at: now
      )
    )
    bytes += MemoryLayout<TransitionRow>.stride
  }

  /// What a truck or companion carried at its end.
  mutating func carried(_ truck: Truck, attribute: Int, companion: UInt32, value: Double) {
    batch.attributes.append(
      AttributeRow(
        truck: truck.number,
        flow: truck.flow,
        attribute: UInt16(attribute),
        companion: companion,
        value: value
      )
    )
    bytes += MemoryLayout<AttributeRow>.stride
  }

  /// A truck has added something to a pile; `closing` is `UInt32.max` when none follows.
  mutating func gathered(
    _ truck: Truck,
    collection: Int,
    pile: Int,
    closing: UInt32,
    at now: SimulatedTime
  ) {
    batch.gathered.append(
      GatheredRow(
        truck: truck.number,
        flow: truck.flow,
        classIndex: UInt16(truck.classIndex),
        collection: UInt16(collection),
        pile: UInt32(pile),
        closing: closing,
        at: now
      )
    )
    bytes += MemoryLayout<GatheredRow>.stride
  }

  /// A companion has come to its end; `never` for one that is still under way.
  mutating func ended(_ companion: Companion, of truck: Truck, endedAt: SimulatedTime) {
    batch.companions.append(
      CompanionRow(
        number: companion.number,
        parent: companion.parent,
        truck: truck.number,
        flow: truck.flow,
        classIndex: UInt16(truck.classIndex),
        firstStep: companion.firstStep,
        collection: companion.collection,
        pile: companion.pile,
        closing: companion.closing,
        gathered: companion.gathered,
        startedAt: companion.startedAt,
        endedAt: endedAt
      )
    )
    bytes += MemoryLayout<CompanionRow>.stride
  }

  /// Takes all rows of consignments.
  mutating func take(_ rows: inout [ConsignmentRow]) {
    batch.consignments.append(contentsOf: rows)
    bytes += rows.count * MemoryLayout<ConsignmentRow>.stride
    rows.removeAll(keepingCapacity: true)
  }

  /// Takes all rows of levels of papers.
  mutating func take(_ rows: inout [PaperLevelRow]) {
    batch.paperLevels.append(contentsOf: rows)
    bytes += rows.count * MemoryLayout<PaperLevelRow>.stride
    rows.removeAll(keepingCapacity: true)
  }

  /// Takes rows of the end of a run as long as there is room; what is left stays.
  mutating func take(_ rows: inout PaperRowsAtEnd) {
    while !isFull, let row = rows.consignments.popLast() {
      batch.consignments.append(row)
      bytes += MemoryLayout<ConsignmentRow>.stride
    }
    while !isFull, let row = rows.balances.popLast() {
      batch.balances.append(row)
      bytes += MemoryLayout<BalanceRow>.stride
    }
    while !isFull, let row = rows.months.popLast() {
      batch.months.append(row)
      bytes += MemoryLayout<MonthRow>.stride
    }
  }

  /// Adds the row of a visit.
  mutating func append(_ row: PassageRow) {
    batch.passages.append(row)
    bytes += MemoryLayout<PassageRow>.stride
  }

  /// Adds the row of one place for an interval that is over.
  mutating func append(_ row: IntervalRow) {
    batch.intervals.append(row)
    bytes += MemoryLayout<IntervalRow>.stride
  }
}
