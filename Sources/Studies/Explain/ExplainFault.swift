/// Why the story of a truck cannot be told.
public enum ExplainFault: Error, Sendable, Equatable {
  /// The file has no run of this number.
  case noSuchRun(Int64, runs: [Int64])
  /// No run of the file is complete, and none was named.
  case noCompleteRun(runs: [Int64])
  /// The run has no complete replication of this number.
  case noSuchReplication(Int, run: Int64, complete: [Int])
  /// The flow had fewer trucks in the replication.
  case noSuchTruck(String, replication: Int, trucks: UInt32)
  /// Simulated again, the replication took another course than the recorded one.
  case otherCourse(replication: Int, found: String, recorded: String, version: String)
  /// The options of the run are not in a form that this release knows.
  case unreadableOptions(run: Int64)
}
