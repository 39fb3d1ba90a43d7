import OutputAnalysis
import Studies

/// Which factor decides, in a sentence.
extension SweepText {
  /// The largest effect, the next one, and how many are not seen at all.
  func sentences(_ effects: SweepResult.Effects) -> [String] {
    let seen = effects.factors.filter(\.isVisible)
    let replications = wording.counted(result.replications, .replication)
    let measure = wording.called(effects.measure)
    guard let first = seen.first else {
      return wording(
        SweepPhrase.sweepNothingSeen,
        [
          "count": quantities.count(effects.factors.count), "measure": measure,
          "replications": replications,
        ]
      ).folded()
    }
    let isAssumptions = result.factors.allSatisfy { $0.assumption != nil }
    var text: String
    if isAssumptions {
      text = decides(first, measure, effects)
      if seen.count > 1 {
        text += wording(SweepPhrase.sweepNextIs, ["next": between(seen[1], effects)])
      }
      text += wording.pick(".", "。")
    } else {
      text = largest(first, measure, effects).capitalisedFirst
      let others = seen.dropFirst().prefix(3).map { result.factors[$0.factor].name }
      text +=
        others.isEmpty
        ? wording.pick(".", "。")
        : wording(SweepPhrase.sweepThenNext, ["factors": wording.list(Array(others))])
    }
    let unseen = effects.factors.count - seen.count
    if unseen > 0 {
      text +=
        wording.pick(" ", "")
        + wording(
          SweepPhrase.sweepRestUnseen,
          [
            "count": quantities.count(unseen), "all": quantities.count(effects.factors.count),
            "replications": replications,
          ]
        )
    }
    return text.folded()
  }

  private func decides(
    _ effect: FactorEffect,
    _ measure: String,
    _ effects: SweepResult.Effects
  ) -> String {
    let factor = result.factors[effect.factor]
    return wording(
      SweepPhrase.sweepDecides,
      [
        "count": quantities.count(result.factors.count), "name": wording.quoted(factor.name),
        "measure": measure, "low": level(effect.from, of: factor),
        "high": level(effect.to, of: factor),
        "a": value(effect.levels[effect.from].mean, effects),
        "b": value(effect.levels[effect.to].mean, effects),
      ]
    )
  }

  private func between(_ effect: FactorEffect, _ effects: SweepResult.Effects) -> String {
    wording(
      SweepPhrase.sweepBetween,
      [
        "name": wording.quoted(result.factors[effect.factor].name),
        "a": value(effect.levels[effect.from].mean, effects),
        "b": value(effect.levels[effect.to].mean, effects),
      ]
    )
  }

  private func largest(
    _ effect: FactorEffect,
    _ measure: String,
    _ effects: SweepResult.Effects
  ) -> String {
    let factor = result.factors[effect.factor]
    guard !effect.levels.isEmpty else {
      return wording(
        SweepPhrase.sweepLargest,
        [
          "factor": factor.name, "measure": measure, "change": change(effect.swing, effects),
          "low": factor.levels.first ?? "", "high": factor.levels.last ?? "",
        ]
      )
    }
    return wording(
      SweepPhrase.sweepLargestBetween,
      [
        "factor": factor.name, "measure": measure, "low": level(effect.from, of: factor),
        "high": level(effect.to, of: factor),
        "a": value(effect.levels[effect.from].mean, effects),
        "b": value(effect.levels[effect.to].mean, effects),
      ]
    )
  }
}
