import ClearanceModel

/// What can be wrong with steps and conditions about papers.
public enum PaperFault: Error, Sendable, Equatable {
  /// A step or condition about papers where no firm has an account book.
  case noBooks
  /// A movement that goes the other way than the papers that are opened.
  case otherWay(movement: String, way: String)
  /// Goods of a status that a movement cannot have (公告2016年第72号; Order 256).
  case statusNotMoved(status: String, movement: String)
  /// A number attribute of another dimension than its place wants, or none.
  case notOfKind(attribute: String, Dimension)
  /// An attribute that has other words than the answer that it receives.
  case otherWords(attribute: String, expected: [String])
  /// Papers are opened, and no attribute `firm` says whose.
  case noFirmAttribute
  /// A word of `firm` that is no firm with a book.
  case firmWithoutBook(String)
}
