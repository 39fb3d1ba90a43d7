import ArgumentParser
import Foundation
import Reports
import ScenarioFiles
import Studies

/// `kakou verify`: the engine against exact answers.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Simulate models whose answers are known and compare; exit 1 where they differ.",
    discussion: """
      With several numbers of workers, as in --workers 1,2,8, it compares their fingerprints
      instead: results must not depend on them.
      """
  )

  @Argument(
    help: "Scenario files to compare as well, with several numbers of workers.",
    completion: .file(extensions: ["yaml", "yml"])
  )
  var files: [String] = []

  @Option(
    name: .customLong("case"),
    parsing: .singleValue,
    help: ArgumentHelp("Only this case; may be given several times.", valueName: "id")
  )
  var cases: [String] = []

  @Option(help: "Seed of all draws (default: 1).")
  var seed: String?

  @Option(
    help: ArgumentHelp(
      "Replications side by side (default: all cores), or several numbers to compare.",
      valueName: "n[,n…]"
    )
  )
  var workers: String?

  @Option(help: "Output: text or json.")
  var format = OutputFormat.text

  @Option(help: "Language: en or zh.")
  var language = Language.en

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  func run() async throws {
    try await Failure.reported(in: Wording(language)) {
      let workers =
        try workers.map(numbersOfWorkers) ?? [ProcessInfo.processInfo.activeProcessorCount]
      guard workers.count > 1 else {
        guard files.isEmpty else { throw UsageFault.verify(.filesAlone) }
        let cases = try chosen(among: ExactCase.all + ExactCase.statistical)
        try await verify(cases, workers: workers[0])
        return
      }
      try await compare(try chosen(among: ExactCase.all), workers)
    }
  }

  private func verify(_ cases: [ExactCase], workers: Int) async throws {
    var options = VerifyStudy.Options()
    options.cases = cases
    options.seed = try seed.map(seedNumber) ?? options.seed
    options.workers = workers
    let bar = ProgressBar(wording: Wording(language), isOn: !quiet)
    let study = Task { [options] in
      try await VerifyStudy.verify(options) { progress in
        bar.show(progress)
      }
    }
    let result = try await outcome(of: study, bar)
    if !quiet {
      print(format == .json ? VerifyJSON.text(result) : VerifyText.text(result, language))
    }
    if !result.isComplete { throw Failure.stopped }
    if !result.passed { throw Failure.answerIsNo }
  }

  private func compare(_ cases: [ExactCase], _ workers: [Int]) async throws {
    var options = WorkerComparison.Options(workers: workers)
    options.cases = cases
    options.files = files
    options.seed = try seed.map(seedNumber)
    let bar = ProgressBar(wording: Wording(language), isOn: !quiet)
    let study = Task { [options] in
      try await WorkerComparison.compare(options) { number, total, scenario in
        bar.show(VerifyStudy.Progress(number: number, total: total, id: scenario))
      }
    }
    let result = try await outcome(of: study, bar)
    if !quiet {
      print(format == .json ? VerifyJSON.text(result) : WorkersText.text(result, language))
    }
    if !result.isComplete { throw Failure.stopped }
    if !result.isEqual { throw Failure.answerIsNo }
  }

  // MARK: Options

  /// The cases asked for, in their order; all where none is named.
  private func chosen(among all: [ExactCase]) throws(UsageFault) -> [ExactCase] {
    let existing = all.map(\.id)
    for id in cases where !existing.contains(id) {
      throw .verify(.unknownCase(id, existing: existing))
    }
    return cases.isEmpty ? all : all.filter { cases.contains($0.id) }
  }
}
