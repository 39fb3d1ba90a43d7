import Foundation
import OutputAnalysis

/// A number that may grow, and where its search begins.
struct GrowthRange: Sendable {
  let growth: Growth
  /// The first number that is tried: the lowest of the range, or that of the scenario.
  let start: Bisection.Decimal
  /// The highest number; nil where doubling finds one that fails.
  let highest: Bisection.Decimal?
  /// What stands behind the number.
  let unit: String
  /// How near the largest number must be known, relative to it.
  let resolution: Double

  /// How often the first number is doubled or halved at most.
  static let doublings = 10

  /// About how many tests the search takes.
  var expectedTests: Int {
    guard let highest else {
      return 4 + Int((-log2(resolution)).rounded(.up))
    }
    let width = highest.value - start.value
    let step = resolution * max(start.value, highest.value / 100)
    return 2 + max(1, Int(log2(width / step).rounded(.up)))
  }
}

extension SizeStudy {
  /// The largest number with which all targets are kept, where more of it makes them harder to keep.
  static func most(
    _ range: GrowthRange,
    _ question: SizeQuestion,
    _ simulator: any PointSimulator,
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) async throws -> Finding {
    var tester = PointTester(
      simulator,
      question,
      expectedTests: range.expectedTests,
      progress: progress
    )
    var holds: (value: Double, index: Int)?
    var fails: (value: Double, index: Int)?
    func test(_ number: Bisection.Decimal) async throws {
      let setting = TriedPoint.Setting(
        key: range.growth.key,
        number: number.value,
        text: number.text + range.unit
      )
      let found: TriedPoint
      do {
        found = try await tester.test([setting], cost: nil)
      } catch StudyError.scenario(let problems) {
        // Such as half a server.
        let fault = GrowthFault.refused(value: setting.text, problems)
        throw StudyError.size(.growth(range.growth.key, fault))
      }
      let index = tester.tried.count - 1
      if found.isFeasible { holds = (number.value, index) } else { fails = (number.value, index) }
    }
    try await test(range.start)
    if let highest = range.highest {
      if holds != nil { try await test(highest) }
    } else {
      for step in 1...GrowthRange.doublings where holds == nil || fails == nil {
        let factor = pow(2, Double(holds == nil ? -step : step))
        try await test(Bisection.Decimal(range.start.value * factor, digits: 3))
      }
    }
    while let low = holds?.value, let high = fails?.value,
      let middle = Bisection.middle(low, high, resolution: range.resolution)
    {
      try await test(middle)
    }
    return Finding(
      tried: tester.tried,
      answer: holds?.index,
      failing: holds == nil ? [] : fails.map { [$0.index] } ?? [],
      contradiction: nil
    )
  }
}

extension Bisection.Decimal {
  /// A number with so many significant digits.
  init(_ number: Double, digits: Int) {
    self.init(number, exponent: Bisection.exponent(number) + 1 - digits)
  }
}
