import Foundation
import Studies

/// The comparison with exact answers, as a table for people.
public struct VerifyText {
  private let wording: Wording
  private let result: VerifyResult

  /// The table, grouped by case, and what follows from it.
  public static func text(_ result: VerifyResult, _ language: Language) -> String {
    let text = VerifyText(wording: Wording(language), result: result)
    let lines = result.cases.isEmpty ? [] : [""] + text.table + [""] + text.end
    return (text.interruption + lines.dropFirst(result.isComplete ? 1 : 0))
      .joined(separator: "\n")
  }

  private var quantities: Quantities { wording.quantities }

  private var interruption: [String] {
    guard !result.isComplete else { return [] }
    let values: KeyValuePairs = ["count": "\(result.cases.count)", "total": "\(result.asked)"]
    return wording(VerifyPhrase.verifyInterrupted, values).folded()
  }

  // MARK: Table

  private var table: [String] {
    let titles: [VerifyPhrase] = [.exactTitle, .estimateTitle, .intervalTitle, .halfWidthTitle]
    var table = TextTable(
      [
        .init(title: "  " + wording(VerifyPhrase.valueTitle), side: .left),
        .init(title: wording(VerifyPhrase.unitTitle), side: .left),
      ] + titles.map { .init(title: wording($0)) }
        + [.init(title: wording(VerifyPhrase.verdictTitle), side: .left)]
    )
    for value in result.values { table.add(cells(value)) }
    let lines = table.lines()
    var text = [lines[0]]
    var next = 1
    for found in result.cases {
      let title: KeyValuePairs = ["id": found.exact.id, "model": found.exact.model]
      text += wording(VerifyPhrase.caseTitle, title).folded()
      text += lines[next..<next + found.values.count]
      next += found.values.count
    }
    return text
  }

  private func cells(_ value: VerifyResult.Value) -> [String] {
    let exact = value.exact.exact
    let halfWidth = value.halfWidth.flatMap { $0 > 0 ? $0 : nil }
    let decimals = Self.decimals(of: exact, halfWidth: halfWidth)
    var cells = [
      "  " + value.exact.name, unit(value.unit),
      quantities.fixed(exact, decimals + (halfWidth == nil ? 0 : 1)),
      value.estimate.map { quantities.fixed($0, decimals) } ?? Quantities.undefined,
    ]
    if let estimate = value.estimate, let halfWidth, value.exact.kind != .exactly {
      let ends = [estimate - halfWidth, estimate + halfWidth]
      cells.append(ends.map { quantities.fixed($0, decimals) }.joined(separator: "–"))
      cells.append(quantities.fixed(halfWidth / abs(exact) * 100, 2) + "%")
    } else {
      cells += [Quantities.undefined, Quantities.undefined]
    }
    return cells + [wording(phrase(value.verdict))]
  }

  /// Two significant digits of the half-width; of a number that is not random six of its own.
  private static func decimals(of exact: Double, halfWidth: Double?) -> Int {
    let digits = halfWidth == nil ? 5 : 1
    let scale = halfWidth ?? abs(exact)
    guard scale > 0, scale.isFinite else { return 0 }
    return min(12, max(0, digits - Int(log10(scale).rounded(.down))))
  }

  private func unit(_ unit: String) -> String {
    switch unit {
    case "s": wording.pick("s", "秒")
    case "s²": wording.pick("s²", "秒²")
    case "trucks": wording.pick("trucks", "辆")
    case "1/h": wording.pick("1/h", "辆次/时")
    default: unit
    }
  }

  private func phrase(_ verdict: Verdict) -> VerifyPhrase {
    switch verdict {
    case .covered: .covered
    case .coveredAgain: .coveredAgain
    case .missed: .missed
    case .tooWide: .tooWide
    case .exact: .exact
    case .notExact: .notExact
    case .within: .within
    case .withinAgain: .withinAgain
    case .outside: .outside
    }
  }

  // MARK: End

  private var end: [String] {
    let values = result.values
    let counts = Verdict.allCases.compactMap { verdict -> String? in
      let count = values.count { $0.verdict == verdict }
      guard count > 0 else { return nil }
      let parts: KeyValuePairs = [
        "verdict": wording(phrase(verdict)), "count": quantities.count(count),
      ]
      return wording(VerifyPhrase.oneCount, parts)
    }
    let random = values.count { $0.exact.kind.isCovered }
    let alarms = Double(random) * (1 - VerificationRule.confidence)
    var lines = wording(
      VerifyPhrase.counts,
      [
        "cases": quantities.count(result.cases.count), "values": quantities.count(values.count),
        "counts": counts.joined(separator: wording.pick(", ", "、")),
      ]
    ).folded()
    if random > 0 {
      lines += wording(VerifyPhrase.chance, ["alarms": quantities.plain(alarms)]).folded()
    }
    for (verdict, phrase) in [
      (Verdict.coveredAgain, VerifyPhrase.again), (.withinAgain, .againWithin),
    ]
    where values.contains(where: { $0.verdict == verdict }) {
      let seeds: KeyValuePairs = ["first": "\(result.seed)", "seed": "\(result.seed &+ 1)"]
      lines += wording(phrase, seeds).folded()
    }
    let effort: KeyValuePairs = [
      "seed": "\(result.seed)", "trucks": quantities.count(result.trucks),
      "time": quantities.duration(result.wallSeconds),
    ]
    return lines + wording(VerifyPhrase.effort, effort).folded() + conclusion
  }

  private var conclusion: [String] {
    if result.passed { return [wording(VerifyPhrase.agrees)] }
    let failures = result.cases.flatMap { found in
      found.values.filter { !$0.verdict.isPassed }.map { value in
        let parts: KeyValuePairs = [
          "id": found.exact.id, "value": value.exact.name,
          "verdict": wording(phrase(value.verdict)),
        ]
        return wording(VerifyPhrase.oneFailure, parts)
      }
    }
    guard !failures.isEmpty else { return [] }
    return wording(VerifyPhrase.disagrees, ["failures": wording.list(failures)]).folded()
  }
}
