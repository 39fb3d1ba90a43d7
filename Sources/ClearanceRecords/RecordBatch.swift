/// Rows of one replication on their way from a simulation to a sink.
public struct RecordBatch: Sendable, Equatable {
  /// Number of the replication, from 1.
  public var replication: Int
  /// Rows of table `interval`.
  public var intervals: [IntervalRow] = []
  /// Rows of table `passage`.
  public var passages: [PassageRow] = []
  /// Rows of table `truck`.
  public var trucks: [TruckRow] = []
  /// Rows of table `step`.
  public var steps: [StepRow] = []

  /// The largest size of a batch, in bytes.
  public static let capacity = 64 * 1024

  /// An empty batch.
  public init(replication: Int) {
    self.replication = replication
  }

  /// The bytes in use.
  public var size: Int {
    intervals.count * MemoryLayout<IntervalRow>.stride
      + passages.count * MemoryLayout<PassageRow>.stride
      + trucks.count * MemoryLayout<TruckRow>.stride
      + steps.count * MemoryLayout<StepRow>.stride
  }

  /// The number of rows.
  public var count: Int { intervals.count + passages.count + trucks.count + steps.count }

  /// Whether there are no rows.
  public var isEmpty: Bool { count == 0 }

  /// Forgets the rows and keeps the room.
  public mutating func removeAll() {
    intervals.removeAll(keepingCapacity: true)
    passages.removeAll(keepingCapacity: true)
    trucks.removeAll(keepingCapacity: true)
    steps.removeAll(keepingCapacity: true)
  }
}
