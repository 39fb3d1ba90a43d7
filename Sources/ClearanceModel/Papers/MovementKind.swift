/// What a firm's papers move, and by which way (业务类型).
///
/// The order is fixed: raw values are recorded.
public enum MovementKind: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// From abroad, declared before it comes (一线进境).
  case firstLineIn
  /// From abroad, declared after it has come (先入区后报关).
  case enterFirst
  /// From abroad in two steps, by a summary and a complete declaration (两步申报).
  case twoStepIn
  /// Abroad (一线出境).
  case firstLineOut
  /// From the rest of the country, which counts as an export (二线进区).
  case secondLineIn
  /// To the rest of the country, which counts as an import (二线出区).
  case secondLineOut
  /// From the rest of the country on a slip, declared later together with others (分送集报).
  case batchIn
  /// To the rest of the country on a slip, declared later together with others.
  case batchOut
  /// Goods that are not bonded, in without a declaration (按状态分类监管).
  case byStatusIn
  /// Goods that are not bonded, out without a declaration.
  case byStatusOut

  /// Its word in scenario files.
  public var word: String {
    switch self {
    case .firstLineIn: "first-line-in"
    case .enterFirst: "enter-first"
    case .twoStepIn: "two-step-in"
    case .firstLineOut: "first-line-out"
    case .secondLineIn: "second-line-in"
    case .secondLineOut: "second-line-out"
    case .batchIn: "batch-in"
    case .batchOut: "batch-out"
    case .byStatusIn: "by-status-in"
    case .byStatusOut: "by-status-out"
    }
  }

  /// Whether goods come into the zone.
  public var isIn: Bool {
    switch self {
    case .firstLineIn, .enterFirst, .twoStepIn, .secondLineIn, .batchIn, .byStatusIn: true
    case .firstLineOut, .secondLineOut, .batchOut, .byStatusOut: false
    }
  }

  /// Whether slips are declared together later.
  public var isBatch: Bool { self == .batchIn || self == .batchOut }

  /// Whether the goods need a declaration at all.
  public var isDeclared: Bool { self != .byStatusIn && self != .byStatusOut }

  /// Whether duty and import taxes fall due: goods that go to the rest of the country.
  public var isTaxed: Bool { self == .secondLineOut || self == .batchOut }

  /// The status of the goods where a scenario does not give one.
  public var status: CustomsStatus {
    switch self {
    case .firstLineIn, .enterFirst, .twoStepIn, .firstLineOut, .secondLineOut, .batchOut: .bonded
    case .secondLineIn, .batchIn: .exportedIn
    case .byStatusIn, .byStatusOut: .nonBonded
    }
  }
}

/// The customs status of goods in a zone (货物状态), which each have a ledger of their own.
public enum CustomsStatus: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// From abroad, duty suspended (保税).
  case bonded
  /// From the rest of the country, never exported (非保税).
  case nonBonded
  /// From the rest of the country, exported on entry with the tax refunded (出口入区).
  case exportedIn

  /// Its word in scenario files.
  public var word: String {
    switch self {
    case .bonded: "bonded"
    case .nonBonded: "non-bonded"
    case .exportedIn: "exported-in"
    }
  }
}
