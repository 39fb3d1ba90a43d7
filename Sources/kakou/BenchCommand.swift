import ArgumentParser
import Foundation
import Reports
import Studies

/// `kakou bench`: the speed of the clearance core on this machine.
struct BenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure how fast the clearance core is here, to compare machines and releases.",
    discussion: """
      The works are always the same: w1, the event calendar alone; w2, a gate and a yard; w2b, the \
      same in a rush; gate-week, a working week at the gates of a zone. Each is simulated with \
      1, 2, … workers and recorded in several ways: not at all, or into a results file in a \
      temporary folder, which is removed. A work that gives a wrong result ends the command with \
      exit 70.

      All works together take about a minute on two cores. Let the machine do nothing else \
      meanwhile.
      """
  )

  @Option(
    name: .customLong("work"),
    parsing: .singleValue,
    help: ArgumentHelp(
      "Only this work: w1, w2, w2b or gate-week; may be given several times.",
      valueName: "work"
    )
  )
  var works: [String] = []

  @Option(
    help: ArgumentHelp(
      "Numbers of replications side by side (default: 1, 2, 4 … up to all cores).",
      valueName: "n[,n…]"
    )
  )
  var workers: String?

  @Option(
    help: ArgumentHelp(
      "What is recorded: none, summary, intervals, passages, steps (default: none,summary,steps).",
      valueName: "what[,what…]"
    )
  )
  var record: String?

  @Option(help: "Seed of all draws (default: 1).")
  var seed: String?

  @Option(help: "Output: text or json.")
  var format = OutputFormat.text

  @Option(help: "Language: en or zh.")
  var language = Language.en

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  func run() async throws {
    let wording = Wording(language)
    try await Failure.reported(in: wording) {
      let options = try studyOptions()
      let bar = ProgressBar(wording: wording, isOn: !quiet)
      let study = Task {
        try await BenchStudy.measure(options, version: Kakou.version) { bar.show($0) }
      }
      let result = try await outcome(of: study, bar)
      if !quiet {
        print(format == .json ? BenchJSON.text(result) : BenchText.text(result, language))
      }
      if !result.isComplete { throw Failure.stopped }
    }
  }

  private func studyOptions() throws(UsageFault) -> BenchStudy.Options {
    var options = BenchStudy.Options()
    let existing = BenchWork.all.map(\.id)
    for id in works where !existing.contains(id) {
      throw .bench(.unknownWork(id, existing: existing))
    }
    if !works.isEmpty { options.works.removeAll { !works.contains($0.id) } }
    if let workers { options.workers = Array(Set(try numbersOfWorkers(workers))).sorted() }
    if let record { options.recordings = try recordings(record) }
    guard options.hasRuns else { throw .bench(.nothingToMeasure) }
    options.seed = try seed.map(seedNumber) ?? options.seed
    return options
  }

  /// The recordings of a list, each once, the least first.
  private func recordings(_ text: String) throws(UsageFault) -> [BenchRecording] {
    let words = text.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    let existing = BenchRecording.allCases.map(\.rawValue)
    for word in words where !existing.contains(word) {
      throw .bench(.unknownRecording(word, existing: existing))
    }
    return BenchRecording.allCases.filter { words.contains($0.rawValue) }
  }
}
