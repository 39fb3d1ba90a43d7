import ClearanceModel
import EventSimulation
import RandomVariates

/// How often each station is visited, and how much work that is.
///
/// The visits solve v = inflow + v·P over the steps of the procedures (Jackson, Networks of waiting
/// lines, Operations Research 5, 1957), class by class, since ways may depend on the class.
struct TrafficEquations {
  private let plan: ClearancePlan
  /// Length over which demand and openings are averaged [µs].
  private let length: Double
  /// Visits of each step over that length.
  private var visits: [Double]
  /// What is gathered in each collection, by class and flow.
  private var gathered: [[(amount: Double, classIndex: Int, flow: Int)]]

  /// The rounds after which a procedure that keeps sending trucks back is taken as it is.
  private static let mostSweeps = 10_000

  init(_ plan: ClearancePlan) {
    self.plan = plan
    length = Self.averagingLength(plan)
    visits = Array(repeating: 0, count: plan.steps.count)
    gathered = Array(repeating: [], count: plan.collections.count)
    for (index, flow) in plan.flows.enumerated() {
      let trucks = expectedTrucks(flow)
      var below = 0.0
      for share in flow.classes {
        let inflow = trucks * (share.below - below)
        below = share.below
        follow(from: Int(flow.firstStep), inflow, Int(share.classIndex), flow: index)
      }
    }
    for collection in plan.collections.indices { sendPiles(of: collection) }
  }

  /// Sends a companion for each pile, as far as there is enough to fill them all.
  private mutating func sendPiles(of index: Int) {
    let collection = plan.collections[index]
    let closings = collection.closings.count { Double($0.due.microseconds) < length }
    let piles = collection.keys.reduce(Double(closings)) { piles, key in
      piles * Double(max(1, plan.attributes[Int(key)].words.count))
    }
    let total = gathered[index].reduce(0) { $0 + $1.amount }
    guard total > 0 else { return }
    for part in gathered[index] {
      let inflow = part.amount * min(1, piles / total)
      follow(from: Int(collection.firstStep), inflow, part.classIndex, flow: part.flow)
    }
  }

  /// The length over which demand is averaged [µs], and the trucks expected in it.
  static func demand(of plan: ClearancePlan) -> (length: Double, trucks: Double) {
    // A copy in which everybody leaves at once: there are no ways to follow.
    var short = plan
    short.steps = [StepPlan(.end)]
    for index in short.flows.indices { short.flows[index].firstStep = 0 }
    let equations = Self(short)
    return (equations.length, plan.flows.reduce(0) { $0 + equations.expectedTrucks($1) })
  }

  /// The run, or for a run until empty the time in which demand comes.
  private static func averagingLength(_ plan: ClearancePlan) -> Double {
    if let horizon = plan.horizon { return Double(horizon.microseconds) }
    var last = 3_600_000_000.0
    for flow in plan.flows {
      switch flow.arrivals {
      case .listed(let times): last = max(last, Double(times.last?.microseconds ?? 0))
      case .poisson(let rate):
        let rounds = rate.repeats ? Double(flow.atMost) / rate.expectedPerPeriod : 1
        last = max(last, min(rounds, 1e6) * rate.period)
      case .renewal(let sampler, let factor):
        last = max(last, Double(flow.atMost) * plan.samplers.mean(sampler) / factor)
      case .waving(let rate): last = max(last, Double(flow.atMost) / rate.mean)
      case .modulated(let rate): last = max(last, Double(flow.atMost) / rate.meanRate)
      case .traced(let times, _): last = max(last, Double(times.last?.microseconds ?? 0))
      case .closed: break
      }
    }
    return last
  }

  private func expectedTrucks(_ flow: FlowPlan) -> Double {
    let convoys: Double
    switch flow.arrivals {
    case .poisson(let rate): convoys = rate.integral(to: length)
    case .renewal(let sampler, let factor):
      convoys = length / (plan.samplers.mean(sampler) / factor)
    case .listed(let times):
      convoys = Double(times.count { Double($0.microseconds) < length || plan.horizon == nil })
    case .waving(let rate): convoys = rate.integral(to: length)
    case .modulated(let rate): convoys = length * rate.meanRate
    case .traced(let times, _):
      convoys = Double(times.count { Double($0.microseconds) < length || plan.horizon == nil })
    case .closed:
      // How often its trucks come round is an outcome of the run.
      convoys = 0
    }
    let size = flow.batchSampler.map { plan.samplers.mean($0) } ?? 1
    return min(convoys * size + Double(flow.presentAtStart), Double(flow.atMost))
  }

