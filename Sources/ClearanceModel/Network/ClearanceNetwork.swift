import ClearanceRecords
import EventSimulation
import OutputAnalysis
import RandomVariates

/// The stations, lanes and trucks of one replication: the state that events change.
///
/// Order within an event: a truck whose service ends first claims its next place, then the
/// servers that became free take their next trucks, then the truck goes on, without an event,
/// until it must wait. Those who were served together claim their next places in the order in which
/// they stood, and go on in that order. Trucks that were given a seized place in the meantime go on
/// after them, in the order in which they were given it. Whenever all that is free has been taken,
/// trucks go over to shorter lanes.
struct ClearanceNetwork: ~Copyable, SimulationModel {
  /// What is put on the calendar.
  enum Event: BitwiseCopyable {
    case serviceEnd(truck: UInt32)
    case delayEnd(truck: UInt32)
    case shift(place: UInt16)
    case teamShift(team: UInt16)
    case closing(collection: UInt16)
    case failure(server: UInt32)
    case repair(server: UInt32)
    case expiry(truck: UInt32)
    case alarm
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
  let failureStep = DrawStep.failure
  let repairStep = DrawStep.repair
  let systemCapacity: Int64

  // What trucks carry: numbers of attributes, their draws, expressions, documents.
  let attributeCount: Int
  let flowsGiveAll: Bool
  let operations: Slab<Operation>
  let expressions: Slab<ExpressionPlan>
  let flowAttributes: Slab<FlowAttribute>
  let flowAttributeRows: Slab<FlowAttributeRow>
  let flowAttributeShares: Slab<FlowAttributePlan.Share>
  let masks: Slab<WordMask>
  /// Whether a place takes a class, by place and class.
  let laneClasses: Slab<Bool>
  /// Expressions of all places by property.
  let placeProperties: Slab<UInt16>
  let propertyCount: Int
  /// For each attribute where its states begin in `followingStates`, or `noDocument`.
  let documents: Slab<UInt32>
  /// For each state of each document the states that may follow, as bits.
  let followingStates: Slab<UInt64>
  let lengthAttribute: UInt16
  let workingDays: WorkingDays
  let counterCount: Int
  let amountCount: Int
  let sharedCount: Int
  let stageCount: Int
  /// Whether trucks wait with patience somewhere, and whether some go on after giving up.
  let hasPatience: Bool
  let tracksGivenUp: Bool
  /// Whether trucks are announced before they come, and whether they have papers.
  let startsClocks: Bool
  let hasPapers: Bool
  let paperSteps: Slab<PaperStepPlan>
  /// For each word that names a firm its index among the papers.
  let firmsOfWords: Slab<UInt16>

  // State.
  var trucks = Slab<Truck>(minimumCapacity: 256)
  var freeTruck = nobody
  var holdings = Slab<Holding>(minimumCapacity: 16)
  var freeHolding = nobody
  var places: Slab<PlaceState>
  /// Heads and tails of the class queues of places with priority.
  var priorityQueues: Slab<ClassQueue>
  var randomQueues: [[UInt32]]
  var jobQueues: [JobQueue]
  /// Who stands before each truck in its queue, by slot; only where trucks change lanes
  /// or wait with patience.
  var previous = Slab<UInt32>()
  /// Stations whose lanes may have become uneven in this instant, and the numbers waiting by lane
  /// and class; only where trucks change lanes.
  var uneven = WaitingLine<UInt16>()
  var waitingByClass: Slab<Int32>
  var shifts: [ShiftCursor]
  /// Teams, the stations of each, and the teams of each place; empty without teams.
  var teams = Slab<TeamState>()
  var teamStations = Slab<UInt16>()
  var teamsOfPlaces = Slab<UInt16>()
  var teamShifts: [ShiftCursor]
  /// The team whose member serves a truck, by slot; only where teams serve.
  var members = Slab<UInt16>()
  /// Who is in service where that can be interrupted, by start of service.
  var inService: [[Serving]]
  /// Places with a server that became free in this instant.
  var freed = WaitingLine<UInt16>()
  /// Who waits for room where a full station blocks upstream, by place; empty without such a one.
  var blocking: Slab<BlockingState>
  /// Stations where a place fell free that somebody is blocked for.
  var opened = WaitingLine<UInt16>()
  /// Trucks that have claimed the place of their step and go there.
  var entering = WaitingLine<UInt32>()
  /// The station that a truck is leaving, while it looks for its next place.
  var leaving = noPlace
  /// Stations whose trucks block each other for ever; empty as long as there are none.
  var deadlock: [Int] = []
  /// The servers of places where they fail.
  var servers = Slab<ServerState>()
  /// Trucks that were given what they wanted to seize.
  var ready = WaitingLine<UInt32>()

