import ClearanceModel
import EventSimulation
import RandomVariates

/// Procedures, laid out from the last step to the first, so that each knows what follows it.
extension ScenarioCompiler {
  /// Compiles the procedures that flows use.
  ///
  /// - Returns: the first step of each flow's procedure, or nil where there is none of that name.
  mutating func compileProcedures(flows: [Flow]) -> [UInt16?] {
    for word in DrawStep.all { _ = hashes.clash(word, "(arrivals)\(word)") }
    registerAttributes(of: flows)
    nameStages()
    nameAmounts()
    /// By instance.
    var firstSteps: [Int: UInt16] = [:]
    for procedure in scenario.procedures {
      var layout = ProcedureLayout(
        procedure,
        label: label(of: procedure),
        stations: scenario.stations
      )
      firstSteps[procedure.instance] = compile(procedure, &layout)
    }
    let firsts = flows.map { firstStep($0.procedure, $0.instance, firstSteps) }
    resolveStarts(firstSteps)
    // Branches and conditions are counted like steps: each has an index of 16 bits.
    let most = max(plan.steps.count, plan.branches.count, plan.terms.count)
    if most > 60_000 {
      problems.add(.tooMany(.step, found: most, allowed: 60_000), at: nil)
    } else if problems.isEmpty {
      checkCycles()
    }
    return firsts
  }

  /// What an instance is called: `visit`, and another one `visit(gate=east)`.
  private func label(of procedure: Procedure) -> String {
    let name = procedure.name.text
    guard let first = scenario.procedures.first(where: { $0.name.text == name }),
      first.instance != procedure.instance
    else { return name }
    let others = procedure.arguments.filter { argument in
      !first.arguments.contains { $0 == argument }
    }
    // A stroke parts the procedure from its step.
    let texts = others.map { "\($0.name)=\($0.value.replacing("/", with: "÷"))" }
    return "\(name)(\(texts.joined(separator: ", ")))"
  }

  private mutating func compile(
    _ procedure: Procedure,
    _ layout: inout ProcedureLayout
  ) -> UInt16 {
    let steps = layout.named(procedure.steps, identity: layout.procedure, label: "")
    for name in layout.duplicates {
      problems.add(.duplicateName(name.text, kind: .step), at: name.position)
    }
    for (identity, position) in layout.clashes {
      problems.add(.hashCollision(identity, identity), at: position)
    }
    let end = append(StepPlan(.end), "end", layout, procedure.name.position)
    let first = compile(steps, next: end, &layout)
    for jump in layout.jumps {
      let scope = layout.scopes[jump.scope]
      let isEnd = jump.name.text == Step.endName
      guard let target = isEnd ? end : scope.targets[jump.name.text] else {
        problems.add(
          .unknownName(
            jump.name.text,
            kind: .step,
            existing: scope.stepNames,
            nearest: nearestName(to: jump.name.text, in: scope.stepNames)
          ),
          at: jump.name.position
        )
        continue
      }
      if jump.branch != (isEnd ? 0 : scope.branches[jump.name.text] ?? 0) {
        problems.add(.parallel(.goToAcross(step: jump.name.text)), at: jump.name.position)
      }
      plan.steps[jump.step].next = target
    }
    checkReleases(layout)
    return first
  }

