import ClearanceModel
import Foundation
import OutputAnalysis
import ScenarioFiles

/// A sweep whose options have been understood and checked; nothing has been run or written yet.
struct SweepQuestion: Sendable {
  let options: SweepOptions
  let design: SweepDesign
  let plan: SweepPlan
  let scenario: Scenario
  /// Assumptions that cannot be varied.
  let left: [String]
  let measures: [String]
  let replications: Int

  /// Reads the options and the scenario, and lets the scenario read every value.
  ///
  /// - Throws: ``StudyError`` with all that is wrong with the options.
  init(_ options: SweepOptions) async throws {
    self.options = options
    var faults: [SweepFault] = []
    var factors = Self.factors(options, &faults)
    let design = Self.design(options, &faults)
    try Self.check(faults)
    // Points are replicated, whatever batches a single run would have.
    var run = options.runOptions
    run.replications = nil
    let base = try Preparation(run)
    let replications = options.replications ?? base.loaded.scenario.replications
    var left: [String] = []
    if options.assumptions {
      let assumptions = AssumptionFactors(base.loaded)
      left = assumptions.left
      // What `--vary` names has its own values.
      factors += assumptions.factors.filter { one in !factors.contains { $0.key == one.key } }
      if assumptions.factors.isEmpty { faults.append(.noAssumptions) }
    }
    if replications < 2 { faults.append(.tooFewReplications(found: replications)) }
    try Self.check(faults)
    // What cannot be laid out is refused before the scenario is read with every value.
    _ = try Self.plan(design, factors, options)
    let refused = await SettingCheck(options).refusals(factors)
    let asked = refused.filter { !$0.isAssumption }
    if !asked.isEmpty { throw StudyError.sweep(.refused(asked)) }
    // The end of a stated range may not go together with what the scenario says elsewhere.
    let apart = factors.filter { factor in
      refused.contains { $0.setting.hasPrefix(factor.setting("")) }
    }
    factors.removeAll { apart.contains($0) }
    left += apart.map(\.name)
    guard !factors.isEmpty else { throw StudyError.sweep(.noAssumptions) }
    plan = try Self.plan(design, factors, options)
    self.design = design
    self.left = left
    scenario = base.loaded.scenario
    self.replications = replications
    measures =
      options.measures.isEmpty
      ? try await Self.usualMeasures(of: base.loaded.plan, seed: scenario.seed) : options.measures
  }

  /// Seed of a Latin hypercube where none is given.
  static let designSeed: UInt64 = 1

  // MARK: Options

  private static func plan(
    _ design: SweepDesign,
    _ factors: [SweepFactor],
    _ options: SweepOptions
  ) throws(StudyError) -> SweepPlan {
    do {
      let seed = options.designSeed ?? designSeed
      return try SweepPlan(design, factors, points: options.points, seed: seed)
    } catch {
      throw .sweep(error)
    }
  }

  private static func check(_ faults: [SweepFault]) throws {
    if let first = faults.first {
      throw StudyError.sweep(faults.count == 1 ? first : .several(faults))
    }
  }

  private static func factors(
    _ options: SweepOptions,
    _ faults: inout [SweepFault]
  ) -> [SweepFactor] {
    var factors: [SweepFactor] = []
    for text in options.vary {
      do throws(VaryFault) {
        let factor = try SweepFactor(vary: text)
        if factors.contains(where: { $0.key == factor.key }) {
          faults.append(.twice(key: factor.key))
        }
        factors.append(factor)
      } catch {
        faults.append(.vary(text, error))
      }
    }
    if options.vary.isEmpty, !options.assumptions { faults.append(.nothingToVary) }
    return factors
  }

  private static func design(_ options: SweepOptions, _ faults: inout [SweepFault]) -> SweepDesign {
    var design = options.assumptions ? SweepDesign.oneAtATime : .factorial
    if let word = options.design {
      if let found = SweepDesign(rawValue: word) {
        design = found
        if options.assumptions, found != .oneAtATime { faults.append(.assumptionsWith(found)) }
      } else {
        faults.append(.unknownDesign(word))
      }
    }
    if design != .latin {
      if options.points != nil { faults.append(.onlyForLatin(option: "--points")) }
      if options.designSeed != nil { faults.append(.onlyForLatin(option: "--design-seed")) }
    }
    return design
  }

