import ArgumentParser

/// The command line: one command for each question a planner asks.
@main
struct Kakou: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kakou",
    abstract: "Simulates the electronic gates and the clearance of comprehensive bonded zones.",
    version: version,
    subcommands: [
      CheckCommand.self, RunCommand.self, CompareCommand.self, SizeCommand.self,
      SweepCommand.self, ExplainCommand.self, SchemaCommand.self, VerifyCommand.self,
      BenchCommand.self,
    ]
  )

  /// The version that is printed and recorded with every run.
  static let version = "0.1.0"
}
