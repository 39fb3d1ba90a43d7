/// A bijection of 64-bit words in which every input bit moves about half of the output bits.
///
/// The finaliser of SplitMix64, variant 13 of Stafford; Steele, Lea, Flood, "Fast splittable
/// pseudorandom number generators", OOPSLA 2014.
func mixed(_ word: UInt64) -> UInt64 {
  var z = word
  z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
  z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
  return z ^ (z >> 31)
}

/// SplitMix64, which spreads one seed over the state of a larger generator.
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return mixed(state)
  }
}
