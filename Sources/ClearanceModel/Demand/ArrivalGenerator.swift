import EventSimulation
import RandomVariates

/// The arrivals of one replication, batch after batch.
///
/// Pure in (plan, seed, replication): every draw is addressed by flow and by the number of the
/// convoy or truck.
public struct ArrivalGenerator: ~Copyable, Sendable {
  private let plan: ClearancePlan
  private let random: Philox4x32
  private let classShares: [FlowPlan.ClassShare]
  /// The rate of each flow with Poisson arrivals; of the others one that is not used.
  private let rates: [CumulativeRate]
  private var flows: [FlowCursor]
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
    flows = plan.flows.map { flow in
      shares += flow.classes
      return FlowCursor(flow, classes: shares.count - flow.classes.count..<shares.count)
    }
    classShares = shares
    rates = plan.flows.map { flow in
      guard case .poisson(let rate) = flow.arrivals else { return CumulativeRate(constant: 0) }
      return rate
    }
    courses = plan.flows.map { _ in ModulatedRate.Course() }
    tracedClasses = plan.flows.map { flow in
      guard case .traced(_, let classes) = flow.arrivals else { return [] }
      return classes
    }
    for index in flows.indices { prepareConvoy(of: index) }
    chooseFlow()
  }

  /// Where one flow stands; plain data, so that a truck costs no reference counting.
  private struct FlowCursor: BitwiseCopyable {
    let drawWord: UInt32
    let atMost: UInt32
    let firstClass: Int32
    let classCount: Int32
    /// Trucks that share their class.
    let lot: UInt32
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

    init(_ flow: FlowPlan, classes: Range<Int>) {
      drawWord = flow.drawWord
      atMost = flow.atMost
      firstClass = Int32(classes.lowerBound)
      classCount = Int32(classes.count)
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

  /// Fills a batch with the next arrivals.
  public mutating func fill(_ batch: inout ArrivalBatch) {
    batch.arrivals.removeAll(keepingCapacity: true)
    while batch.arrivals.count < ArrivalBatch.capacity, remaining > 0 {
      flows[current].trucks += 1
      let flow = flows[current]
      batch.arrivals.append(
        Arrival(
          time: flow.time,
          number: flow.trucks,
          flow: UInt16(current),
          classIndex: flow.hasTracedClasses
            ? tracedClasses[current][Int(flow.convoys) - 1] : classIndex(of: flow.trucks, flow)
        )
      )
      remaining -= 1
      if remaining == 0 {
        prepareConvoy(of: current)
        chooseFlow()
      }
    }
    batch.isLast = remaining == 0
  }

  /// The earliest convoy is next; among those of one instant the first flow.
  private mutating func chooseFlow() {
    var earliest = SimulatedTime.never
    remaining = 0
    for index in flows.indices where flows[index].size > 0 && flows[index].time < earliest {
      earliest = flows[index].time
      current = index
      remaining = flows[index].size
    }
    if let horizon = plan.horizon, earliest >= horizon { remaining = 0 }
  }

  /// Finds time and size of a flow's next convoy.
  private mutating func prepareConvoy(of index: Int) {
    var flow = flows[index]
    flow.size = 0
    if flow.trucks < flow.atMost {
      let left = flow.atMost - flow.trucks
      if flow.presentAtStart > 0 {
        flow.time = .zero
        flow.size = min(flow.presentAtStart, left)
        flow.presentAtStart = 0
      } else {
        flow.convoys += 1
        if let time = nextTime(of: index, &flow) {
          flow.time = time
          flow.size = min(convoySize(of: index, flow), left)
        }
      }
    }
    flows[index] = flow
  }

  private mutating func nextTime(of index: Int, _ flow: inout FlowCursor) -> SimulatedTime? {
    if flow.isPoisson {
      flow.position -= log1m(unit(flow, flow.convoys, DrawStep.arrival))
      let time = rates[index].time(of: flow.position, cursor: &flow.cursor)
      return bounded(time ?? .infinity)
    }
    switch plan.flows[index].arrivals {
    case .poisson:
      return nil
    case .waving(let rate):
      flow.position -= log1m(unit(flow, flow.convoys, DrawStep.arrival))
      return bounded(rate.time(of: flow.position))
    case .modulated(let rate):
      flow.position -= log1m(unit(flow, flow.convoys, DrawStep.arrival))
      let word = flow.drawWord
      let time = rate.time(
        of: flow.position,
        course: &courses[index],
        horizon: Double(plan.horizon?.microseconds ?? .max)
      ) { [random] visit in
        random.unit(
          at: DrawAddress(
            flow: word,
            truck: visit,
            step: DrawStep.state,
            jumps: 0,
            block: 0
          )
        )
      }
      return bounded(time ?? .infinity)
    case .closed:
      // All of them at once; who begins anew comes from within.
      return flow.convoys == 1 ? .zero : nil
    case .traced(let times, _):
      return Int(flow.convoys) <= times.count ? times[Int(flow.convoys) - 1] : nil
    case .renewal(let sampler, let factor):
      let unit = unit(flow, flow.convoys, DrawStep.arrival)
      let gap = plan.samplers.value(sampler, unit: unit, row: UInt64(flow.convoys - 1))
      flow.position += gap / factor
      return bounded(flow.position)
    case .listed(let times):
      return Int(flow.convoys) <= times.count ? times[Int(flow.convoys) - 1] : nil
    }
  }

  /// A time in microseconds, or nil beyond anything a run reaches.
  private func bounded(_ time: Double) -> SimulatedTime? {
    time < 9e18 ? SimulatedTime(rounding: time) : nil
  }

  private func convoySize(of index: Int, _ flow: FlowCursor) -> UInt32 {
    if flow.population > 0 { return flow.population }
    guard flow.hasBatches, let sampler = plan.flows[index].batchSampler else { return 1 }
    let unit = unit(flow, flow.convoys, DrawStep.batch)
    let size = plan.samplers.value(sampler, unit: unit, row: UInt64(flow.convoys - 1)).rounded()
    return UInt32(max(1, min(size, 1e9)))
  }

  private func classIndex(of number: UInt32, _ flow: FlowCursor) -> UInt8 {
    let first = Int(flow.firstClass)
    let last = first + Int(flow.classCount) - 1
    guard first < last else { return classShares[first].classIndex }
    let lot = (number - 1) / flow.lot + 1
    let unit = unit(flow, lot, DrawStep.classShare)
    for index in first..<last where unit < classShares[index].below {
      return classShares[index].classIndex
    }
    return classShares[last].classIndex
  }

  private func unit(_ flow: FlowCursor, _ number: UInt32, _ step: UInt32) -> Double {
    random.unit(
      at: DrawAddress(flow: flow.drawWord, truck: number, step: step, jumps: 0, block: 0)
    )
  }
}
