import ClearanceRecords
import OutputAnalysis
import Studies

/// The best of several designs, as a table and sentences for people.
public struct SelectionText {
  private let wording: Wording
  private let result: SelectionResult

  /// The designs, which is the best, and how sure that is.
  public static func text(_ result: SelectionResult, _ language: Language) -> String {
    let text = SelectionText(wording: Wording(language), result: result)
    return (text.title + [""] + text.table + [""] + text.answer + text.end)
      .joined(separator: "\n")
  }

  private var quantities: Quantities { wording.quantities }

  private var title: [String] {
    let phrase: SelectionPhrase = result.goal == .smallest ? .leastTitle : .greatestTitle
    let values: KeyValuePairs = [
      "scenario": result.scenario, "measure": result.measure,
      "count": quantities.count(result.designs.count),
    ]
    return wording(phrase, values).folded()
  }

  // MARK: Table

  private var table: [String] {
    let keys = result.designs[0].settings.map(\.key)
    var table = TextTable(
      keys.map { .init(title: $0, side: .left) }
        + [
          .init(title: wording(SelectionPhrase.replicationsTitle)),
          .init(title: result.measure),
          .init(title: wording(SelectionPhrase.verdictTitle), side: .left),
        ]
    )
    for (index, design) in result.designs.enumerated() {
      table.add(
        design.settings.map(\.value) + [
          quantities.count(design.replications), quantities.estimate(record(of: design)),
          verdict(index).map { wording($0) } ?? "",
        ]
      )
    }
    return table.lines()
  }

  private func verdict(_ index: Int) -> SelectionPhrase? {
    if !result.designs[index].isFeasible { return .misses }
    if index == result.best { return result.isDecided ? .best : .leads }
    // A budget drops nobody.
    if case .budget = result.method { return nil }
    return result.designs[index].droppedBy == nil ? .left : .dropped
  }

  private func record(of design: SelectionResult.Design) -> MeasureRecord {
    MeasureRecord(
      name: result.measure,
      unit: result.unit,
      estimate: design.interval?.estimate,
      halfWidth: design.interval?.halfWidth,
      confidence: design.interval?.confidence ?? RunStudy.confidence,
      replications: design.replications,
      pooled: false
    )
  }

  // MARK: Answer

  private var answer: [String] {
    let best = result.designs[result.best]
    let values: KeyValuePairs = [
      "settings": wording.list(best.settings.map(\.assignment)), "measure": result.measure,
      "estimate": figure(record(of: best)),
    ]
    guard result.isFeasible else {
      return
        (wording(SelectionPhrase.nothingKeeps) + wording.pick(" ", "")
        + wording(SelectionPhrase.nearestDesign, ["settings": values[0].value])).folded()
    }
    let phrase: SelectionPhrase = result.isDecided ? .chosen : .leading
    let kept = result.targets.isEmpty ? [] : wording(SelectionPhrase.keepsTargets).folded()
    return wording(phrase, values).folded() + certainty + kept
  }

  private var certainty: [String] {
    switch result.method {
    case .sequential(let confidence, let indifference):
      guard result.isDecided else { return doubt }
      let values: KeyValuePairs = [
        "confidence": quantities.exactShare(confidence), "zone": zone(indifference),
      ]
      return wording(SelectionPhrase.sure, values).folded()
    case .budget(_, let probability, let indifference):
      // Nothing is certain, whatever rounding says.
      let share =
        probability < 0.9995
        ? quantities.share(probability) : wording.pick("more than 99.9%", "99.9%以上")
      guard indifference > 0 else {
        return wording(SelectionPhrase.likely, ["probability": share]).folded()
      }
      let values: KeyValuePairs = ["probability": share, "zone": zone(indifference)]
      return wording(SelectionPhrase.likelyWithin, values).folded()
    }
  }

  private var doubt: [String] {
    let left = result.survivors
    let values: KeyValuePairs = [
      "replications": wording.counted(
        result.designs[result.best].replications,
        .replication
      ),
      "count": quantities.count(left.count),
    ]
    let needed = result.needed.map { needed in
      wording(SelectionPhrase.needed, ["needed": "\(needed)"]).folded()
    }
    return wording(SelectionPhrase.undecided, values).folded() + (needed ?? [])
  }

  private var end: [String] {
    var lines = result.isRough ? wording(SelectionPhrase.rough).folded() : []
    if !result.isProven { lines += wording(SelectionPhrase.tooClose).folded() }
    let effort: KeyValuePairs = [
      "replications": wording.counted(result.replications, .replication), "seed": "\(result.seed)",
    ]
    lines += wording(SelectionPhrase.effort, effort).folded()
    if let record = result.record {
      let values: KeyValuePairs = [
        "database": record.database, "number": "\(record.experiment)",
      ]
      lines += wording(SelectionPhrase.selectionRecorded, values).folded()
    }
    return lines
  }

  // MARK: Figures

  /// An estimate with its unit, for a sentence.
  private func figure(_ record: MeasureRecord) -> String {
    let parts = quantities.parts(of: record)
    let number =
      parts.value + (parts.halfWidth.map { wording.pick(" ± ", "±") + $0 } ?? "")
    guard !parts.unit.isEmpty else { return number }
    return number + (parts.unit == "%" ? "" : wording.pick(" ", "")) + parts.unit
  }

  /// The indifference zone as it was chosen.
  private func zone(_ indifference: Double) -> String {
    switch result.unit {
    case "s": return quantities.chosen(indifference)
    case "": return quantities.exactShare(indifference)
    default:
      let record = MeasureRecord(
        name: result.measure,
        unit: result.unit,
        estimate: indifference,
        halfWidth: nil,
        confidence: RunStudy.confidence,
        replications: 1,
        pooled: false
      )
      let unit = quantities.parts(of: record).unit
      let number = quantities.plain(indifference)
      return unit.isEmpty ? number : number + wording.pick(" ", "") + unit
    }
  }
}
