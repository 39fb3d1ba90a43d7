import ClearanceModel
import ClearanceRecords
import Foundation
import OutputAnalysis
import ScenarioFiles

/// `kakou size --by-hour`: how many servers are needed in which hour of the day.
///
/// Each roster is tested as a point of ``SizeStudy`` is, with a target for every clock hour in which
/// trucks come: the waits are those of the trucks that came in the hour, on all observed days.
public enum RosterStudy {
  /// The most replications of a roster, where nothing else is said.
  public static let ceiling = 320
  /// Replications from which it is told how many trucks come in which hour.
  private static let pilot = 10

  /// Finds the roster, until the end or until the task is cancelled.
  ///
  /// - Parameters:
  ///   - options: scenario, targets, confidence; levers are not looked at.
  ///   - byHour: what changes by the hour, as `KEY=LOW..HIGH`.
  ///   - version: version of the program, as it is recorded.
  ///   - progress: called before each look at a roster.
  /// - Returns: the roster, or what the highest number all day comes to.
  /// - Throws: ``StudyError`` for a wrong scenario or question, `ResultStoreError` for the results
  ///   file, `CancellationError` where it was cancelled.
  public static func roster(
    _ options: SizeOptions,
    byHour: String,
    version: String,
    progress: @escaping @Sendable (SizeStudy.Progress) -> Void = { _ in }
  ) async throws -> RosterResult {
    let setup = try RosterSetup(options, byHour: byHour)
    let runner = ExperimentRunner(setup.experimentOptions, version: version)
    let base = DesignPoint(scenario: options.run.scenario, overrides: options.run.overrides)
    let question = canonicalQuestion(options, byHour: byHour)
    try await runner.begin("roster", base: base, question: question)
    let simulator = RosterSimulator(
      runner: runner,
      options: options.run,
      targets: setup.targets.flatMap(\.hourly)
    )
    do {
      var result = try await search(setup, simulator, progress)
      try await runner.finish(answer: canonicalAnswer(result))
      result.record = await runner.experiment.flatMap { number in
        setup.experimentOptions.database.map { .init(database: $0, experiment: number) }
      }
      return result
    } catch {
      try? await runner.finish(answer: nil)
      throw error
    }
  }

  static func search(
    _ setup: RosterSetup,
    _ simulator: any PointSimulator,
    _ progress: @escaping @Sendable (SizeStudy.Progress) -> Void
  ) async throws -> RosterResult {
    let arrivals = try await arrivals(setup, simulator)
    let order = (0..<24).sorted { (arrivals[$0], $0) < (arrivals[$1], $1) }
    var search = RosterSearch(
      setup.key.range,
      order: order,
      isTested: arrivals.map { $0 > 0 }
    )
    let tests = setup.tests(arrivals)
    var tester = PointTester(
      simulator,
      SizeQuestion(
        targets: tests.map(\.target),
        confidence: setup.confidence,
        tolerance: setup.tolerance,
        ceiling: setup.ceiling
      ),
      expectedTests: search.expectedTests
    ) { state in
      // A whole roster is too long for the line that shows how far the search is.
      let hours = Int(((state.settings.first?.number ?? 0) * 24).rounded())
      let short = TriedPoint.Setting(key: setup.key.key, number: 0, text: "\(hours)/24 h")
      progress(SizeStudy.Progress(point: state.point, [short], replications: state.replications))
    }
    while let roster = search.next {
      let found = try await tester.test(setup.key.settings(of: roster), cost: nil)
      search.record(isEnough: found.isFeasible)
    }
    let finding = Finding(search: search, tried: tester.tried, tests: tests, arrivals: arrivals)
    return try await result(finding, setup, simulator)
  }

  /// Trucks that come in each hour on a day, where most servers are there.
  private static func arrivals(
    _ setup: RosterSetup,
    _ simulator: any PointSimulator
  ) async throws -> [Double] {
    let most = Array(repeating: setup.key.range.upperBound, count: 24)
    let records = try await simulator.estimates(
      setup.key.settings(of: most).map(\.assignment),
      replications: min(pilot, setup.ceiling),
      of: setup.counts,
      confidence: setup.confidence
    )
    return records.map { ($0.estimate ?? 0) / setup.days }
  }

  struct Finding {
    let search: RosterSearch
    let tried: [TriedPoint]
    let tests: [RosterSetup.Test]
    let arrivals: [Double]
  }

