import EventSimulation
import Studies

/// What a benchmark has measured, as one JSON object for other programs.
public enum BenchJSON {
  /// The machine, and one entry for each work, recording and number of workers.
  public static func text(_ result: BenchResult) -> String {
    let machine = result.machine
    return JSONValue.object([
      ("version", .string(result.version)),
      ("build", .string(machine.isDebugBuild ? "debug" : "release")),
      ("processors", .integer(Int64(machine.processors))),
      ("processor", JSONValue(machine.processor)),
      ("system", .string(machine.system)),
      ("seed", .unsigned(result.seed)),
      ("state", .string(result.isComplete ? "complete" : "interrupted")),
      ("wallSeconds", .number(result.wallSeconds)),
      ("runs", .array(result.groups.flatMap(\.runs).map(run))),
    ]).text
  }

  private static func run(_ run: BenchResult.Run) -> JSONValue {
    var object: [(key: String, value: JSONValue)] = [
      ("work", .string(run.work)),
      ("recording", .string(run.recording.rawValue)),
      ("workers", .integer(Int64(run.workers))),
      ("replications", .integer(Int64(run.replications))),
      ("rounds", .integer(Int64(run.rounds))),
      ("vehicles", .unsigned(run.vehicles)),
      ("events", .unsigned(run.events)),
      ("fingerprint", JSONValue(run.fingerprint?.text)),
      ("seconds", .number(run.seconds)),
      ("cpuSeconds", .number(run.cpuSeconds)),
      ("peakBytes", run.peakBytes.map { .integer(Int64($0)) } ?? .null),
      ("vehiclesPerSecond", .number(run.rate(run.vehicles))),
    ]
    if run.passes > 0 {
      object += [
        ("passes", .unsigned(run.passes)), ("passesPerSecond", .number(run.rate(run.passes))),
      ]
    }
    if run.rows > 0 {
      object += [
        ("rows", .integer(Int64(run.rows))), ("rowsPerSecond", .number(run.rate(run.rows))),
      ]
    }
    return .object(object)
  }
}
