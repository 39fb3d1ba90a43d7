import ArgumentParser
import Foundation
import Reports
import ScenarioFiles
import Studies

/// What `kakou size` takes to find the best of several designs.
struct SelectionArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Find the combination of the levers, which may be lists such as stations.gate.queue=[fifo, lifo],"
        + " with the least value of this measure.",
      valueName: "measure"
    )
  )
  var minimise: String?

  @Option(help: ArgumentHelp("The same with the greatest value.", valueName: "measure"))
  var maximise: String?

  @Option(
    help: ArgumentHelp(
      "The difference of that measure that does not matter, such as \"30 s\".",
      valueName: "value"
    )
  )
  var indifference: String?

  @Option(
    help: ArgumentHelp(
      "Replications in all, shared out among the designs, instead of as many as the confidence needs.",
      valueName: "n"
    )
  )
  var budget: Int?

  /// The question; nil where it is another one.
  func question(_ run: RunOptions) throws -> SelectionOptions? {
    switch (minimise, maximise) {
    case (.some, .some): throw UsageFault.conflict("--minimise", "--maximise")
    case (let measure?, nil): return SelectionOptions(run, minimise: measure)
    case (nil, let measure?): return SelectionOptions(run, maximise: measure)
    case (nil, nil):
      for (option, isGiven) in [
        ("--indifference", indifference != nil), ("--budget", budget != nil),
      ]
      where isGiven {
        throw StudyError.selection(.needsMeasure(option: option))
      }
      return nil
    }
  }
}

extension SizeCommand {
  /// Finds the best of several designs.
  func select(_ question: SelectionOptions) async throws {
    let options = try completed(question)
    let bar = ProgressBar(wording: scenario.wording, isOn: !quiet)
    let study = Task {
      try await SelectionStudy.select(options, version: Kakou.version) { bar.show($0) }
    }
    let result: SelectionResult
    do {
      result = try await outcome(of: study, bar)
    } catch is CancellationError {
      let text = scenario.wording.selectionInterrupted(database: options.run.databasePath)
      FileHandle.standardError.write(Data((text + "\n").utf8))
      throw Failure.stopped
    }
    if !quiet {
      switch scenario.format {
      case .json: print(SelectionJSON.text(result, version: Kakou.version))
      case .text: print(SelectionText.text(result, scenario.language))
      }
    }
    if !result.isDecided || !result.isFeasible { throw Failure.answerIsNo }
  }

  private func completed(_ question: SelectionOptions) throws(UsageFault) -> SelectionOptions {
    let option = best.minimise == nil ? "--maximise" : "--minimise"
    if most != nil { throw .conflict(option, "--most") }
    if tolerance != nil, target.isEmpty { throw .conflict(option, "--tolerance") }
    if resolution != nil { throw .conflict(option, "--resolution") }
    if best.budget != nil {
      if !target.isEmpty { throw .conflict("--budget", "--target") }
      if confidence != nil { throw .conflict("--budget", "--confidence") }
      if question.run.replications != nil { throw .conflict("--budget", "--replications") }
    }
    var options = question
    options.choices = lever
    options.indifference = best.indifference
    options.targets = target
    options.tolerance = try share(tolerance, "--tolerance", "0.1%", "50%") ?? options.tolerance
    options.budget = try positive(best.budget, "--budget", atMost: 1_000_000)
    options.confidence =
      try share(confidence, "--confidence", "50%", "99.99%") ?? options.confidence
    return options
  }
}
