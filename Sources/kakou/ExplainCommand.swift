import ArgumentParser
import Reports
import Studies

/// `kakou explain`: one truck's time line, and why it waited.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell what one truck of a recorded run went through and why it waited."
  )

  @Argument(help: "The results file.", completion: .file(extensions: ["sqlite"]))
  var database: String

  @Argument(help: ArgumentHelp("The truck, such as trucks#17.", valueName: "flow#n"))
  var truck: String

  @Option(
    name: .customLong("run"),
    help: ArgumentHelp("Number of the run (default: the last complete one).", valueName: "run")
  )
  var runNumber: Int?

  @Option(help: "Number of the replication (default: the first complete one).")
  var replication: Int?

  @Option(help: "Output: text or json.")
  var format = OutputFormat.text

  @Option(help: "Language: en or zh.")
  var language = Language.en

  func run() async throws {
    try await Failure.reported(in: Wording(language)) {
      guard let subject = TraceStudy.Truck(truck) else {
        throw UsageFault.notATruck(option: "FLOW#N", found: truck)
      }
      let result = try await ExplainStudy.explain(
        subject,
        in: database,
        run: try positive(runNumber, "--run", atMost: .max).map(Int64.init),
        replication: try positive(replication, "--replication", atMost: 1_000_000)
      )
      switch format {
      case .text: print(ExplainText.text(result, language))
      case .json: print(ExplainJSON.text(result, version: Kakou.version))
      }
    }
  }
}
