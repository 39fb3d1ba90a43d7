import ArgumentParser
import ScenarioFiles

/// `kakou schema`: the JSON Schema of scenario files, for editors.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of the scenario file."
  )

  func run() {
    print(ScenarioSchema.text)
  }
}
