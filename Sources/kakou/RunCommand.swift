import ArgumentParser
import ClearanceRecords
import Foundation
import Reports
import Studies

/// `kakou run`: simulates a scenario, records it and prints the summary.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Simulate a scenario, record it in an SQLite file and print the summary."
  )

  @OptionGroup var scenario: ScenarioOptions

  @OptionGroup var precision: PrecisionOptions

  @Option(help: "Run one replication alone, by its number.")
  var replication: Int?

  @Option(help: "Replications side by side (default: all cores).")
  var workers: Int?

  @Option(help: "What is recorded: summary, intervals, passages or steps.")
  var record = RecordingLevel.intervals

  @Option(
    help: ArgumentHelp(
      "Only these measures, separated by commas, as in gate.wait.mean,gate.wait.p95.",
      valueName: "names"
    )
  )
  var measures: String?

  @Option(
    help: "The results file (default: the scenario's name with .sqlite, in the current folder)."
  )
  var database: String?

  @Option(
    help: ArgumentHelp(
      "Begin with trucks in their places: a state (YAML) that says who is where, or a results file.",
      valueName: "file"
    )
  )
  var fromState: String?

  @Option(
    help: ArgumentHelp(
      "Which instant of a results file, such as 10:30 or \"34.5 h\".",
      valueName: "time"
    )
  )
  var at: String?

  @Option(help: ArgumentHelp("Which run of it (default: the last complete one).", valueName: "run"))
  var ofRun: Int?

  @Option(help: ArgumentHelp("Which replication (default: the first).", valueName: "number"))
  var ofReplication: Int?

  @Option(help: ArgumentHelp("Write that state to a file, as YAML.", valueName: "file"))
  var saveState: String?

  @Option(
    help: ArgumentHelp(
      "Print what one truck goes through, such as trucks#17; nothing is recorded.",
      valueName: "flow#n"
    )
  )
  var trace: String?

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  func run() async throws {
    try await Failure.reported(in: scenario.wording) {
      let options = try optionsWithState()
      if let trace {
        print(TraceText.text(try await TraceStudy.trace(truck(trace), options), scenario.language))
        return
      }
      let bar = ProgressBar(wording: scenario.wording, isOn: !quiet)
      let study = Task {
        try await RunStudy.run(options, version: Kakou.version) { finished, wanted in
          bar.show(finished, of: wanted)
        }
      }
      let result = try await outcome(of: study, bar)
      if !quiet { print(text(of: result, options)) }
      if !result.isComplete {
        throw Failure.interrupted(result, asked: options.replication == nil ? nil : 1)
      }
    }
  }

  private func text(of result: RunResult, _ options: RunOptions) -> String {
    switch scenario.format {
    case .json: RunJSON.text(result, version: Kakou.version, scenario.language)
    case .text where options.measures.isEmpty: RunText.summary(result, scenario.language)
    case .text: RunText.measures(result, names: options.measures, scenario.language)
    }
  }

  private func truck(_ text: String) throws(UsageFault) -> TraceStudy.Truck {
    guard let truck = TraceStudy.Truck(text) else {
      throw .notATruck(option: "--trace", found: text)
    }
    return truck
  }

  /// The options, and the state that they begin with.
  private func optionsWithState() throws -> RunOptions {
    var options = try runOptions()
    let run = try positive(ofRun, "--of-run", atMost: .max)
    let source = StateSource(
      at: at,
      run: run.map(Int64.init),
      replication: try positive(ofReplication, "--of-replication", atMost: 1_000_000)
    )
    guard let fromState else {
      if let option = source.firstOption ?? saveState.map({ _ in "--save-state" }) {
        throw StudyError.state(.needsState(option: option))
      }
      return options
    }
    let state = try StateText.read(path: fromState, source, for: options)
    if let saveState { try state.write(to: saveState) }
    options.state = state
    return options
  }

  private func runOptions() throws(UsageFault) -> RunOptions {
    var options = try scenario.runOptions()
    options.replication = try positive(replication, "--replication", atMost: 1_000_000)
    if options.replication != nil, options.replications != nil {
      throw .conflict("--replication", "--replications")
    }
    try precision.apply(to: &options)
    options.workers =
      try positive(workers, "--workers", atMost: 1024)
      ?? ProcessInfo.processInfo.activeProcessorCount
    options.recording = record
    options.database = database
    options.measures =
      measures.map { text in
        text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      } ?? []
    return options
  }
}
