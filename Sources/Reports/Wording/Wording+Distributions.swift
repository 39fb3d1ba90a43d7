import RandomVariates
import ScenarioFiles

/// Distributions in words.
extension Wording {
  /// The most values of a discrete law, or parts of a mixture, that are shown one by one.
  private static let partLimit = 5

  /// Such as `exponential, mean 4 min` or `指数分布，均值4分钟`.
  func distribution(_ law: Distribution, of kind: VariateKind) -> String {
    let value: (Double) -> String = {
      kind == .duration ? quantities.chosen($0 / 1e6) : quantities.plain($0)
    }
    let mean = pick(", mean \(value(law.mean))", "，均值\(value(law.mean))")
    switch law {
    case .constant(let number): return value(number)
    case .exponential: return pick("exponential", "指数分布") + mean
    case .erlang(let shape, _):
      return pick("Erlang of \(shape) phases", "\(shape)阶埃尔朗分布") + mean
    case .gamma(_, let cv):
      let cv = quantities.plain(cv)
      return pick("gamma\(mean), coefficient of variation \(cv)", "伽马分布\(mean)，变异系数\(cv)")
    case .lognormal(_, let sd): return pick("lognormal", "对数正态分布") + mean + spread(value(sd))
    case .uniform(let low, let high):
      return pick(
        "uniform from \(value(low)) to \(value(high))",
        "均匀分布，\(value(low))至\(value(high))"
      )
    case .triangular(let low, let mode, let high):
      return pick(
        "triangular from \(value(low)) to \(value(high)), most likely \(value(mode))",
        "三角分布，\(value(low))至\(value(high))，最可能值\(value(mode))"
      )
    case .normal(let centre, let sd):
      return pick("normal, mean \(value(centre))", "正态分布，均值\(value(centre))") + spread(value(sd))
        + pick(", cut at 0", "，截去负值")
    case .weibull(let shape, let scale):
      let shape = quantities.plain(shape)
      return pick(
        "Weibull, shape \(shape), scale \(value(scale))",
        "韦布尔分布，形状参数\(shape)，尺度参数\(value(scale))"
      )
    case .hyperexponential(_, let scv):
      let scv = quantities.plain(scv)
      return pick(
        "hyperexponential\(mean), squared coefficient of variation \(scv)",
        "超指数分布\(mean)，变异系数平方\(scv)"
      )
    case .discrete(let values):
      return listed(
        values.map { value($0.value) + bracketed(quantities.exactShare($0.probability)) },
        mean
      )
    case .empirical(let rows):
      let count = quantities.count(rows.count)
      return pick("one of \(count) values at random", "从\(count)个数据中随机抽取") + mean
    case .trace(let rows):
      let count = quantities.count(rows.count)
      return pick("\(count) values in turn", "依次取\(count)个数据") + mean
    case .mixture(let parts):
      let words = parts.map { part in
        quantities.exactShare(part.probability)
          + bracketed(distribution(part.distribution, of: kind))
      }
      return listed(words, mean)
    }
  }

  /// A distribution of lengths of time.
  func duration(_ law: Law) -> String {
    law.expression == nil ? distribution(law.distribution, of: .duration) : law.text
  }

  private func spread(_ sd: String) -> String {
    pick(", standard deviation \(sd)", "，标准差\(sd)")
  }

  private func bracketed(_ text: String) -> String { pick(" (\(text))", "（\(text)）") }

  /// The parts; of many the first ones, how many there are, and the mean.
  private func listed(_ parts: [String], _ mean: String) -> String {
    let separator = pick(", ", "、")
    if parts.count <= Self.partLimit { return parts.joined(separator: separator) }
    let shown = parts.prefix(Self.partLimit).joined(separator: separator)
    let count = quantities.count(parts.count)
    return shown + pick(", … (\(count) in all\(mean))", "……（共\(count)项\(mean)）")
  }
}
