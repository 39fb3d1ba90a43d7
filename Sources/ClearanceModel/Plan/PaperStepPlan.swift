/// What a step asks of the papers of a truck or companion (单证操作).
public enum PaperVerb: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// Opens papers for a way.
  case open
  /// Has a list, slip or request approved.
  case approve
  /// Turns it down, or takes it back.
  case refuse
  /// Submits the declaration.
  case submit
  /// Releases the declaration.
  case release
  /// Notes that none is needed.
  case noDeclaration
  /// Works duty and taxes out.
  case assess
  /// Pays them.
  case pay
  /// Charges the fee for late declaration.
  case lateFee
  /// The truck is at the gate.
  case arrive
  /// The truck has passed the gate.
  case pass
  /// The truck will never pass.
  case withdraw
  /// Puts a slip into its firm's pile.
  case gather
  /// Files the firm's application for batches.
  case apply
  /// Approves it.
  case grant
  /// Goods of another status are taken for the truck.
  case mix
  /// Looks whether goods of another status are on board.
  case check

  /// Its word in scenario files.
  public var word: String {
    switch self {
    case .open: "open"
    case .approve: "approve"
    case .refuse: "refuse"
    case .submit: "submit"
    case .release: "release"
    case .noDeclaration: "no declaration"
    case .assess: "assess"
    case .pay: "pay"
    case .lateFee: "late fee"
    case .arrive: "arrive"
    case .pass: "pass"
    case .withdraw: "withdraw"
    case .gather: "gather"
    case .apply: "apply"
    case .grant: "grant"
    case .mix: "mix"
    case .check: "check"
    }
  }

  /// Whether the papers of a way are meant, and never a companion's own.
  public var needsWay: Bool {
    switch self {
    case .open, .arrive, .pass, .withdraw, .mix, .check: true
    default: false
    }
  }
}

extension PaperVerb {
  /// Whether the firm is meant, and no papers.
  public var concernsFirm: Bool { self == .apply || self == .grant }
}

/// Which papers of a truck or companion are meant.
public enum PaperWay: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// Those for its way in.
  case into
  /// Those for its way out.
  case out
  /// A companion's own consignment.
  case own

  /// Its word in scenario files; empty for a companion's own.
  public var word: String {
    switch self {
    case .into: "in"
    case .out: "out"
    case .own: ""
    }
  }
}

/// A number that papers have.
public enum PaperCount: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// Trucks that have come to the gate, those that have passed included.
  case trucksAtGate
  /// Trucks that have passed.
  case trucksPassed
  /// Trucks that are expected or have passed.
  case trucks
  /// Consignments that one truck carries.
  case documents
  /// Distinct items.
  case mergedItems
  /// Slips that are declared together.
  case slips
  /// Declarations that the items take.
  case declarations
  /// How far the firm's application for batches is, as ``BatchApplication``.
  case application

  /// Its words in scenario files, before the way.
  public var words: String {
    switch self {
    case .trucksAtGate: "trucks at gate of papers"
    case .trucksPassed: "trucks passed of papers"
    case .trucks: "trucks of papers"
    case .documents: "documents of papers"
    case .mergedItems: "merged items of papers"
    case .slips: "slips of papers"
    case .declarations: "declarations of papers"
    case .application: "application of papers"
    }
  }

  /// The largest value that it can have.
  public var most: Int64 {
    self == .application ? Int64(BatchApplication.approved.rawValue) : .max
  }
}

/// A number of the papers of a way: what conditions and expressions look at.
public struct PaperOperand: Sendable, BitwiseCopyable, Hashable {
  /// Which number.
  public var count: PaperCount
  /// Of which papers.
  public var way: PaperWay

  /// An operand from its parts.
  public init(_ count: PaperCount, of way: PaperWay) {
    self.count = count
    self.way = way
  }

  /// All of them.
  public static let all = PaperCount.allCases.flatMap { count in
    PaperWay.allCases.map { PaperOperand(count, of: $0) }
  }

  /// Its words in scenario files.
  public var words: String { way == .own ? count.words : "\(count.words) \(way.word)" }

  /// As a number that fits the fields of terms and operations.
  public var code: UInt16 { UInt16(count.rawValue) * 3 + UInt16(way.rawValue) }

  /// The operand of a code.
  @inlinable
  public init(code: UInt16) {
    count = PaperCount(rawValue: UInt8(truncatingIfNeeded: code / 3)) ?? .trucks
    way = PaperWay(rawValue: UInt8(truncatingIfNeeded: code % 3)) ?? .own
  }
}

/// What the loop needs of a step that asks something of papers, or of a firm.
public struct PaperStepPlan: Sendable, BitwiseCopyable {
  /// What is asked; nil where the firm's present register is looked up.
  public var verb: PaperVerb?
  /// Of which papers.
  public var way: PaperWay
  /// What is opened.
  public var kind = MovementKind.firstLineIn
  /// The status of what is opened; nil for that of the kind.
  public var status: CustomsStatus?
  /// Whether what is opened joins the papers that the truck has for the way.
  public var joins = false
  /// The weight attribute with the goods of one truck.
  public var goods = StepPlan.none
  /// The number attribute with the item lines of a document, or ``StepPlan/none`` for one.
  public var lines = StepPlan.none
  /// The number attribute with the documents of a truck, or ``StepPlan/none`` for one.
  public var documents = StepPlan.none
  /// The word attribute with the status, or ``StepPlan/none``; its words are those of
  /// ``CustomsStatus`` in order.
  public var statusAttribute = StepPlan.none
  /// The duration attribute with the instant at which goods entered.
  public var since = StepPlan.none
  /// The attribute that receives the answer, or ``StepPlan/none``; of a look-up how the firm
  /// declares.
  public var sets = StepPlan.none
  /// The attribute that receives the firm's credit class, or ``StepPlan/none``.
  public var setsCredit = StepPlan.none
  /// The word attribute that names the firm; ``StepPlan/none`` where it is not asked.
  public var firm = StepPlan.none

  /// A step from its parts.
  public init(_ verb: PaperVerb?, _ way: PaperWay) {
    self.verb = verb
    self.way = way
  }

  /// Where the attributes are that it looks at, and that it gives values.
  static var readPaths: [WritableKeyPath<PaperStepPlan, UInt16>] {
    [\.goods, \.lines, \.documents, \.statusAttribute, \.since, \.firm]
  }
  static var writePaths: [WritableKeyPath<PaperStepPlan, UInt16>] { [\.sets, \.setsCredit] }

  /// The attributes that it looks at.
  public var reads: [UInt16] {
    Self.readPaths.map { self[keyPath: $0] }.filter { $0 != StepPlan.none }
  }

  /// The attributes that it gives values.
  public var writes: [UInt16] {
    Self.writePaths.map { self[keyPath: $0] }.filter { $0 != StepPlan.none }
  }
}

extension ClearancePlan {
  /// What a step asks of papers; nil for other steps.
  public func paperStep(_ index: Int) -> PaperStepPlan? {
    let kind = steps[index].kind
    return kind == .papers || kind == .lookUp ? paperSteps[Int(steps[index].mark)] : nil
  }

  /// The collections whose piles are the firms' consolidated declarations.
  var paperCollections: [Int] { collections.indices.filter { collections[$0].period != nil } }

  /// Whether a step puts slips into the piles of the firms' periods.
  func gathersPapers(_ index: Int) -> Bool { paperStep(index)?.verb == .gather }
}
