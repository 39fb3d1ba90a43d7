import ClearanceRecords
import EventSimulation
import ResultStore
import ScenarioFiles

/// What a user asks of a run beside the scenario file.
public struct RunOptions: Sendable {
  /// The scenario file.
  public var scenario: String
  /// `--set` assignments in their order.
  public var overrides: [String] = []
  /// Seed instead of the scenario's.
  public var seed: UInt64?
  /// Replications instead of the scenario's number.
  public var replications: Int?
  /// Replications until every measure has a half-width of at most this share of its estimate, in
  /// (0, 1); nil for a given number of them.
  public var precision: Double?
  /// The most replications where a precision decides.
  public var atMost: Int?
  /// One replication alone, by number.
  public var replication: Int?
  /// Days instead of the scenario's length.
  public var days: Int?
  /// Replications side by side.
  public var workers = 1
  /// How much is recorded.
  public var recording = RecordingLevel.intervals
  /// Names of the measures wanted; empty for all.
  public var measures: [String] = []
  /// Names of measures wanted beside all those that are always computed.
  public var furtherMeasures: [String] = []
  /// Who is where when statistics begin; nil for a run from an empty zone.
  public var state: StateText?
  /// The results file; nil for the scenario's name with `.sqlite`, in the current folder.
  public var database: String?

  /// The options of a scenario, all else by default.
  public init(scenario: String) {
    self.scenario = scenario
  }

  /// The results file that these options mean.
  public var databasePath: String {
    if let database { return database }
    let file = scenario.split(separator: "/").last.map(String.init) ?? scenario
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    return (stem.isEmpty ? file : stem) + ".sqlite"
  }
}

/// Why a study could not be made, or not be finished.
public enum StudyError: Error, Equatable {
  /// The scenario is wrong.
  case scenario(ScenarioProblems)
  /// Measures that the scenario does not have, with those it has.
  case unknownMeasures([String], known: [String])
  /// A number of days that the scenario cannot be run for.
  case daysNotPossible(days: Int, reason: DaysFault)

  /// A flow that the scenario does not have, asked for as FLOW#N.
  case unknownFlow(String, existing: [String])
  /// A replication beyond those that the scenario has.
  case replicationBeyond(found: Int, replications: Int)

  /// A results file that cannot be read.
  case resultsFile(ResultStoreError)
  /// A truck whose story cannot be told.
  case explain(ExplainFault)

  /// A precision that cannot be asked for.
  case precision(PrecisionFault)
  /// A warm-up that cannot be found.
  case warmUp(WarmUpFault)
  /// A state that cannot be taken from where it was asked for.
  case state(StateStudyFault)

  /// A benchmark that simulates something else than it should.
  case bench(BenchFault)
  /// A question of `kakou size` that cannot be asked.
  case size(SizeFault)
  /// A question which design is the best that cannot be asked.
  case selection(SelectionFault)

  /// Alternatives that cannot be compared.
  case compare(CompareFault)
  /// A sweep that is not possible as it was asked for, or that was stopped.
  case sweep(SweepFault)

  /// Why a number of days is refused.
  public enum DaysFault: Sendable, Equatable {
    /// The run ends when the system is empty.
    case runsUntilEmpty
    /// The warm-up takes as long or longer.
    case warmUpTooLong(String)
  }
}
