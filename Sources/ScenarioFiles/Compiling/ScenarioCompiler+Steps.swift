import ClearanceModel
import EventSimulation
import RandomVariates

/// Procedures, laid out from the last step to the first, so that each knows what follows it.
extension ScenarioCompiler {
  /// Compiles the procedures that flows use.
  ///
  /// - Returns: the first step of each flow's procedure, or nil where there is none of that name.
  mutating func compileProcedures(flows: [Flow]) -> [UInt16?] {
    var firstSteps: [String: UInt16] = [:]
    for word in DrawStep.all { _ = hashes.clash(word, "(arrivals)\(word)") }
    for procedure in scenario.procedures {
      if firstSteps[procedure.name.text] != nil {
        problems.add(
          .duplicateName(procedure.name.text, kind: .procedure),
          at: procedure.name.position
        )
      }
      var layout = ProcedureLayout(procedure, stations: scenario.stations)
      firstSteps[procedure.name.text] = compile(procedure, &layout)
    }
    if plan.steps.count > 60_000 {
      problems.add(.tooMany(.step, found: plan.steps.count, allowed: 60_000), at: nil)
    } else if problems.isEmpty {
      checkCycles()
    }
    let existing = scenario.procedures.map(\.name.text)
    return flows.map { flow in
      if let first = firstSteps[flow.procedure.text] { return first }
      problems.add(
        .unknownName(
          flow.procedure.text,
          kind: .procedure,
          existing: existing,
          nearest: nearestName(to: flow.procedure.text, in: existing)
        ),
        at: flow.procedure.position
      )
      return nil
    }
  }

  private mutating func compile(
    _ procedure: Procedure,
    _ layout: inout ProcedureLayout
  ) -> UInt16 {
    let steps = layout.named(procedure.steps)
    for name in layout.duplicates {
      problems.add(.duplicateName(name.text, kind: .step), at: name.position)
    }
    let end = append(StepPlan(.end), "end", layout)
    let first = compile(steps, next: end, &layout)
    for jump in layout.jumps {
      guard let target = layout.targets[jump.name.text] else {
        problems.add(
          .unknownName(
            jump.name.text,
            kind: .step,
            existing: layout.stepNames,
            nearest: nearestName(to: jump.name.text, in: layout.stepNames)
          ),
          at: jump.name.position
        )
        continue
      }
      plan.steps[jump.step].next = target
    }
    for (station, position) in layout.releases where !layout.seizes.contains(station) {
      problems.add(.releaseWithoutSeize(station: station), at: position)
    }
    return first
  }

  private mutating func compile(
    _ steps: [ProcedureLayout.NamedStep],
    next: UInt16,
    _ layout: inout ProcedureLayout
  ) -> UInt16 {
    steps.reversed().reduce(next) { next, step in compile(step, next: next, &layout) }
  }

  private mutating func compile(
    _ named: ProcedureLayout.NamedStep,
    next: UInt16,
    _ layout: inout ProcedureLayout
  ) -> UInt16 {
    let (step, identity) = (named.step, named.identity)
    var compiled = StepPlan(.end)
    compiled.next = next
    compiled.hash = DrawStep.word(identity)
    if let other = hashes.clash(compiled.hash, identity) {
      problems.add(.hashCollision(other, identity), at: step.position)
    }
    switch step.action {
    case .serve(let station, let law):
      compiled.kind = .serve
      compiled.place = station16(station)
      compiled.sampler = UInt16(clamping: plan.samplers.add(law.distribution))
    case .delay(let law):
      compiled.kind = .delay
      compiled.sampler = UInt16(clamping: plan.samplers.add(law.distribution))
    case .seize(let station, let count):
      compiled.kind = .seize
      compiled.place = station16(station)
      compiled.count = UInt16(count)
      layout.seizes.append(station.text)
      checkSeize(station, count)
    case .release(let station):
      compiled.kind = .release
      compiled.place = station16(station)
      layout.releases.append((station.text, station.position))
    case .choose(let branches):
      compileBranches(branches, named.branches, into: &compiled, next: next, &layout)
    case .goTo(let name):
      compiled.kind = .goTo
      layout.jumps.append((plan.steps.count, name))
    case .mark(let name):
      compiled.kind = .mark
      compiled.mark = mark(name)
    }
    let index = append(compiled, named.label, layout)
    if let name = step.name { layout.targets[name.text] = index }
    return index
  }

