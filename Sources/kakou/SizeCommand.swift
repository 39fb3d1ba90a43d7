import ArgumentParser
import Foundation
import Reports
import ScenarioFiles
import Studies

/// `kakou size`: the least capacity with which targets are kept, or the most demand.
struct SizeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "size",
    abstract:
      "Find the least capacity that keeps targets, or the most demand; exit 1 if none does.",
    discussion: """
      --replications is the most that a point may take (default: 1280); as a rule far fewer decide.
      """
  )

  @OptionGroup var scenario: ScenarioOptions

  @Option(
    name: .long,
    parsing: .singleValue,
    help: ArgumentHelp(
      "What there may be more or fewer of, as in stations.gate.servers=2..8@1.5; several times.",
      valueName: "key=low..high@cost"
    )
  )
  var lever: [String] = []

  @Option(
    name: .long,
    parsing: .singleValue,
    help: ArgumentHelp(
      "What must be kept, as in \"gate.wait.p95 <= 10 min\"; several times.",
      valueName: "measure <= value"
    )
  )
  var target: [String] = []

  @Option(
    help: ArgumentHelp(
      "What should become as large as possible instead, as in demand.factor or demand.factor=1..3.",
      valueName: "key=low..high"
    )
  )
  var most: String?

  @Option(
    help: ArgumentHelp(
      "Instead of levers: how many are needed in which hour of the day, as in"
        + " stations.gate.servers=1..8.",
      valueName: "key=low..high"
    )
  )
  var byHour: String?

  @OptionGroup var best: SelectionArguments

  @Option(help: "Confidence of the answer (default: 95%).")
  var confidence: String?

  @Option(help: "How near a limit is too close to call, relative to it (default: 2%).")
  var tolerance: String?

  @Option(help: "How near the largest number must be known with --most (default: 1%).")
  var resolution: String?

  @Flag(help: "Try all that is cheaper: more may hurt. So it is with lists of values anyway.")
  var notMonotone = false

  @Option(help: "Replications side by side (default: all cores).")
  var workers: Int?

  @Option(
    help: "The results file (default: the scenario's name with .sqlite, in the current folder)."
  )
  var database: String?

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  func run() async throws {
    try await Failure.reported(in: scenario.wording) {
      let options = try sizeOptions()
      if let question = try best.question(options.run) {
        if byHour != nil { throw UsageFault.conflict("--by-hour", "--minimise") }
        return try await select(question)
      }
      let bar = ProgressBar(wording: scenario.wording, isOn: !quiet)
      if let byHour {
        try await roster(options, byHour, bar)
        return
      }
      let study = Task {
        try await SizeStudy.size(options, version: Kakou.version) { bar.show($0) }
      }
      let result = try await found(study, options, bar)
      if !quiet {
        switch scenario.format {
        case .json: print(SizeJSON.text(result, version: Kakou.version))
        case .text: print(SizeText.text(result, scenario.language))
        }
      }
      if !result.isFeasible { throw Failure.answerIsNo }
    }
  }

  private func roster(_ options: SizeOptions, _ byHour: String, _ bar: ProgressBar) async throws {
    let study = Task {
      try await RosterStudy.roster(options, byHour: byHour, version: Kakou.version) { bar.show($0) }
    }
    let result = try await found(study, options, bar)
    if !quiet {
      switch scenario.format {
      case .json: print(RosterJSON.text(result, version: Kakou.version))
      case .text: print(RosterText.text(result, scenario.language))
      }
    }
    if !result.isFeasible { throw Failure.answerIsNo }
  }

  /// What a study finds, or the sentence that it was interrupted.
  private func found<Result: Sendable>(
    _ study: Task<Result, any Error>,
    _ options: SizeOptions,
    _ bar: ProgressBar
  ) async throws -> Result {
    do {
      return try await outcome(of: study, bar)
    } catch is CancellationError {
      let text = scenario.wording.sizeInterrupted(database: options.run.databasePath)
      FileHandle.standardError.write(Data((text + "\n").utf8))
      throw Failure.stopped
    }
  }

  private func sizeOptions() throws(UsageFault) -> SizeOptions {
    if most != nil, !lever.isEmpty { throw .conflict("--most", "--lever") }
    if most != nil, notMonotone { throw .conflict("--most", "--not-monotone") }
    if byHour != nil, !lever.isEmpty { throw .conflict("--by-hour", "--lever") }
    if byHour != nil, most != nil { throw .conflict("--by-hour", "--most") }
    var options = SizeOptions(try scenario.runOptions())
    if options.run.replications == 1 {
      throw .value(option: "--replications", .outOfRange("1", low: "2", high: "1000000"))
    }
    options.run.workers =
      try positive(workers, "--workers", atMost: 1024)
      ?? ProcessInfo.processInfo.activeProcessorCount
    options.run.database = database
    options.levers = lever
    options.targets = target
    options.most = most
    options.isMonotone = !notMonotone
    options.confidence =
      try share(confidence, "--confidence", "50%", "99.99%") ?? options.confidence
    options.tolerance = try share(tolerance, "--tolerance", "0.1%", "50%") ?? options.tolerance
    options.resolution = try share(resolution, "--resolution", "0.1%", "50%") ?? options.resolution
    return options
  }

  /// A share between two others, both included.
  func share(
    _ text: String?,
    _ option: String,
    _ low: String,
    _ high: String
  ) throws(UsageFault) -> Double? {
    guard let text else { return nil }
    do throws(ScenarioFault) {
      let share = try parseShare(text)
      guard try parseShare(low)...parseShare(high) ~= share else {
        throw .outOfRange(text, low: low, high: high)
      }
      return share
    } catch {
      throw .value(option: option, error)
    }
  }
}
