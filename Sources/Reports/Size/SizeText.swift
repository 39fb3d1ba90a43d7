import ClearanceRecords
import OutputAnalysis
import Studies

/// The answer of `kakou size`, as a table and sentences for people.
public struct SizeText {
  private let wording: Wording
  private let result: SizeResult

  /// What was tried, what follows from it, and how sure that is.
  public static func text(_ result: SizeResult, _ language: Language) -> String {
    let text = SizeText(wording: Wording(language), result: result)
    return (text.title + [""] + text.table + [""] + text.answer + text.end)
      .joined(separator: "\n")
  }

  private var quantities: Quantities { wording.quantities }

  // MARK: Table

  private var title: [String] {
    let targets = result.targets.map { Self.words(of: $0, wording) }
    switch result.question {
    case .least:
      let values: KeyValuePairs = ["scenario": result.scenario, "targets": wording.list(targets)]
      return wording(SizePhrase.title, values).folded()
    case .most(let growth):
      let values: KeyValuePairs = [
        "scenario": result.scenario, "targets": wording.list(targets), "key": growth.key,
      ]
      return wording(SizePhrase.mostTitle, values).folded()
    }
  }

  /// A target with its sign: `gate.wait.p95 ≤ 10 min`.
  static func words(of target: Target, _ wording: Wording) -> String {
    let sign = target.side == .atMost ? "≤" : "≥"
    let limit = limit(of: target, wording)
    return wording.pick(
      "\(target.measure) \(sign) \(limit)",
      "\(target.measure)\(sign)\(limit)"
    )
  }

  private var hasCost: Bool {
    // With a single lever at a cost of 1 the cost repeats the number.
    if case .least(let levers) = result.question {
      return levers.count > 1 || levers[0].cost != 1
    }
    return false
  }

  private var table: [String] {
    let keys = result.tried.first?.settings.map(\.key) ?? []
    let measures = result.targets.map(\.measure)
    let wide = tableOf(keys, measures)
    guard wide.width > TextTable.pageWidth else { return wide.lines() }
    // Names that leave no room for the verdict stand above the table, by their numbers in it.
    let names = keys + measures
    let legend = names.indices.map { "[\($0 + 1)] \(names[$0])" }
    let numbers = names.indices.map { "[\($0 + 1)]" }
    let short = tableOf(
      Array(numbers.prefix(keys.count)),
      Array(numbers.dropFirst(keys.count))
    )
    return legend.joined(separator: "  ").folded() + [""] + short.lines()
  }

  private func tableOf(_ keys: [String], _ measures: [String]) -> TextTable {
    var columns = keys.map { TextTable.Column(title: $0) }
    if hasCost { columns.append(.init(title: wording(SizePhrase.costTitle))) }
    columns.append(.init(title: wording(SizePhrase.replicationsTitle)))
    columns += measures.map { TextTable.Column(title: $0) }
    columns.append(.init(title: wording(SizePhrase.sizeVerdictTitle), side: .left))
    var table = TextTable(columns)
    for point in result.tried {
      var cells = point.settings.map(\.text)
      if hasCost { cells.append(point.cost.map(quantities.plain) ?? Quantities.undefined) }
      cells.append(
        point.overload == nil ? quantities.count(point.replications) : Quantities.undefined
      )
      cells += zip(result.targets, point.outcomes).map { estimate($1, of: $0) }
      table.add(cells + [verdict(point)])
    }
    return table
  }

  private func verdict(_ point: TriedPoint) -> String {
    if let overload = point.overload {
      let values: KeyValuePairs = [
        "place": overload.place, "load": quantities.share(overload.load),
      ]
      return wording(SizePhrase.overloaded, values)
    }
    switch (point.isFeasible, point.isProven) {
    case (true, true): return wording(SizePhrase.feasible)
    case (true, false): return wording(SizePhrase.closelyFeasible)
    case (false, true): return wording(SizePhrase.infeasible)
    case (false, false): return wording(SizePhrase.closelyInfeasible)
    }
  }