  /// Attributes by slot and index.
  var attributes: Slab<Double>
  /// The instant of the event or arrival that is being handled, for expressions.
  var instant = SimulatedTime.zero
  /// Numbers of the expression that is being evaluated.
  ///
  /// Each expression, and the property within it, leaves its first number's place unused.
  var stack = Slab<Double>(repeating: 0, count: ExpressionPlan.stackLimit + 1)
  /// Companions by slot; slots of trucks are not used.
  var companions = Slab<Companion>()
  /// Companions that begin in this instant.
  var born = WaitingLine<UInt32>()
  /// Trucks of closed flows that begin anew in this instant.
  var returning = WaitingLine<Arrival>()
  /// The last number given in each closed flow.
  var lastNumbers: Slab<UInt32>
  /// When the first truck of the last lot of each flow came.
  var lotTimes: Slab<SimulatedTime>
  var companionsStarted: UInt32 = 0
  var companionsInside = 0
  var stageClocks = Slab<StageClock>()
  /// Time at each stage so far, by slot and stage [µs].
  var stageTimes = Slab<Int64>()
  var roads = Slab<RoadState>()
  var collections: Slab<CollectionState>
  let collectionKeys: Slab<CollectionKey>
  var piles: Slab<Pile>
  /// Attributes of the first truck of each pile, then those of the piles that are cut.
  var pileAttributes: Slab<Double>

  /// When patience ends; by slot, only where trucks wait with patience.
  var expiries = Slab<EventHandle?>()
  /// See ``GivenUp``; by slot, only where trucks go on after giving up.
  var givenUp = Slab<UInt8>()

  /// Who waits for a condition; see ``stand(_:_:on:)``.
  var waiting = WaitingTrucks()
  /// Those of its lines where something has changed that somebody may wait for.
  var changedLines = Slab<UInt32>()
  /// Since when trucks are here and not only announced, by slot; only where they are announced.
  var clocks = Slab<SimulatedTime>()
  /// Account books, guarantees and consignments; empty where nobody has papers.
  var register: PaperRegister
  /// The papers of trucks and companions, by slot; empty where nobody has any.
  var truckPapers = Slab<TruckPapers>()
  var lotPapers = Slab<LotPapers>()
  /// Slots that keep what a firm's companions of piles carry, by collection and firm.
  var templates = Slab<UInt32>()
  /// Families with their shared attributes, and the family of each slot; empty where nothing is
  /// shared.
  var families = Slab<Family>()
  var freeFamily = nobody
  var sharedValues = Slab<Double>()
  var familyOf = Slab<UInt32>()
  var lotFamilies: Slab<LotFamily>
  /// Trucks that are announced and not here.
  var announced: Int64 = 0

  /// Systems that may be out, their queues one after the other, and how many have come back and are
  /// not got over.
  var outages = Slab<OutageState>()
  var outageQueues = Slab<UInt16>()
  var recovering = 0

  /// Openings, closings, dates of collections, alarms, and failures that come at any time, on the
  /// calendar.
  var pendingShifts = 0
  /// Repairs on the calendar.
  var pendingRepairs = 0
  /// When a truck last came, got or left a server, or ended a delay.
  var lastTruckEvent = SimulatedTime.zero

