import ClearanceModel

/// What can be wrong with the amounts that steps add to.
public enum SumFault: Error, Sendable, Equatable {
  /// An amount that another step adds something of another kind to; `at` is where.
  case otherKind(String, found: Dimension, first: Dimension, at: SourcePosition)
  /// An amount that is a share of another amount at another step; `at` is where.
  case otherWhole(String, found: String, first: String, at: SourcePosition)
  /// A share of an amount of another kind.
  case wholeOfOtherKind(String, Dimension, whole: String, Dimension)
  /// An amount with the name of something that steps count; `at` is where.
  case nameOfCounter(String, at: SourcePosition)
}
