import ArgumentParser
import Reports
import ScenarioFiles
import Studies

/// How many replications a precision takes.
struct PrecisionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Replications until every measure has a half-width of at most this share of it, as in 5%.",
      valueName: "share"
    )
  )
  var precision: String?

  @Option(help: "The most replications with --precision (default: 1000).")
  var atMost: Int?

  /// Puts them into the options of a run.
  func apply(to options: inout RunOptions) throws(UsageFault) {
    guard let precision else {
      if atMost != nil { throw .requires("--at-most", "--precision") }
      return
    }
    if options.replications != nil { throw .conflict("--precision", "--replications") }
    if options.replication != nil { throw .conflict("--precision", "--replication") }
    do {
      options.precision = try parsePrecision(precision)
      // Fewer than ten say too little of their spread.
      if let atMost { options.atMost = try parseCount("\(atMost)", in: 10...1_000_000) }
    } catch {
      throw .value(option: options.precision == nil ? "--precision" : "--at-most", error)
    }
  }
}

/// A precision such as `5%`: above nothing and below the whole.
func parsePrecision(_ text: String) throws(ScenarioFault) -> Double {
  let share = try parseShare(text)
  guard 0.001...0.99 ~= share else { throw .outOfRange(text, low: "0.1%", high: "99%") }
  return share
}
