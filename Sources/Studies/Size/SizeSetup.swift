import ClearanceModel
import EventSimulation
import Foundation
import ScenarioFiles

/// A question of `kakou size`, read and checked against its scenario.
struct SizeSetup {
  /// What may be changed.
  enum Asked {
    case least([Lever])
    case most(GrowthRange)
  }

  let asked: Asked
  let question: SizeQuestion
  /// The name of the scenario.
  let scenario: String
  let seed: UInt64
  private let options: SizeOptions
  private let hasQuantiles: Bool

  /// Reads the question; nothing is simulated.
  init(_ options: SizeOptions) throws(StudyError) {
    self.options = options
    // What is wrong with the words of the question needs no scenario.
    let levers: [Lever]
    let growth: Growth?
    do throws(SizeFault) {
      growth = try options.most.map { text throws(SizeFault) in try Growth(text) }
      levers = growth == nil ? try Lever.levers(options.levers) : []
      try Self.checkTexts(options.targets)
    } catch {
      throw .size(error)
    }
    var base = options.run
    base.replications = nil
    let loaded = try Preparation(base).loaded
    let targets = try Self.targets(options.targets, loaded)
    question = SizeQuestion(
      targets: targets,
      confidence: options.confidence,
      tolerance: options.tolerance,
      ceiling: options.run.replications ?? SizeStudy.ceiling,
      isMonotone: options.isMonotone && levers.allSatisfy { $0.values == nil }
    )
    scenario = loaded.scenario.name
    seed = loaded.scenario.seed
    hasQuantiles = targets.contains { target in
      let names = [target.measure]
      let found = try? MeasureCatalogue(plan: loaded.plan, names: names).measures
      return found?.first?.statistic.order != nil
    }
    if let growth, let text = options.most {
      asked = .most(try Self.range(growth, text, base, resolution: options.resolution))
    } else {
      try Self.check(levers, options.levers, base)
      asked = .least(levers)
    }
  }

  /// What all points share.
  var experimentOptions: ExperimentOptions {
    var experiment = ExperimentOptions()
    experiment.seed = options.run.seed
    experiment.days = options.run.days
    experiment.workers = options.run.workers
    experiment.measures = question.targets.map(\.measure)
    experiment.database = options.isRecorded ? options.run.databasePath : nil
    experiment.needsDistributions = hasQuantiles
    return experiment
  }

  /// The targets, of which `standards` stands for those of the scenario.
  static func targets(
    _ texts: [String],
    _ loaded: LoadedScenario
  ) throws(StudyError) -> [Target] {
    var targets: [Target] = []
    for text in texts {
      let asked: [Target]
      if text == TargetText.standards {
        asked = loaded.scenario.standardTargets.map(Target.init)
        guard !asked.isEmpty else { throw .size(.target(text, .noStandards)) }
      } else {
        asked = [try Target(text, in: loaded.plan)]
      }
      for target in asked where !targets.contains(target) { targets.append(target) }
    }
    return targets
  }

  /// Refuses what is no target before the scenario is read.
  static func checkTexts(_ targets: [String]) throws(SizeFault) {
    if targets.isEmpty { throw .noTarget }
    for text in targets where text != TargetText.standards && TargetText(text) == nil {
      throw .target(text, .malformed)
    }
  }

  // MARK: Levers

  /// Whether the scenario takes the lowest and the highest values of all levers.
  private static func check(
    _ levers: [Lever],
    _ texts: [String],
    _ base: RunOptions
  ) throws(StudyError) {
    for (index, lever) in levers.enumerated() {
      for value in lever.values ?? [] {
        guard let problems = refusal(["\(lever.key)=\(value)"], base) else { continue }
        throw .size(.lever(texts[index], .refused(value: value, problems)))
      }
    }
    for isHigh in [false, true] {
      let assignments = levers.map { lever in
        lever.assignment(isHigh ? lever.range.upperBound : lever.range.lowerBound)
      }
      guard let problems = refusal(assignments, base) else { continue }
      // The lever that is refused alone has caused it; else they do not go together.
      for (index, assignment) in assignments.enumerated() {
        guard let own = refusal([assignment], base) ?? (levers.count == 1 ? problems : nil) else {
          continue
        }
        let lever = levers[index]
        let value = isHigh ? lever.range.upperBound : lever.range.lowerBound
        throw .size(.lever(texts[index], .refused(value: lever.text(value), own)))
      }
      throw .scenario(problems)
    }
  }

  /// What the scenario says against a change; nil where it takes it.
  private static func refusal(_ assignments: [String], _ base: RunOptions) -> ScenarioProblems? {
    do throws(ScenarioProblems) {
      let overrides = base.overrides + assignments
      _ = try LoadedScenario.load(path: base.scenario, overrides: overrides)
      return nil
    } catch {
      return error
    }
  }

  // MARK: Growth

  private static func range(
    _ growth: Growth,
    _ question: String,
    _ base: RunOptions,
    resolution: Double
  ) throws(StudyError) -> GrowthRange {
    let start: Bisection.Decimal
    var unit = growth.unit
    if let range = growth.range {
      start = Bisection.Decimal(range.lowerBound, digits: 6)
    } else {
      let text = try number(at: growth.key, base)
      if text == nil, let problems = refusal(["\(growth.key)=1"], base) {
        throw .size(.growth(question, .refused(value: "1", problems)))
      }
      let found = NumberWithUnit(text ?? "")
      let value = (try? parseNumber(found.number)) ?? 0
      guard value > 0 else { throw .size(.growth(question, .noStart(key: growth.key))) }
      start = Bisection.Decimal(value, digits: 6)
      unit = found.unit
    }
    let range = GrowthRange(
      growth: growth,
      start: start,
      highest: growth.range.map { Bisection.Decimal($0.upperBound, digits: 6) },
      unit: unit,
      resolution: resolution
    )
    if let highest = range.highest, highest.value <= range.start.value {
      throw .size(.growth(question, .emptyRange(low: range.start.text, high: highest.text)))
    }
    for end in [range.start, range.highest].compactMap(\.self) {
      if let problems = refusal([growth.assignment(end.text, unit: unit)], base) {
        throw .size(.growth(question, .refused(value: end.text + unit, problems)))
      }
    }
    return range
  }

  /// What the scenario has at a key: nil for nothing, empty for what is no text; the factor of demand
  /// is 1 where nothing is said.
  private static func number(
    at key: String,
    _ base: RunOptions
  ) throws(StudyError) -> String? {
    var tree: SourceTree
    do throws(ScenarioProblems) {
      tree = try SourceTree.load(path: base.scenario)
      var problems = ProblemList(file: tree.file)
      for override in base.overrides { tree.set(override, problems: &problems) }
      try problems.check()
    } catch {
      throw .scenario(error)
    }
    guard let node = tree.node(at: key) else { return key == "demand.factor" ? "1" : nil }
    return node.text ?? ""
  }
}