  /// Adds the visits of one class of a flow.
  private mutating func follow(from first: Int, _ inflow: Double, _ classIndex: Int, flow: Int) {
    guard inflow > 0 else { return }
    let waysOut = plan.steps.indices.map { ways(from: $0, classIndex, flow) }
    var arriving = Array(repeating: 0.0, count: plan.steps.count)
    arriving[first] = inflow
    for _ in 0..<Self.mostSweeps {
      var next = Array(repeating: 0.0, count: plan.steps.count)
      var moving = 0.0
      for step in arriving.indices where arriving[step] > 0 {
        visits[step] += arriving[step]
        if plan.steps[step].kind == .gather {
          gathered[Int(plan.steps[step].mark)].append((arriving[step], classIndex, flow))
        }
        for way in waysOut[step] {
          next[way.step] += arriving[step] * way.share
          moving += arriving[step] * way.share
        }
      }
      if moving < 1e-9 * inflow { return }
      arriving = next
    }
  }

  /// Where a truck goes from a step, with chances.
  private func ways(
    from index: Int,
    _ classIndex: Int,
    _ flow: Int
  ) -> [(step: Int, share: Double)] {
    let step = plan.steps[index]
    let branches = plan.branches[Int(step.firstBranch)...].prefix(Int(step.branchCount))
    switch step.kind {
    case .end, .join: return []
    case .fork: return plan.targets(of: index).map { ($0, 1) } + [(Int(step.next), 1)]
    case .chooseByShare:
      var below = 0.0
      var ways: [(step: Int, share: Double)] = []
      for branch in branches {
        ways.append((Int(branch.target), max(0, branch.below - below)))
        below = branch.below
      }
      return ways + [(Int(step.next), 1 - below)]
    case .chooseByCondition:
      var left = 1.0
      var ways: [(step: Int, share: Double)] = []
      for branch in branches where left > 0 {
        let share = chance(of: branch, classIndex, flow)
        ways.append((Int(branch.target), left * share))
        left *= 1 - share
      }
      return ways + [(Int(step.next), left)]
    case .start:
      // How many companions there are is not known beforehand: one, where an attribute says so.
      return [(Int(step.next), 1), (Int(step.target), 1)]
    default: return [(Int(step.next), 1)]
    }
  }

  /// The chance that a condition holds: exact for class and flow, by the clock for the time of
  /// day, and as in an empty system for queues.
  private func chance(of branch: BranchPlan, _ classIndex: Int, _ flow: Int) -> Double {
    if let verdict = plan.verdict(branch, classIndex: classIndex, flow: flow) {
      return verdict ? 1 : 0
    }
    let minutes = 24 * 60
    let holding = (0..<minutes).count { minute in
      var group = true
      for term in plan.terms[Int(branch.firstTerm)...].prefix(Int(branch.termCount)) {
        if term.startsGroup {
          if group { return true }
          group = true
        }
        let value: Int64
        switch term.attribute {
        case .classIndex: value = Int64(classIndex)
        case .flow: value = Int64(flow)
        case .queue, .present, .attribute, .shared, .open: value = 0
        case .one: value = 1
        // As if papers were ready.
        case .paperPhase: value = Int64(ConsignmentPhase.released.rawValue)
        case .paperCount:
          let count = PaperOperand(code: term.place).count
          value = count == .application ? count.most : 0
        case .paperCounts: value = 0
        case .timeOfDay: value = Int64(minute) * 60_000_000
        }
        if term.attribute == .paperCounts {
          group = group && term.comparison.holds(0, 0)
          continue
        }
        group = group && term.comparison.holds(value, term.value)
      }
      return group
    }
    return Double(holding) / Double(minutes)
  }
}

