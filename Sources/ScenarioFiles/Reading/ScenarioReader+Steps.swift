import ClearanceModel
import EventSimulation
import RandomVariates

/// Steps and branches.
extension ScenarioReader {
  private static let actions = [
    "serve at", "delay for", "seize", "release", "choose", "go to", "mark", "set", "use",
    "start", "stage", "count", "gather", "do in parallel", "wait until", "clock",
    "papers", "look up", "sum",
  ]

  /// Keys that belong to some of the actions.
  private static let companions: [(key: String, actions: [String])] = [
    ("for", ["serve at"]), ("with", ["use", "start"]), ("times", ["start"]), ("at", ["count"]),
    ("patience", ["serve at", "seize"]), ("leaves if queue over", ["serve at", "seize"]),
    ("on leaving", ["serve at", "seize"]), ("for each", ["start"]), ("way", ["papers"]),
    ("as", ["papers"]), ("goods", ["papers"]), ("lines", ["papers"]), ("documents", ["papers"]),
    ("status", ["papers"]), ("since", ["papers"]), ("sets", ["papers"]), ("joins", ["papers"]),
    ("declares", ["look up"]), ("credit", ["look up"]), ("of", ["sum"]), ("out of", ["sum"]),
  ]

  /// Reads a list of steps; an empty list is a procedure that ends at once.
  mutating func readSteps(_ node: SourceNode) -> [Step] {
    guard let items = node.items else {
      problems.add(.wrongKind(found: node.kind, expected: [.list]), at: node.position)
      return []
    }
    // A procedure that is used twice by one that is used twice, and so on, doubles each time.
    library.stepCount += items.count
    guard library.stepCount <= ProcedureLibrary.mostSteps else {
      problems.add(
        .tooMany(.step, found: library.stepCount, allowed: ProcedureLibrary.mostSteps),
        at: node.position
      )
      return []
    }
    return items.compactMap { readStep($0) }
  }

  private mutating func readStep(_ node: SourceNode) -> Step? {
    guard let section = MappingReader(node, .step, &problems) else { return nil }
    let found = section.present(Self.actions)
    guard found.count == 1 else {
      problems.add(.stepActions(found: found, allowed: Self.actions), at: node.position)
      return nil
    }
    for (key, actions) in Self.companions
    where section.node(key) != nil && !actions.contains(found[0]) {
      problems.add(.conflictingKeys([found[0], key]), at: section.keyPosition(key))
    }
    let name = section.node("name")?.name(&problems)
    if let name, name.text == Step.endName {
      problems.add(.reservedName(name.text), at: name.position)
    }
    let stream = section.node("stream")?.name(&problems)
    guard let value = section.node(found[0]),
      let action = readAction(found[0], value, section)
    else { return nil }
    var step = Step(position: node.position, name: name, stream: stream, action: action)
    readDrawn(section, found[0], into: &step)
    readPatience(section, into: &step)
    return step
  }

  private mutating func readAction(
    _ key: String,
    _ value: SourceNode,
    _ section: MappingReader
  ) -> Step.Action? {
    switch key {
    case "serve at":
      let station = value.name(&problems)
      let law = section.required("for", &problems).flatMap { readDuration($0) }
      // Without its law the step is still checked for all else.
      return station.map { .serve(station: $0, duration: law ?? Self.unread) }
    case "delay for":
      return .delay(readDuration(value) ?? Self.unread)
    case "seize":
      guard let seized = readSeized(value, key) else { return nil }
      if seized.count > 1 { return .seizeTogether(seized) }
      return .seize(station: seized[0].station, count: seized[0].count)
    case "release":
      let hasCount = value.entries != nil
      guard let released = readSeized(value, key) else { return nil }
      if released.count > 1 { return .releaseTogether(released) }
      return .release(station: released[0].station, count: hasCount ? released[0].count : nil)
    case "choose":
      return readBranches(value).map(Step.Action.choose)
    case "go to":
      return value.name(&problems).map(Step.Action.goTo)
    case "set":
      return readSet(value)
    case "use":
      return readUse(value, section)
    case "start":
      return readStart(value, section)
    case "count":
      return readCount(value, section)
    case "stage":
      return value.name(&problems).map(Step.Action.stage)
    case "gather":
      return value.name(&problems).map(Step.Action.gather)
    case "do in parallel":
      return readParallel(value)
    case "wait until":
      return readCondition(value).map(Step.Action.wait)
    case "papers":
      return readPapers(value, section)
    case "look up":
      return readLookUp(section)
    case "sum":
      return readSum(value, section)
    case "clock":
      return section.word(key, [("starts", Step.Action.startClock)], &problems)
    default:
      return value.name(&problems).map(Step.Action.mark)
    }
  }

  /// Stands for a law that cannot be read.
  private static let unread = Law(text: "", distribution: .constant(0))

  private mutating func readBranches(_ node: SourceNode) -> [Branch]? {
    guard let items = node.list("choose", &problems) else { return nil }
    let branches = items.compactMap { readBranch($0) }
    guard branches.count == items.count else { return nil }
    var sum = 0.0
    var hasShares = false
    var hasConditions = false
    for branch in branches {
      switch branch.choice {
      case .share(let share):
        sum += share
        hasShares = true
      case .when, .otherwise:
        hasConditions = true
      }
    }
    if hasShares, hasConditions { problems.add(.mixedChoice, at: node.position) }
    if sum > 1 + 1e-9 { problems.add(.sharesOverWhole(found: sum), at: node.position) }
    for (index, branch) in branches.enumerated().dropLast() {
      guard case .otherwise = branch.choice else { continue }
      problems.add(.branchAfterOtherwise, at: branches[index + 1].position)
    }
    return branches
  }

  private mutating func readBranch(_ node: SourceNode) -> Branch? {
    guard let section = MappingReader(node, .branch, &problems) else { return nil }
    let choices = ["share", "when", "otherwise"]
    let found = section.present(choices)
    guard found.count == 1, let value = section.node(found[0]) else {
      let fault: ScenarioFault =
        found.isEmpty
        ? .missingKeys(choices, section: .branch) : .conflictingKeys(found)
      problems.add(fault, at: node.position)
      return nil
    }
    let goTo = section.node("go to")?.name(&problems)
    var steps: [Step] = []
    let choice: Branch.Choice?
    switch found[0] {
    case "share": choice = value.value(&problems, parseShare).map(Branch.Choice.share)
    case "when": choice = readCondition(value).map(Branch.Choice.when)
    default:
      choice = .otherwise
      // `otherwise:` holds the steps itself; `otherwise:` with `do:` or `go to:` beside it is fine.
      if value.kind != .nothing { steps = readSteps(value) }
    }
    if let node = section.node("do") {
      if found[0] == "otherwise", value.kind != .nothing {
        problems.add(.conflictingKeys(["otherwise", "do"]), at: section.keyPosition("do"))
      }
      steps += readSteps(node)
    } else if found[0] != "otherwise", goTo == nil, section.node("go to") == nil {
      problems.add(.missingKeys(["do", "go to"], section: .branch), at: node.position)
    }
    guard let choice else { return nil }
    return Branch(position: node.position, choice: choice, steps: steps, goTo: goTo)
  }
}
