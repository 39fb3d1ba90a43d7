import EventSimulation
import Synchronization

/// How far a replication came.
public enum ReplicationState: String, Sendable, CaseIterable {
  /// Ran to its end.
  case complete
  /// Was begun and did not end; its rows do not count.
  case incomplete
}

/// The result of one replication, as it is recorded.
public struct ReplicationRecord: Sendable, Equatable {
  /// Number of the replication, from 1.
  public var number: Int
  /// Model events that happened.
  public var events: UInt64
  /// Trucks that arrived.
  public var trucks: UInt64
  /// Hash over the events.
  public var fingerprint: Fingerprint
  /// The values of the run's measures, in the run's order of measures; nil where undefined.
  public var values: [Double?]

  /// A record from its parts.
  public init(
    number: Int,
    events: UInt64,
    trucks: UInt64,
    fingerprint: Fingerprint,
    values: [Double?]
  ) {
    self.number = number
    self.events = events
    self.trucks = trucks
    self.fingerprint = fingerprint
    self.values = values
  }
}

/// Where the rows of a run go.
///
/// One recorder calls a sink, one call at a time. Batches of several replications may alternate;
/// those of one replication come in order, between its `begin` and its `finish`. A replication
/// that is begun and never finished is incomplete.
public protocol RecordSink: Sendable {
  /// A replication begins; a second beginning of the same number voids the rows of the first.
  func begin(replication: Int) throws
  /// Rows of a replication that has begun.
  func write(_ batch: RecordBatch) throws
  /// A replication has run to its end; a sink may keep this back until the next `commit`.
  func finish(_ record: ReplicationRecord) throws
  /// Makes durable what has finished so far; a sink that keeps nothing back has nothing to do.
  func commit() throws
}

extension RecordSink {
  /// Does nothing.
  public func commit() {}
}

/// A sink that keeps everything in memory: the twin of the results file, for tests and tools.
public final class InMemoryRecordSink: RecordSink {
  /// What has been received.
  public struct Contents: Sendable {
    /// Batches by arrival.
    public var batches: [RecordBatch] = []
    /// Finished replications by arrival.
    public var records: [ReplicationRecord] = []
    /// Numbers of the replications begun, by arrival.
    public var begun: [Int] = []
  }

  private let state = Mutex(Contents())

  /// An empty sink.
  public init() {}

  /// What has been received so far.
  public var contents: Contents { state.withLock { $0 } }

  /// Notes the beginning and drops earlier rows of the same replication.
  public func begin(replication: Int) {
    state.withLock {
      $0.begun.append(replication)
      $0.batches.removeAll { $0.replication == replication }
    }
  }

  /// Keeps the rows.
  public func write(_ batch: RecordBatch) {
    state.withLock { $0.batches.append(batch) }
  }

  /// Keeps the result.
  public func finish(_ record: ReplicationRecord) {
    state.withLock { $0.records.append(record) }
  }
}
