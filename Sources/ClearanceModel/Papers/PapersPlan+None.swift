extension PapersPlan {
  /// No firms, of which nobody asks.
  static var none: PapersPlan { PapersPlan(firms: [], items: []) }
}