  // MARK: Answer

  private var answer: [String] {
    guard let index = result.answer else { return refusal }
    let failing = result.failing.map { result.tried[$0] }
    var lines = sentence(result.tried[index])
    for point in failing { lines += sentence(point) }
    if failing.isEmpty {
      switch result.question {
      case .least: lines.append(wording(SizePhrase.lowest))
      case .most: lines.append(wording(SizePhrase.carriesAll))
      }
    }
    if let contradiction = result.contradiction {
      let values: KeyValuePairs = [
        "feasible": settings(result.tried[contradiction.feasible]),
        "infeasible": settings(result.tried[contradiction.infeasible]),
      ]
      lines += wording(SizePhrase.contradiction, values).folded()
    }
    if !result.isMonotone { lines += wording(SizePhrase.allTried).folded() }
    return lines
  }

  /// Whether a point is enough, and what was found there.
  private func sentence(_ point: TriedPoint) -> [String] {
    let isGrowth = if case .most = result.question { true } else { false }
    let settings = settings(point)
    if let overload = point.overload {
      let phrase = isGrowth ? SizePhrase.carriesNotOverloaded : .notEnoughOverloaded
      let values: KeyValuePairs = [
        "settings": settings, "place": overload.place, "load": quantities.share(overload.load),
      ]
      return wording(phrase, values).folded()
    }
    let phrase: SizePhrase =
      switch (point.isFeasible, point.isProven) {
      case (true, true): isGrowth ? .carries : .enough
      case (true, false): isGrowth ? .carriesByEstimate : .enoughByEstimate
      case (false, true): isGrowth ? .carriesNot : .notEnough
      case (false, false): isGrowth ? .carriesNotByEstimate : .notEnoughByEstimate
      }
    return wording(phrase, ["settings": settings, "findings": findings(point)]).folded()
  }

  /// What was found for the targets that decide: all where they are kept, else those that are not.
  private func findings(_ point: TriedPoint) -> String {
    let pairs = zip(result.targets, point.outcomes).filter { _, outcome in
      point.isFeasible || outcome.verdict?.isKept == false
    }
    let texts = pairs.map { target, outcome in
      var values: [(String, String)] = [
        ("measure", target.measure), ("estimate", estimate(outcome, of: target)),
        ("limit", wanted(target)),
      ]
      guard outcome.verdict?.isProven == false else {
        return fill(SizePhrase.finding, values)
      }
      if isInBand(outcome, target) {
        values.append(("tolerance", quantities.exactShare(result.tolerance)))
        return fill(SizePhrase.withinBand, values)
      }
      values.append(("replications", wording.counted(point.replications, .replication)))
      return fill(SizePhrase.afterReplications, values)
    }
    return texts.joined(separator: wording.pick("; ", "；"))
  }

  private func isInBand(_ outcome: TriedPoint.Outcome, _ target: Target) -> Bool {
    guard let estimate = outcome.estimate, let halfWidth = outcome.halfWidth else { return false }
    let limit = target.feasibilityLimit(tolerance: result.tolerance)
    return abs(estimate - limit.value) + halfWidth <= limit.band
  }

  private var refusal: [String] {
    var lines: [String]
    switch result.question {
    case .least: lines = wording(SizePhrase.nothing).folded()
    case .most(let growth): lines = wording(SizePhrase.nothingGrows, ["key": growth.key]).folded()
    }
    if let index = result.nearest {
      let point = result.tried[index]
      let findings = zip(result.targets, point.outcomes).compactMap { target, outcome -> String? in
        guard outcome.verdict?.isKept == false, let estimate = outcome.estimate else { return nil }
        let off = abs(estimate - target.limit) / (target.limit == 0 ? 1 : abs(target.limit))
        return fill(
          SizePhrase.nearestOff,
          [
            ("measure", target.measure), ("estimate", self.estimate(outcome, of: target)),
            ("limit", wanted(target)), ("share", quantities.share(off)),
          ]
        )
      }
      let values: KeyValuePairs = [
        "settings": settings(point),
        "findings": findings.joined(separator: wording.pick("; ", "；")),
      ]
      lines += wording(SizePhrase.nearest, values).folded()
    } else if let point = result.tried.last(where: { $0.overload != nil }),
      let overload = point.overload
    {
      let values: KeyValuePairs = [
        "settings": settings(point), "place": overload.place,
        "load": quantities.share(overload.load),
      ]
      lines += wording(SizePhrase.overloadedAll, values).folded()
    }
    return lines
  }

