import RandomVariates
import Testing

@Suite("Accuracy of compiled distributions")
struct SamplerAccuracyTests {
  /// From 10⁻¹² to 1 − 10⁻¹², dense in both tails and off the nodes of any grid.
  static let units: [Double] = {
    var lower: [Double] = [1e-12]
    while let last = lower.last, last < 0.01 { lower.append(last * 1.7) }
    let middle = (2..<60).map { Double($0) / 60 }
    let upper = lower.reversed().map { 1 - $0 }
    return lower + middle + upper
  }()

  static let tabulated: [Distribution] = {
    let shapes: [Double] = [0.05, 0.1, 0.3, 0.7, 1, 1.5, 2, 5, 20, 80, 200]
    let gammas = shapes.map { Distribution.gamma(mean: 3, cv: 1 / $0.squareRoot()) }
    let erlangs = [1, 2, 3, 10].map { Distribution.erlang(shape: $0, mean: 3) }
    let variations: [Double] = [1, 1.2, 2, 4, 20, 100]
    return gammas + erlangs + variations.map { Distribution.hyperexponential(mean: 3, scv: $0) }
  }()

  static let closed: [Distribution] = [
    .exponential(mean: 3), .lognormal(mean: 3, sd: 2), .uniform(1, 5),
    .triangular(low: 1, mode: 2, high: 6), .normal(mean: 1, sd: 2), .normal(mean: -3, sd: 1),
    .weibull(shape: 0.7, scale: 3), .weibull(shape: 4, scale: 3),
  ]

  @Test("of tables is a millionth of numerical inversion, and they rise", arguments: tabulated)
  func tables(_ law: Distribution) {
    #expect(Self.worstError(of: law, at: Self.units) <= 1e-6)
  }

  @Test("of closed forms is that of rounding, and they rise", arguments: closed)
  func closedForms(_ law: Distribution) {
    // −ln(1 − u) is taken without `log1p` off 0, which costs up to 64 roundings of 1.1·10⁻¹⁶.
    #expect(Self.worstError(of: law, at: Self.units) <= 1e-14)
  }

  /// The largest relative error against `Distribution.quantile`; infinite if values ever fall.
  static func worstError(of law: Distribution, at units: [Double]) -> Double {
    var table = SamplerTable()
    let index = table.add(law)
    var worst = 0.0
    var previous = -Double.infinity
    for u in units {
      let value = table.value(index, unit: u, row: 0)
      worst = max(worst, abs(value / law.quantile(u) - 1))
      if value < previous { return .infinity }
      previous = value
    }
    return worst
  }

  @Test("holds between neighbouring nodes: values rise over a fine grid", arguments: tabulated)
  func monotone(_ law: Distribution) {
    var table = SamplerTable()
    let index = table.add(law)
    var previous = -Double.infinity
    var falls = 0
    for place in 1..<4000 {
      // Even in z, 1/250 apart, so that every cell of every grid is met.
      let u = normalCDF(Double(place - 2000) / 250)
      let value = table.value(index, unit: min(u, 1 - 0x1p-53), row: 0)
      if value < previous { falls += 1 }
      previous = value
    }
    #expect(falls == 0)
  }

  @Test("stays finite at the least and the greatest unit", arguments: tabulated + closed)
  func extremes(_ law: Distribution) {
    var table = SamplerTable()
    let index = table.add(law)
    let least = table.value(index, unit: openUnit(0), row: 0)
    let greatest = table.value(index, unit: openUnit(.max), row: 0)
    #expect(least >= law.minimum && least < law.mean)
    #expect(greatest.isFinite && greatest > law.mean)
  }

  @Test("is the same for laws that share a table")
  func sharedTables() {
    var table = SamplerTable()
    let small = table.add(.erlang(shape: 2, mean: 1))
    let middle = table.add(.constant(9))
    let large = table.add(.gamma(mean: 8, cv: 1 / 2.0.squareRoot()))
    #expect([small, middle, large] == [0, 1, 2])
    for u in Self.units {
      let ratio = table.value(large, unit: u, row: 0) / table.value(small, unit: u, row: 0)
      // 1/cv² is 2 but for rounding, so the two grids may differ by their own tolerance.
      #expect(abs(ratio / 8 - 1) < 1e-6)
    }
  }
}
