/// The languages of the product.
public enum Language: String, Sendable, CaseIterable {
  /// English.
  case en
  /// Chinese.
  case zh
}
