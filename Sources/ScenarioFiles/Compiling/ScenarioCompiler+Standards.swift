import ClearanceModel

/// Service standards: their names are looked up, and their measures always computed.
extension ScenarioCompiler {
  mutating func compileStandards() {
    let canBeMeasured = problems.isEmpty
    for standard in scenario.standards {
      let before = problems.problems.problems.count
      checkNames(of: standard, inPlan: canBeMeasured)
      guard canBeMeasured, problems.problems.problems.count == before else { continue }
      if (try? MeasureCatalogue(plan: plan, names: [standard.measure])) == nil {
        problems.add(.standard(fault(of: standard)), at: standard.name.position)
      } else if !plan.standingMeasures.contains(standard.measure) {
        plan.standingMeasures.append(standard.measure)
      }
    }
  }

  /// What a flow's trucks meet is known only of a scenario without other faults.
  private mutating func checkNames(of standard: ServiceStandard, inPlan: Bool) {
    func check(
      _ text: String,
      _ existing: [String],
      _ kind: NamedKind,
      _ position: SourcePosition?
    ) {
      guard !existing.contains(text) else { return }
      let nearest = nearestName(to: text, in: existing)
      problems.add(
        .unknownName(text, kind: kind, existing: existing, nearest: nearest),
        at: position ?? standard.name.position
      )
    }
    if let name = standard.className {
      check(name, plan.classes.filter { !$0.isEmpty }, .classOfTrucks, standard.positions.className)
    }
    let flows = scenario.flows.map(\.name.text)
    switch standard.subject {
    case .wait(let place, _):
      check(place, plan.places.map(\.name), .place, standard.positions.subject)
    case .clearance(let flow): check(flow, flows, .flow, standard.positions.subject)
    case .stage(let flow, let stage):
      check(flow, flows, .flow, standard.positions.subject)
      guard inPlan, flows.contains(flow) else { return }
      check(stage, met(by: flow, .stage, plan.stages), .stage, standard.positions.part)
    case .mark(let flow, let mark):
      check(flow, flows, .flow, standard.positions.subject)
      guard inPlan, flows.contains(flow) else { return }
      check(mark, met(by: flow, .mark, plan.marks), .mark, standard.positions.part)
    }
  }

  /// The stages or marks that a flow's trucks can meet.
  private func met(by flow: String, _ kind: StepKind, _ names: [String]) -> [String] {
    guard let index = plan.flows.firstIndex(where: { $0.name == flow }) else { return [] }
    let met = plan.stepsMet(byFlow: index)
    let steps = plan.steps.indices.filter { met[$0] && plan.steps[$0].kind == kind }
    return names.indices.dropFirst().filter { number in
      steps.contains { Int(plan.steps[$0].mark) == number }
    }.map { names[$0] }
  }

  private func fault(of standard: ServiceStandard) -> StandardFault {
    if case .wait(let place, true) = standard.subject {
      let index = plan.places.firstIndex { $0.name == place } ?? 0
      if plan.placePeakHours.isEmpty || plan.placePeakHours[index] < 0 {
        return .noPeakHour(place: place)
      }
    }
    return .notMeasured(standard.measure)
  }
}
