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

  @Flag(help: "Read out all steps, stations and attributes, also those behind customs words.")
  var procedures = false

  @Flag(help: "Tell where the default of each assumption comes from.")
  var assumptions = false

  func run() async throws {
    try await Failure.reported(in: scenario.wording) {
      let result = try await CheckStudy.check(scenario.runOptions())
      switch scenario.format {
      case .text:
        print(
          CheckText.text(
            result,
            scenario.language,
            showsProcedures: procedures,
            showsSources: assumptions
          )
        )
      case .json: print(CheckJSON.text(result, version: Kakou.version, scenario.language))
      }
    }
  }
}
