import ClearanceModel
import EventSimulation
import RandomVariates

/// Flows: their arrivals, classes and first steps.
extension ScenarioCompiler {
  /// Compiles the flows; `firstSteps` is nil where a flow's procedure is wrong.
  mutating func compileFlows(_ flows: [Flow], firstSteps: [UInt16?]) {
    var register = HashRegister()
    for (index, flow) in flows.enumerated() {
      let identity = flow.key
      let hash = stableHash(identity)
      if let other = register.clash(UInt32(truncatingIfNeeded: hash), identity) {
        problems.add(.hashCollision(other, identity), at: flow.name.position)
      } else if index > 0, flows[index - 1].key == identity {
        problems.add(.duplicateName(identity, kind: .flow), at: (flow.stream ?? flow.name).position)
      }
      var compiled = FlowPlan(
        name: flow.name.text,
        hash: hash,
        arrivals: arrivals(of: flow),
        classes: flow.classBy == nil ? classShares(of: flow) : [],
        firstStep: (firstSteps[index] ?? nil) ?? 0
      )
      compiled.batchSampler = flow.batch.map { addSampler($0.distribution, $0.text) }
      compiled.atMost = flow.atMost.map { UInt32(clamping: $0) } ?? .max
      let start = scenario.startsWith.first { $0.flow.text == flow.name.text }
      compiled.presentAtStart = UInt32(clamping: start?.count ?? 0)
      compiled.clearsByMark = clears(flow)
      if let week = flow.ordinaryWeek, case .profile(_, let step, _) = flow.arrivals {
        compiled.ordinaryWeek = CumulativeRate(
          rates: week.map { $0 * scenario.demandFactor },
          step: Double(step.microseconds),
          repeats: true
        )
      }
      compileLot(flow, into: &compiled)
      checkNumber(of: compiled, flow.name.position)
      plan.flows.append(compiled)
    }
  }

  /// The most trucks of one flow in a replication: their numbers have 32 bits.
  private static let mostTrucks = 4_000_000_000

  /// Refuses a flow that is expected to bring more trucks than can be numbered.
  private mutating func checkNumber(of flow: FlowPlan, _ position: SourcePosition) {
    guard let horizon = plan.horizon, flow.atMost == .max else { return }
    let length = Double(horizon.microseconds)
    let convoys: Double
    switch flow.arrivals {
    case .poisson(let rate): convoys = rate.integral(to: length)
    case .renewal(let sampler, let factor):
      convoys = length / plan.samplers.mean(sampler) * factor
    case .listed(let times): convoys = Double(times.count)
    case .waving(let rate): convoys = rate.integral(to: length)
    case .modulated(let rate): convoys = rate.meanRate * length
    case .traced, .closed: return
    }
    let trucks = convoys * (flow.batchSampler.map { plan.samplers.mean($0) } ?? 1)
    guard trucks > 0.9 * Double(Self.mostTrucks) else { return }
    problems.add(
      .tooMany(.truck, found: Int(min(trucks, 1e18)), allowed: Self.mostTrucks),
      at: position
    )
  }

  private mutating func arrivals(of flow: Flow) -> ArrivalPlan {
    let factor = scenario.demandFactor
    switch flow.arrivals {
    case .rate(let rate, _):
      return .poisson(CumulativeRate(constant: rate * factor))
    case .profile(let rates, let step, let repeats):
      return .poisson(
        CumulativeRate(
          rates: rates.map { $0 * factor },
          step: Double(step.microseconds),
          repeats: repeats
        )
      )
    case .every(let law):
      return .renewal(sampler: addSampler(law.distribution, law.text), factor: factor)
    case .at(let times):
      return .listed(times)
    case .waving(let mean, let swing, let period):
      let length = Double(period.microseconds)
      return .waving(WavingRate(mean: mean * factor, swing: swing, period: length))
    case .states(let states):
      return .modulated(
        ModulatedRate(states: states.map { .init(rate: $0.rate * factor, leave: $0.leave) })
      )
    case .from(let trace):
      if factor != 1 { problems.add(.arrival(.factorWithTrace), at: trace.position) }
      let classes = trace.classes.map { UInt8(clamping: classIndex($0)) }
      return .traced(times: trace.times, classes: classes)
    case .population(let count):
      return .closed(count)
    }
  }

  private func classShares(of flow: Flow) -> [FlowPlan.ClassShare] {
    guard !flow.classes.isEmpty else {
      return [FlowPlan.ClassShare(classIndex: UInt8(classIndex(nil)), below: 1)]
    }
    // In the order of the classes, so that the order of the file is layout and not meaning.
    let shares = flow.classes.filter { $0.share > 0 }
      .map { (index: classIndex($0.name.text), share: $0.share) }
      .sorted { $0.index < $1.index }
    var sum = 0.0
    return shares.enumerated().map { number, share in
      sum += share.share
      return FlowPlan.ClassShare(
        classIndex: UInt8(share.index),
        below: number == shares.count - 1 ? 1 : sum
      )
    }
  }

  private func clears(_ flow: Flow) -> Bool {
    guard let procedure = scenario.procedures.first(where: { $0.instance == flow.instance })
    else { return false }
    return procedure.steps.contains { $0.marksCleared }
  }

  /// In a run until empty every flow must end, and every truck must be able to leave.
  mutating func checkEnds(flows: [Flow]) {
    guard scenario.horizon == nil, problems.isEmpty else { return }
    let reach = Reachability(plan)
    for (index, flow) in flows.enumerated() {
      let ends: Bool
      switch flow.arrivals {
      case .at, .from, .population: ends = true
      case .profile(_, _, let repeats): ends = !repeats || flow.atMost != nil
      case .rate, .every, .waving, .states: ends = flow.atMost != nil
      }
      if !ends { problems.add(.endlessFlow(flow: flow.name.text), at: flow.name.position) }
      if !reach.canAlwaysLeave(from: Int(plan.flows[index].firstStep)) {
        problems.add(
          .endlessProcedure(procedure: flow.procedure.text),
          at: flow.procedure.position
        )
      }
    }
  }
}

extension Step {
  /// Whether the step, or one within it, is `mark: cleared`.
  var marksCleared: Bool {
    if onLeaving?.contains(where: \.marksCleared) ?? false { return true }
    return switch action {
    case .mark(let name): name.text == "cleared"
    case .choose(let branches):
      branches.contains { $0.steps.contains { $0.marksCleared } }
    case .use(_, let steps): steps.contains { $0.marksCleared }
    case .parallel(let branches): branches.joined().contains { $0.marksCleared }
    default: false
    }
  }
}
