import ArgumentParser
import ClearanceRecords
import Foundation
import Reports
import ScenarioFiles
import Studies

/// What every command that reads a scenario takes.
struct ScenarioOptions: ParsableArguments {
  @Argument(help: "The scenario file (YAML).", completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String

  @Option(
    name: .long,
    parsing: .singleValue,
    help: ArgumentHelp(
      "Change one value, as in stations.gate.servers=5; may be given several times.",
      valueName: "key=value"
    )
  )
  var set: [String] = []

  @Option(help: "Seed of all draws, instead of the scenario's.")
  var seed: String?

  @Option(help: "Number of replications, instead of the scenario's.")
  var replications: Int?

  @Option(help: "Days to simulate, instead of the scenario's length.")
  var days: Int?

  @Option(help: "Output: text or json.")
  var format = OutputFormat.text

  @Option(help: "Language: en or zh.")
  var language = Language.en

  /// The sentences of the chosen language.
  var wording: Wording { Wording(language) }

  /// The options as a study takes them.
  func runOptions() throws(UsageFault) -> RunOptions {
    var options = RunOptions(scenario: scenario)
    options.overrides = set
    options.seed = try seed.map(seedNumber)
    options.replications = try positive(replications, "--replications", atMost: 1_000_000)
    options.days = try positive(days, "--days", atMost: 1_000_000)
    return options
  }
}

/// A number above zero, or the fault of the option that gave another.
func positive(
  _ number: Int?,
  _ option: String,
  atMost limit: Int
) throws(UsageFault) -> Int? {
  guard let number else { return nil }
  guard number > 0 else { throw .notPositive(option: option, found: "\(number)") }
  guard number <= limit else {
    throw .value(option: option, .outOfRange("\(number)", low: "1", high: "\(limit)"))
  }
  return number
}

/// The seed that `--seed` gives.
func seedNumber(_ text: String) throws(UsageFault) -> UInt64 {
  try seedNumber(text, option: "--seed")
}

/// The seed that an option gives.
func seedNumber(_ text: String, option: String) throws(UsageFault) -> UInt64 {
  do {
    return try parseSeed(text)
  } catch {
    throw .value(option: option, error)
  }
}

/// The number of workers that `--workers` gives, or the several, as in `1,2,8`.
func numbersOfWorkers(_ text: String) throws(UsageFault) -> [Int] {
  let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map {
    Int($0.trimmingCharacters(in: .whitespaces))
  }
  return try numbers.map { number throws(UsageFault) in
    guard let number, 1...1024 ~= number else { throw .verify(.notWorkers(text)) }
    return number
  }
}

/// What is written to standard output.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

extension Language: ExpressibleByArgument {}
extension RecordingLevel: ExpressibleByArgument {}
