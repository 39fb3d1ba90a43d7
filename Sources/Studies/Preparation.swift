import ClearanceModel
import EventSimulation
import ScenarioFiles

/// A scenario made ready to run: read, checked, with the options applied.
struct Preparation {
  let loaded: LoadedScenario
  /// Who is where when statistics begin.
  let state: StateFile?
  let catalogue: MeasureCatalogue

  /// Reads the scenario and applies the options.
  init(_ options: RunOptions) throws(StudyError) {
    try self.init(options) { overrides throws(ScenarioProblems) in
      try LoadedScenario.load(path: options.scenario, overrides: overrides)
    }
  }

  /// Reads a scenario from its text, with data files beside `file`, and applies the options.
  init(_ options: RunOptions, text: String, file: String) throws(StudyError) {
    try self.init(options) { overrides throws(ScenarioProblems) in
      try LoadedScenario.parse(text, file: file, overrides: overrides)
    }
  }

  private init(
    _ options: RunOptions,
    _ load: (_ overrides: [String]) throws(ScenarioProblems) -> LoadedScenario
  ) throws(StudyError) {
    var loaded: LoadedScenario
    do {
      loaded = try load(options.overrides)
      // A calendar is laid out for the days of the run: more of them are read anew.
      if loaded.customs?.calendar != nil, let days = options.days, days > 0,
        let horizon = loaded.scenario.horizon, SimulatedTime.days(Int64(days)) > horizon
      {
        loaded = try load(options.overrides + ["runs for=\(days) d"])
      }
    } catch {
      throw .scenario(error)
    }
    try Self.checkBatches(of: loaded.scenario, options)
    if let seed = options.seed { loaded.scenario.seed = seed }
    if let replications = options.replications { loaded.scenario.replications = replications }
    let replications = loaded.scenario.replications
    if let number = options.replication, number > replications {
      throw .replicationBeyond(found: number, replications: replications)
    }
    // A state takes the place of the warm-up.
    if options.state != nil { loaded.scenario.warmUp = .zero }
    if let days = options.days { try Self.apply(days: days, to: &loaded) }
    state = try Self.begin(with: options.state, in: &loaded)
    if state == nil, loaded.scenario.findsWarmUp { try Self.checkSearch(of: loaded.plan) }
    do {
      catalogue =
        try options.measures.isEmpty
        ? MeasureCatalogue(plan: loaded.plan, adding: options.furtherMeasures)
        : MeasureCatalogue(plan: loaded.plan, names: options.measures)
    } catch {
      throw .unknownMeasures(error.names, known: error.known)
    }
    loaded.plan.observationTimes = catalogue.observationTimes
    loaded.plan.hourlyPlaces = catalogue.hourlyPlaces
    self.loaded = loaded
  }

  /// Refuses to look for a warm-up where the run has too few periods.
  private static func checkSearch(of plan: ClearancePlan) throws(StudyError) {
    guard LevelGrid(plan) == nil, let horizon = plan.horizon else { return }
    throw .warmUp(
      .tooFewPeriods(
        period: plan.rhythm ?? horizon,
        horizon: horizon,
        least: LevelGrid.leastBatches
      )
    )
  }

  /// Reads a state, and has the run begin with it.
  private static func begin(
    with text: StateText?,
    in loaded: inout LoadedScenario
  ) throws(StudyError) -> StateFile? {
    guard let text else { return nil }
    do throws(ScenarioProblems) {
      let state = try StateFile.parse(text.text, file: text.file, for: loaded)
      loaded.begin(with: state)
      // What is observed begins with the state.
      loaded.scenario.findsWarmUp = false
      let faults = Replication.faults(placing: loaded.plan, seed: loaded.scenario.seed)
      if !faults.isEmpty { throw state.problems(faults, in: loaded.plan) }
      return state
    } catch {
      throw .scenario(error)
    }
  }

  /// Refuses several replications of a run whose batches give the intervals.
  private static func checkBatches(
    of scenario: Scenario,
    _ options: RunOptions
  ) throws(StudyError) {
    guard scenario.batches != nil else { return }
    if options.precision != nil { throw .precision(.batches(option: "--precision")) }
    if (options.replications ?? 1) > 1 { throw .precision(.batches(option: "--replications")) }
  }

  private static func apply(
    days: Int,
    to loaded: inout LoadedScenario
  ) throws(StudyError) {
    guard loaded.scenario.horizon != nil else {
      throw .daysNotPossible(days: days, reason: .runsUntilEmpty)
    }
    let horizon = SimulatedTime.days(Int64(days))
    guard horizon > loaded.scenario.warmUp else {
      let warmUp = durationText(loaded.scenario.warmUp)
      throw .daysNotPossible(days: days, reason: .warmUpTooLong(warmUp))
    }
    loaded.scenario.horizon = horizon
    loaded.plan.horizon = horizon
  }
}
