import ClearanceModel

/// A document changes only as its states allow, whatever way a truck takes.
extension ScenarioCompiler {
  mutating func checkDocuments() {
    guard problems.isEmpty, plan.steps.contains(where: { $0.kind == .become }) else { return }
    var states = Array(repeating: UInt64(0), count: plan.steps.count)
    for kind in plan.truckKinds() {
      let flow = DocumentFlow(plan, kind)
      for (index, step) in plan.steps.enumerated() where step.kind == .become {
        states[index] |= flow.states(of: Int(step.attribute), at: index)
      }
    }
    for (index, step) in plan.steps.enumerated() where step.kind == .become {
      let document = plan.attributes[Int(step.attribute)]
      guard case .states(let names, let following) = document.kind else { continue }
      let offending = names.indices.first { state in
        states[index] & 1 << UInt64(state) != 0 && !following[state].contains(Int(step.target))
      }
      guard let offending else { continue }
      problems.add(
        .attribute(
          .documentState(
            document: document.name,
            from: names[offending],
            to: names[Int(step.target)],
            allowed: following[offending].map { names[$0] }
          )
        ),
        at: positions[index]
      )
    }
  }
}
