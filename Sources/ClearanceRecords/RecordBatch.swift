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
  /// Rows of table `transition`.
  public var transitions: [TransitionRow] = []
  /// Rows of table `attribute`.
  public var attributes: [AttributeRow] = []
  /// Rows of table `gathered`.
  public var gathered: [GatheredRow] = []
  /// Rows of table `companion`.
  public var companions: [CompanionRow] = []
  /// Rows of table `consignment`.
  public var consignments: [ConsignmentRow] = []
  /// Rows of table `balance`.
  public var balances: [BalanceRow] = []
  /// Rows of table `statistic`.
  public var months: [MonthRow] = []
  /// Rows of table `paperLevel`.
  public var paperLevels: [PaperLevelRow] = []

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
      + transitions.count * MemoryLayout<TransitionRow>.stride
      + attributes.count * MemoryLayout<AttributeRow>.stride
      + gathered.count * MemoryLayout<GatheredRow>.stride
      + companions.count * MemoryLayout<CompanionRow>.stride + paperSize
  }

  private var paperSize: Int {
    consignments.count * MemoryLayout<ConsignmentRow>.stride
      + balances.count * MemoryLayout<BalanceRow>.stride
      + months.count * MemoryLayout<MonthRow>.stride
      + paperLevels.count * MemoryLayout<PaperLevelRow>.stride
  }

  /// The number of rows.
  public var count: Int {
    intervals.count + passages.count + trucks.count + steps.count + transitions.count
      + attributes.count + gathered.count + companions.count + consignments.count
      + balances.count + months.count + paperLevels.count
  }

  /// Whether there are no rows.
  public var isEmpty: Bool { count == 0 }

  /// Forgets the rows and keeps the room.
  public mutating func removeAll() {
    intervals.removeAll(keepingCapacity: true)
    passages.removeAll(keepingCapacity: true)
    trucks.removeAll(keepingCapacity: true)
    steps.removeAll(keepingCapacity: true)
    transitions.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    gathered.removeAll(keepingCapacity: true)
    companions.removeAll(keepingCapacity: true)
    consignments.removeAll(keepingCapacity: true)
    balances.removeAll(keepingCapacity: true)
    months.removeAll(keepingCapacity: true)
    paperLevels.removeAll(keepingCapacity: true)
  }
}