  private mutating func compileBranches(
    _ branches: [Branch],
    _ steps: [[ProcedureLayout.NamedStep]],
    into step: inout StepPlan,
    next: UInt16,
    _ layout: inout ProcedureLayout
  ) {
    step.kind = .chooseByCondition
    var sum = 0.0
    var compiled: [BranchPlan] = []
    for (branch, steps) in zip(branches, steps) {
      var after = next
      if let name = branch.goTo {
        var jump = StepPlan(.goTo)
        jump.next = next
        layout.jumps.append((plan.steps.count, name))
        after = append(jump, "go to \(name.text)", layout)
      }
      var plan = BranchPlan(target: compile(steps, next: after, &layout))
      switch branch.choice {
      case .share(let share):
        step.kind = .chooseByShare
        sum += share
        // Shares that are meant to fill the whole must leave no gap at the top of [0, 1).
        plan.below = sum > 1 - 1e-9 ? 1 : sum
      case .when(let condition):
        compile(condition, into: &plan)
      case .otherwise:
        break
      }
      compiled.append(plan)
    }
    step.firstBranch = UInt16(clamping: plan.branches.count)
    step.branchCount = UInt16(clamping: compiled.count)
    plan.branches += compiled
  }

  private mutating func compile(_ condition: Condition, into branch: inout BranchPlan) {
    branch.firstTerm = UInt16(clamping: plan.terms.count)
    for (group, tests) in condition.groups.enumerated() {
      for (number, test) in tests.enumerated() {
        let startsGroup = group > 0 && number == 0
        plan.terms.append(term(test, condition.position, startsGroup: startsGroup))
      }
    }
    branch.termCount = UInt16(clamping: plan.terms.count) - branch.firstTerm
  }

  private mutating func term(
    _ test: Condition.Test,
    _ position: SourcePosition,
    startsGroup: Bool
  ) -> ConditionTerm {
    var place = 0
    let attribute: ConditionAttribute
    var existing: [String] = []
    var kind = NamedKind.place
    switch test.attribute {
    case .classOfTruck:
      attribute = .classIndex
      existing = scenario.classes.map(\.text)
      kind = .classOfTrucks
    case .flow:
      attribute = .flow
      existing = scenario.flows.sorted { key($0) < key($1) }.map(\.name.text)
      kind = .flow
    case .queue(let name), .present(let name):
      if case .queue = test.attribute { attribute = .queue } else { attribute = .present }
      let table = placeIndex
      let names = plan.places.map(\.name)
      place = index(of: Name(text: name, position: position), in: table, kind, existing: names) ?? 0
    case .timeOfDay: attribute = .timeOfDay
    }
    let value: Int64
    switch test.value {
    case .number(let number): value = number
    case .name(let name):
      if let found = existing.firstIndex(of: name) {
        value = Int64(found)
      } else {
        value = -1
        problems.add(
          .unknownName(
            name,
            kind: kind,
            existing: existing,
            nearest: nearestName(to: name, in: existing)
          ),
          at: position
        )
      }
    }
    return ConditionTerm(
      attribute: attribute,
      comparison: test.comparison,
      startsGroup: startsGroup,
      place: UInt16(place),
      value: value
    )
  }

  private mutating func station16(_ name: Name) -> UInt16 {
    let existing = scenario.stations.map(\.name.text)
    let table = stationIndex
    return UInt16(clamping: index(of: name, in: table, .station, existing: existing) ?? 0)
  }

  private mutating func checkSeize(_ station: Name, _ count: Int) {
    guard let index = stationIndex[station.text], let most = mostServers(of: index) else { return }
    if count > most {
      problems.add(.seizesTooMany(count: count, servers: most), at: station.position)
    }
  }

  private mutating func mark(_ name: Name) -> UInt16 {
    if let index = plan.marks.firstIndex(of: name.text) { return UInt16(index) }
    plan.marks.append(name.text)
    return UInt16(clamping: plan.marks.count - 1)
  }

  private mutating func append(
    _ step: StepPlan,
    _ label: String,
    _ layout: ProcedureLayout
  ) -> UInt16 {
    var step = step
    step.name = UInt16(clamping: plan.stepNames.count)
    plan.stepNames.append("\(layout.procedure)/\(label)")
    plan.steps.append(step)
    return UInt16(clamping: plan.steps.count - 1)
  }
}
