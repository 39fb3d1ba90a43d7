extension SamplerTable {
  /// The variate of distribution `index` at `u` in (0, 1); `row` counts the draws of a trace.
  ///
  /// - Complexity: O(log n) for n values or parts, else O(1); no allocation.
  @inlinable
  public func value(_ index: Int, unit u: Double, row: UInt64) -> Double {
    let sampler = samplers[index]
    return sampler.kind == .mixture
      ? mixedValue(sampler, u, row) : simpleValue(sampler, u, row)
  }

  /// Goes down the parts of nested mixtures to a law that is none.
  @inlinable
  func mixedValue(_ mixture: Sampler, _ unit: Double, _ row: UInt64) -> Double {
    var sampler = mixture
    var u = unit
    while sampler.kind == .mixture {
      let (start, count) = (Int(sampler.start), Int(sampler.count))
      let part = firstIndex(atLeast: u, in: numbers, from: start, count: count)
      u = placeWithinPart(
        u,
        start: numbers[start + count + part],
        stretch: numbers[start + 2 * count + part]
      )
      sampler = parts[Int(sampler.firstPart) + part]
    }
    return simpleValue(sampler, u, row)
  }

  @inlinable
  func simpleValue(_ sampler: Sampler, _ u: Double, _ row: UInt64) -> Double {
    switch sampler.kind {
    case .constant: return sampler.a
    case .exponential: return exponentialQuantile(u, mean: sampler.a)
    case .uniform: return uniformQuantile(u, low: sampler.a, width: sampler.b)
    case .triangular:
      return triangularQuantile(u, low: sampler.a, width: sampler.b, peak: sampler.c)
    case .weibull: return weibullQuantile(u, scale: sampler.a, inverseShape: sampler.b)
    case .lognormal: return lognormalQuantile(u, logMean: sampler.a, logSD: sampler.b)
    case .truncatedNormal:
      return truncatedNormalQuantile(
        u,
        mean: sampler.a,
        sd: sampler.b,
        below: sampler.c,
        above: sampler.d
      )
    case .tabulated: return tabulatedValue(sampler, u)
    case .discrete:
      let (start, count) = (Int(sampler.start), Int(sampler.count))
      let position = firstIndex(atLeast: u, in: numbers, from: start, count: count)
      return numbers[start + count + position]
    case .empirical:
      // The product can round up to the number of rows.
      let position = min(Int(u * sampler.a), Int(sampler.count) - 1)
      return numbers[Int(sampler.start) + position]
    case .trace:
      return numbers[Int(sampler.start) + Int(row % UInt64(sampler.count))]
    case .mixture: preconditionFailure("a mixture is resolved before its parts are drawn")
    }
  }

  /// The cubic between two nodes of a grid, by Hermite.
  @inlinable
  func tabulatedValue(_ sampler: Sampler, _ u: Double) -> Double {
    // Units lie within ±8.21; whatever else comes is kept on the grid, which ends at ±8.5.
    let z = min(max(normalQuantile(u), -8.4), 8.4)
    let place = (z + 8.5) * sampler.b
    let index = Int(place)
    let s = place - Double(index)
    let base = Int(sampler.start) + 2 * index
    let (left, leftSlope) = (numbers[base], numbers[base + 1])
    let (right, rightSlope) = (numbers[base + 2], numbers[base + 3])
    let rise = right - left
    let cubic = leftSlope + rightSlope - 2 * rise
    let square = rise - leftSlope - cubic
    let logarithm = left + s * (leftSlope + s * (square + s * cubic))
    return sampler.a * Libm.exponential(logarithm)
  }
}
