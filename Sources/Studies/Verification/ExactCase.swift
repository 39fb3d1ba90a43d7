/// A queueing model whose answers are known, with the scenario that should find them.
public struct ExactCase: Sendable {
  /// Name of the case and of its scenario file, as in `A-MM1-0.9`.
  public let id: String
  /// The model in the notation of the field, as in `M/M/1, load 0.9`.
  public let model: String
  /// The paper or book that the answers come from.
  public let source: String
  /// The answers.
  public let values: [ExactValue]
  /// Offered load per server ρ; the busier a system, the longer it takes to know its mean.
  public let load: Double

  /// A case from its parts.
  public init(id: String, model: String, source: String, values: [ExactValue], load: Double) {
    self.id = id
    self.model = model
    self.source = source
    self.values = values
    self.load = load
  }
}

/// A number that theory knows and a simulation should find.
public struct ExactValue: Sendable {
  /// What the literature calls it, as in `Wq`.
  public let name: String
  /// The measure that estimates it, as in `gate.wait.mean`.
  public let measure: String
  /// The number, in the unit of the measure: s, s², trucks, 1/h, or a share.
  public let exact: Double
  /// How narrow an interval must be.
  public let kind: Kind

  /// A value from its parts.
  public init(name: String, measure: String, exact: Double, kind: Kind) {
    self.name = name
    self.measure = measure
    self.exact = exact
    self.kind = kind
  }

  /// What a value is, which decides how precisely a simulation must know it.
  public enum Kind: Sendable, Equatable {
    /// A mean, a share or a rate: known to 1 %, from a load of 0.95 on to 3 %.
    case mean
    /// A mean of squares, known to 3 %.
    case square
    /// A quantile, known to 3 %.
    case tail
    /// A standard deviation, known to 1.5 %: its square to 3 %.
    case deviation
    /// Not random: equal within a billionth.
    case exactly
    /// A share of trials that come out right, or what they estimate: in a band.
    case within(ClosedRange<Double>)

    /// Whether an interval is to cover the value.
    public var isCovered: Bool {
      switch self {
      case .mean, .square, .tail, .deviation: true
      case .exactly, .within: false
      }
    }
  }
}
