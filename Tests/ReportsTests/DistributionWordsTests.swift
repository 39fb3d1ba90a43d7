import RandomVariates
import ScenarioFiles
import Testing

@testable import Reports

@Suite struct DistributionWordsTests {
  private static let minute = 60_000_000.0

  @Test(
    arguments: [
      (.constant(4 * minute), "4 min", "4分钟"),
      (.exponential(mean: 4 * minute), "exponential, mean 4 min", "指数分布，均值4分钟"),
      (
        .erlang(shape: 2, mean: 1.2 * minute), "Erlang of 2 phases, mean 72 s", "2阶埃尔朗分布，均值72秒"
      ),
      (
        .gamma(mean: 4 * minute, cv: 0.5), "gamma, mean 4 min, coefficient of variation 0.5",
        "伽马分布，均值4分钟，变异系数0.5"
      ),
      (
        .lognormal(mean: 4 * minute, sd: minute), "lognormal, mean 4 min, standard deviation 60 s",
        "对数正态分布，均值4分钟，标准差60秒"
      ),
      (.uniform(0, 2 * minute), "uniform from 0 s to 2 min", "均匀分布，0秒至2分钟"),
      (
        .triangular(low: minute, mode: 2 * minute, high: 300 * minute),
        "triangular from 60 s to 5 h, most likely 2 min", "三角分布，60秒至5小时，最可能值2分钟"
      ),
      (
        .normal(mean: 4 * minute, sd: minute),
        "normal, mean 4 min, standard deviation 60 s, cut at 0", "正态分布，均值4分钟，标准差60秒，截去负值"
      ),
      (
        .weibull(shape: 1.5, scale: 4 * minute), "Weibull, shape 1.5, scale 4 min",
        "韦布尔分布，形状参数1.5，尺度参数4分钟"
      ),
      (
        .hyperexponential(mean: 4 * minute, scv: 4),
        "hyperexponential, mean 4 min, squared coefficient of variation 4",
        "超指数分布，均值4分钟，变异系数平方4"
      ),
      (
        .empirical([minute, 3 * minute]), "one of 2 values at random, mean 2 min",
        "从2个数据中随机抽取，均值2分钟"
      ),
      (.trace([minute, 3 * minute]), "2 values in turn, mean 2 min", "依次取2个数据，均值2分钟"),
      (
        .mixture([
          MixturePart(probability: 0.3, distribution: .constant(minute)),
          MixturePart(probability: 0.7, distribution: .exponential(mean: 4 * minute)),
        ]),
        "30% (60 s), 70% (exponential, mean 4 min)", "30%（60秒）、70%（指数分布，均值4分钟）"
      ),
    ] as [(Distribution, String, String)]
  )
  func durations(law: Distribution, en: String, zh: String) {
    #expect(Wording(.en).distribution(law, of: .duration) == en)
    #expect(Wording(.zh).distribution(law, of: .duration) == zh)
  }

  @Test func longListsAreCut() {
    let law = Distribution.discrete(
      (1...10).map { WeightedValue(value: Double($0), probability: 0.1) }
    )
    #expect(
      Wording(.en).distribution(law, of: .plain)
        == "1 (10%), 2 (10%), 3 (10%), 4 (10%), 5 (10%), … (10 in all, mean 5.5)"
    )
    #expect(Wording(.zh).distribution(law, of: .plain).hasSuffix("5（10%）……（共10项，均值5.5）"))
  }
}
