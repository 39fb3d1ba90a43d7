import ArgumentParser
import Foundation
import Reports
import Studies

/// `kakou sweep`: what matters, found by a design of experiments.
struct SweepCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Vary keys of a scenario by a design of experiments, and say what each of them does.",
    discussion: """
      VALUES are whole numbers 1..5, steps 2..10 by 2, the ends of a range 10 min..30 min, \
      80%..95% or 0.8..1.4 (of which --design latin takes any value between), or a list [a, b, c].

      Designs: factorial, every combination; latin, points spread evenly over all ranges; \
      one-at-a-time, the scenario as it is and then each value alone. --set changes all points.

      All points see the same trucks. A point that the results file has already is not run again: \
      the same command goes on where it was stopped.
      """
  )

  @OptionGroup var scenario: ScenarioOptions

  @Option(
    name: .long,
    parsing: .singleValue,
    help: ArgumentHelp(
      "What varies, as in stations.gate.servers=1..5; may be given several times.",
      valueName: "key=values"
    )
  )
  var vary: [String] = []

  @Option(help: "factorial (default), latin or one-at-a-time.")
  var design: String?

  @Option(help: "Design points of --design latin (default: ten for each key that varies).")
  var points: Int?

  @Option(help: "Seed of the points of --design latin (default: 1).")
  var designSeed: String?

  @Flag(help: "Vary each assumption of the scenario over its stated range, one at a time.")
  var assumptions = false

  @Option(
    help: ArgumentHelp(
      "Measures to look at (default: the wait at the busiest station, and times to clearance).",
      valueName: "names"
    )
  )
  var measures: String?

  @Option(help: "Replications side by side (default: all cores).")
  var workers: Int?

  @Option(
    help: "The results file (default: the scenario's name with .sqlite, in the current folder)."
  )
  var database: String?

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  func run() async throws {
    try await Failure.reported(in: scenario.wording) {
      let options = try sweepOptions()
      let bar = ProgressBar(wording: scenario.wording, isOn: !quiet)
      let study = Task {
        try await SweepStudy.run(options, version: Kakou.version) { result in
          SweepJSON.text(result, version: Kakou.version)
        } progress: { finished, wanted in
          bar.show(finished, of: wanted)
        }
      }
      let result = try await outcome(of: study, bar)
      guard !quiet else { return }
      switch scenario.format {
      case .json: print(SweepJSON.text(result, version: Kakou.version))
      case .text: print(SweepText.text(result, scenario.language))
      }
    }
  }

  private func sweepOptions() throws(UsageFault) -> SweepOptions {
    let run = try scenario.runOptions()
    var options = SweepOptions(scenario: run.scenario)
    options.overrides = run.overrides
    options.seed = run.seed
    options.replications = run.replications
    options.days = run.days
    options.vary = vary
    options.design = design
    options.points = try positive(points, "--points", atMost: 1_000_000)
    if let designSeed {
      options.designSeed = try seedNumber(designSeed, option: "--design-seed")
    }
    options.assumptions = assumptions
    options.workers =
      try positive(workers, "--workers", atMost: 1024)
      ?? ProcessInfo.processInfo.activeProcessorCount
    options.database = database
    options.measures =
      measures.map { text in
        text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      } ?? []
    return options
  }
}
