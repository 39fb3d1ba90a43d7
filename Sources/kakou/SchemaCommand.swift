import ArgumentParser
import Reports
import ScenarioFiles

/// `kakou schema`: the JSON Schema of scenario files, and the procedures that come with the program.
struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of the scenario file, or a procedure to copy."
  )

  @Option(
    help: ArgumentHelp(
      "Print this procedure of the customs words, to be copied and changed.",
      valueName: "name"
    )
  )
  var procedure: String?

  @Option(help: "The language of errors: en or zh.")
  var language = Language.en

  func run() async throws {
    try await Failure.reported(in: Wording(language)) {
      guard let procedure else {
        print(ScenarioSchema.text)
        return
      }
      print(try Self.text(of: procedure), terminator: "")
    }
  }

  private static func text(of procedure: String) throws(UsageFault) -> String {
    if let text = ShippedProcedures.text(of: procedure) { return text }
    let names = ShippedProcedures.names
    throw .value(
      option: "--procedure",
      .unknownName(
        procedure,
        kind: .procedure,
        existing: names,
        nearest: nearestName(to: procedure, in: names)
      )
    )
  }
}
