import ClearanceModel
import EventSimulation

/// Turns the nodes of a state into groups of trucks, and notes everything that is wrong.
struct StateReader {
  static let keys = ["state", "at", "trucks"]
  static let truckKeys = [
    "flow", "class", "at", "after", "waiting", "in service", "on the way", "since", "waited",
    "inside", "holds",
  ]
  private static let counts = ["waiting", "in service", "on the way"]
  /// The most trucks of one line.
  private static let mostTrucks = 100_000
  /// The longest that anybody has been anywhere: ten years.
  private static let longest = SimulatedTime.days(3_660)

  let scenario: LoadedScenario
  var problems: ProblemList
  var name = ""
  var at = SimulatedTime.zero
  var groups: [StartingState.Group] = []
  var positions: [SourcePosition] = []

  private var plan: ClearancePlan { scenario.plan }

  init(scenario: LoadedScenario, problems: ProblemList) {
    self.scenario = scenario
    self.problems = problems
  }

  mutating func read(_ root: SourceNode) {
    guard let top = entries(root, Self.keys) else { return }
    name = top["state"]?.value(&problems) { $0 } ?? ""
    if let node = required("at", top, root) {
      let scenario = scenario
      at =
        node.value(&problems) { (text) throws(ScenarioFault) in
          try Self.instant(text, scenario)
        } ?? .zero
    }
    if let flow = plan.flows.first(where: \.isClosed) {
      problems.add(.state(.closedFlow(flow.name)), at: root.position)
    }
    guard let items = required("trucks", top, root)?.list("trucks", &problems) else { return }
    for item in items { readGroup(item) }
    if problems.isEmpty, groups.isEmpty {
      problems.add(.state(.nobody), at: top["trucks"]?.position)
    }
  }

  // MARK: Keys

  /// The values of a mapping by key; nil, with a problem, where the node is none.
  private mutating func entries(_ node: SourceNode, _ allowed: [String]) -> [String: SourceNode]? {
    guard let entries = node.entries else {
      problems.add(.wrongKind(found: node.kind, expected: [.mapping]), at: node.position)
      return nil
    }
    var values: [String: SourceNode] = [:]
    for entry in entries {
      if allowed.contains(entry.key) {
        values[entry.key] = entry.value
      } else {
        let nearest = nearestName(to: entry.key, in: allowed)
        problems.add(
          .state(.unknownKey(entry.key, allowed: allowed, nearest: nearest)),
          at: entry.keyPosition
        )
      }
    }
    return values
  }

  private mutating func required(
    _ key: String,
    _ values: [String: SourceNode],
    _ node: SourceNode
  ) -> SourceNode? {
    if let value = values[key] { return value }
    problems.add(.state(.missing([key])), at: node.position)
    return nil
  }

  // MARK: The instant

  /// `10:30` on the first day, `2024-03-04 10:30`, or `34.5 h` from the start.
  static func instant(
    _ text: String,
    _ scenario: LoadedScenario
  ) throws(ScenarioFault) -> SimulatedTime {
    let parts = text.trimmed.split { $0 == " " || $0 == "T" }.map(String.init)
    var time: SimulatedTime
    if parts.count == 1, text.contains(":") {
      time = SimulatedTime(microseconds: try parseClock(parts[0]))
    } else if let first = parts.first, first.split(separator: "-").count == 3 {
      guard parts.count <= 2 else { throw .state(.notAnInstant(text)) }
      let date = try parseDate(first)
      guard let starts = scenario.customs?.starts else { throw .state(.noDates(text)) }
      let day = date.daysSinceEpoch - starts.daysSinceEpoch
      guard day >= 0 else { throw .state(.beforeStart(text, starts: starts.isoText)) }
      time = .days(Int64(day))
      if parts.count == 2 { time = time + SimulatedTime(microseconds: try parseClock(parts[1])) }
    } else if text.trimmed.first?.isNumber ?? false {
      time = SimulatedTime(microseconds: try parseDuration(text))
    } else {
      throw .state(.notAnInstant(text))
    }
    if let horizon = scenario.plan.horizon, time >= horizon {
      throw .state(.beyondRun(text, horizon: durationText(horizon)))
    }
    guard time <= Self.longest else {
      throw .outOfRange(text, low: "0 h", high: durationText(Self.longest))
    }
    return time
  }

  // MARK: Trucks

