/// One distribution compiled for drawing: what to compute, with which numbers, from which table.
///
/// Made and read by `SamplerTable`, which holds the tables.
public struct Sampler: Sendable, BitwiseCopyable {
  /// How `unit` becomes a variate, and what `a` to `d` and the table hold for it.
  @usableFromInline
  enum Kind: UInt8, Sendable, BitwiseCopyable {
    /// a: the value.
    case constant
    /// a: mean.
    case exponential
    /// a: low, b: width.
    case uniform
    /// a: low, b: width, c: place of the mode as a share of the width.
    case triangular
    /// a: scale, b: one over the shape.
    case weibull
    /// a, b: mean and standard deviation of the logarithm.
    case lognormal
    /// a: mean, b: standard deviation, c, d: probability below and above 0.
    case truncatedNormal
    /// a: mean, b: nodes per unit of z. Table: value and slope times step of each node.
    case tabulated
    /// Table: `count` upper ends of shares, then as many values.
    case discrete
    /// a: number of rows. Table: rows in rising order.
    case empirical
    /// Table: rows in their own order.
    case trace
    /// Table: upper ends, starts and stretches of `count` parts. `firstPart`: theirs.
    case mixture
  }

  @usableFromInline var kind: Kind
  @usableFromInline var start: UInt32
  @usableFromInline var count: UInt32
  @usableFromInline var firstPart: UInt32
  @usableFromInline var a: Double
  @usableFromInline var b: Double
  @usableFromInline var c: Double
  @usableFromInline var d: Double

  init(
    _ kind: Kind,
    _ a: Double = 0,
    _ b: Double = 0,
    _ c: Double = 0,
    _ d: Double = 0,
    start: Int = 0,
    count: Int = 0,
    firstPart: Int = 0
  ) {
    self.kind = kind
    self.start = UInt32(start)
    self.count = UInt32(count)
    self.firstPart = UInt32(firstPart)
    (self.a, self.b, self.c, self.d) = (a, b, c, d)
  }
}
