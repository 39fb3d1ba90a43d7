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

  /// Whether a truck can come from a step to the end of the procedure, or of its branch, at the same
  /// instant.
  ///
  /// Who has given up and gets nothing afterwards does not begin anew.
  private func canEndAtOnce(_ first: Int, _ classIndex: Int, flow: Int) -> Bool {
    var seen = [Bool](repeating: false, count: 2 * plan.steps.count)
    var open = [(step: first, hasGivenUp: false)]
    while let (index, hasGivenUp) = open.popLast() {
      guard !seen[2 * index + (hasGivenUp ? 1 : 0)] else { continue }
      seen[2 * index + (hasGivenUp ? 1 : 0)] = true
      let step = plan.steps[index]
      open += timelessLeaving(from: index).map { ($0, true) }
      switch step.kind {
      case .end, .join:
        if !hasGivenUp { return true }
      case .serve, .delay:
        guard step.expression == StepPlan.none, plan.samplers.mean(Int(step.sampler)) == 0
        else { continue }
        open.append((Int(step.next), hasGivenUp && step.kind == .delay))
      case .seize:
        open.append((Int(step.next), false))
      case .fork:
        let targets = plan.targets(of: index)
        guard targets.allSatisfy({ canEndAtOnce($0, classIndex, flow: flow) }) else { continue }
        // A branch may make good what was given up before.
        open.append((Int(step.next), false))
      default:
        open += plan.successors(of: index, classIndex: classIndex, flow: flow).map {
          ($0, hasGivenUp)
        }
      }
    }
    return false
  }
}
