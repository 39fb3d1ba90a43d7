import ClearanceRecords
import OutputAnalysis
import ScenarioFiles
import Studies

/// What a sweep has found, as tables and sentences for people.
public struct SweepText {
  let wording: Wording
  let result: SweepResult

  /// Points of a table, and factors of a tornado, that are shown.
  static let pointLimit = 40
  static let factorLimit = 15

  /// The design, its points, what the factors do, and which decide.
  public static func text(_ result: SweepResult, _ language: Language) -> String {
    let text = SweepText(wording: Wording(language), result: result)
    var lines = text.head
    if result.design != .oneAtATime { lines += [""] + text.points }
    for effects in result.effects {
      lines += [""]
      switch result.design {
      case .factorial: lines += text.mainEffects(effects)
      case .latin: lines += text.linearEffects(effects)
      case .oneAtATime: lines += text.tornado(effects)
      }
      lines += text.sentences(effects)
    }
    return (lines + [""] + text.end).joined(separator: "\n")
  }

  var quantities: Quantities { wording.quantities }

  // MARK: Head and end

  private var head: [String] {
    let design =
      switch result.design {
      case .factorial: wording(SweepPhrase.sweepFactorial)
      case .latin: wording(SweepPhrase.sweepLatin, ["seed": "\(result.designSeed ?? 0)"])
      case .oneAtATime: wording(SweepPhrase.sweepOneAtATime)
      }
    let values: KeyValuePairs = [
      "design": design, "points": quantities.count(result.points.count),
      "replications": wording.counted(result.replications, .replication),
      "seed": "\(result.seed)",
    ]
    return [result.scenario.name.cut(to: TextTable.pageWidth)]
      + wording(SweepPhrase.sweepHead, values).folded(indent: 2)
  }

  private var end: [String] {
    let confidence = quantities.exactShare(result.confidence)
    let note: SweepPhrase =
      switch result.design {
      case .factorial: .sweepMainNote
      case .latin: .sweepLatinNote
      case .oneAtATime: .sweepSwingNote
      }
    var lines = wording(note, ["confidence": confidence]).folded()
    for effects in result.effects where effects.isPooled {
      lines += wording(SweepPhrase.sweepPooledNote, ["measure": effects.measure]).folded()
    }
    if !result.left.isEmpty {
      lines += wording(SweepPhrase.sweepAssumptionsLeft, ["names": wording.list(result.left)])
        .folded()
    }
    let number = result.experiment.map { "\($0)" } ?? Quantities.undefined
    return lines
      + wording(
        SweepPhrase.sweepRecorded,
        ["database": result.database, "experiment": number]
      ).folded()
  }

  // MARK: Points

  /// The ends of the keys, where these tell the factors apart: a table is narrow.
  private var shortNames: [String] {
    let names = result.factors.map(\.name)
    let short = names.map { $0.split(separator: ".").suffix(2).joined(separator: ".") }
    return short.enumerated().contains { short[..<$0].contains($1) } ? names : short
  }

  private var points: [String] {
    var table = TextTable(
      [.init(title: wording(SweepPhrase.sweepPoint))]
        + shortNames.map { .init(title: $0, side: .left) }
        + result.effects.map { .init(title: $0.measure) }
    )
    for point in result.points.prefix(Self.pointLimit) {
      table.add(
        ["\(point.number)"] + point.values.map { $0 ?? "" }
          + point.measures.map(quantities.estimate)
      )
    }
    let left = result.points.count - Self.pointLimit
    return table.lines()
      + (left > 0
        ? [wording(SweepPhrase.sweepPointsLeftOut, ["count": quantities.count(left)])] : [])
  }

  // MARK: Effects

  private func mainEffects(_ effects: SweepResult.Effects) -> [String] {
    var table = TextTable([
      .init(title: effects.measure, side: .left),
      .init(title: wording(SweepPhrase.sweepValue), side: .left),
      .init(title: wording(SweepPhrase.sweepMean)), .init(title: wording(SweepPhrase.sweepEffect)),
    ])
    for effect in effects.factors {
      let factor = result.factors[effect.factor]
      for (level, found) in effect.levels.enumerated() {
        table.add([
          level == 0 ? factor.name : "", factor.levels[level],
          value(found.mean, effects), change(found.effect, effects),
        ])
      }
    }
    return table.lines()
  }

  private func linearEffects(_ effects: SweepResult.Effects) -> [String] {
    var table = TextTable([
      .init(title: effects.measure, side: .left),
      .init(title: wording(SweepPhrase.sweepLow), side: .left),
      .init(title: wording(SweepPhrase.sweepHigh), side: .left),
      .init(title: wording(SweepPhrase.sweepChange)), .init(title: wording(SweepPhrase.sweepRank)),
    ])
    for effect in effects.factors {
      let factor = result.factors[effect.factor]
      table.add([
        factor.name, factor.levels.first ?? "", factor.levels.last ?? "",
        change(effect.swing, effects), rank(effect.rank),
      ])
    }
    return table.lines()
      + wording(
        SweepPhrase.sweepExplained,
        ["share": quantities.share(effects.explained), "measure": effects.measure]
      ).folded()
  }

  // MARK: Numbers

  /// A value of a measure without an interval.
  func value(_ value: Double?, _ effects: SweepResult.Effects) -> String {
    quantities.estimate(record(value, nil, effects))
  }

  /// A difference of values of a measure; of shares in percentage points.
  func change(_ interval: StudentInterval?, _ effects: SweepResult.Effects) -> String {
    let record = record(interval?.estimate, interval?.halfWidth, effects)
    let text = quantities.estimate(record)
    guard effects.unit.isEmpty, text.hasSuffix("%") else { return text }
    return text.dropLast() + wording.pick(" pp", "个百分点")
  }

  private func rank(_ interval: StudentInterval?) -> String {
    guard let interval else { return Quantities.undefined }
    let halfWidth = interval.halfWidth.map {
      wording.pick(" ± ", "±") + quantities.fixed($0, 2)
    }
    return quantities.fixed(interval.estimate, 2) + (halfWidth ?? "")
  }

  private func record(
    _ value: Double?,
    _ halfWidth: Double?,
    _ effects: SweepResult.Effects
  ) -> MeasureRecord {
    MeasureRecord(
      name: effects.measure,
      unit: effects.unit,
      estimate: value,
      halfWidth: halfWidth,
      confidence: result.confidence,
      replications: result.replications,
      pooled: false
    )
  }
}