  // MARK: End

  private var end: [String] {
    let confidence: KeyValuePairs = ["confidence": quantities.exactShare(result.confidence)]
    let phrase: SizePhrase =
      if result.isProven { result.isFeasible ? .sure : .sureNothing } else { .notProven }
    let total = result.tried.reduce(0) { $0 + $1.replications }
    let effort: KeyValuePairs = [
      "points": wording.pick(
        "\(quantities.count(result.tried.count)) point\(result.tried.count == 1 ? "" : "s")",
        "\(quantities.count(result.tried.count))个配置"
      ),
      "replications": wording.counted(total, .replication), "seed": "\(result.seed)",
    ]
    var lines =
      wording(phrase, confidence).folded() + wording(SizePhrase.sizeEffort, effort).folded()
    if let record = result.record {
      let values: KeyValuePairs = [
        "database": record.database, "number": "\(record.experiment)",
      ]
      lines += wording(SizePhrase.sizeRecorded, values).folded()
    }
    return lines
  }

  // MARK: Parts

  /// `5 servers at gate` where the key says that much, else `KEY = 5`.
  private func settings(_ point: TriedPoint) -> String {
    let texts = point.settings.map { setting in
      if setting.key == "demand.factor" {
        return wording(SizePhrase.timesDemand, ["factor": setting.text])
      }
      let parts = setting.key.split(separator: ".")
      guard parts.count == 3, parts[0] == "stations", parts[2] == "servers",
        let count = Int(setting.text)
      else {
        return wording.pick("\(setting.key) = \(setting.text)", "\(setting.key)=\(setting.text)")
      }
      let servers = wording.counted(count, .server)
      return wording(SizePhrase.serversAt, ["count": servers, "place": String(parts[1])])
    }
    return texts.joined(separator: wording.pick(", ", "、"))
  }

  private func wanted(_ target: Target) -> String {
    let phrase: SizePhrase = target.side == .atMost ? .sizeAtMost : .atLeast
    return wording(phrase, ["limit": Self.limit(of: target, wording)])
  }

  private static func limit(of target: Target, _ wording: Wording) -> String {
    let quantities = wording.quantities
    return switch target.unit {
    case "s": quantities.chosen(target.limit)
    case "": quantities.exactShare(target.limit)
    default:
      quantities.with(
        .init(seconds: 1, en: unit(of: target, wording), zh: unit(of: target, wording)),
        quantities.plain(target.limit)
      )
    }
  }

  private static func unit(of target: Target, _ wording: Wording) -> String {
    wording.quantities.parts(
      of: MeasureRecord(
        name: target.measure,
        unit: target.unit,
        estimate: target.limit,
        halfWidth: nil,
        confidence: RunStudy.confidence,
        replications: 1,
        pooled: false
      )
    ).unit
  }

  private func estimate(_ outcome: TriedPoint.Outcome, of target: Target) -> String {
    quantities.estimate(
      MeasureRecord(
        name: target.measure,
        unit: target.unit,
        estimate: outcome.estimate,
        halfWidth: outcome.halfWidth,
        confidence: result.confidence,
        replications: 2,
        pooled: false
      )
    )
  }

  private func fill(_ phrase: SizePhrase, _ values: [(String, String)]) -> String {
    var text = phrase.text(wording.language)
    for (name, value) in values { text = text.replacing("{\(name)}", with: value) }
    return text
  }
}
