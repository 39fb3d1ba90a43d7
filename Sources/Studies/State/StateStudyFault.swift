import ClearanceRecords
import ScenarioFiles

/// Why a state cannot be taken from a recorded run.
public enum StateStudyFault: Error, Sendable, Equatable {
  /// An option that asks something of a results file, beside a file that is none.
  case onlyOfResults(option: String, file: String)
  /// An option that says which state is meant, without one.
  case needsState(option: String)
  /// A results file without an instant: `--at` is missing.
  case instantMissing(file: String)
  /// An instant that cannot be read, or is beyond the run.
  case instant(ScenarioFault)
  /// A run that the file does not have.
  case noSuchRun(Int64, runs: [Int64])
  /// A replication that the run has not completed.
  case noSuchReplication(Int, run: Int64, complete: [Int])
  /// A run that does not say who was where: too little was recorded.
  case notRecorded(run: Int64, level: RecordingLevel)
  /// Nobody was there at the instant.
  case nobodyThere(at: String, run: Int64)
  /// Trucks that kept a server after their service, for want of room elsewhere.
  case blocked(place: String)
  /// A file that the state cannot be written to.
  case cannotWrite(file: String, reason: String)

  /// Whether the options are wrong, and not the file.
  public var isOfOptions: Bool {
    switch self {
    case .onlyOfResults, .needsState, .instantMissing, .instant, .noSuchRun, .noSuchReplication:
      true
    case .notRecorded, .nobodyThere, .blocked, .cannotWrite: false
    }
  }
}