  private mutating func readGroup(_ node: SourceNode) {
    guard let values = entries(node, Self.truckKeys) else { return }
    let present = Self.counts.filter { values[$0] != nil }
    if present.isEmpty { problems.add(.state(.missing(Self.counts)), at: node.position) }
    refuseConflicts(values, present)
    guard let flow = readFlow(required("flow", values, node)) else { return }
    let classIndex = readClass(values["class"], of: flow)
    let since = length("since", values)
    let waited = length("waited", values)
    let inside = values["inside"] == nil ? nil : length("inside", values)
    let place = readPlace(values["at"], of: flow)
    let after = readPlace(values["after"], of: flow)
    let holds = readHolds(values["holds"], of: flow)
    for key in present {
      guard let text = values[key] else { continue }
      let count = text.value(&problems) { (text) throws(ScenarioFault) in
        try parseCount(text, in: 0...Self.mostTrucks)
      }
      let whereabouts: StartingState.Whereabouts
      if key == "on the way" {
        if values["after"] != nil, after == nil { continue }
        whereabouts = .onTheWay(after: after)
      } else {
        guard values["at"] != nil else {
          problems.add(.state(.missing(["at"])), at: node.position)
          continue
        }
        guard let place else { continue }
        whereabouts = key == "waiting" ? .waiting(at: place) : .inService(at: place)
      }
      guard let count, count > 0 else { continue }
      var group = StartingState.Group(flow: flow, whereabouts, count: count)
      group.classIndex = classIndex
      group.since = since
      group.waited = waited
      group.inside = inside
      group.holds = holds
      groups.append(group)
      positions.append(text.position)
    }
  }

  /// Keys that say nothing together.
  private mutating func refuseConflicts(_ values: [String: SourceNode], _ present: [String]) {
    func refuse(_ first: String, _ second: String) {
      if let node = values[second], values[first] != nil {
        problems.add(.conflictingKeys([first, second]), at: node.position)
      }
    }
    refuse("at", "after")
    refuse("at", "on the way")
    refuse("waiting", "after")
    refuse("in service", "after")
    refuse("waiting", "waited")
    refuse("on the way", "waited")
  }

  private mutating func readFlow(_ node: SourceNode?) -> Int? {
    name(node, .flow, plan.flows.map(\.name))
  }

  private mutating func readClass(_ node: SourceNode?, of flow: Int) -> Int? {
    guard let node else { return nil }
    let clock = plan.flows[flow].classClock?.meanShares
    let occurring = (clock ?? plan.flows[flow].classes).map { plan.classes[Int($0.classIndex)] }
    guard let index = name(node, .classOfTrucks, occurring) else { return nil }
    return plan.classes.firstIndex(of: occurring[index])
  }

  /// A place that the flow comes to, by its index.
  private mutating func readPlace(_ node: SourceNode?, of flow: Int) -> Int? {
    guard let node, let index = name(node, .place, plan.places.map(\.name)) else { return nil }
    let come = plan.placesMet(byFlow: flow)
    guard come[plan.places[index].station ?? index] else {
      problems.add(
        .state(
          .neverComes(
            flow: plan.flows[flow].name,
            place: plan.places[index].name,
            existing: plan.places.indices.filter { come[$0] }.map { plan.places[$0].name }
          )
        ),
        at: node.position
      )
      return nil
    }
    return index
  }

  /// One place or several, or `nothing`.
  private mutating func readHolds(_ node: SourceNode?, of flow: Int) -> [Int]? {
    guard let node else { return nil }
    if node.text == "nothing" { return [] }
    var held: [Int] = []
    for item in node.items ?? [node] {
      guard let place = readPlace(item, of: flow) else { continue }
      if plan.places[place].hasServers {
        held.append(place)
      } else {
        let lanes = plan.places[place].lanes.map { plan.places[$0].name }
        problems.add(
          .state(.needsLane(station: plan.places[place].name, lanes: lanes)),
          at: item.position
        )
      }
    }
    return held.sorted()
  }

  private mutating func name(_ node: SourceNode?, _ kind: NamedKind, _ existing: [String]) -> Int? {
    node?.value(&problems) { (text) throws(ScenarioFault) in
      if let index = existing.firstIndex(of: text.trimmed) { return index }
      let nearest = nearestName(to: text, in: existing)
      throw .unknownName(text, kind: kind, existing: existing, nearest: nearest)
    }
  }

  private mutating func length(_ key: String, _ values: [String: SourceNode]) -> SimulatedTime {
    let time = values[key]?.value(&problems) { (text) throws(ScenarioFault) in
      let time = SimulatedTime(microseconds: try parseDuration(text))
      guard time <= Self.longest else {
        throw .outOfRange(text, low: "0 s", high: durationText(Self.longest))
      }
      return time
    }
    return time ?? .zero
  }
}

extension ClearancePlan {
  /// The stations that trucks of a flow come to themselves, by index.
  ///
  /// - Complexity: O(steps)
  public func placesMet(byFlow index: Int) -> [Bool] {
    var places = Array(repeating: false, count: places.count)
    var seen = Array(repeating: false, count: steps.count)
    var open = [Int(flows[index].firstStep)]
    while let step = open.popLast() {
      guard !seen[step] else { continue }
      seen[step] = true
      let kind = steps[step].kind
      if kind == .serve || kind == .seize { places[Int(steps[step].place)] = true }
      open += successors(of: step)
    }
    return places
  }
}
