import RandomVariates
import Testing

@Suite("The open unit interval")
struct UnitIntervalTests {
  @Test("is never left, not even at the ends")
  func ends() {
    #expect(openUnit(0) == 0x1p-53)
    #expect(openUnit(.max) == 1 - 0x1p-53)
  }

  @Test("is symmetric: flipped bits give exactly one minus the variate")
  func symmetry() {
    for bits in [0, 1, 0x1234_5678_9ABC_DEF0, 1 << 63, UInt64.max / 3] {
      #expect(openUnit(~bits) == 1 - openUnit(bits))
    }
  }

  @Test("takes the middles of 2⁵² equal cells")
  func middles() {
    #expect(openUnit(1 << 63) == 0.5 + 0x1p-53)
    #expect(openUnit((1 << 12) - 1) == openUnit(0))
    #expect(openUnit(1 << 12) == 3 * 0x1p-53)
  }
}
