import ClearanceModel
import EventSimulation
import ScenarioFiles

/// A comparison made ready: its alternatives read and checked, its measures chosen.
struct CompareSetting {
  let options: CompareOptions
  let points: [DesignPoint]
  let preparations: [Preparation]
  /// What each says differently than the first.
  let changes: [[SourceChange]]
  let measures: [Measure]
  let describing: [Measure]
  let incomparable: [(name: String, alternatives: [Int])]
  let seed: UInt64
  let replications: Int

  var pairs: Int { points.count * (points.count - 1) / 2 }

  init(_ options: CompareOptions) throws {
    self.options = options
    do {
      points = try CompareAlternatives(options).points
    } catch {
      throw StudyError.compare(error)
    }
    var preparations: [Preparation] = []
    for point in points {
      var runOptions = RunOptions(scenario: point.scenario)
      runOptions.overrides = point.overrides
      runOptions.days = options.days
      runOptions.seed = options.seed
      preparations.append(try Preparation(runOptions))
    }
    self.preparations = preparations
    let base = preparations[0].loaded.scenario
    seed = options.seed ?? base.seed
    replications = options.replications ?? base.replications
    guard replications > 1 || options.precision != nil else {
      throw StudyError.compare(.oneReplication)
    }
    do {
      let labelled = zip(points, preparations).map { (label: $0.label, preparation: $1) }
      let chosen = try CompareMeasures(options.measures, of: labelled)
      measures = chosen.common
      incomparable = chosen.incomparable
    } catch {
      throw StudyError.compare(error)
    }
    let names = measures.map(\.name)
    let all = preparations.map(CompareMeasures.describing)
    describing = all[0].filter { measure in
      !names.contains(measure.name)
        && all.allSatisfy { $0.contains { $0.name == measure.name } }
    }
    changes = try Self.changes(points)
  }

  /// What the runner is told.
  var experiment: ExperimentOptions {
    var experiment = ExperimentOptions()
    experiment.seed = seed
    experiment.days = options.days
    experiment.workers = options.workers
    experiment.measures = measures.map(\.name)
    experiment.database = options.database
    experiment.needsDistributions = measures.contains { $0.statistic.order != nil }
    return experiment
  }

  /// What each point says differently than the first; the name of a scenario is no difference.
  private static func changes(
    _ points: [DesignPoint]
  ) throws(StudyError) -> [[SourceChange]] {
    var trees: [SourceTree] = []
    for point in points {
      do {
        var tree = try SourceTree.load(path: point.scenario)
        var problems = ProblemList(file: point.scenario)
        // They have been read before: nothing is wrong with them.
        for override in point.overrides { tree.set(override, problems: &problems) }
        trees.append(tree)
      } catch {
        throw .scenario(error)
      }
    }
    let unimportant = [["scenario"], ["seed"], ["replications"]]
    return trees.map { tree in
      trees[0].changes(to: tree).filter { !unimportant.contains($0.path) }
    }
  }

  /// What common random numbers cannot do here.
  var warnings: [CompareWarning] {
    var warnings: [CompareWarning] = []
    let base = preparations[0].loaded.plan
    for index in points.indices.dropFirst() {
      let plan = preparations[index].loaded.plan
      let others =
        base.flows.filter { flow in !plan.flows.contains { $0.hash == flow.hash } }
        + plan.flows.filter { flow in !base.flows.contains { $0.hash == flow.hash } }
      let label = points[index].label
      if !others.isEmpty { warnings.append(.otherFlows(others.map(\.name), alternative: label)) }
      if plan.horizon != base.horizon || plan.warmUp != base.warmUp {
        warnings.append(.otherLength(alternative: label))
      }
    }
    return warnings
  }
}
