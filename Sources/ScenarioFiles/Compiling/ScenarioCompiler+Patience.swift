import ClearanceModel
import RandomVariates

/// Patience and balking of steps.
extension ScenarioCompiler {
  mutating func compilePatience(
    of named: ProcedureLayout.NamedStep,
    into step: inout StepPlan
  ) {
    // Beside another action it has been refused.
    guard step.queues else { return }
    if let law = named.step.patience {
      step.patience = UInt16(clamping: plan.samplers.add(law.distribution))
    }
    if let limit = named.step.balkOver { step.balkOver = Int32(clamping: limit) }
    guard step.kind == .seizeTogether else { return }
    // Its parts tell that trucks give up at their stations.
    var part = Int(step.next)
    for _ in 0..<step.branchCount {
      plan.steps[part].patience = step.patience
      plan.steps[part].balkOver = step.balkOver
      part = Int(plan.steps[part].next)
    }
  }

  /// Refuses steps for those who leave where nobody leaves.
  mutating func checkLeaving() {
    guard problems.isEmpty else { return }
    for (index, step) in plan.steps.enumerated() where !plan.leaving(from: index).isEmpty {
      guard step.patience == StepPlan.none, !plan.mayRefuse(index) else { continue }
      let station = plan.places[plan.stations(of: index)[0]].name
      problems.add(.patience(.nobodyLeaves(station: station)), at: positions[index])
    }
  }

  /// The first step of those who leave a step at the instant at which they come to it.
  func timelessLeaving(from index: Int) -> [Int] {
    let patience = plan.steps[index].patience
    let leavesAtOnce = patience != StepPlan.none && plan.samplers.mean(Int(patience)) <= 0
    return leavesAtOnce || plan.mayRefuse(index) ? plan.leaving(from: index) : []
  }
}