/// Work and servers of the stations.
extension TrafficEquations {
  /// The load of every station, in the order of the plan.
  var loads: [OfferedLoad] {
    let held = HeldStations(plan)
    let stations = plan.places.indices.filter {
      plan.places[$0].station == nil && !plan.isOutage($0)
    }
    return stations.map { station in
      var stationVisits = 0.0
      var work = 0.0
      var isHeld = false
      for (index, step) in plan.steps.enumerated() where visits[index] > 0 {
        let comesHere = Int(step.place) == station && (step.kind == .serve || step.kind == .seize)
        if comesHere { stationVisits += visits[index] }
        if step.kind == .seize, comesHere { isHeld = true }
        guard step.kind == .serve || step.kind == .delay else { continue }
        let mean = plan.samplers.mean(Int(step.sampler))
        if step.kind == .serve, comesHere { work += visits[index] * mean }
        work += visits[index] * mean * Double(held.servers(of: station, during: index))
      }
      let servers = openServers(of: station)
      return OfferedLoad(
        place: plan.places[station].name,
        visitsPerHour: stationVisits / length * 3_600_000_000,
        serviceSeconds: stationVisits > 0 ? work / stationVisits / 1e6 : 0,
        servers: servers,
        load: servers.map {
          work / (length * $0 * Double(plan.places[station].together?.most ?? 1))
        },
        isHeld: isHeld,
        leavers: plan.leavers(of: station)
      )
    }
  }

  /// Servers open on average over the run; nil when unlimited.
  private func openServers(of station: Int) -> Double? {
    let place = plan.places[station]
    var sum = 0.0
    for index in place.hasServers ? station..<station + 1 : place.lanes {
      guard let servers = openServers(plan.places[index].servers) else { return nil }
      sum += servers * availability(of: index)
    }
    return sum
  }

  /// The share of time in which a server works, if it is busy otherwise.
  private func availability(of place: Int) -> Double {
    guard let failures = plan.places[place].failures else { return 1 }
    let uptime = plan.samplers.mean(failures.uptime)
    return uptime / (uptime + plan.samplers.mean(failures.repair))
  }

  private func openServers(_ servers: ServerPlan) -> Double? {
    switch servers {
    case .unlimited: return nil
    case .fixed(let count): return Double(count)
    case .shifts(let shifts, let period, _):
      let round = min(period.map { Double($0.microseconds) } ?? length, length)
      var area = 0.0
      for (index, shift) in shifts.enumerated() {
        let start = min(Double(shift.from.microseconds), round)
        let end =
          index + 1 < shifts.count
          ? min(Double(shifts[index + 1].from.microseconds), round) : round
        area += Double(shift.count) * (end - start)
      }
      return area / round
    }
  }
}

extension ClearancePlan {
  /// Who may give up waiting at a station, or not join its queue.
  func leavers(of station: Int) -> OfferedLoad.Leavers {
    let coming = steps.filter {
      ($0.kind == .serve || $0.kind == .seize) && Int($0.place) == station
    }
    let leaving = coming.count { $0.patience != StepPlan.none || $0.balkOver >= 0 }
    if leaving == 0 { return .nobody }
    return leaving == coming.count ? .all : .some
  }
}

/// Which stations a truck holds while it is at a step.
private struct HeldStations {
  /// For each step the stations held there, with the number of servers.
  private var held: [[Int: Int]]

  init(_ plan: ClearancePlan) {
    held = Array(repeating: [:], count: plan.steps.count)
    var seen = Array(repeating: false, count: plan.steps.count)
    var open = plan.flows.map { Int($0.firstStep) }
    for first in open { seen[first] = true }
    while let index = open.popLast() {
      let step = plan.steps[index]
      var after = held[index]
      if step.kind == .seize { after[Int(step.place), default: 0] += Int(step.count) }
      if step.kind == .release {
        let left = (after[Int(step.place)] ?? 0) - Int(step.count)
        after[Int(step.place)] = step.count > 0 && left > 0 ? left : nil
      }
      for next in plan.successors(of: index) where !seen[next] && isFollowed(next, from: step) {
        seen[next] = true
        held[next] = after
        open.append(next)
      }
      // A companion holds nothing when it begins.
      for next in plan.companions(of: index) where !seen[next] {
        seen[next] = true
        open.append(next)
      }
    }
  }

  /// Whether a truck goes on this way after a step; nobody gives up in these equations.
  private func isFollowed(_ next: Int, from step: StepPlan) -> Bool {
    step.onLeaving == StepPlan.none || next == Int(step.next)
  }

  func servers(of station: Int, during step: Int) -> Int { held[step][station] ?? 0 }
}
