import OutputAnalysis
import Testing

@Suite struct NearestDoubleTests {
  /// Random bits below random lengths, and the same with the lower bits at and beside the middle of
  /// two neighbouring numbers.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func isTheConversionOfTheStandardLibrary(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for length in 0...128 {
      let mask: UInt128 = length == 0 ? 0 : .max >> UInt128(128 - length)
      let bits = UInt128(random.next()) << 64 | UInt128(random.next())
      for value in [bits & mask, mask, ~(mask >> 1) & mask] + middles(bits & mask) {
        #expect(Double(nearest: value) == Double(value), "\(value)")
        let signed = Int128(truncatingIfNeeded: value)
        #expect(Double(nearest: signed) == Double(signed), "\(signed)")
        #expect(Double(nearest: 0 &- signed) == Double(0 &- signed), "\(0 &- signed)")
      }
    }
  }

  /// The middle of the two numbers of 53 bits around a value, and its neighbours.
  private func middles(_ value: UInt128) -> [UInt128] {
    let cut = 128 - value.leadingZeroBitCount - 53
    guard cut > 0 else { return [] }
    let middle = (value >> UInt128(cut)) << UInt128(cut) | 1 << UInt128(cut - 1)
    return [middle, middle - 1, middle + 1]
  }
}
