import ClearanceModel

/// Work side by side, and servers of several stations at once.
extension ScenarioCompiler {
  /// What is declared after so many attributes cannot be set in `do in parallel`.
  private static let mostAttributesInBranches = 64

  /// Lays out the branches, each with a step at its end that knows its branch.
  mutating func compileParallel(
    _ named: ProcedureLayout.NamedStep,
    into step: inout StepPlan,
    _ layout: inout ProcedureLayout
  ) {
    step.kind = .fork
    var compiled: [BranchPlan] = []
    var sets: UInt64 = 0
    for (number, steps) in named.branches.enumerated() {
      let outer = layout.branch
      layout.branchCount += 1
      layout.branch = layout.branchCount
      let label = "\(named.label)/end \(number + 1)"
      let end = append(StepPlan(.join), label, layout, named.step.position)
      var branch = BranchPlan(target: compile(steps, next: end, &layout))
      layout.branch = outer
      for name in steps.flatMap(\.step.attributesSet) {
        // All branches have the same one, so that nothing of it could be handed back.
        if sharedAttribute(name.text) != nil {
          problems.add(.parallel(.setsShared(attribute: name.text)), at: name.position)
          continue
        }
        // What is unknown is reported where it is set.
        guard let index = plan.attributes.firstIndex(where: { $0.name == name.text }) else {
          continue
        }
        // A branch has one bit for each of the attributes that it can set.
        guard index < Self.mostAttributesInBranches else {
          problems.add(
            .tooMany(
              .attribute,
              found: plan.attributes.count,
              allowed: Self.mostAttributesInBranches
            ),
            at: name.position
          )
          continue
        }
        let bit: UInt64 = 1 << UInt64(index)
        if sets & bit != 0 {
          problems.add(.parallel(.setTwice(attribute: name.text)), at: name.position)
        }
        branch.sets |= bit
      }
      sets |= branch.sets
      compiled.append(branch)
    }
    step.firstBranch = UInt16(clamping: plan.branches.count)
    step.branchCount = UInt16(clamping: compiled.count)
    plan.branches += compiled
  }

  /// A seize for each station, one after the other; returns the first.
  mutating func compileSeizes(
    _ parts: [(station: Name, count: Int)],
    of named: ProcedureLayout.NamedStep,
    next: UInt16,
    _ layout: inout ProcedureLayout
  ) -> UInt16 {
    checkJointSeize(parts.map(\.station))
    var after = next
    for part in inOrder(parts).reversed() {
      var step = StepPlan(.seize)
      step.onLeaving = StepPlan.none
      step.next = after
      step.isPart = true
      step.count = UInt16(clamping: part.count)
      step.place = station16(part.station)
      let identity = "\(named.identity)/\(identity(of: part.station))"
      step.hash = DrawStep.word(identity)
      if let other = hashes.clash(step.hash, identity) {
        problems.add(.hashCollision(other, identity), at: part.station.position)
      }
      layout.seizes.append((part.station.text, part.count, layout.branch))
      checkSeize(part.station, part.count)
      after = append(step, named.label, layout, named.step.position)
    }
    return after
  }

  /// A release for each station, one after the other; returns the first.
  mutating func compileReleases(
    _ parts: [(station: Name, count: Int)],
    of named: ProcedureLayout.NamedStep,
    next: UInt16,
    _ layout: inout ProcedureLayout
  ) -> UInt16 {
    var after = next
    for part in inOrder(parts).reversed() {
      var step = StepPlan(.release)
      step.next = after
      step.place = station16(part.station)
      step.count = UInt16(clamping: part.count)
      layout.releases.append((part.station, part.count, layout.branch))
      after = append(step, named.label, layout, named.step.position)
    }
    return after
  }

  /// By name, so that the order of keys in the file is no meaning.
  private func inOrder(
    _ parts: [(station: Name, count: Int)]
  ) -> [(station: Name, count: Int)] {
    parts.sorted { identity(of: $0.station) < identity(of: $1.station) }
  }

  private func identity(of station: Name) -> String {
    let found = scenario.stations.first { $0.name.text == station.text }
    return found?.stream?.text ?? station.text
  }

  /// Who waits at several stations must have one place in the order of all of them: else two
  /// could wait for each other for ever.
  private mutating func checkJointSeize(_ stations: [Name]) {
    var first: (name: Name, discipline: QueueDiscipline)?
    for name in stations {
      guard let index = stationIndex[name.text] else { continue }
      let place = plan.places[index]
      if let reason = place.obstacle {
        problems.add(
          .parallel(.cannotSeizeTogether(station: name.text, reason: reason)),
          at: name.position
        )
      } else if let first, first.discipline != place.discipline {
        problems.add(
          .parallel(.differentQueues(station: name.text, other: first.name.text)),
          at: name.position
        )
      } else if first == nil {
        first = (name, place.discipline)
      }
    }
  }

  /// What is given back was seized in the same branch, and is not more than that.
  mutating func checkReleases(_ layout: ProcedureLayout) {
    for (station, count, branch) in layout.releases {
      let all = layout.seizes.filter { $0.station == station.text }
      let seized = all.filter { $0.branch == branch }.map(\.count)
      let sum = seized.reduce(0, +)
      if all.isEmpty {
        problems.add(.releaseWithoutSeize(station: station.text), at: station.position)
      } else if seized.isEmpty {
        problems.add(.parallel(.releaseAcross(station: station.text)), at: station.position)
      } else if let count, count > sum {
        problems.add(
          .releasesOtherCount(station: station.text, count: count, seized: sum),
          at: station.position
        )
      }
    }
  }
}

extension PlacePlan {
  /// Why the place cannot be seized together with others; nil where it can.
  fileprivate var obstacle: SeizeObstacle? {
    if discipline == .random { return .order }
    if blocksUpstream { return .blocksUpstream }
    if goesFirst != nil { return .goesFirst }
    return jockeys ? .jockeys : nil
  }
}

extension Step {
  /// The attributes that the step, or one within it, sets; each once.
  var attributesSet: [Name] {
    var found: [Name] = []
    for name in allAttributesSet where !found.contains(where: { $0.text == name.text }) {
      found.append(name)
    }
    return found
  }

  private var allAttributesSet: [Name] {
    let own: [Name] =
      switch action {
      case .set(let values): values.map(\.attribute)
      case .papers(let action): [action.sets].compactMap { $0 }
      case .lookUpFirm(let declares, let credit): [declares, credit].compactMap { $0 }
      case .choose(let branches): branches.flatMap { $0.steps.flatMap(\.allAttributesSet) }
      case .use(_, let steps): steps.flatMap(\.allAttributesSet)
      case .parallel(let branches): branches.flatMap { $0.flatMap(\.allAttributesSet) }
      default: []
      }
    return own + (onLeaving ?? []).flatMap(\.allAttributesSet)
  }
}
