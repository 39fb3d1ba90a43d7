import OutputAnalysis
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct StudentTailTests {
  /// The quantile's own table, from 30-digit arithmetic: the tail of the p-quantile is 2(1 − p).
  @Test(arguments: StudentTests.table)
  func agreesWithTheTable(p: Double, degrees: Double, t: Double) {
    // What is promised is 1e−10, of which the digits of t in the table leave nothing over.
    let tail = studentTwoSidedTail(t, degrees: degrees)
    #expect(abs(tail / (2 * (1 - p)) - 1) < 1e-10, "\(tail)")
    #expect(studentTwoSidedTail(-t, degrees: degrees) == tail)
  }

  /// One degree is Cauchy's law, 1 − 2 atan(t) / π; two have 1 − t / √(2 + t²).
  @Test(arguments: [0.001, 0.5, 1, 1.7, 3, 50, 1e6])
  func agreesWithClosedForms(t: Double) {
    let cauchy = 2 * atan(1 / t) / Double.pi
    #expect(abs(studentTwoSidedTail(t, degrees: 1) / cauchy - 1) < 1e-10)
    let root = (2 + t * t).squareRoot()
    // 1 − t/√(2 + t²) without the cancellation.
    let two = 2 / (root * (root + t))
    #expect(abs(studentTwoSidedTail(t, degrees: 2) / two - 1) < 1e-10)
  }

  @Test func ends() {
    #expect(studentTwoSidedTail(0, degrees: 39) == 1)
    #expect(studentTwoSidedTail(.infinity, degrees: 39) == 0)
    #expect(studentTwoSidedTail(1e200, degrees: 39) == 0)
    #expect(studentTwoSidedTail(1e100, degrees: 2) >= 0)
  }
}
