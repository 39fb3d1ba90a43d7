/// A pick that took goods of another status than its papers say (串货), until it is corrected.
struct MixingError: BitwiseCopyable {
  var firm: UInt16
  /// What the papers moved.
  var kind: MovementKind
  /// Whether the truck went abroad, where no duty falls due.
  var leftForAbroad: Bool
  /// Whether the papers are formal and their taxes paid.
  var isSettled = false
  /// Cells of the book: the one the papers name, and the one whose goods were taken.
  var papers: UInt32
  var taken: UInt32
  /// How much was taken [kg].
  var kilograms: Int64
  /// When it left, and when it was found [µs].
  var madeAt: Int64
  var foundAt = Int64.max
  /// The consignment of the papers, or the pile that its slip has joined.
  var consignment: Consignment.Handle

  var isFound: Bool { foundAt != .max }
}

/// Which goods of a truck were picked wrongly, as draws to be read when it leaves.
///
/// Three draws to a thousandth, since what lies in the warehouse by then is not known before.
struct WrongPick: BitwiseCopyable, Equatable {
  private var bits: UInt32

  /// Nothing was picked wrongly.
  static var none: WrongPick { WrongPick(bits: 0) }

  private init(bits: UInt32) {
    self.bits = bits
  }

  /// From uniform numbers in [0, 1) for the document, its line, and the other status.
  init(document: Double, line: Double, status: Double) {
    func part(_ draw: Double) -> UInt32 { UInt32(min(max(draw, 0) * 1_024, 1_023)) }
    bits = 1 << 31 | part(document) << 20 | part(line) << 10 | part(status)
  }

  var isNone: Bool { bits == 0 }

  /// One of so many documents of the truck.
  func document(of count: Int) -> Int { index(bits >> 20 & 1_023, count) }
  /// One of so many lines of the document.
  func line(of count: Int) -> Int { index(bits >> 10 & 1_023, count) }
  /// Whether the second of the two other statuses is tried first.
  var takesSecond: Bool { bits & 512 != 0 }

  private func index(_ part: UInt32, _ count: Int) -> Int { Int(part) * count / 1_024 }
}

extension PaperStatistics {
  /// What was picked wrongly in a warehouse with goods of several statuses.
  public struct Mixing: Sendable, BitwiseCopyable, Equatable {
    /// Picks of goods of another status that left, or were found at the gate.
    public var errors: Int64 = 0
    /// Those that were found.
    public var found: Int64 = 0
    /// Those that a check at the gate found: the goods did not leave.
    public var foundAtGate: Int64 = 0
    /// Those that were corrected in the ledgers.
    public var corrected: Int64 = 0
    /// Time from leaving until found, of all that were found [µs].
    public var timeToFind: Int64 = 0
    /// Declarations made afterwards, of bonded or exported-in goods that had left without one.
    public var declaredAfterwards: Int64 = 0
    /// Their duty and taxes [fen].
    public var taxedAfterwards: Int64 = 0
    /// At the end: not found.
    public var hidden: Int64 = 0
    /// At the end: found, and not yet corrected.
    public var open: Int64 = 0

    /// Nothing yet.
    public init() {}
  }
}
