import ClearanceModel
import EventSimulation
import RandomVariates

/// Closed flows, and rates that change at random.
extension ScenarioCompiler {
  /// The most changes of state in one replication: some seconds of drawing.
  private static let mostVisits = 100_000_000.0

  /// Refuses populations in runs until empty, and rounds that take no time.
  mutating func checkPopulations(_ flows: [Flow]) {
    guard problems.isEmpty else { return }
    for (index, flow) in flows.enumerated() {
      switch plan.flows[index].arrivals {
      case .closed:
        if scenario.horizon == nil {
          problems.add(.arrival(.populationStays(flow: flow.name.text)), at: flow.name.position)
        }
        let first = Int(plan.flows[index].firstStep)
        let classes = plan.flows[index].classes
        if classes.contains(where: { canEndAtOnce(first, Int($0.classIndex), flow: index) }) {
          problems.add(
            .arrival(.roundWithoutTime(procedure: flow.procedure.text)),
            at: flow.procedure.position
          )
        }
      case .modulated(let rate):
        var length = plan.horizon.map { Double($0.microseconds) } ?? 0
        if plan.horizon == nil { length = Double(plan.flows[index].atMost) / rate.meanRate }
        let visits = length / rate.meanRound * Double(rate.states.count)
        guard visits > Self.mostVisits else { continue }
        problems.add(
          .arrival(
            .statesChangeTooOften(found: Int(min(visits, 1e18)), allowed: Int(Self.mostVisits))
          ),
          at: flow.name.position
        )
      default:
        break
      }
    }
  }

  /// Whether a truck can come from a step to the end of the procedure at the same instant.
  private func canEndAtOnce(_ first: Int, _ classIndex: Int, flow: Int) -> Bool {
    var seen = Array(repeating: false, count: plan.steps.count)
    var open = [first]
    while let step = open.popLast() {
      guard !seen[step] else { continue }
      seen[step] = true
      let kind = plan.steps[step].kind
      if kind == .end { return true }
      if kind == .serve || kind == .delay {
        guard plan.steps[step].expression == StepPlan.none,
          plan.samplers.mean(Int(plan.steps[step].sampler)) == 0
        else { continue }
      }
      open += plan.successors(of: step, classIndex: classIndex, flow: flow)
    }
    return false
  }
}
