import RandomVariates

/// A distribution such as `exponential(4 min)`, or a bare value such as `5 min`, which is constant.
///
/// Durations are held in microseconds. Files are looked for in `folder`, that of the scenario.
///
/// - Throws: the first thing that is wrong with the text, a parameter or a data file.
public func parseDistribution(
  _ text: String,
  of kind: VariateKind,
  folder: String
) throws(ScenarioFault) -> Distribution {
  try DistributionText(kind: kind, folder: folder).distribution(text, depth: 1)
}

/// Throws unless shares add up to 100 %, within 10⁻⁹ for the rounding of their sum.
public func checkShares(_ shares: [Double]) throws(ScenarioFault) {
  let sum = shares.reduce(0, +)
  guard abs(sum - 1) <= 1e-9 else { throw .sharesDoNotAddUp(found: sum) }
}

private struct DistributionText {
  var kind: VariateKind
  var folder: String

  private static let depthLimit = 16

  func distribution(_ text: String, depth: Int) throws(ScenarioFault) -> Distribution {
    guard depth <= DistributionText.depthLimit else {
      throw .nestedTooDeep(limit: DistributionText.depthLimit)
    }
    let result: Distribution
    if let call = try DistributionCall(text) {
      guard let form = DistributionForm(rawValue: call.name) else { throw unknown(call.name) }
      result = try distribution(form, call, depth: depth)
    } else {
      result = .constant(try bareValue(text))
    }
    if let fault = result.fault { throw .distribution(fault) }
    return result
  }

  private func distribution(
    _ form: DistributionForm,
    _ call: DistributionCall,
    depth: Int
  ) throws(ScenarioFault) -> Distribution {
    switch form {
    case .constant:
      if let a = call.positional(1) { return .constant(try value(a[0])) }
    case .exponential:
      if let a = call.positional(1) { return .exponential(mean: try value(a[0])) }
    case .erlang:
      if let a = call.positional(2) {
        return .erlang(shape: try parseCount(a[0], in: 1...1_000_000), mean: try value(a[1]))
      }
    case .gamma:
      if let a = call.named("mean", "cv") {
        return .gamma(mean: try value(a[0]), cv: try parseNumber(a[1]))
      }
    case .lognormal:
      if let a = call.named("mean", "sd") {
        return .lognormal(mean: try value(a[0]), sd: try value(a[1]))
      }
      if let a = call.named("mean", "cv") {
        let mean = try value(a[0])
        return .lognormal(mean: mean, sd: mean * (try parseNumber(a[1])))
      }
    case .uniform:
      if let a = call.positional(2) { return .uniform(try value(a[0]), try value(a[1])) }
    case .triangular:
      if let a = call.positional(3) {
        return .triangular(low: try value(a[0]), mode: try value(a[1]), high: try value(a[2]))
      }
    case .normal:
      if let a = call.positional(2) {
        return .normal(mean: try value(a[0]), sd: try value(a[1]))
      }
    case .weibull:
      if let a = call.positional(2) {
        return .weibull(shape: try parseNumber(a[0]), scale: try value(a[1]))
      }
    case .hyperexponential:
      if let a = call.named("mean", "scv") {
        return .hyperexponential(mean: try value(a[0]), scv: try parseNumber(a[1]))
      }
    case .discrete:
      if let pairs = call.pairs { return try discrete(pairs) }
    case .empirical:
      if let a = call.positional(2) { return .empirical(try rows(a)) }
    case .trace:
      if let a = call.positional(2) { return .trace(try rows(a)) }
    case .mixture:
      if let pairs = call.pairs { return try mixture(pairs, depth: depth) }
    }
    throw .wrongArguments(distribution: call.name, found: call.inside, expected: form.form)
  }

  private func discrete(
    _ pairs: [(key: String, value: String)]
  ) throws(ScenarioFault) -> Distribution {
    var values: [WeightedValue] = []
    for pair in pairs {
      values.append(
        WeightedValue(value: try value(pair.key), probability: try parseShare(pair.value))
      )
    }
    try checkShares(values.map(\.probability))
    return .discrete(values)
  }

  private func mixture(
    _ pairs: [(key: String, value: String)],
    depth: Int
  ) throws(ScenarioFault) -> Distribution {
    var parts: [MixturePart] = []
    for pair in pairs {
      let share = try parseShare(pair.key)
      let part = try distribution(pair.value, depth: depth + 1)
      parts.append(MixturePart(probability: share, distribution: part))
    }
    try checkShares(parts.map(\.probability))
    return .mixture(parts)
  }

  private func rows(_ arguments: [String]) throws(ScenarioFault) -> [Double] {
    let data = try DataFile.load(arguments[0], folder: folder)
    return switch kind {
    case .duration: try data.durations(arguments[1]).map(Double.init)
    case .plain, .number: try data.numbers(arguments[1])
    case .weight: try data.measures(arguments[1], units: MeasureUnit.weights)
    case .length: try data.measures(arguments[1], units: MeasureUnit.lengths)
    }
  }

  private func value(_ text: String) throws(ScenarioFault) -> Double {
    switch kind {
    case .duration: Double(try parseDuration(text))
    case .plain: try parseNumber(text)
    case .number:
      if text.trimmed.last == "%" {
        try parseMeasure(text, units: MeasureUnit.shares, kind: .share)
      } else {
        try parseNumber(text)
      }
    case .weight: try parseMeasure(text, units: MeasureUnit.weights, kind: .weight)
    case .length: try parseMeasure(text, units: MeasureUnit.lengths, kind: .length)
    }
  }

  /// A value by itself; a word there is taken for a distribution, which makes a better message.
  private func bareValue(_ text: String) throws(ScenarioFault) -> Double {
    do throws(ScenarioFault) {
      return try value(text)
    } catch .notANumber(let text) {
      let trimmed = text.trimmed
      let word = trimmed.prefix(while: \.isLetter)
      if word.isEmpty { throw .notANumber(text) }
      guard let form = DistributionForm(rawValue: String(word)) else { throw unknown(trimmed) }
      let found = trimmed.dropFirst(word.count).trimmed
      throw .wrongArguments(distribution: form.rawValue, found: found, expected: form.form)
    } catch {
      throw error
    }
  }

  private func unknown(_ name: String) -> ScenarioFault {
    let names = DistributionForm.allCases.map(\.rawValue)
    return .wrongDistribution(name: name, allowed: names, nearest: nearestName(to: name, in: names))
  }
}
