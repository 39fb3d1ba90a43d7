/// SplitMix64 (Steele, Lea and Flood, 2014): a random case can be repeated from its seed.
struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  mutating func one(of list: [String]) -> String { list[number(0...list.count - 1)] }

  /// Whole percentages of some words that add up to 100, as the text of a mapping.
  mutating func shares(of words: [String]) -> String {
    let weights = words.map { _ in number(0...4) + 1 }
    let sum = weights.reduce(0, +)
    var parts = weights.map { $0 * 100 / sum }
    parts[0] += 100 - parts.reduce(0, +)
    return "{" + zip(words, parts).map { "\($0): \($1)%" }.joined(separator: ", ") + "}"
  }
}
