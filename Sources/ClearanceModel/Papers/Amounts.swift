/// An amount of money in whole fen (分), a hundredth of a yuan.
public struct Fen: RawRepresentable, Sendable, BitwiseCopyable, Hashable, Comparable {
  /// Number of fen.
  public var rawValue: Int64

  /// So many fen.
  @inlinable
  public init(rawValue: Int64) {
    self.rawValue = rawValue
  }

  /// So many fen.
  @inlinable
  public init(_ fen: Int64) {
    rawValue = fen
  }

  /// So many whole yuan.
  @inlinable
  public static func yuan(_ yuan: Int64) -> Fen { Fen(yuan * 100) }

  /// No money.
  @inlinable public static var zero: Fen { Fen(0) }

  /// Whether the left amount is smaller.
  @inlinable
  public static func < (left: Fen, right: Fen) -> Bool { left.rawValue < right.rawValue }

  /// The sum of two amounts.
  @inlinable
  public static func + (left: Fen, right: Fen) -> Fen { Fen(left.rawValue + right.rawValue) }

  /// The difference of two amounts.
  @inlinable
  public static func - (left: Fen, right: Fen) -> Fen { Fen(left.rawValue - right.rawValue) }

  /// Adds an amount.
  @inlinable
  public static func += (left: inout Fen, right: Fen) { left.rawValue += right.rawValue }

  /// Subtracts an amount.
  @inlinable
  public static func -= (left: inout Fen, right: Fen) { left.rawValue -= right.rawValue }
}

/// A value in whole US cents.
public struct USCents: RawRepresentable, Sendable, BitwiseCopyable, Hashable, Comparable {
  /// Number of cents.
  public var rawValue: Int64

  /// So many cents.
  @inlinable
  public init(rawValue: Int64) {
    self.rawValue = rawValue
  }

  /// So many cents.
  @inlinable
  public init(_ cents: Int64) {
    rawValue = cents
  }

  /// Whether the left value is smaller.
  @inlinable
  public static func < (left: USCents, right: USCents) -> Bool { left.rawValue < right.rawValue }

  /// The sum of two values.
  @inlinable
  public static func + (left: USCents, right: USCents) -> USCents {
    USCents(left.rawValue + right.rawValue)
  }
}

/// A weight in whole kilograms.
public struct Kilograms: RawRepresentable, Sendable, BitwiseCopyable, Hashable, Comparable {
  /// Number of kilograms.
  public var rawValue: Int64

  /// So many kilograms.
  @inlinable
  public init(rawValue: Int64) {
    self.rawValue = rawValue
  }

  /// So many kilograms.
  @inlinable
  public init(_ kilograms: Int64) {
    rawValue = kilograms
  }

  /// Whether the left weight is smaller.
  @inlinable
  public static func < (left: Kilograms, right: Kilograms) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The sum of two weights.
  @inlinable
  public static func + (left: Kilograms, right: Kilograms) -> Kilograms {
    Kilograms(left.rawValue + right.rawValue)
  }
}
