import ClearanceModel
import ScenarioFiles
import Studies

/// Procedures in words, with the numbers of their steps.
extension CheckText {
  mutating func addProcedures() {
    guard !scenario.procedures.isEmpty else { return }
    addHeading(.proceduresHeading)
    if !isComplete {
      for procedure in scenario.procedures {
        let count = procedure.steps.reduce(0) { $0 + $1.stepCount }
        let steps = wording.pick(count == 1 ? "1 step" : "\(count) steps", "\(count)步")
        add(procedure.name.text, [steps])
      }
      add(wording(.shortProcedures), indent: 2)
      return
    }
    for procedure in scenario.procedures {
      add(title(of: procedure), indent: 2)
      if procedure.steps.isEmpty { add(wording(.emptyProcedure), indent: 4) }
      var numbers: [String: String] = [:]
      Self.number(procedure.steps, prefix: "", from: 1, into: &numbers)
      addSteps(procedure.steps, prefix: "", from: 1, indent: 4, numbers)
    }
  }

  /// The name, with the parameters where there are several instances of it.
  private func title(of procedure: Procedure) -> String {
    let name = procedure.name.text
    guard scenario.procedures.count(where: { $0.name.text == name }) > 1 else { return name }
    let arguments = procedure.arguments.map { "\($0.name) = \($0.value)" }
    return wording(.procedureWith, ["name": name, "values": wording.list(arguments)])
  }

  /// The numbers of the named steps, and the number after the last.
  ///
  /// Steps inside branches go on counting from branch to branch: 3.1, 3.2 | 3.3.
  @discardableResult
  private static func number(
    _ steps: [Step],
    prefix: String,
    from first: Int,
    into numbers: inout [String: String]
  ) -> Int {
    for (offset, step) in steps.enumerated() {
      let number = "\(prefix)\(first + offset)"
      if let name = step.name { numbers[name.text] = number }
      if let steps = step.onLeaving {
        Self.number(steps, prefix: number + ".", from: 1, into: &numbers)
      }
      let lists: [[Step]]
      switch step.action {
      case .choose(let branches): lists = branches.map(\.steps)
      case .parallel(let branches): lists = branches
      default: continue
      }
      var next = 1
      for steps in lists {
        next = Self.number(steps, prefix: number + ".", from: next, into: &numbers)
      }
    }
    return first + steps.count
  }

  private mutating func addSteps(
    _ steps: [Step],
    prefix: String,
    from first: Int,
    indent: Int,
    _ numbers: [String: String]
  ) {
    for (offset, step) in steps.enumerated() {
      let number = "\(prefix)\(first + offset)"
      let name = step.name.map { $0.text + wording.pick(": ", "：") } ?? ""
      let facts = sentence(step.action, numbers) + patience(of: step)
      add("\(number). \(name)\(facts)", indent: indent)
      if let steps = step.onLeaving {
        add(wording(steps.isEmpty ? PatiencePhrase.leaversGoOn : .leavers), indent: indent + 3)
        addSteps(steps, prefix: number + ".", from: 1, indent: indent + 5, numbers)
      }
      switch step.action {
      case .choose(let branches):
        addBranches(branches, number: number, indent: indent + 3, numbers)
      case .parallel(let branches):
        addParallel(branches, number: number, indent: indent + 3, numbers)
      case .use(_, let steps):
        // Names are local to a procedure that is used.
        var inner: [String: String] = [:]
        Self.number(steps, prefix: number + ".", from: 1, into: &inner)
        addSteps(steps, prefix: number + ".", from: 1, indent: indent + 3, inner)
      default: break
      }
    }
  }

  private mutating func addParallel(
    _ branches: [[Step]],
    number: String,
    indent: Int,
    _ numbers: [String: String]
  ) {
    var next = 1
    for (index, steps) in branches.enumerated() {
      let title = wording(.parallelBranch, ["number": "\(index + 1)"])
      let gap = wording.pick(" ", "")
      add(steps.isEmpty ? title + gap + wording(.nothingToDo) : title, indent: indent)
      addSteps(steps, prefix: number + ".", from: next, indent: indent + 2, numbers)
      next += steps.count
    }
  }

  private mutating func addBranches(
    _ branches: [Branch],
    number: String,
    indent: Int,
    _ numbers: [String: String]
  ) {
    var next = 1
    var shares = 0.0
    var hasShares = false
    var hasOtherwise = false
    for branch in branches {
      switch branch.choice {
      case .share(let share):
        shares += share
        hasShares = true
      case .when: break
      case .otherwise: hasOtherwise = true
      }
      let gap = wording.pick(" ", "")
      if branch.steps.isEmpty {
        let end = branch.goTo.map { goTo($0, numbers) } ?? wording(.goOn)
        add(choice(branch.choice) + gap + end, indent: indent)
      } else {
        add(choice(branch.choice), indent: indent)
        addSteps(branch.steps, prefix: number + ".", from: next, indent: indent + 2, numbers)
        next += branch.steps.count
        if let target = branch.goTo {
          let then =
            target.text == Step.endName
            ? wording(.thenGoToEnd) : wording(.thenGoTo, ["step": label(target, numbers)])
          add(then, indent: indent + 2)
        }
      }
    }
    if hasShares {
      // Shares that are a whole but for rounding leave nobody.
      guard shares < 1 - 1e-9 else { return }
      let rest = wording(.branchRest, ["share": quantities.exactShare(1 - shares)])
      add(rest + wording.pick(" ", "") + wording(.goOn), indent: indent)
    } else if !hasOtherwise {
      add(wording(.branchOtherwise) + wording.pick(" ", "") + wording(.goOn), indent: indent)
    }
  }

