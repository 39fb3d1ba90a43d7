import ArgumentParser
import Reports
import Studies

/// `kakou check`: validates a scenario and prints what was understood.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Validate a scenario; print what was understood and the load of every station."
  )

  @OptionGroup var scenario: ScenarioOptions

  func run() async throws {
    try await Failure.reported(in: scenario.wording) {
      let result = try CheckStudy.check(scenario.runOptions())
      switch scenario.format {
      case .text: print(CheckText.text(result, scenario.language))
      case .json: print(CheckJSON.text(result, version: Kakou.version, scenario.language))
      }
    }
  }
}
