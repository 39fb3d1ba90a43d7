import ClearanceRecords
import OutputAnalysis
import Studies

/// A roster by the hour, as a table and sentences for people.
public struct RosterText {
  private let wording: Wording
  private let result: RosterResult

  /// The hours with their servers, what is saved, how sure that is, and the lines to paste.
  public static func text(_ result: RosterResult, _ language: Language) -> String {
    let text = RosterText(wording: Wording(language), result: result)
    return (text.title + [""] + text.table + [""] + text.answer + text.use + text.end)
      .joined(separator: "\n")
  }

  private var quantities: Quantities { wording.quantities }

  private var title: [String] {
    let targets = result.targets.map { SizeText.words(of: $0, wording) }
    let values: KeyValuePairs = [
      "scenario": result.scenario, "key": result.key.key, "targets": wording.list(targets),
    ]
    return wording(RosterPhrase.rosterTitle, values).folded()
  }

  private var table: [String] {
    var columns: [TextTable.Column] = [
      .init(title: wording(RosterPhrase.rosterHour)),
      .init(title: wording(RosterPhrase.rosterArrivals)),
      .init(title: wording(RosterPhrase.rosterServers)),
    ]
    columns += result.hourly.map { .init(title: result.targets[$0].measure) }
    columns.append(.init(title: wording(RosterPhrase.rosterFewer), side: .left))
    var table = TextTable(columns)
    for hour in result.hours {
      table.add(
        [
          "\(hour.hour)", quantities.fixed(hour.arrivals, 1), "\(hour.servers)",
        ] + hour.outcomes.map { quantities.estimate($0) } + [floor(hour.floor)]
      )
    }
    return table.lines()
  }

  private func floor(_ floor: RosterResult.Floor) -> String {
    switch floor {
    case .proven: wording(RosterPhrase.rosterFloorProven)
    case .close: wording(RosterPhrase.rosterFloorClose)
    case .lowest: wording(RosterPhrase.rosterFloorLowest)
    case .infeasible: wording(RosterPhrase.rosterFloorInfeasible)
    }
  }

  private var answer: [String] {
    guard let constant = result.constant else {
      let missed = result.hours.filter { $0.isKept.contains(false) }.map { "\($0.hour)" }
      let number = "\(result.key.range.upperBound)"
      return wording(RosterPhrase.rosterNotEnough, ["number": number]).folded()
        + (missed.isEmpty
          ? []
          : wording(
            RosterPhrase.rosterNotEnoughHours,
            ["hours": missed.joined(separator: wording.pick(", ", "、"))]
          ).folded()) + daily
    }
    let values: KeyValuePairs = [
      "hours": hours(result.serverHours), "constant": hours(24 * constant),
      "number": "\(constant)", "saved": hours(result.saved),
      "share": quantities.share(Double(result.saved) / Double(max(1, 24 * constant))),
    ]
    let phrase: RosterPhrase = result.saved > 0 ? .rosterAnswer : .rosterSame
    let confidence: KeyValuePairs = ["confidence": quantities.exactShare(result.confidence)]
    return wording(phrase, values).folded() + daily
      + wording(result.isProven ? RosterPhrase.rosterProven : .rosterClose, confidence).folded()
  }

  private var daily: [String] {
    result.daily.flatMap { record in
      wording(
        RosterPhrase.rosterDaily,
        ["measure": record.name, "estimate": quantities.estimate(record)]
      ).folded()
    }
  }

  private func hours(_ count: Int) -> String {
    wording.pick("\(quantities.count(count)) hours", "\(quantities.count(count))个工时")
  }

  /// The lines to paste.
  private var use: [String] {
    guard result.isFeasible else { return [] }
    let lines = result.key.lines(of: result.roster).map { "  " + $0 }
    return ["", wording(RosterPhrase.rosterUse, ["place": result.key.place])] + lines + [""]
  }

  private var end: [String] {
    let rosters = wording.pick(
      "\(quantities.count(result.tried)) roster\(result.tried == 1 ? "" : "s")",
      quantities.count(result.tried)
    )
    let effort: KeyValuePairs = [
      "rosters": rosters,
      "replications": wording.counted(result.replications, .replication),
      "seed": "\(result.seed)",
    ]
    var lines = wording(RosterPhrase.rosterEffort, effort).folded()
    if let record = result.record {
      let values: KeyValuePairs = [
        "database": record.database, "number": "\(record.experiment)",
      ]
      lines += wording(SizePhrase.sizeRecorded, values).folded()
    }
    return lines
  }
}
