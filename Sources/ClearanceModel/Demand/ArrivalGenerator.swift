import EventSimulation
import RandomVariates

/// The arrivals of one replication, batch after batch.
///
/// Pure in (plan, seed, replication): every draw is addressed by flow and by the number of the
/// convoy or truck.
public struct ArrivalGenerator: ~Copyable, Sendable {
  private let plan: ClearancePlan
  private let random: Philox4x32
  private let classShares: Slab<FlowPlan.ClassShare>
  private let classRows: Slab<ClassRow>
  /// The rate of each flow with Poisson arrivals; of the others one that is not used.
  private let rates: [CumulativeRate]
  private var flows: Slab<FlowCursor>
  /// The states of each flow whose rate changes at random.
  private var courses: [ModulatedRate.Course]
  private let tracedClasses: [[UInt8]]
  /// The flow of the next convoy, and the trucks of it still to come.
  private var current = 0
  private var remaining: UInt32 = 0

  /// The arrivals of a replication.
  public init(plan: ClearancePlan, seed: UInt64, replication: Int) {
    self.plan = plan
    random = Philox4x32(key: Philox4x32.key(seed: seed, replication: UInt64(replication)))
    var shares: [FlowPlan.ClassShare] = []
    var rows: [ClassRow] = []
    flows = Slab(minimumCapacity: plan.flows.count)
    for flow in plan.flows {
      let firstRow = rows.count
      for row in flow.classClock?.rows ?? [flow.classes] {
        rows.append(ClassRow(first: Int32(shares.count), count: Int32(row.count)))
        shares += row
      }
      flows.append(FlowCursor(flow, firstRow: firstRow))
    }
    classShares = Slab(shares)
    classRows = Slab(rows)
    rates = plan.flows.map { flow in
      guard case .poisson(let rate) = flow.arrivals else { return CumulativeRate(constant: 0) }
      return rate
    }
    courses = plan.flows.map { _ in ModulatedRate.Course() }
    tracedClasses = plan.flows.map { flow in
      guard case .traced(_, let classes) = flow.arrivals else { return [] }
      return classes
    }
    for index in 0..<flows.count { prepareConvoy(of: index) }
    chooseFlow()
  }

  /// Where one flow stands; plain data, so that a truck costs no reference counting.
  struct FlowCursor: BitwiseCopyable, Sendable {
    let drawWord: UInt32
    let atMost: UInt32
    /// The row of the class shares that holds, or the first row of the block that does.
    var firstRow: Int32
    /// The rows of a block.
    let rowCount: Int32
    /// How long a row holds [µs]; 0 where rows do not change.
    let rowStep: Int64
    /// Whether the shares of classes follow the clock at all.
    let hasClassClock: Bool
    /// When the next block of rows begins, and which it is.
    var nextBlock: SimulatedTime
    var block = 0
    /// Trucks that share their class.
    let lot: UInt32
    /// When the first truck of the last lot came.
    var lotTime = SimulatedTime.zero
    /// Trucks present at time zero that have not been sent yet.
    var presentAtStart: UInt32
    var convoys: UInt32 = 0
    var trucks: UInt32 = 0
    /// Time and size of the next convoy; size 0 when none follows.
    var time = SimulatedTime.never
    var size: UInt32 = 0
    /// The last point of the unit process, or of the renewal process [µs].
    var position = 0.0
    var cursor = CumulativeRate.Cursor()
    let isPoisson: Bool
    let hasBatches: Bool
    /// The trucks of a closed flow; 0 for any other.
    let population: UInt32
    /// Whether the class of each truck is given.
    let hasTracedClasses: Bool

    init(_ flow: FlowPlan, firstRow: Int) {
      drawWord = flow.drawWord
      atMost = flow.atMost
      self.firstRow = Int32(firstRow)
      let clock = flow.classClock
      hasClassClock = clock != nil
      rowCount = Int32(clock?.rowsPerBlock ?? 1)
      rowStep = clock?.step?.microseconds ?? 0
      nextBlock = clock.flatMap { $0.blocks.count > 1 ? $0.blocks[1] : nil } ?? .never
      lot = flow.lot
      presentAtStart = flow.presentAtStart
      hasBatches = flow.batchSampler != nil
      if case .poisson = flow.arrivals { isPoisson = true } else { isPoisson = false }
      population = flow.population
      if case .traced(_, let classes) = flow.arrivals {
        hasTracedClasses = !classes.isEmpty
      } else {
        hasTracedClasses = false
      }
    }
  }

  /// Where a row of class shares stands.
  struct ClassRow: BitwiseCopyable, Sendable {
    let first: Int32
    let count: Int32
  }

  /// Fills a batch with the next arrivals.
  public mutating func fill(_ batch: inout ArrivalBatch) {
    batch.arrivals.removeAll(keepingCapacity: true)
    while batch.arrivals.count < ArrivalBatch.capacity, remaining > 0 {
      flows[current].trucks += 1
      batch.arrivals.append(
        Arrival(
          time: flows[current].time,
          number: flows[current].trucks,
          flow: UInt16(current),
          classIndex: nextClass(of: current)
        )
      )
      remaining -= 1
      if remaining == 0 {
        prepareConvoy(of: current)
        chooseFlow()
      }
    }
    batch.isLast = remaining == 0
    if let state = plan.startingState { keepLater(state, &batch) }
  }

  /// Drops those who come before a state, or are there at time zero: the state says who is there.
  private func keepLater(_ state: StartingState, _ batch: inout ArrivalBatch) {
    batch.arrivals.removeAll { arrival in
      arrival.time < state.at || arrival.number <= plan.flows[Int(arrival.flow)].presentAtStart
    }
  }

