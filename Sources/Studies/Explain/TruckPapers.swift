import ClearanceRecords
import EventSimulation

/// The papers of one truck, and how much of its time they cost.
public struct TruckPapers: Sendable, Equatable {
  /// One consignment of the truck, or one that it shares with the other trucks of its lot.
  public struct Lot: Sendable, Equatable {
    /// Its number in the replication.
    public var number: Int
    /// Name of the firm.
    public var firm: String
    /// Kind of movement, as scenarios call it.
    public var movement: String
    /// Whether its goods come in.
    public var isIn: Bool
    /// Status of the goods.
    public var status: String
    /// The last state that it reached.
    public var state: String
    /// Why it was refused; nil where it was not.
    public var refusal: String?
    /// Its goods, quantities and amounts, as recorded.
    public var row: ConsignmentRow
    /// The batch that it was gathered into; nil for what is declared by itself.
    public var batch: Batch?
  }

  /// Slips that are declared together.
  public struct Batch: Sendable, Equatable {
    /// Its number among the consignments of the replication.
    public var number: Int
    /// The last state that it reached.
    public var state: String
    /// What was recorded of it.
    public var row: ConsignmentRow
  }

  /// The consignments in the order of their opening.
  public var lots: [Lot]
  /// Time for which the truck stood still since its papers, or its lot, were not ready.
  public var papersWait: SimulatedTime
  /// Time for which the truck itself waited at lanes and other places.
  public var lanesWait: SimulatedTime
  /// What its papers were doing meanwhile.
  public var parts: [PaperWait.Part]

  /// The branch that cost more time.
  public enum Branch: String, Sendable {
    /// The papers.
    case papers
    /// Lanes, yards and other places.
    case lane
    /// Neither cost any time.
    case neither
  }

  /// The branch that made the truck wait, by the longer time.
  public var branch: Branch {
    if papersWait == .zero, lanesWait == .zero { return .neither }
    return papersWait >= lanesWait ? .papers : .lane
  }
}

/// A time for which a truck stood still, and what its papers were doing meanwhile.
public struct PaperWait: Sendable, Equatable {
  /// What papers can wait for.
  public enum Cause: String, Sendable, CaseIterable {
    /// The firm, which prepares them.
    case preparation
    /// The document office, and the messages to and from it.
    case office
    /// An inspection.
    case inspection
    /// The payment of tax.
    case tax
    /// Other trucks of the lot: the papers themselves are ready.
    case lot
    /// Something else.
    case other
  }

  /// One cause and its share of the time.
  public struct Part: Sendable, Equatable {
    /// The cause.
    public var cause: Cause
    /// For how long.
    public var time: SimulatedTime

    /// A part from its columns.
    public init(cause: Cause, time: SimulatedTime) {
      self.cause = cause
      self.time = time
    }
  }

  /// When the truck went on; nil where the run ended before.
  public var until: SimulatedTime?
  /// For how long it stood still.
  public var time: SimulatedTime
  /// The causes in the order of ``Cause``, those without any time left out.
  public var parts: [Part]

  /// A wait from its parts.
  public init(until: SimulatedTime?, time: SimulatedTime, parts: [Part]) {
    self.until = until
    self.time = time
    self.parts = parts
  }
}