  // Output.
  var fingerprint = Fingerprint()
  var statistics: NetworkStatistics
  var recorder: NetworkRecorder

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
    var firstAttribute = 0
    let flowsWithStages = plan.flowsWithStages
    let flowsAnnounced = plan.flowsAnnounced
    flows = Slab(
      plan.flows.enumerated().map { index, flow in
        defer { firstAttribute += flow.attributes.count }
        return FlowConstants(
          flow,
          firstAttribute: firstAttribute,
          hasStages: flowsWithStages[index],
          isAnnounced: flowsAnnounced[index]
        )
      }
    )
    lastNumbers = Slab(plan.flows.map(\.population))
    lotTimes = Slab(repeating: .zero, count: plan.flows.count)
    placeHashes = Slab(plan.places.map(\.hash))
    systemCapacity = Int64(plan.systemCapacity ?? .max)
    let carried = CarriedTables(plan)
    attributeCount = plan.attributes.count
    flowsGiveAll = plan.flowsGiveAll
    operations = Slab(plan.operations)
    expressions = Slab(plan.expressions)
    flowAttributes = Slab(carried.flowAttributes)
    flowAttributeRows = Slab(carried.rows)
    flowAttributeShares = Slab(carried.shares)
    masks = Slab(plan.places.flatMap(\.takesWords) + plan.places.compactMap(\.goesFirst))
    laneClasses = Slab(carried.laneClasses)
    propertyCount = plan.properties.count
    placeProperties = Slab(carried.properties)
    documents = Slab(carried.documents)
    followingStates = Slab(carried.followingStates)
    lengthAttribute = UInt16(clamping: plan.lengthAttribute ?? Int(StepPlan.none))
    workingDays = plan.workingDays ?? .weekdays()
    counterCount = plan.counters.count
    amountCount = plan.amounts.count
    sharedCount = plan.sharedAttributes.count
    lotFamilies = Slab(
      repeating: LotFamily(),
      count: plan.sharedAttributes.isEmpty ? 0 : plan.flows.count
    )
    stageCount = plan.stages.count
    hasPatience = plan.steps.contains { $0.patience != StepPlan.none }
    tracksGivenUp = plan.steps.contains { $0.onLeaving != StepPlan.none || $0.kind == .fork }
    startsClocks = plan.steps.contains { $0.kind == .startClock }
    hasPapers = plan.papers != nil
    paperSteps = Slab(plan.paperSteps)
    firmsOfWords = Slab(plan.firmsOfWords)
    register = PaperRegister(plan: plan.papers ?? .none)
    attributes = Slab(minimumCapacity: 256 * max(1, attributeCount))
    collections = Slab(carried.collections)
    collectionKeys = Slab(carried.collectionKeys)
    piles = Slab(repeating: Pile(), count: carried.pileCount)
    pileAttributes = Slab(repeating: 0, count: 2 * carried.pileCount * attributeCount)
    places = Slab(minimumCapacity: plan.places.count)
    priorityQueues = Slab()
    randomQueues = plan.places.map { _ in [] }
    jobQueues = plan.places.map { _ in JobQueue() }
    let jockeys = plan.places.contains(where: \.jockeys)
    waitingByClass = Slab(repeating: 0, count: jockeys ? plan.places.count * classCount : 0)
    inService = plan.places.map { _ in [] }
    shifts = plan.places.map { ShiftCursor($0.servers) }
    teamShifts = plan.teams.map { ShiftCursor($0.members) }
    statistics = NetworkStatistics(plan: plan)
    recorder = NetworkRecorder(plan: plan, level: recording, replication: replication)
    register.keepsConsignments = recording >= .passages
    register.keepsLevels = recording >= .intervals
    let mayBeBlocked = plan.placesThatMayBeBlocked
    let blocks = mayBeBlocked != nil
    blocking = Slab(repeating: BlockingState(), count: blocks ? plan.places.count : 0)
    for index in plan.places.indices {
      addPlace(index, mayBeBlocked: mayBeBlocked?[index] ?? false)
    }
    if !plan.teams.isEmpty { addTeams() }
    for outage in plan.outages { addOutage(outage) }
    if plan.steps.contains(where: { $0.kind == .wait }) {
      let count = plan.places.count + 1 + register.firmCount
      waiting.lines = Slab(repeating: WatchLine(), count: count)
    }
  }

  /// Puts the first events on the calendar, by `stream` of the place, else by its name.
  mutating func start(on calendar: inout Calendar) {
    let order = plan.places.indices.sorted {
      plan.places[$0].identity < plan.places[$1].identity
    }
    for index in order { postShift(of: index, on: &calendar) }
    for index in order { startAging(at: index, on: &calendar) }
    let teamNames = plan.teams.map(\.name)
    for index in teamNames.indices.sorted(by: { teamNames[$0] < teamNames[$1] }) {
      postShift(ofTeam: index, on: &calendar)
    }
    let names = plan.collections.map(\.name)
    for index in names.indices.sorted(by: { names[$0] < names[$1] }) {
      postClosing(of: index, on: &calendar)
    }
  }

  mutating func handle(_ event: Event, on calendar: inout Calendar) {
    instant = calendar.now
    switch event {
    case .serviceEnd(let truck): serviceEnded(Int(truck), on: &calendar)
    case .delayEnd(let truck): delayEnded(Int(truck), on: &calendar)
    case .shift(let place): shiftChanged(Int(place), on: &calendar)
    case .teamShift(let team): shiftChanged(ofTeam: Int(team), on: &calendar)
    case .closing(let collection): closingCame(Int(collection), on: &calendar)
    case .failure(let server): failed(Int(server), on: &calendar)
    case .repair(let server): repaired(Int(server), on: &calendar)
    case .expiry(let truck): patienceEnded(Int(truck), on: &calendar)
    case .alarm: alarmRang(on: &calendar)
    }
    if recovering > 0 { noteRecovery(at: calendar.now) }
  }

  /// Whether no event may follow before the rows are handed over, or at all.
  var mustPause: Bool { recorder.isFull || !deadlock.isEmpty }

  /// Takes an event into the fingerprint.
  @inline(__always)
  mutating func note(_ kind: EventKind, truck: Int, place: UInt64, at now: SimulatedTime) {
    let entity = flows[Int(trucks[truck].flow)].hash &+ UInt64(trucks[truck].number)
    fingerprint.combine(time: now, kind: kind.rawValue, entity: entity, place: place)
    lastTruckEvent = now
  }
}
