import ClearanceModel

/// A document changes only as its states allow, whatever way a truck takes.
extension ScenarioCompiler {
  /// Follows all kinds of trucks, where documents or the lanes' words need it.
  ///
  /// - Complexity: O(kinds of trucks · steps · states of all documents)
  mutating func followTrucks() {
    let isNeeded =
      plan.steps.contains { $0.kind == .become }
      || plan.places.contains { !$0.takesWords.isEmpty }
    guard problems.isEmpty, isNeeded else { return }
    documentStates = Array(repeating: 0, count: plan.steps.count)
    for kind in plan.truckKinds() {
      let flow = DocumentFlow(plan, kind)
      var places = Array(repeating: false, count: plan.places.count)
      for (index, step) in plan.steps.enumerated() where flow.states[index] != nil {
        switch step.kind {
        case .serve, .seize: places[Int(step.place)] = true
        case .become:
          documentStates[index] |= flow.states(of: Int(step.attribute), at: index)
        case .mark: note(step.mark, at: index, of: flow)
        default: break
        }
      }
      visits.append((kind, places))
    }
  }

  mutating func checkDocuments() {
    guard problems.isEmpty, !documentStates.isEmpty else { return }
    checkGoods()
    for (index, step) in plan.steps.enumerated() where step.kind == .become {
      let document = plan.attributes[Int(step.attribute)]
      guard case .states(let names, let following) = document.kind else { continue }
      let offending = names.indices.first { state in
        documentStates[index] & 1 << UInt64(state) != 0
          && !following[state].contains(Int(step.target))
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