  mutating func compile(
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
      compileDuration(law, into: &compiled)
    case .delay(let law):
      compiled.kind = .delay
      compileDuration(law, into: &compiled)
    case .seize(let station, let count):
      compiled.kind = .seize
      compiled.place = station16(station)
      compiled.count = UInt16(count)
      layout.seizes.append((station.text, count, layout.branch))
      checkSeize(station, count)
    case .seizeTogether(let parts):
      compiled.next = compileSeizes(parts, of: named, next: next, &layout)
      compiled.kind = .seizeTogether
      compiled.branchCount = UInt16(clamping: parts.count)
    case .release(let station, let count):
      compiled.kind = .release
      compiled.place = station16(station)
      compiled.count = UInt16(count ?? 0)
      layout.releases.append((station, count, layout.branch))
    case .releaseTogether(let parts):
      let first = compileReleases(parts, of: named, next: next, &layout)
      layout.note(step.name, named.scope, at: first)
      return first
    case .parallel:
      compileParallel(named, into: &compiled, &layout)
    case .choose(let branches):
      compileBranches(branches, of: named, into: &compiled, next: next, &layout)
    case .goTo(let name):
      compiled.kind = .goTo
      layout.jumps.append((plan.steps.count, name, named.scope, layout.branch))
    case .mark(let name):
      compiled.kind = .mark
      compiled.mark = mark(name)
    case .set(let values):
      let first = compileSet(values, of: named, next: next, layout)
      layout.note(step.name, named.scope, at: first)
      return first
    case .use:
      let first = compile(named.branches[0], next: next, &layout)
      layout.note(step.name, named.scope, at: first)
      return first
    case .start(let procedure, let instance, let number):
      start(procedure, instance, number, step.position, into: &compiled)
    case .stage(let name):
      compiled.kind = .stage
      compiled.mark = UInt16(clamping: plan.stages.firstIndex(of: name.text) ?? 0)
    case .count(let name, let station):
      compiled.kind = .count
      compiled.mark = UInt16(clamping: plan.counters.firstIndex(of: name.text) ?? 0)
      compiled.place = station.map { station16($0) } ?? StepPlan.none
    case .sum(let action):
      compileSum(action, into: &compiled)
    case .gather(let collection):
      gather(collection, into: &compiled)
    case .wait(let condition):
      compileWait(condition, into: &compiled)
    case .startClock:
      compiled.kind = .startClock
    case .papers(let action):
      compilePapers(action, step.position, into: &compiled)
    case .lookUpFirm(let declares, let credit):
      compileLookUp(declares, credit, step.position, into: &compiled)
    }
    // What a document moves is drawn once for all its trucks.
    compiled.drawsPerLot = step.drawsPerLot || compiled.kind == .papers
    compilePatience(of: named, into: &compiled)
    if let leaving = named.onLeaving, compiled.queues {
      compiled.onLeaving = compile(leaving, next: next, &layout)
    }
    let index = append(compiled, named.label, layout, step.position)
    layout.note(step.name, named.scope, at: index)
    return index
  }

  private mutating func compileBranches(
    _ branches: [Branch],
    of named: ProcedureLayout.NamedStep,
    into step: inout StepPlan,
    next: UInt16,
    _ layout: inout ProcedureLayout
  ) {
    step.kind = .chooseByCondition
    var sum = 0.0
    var compiled: [BranchPlan] = []
    for (branch, steps) in zip(branches, named.branches) {
      var after = next
      if let name = branch.goTo {
        var jump = StepPlan(.goTo)
        jump.next = next
        layout.jumps.append((plan.steps.count, name, named.scope, layout.branch))
        after = append(jump, "go to \(name.text)", layout, name.position)
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

  mutating func station16(_ name: Name) -> UInt16 {
    let existing = scenario.stations.map(\.name.text)
    let table = stationIndex
    return UInt16(clamping: index(of: name, in: table, .station, existing: existing) ?? 0)
  }

  mutating func checkSeize(_ station: Name, _ count: Int) {
    checkInterruptions(of: station)
    guard let index = stationIndex[station.text] else { return }
    if plan.places[index].together != nil {
      problems.add(.service(.seizedTogether(station: station.text)), at: station.position)
    }
    if plan.places[index].discipline == .shortestJob {
      problems.add(.service(.seizedByLength(station: station.text)), at: station.position)
    }
    guard let most = mostServers(of: index) else { return }
    // A station without any server is refused as such.
    if most > 0, count > most {
      problems.add(.seizesTooMany(count: count, servers: most), at: station.position)
    }
  }

  private mutating func mark(_ name: Name) -> UInt16 {
    if let index = plan.marks.firstIndex(of: name.text) { return UInt16(clamping: index) }
    plan.marks.append(name.text)
    return UInt16(clamping: plan.marks.count - 1)
  }

  mutating func append(
    _ step: StepPlan,
    _ label: String,
    _ layout: ProcedureLayout,
    _ position: SourcePosition
  ) -> UInt16 {
    var step = step
    step.name = UInt16(clamping: plan.stepNames.count)
    plan.stepNames.append("\(layout.label)/\(label)")
    plan.steps.append(step)
    positions.append(position)
    return UInt16(clamping: plan.steps.count - 1)
  }
}
