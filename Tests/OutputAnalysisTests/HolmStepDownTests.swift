import OutputAnalysis
import Testing

@Suite struct HolmStepDownTests {
  /// By hand, level 0.05 and four hypotheses: bounds 0.0125, 0.01667, 0.025, 0.05.
  @Test func stepsDownUntilOneIsKept() {
    // 0.01 ≤ 0.0125 falls; 0.02 > 0.01667 stays, and with it all above, though 0.024 < 0.025.
    #expect(holmRejections([0.02, 0.01, 0.9, 0.024], level: 0.05) == [false, true, false, false])
    // 0.005, 0.015, 0.024 fall in turn; 0.06 > 0.05 stays.
    #expect(holmRejections([0.024, 0.005, 0.06, 0.015], level: 0.05) == [true, true, false, true])
    // All fall: the last has the whole level. Bonferroni's 0.0125 for each would keep three.
    #expect(
      holmRejections([0.05, 0.025, 0.0166, 0.0125], level: 0.05) == [true, true, true, true]
    )
    #expect(
      holmRejections([0.013, 0.013, 0.013, 0.013], level: 0.05) == [false, false, false, false]
    )
  }

  @Test func fewHypotheses() {
    #expect(holmRejections([], level: 0.05) == [])
    #expect(holmRejections([0.05], level: 0.05) == [true])
    #expect(holmRejections([0.0501], level: 0.05) == [false])
    #expect(holmRejections([0, 1], level: 0.001) == [true, false])
  }
}
