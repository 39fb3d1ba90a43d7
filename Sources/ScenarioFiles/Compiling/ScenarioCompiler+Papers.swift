import ClearanceModel

/// Companions, stages, counters and collections.
extension ScenarioCompiler {
  /// Names of stages and counters in the order of reading.
  mutating func nameStages() {
    var stages: [String] = []
    for procedure in scenario.procedures {
      for step in procedure.steps { step.addNames(stages: &stages, counters: &plan.counters) }
    }
    // Trucks begin at a stage without a name.
    plan.stages = stages.isEmpty ? [] : [""] + stages
  }

  mutating func start(
    _ procedure: Name,
    _ instance: Int?,
    _ number: CompanionNumber,
    _ position: SourcePosition,
    into step: inout StepPlan
  ) {
    step.kind = .start
    switch number {
    case .one: break
    case .times(let name): step.attribute = numberAttribute(name) ?? StepPlan.none
    case .forEach(let way):
      step.forEach = way
      checkBooks(position)
    }
    starts.append((plan.steps.count, procedure, instance))
  }

  mutating func gather(_ collection: Name, into step: inout StepPlan) {
    step.kind = .gather
    let existing = scenario.collections.map(\.name.text)
    var table: [String: Int] = [:]
    for (index, name) in existing.enumerated() { table[name] = index }
    let found = index(of: collection, in: table, .collection, existing: existing)
    step.mark = UInt16(clamping: found ?? 0)
  }

  /// Once all procedures are laid out, companions know where they begin.
  mutating func resolveStarts(_ firstSteps: [Int: UInt16]) {
    for (step, procedure, instance) in starts {
      plan.steps[step].target = firstStep(procedure, instance, firstSteps) ?? 0
    }
    for collection in scenario.collections {
      let period = period(of: collection)
      plan.collections.append(
        CollectionPlan(
          name: collection.name.text,
          keys: period == nil ? collection.keys.compactMap { wordAttribute($0) } : [],
          closings: collection.closings.map { .init(cut: $0.cut, due: $0.due) },
          countAttribute: collection.sets.flatMap { numberAttribute($0) },
          firstStep: firstStep(collection.starts, collection.instance, firstSteps) ?? 0,
          period: period
        )
      )
    }
  }

  /// The first step of an instance; nil, with a problem where there is no such procedure.
  mutating func firstStep(
    _ procedure: Name,
    _ instance: Int?,
    _ firstSteps: [Int: UInt16]
  ) -> UInt16? {
    if let instance { return firstSteps[instance] }
    let existing = scenario.procedureNames
    guard !existing.contains(procedure.text) else { return nil }
    problems.add(
      .unknownName(
        procedure.text,
        kind: .procedure,
        existing: existing,
        nearest: nearestName(to: procedure.text, in: existing)
      ),
      at: procedure.position
    )
    return nil
  }

  // MARK: Attributes

  mutating func wordAttribute(_ name: Name) -> UInt16? {
    guard let index = attribute(name) else { return nil }
    if case .words = plan.attributes[index].kind { return UInt16(index) }
    problems.add(.attribute(.notWords(attribute: name.text)), at: name.position)
    return nil
  }

  mutating func numberAttribute(_ name: Name) -> UInt16? {
    guard let index = attribute(name) else { return nil }
    if plan.attributes[index].kind == .number(.number) { return UInt16(index) }
    problems.add(.attribute(.notPlainNumber(attribute: name.text)), at: name.position)
    return nil
  }
}

extension Step {
  fileprivate func addNames(stages: inout [String], counters: inout [String]) {
    switch action {
    case .stage(let name):
      if !stages.contains(name.text) { stages.append(name.text) }
    case .count(let name, _):
      if !counters.contains(name.text) { counters.append(name.text) }
    case .choose(let branches):
      for branch in branches {
        for step in branch.steps { step.addNames(stages: &stages, counters: &counters) }
      }
    case .use(_, let steps):
      for step in steps { step.addNames(stages: &stages, counters: &counters) }
    case .parallel(let branches):
      for step in branches.joined() { step.addNames(stages: &stages, counters: &counters) }
    default: break
    }
    for step in onLeaving ?? [] { step.addNames(stages: &stages, counters: &counters) }
  }
}
