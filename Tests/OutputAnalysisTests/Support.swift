/// SplitMix64 (Steele, Lea and Flood, 2014): the source of every random test value here.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Uniform above 0 and below 1.
  mutating func uniform() -> Double {
    (Double(next() >> 12) + 0.5) * 0x1p-52
  }
}

/// The shapes of data that quantiles are tried on.
enum Shape: CaseIterable {
  case constant, small, uniform, heavyTail, manyZeros, twoLumps, bucketEdges, oneCorner, everyScale

  func value(_ random: inout SplitMix64) -> Int64 {
    switch self {
    case .constant: return 1_234_567
    case .small: return .random(in: 0...300, using: &random)
    case .uniform: return .random(in: 0...600_000_000, using: &random)
    case .heavyTail: return Int64(1e6 / random.uniform())
    case .manyZeros: return random.uniform() < 0.6 ? 0 : .random(in: 0...9_000_000, using: &random)
    case .twoLumps: return random.uniform() < 0.5 ? 60_000_000 : 86_400_000_000
    case .bucketEdges:
      // 2ᵏ and its two neighbours, the ends of octaves.
      let power = Int64(1) << Int.random(in: 0...61, using: &random)
      return power + .random(in: -1...1, using: &random)
    case .oneCorner:
      // The lowest value of a bucket 8,192 wide, and rarely the highest.
      return random.uniform() < 0.95 ? 1 << 20 : 1 << 20 + 8191
    case .everyScale: return Int64(random.next() >> Int.random(in: 1...63, using: &random))
    }
  }

  func values(_ count: Int, seed: UInt64) -> [Int64] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in value(&random) }
  }
}

/// The smallest x with Fₙ(x) ≥ p, straight from the definition.
func definedQuantile(_ p: Double, ofSorted values: [Int64]) -> Int64? {
  values.indices.first { Double($0 + 1) / Double(values.count) >= p }.map { values[$0] }
}

let probabilities = [0, 0.001, 0.07, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1]
