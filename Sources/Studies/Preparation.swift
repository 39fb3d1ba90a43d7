import ClearanceModel
import EventSimulation
import ScenarioFiles

/// A scenario made ready to run: read, checked, with the options applied.
struct Preparation {
  let loaded: LoadedScenario
  let catalogue: MeasureCatalogue

  /// Reads the scenario and applies the options.
  init(_ options: RunOptions) throws(StudyError) {
    let loaded: LoadedScenario
    do {
      loaded = try LoadedScenario.load(path: options.scenario, overrides: options.overrides)
    } catch {
      throw .scenario(error)
    }
    try self.init(options, loaded)
  }

  /// Reads a scenario from its text, with data files beside `file`, and applies the options.
  init(_ options: RunOptions, text: String, file: String) throws(StudyError) {
    let loaded: LoadedScenario
    do {
      loaded = try LoadedScenario.parse(text, file: file, overrides: options.overrides)
    } catch {
      throw .scenario(error)
    }
    try self.init(options, loaded)
  }

  private init(_ options: RunOptions, _ scenario: LoadedScenario) throws(StudyError) {
    var loaded = scenario
    if let seed = options.seed { loaded.scenario.seed = seed }
    if let replications = options.replications { loaded.scenario.replications = replications }
    let replications = loaded.scenario.replications
    if let number = options.replication, number > replications {
      throw .replicationBeyond(found: number, replications: replications)
    }
    if let days = options.days { try Self.apply(days: days, to: &loaded) }
    do {
      catalogue =
        options.measures.isEmpty
        ? MeasureCatalogue(plan: loaded.plan)
        : try MeasureCatalogue(plan: loaded.plan, names: options.measures)
    } catch {
      throw .unknownMeasures(error.names, known: error.known)
    }
    loaded.plan.observationTimes = catalogue.observationTimes
    self.loaded = loaded
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
