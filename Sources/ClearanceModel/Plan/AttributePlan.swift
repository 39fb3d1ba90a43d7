import EventSimulation

/// What a number measures; numbers of different dimensions are never added or compared.
public enum Dimension: UInt8, Sendable, BitwiseCopyable, CaseIterable {
  /// A plain number or a share.
  case number
  /// Microseconds.
  case duration
  /// Kilograms.
  case weight
  /// Metres.
  case length
}

/// Something that a truck carries besides its class.
public struct AttributePlan: Sendable, Equatable {
  /// What values it can have.
  public enum Kind: Sendable, Equatable {
    /// One of these words, stored as its index; the first before anything is set.
    case words([String])
    /// A number, 0 before anything is set.
    case number(Dimension)
    /// The state of a document: the words, and for each the states that may follow.
    case states([String], following: [[Int]])
  }

  /// Its name.
  public var name: String
  /// What values it can have.
  public var kind: Kind

  /// An attribute from its parts.
  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// Its words or states; empty for a number.
  public var words: [String] {
    switch kind {
    case .words(let words), .states(let words, _): words
    case .number: []
    }
  }

  /// Whether it is a document.
  public var isDocument: Bool {
    if case .states = kind { true } else { false }
  }
}

/// A value that trucks of a flow get when they come.
public struct FlowAttributePlan: Sendable {
  /// Index of the attribute.
  public var attribute: UInt16
  /// Whether all trucks of a lot share the value.
  public var isPerLot: Bool
  /// The step word of its draw; that of the class where the class follows from it.
  public var drawStep: UInt32
  /// How long each row of shares holds, or nil where they never change; the rows repeat.
  public var step: SimulatedTime?
  /// Rows of values with cumulative shares; the last share of a row is 1.
  public var rows: [[Share]]

  /// A value with the share of trucks up to and including it.
  public struct Share: Sendable, BitwiseCopyable {
    /// The value.
    public var value: Double
    /// A uniform draw below this, and not below the one before, means this value.
    public var below: Double

    /// A share from its parts.
    public init(value: Double, below: Double) {
      self.value = value
      self.below = below
    }
  }

  /// An attribute from its parts.
  public init(
    attribute: UInt16,
    isPerLot: Bool,
    drawStep: UInt32,
    step: SimulatedTime? = nil,
    rows: [[Share]]
  ) {
    self.attribute = attribute
    self.isPerLot = isPerLot
    self.drawStep = drawStep
    self.step = step
    self.rows = rows
  }
}

extension FlowAttributePlan {
  /// An attribute that all trucks come with as zero.
  static func zero(_ attribute: UInt16) -> FlowAttributePlan {
    FlowAttributePlan(
      attribute: attribute,
      isPerLot: false,
      drawStep: 0,
      rows: [[Share(value: 0, below: 1)]]
    )
  }
}
