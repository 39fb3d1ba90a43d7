import ArgumentParser
import Foundation
import Reports
import ScenarioFiles
import Studies

/// `kakou compare`: which alternative is better, by how much, and how sure that is.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract:
      "Compare alternatives under common random numbers, with intervals of the differences.",
    discussion: """
      Alternatives are further scenario files, and changes of the first one: each --set is one more
      alternative. Several changes of one alternative are parted by ';', a name may stand before
      them, as in --set "five: stations.gate.servers=5; stations.yard.servers=2".
      """
  )

  @Argument(help: "The scenario file (YAML).", completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String

  @Argument(
    help: "Further scenario files, each an alternative.",
    completion: .file(extensions: ["yaml", "yml"])
  )
  var alternatives: [String] = []

  @Option(
    name: .long,
    parsing: .singleValue,
    help: ArgumentHelp(
      "One more alternative: the first scenario with these changes; may be given several times.",
      valueName: "changes"
    )
  )
  var set: [String] = []

  @Option(
    name: .long,
    parsing: .singleValue,
    help: ArgumentHelp("Change one value of all alternatives alike.", valueName: "key=value")
  )
  var with: [String] = []

  @Option(
    help: ArgumentHelp(
      "Compare these measures, separated by commas (default: waits and clearance times).",
      valueName: "names"
    )
  )
  var measures: String?

  @Option(help: "Replications of each alternative, instead of the first scenario's number.")
  var replications: Int?

  @Option(
    help: ArgumentHelp(
      "Replicate until half-widths are at most this share of the first value, as in 5%.",
      valueName: "share"
    )
  )
  var precision: String?

  @Option(help: "The confidence that all intervals of a measure cover together.")
  var confidence = "95%"

  @Option(help: "Seed of all draws, instead of the first scenario's.")
  var seed: String?

  @Option(help: "Days to simulate, instead of the scenarios' length.")
  var days: Int?

  @Option(help: "Replications side by side (default: all cores).")
  var workers: Int?

  @Option(
    help: "The results file (default: the scenario's name with .sqlite, in the current folder)."
  )
  var database: String?

  @Option(help: "Output: text or json.")
  var format = OutputFormat.text

  @Option(help: "Language: en or zh.")
  var language = Language.en

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  func run() async throws {
    let wording = Wording(language)
    try await Failure.reported(in: wording) {
      let options = try compareOptions()
      let bar = ProgressBar(wording: wording, isOn: !quiet)
      let study = Task {
        try await CompareStudy.compare(options, version: Kakou.version) { finished, wanted in
          bar.show(finished, of: wanted)
        }
      }
      let result = try await outcome(of: study, bar)
      if !quiet {
        switch format {
        case .json: print(CompareJSON.text(result, version: Kakou.version, language))
        case .text: print(CompareText.text(result, language))
        }
      }
      if !result.isComplete { throw Failure.stopped }
    }
  }

  private func compareOptions() throws(UsageFault) -> CompareOptions {
    var options = CompareOptions(scenario: scenario)
    options.alternatives = alternatives
    options.variants = set
    options.common = with
    options.measures =
      measures.map { text in
        text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      } ?? []
    options.replications = try positive(replications, "--replications", atMost: 1_000_000)
    if let precision {
      guard replications == nil else { throw .conflict("--replications", "--precision") }
      options.precision = try share(precision, "--precision", 0.0001...1, ["0.01%", "100%"])
    }
    options.confidence = try share(confidence, "--confidence", 0.5...0.9999, ["50%", "99.99%"])
    options.seed = try seed.map(seedNumber)
    options.days = try positive(days, "--days", atMost: 1_000_000)
    options.workers =
      try positive(workers, "--workers", atMost: 1024)
      ?? ProcessInfo.processInfo.activeProcessorCount
    var run = RunOptions(scenario: scenario)
    run.database = database
    options.database = run.databasePath
    return options
  }

  /// A share within limits, such as `5%`, or the fault of the option that gave another.
  private func share(
    _ text: String,
    _ option: String,
    _ range: ClosedRange<Double>,
    _ ends: [String]
  ) throws(UsageFault) -> Double {
    do throws(ScenarioFault) {
      let share = try parseShare(text)
      guard range.contains(share) else {
        throw ScenarioFault.outOfRange(text, low: ends[0], high: ends[1])
      }
      return share
    } catch {
      throw .value(option: option, error)
    }
  }
}