  /// The earliest convoy is next; among those of one instant the first flow.
  private mutating func chooseFlow() {
    var earliest = SimulatedTime.never
    remaining = 0
    for index in 0..<flows.count where flows[index].size > 0 && flows[index].time < earliest {
      earliest = flows[index].time
      current = index
      remaining = flows[index].size
    }
    if let horizon = plan.horizon, earliest >= horizon { remaining = 0 }
  }

  /// Finds time and size of a flow's next convoy.
  private mutating func prepareConvoy(of index: Int) {
    // A flow is changed in its place: a copy of all it holds for each truck costs more than a draw.
    flows[index].size = 0
    guard flows[index].trucks < flows[index].atMost else { return }
    let left = flows[index].atMost - flows[index].trucks
    if flows[index].presentAtStart > 0 {
      flows[index].time = .zero
      flows[index].size = min(flows[index].presentAtStart, left)
      flows[index].presentAtStart = 0
    } else {
      flows[index].convoys += 1
      if let time = nextTime(of: index) {
        flows[index].time = time
        flows[index].size = min(convoySize(of: index), left)
      }
    }
  }

  private mutating func nextTime(of index: Int) -> SimulatedTime? {
    if flows[index].isPoisson {
      let position = nextPosition(of: index)
      let time = rates[index].time(of: position, cursor: &flows[index].cursor)
      return bounded(time ?? .infinity)
    }
    let convoy = Int(flows[index].convoys)
    switch plan.flows[index].arrivals {
    case .poisson:
      return nil
    case .waving(let rate):
      return bounded(rate.time(of: nextPosition(of: index)))
    case .modulated(let rate):
      let position = nextPosition(of: index)
      let word = flows[index].drawWord
      let time = rate.time(
        of: position,
        course: &courses[index],
        horizon: Double(plan.horizon?.microseconds ?? .max)
      ) { [random] visit in
        random.unit(at: DrawAddress(flow: word, truck: visit, step: DrawStep.state))
      }
      return bounded(time ?? .infinity)
    case .closed:
      // All of them at once; who begins anew comes from within.
      return convoy == 1 ? .zero : nil
    case .renewal(let sampler, let factor):
      let unit = unit(index, UInt32(convoy), DrawStep.arrival)
      let gap = plan.samplers.value(sampler, unit: unit, row: UInt64(convoy - 1))
      flows[index].position += gap / factor
      return bounded(flows[index].position)
    case .listed(let times), .traced(let times, _):
      return convoy <= times.count ? times[convoy - 1] : nil
    }
  }

  /// The next point of a flow's unit Poisson process.
  private mutating func nextPosition(of index: Int) -> Double {
    flows[index].position -= log1m(unit(index, flows[index].convoys, DrawStep.arrival))
    return flows[index].position
  }

  /// A time in microseconds, or nil beyond anything a run reaches.
  private func bounded(_ time: Double) -> SimulatedTime? {
    time < 9e18 ? SimulatedTime(rounding: time) : nil
  }

  private mutating func convoySize(of index: Int) -> UInt32 {
    if flows[index].population > 0 { return flows[index].population }
    guard flows[index].hasBatches, let sampler = plan.flows[index].batchSampler else { return 1 }
    let convoy = flows[index].convoys
    let unit = unit(index, convoy, DrawStep.batch)
    let size = plan.samplers.value(sampler, unit: unit, row: UInt64(convoy - 1)).rounded()
    return UInt32(max(1, min(size, 1e9)))
  }

  /// The class of the truck that was counted last in a flow.
  private mutating func nextClass(of index: Int) -> UInt8 {
    if flows[index].hasTracedClasses { return tracedClasses[index][Int(flows[index].convoys) - 1] }
    let row = classRows[classRow(of: index)]
    let first = Int(row.first)
    let last = first + Int(row.count) - 1
    guard first < last else { return classShares[first].classIndex }
    let lot = (flows[index].trucks - 1) / flows[index].lot + 1
    let unit = unit(index, lot, DrawStep.classShare)
    for share in first..<last where unit < classShares[share].below {
      return classShares[share].classIndex
    }
    return classShares[last].classIndex
  }

  /// The row of class shares for the truck that was counted last: that of its lot's first truck.
  private mutating func classRow(of index: Int) -> Int {
    guard flows[index].hasClassClock else { return Int(flows[index].firstRow) }
    if (flows[index].trucks - 1) % flows[index].lot == 0 {
      flows[index].lotTime = flows[index].time
      while flows[index].lotTime >= flows[index].nextBlock { beginBlock(of: index) }
    }
    guard flows[index].rowStep > 0 else { return Int(flows[index].firstRow) }
    let steps = flows[index].lotTime.microseconds / flows[index].rowStep
    return Int(flows[index].firstRow) + Int(steps % Int64(flows[index].rowCount))
  }

  /// Goes on to the next block of class shares.
  private mutating func beginBlock(of index: Int) {
    let blocks = plan.flows[index].classClock?.blocks ?? []
    flows[index].block += 1
    flows[index].firstRow += flows[index].rowCount
    let next = flows[index].block + 1
    flows[index].nextBlock = next < blocks.count ? blocks[next] : .never
  }

  @inline(__always)
  private mutating func unit(_ index: Int, _ number: UInt32, _ step: UInt32) -> Double {
    random.unit(at: DrawAddress(flow: flows[index].drawWord, truck: number, step: step))
  }
}
