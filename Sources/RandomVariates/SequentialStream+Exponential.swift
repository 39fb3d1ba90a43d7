extension SequentialStream {
  /// The next exponential variate of mean 1, by the ziggurat of Marsaglia and Tsang.
  ///
  /// The law is exact in the tail too. About 99 % of the draws take one multiplication and one
  /// comparison.
  @inlinable
  public mutating func nextExponential() -> Double {
    let bits = next()
    // The layer comes from the low 8 bits, the place in it from the high 53: no bit counts twice.
    let index = Int(truncatingIfNeeded: bits & 0xFF)
    let layer = layers[index]
    let x = Double(Int64(bitPattern: bits >> 11)) * layer.scale
    return x < layer.inner ? x : exponentialAtEdge(x, layer: index)
  }

  /// Decides about a point outside the part of its layer that lies wholly under the density.
  @usableFromInline
  mutating func exponentialAtEdge(_ x: Double, layer index: Int) -> Double {
    if index == 0 {
      // Without memory: what lies beyond the edge is exponential again.
      return ExponentialZiggurat.edge + nextExponential()
    }
    let floor = Libm.exponential(-layers[index].width)
    let ceiling = Libm.exponential(-layers[index].inner)
    let y = floor + nextUnit() * (ceiling - floor)
    return y < Libm.exponential(-x) ? x : nextExponential()
  }
}

/// One horizontal layer under the density e^(−x).
@usableFromInline
struct ZigguratLayer: Sendable, BitwiseCopyable {
  /// Width of the layer times 2⁻⁵³.
  @usableFromInline let scale: Double
  /// Width of the part that lies wholly under the density.
  @usableFromInline let inner: Double

  var width: Double { scale * 0x1p53 }
}

/// The 256 layers of equal area for the exponential law.
///
/// Marsaglia, Tsang, "The ziggurat method for generating random variables", Journal of
/// Statistical Software 5 (2000), whose constants these are.
enum ExponentialZiggurat {
  /// Where the tail begins.
  static let edge = 7.697_117_470_131_049_72
  /// Area of each layer; the lowest one holds the tail.
  static let area = 0.003_949_659_822_581_557_2

  static let layers: [ZigguratLayer] = {
    var layers: [ZigguratLayer] = []
    layers.reserveCapacity(256)
    var width = area * Libm.exponential(edge)
    var inner = edge
    for _ in 0..<255 {
      layers.append(ZigguratLayer(scale: width * 0x1p-53, inner: inner))
      width = inner
      inner = -Libm.ln(area / width + Libm.exponential(-width))
    }
    layers.append(ZigguratLayer(scale: width * 0x1p-53, inner: 0))
    return layers
  }()
}