  private func sentence(_ action: Step.Action, _ numbers: [String: String]) -> String {
    switch action {
    case .serve(let station, let law):
      return wording(.serve, ["station": station.text, "law": wording.duration(law)])
    case .delay(let law): return wording(.delay, ["law": wording.duration(law)])
    case .seize(let station, let count):
      return wording(
        .seize,
        ["station": station.text, "servers": wording.counted(count, .server)]
      )
    case .release(let station, nil): return wording(.release, ["station": station.text])
    case .release(let station, let count?): return releaseSome([(station, count)])
    case .seizeTogether(let parts): return wording(.seizeTogether, ["servers": parted(parts)])
    case .releaseTogether(let parts): return releaseSome(parts)
    case .parallel: return wording(.parallel)
    case .choose: return wording(.choose)
    case .goTo(let name): return goTo(name, numbers)
    case .mark(let name):
      return name.text == "cleared"
        ? wording(.markCleared) : wording(.mark, ["mark": name.text])
    case .set(let values):
      let texts = values.map { "\($0.attribute.text) = \($0.text)" }
      return wording(.setAttributes, ["values": wording.list(texts)])
    case .use(let procedure, _): return wording(.useProcedure, ["name": procedure.text])
    case .start(let procedure, _, .one):
      return wording(.startCompanion, ["name": procedure.text])
    case .start(let procedure, _, .times(let times)):
      return wording(.startCompanions, ["name": procedure.text, "times": times.text])
    case .start(let procedure, _, .forEach(let way)):
      let papers = wording.papers(way)
      return wording(PaperStepPhrase.startForEach, ["name": procedure.text, "papers": papers])
    case .stage(let stage): return wording(.beginStage, ["stage": stage.text])
    case .count(let counter, let station):
      guard let station else { return wording(.count, ["counter": counter.text]) }
      return wording(.countAt, ["counter": counter.text, "station": station.text])
    case .sum(let action): return wording.sentence(action)
    case .gather(let collection): return wording(.gather, ["name": collection.text])
    case .wait(let condition):
      return wording(.waitUntil, ["condition": wording.condition(condition)])
    case .startClock: return wording(.startClock)
    case .papers(let action): return wording.sentence(action)
    case .lookUpFirm(let declares, let credit):
      let names = [declares, credit].compactMap { $0?.text }
      return wording(PaperStepPhrase.lookUp, ["names": wording.list(names)])
    }
  }

  private func releaseSome(_ parts: [(station: Name, count: Int)]) -> String {
    wording(.releaseSome, ["servers": parted(parts)])
  }

  /// Numbers of servers, each with its station.
  private func parted(_ parts: [(station: Name, count: Int)]) -> String {
    wording.list(
      parts.map { part in
        wording(
          .serversOf,
          ["servers": wording.counted(part.count, .server), "station": part.station.text]
        )
      }
    )
  }

  private func goTo(_ name: Name, _ numbers: [String: String]) -> String {
    if name.text == Step.endName { return wording(.goToEnd) }
    return wording(.goTo, ["step": label(name, numbers)])
  }

  private func label(_ name: Name, _ numbers: [String: String]) -> String {
    wording(.stepNamed, ["number": numbers[name.text] ?? "?", "name": name.text])
  }

  private func choice(_ choice: Branch.Choice) -> String {
    switch choice {
    case .share(let share):
      wording(.branchShare, ["share": quantities.exactShare(share)])
    case .when(let condition):
      wording(.branchWhen, ["condition": wording.condition(condition)])
    case .otherwise: wording(.branchOtherwise)
    }
  }
}

extension Step {
  /// Steps of it and of all its branches.
  fileprivate var stepCount: Int {
    let leaving = (onLeaving ?? []).reduce(0) { $0 + $1.stepCount }
    return switch action {
    case .choose(let branches):
      branches.reduce(1) { $0 + $1.steps.reduce(0) { $0 + $1.stepCount } }
    case .parallel(let branches): branches.joined().reduce(1) { $0 + $1.stepCount }
    default: 1 + leaving
    }
  }
}

extension Wording {
  /// A condition, such as `class = aeo and queue at gate > 5`.
  func condition(_ condition: Condition) -> String {
    let groups = condition.groups.map { group in
      group.map(test).joined(separator: self(.and))
    }
    return groups.joined(separator: self(.or))
  }

  private func test(_ test: Condition.Test) -> String {
    let attribute =
      switch test.attribute {
      case .classOfTruck: self(.classOfTruck)
      case .flow: self(.flowOfTruck)
      case .queue(let place): self(.queueAt, ["place": place])
      case .present(let place): self(.presentAt, ["place": place])
      case .timeOfDay: self(.timeOfDay)
      case .open(let place): self(.openAt, ["place": place])
      case .attribute(let name): name
      case .paperPhase(let way): papers(way)
      case .paperCount(let operand): count(operand)
      case .constant(_, let text): text
      }
    let value =
      switch test.value {
      case .name(let name): name
      case .quantity(_, let text): text
      case .papers(let operand): count(operand)
      case .number(let number):
        test.attribute == .timeOfDay
          ? quantities.clock(microseconds: number) : quantities.count(number)
      }
    let gap = pick(" ", "")
    return attribute + gap + sign(test.comparison) + gap + value
  }

  private func sign(_ comparison: Comparison) -> String {
    switch comparison {
    case .equal: "="
    case .notEqual: "≠"
    case .less: "<"
    case .atMost: "≤"
    case .greater: ">"
    case .atLeast: "≥"
    }
  }
}
