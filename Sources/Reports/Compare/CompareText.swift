import ClearanceModel
import ClearanceRecords
import ScenarioFiles
import Studies

/// The comparison of alternatives for planners (方案比选): what was changed, by how much it matters.
public struct CompareText {
  let wording: Wording
  let result: CompareResult

  /// Changes of one alternative beyond this number are left out.
  private static let changeLimit = 8

  /// The text.
  public static func text(_ result: CompareResult, _ language: Language) -> String {
    let text = CompareText(wording: Wording(language), result: result)
    return text.lines.joined(separator: "\n")
  }

  var quantities: Quantities { wording.quantities }

  /// The measures that have differences to show.
  var shown: [ComparedMeasure] {
    result.measures.filter { !$0.differences.isEmpty && !$0.isIdentical }
  }

  private var lines: [String] {
    var lines = head + changes
    guard result.replications > 1 else {
      return lines + ["", wording(comparing: .nothingComplete)]
    }
    lines += [""] + options
    lines += [""] + sentences
    if !shown.isEmpty { lines += [""] + differences }
    return lines + [""] + end
  }

  private var head: [String] {
    var lines = [
      wording(comparing: .title, ["count": quantities.count(result.alternatives.count)])
    ]
    let run = wording.run(of: result.scenario, replications: result.replications)
    lines += (run + wording.pick("; ", "；") + wording(comparing: .common)).folded(indent: 2)
    if !result.isComplete, result.replications > 1 {
      let count = wording.counted(result.replications, .replication)
      lines += wording(comparing: .interrupted, ["count": count]).folded()
    }
    return lines
  }

  /// The letter by which tables call an alternative.
  static func letter(_ index: Int) -> String {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    let place = letters.index(letters.startIndex, offsetBy: index % 26)
    return String(letters[place]) + (index < 26 ? "" : "\(index / 26)")
  }

  private var changes: [String] {
    var lines = [""]
    for (index, alternative) in result.alternatives.enumerated() {
      let label = Self.letter(index) + "  " + Wording.printable(alternative.label)
      if index == 0 {
        let scenario = Wording.printable(alternative.scenario)
        lines += wording(comparing: .baseline, ["label": label, "scenario": scenario]).folded(
          indent: 2
        )
        continue
      }
      guard !alternative.changes.isEmpty else {
        lines += wording(comparing: .nothingChanged, ["label": label]).folded(indent: 2)
        continue
      }
      let shown = alternative.changes.prefix(Self.changeLimit).map { wording.sentence($0) }
      let text = label + wording.pick(": ", "：") + shown.joined(separator: wording.pick("; ", "；"))
      lines += text.folded(indent: 2)
      let left = alternative.changes.count - shown.count
      if left > 0 {
        lines.append("    " + wording(comparing: .moreChanges, ["count": "\(left)"]))
      }
    }
    return lines
  }

  // MARK: The end

  private var end: [String] {
    var lines: [String] = []
    let confidence = quantities.exactShare(result.confidence)
    let together =
      result.pairs > 1
      ? wording.pick(
        ", all \(result.pairs) pairs of a measure together",
        "，同一指标的\(result.pairs)个对比同时成立"
      ) : ""
    if !shown.isEmpty {
      lines += wording(comparing: .explanation, ["confidence": confidence, "together": together])
        .folded()
    }
    if shown.contains(where: \.isPooled) { lines += wording(Phrase.pooledNote).folded() }
    let same = result.measures.filter { !$0.differences.isEmpty && $0.isIdentical }.map(\.name)
    if !same.isEmpty {
      lines += wording(comparing: .sameEverywhere, ["measures": wording.list(same)]).folded()
    }
    if !result.incomparable.isEmpty {
      let names = result.incomparable.map { measure in
        let letters = measure.alternatives.map(Self.letter).joined(separator: " ")
        return wording.pick("\(measure.name) (\(letters))", "\(measure.name)（\(letters)）")
      }
      lines += wording(comparing: .onlyIn, ["measures": wording.list(names)]).folded()
    }
    lines += precision
    for warning in result.warnings {
      lines += wording(Phrase.warning, ["text": wording.sentence(warning)]).folded()
    }
    return lines + recorded
  }

  private var precision: [String] {
    guard let found = result.precision, let reached = found.reached, let measure = found.measure
    else { return [] }
    let values: KeyValuePairs = [
      "wanted": quantities.exactShare(found.wanted), "reached": quantities.share(reached),
      "measure": measure, "replications": wording.counted(result.replications, .replication),
    ]
    return wording(comparing: found.isReached ? .precisionReached : .precisionMissed, values)
      .folded()
  }

  private var recorded: [String] {
    guard let database = result.database, let experiment = result.experiment else { return [] }
    let runs = result.alternatives.compactMap { $0.run.map { "\($0)" } }
    let values: KeyValuePairs = [
      "database": database, "experiment": "\(experiment)",
      "runs": runs.isEmpty
        ? Quantities.undefined : runs.joined(separator: wording.pick(", ", "、")),
    ]
    return wording(comparing: .recorded, values).folded()
  }
}
