/// One number that a customs scenario rests on: its default, its range and where both come from.
public struct Assumption: Sendable {
  /// What is written for it.
  public enum Kind: String, Sendable, CaseIterable {
    /// A share such as `3%`.
    case share
    /// A length of time or a law of one, such as `lognormal(mean = 25 min, sd = 20 min)`.
    case time
    /// A plain number or a law of one.
    case number
    /// A weight or a law of one, such as `normal(14 t, 6 t)`.
    case weight
    /// A length such as `18 m`.
    case length
    /// A time of day such as `09:00`.
    case timeOfDay
    /// An amount such as `5 million yuan`.
    case money
    /// A temperature such as `-18 °C`.
    case temperature
  }

  /// What reads it.
  public enum Use: Sendable {
    /// Shipped procedures, as the parameter `<key>`.
    case procedures
    /// The words of gates, lanes, flows and policy, when they are turned into stations and flows.
    case expansion
  }

  /// Where a default comes from.
  public struct Source: Sendable, Equatable {
    /// The notice, the article or the page, in English.
    public var en: String
    /// The same in Chinese.
    public var zh: String
  }

  /// Its key under `assumptions`, and its name as a parameter.
  public var key: String
  /// What is written for it.
  public var kind: Kind
  /// Its value where a scenario sets none, as it is written.
  public var defaultText: String
  /// Where the truth is supposed to lie, as `LOW to HIGH`: of the value, or of the mean of a law.
  public var range: String
  /// What reads it.
  public var use: Use
  /// What it means, in English and Chinese.
  public var meaning: (en: String, zh: String)
  /// Where the default comes from.
  public var source: Source

  /// The two ends of the range, as they are written; nil for a range that has no such form.
  public var bounds: (low: String, high: String)? {
    let parts = range.split(separator: " to ").map(String.init)
    return parts.count == 2 ? (parts[0], parts[1]) : nil
  }

  init(
    _ key: String,
    _ kind: Kind,
    _ defaultText: String,
    _ range: String,
    _ source: Source,
    en: String,
    zh: String,
    use: Use = .procedures
  ) {
    self.key = key
    self.kind = kind
    self.defaultText = defaultText
    self.range = range
    self.use = use
    self.meaning = (en, zh)
    self.source = source
  }
}

extension Assumption {
  /// Every assumption of the customs words, in the order in which a truck meets them.
  public static let all: [Assumption] =
    arrivals + lanes + weights + replies + targeting + inspections + laboratory
    + testsByGoods + coldChain + risk + declarations + firms + papers + byStatus + outages

  /// The assumption of a key.
  public static func named(_ key: String) -> Assumption? {
    all.first { $0.key == key }
  }
}
