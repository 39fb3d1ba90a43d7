/// Distributions compiled for drawing, flat and without references between them.
///
/// Each variate takes one uniform number, by inversion: it rises with `u`, so that a changed
/// parameter moves every truck the same way. A mixture is the exception: it rises within each part.
public struct SamplerTable: Sendable {
  @usableFromInline var samplers: [Sampler] = []
  /// Parts of mixtures; those of one mixture lie side by side.
  @usableFromInline var parts: [Sampler] = []
  @usableFromInline var numbers: [Double] = []
  private var means: [Double] = []
  /// Where the grids of laws lie that differ in their mean only.
  private var grids: [TabulatedLaw: Sampler] = [:]

  /// Creates an empty table.
  public init() {}

  /// Compiles `distribution`, whose `fault` is `nil`, and returns its index; indices count from 0.
  ///
  /// - Complexity: some thousands of numerical inversions (milliseconds) for a new shape of gamma
  ///   or hyperexponential law, O(number of values) otherwise.
  public mutating func add(_ distribution: Distribution) -> Int {
    if let fault = distribution.fault {
      preconditionFailure("a distribution to draw from is in order, not \(fault)")
    }
    samplers.append(compiled(distribution))
    means.append(distribution.mean)
    return samplers.count - 1
  }

  /// The mean of the distribution of an index.
  public func mean(_ index: Int) -> Double { means[index] }

  private mutating func compiled(_ distribution: Distribution) -> Sampler {
    switch distribution {
    case .constant(let value): return Sampler(.constant, value)
    case .exponential(let mean): return Sampler(.exponential, mean)
    case .erlang(let shape, let mean): return gamma(shape: Double(shape), mean: mean)
    case .gamma(let mean, let cv): return gamma(shape: 1 / (cv * cv), mean: mean)
    case .lognormal(let mean, let sd):
      let log = Distribution.logMoments(mean: mean, sd: sd)
      return Sampler(.lognormal, log.mean, log.sd)
    case .uniform(let low, let high): return Sampler(.uniform, low, high - low)
    case .triangular(let low, let mode, let high):
      let peak = Distribution.peak(low: low, mode: mode, high: high)
      return Sampler(.triangular, low, high - low, peak)
    case .normal(let mean, let sd):
      let law = TruncatedNormal(mean: mean, sd: sd)
      return Sampler(.truncatedNormal, mean, sd, law.below, law.above)
    case .weibull(let shape, let scale): return Sampler(.weibull, scale, 1 / shape)
    case .hyperexponential(let mean, let scv):
      return tabulated(.hyperexponential(scv: scv), mean: mean)
    case .discrete(let values):
      let shares = DiscreteShares(values)
      let start = store(shares.ends)
      _ = store(shares.values)
      return Sampler(.discrete, start: start, count: shares.values.count)
    case .empirical(let rows):
      return Sampler(.empirical, Double(rows.count), start: store(rows.sorted()), count: rows.count)
    case .trace(let rows):
      return Sampler(.trace, start: store(rows), count: rows.count)
    case .mixture(let list):
      return mixture(MixtureShares(list))
    }
  }

  private mutating func gamma(shape: Double, mean: Double) -> Sampler {
    shape == 1 ? Sampler(.exponential, mean) : tabulated(.gamma(shape: shape), mean: mean)
  }

  private mutating func tabulated(_ law: TabulatedLaw, mean: Double) -> Sampler {
    var sampler = grids[law] ?? stored(QuantileGrid(law))
    grids[law] = sampler
    sampler.a = mean
    return sampler
  }

  private mutating func stored(_ grid: QuantileGrid) -> Sampler {
    let start = store(grid.nodes.flatMap { [$0.value, $0.slope * grid.step] })
    return Sampler(.tabulated, 1, 1 / grid.step, start: start, count: grid.nodes.count)
  }

  private mutating func mixture(_ shares: MixtureShares) -> Sampler {
    let compiledParts = shares.distributions.map { compiled($0) }
    let start = store(shares.ends)
    _ = store(shares.starts)
    _ = store(shares.stretches)
    let firstPart = parts.count
    parts += compiledParts
    return Sampler(.mixture, start: start, count: compiledParts.count, firstPart: firstPart)
  }

  private mutating func store(_ values: [Double]) -> Int {
    let start = numbers.count
    numbers += values
    return start
  }
}
