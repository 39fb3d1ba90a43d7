import ClearanceModel
import EventSimulation

/// A file that says who is where, such as a planner writes in the control room (现场状态文件).
///
/// ```yaml
/// state: Monday morning
/// at: 10:30
/// trucks:
///   - {flow: trucks, at: gate, waiting: 7, since: 12 min}
///   - {flow: trucks, at: inspection, in service: 2}
/// ```
public struct StateFile: Sendable {
  /// The file, as the user named it.
  public let file: String
  /// Its text, as it was read.
  public let text: String
  /// The name that it gives itself.
  public let name: String
  /// What it says, by the indices of the scenario's plan.
  public let state: StartingState
  /// Where each group stands.
  let positions: [SourcePosition]

  /// Reads the text of a state for a scenario.
  ///
  /// - Throws: everything that is wrong with its words, at once.
  public static func parse(
    _ text: String,
    file: String,
    for scenario: LoadedScenario
  ) throws(ScenarioProblems) -> StateFile {
    let tree = try SourceTree.parse(text, file: file)
    var reader = StateReader(scenario: scenario, problems: ProblemList(file: file))
    reader.read(tree.root)
    try reader.problems.check()
    return StateFile(
      file: file,
      text: text,
      name: reader.name,
      state: StartingState(at: reader.at, groups: reader.groups),
      positions: reader.positions
    )
  }

  /// An instant of a scenario: `10:30` on its first day, `2024-03-04 10:30`, or `34.5 h` from its start.
  public static func instant(
    _ text: String,
    for scenario: LoadedScenario
  ) throws(ScenarioFault) -> SimulatedTime {
    try StateReader.instant(text, scenario)
  }

  /// What has turned out wrong when the trucks were put into their places, each at its group.
  public func problems(
    _ faults: [PlacementFault],
    in plan: ClearancePlan
  ) -> ScenarioProblems {
    var problems = ProblemList(file: file)
    for fault in faults {
      problems.add(.state(worded(fault, in: plan)), at: positions[fault.group])
    }
    return problems.problems
  }

  private func worded(_ fault: PlacementFault, in plan: ClearancePlan) -> StateFault {
    let group = state.groups[fault.group]
    let flow = plan.flows[group.flow].name
    let place = group.whereabouts.place.map { plan.places[$0].name } ?? ""
    switch fault.reason {
    case .noTruck(let tried):
      let since = group.since > .zero ? durationText(group.since) : nil
      return .noTruck(flow: flow, place: place, since: since, tried: tried)
    case .noServer(let index, let open):
      return .noServer(place: plan.places[index].name, open: open, at: durationText(state.at))
    case .noRoom(let index, let capacity):
      return .noRoom(place: index.map { plan.places[$0].name }, capacity: capacity)
    case .obstacle(let obstacle):
      return .obstacle(obstacle, flow: flow, place: place)
    }
  }
}

extension LoadedScenario {
  /// Begins statistics at a state, with its trucks where they are.
  public mutating func begin(with file: StateFile) {
    scenario.warmUp = file.state.at
    plan.warmUp = file.state.at
    // From an empty zone: how long ways take has nothing to do with who is on them now.
    plan.notePeaks()
    plan.startingState = file.state
  }
}
