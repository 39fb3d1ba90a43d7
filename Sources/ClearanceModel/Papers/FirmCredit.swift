/// The credit class that customs has given a firm (信用等级).
public enum FirmCredit: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// Advanced certified enterprise (高级认证企业), the Chinese AEO.
  case advancedCertified
  /// Neither of the two others.
  case general
  /// Untrustworthy (失信企业).
  case dishonest

  /// Its word in scenario files.
  public var word: String {
    switch self {
    case .advancedCertified: "aeo"
    case .general: "general"
    case .dishonest: "dishonest"
    }
  }
}

/// How a firm declares its batches (申报周期).
public enum DeclaringPeriod: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// Each slip by itself.
  case perShipment
  /// Slips of a month together.
  case monthly
  /// Slips of a quarter together.
  case quarterly

  /// Its word in scenario files.
  public var word: String {
    switch self {
    case .perShipment: "per-shipment"
    case .monthly: "monthly"
    case .quarterly: "quarterly"
    }
  }
}

/// What a firm of a zone does (企业类型).
public enum FirmBusiness: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// Makes products, which use up materials of its book.
  case manufacturing
  /// Stores and moves goods.
  case logistics
  /// Buys and sells.
  case trading
  /// Repairs, tests, develops.
  case services

  /// Its word in scenario files.
  public var word: String {
    switch self {
    case .manufacturing: "manufacturing"
    case .logistics: "logistics"
    case .trading: "trading"
    case .services: "services"
    }
  }
}

/// Why a list or slip was refused; raw values are recorded.
public enum Refusal: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// It was not refused.
  case none
  /// No item of the firm has enough of it in its book.
  case book
  /// The estimated duty and tax do not fit into the rest of the guarantee line.
  case guarantee
  /// The firm has not declared earlier batches in time, or has no approved application for them.
  case blocked
  /// The firm's credit does not allow this kind of movement.
  case credit

  /// Its word in scenario files.
  public var word: String {
    switch self {
    case .none: "none"
    case .book: "book"
    case .guarantee: "guarantee"
    case .blocked: "blocked"
    case .credit: "credit"
    }
  }
}

/// How far a firm's application for batches is (业务申报表, type A).
public enum BatchApplication: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// There is none.
  case none
  /// It is filed.
  case filed
  /// It is approved: the firm may make slips.
  case approved
}

/// How far the papers of a consignment are; raw values are recorded.
public enum ConsignmentPhase: UInt8, CaseIterable, Sendable, BitwiseCopyable, Comparable {
  /// There are no papers.
  case none
  /// They are being made.
  case preparing
  /// The list or slip is approved; what it moves is provisionally deducted (预核扣).
  case approved
  /// The declaration is released, or none is needed.
  case released
  /// All has passed and is formally deducted (核扣), or handed on to a consolidated declaration.
  case settled
  /// It was refused or withdrawn.
  case refused

  /// Its word in scenario files.
  public var word: String {
    switch self {
    case .none: "none"
    case .preparing: "preparing"
    case .approved: "approved"
    case .released: "released"
    case .settled: "settled"
    case .refused: "refused"
    }
  }

  /// Whether the left phase comes before the right one.
  @inlinable
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
