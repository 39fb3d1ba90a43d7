import ClearanceModel
import Studies

/// What the differences mean, in sentences.
extension CompareText {
  /// Sentences of each alternative on the measures that say most, and which one is best.
  var sentences: [String] {
    var lines: [String] = []
    for index in result.alternatives.indices.dropFirst() {
      let subject = wording.subject(result.alternatives[index])
      let isSame = result.alternatives[index].fingerprint == result.alternatives[0].fingerprint
      if isSame, result.measures.allSatisfy({ $0.difference(0, index)?.verdict != .undecided }) {
        lines += wording(comparing: .sameCourse, ["subject": subject]).folded()
        continue
      }
      for headline in result.headlines {
        let measure = result.measures[headline]
        guard let found = measure.difference(0, index) else { continue }
        lines += sentence(subject, measure, found).folded()
      }
    }
    if result.alternatives.count > 2 {
      for headline in result.headlines { lines += best(result.measures[headline]) }
    }
    return lines
  }

  /// The sentence of one difference.
  private func sentence(
    _ subject: String,
    _ measure: ComparedMeasure,
    _ found: CompareDifference
  ) -> String {
    let name = wording.measure(measure.measure)
    switch found.verdict {
    case .identical:
      return wording(comparing: .equalMeasure, ["subject": subject, "measure": name])
    case .undecided:
      return wording(
        comparing: .doubtful,
        [
          "subject": subject, "measure": name,
          "interval": interval(measure, found), "advice": advice(found),
        ]
      )
    case .less, .more:
      let scale = quantities.scale(of: measure.measure.unit, found, spare: 1)
      return wording(
        comparing: found.verdict == .less ? .lowers : .raises,
        [
          "subject": subject, "measure": name,
          "from": quantities.number(found.firstValue, scale),
          "to": quantities.number(found.secondValue, scale),
          "unit": scale.unit, "interval": interval(measure, found),
        ]
      )
    }
  }

  /// `95%: −13.0 to −11.2 min; −66.5%`.
  private func interval(_ measure: ComparedMeasure, _ found: CompareDifference) -> String {
    let scale = quantities.scale(of: measure.measure.unit, found, spare: 1)
    var confidence = quantities.exactShare(result.confidence)
    if result.pairs > 1 {
      confidence = wording(comparing: .allTogether, ["confidence": confidence])
    }
    let relative = found.relative.map { wording.pick("; ", "；") + quantities.signedShare($0) } ?? ""
    let ends = ends(found, scale) ?? quantities.signed(found.difference, scale)
    let suffix = result.pairs > 1 ? "" : wording.pick("", "置信区间")
    return confidence + suffix + wording.pick(": ", "：") + ends + scale.differenceUnit + relative
  }

  private func advice(_ found: CompareDifference) -> String {
    guard found.halfWidth != nil else { return wording(comparing: .noInterval) }
    guard let more = found.moreReplications else { return wording(comparing: .wouldNotDecide) }
    return wording(comparing: .wouldDecide, ["count": quantities.count(Self.rough(more))])
  }

  /// Two digits of a number that is no more certain than that.
  static func rough(_ number: Int) -> Int {
    var step = 1
    while number / step >= 100 { step *= 10 }
    return (number + step - 1) / step * step
  }

  /// Which alternative is best in a measure; nothing where no value is better, or all are the same.
  private func best(_ measure: ComparedMeasure) -> [String] {
    guard let unbeaten = measure.unbeaten, !measure.isIdentical, !measure.differences.isEmpty else {
      return []
    }
    let name = wording.measure(measure.measure)
    let confidence = quantities.exactShare(result.confidence)
    let label: (Int) -> String = { Wording.printable(result.alternatives[$0].label) }
    if unbeaten.count == 1, let index = unbeaten.first {
      return wording(
        comparing: .best,
        ["measure": name, "confidence": confidence, "label": label(index)]
      ).folded()
    }
    let others = result.alternatives.indices.filter { !unbeaten.contains($0) }.map(label)
    let behind =
      others.isEmpty ? "" : wording(comparing: .behind, ["labels": wording.list(others)])
    return wording(
      comparing: .notTold,
      [
        "measure": name, "confidence": confidence, "behind": behind,
        "labels": wording.list(unbeaten.map(label)),
      ]
    ).folded()
  }
}
