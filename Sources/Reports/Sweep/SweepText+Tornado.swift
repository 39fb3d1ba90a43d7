import ClearanceRecords
import OutputAnalysis
import Studies

/// The tornado diagram (龙卷风图): factors by the size of what they do, with bars.
extension SweepText {
  private static let barWidth = 24

  func tornado(_ effects: SweepResult.Effects) -> [String] {
    let index = result.effects.firstIndex { $0.measure == effects.measure } ?? 0
    let base = result.points[0].measures[index]
    var table = TextTable([
      .init(title: wording(SweepPhrase.sweepFactor), side: .left),
      .init(title: wording(SweepPhrase.sweepLow)), .init(title: wording(SweepPhrase.sweepHigh)),
      .init(title: wording(SweepPhrase.sweepChange)), .init(title: "", side: .left),
    ])
    let shown = effects.factors.prefix(Self.factorLimit)
    let scale = BarScale(shown, base: base.estimate, width: Self.barWidth)
    for effect in shown {
      let factor = result.factors[effect.factor]
      let ends = [effect.from, effect.to].map { level in
        "\(self.level(level, of: factor)): \(value(effect.levels[level].mean, effects))"
      }
      table.add([
        factor.name, ends[0], ends[1], change(effect.swing, effects),
        scale.bar(effect.levels[effect.from].mean, effect.levels[effect.to].mean),
      ])
    }
    var lines = wording(
      SweepPhrase.sweepBase,
      [
        "measure": wording.called(effects.measure).capitalisedFirst,
        "value": quantities.estimate(base),
      ]
    ).folded()
    lines += table.lines()
    let left = effects.factors.count - Self.factorLimit
    if left > 0 {
      lines.append(wording(SweepPhrase.sweepFactorsLeftOut, ["count": quantities.count(left)]))
    }
    return lines
  }

  /// A value as a table has it: of the end of an assumption's range that range's end, which is the mean of
  /// its law.
  func level(_ level: Int, of factor: SweepFactor) -> String {
    factor.shortLevels?[level] ?? factor.levels[level]
  }
}

extension String {
  /// The text with its first letter as at the start of a sentence.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// Where values stand on a line of so many columns.
private struct BarScale {
  private let base: Double?
  private var low: Double
  private var high: Double
  private let width: Int

  init(_ effects: ArraySlice<FactorEffect>, base: Double?, width: Int) {
    self.base = base
    self.width = width
    let values = effects.flatMap { $0.levels.compactMap(\.mean) } + (base.map { [$0] } ?? [])
    low = values.min() ?? 0
    high = values.max() ?? 0
  }

  /// A bar from the base to both ends: the way to the first value light, to the last dark.
  func bar(_ first: Double?, _ last: Double?) -> String {
    guard let base, let first, let last, low < high else { return "" }
    let zero = column(base)
    var cells = Array(repeating: Character(" "), count: width + 1)
    for (value, mark) in [(first, Character("░")), (last, Character("█"))] {
      let end = column(value)
      for place in min(zero, end)...max(zero, end) where place != zero { cells[place] = mark }
    }
    cells[zero] = "│"
    return String(cells)
  }

  private func column(_ value: Double) -> Int {
    Int(((value - low) / (high - low) * Double(width)).rounded())
  }
}
