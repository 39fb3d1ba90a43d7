import ClearanceModel
import EventSimulation

/// Resolves the names of a scenario and lays it out in flat arrays.
struct ScenarioCompiler {
  var scenario: Scenario
  var problems: ProblemList
  var plan = ClearancePlan()
  /// Station name → index of its place; looked up, never iterated.
  var stationIndex: [String: Int] = [:]
  /// Station or STATION.LANE → index.
  var placeIndex: [String: Int] = [:]
  var hashes = HashRegister()
  /// The names that expressions may use.
  var scope = ExpressionScope()
  /// Expressions and their distributions by what they are; looked up, never iterated.
  var expressionIndex: [String: UInt16] = [:]
  var lawIndex: [String: UInt16] = [:]
  /// Operations of all expressions, where they are too many.
  var mostOperationsFound: Int?
  /// The kinds of trucks, and for each of them the places that they come to; only where lanes or
  /// documents need it.
  var visits: [(kind: TruckKind, places: [Bool])] = []
  /// For each step that changes a document the states that it can be met in, as bits.
  var documentStates: [UInt64] = []
  /// Steps that mark goods as something that they cannot be there yet; looked up, never iterated.
  var goodsFault: [Int: CustomsFault] = [:]
  /// The folder of the scenario, for data files.
  let folder: String
  /// Where each step of the plan stands in the file.
  var positions: [SourcePosition] = []
  /// Steps that start companions, to be told where these begin.
  var starts: [(step: Int, procedure: Name, instance: Int?)] = []
  /// The traces in distributions, by index of the sampler; looked up, never iterated.
  var traces: [Int: [RepeatingTrace]] = [:]

  init(_ scenario: Scenario, folder: String, problems: ProblemList) {
    self.scenario = scenario
    self.folder = folder
    self.problems = problems
    plan.horizon = scenario.horizon
    plan.warmUp = scenario.warmUp
    plan.recordingInterval = scenario.recordingInterval
    plan.systemCapacity = scenario.capacity
    plan.workingDays = scenario.workingDays
    plan.papers = scenario.papers
    scope.hasPapers = scenario.papers != nil
    compileClasses()
    plan.attributes = scenario.attributes.map { AttributePlan(name: $0.name.text, kind: $0.kind) }
    plan.sharedAttributes = scenario.sharedAttributes.map {
      AttributePlan(name: $0.name.text, kind: $0.kind)
    }
    compilePlaces()
    compileProperties()
    compileOutages()
    let order = flowOrder()
    let firstSteps = compileProcedures(flows: order)
    compileFlows(order, firstSteps: firstSteps)
    checkOperations()
    followTrucks()
    checkDocuments()
    checkLanes(flows: order)
    checkEnds(flows: order)
    checkTogether()
    checkTeams()
    checkLeaving()
    checkPopulations(order)
    checkTraces(order)
    // With problems the plan has gaps, and is not used.
    plan.notePeaks(ofPlaces: self.problems.isEmpty)
    compileStandards()
  }

  /// Systems that may be out; a scenario may have a station of its own in place of one.
  private mutating func compileOutages() {
    plan.outages = scenario.outages.compactMap { outage in
      guard let place = stationIndex[outage.station] else { return nil }
      return OutagePlan(place: place, queues: outage.queues.compactMap { stationIndex[$0] })
    }
  }

  private mutating func compileClasses() {
    if scenario.classes.count > 255 {
      problems.add(
        .tooMany(.classOfTrucks, found: scenario.classes.count, allowed: 255),
        at: scenario.classes[255].position
      )
    }
    let mixes = scenario.flows.contains { $0.classes.isEmpty } && !scenario.classes.isEmpty
    // Trucks of a flow that names no class have the class without a name, after all others.
    plan.classes = scenario.classes.prefix(255).map(\.text) + (mixes ? [""] : [])
    if plan.classes.isEmpty { plan.classes = [""] }
  }

  /// Index of a class; that without a name for nil.
  func classIndex(_ name: String?) -> Int {
    plan.classes.firstIndex(of: name ?? "") ?? 0
  }

  /// Flows in the order in which simultaneous arrivals happen: by stream, else by name.
  private func flowOrder() -> [Flow] {
    scenario.flows.sorted { $0.key < $1.key }
  }

  /// Looks a name up and notes it when there is none.
  mutating func index(
    of name: Name,
    in table: [String: Int],
    _ kind: NamedKind,
    existing: [String]
  ) -> Int? {
    if let index = table[name.text] { return index }
    problems.add(
      .unknownName(
        name.text,
        kind: kind,
        existing: existing,
        nearest: nearestName(to: name.text, in: existing)
      ),
      at: name.position
    )
    return nil
  }
}

/// Whose hash is whose: equal hashes of different names would give equal draws.
struct HashRegister {
  private var words: [UInt32: String] = [:]

  /// Whether a name has been noted.
  func has(_ name: String) -> Bool {
    words[UInt32(truncatingIfNeeded: stableHash(name))] == name
  }

  /// Notes a word for a name; nil, or the other name that has the same word.
  mutating func clash(_ word: UInt32, _ name: String) -> String? {
    if let other = words[word], other != name { return other }
    words[word] = name
    return nil
  }
}
