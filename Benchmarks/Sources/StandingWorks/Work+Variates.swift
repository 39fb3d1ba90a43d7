import RandomVariates

/// Random numbers and variates.
extension Work {
  /// Both generators, and every law by inversion of a uniform number of the sequential stream.
  public static let variates = generators + laws.map { inversion($0.name, $0.distribution) }

  private static let generators = [
    drawing("philox-block", mean: 0.5, sd: 1 / 12.0.squareRoot()) { size in
      let generator = Philox4x32(key: Philox4x32.key(seed: 1, replication: 1))
      var sum = 0.0
      for counter in 0..<size {
        let block = generator.block(UInt32(truncatingIfNeeded: counter), 1, 2, 3)
        // Exclusive or, so that no word can be left out.
        let word = block.word0 ^ block.word1 ^ block.word2 ^ block.word3
        sum += Double(word) * 0x1p-32
      }
      return sum
    },
    drawing("philox-unit-at-address", mean: 0.5, sd: 1 / 12.0.squareRoot()) { size in
      let generator = Philox4x32(key: Philox4x32.key(seed: 1, replication: 1))
      var sum = 0.0
      for truck in 0..<size {
        let address = DrawAddress(flow: 1, truck: UInt32(truncatingIfNeeded: truck), step: 2)
        sum += generator.unit(at: address)
      }
      return sum
    },
    drawing("stream-unit", mean: 0.5, sd: 1 / 12.0.squareRoot()) { size in
      var stream = SequentialStream(seed: 1)
      var sum = 0.0
      for _ in 0..<size { sum += stream.nextUnit() }
      return sum
    },
    drawing("stream-exponential", mean: 1, sd: 1) { size in
      var stream = SequentialStream(seed: 1)
      var sum = 0.0
      for _ in 0..<size { sum += stream.nextExponential() }
      return sum
    },
    drawing("stream-normal", mean: 0, sd: 1) { size in
      var stream = SequentialStream(seed: 1)
      var sum = 0.0
      for _ in 0..<size { sum += stream.nextNormal() }
      return sum
    },
  ]

  private static let rows = (1...1_000).map { Double($0) }

  private static let laws: [(name: String, distribution: Distribution)] = [
    ("constant", .constant(1)),
    ("uniform", .uniform(1, 3)),
    ("exponential", .exponential(mean: 1)),
    ("triangular", .triangular(low: 20, mode: 35, high: 90)),
    ("weibull", .weibull(shape: 1.5, scale: 1)),
    ("lognormal", .lognormal(mean: 25, sd: 12.5)),
    ("normal", .normal(mean: 3, sd: 1)),
    ("erlang", .erlang(shape: 3, mean: 1)),
    ("gamma", .gamma(mean: 1, cv: 0.8)),
    ("hyperexponential", .hyperexponential(mean: 1, scv: 4)),
    ("discrete", .discrete((1...6).map { WeightedValue(value: Double($0), probability: 1 / 6) })),
    ("empirical", .empirical(rows)),
    ("trace", .trace(rows)),
    (
      "mixture",
      .mixture([
        MixturePart(probability: 0.25, distribution: .lognormal(mean: 40, sd: 20)),
        MixturePart(probability: 0.75, distribution: .triangular(low: 20, mode: 35, high: 90)),
      ])
    ),
  ]

  private static func inversion(_ name: String, _ distribution: Distribution) -> Work {
    let sd = distribution.variance.squareRoot()
    return drawing("law-\(name)", mean: distribution.mean, sd: sd) { size in
      var table = SamplerTable()
      let law = table.add(distribution)
      var stream = SequentialStream(seed: 1)
      var sum = 0.0
      for row in 0..<size { sum += table.value(law, unit: stream.nextUnit(), row: UInt64(row)) }
      return sum
    }
  }

  /// A work that draws and adds up; its mean may be off by five standard errors.
  private static func drawing(
    _ name: String,
    mean: Double,
    sd: Double,
    sum: @escaping @Sendable (_ size: Int) -> Double
  ) -> Work {
    Work(
      name,
      unit: "draw",
      size: 1_000_000,
      countedSize: 200_000,
      right: { size in
        let error = 5 * sd / Double(size).squareRoot()
        return RightAnswer(count: Double(size), mean: mean, meanWithin: error + 1e-9 * abs(mean))
      },
      body: { size in Answer(count: size, mean: sum(size) / Double(size)) }
    )
  }
}
