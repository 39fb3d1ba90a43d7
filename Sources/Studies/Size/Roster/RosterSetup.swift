import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles

/// A question for a roster by the hour, read and checked.
struct RosterSetup: Sendable {
  /// One of the targets that a roster is tested with.
  struct Test: Sendable {
    /// Index of the target that was asked.
    let index: Int
    /// The clock hour; nil for the whole day.
    let hour: Int?
    let target: Target
  }

  let key: RosterKey
  let targets: [RosterTarget]
  let scenario: String
  let seed: UInt64
  let confidence: Double
  let tolerance: Double
  let ceiling: Int
  /// Days over which a replication is observed.
  let days: Double
  private let options: SizeOptions

  /// Reads the question; nothing is simulated.
  init(_ options: SizeOptions, byHour: String) throws(StudyError) {
    self.options = options
    confidence = options.confidence
    tolerance = options.tolerance
    ceiling = options.run.replications ?? RosterStudy.ceiling
    do throws(SizeFault) {
      key = try RosterKey(byHour)
      try SizeSetup.checkTexts(options.targets)
    } catch {
      throw .size(error)
    }
    var base = options.run
    base.replications = nil
    let loaded = try Preparation(base).loaded
    let plan = loaded.plan
    targets = try SizeSetup.targets(options.targets, loaded).map { RosterTarget($0, in: plan) }
    guard targets.contains(where: { !$0.hourly.isEmpty }) else {
      throw .size(.roster(byHour, .noWait))
    }
    scenario = loaded.scenario.name
    seed = loaded.scenario.seed
    // A run until empty has as many days as it begins; its counts are those of a replication.
    days = plan.horizon.map { max(1e-9, ($0 - plan.warmUp).seconds / 86_400) } ?? 1
    for count in [key.range.lowerBound, key.range.upperBound] where count > 0 {
      let roster = Array(repeating: count, count: 24)
      let assignments = key.settings(of: roster).map(\.assignment)
      do throws(ScenarioProblems) {
        _ = try LoadedScenario.load(
          path: base.scenario,
          overrides: base.overrides + assignments
        )
      } catch {
        throw .size(.roster(byHour, .refused(error)))
      }
    }
  }

  /// The targets that must be kept in every hour, by index.
  var hourly: [Int] { targets.indices.filter { !targets[$0].hourly.isEmpty } }

  /// The other ones.
  var daily: [Int] { targets.indices.filter { targets[$0].hourly.isEmpty } }

  /// The measures of how many come in each hour: to the place of the first target on a wait.
  var counts: [String] { hourly.first.map { targets[$0].counts } ?? [] }

  /// What a roster is tested with: hours in which nobody comes have nothing to keep.
  func tests(_ arrivals: [Double]) -> [Test] {
    targets.indices.flatMap { index -> [Test] in
      let target = targets[index]
      if target.hourly.isEmpty { return [Test(index: index, hour: nil, target: target.target)] }
      return target.hourly.indices.filter { arrivals[$0] > 0 }.map { hour in
        Test(index: index, hour: hour, target: target.hourly[hour])
      }
    }
  }

  /// The record of an hour in which nobody comes.
  func noRecord(_ target: Int, _ hour: Int) -> MeasureRecord {
    MeasureRecord(
      name: targets[target].hourly[hour].measure,
      unit: targets[target].target.unit,
      estimate: nil,
      halfWidth: nil,
      confidence: RunStudy.confidence,
      replications: 0,
      pooled: false
    )
  }

  /// What all rosters share.
  var experimentOptions: ExperimentOptions {
    var experiment = ExperimentOptions()
    experiment.seed = options.run.seed
    experiment.days = options.run.days
    experiment.workers = options.run.workers
    experiment.measures = measures
    // The interval of a pooled quantile at another confidence needs the observations themselves.
    experiment.needsDistributions = true
    // Of a scenario with many places all else would take longer than what is asked.
    experiment.computesNothingElse = true
    experiment.database = options.isRecorded ? options.run.databasePath : nil
    return experiment
  }

  private var measures: [String] {
    var names: [String] = counts
    for target in targets {
      let wanted = target.hourly.isEmpty ? [target.target.measure] : target.hourly.map(\.measure)
      for name in wanted where !names.contains(name) { names.append(name) }
    }
    return names
  }
}
