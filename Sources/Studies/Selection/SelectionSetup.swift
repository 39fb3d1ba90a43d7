import ClearanceModel
import OutputAnalysis
import ScenarioFiles

/// The question which of several designs is the best, read and checked against its scenario.
struct SelectionSetup {
  let options: SelectionOptions
  let choices: [Choice]
  let designs: [[SelectionResult.Setting]]
  /// Name of the scenario.
  let scenario: String
  let seed: UInt64
  /// Unit of the measure.
  let unit: String
  /// The indifference zone in that unit; 0 where none was given.
  let indifference: Double
  /// Replications of each design to begin with.
  let firstStage: Int
  /// What a design must keep.
  let targets: [Target]
  private let hasQuantiles: Bool

  /// Replications before the first comparison.
  private static let usualFirstStage = 10
  /// The fewest that say anything of the spread.
  private static let leastFirstStage = 5

  /// Reads the question; nothing is simulated.
  init(_ options: SelectionOptions) throws(StudyError) {
    self.options = options
    do throws(SelectionFault) {
      choices = try Choice.choices(options.choices)
      designs = Choice.combinations(choices)
      firstStage = try Self.firstStage(options, designs: designs.count)
    } catch {
      throw .selection(error)
    }
    var base = options.run
    base.replications = nil
    base.measures = [options.measure]
    let preparation = try Preparation(base)
    scenario = preparation.loaded.scenario.name
    seed = preparation.loaded.scenario.seed
    unit = preparation.catalogue.measures[0].unit
    let targets = try SizeSetup.targets(options.targets, preparation.loaded)
    self.targets = targets
    hasQuantiles = targets.contains { target in
      let names = [target.measure]
      let found = try? MeasureCatalogue(plan: preparation.loaded.plan, names: names).measures
      return found?.first?.statistic.order != nil
    }
    do throws(SelectionFault) {
      indifference = try Self.indifference(options, unit: unit)
    } catch {
      throw .selection(error)
    }
  }

  private static func firstStage(
    _ options: SelectionOptions,
    designs: Int
  ) throws(SelectionFault) -> Int {
    guard let budget = options.budget else {
      guard options.indifference != nil else { throw .noIndifference }
      guard options.confidence > 1 / Double(designs) else {
        throw .confidenceTooLow(confidence: options.confidence, designs: designs)
      }
      return usualFirstStage
    }
    let least = leastFirstStage * designs
    guard budget >= least else {
      throw .budgetTooSmall(found: budget, designs: designs, least: least)
    }
    // Half of a small budget is kept for those that need it.
    return min(usualFirstStage, max(leastFirstStage, budget / (2 * designs)))
  }

  private static func indifference(
    _ options: SelectionOptions,
    unit: String
  ) throws(SelectionFault) -> Double {
    guard let text = options.indifference else { return 0 }
    let value: Double
    do throws(ScenarioFault) {
      value = try Target.value(text, unit: unit)
    } catch {
      throw .indifference(text, measure: options.measure, unit: unit, error)
    }
    guard value > 0 else { throw .indifferenceNotPositive(text) }
    return value
  }

  /// What all designs share.
  var experimentOptions: ExperimentOptions {
    var experiment = ExperimentOptions()
    experiment.seed = options.run.seed
    experiment.days = options.run.days
    experiment.workers = options.run.workers
    experiment.measures = [options.measure]
    for target in targets where !experiment.measures.contains(target.measure) {
      experiment.measures.append(target.measure)
    }
    experiment.needsDistributions = hasQuantiles
    experiment.database = options.run.databasePath
    return experiment
  }

  /// The confidence of the choice among those that keep the targets.
  ///
  /// With targets half of the error is for these. The rest is shared out among all rivals, since which
  /// of them are left hangs on the same replications.
  func confidence(among count: Int) -> Double {
    guard !targets.isEmpty else { return options.confidence }
    let share = Double(max(1, count - 1)) / Double(max(1, designs.count - 1))
    return 1 - (1 - options.confidence) / 2 * share
  }

  /// Whether the designs keep the targets, for which half of the error may be spent.
  var question: SizeQuestion {
    SizeQuestion(
      targets: targets,
      confidence: (1 + options.confidence) / 2,
      tolerance: options.tolerance,
      ceiling: options.run.replications ?? SizeStudy.ceiling
    )
  }

  /// The scenario without the levers, and with each combination of them.
  var base: DesignPoint {
    DesignPoint(scenario: options.run.scenario, overrides: options.run.overrides)
  }

  var points: [DesignPoint] {
    designs.map { settings in
      let assignments = settings.map(\.assignment)
      return DesignPoint(
        scenario: options.run.scenario,
        overrides: options.run.overrides + assignments,
        label: assignments.joined(separator: "; ")
      )
    }
  }

  /// Looks whether the scenario takes every combination and has the measure with each.
  ///
  /// - Throws: ``StudyError``; a refusal is put down to the lever that alone causes it, if one does.
  func check() throws(StudyError) {
    for settings in designs {
      do {
        _ = try Preparation(runOptions(settings))
      } catch .scenario(let problems) {
        for (index, setting) in settings.enumerated() {
          do {
            _ = try Preparation(runOptions([setting]))
          } catch .scenario(let problems) {
            let fault = ChoiceFault.refused(value: setting.value, problems)
            throw .selection(.choice(options.choices[index], fault))
          }
        }
        throw .scenario(problems)
      }
    }
  }

  private func runOptions(_ settings: [SelectionResult.Setting]) -> RunOptions {
    var run = options.run
    run.replications = nil
    run.overrides += settings.map(\.assignment)
    run.measures = [options.measure]
    return run
  }
}
