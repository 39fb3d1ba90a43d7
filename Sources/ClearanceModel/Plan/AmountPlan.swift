/// Something that trucks add to on their way, summed by flow and class.
public struct AmountPlan: Sendable, Equatable {
  /// Its name, as its first step has it.
  public var name: String
  /// What it measures.
  public var dimension: Dimension
  /// Index of the amount that is the whole of its share; nil without one.
  public var whole: Int?

  /// An amount from its parts.
  public init(name: String, dimension: Dimension, whole: Int? = nil) {
    self.name = name
    self.dimension = dimension
    self.whole = whole
  }
}

/// An amount as its measures know it.
public struct SummedAmount: Sendable, Hashable {
  /// Index of the amount.
  public let index: Int
  /// What it measures.
  public let dimension: Dimension
  /// Index of the amount that is the whole of its share; nil without one.
  public let whole: Int?

  /// The unit of its sum: 1, h, t or m.
  public var unit: String {
    switch dimension {
    case .number: "1"
    case .duration: "h"
    case .weight: "t"
    case .length: "m"
    }
  }

  /// How much of what the model sums is one unit.
  var scale: Double {
    switch dimension {
    case .number, .length: 1
    case .duration: 3_600e6
    case .weight: 1_000
    }
  }
}
