import ClearanceRecords
import EventSimulation
import OutputAnalysis
import RandomVariates

/// The stations, lanes and trucks of one replication: the state that events change.
///
/// Order within an event: a truck whose service ends first claims its next place, then the
/// servers that became free take their next trucks, then the truck goes on, without an event,
/// until it must wait. Trucks that were given a seized place in the meantime go on after it, in
/// the order in which they were given it.
struct ClearanceNetwork: ~Copyable, SimulationModel {
  /// What is put on the calendar.
  enum Event: BitwiseCopyable {
    case serviceEnd(truck: UInt32)
    case delayEnd(truck: UInt32)
    case shift(place: UInt16)
  }

  typealias Calendar = EventCalendar<Event>

  // The plan, in arrays that the loop reads without reference counting.
  let plan: ClearancePlan
  let random: Philox4x32
  let samplers: SamplerTable
  let steps: Slab<StepPlan>
  let branches: Slab<BranchPlan>
  let terms: Slab<ConditionTerm>
  let classCount: Int
  let flows: Slab<FlowConstants>
  let placeHashes: Slab<UInt64>
  let pickStep = DrawStep.pick
  let peakHour: Int64
  let systemCapacity: Int64

  // State.
  var trucks = Slab<Truck>(minimumCapacity: 256)
  var freeTruck = nobody
  var holdings = Slab<Holding>(minimumCapacity: 16)
  var freeHolding = nobody
  var places: Slab<PlaceState>
  /// Heads and tails of the class queues of places with priority.
  var priorityQueues: Slab<ClassQueue>
  var randomQueues: [[UInt32]]
  var shifts: [ShiftCursor]
  /// Who is in service where a closing may send trucks back, by start of service.
  var inService: [[Serving]]
  /// Places with a server that became free in this instant.
  var freed = WaitingLine<UInt16>()
  /// Trucks that were given what they wanted to seize.
  var ready = WaitingLine<UInt32>()

  /// Openings and closings on the calendar.
  var pendingShifts = 0
  /// When a truck last came, got or left a server, or ended a delay.
  var lastTruckEvent = SimulatedTime.zero

  // Output.
  var fingerprint = Fingerprint()
  var statistics: NetworkStatistics
  var recorder: NetworkRecorder

  /// What the loop needs of a flow.
  struct FlowConstants: BitwiseCopyable {
    let hash: UInt64
    let firstStep: UInt16
    let clearsByMark: Bool

    init(_ flow: FlowPlan) {
      hash = flow.hash
      firstStep = flow.firstStep
      clearsByMark = flow.clearsByMark
    }
  }

  struct ClassQueue: BitwiseCopyable {
    var head = nobody
    var tail = nobody
  }

  struct Serving {
    var truck: UInt32
    var end: SimulatedTime
    var handle: EventHandle
  }

  init(
    plan: ClearancePlan,
    seed: UInt64,
    replication: Int,
    recording: RecordingLevel
  ) {
    self.plan = plan
    random = Philox4x32(key: Philox4x32.key(seed: seed, replication: UInt64(replication)))
    samplers = plan.samplers
    steps = Slab(plan.steps)
    branches = Slab(plan.branches)
    terms = Slab(plan.terms)
    classCount = plan.classes.count
    flows = Slab(plan.flows.map(FlowConstants.init))
    placeHashes = Slab(plan.places.map(\.hash))
    peakHour = Int64(plan.peakHour ?? -1)
    systemCapacity = Int64(plan.systemCapacity ?? .max)
    places = Slab(minimumCapacity: plan.places.count)
    priorityQueues = Slab()
    randomQueues = plan.places.map { _ in [] }
    inService = plan.places.map { _ in [] }
    shifts = plan.places.map { ShiftCursor($0.servers) }
    statistics = NetworkStatistics(plan: plan)
    recorder = NetworkRecorder(plan: plan, level: recording, replication: replication)
    for index in plan.places.indices { addPlace(index) }
  }

  private mutating func addPlace(_ index: Int) {
    let place = plan.places[index]
    var state = PlaceState(
      station: UInt16(place.station ?? index),
      isLane: place.station != nil,
      discipline: place.discipline
    )
    state.capacity = Int32(clamping: place.capacity ?? Int(Int32.max))
    state.firstLane = UInt16(place.lanes.lowerBound)
    state.laneCount = UInt16(place.lanes.count)
    if place.discipline == .priority {
      state.priorityBase = UInt32(priorityQueues.count)
      for _ in 0..<classCount { priorityQueues.append(ClassQueue()) }
    }
    switch place.servers {
    case .unlimited: break
    case .fixed(let count): state.open = place.hasServers ? Int32(clamping: count) : 0
    case .shifts(let shifts, _, let rule):
      state.open = Int32(clamping: shifts[0].count)
      state.returnsToQueue = rule == .returnToQueue
    }
    if plan.isUnlimited(index) { state.open = .max }
    let open = state.open == .max ? 0 : Int64(state.open)
    state.openServers = LevelTally(level: open)
    places.append(state)
    if let station = place.station { places[station].openServers.change(by: open, at: 0) }
  }

  /// Puts the first events on the calendar, by name of place.
  mutating func start(on calendar: inout Calendar) {
    let order = plan.places.indices.sorted { plan.places[$0].name < plan.places[$1].name }
    for index in order { postShift(of: index, on: &calendar) }
  }

  mutating func handle(_ event: Event, on calendar: inout Calendar) {
    switch event {
    case .serviceEnd(let truck): serviceEnded(Int(truck), on: &calendar)
    case .delayEnd(let truck): delayEnded(Int(truck), on: &calendar)
    case .shift(let place): shiftChanged(Int(place), on: &calendar)
    }
  }

  /// Takes an event into the fingerprint.
  @inline(__always)
  mutating func note(_ kind: EventKind, truck: Int, place: UInt64, at now: SimulatedTime) {
    let entity = flows[Int(trucks[truck].flow)].hash &+ UInt64(trucks[truck].number)
    fingerprint.combine(time: now, kind: kind.rawValue, entity: entity, place: place)
    lastTruckEvent = now
  }
}

/// The kinds of model events, as the fingerprint sees them.
enum EventKind: UInt8 {
  case arrival = 1
  case serviceEnd = 2
  case delayEnd = 3
  case opening = 4
  case closing = 5
}