  // MARK: Measures

  /// The mean wait at the busiest station, and the mean time to clearance: of each flow where there are few.
  private static func usualMeasures(of plan: ClearancePlan, seed: UInt64) async throws -> [String] {
    let names = MeasureCatalogue(plan: plan).measures.map(\.name)
    let loads = try await CheckStudy.loads(of: plan, seed: seed, workers: 1, replications: 1).loads
    let waits = loads.filter { names.contains("\($0.place).wait.mean") }
    let busiest = waits.max { ($0.load ?? -1) < ($1.load ?? -1) }
    let flows = plan.flows.map { "flow.\($0.name).clearance.mean" }
    let clearance = flows.count <= 3 ? flows : ["zone.clearance.mean"]
    return (busiest.map { ["\($0.place).wait.mean"] } ?? [])
      + clearance.filter { names.contains($0) }
  }

  // MARK: Points

  /// The options that all points share.
  var experiment: ExperimentOptions {
    var experiment = ExperimentOptions()
    experiment.seed = options.seed
    experiment.days = options.days
    experiment.workers = options.workers
    experiment.measures = measures
    // Of a hundred points and more, what nobody asks for would fill the file and take most of the time.
    experiment.computesNothingElse = options.assumptions
    experiment.database = options.databasePath
    return experiment
  }

  /// The points, in the order of the design.
  var points: [DesignPoint] {
    plan.settings.map { settings in
      DesignPoint(
        scenario: options.scenario,
        overrides: options.overrides + settings,
        label: settings.isEmpty ? "base" : settings.joined(separator: "; ")
      )
    }
  }

  /// What was asked, as JSON with sorted keys.
  var canonicalText: String {
    let question = Canonical(
      set: options.overrides,
      design: design.rawValue,
      designSeed: design == .latin ? options.designSeed ?? Self.designSeed : nil,
      points: plan.values.count,
      vary: options.vary,
      assumptions: options.assumptions,
      measures: measures,
      replications: replications,
      days: options.days
    )
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(question) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }

  private struct Canonical: Encodable {
    var set: [String]
    var design: String
    var designSeed: UInt64?
    var points: Int
    var vary: [String]
    var assumptions: Bool
    var measures: [String]
    var replications: Int
    var days: Int?
  }

  // MARK: Result

  /// What the points show together.
  func result(of results: [PointResult]) -> SweepResult {
    let points = zip(plan.values, results).enumerated().map { index, point in
      SweepResult.Point(
        number: index + 1,
        values: point.0,
        run: point.1.run,
        fingerprint: point.1.fingerprint,
        measures: measures.map { point.1.estimate($0, confidence: options.confidence) }
      )
    }
    let effects = measures.map { measure in
      let observations = results.map { $0.values(measure) }
      return SweepResult.Effects(
        measure: measure,
        unit: results[0].unit(measure),
        factors: plan.effects(observations, confidence: options.confidence).sortedBySize,
        explained: plan.explained(observations),
        isPooled: results.contains { $0.isPooled(measure) }
      )
    }
    return SweepResult(
      scenario: scenario,
      seed: scenario.seed,
      replications: replications,
      design: design,
      designSeed: design == .latin ? options.designSeed ?? Self.designSeed : nil,
      factors: plan.factors,
      left: left,
      confidence: options.confidence,
      points: points,
      effects: effects,
      database: options.databasePath
    )
  }
}

extension SweepOptions {
  /// The scenario as it is, with what all points share.
  var runOptions: RunOptions {
    var run = RunOptions(scenario: scenario)
    run.overrides = overrides
    run.seed = seed
    run.replications = replications
    run.days = days
    run.furtherMeasures = measures
    return run
  }
}