  private static func result(
    _ finding: Finding,
    _ setup: RosterSetup,
    _ simulator: any PointSimulator
  ) async throws -> RosterResult {
    let search = finding.search
    let isFeasible = search.constant != nil
    let most = Array(repeating: setup.key.range.upperBound, count: 24)
    let roster = search.roster ?? most
    // Where nothing is enough, the most that was tried is shown.
    let shown = finding.tried[search.enough ?? 0]
    let records =
      shown.replications == 0
      ? []
      : try await simulator.estimates(
        setup.key.settings(of: roster).map(\.assignment),
        replications: shown.replications,
        of: finding.tests.map(\.target.measure),
        confidence: RunStudy.confidence
      )
    func outcome(_ target: Int, _ hour: Int?) -> (MeasureRecord, Bool?)? {
      let index = finding.tests.firstIndex { $0.index == target && $0.hour == hour }
      guard let index, records.indices.contains(index) else { return nil }
      return (records[index], shown.outcomes[index].verdict?.isKept)
    }
    let hours = (0..<24).map { hour in
      let outcomes = setup.hourly.map { target in
        outcome(target, hour) ?? (setup.noRecord(target, hour), nil)
      }
      let floor: RosterResult.Floor =
        !isFeasible
        ? .infeasible
        : search.failing[hour].map { finding.tried[$0].isProven ? .proven : .close } ?? .lowest
      return RosterResult.Hour(
        hour: hour,
        servers: roster[hour],
        arrivals: finding.arrivals[hour],
        outcomes: outcomes.map(\.0),
        isKept: outcomes.map(\.1),
        floor: floor
      )
    }
    return RosterResult(
      key: setup.key,
      scenario: setup.scenario,
      targets: setup.targets.map(\.target),
      hourly: setup.hourly,
      daily: setup.daily.compactMap { outcome($0, nil)?.0 },
      constant: search.constant,
      hours: hours,
      isEnoughProven: shown.isProven,
      tried: finding.tried.count,
      replications: finding.tried.reduce(0) { $0 + $1.replications },
      confidence: setup.confidence,
      tolerance: setup.tolerance,
      seed: setup.seed,
      record: nil
    )
  }
}

/// Simulates rosters, and records them.
private struct RosterSimulator: PointSimulator {
  let runner: ExperimentRunner
  let options: RunOptions
  /// The targets of single hours.
  let targets: [Target]

  func estimates(
    _ assignments: [String],
    replications: Int,
    of measures: [String],
    confidence: Double
  ) async throws -> [MeasureRecord] {
    let point = DesignPoint(
      scenario: options.scenario,
      overrides: options.overrides + assignments,
      label: assignments.joined(separator: "; ")
    )
    let result = try await runner.replicate(point, to: replications, progress: nil)
    return measures.map { measure in
      let record = result.estimate(measure, confidence: confidence)
      guard record.estimate == nil, record.replications == 0,
        let target = targets.first(where: { $0.measure == measure })
      else { return record }
      // Trucks come in this hour, and none of them is ever served.
      return MeasureRecord(
        name: measure,
        unit: record.unit,
        estimate: target.side == .atMost ? .infinity : -.infinity,
        halfWidth: 0,
        confidence: confidence,
        replications: replications,
        pooled: false
      )
    }
  }

  /// What no number of servers can do is found out with the highest one.
  func overload(_ assignments: [String]) async throws -> Overload? { nil }
}

extension RosterStudy {
  /// What was asked, as JSON with sorted keys.
  private static func canonicalQuestion(_ options: SizeOptions, byHour: String) -> String {
    struct Question: Encodable {
      var byHour: String
      var confidence: Double
      var days: Int?
      var replications: Int
      var set: [String]
      var targets: [String]
      var tolerance: Double
    }
    return json(
      Question(
        byHour: byHour,
        confidence: options.confidence,
        days: options.run.days,
        replications: options.run.replications ?? ceiling,
        set: options.run.overrides,
        targets: options.targets,
        tolerance: options.tolerance
      )
    )
  }

  /// What was found, as JSON with sorted keys.
  private static func canonicalAnswer(_ result: RosterResult) -> String {
    struct Answer: Encodable {
      var confidence: Double
      var constant: Int?
      var proven: Bool
      var roster: [Int]?
    }
    return json(
      Answer(
        confidence: result.confidence,
        constant: result.constant,
        proven: result.isProven,
        roster: result.isFeasible ? result.roster : nil
      )
    )
  }

  private static func json(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }
}
