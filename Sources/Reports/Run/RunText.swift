import ClearanceRecords
import EventSimulation
import ScenarioFiles
import Studies

/// The summary of a run: at most 40 lines of 100 columns, 60 where it has gates.
public struct RunText {
  let wording: Wording
  let result: RunResult

  static let lineLimit = 40
  /// A page with gates has less room for them.
  private var warningLimit: Int { result.customs == nil ? 6 : 4 }
  static let flowLimit = 6
  /// Places are shown even where the rest of the page is long.
  private static let leastPlaces = 3

  /// The summary.
  public static func summary(_ result: RunResult, _ language: Language) -> String {
    let text = RunText(wording: Wording(language), result: result)
    if let customs = result.customs, !customs.gates.isEmpty {
      return CustomsRunText(text, customs).lines.joined(separator: "\n")
    }
    let head = text.head
    let tail =
      text.people + text.flows + text.standards + PapersRunText(text).lines
      + InspectionModesText(text).lines
      + text.end
    // The title of the table and the line that says how many were left out.
    let room = lineLimit - head.count - tail.count - 3
    let lines = head + text.places(limit: max(leastPlaces, room)) + tail
    return lines.joined(separator: "\n")
  }

  /// A table of measures in the order in which they were asked for.
  ///
  /// Names that the run does not have are passed over.
  public static func measures(
    _ result: RunResult,
    names: [String],
    _ language: Language
  ) -> String {
    let text = RunText(wording: Wording(language), result: result)
    let records = names.compactMap { result.measure($0) }
    let head = (result.isComplete ? [] : text.interruption) + text.warmUp + text.precision
    return (head + text.table(of: records)).joined(separator: "\n")
  }

  init(wording: Wording, result: RunResult) {
    self.wording = wording
    self.result = result
  }

  var quantities: Quantities { wording.quantities }

  var head: [String] {
    var lines = [result.scenario.name.cut(to: TextTable.pageWidth)]
    lines += wording.run(of: result.scenario, replications: result.replications).folded(indent: 2)
    if let state = result.startedFrom {
      lines += wording.startedFrom(state, on: result.customs?.starts).folded(indent: 2)
    }
    let counts: KeyValuePairs = [
      "trucks": quantities.count(result.trucks), "events": quantities.count(result.events),
    ]
    lines += wording(.trucksAndEvents, counts).folded(indent: 2)
    if !result.isComplete { lines += interruption }
    return lines + warmUp + precision
  }

  private var warmUp: [String] {
    result.warmUp.map { wording.sentence($0).folded(indent: 2) } ?? []
  }

  private var interruption: [String] {
    guard result.precision == nil else {
      let count = wording.counted(result.replications, .replication)
      return wording(PrecisionPhrase.interruptedBefore, ["count": count]).folded()
    }
    let values: KeyValuePairs = [
      "count": quantities.count(result.replications),
      "total": wording.counted(result.scenario.replications, .replication),
    ]
    return wording(.interruptedRun, values).folded()
  }

  var end: [String] {
    var lines = [""]
    if result.replications > 0 { lines += [note] + bottleneck }
    lines += warnings
    let values: KeyValuePairs = [
      "database": result.database, "run": "\(result.run)",
      "fingerprint": result.fingerprint.text,
    ]
    return lines + wording(.recorded, values).folded()
  }

  private var bottleneck: [String] {
    guard let found = result.bottleneck else {
      return measuredPlaces.isEmpty ? [] : [wording(.nobodyWaits)]
    }
    let values: KeyValuePairs = [
      "place": found.place, "share": quantities.share(found.share),
    ]
    return wording(.bottleneck, values).folded()
  }

  /// What the ± stands for.
  private var note: String {
    if let batches = result.batches, result.isComplete, let first = result.measures.first {
      let values: KeyValuePairs = [
        "confidence": quantities.exactShare(first.confidence),
        "batches": quantities.count(batches.count), "length": quantities.length(batches.length),
      ]
      return wording(SteadyStatePhrase.batchNote, values)
    }
    guard result.replications > 1, let first = result.measures.first else {
      return wording(.singleNote)
    }
    let confidence = quantities.exactShare(first.confidence)
    return wording(.intervalNote, ["confidence": confidence])
  }

  /// The warnings; imprecise estimates come last, as there may be one for every station.
  private var warnings: [String] {
    let sorted =
      result.warnings.filter { !$0.isWideInterval } + result.warnings.filter(\.isWideInterval)
    let notes = (result.customs?.notes ?? []).map { note in
      wording(.warning, ["text": wording.sentence(note)])
    }
    let all = notes + sorted.map { wording.warning($0) }
    var lines = all.prefix(warningLimit).flatMap { $0.folded() }
    let left = all.count - warningLimit
    if left > 0 { lines.append(wording(.warningsLeftOut, ["count": quantities.count(left)])) }
    return lines
  }

  private func table(of records: [MeasureRecord]) -> [String] {
    var table = TextTable([
      .init(title: wording(.measure), side: .left), .init(title: wording(.estimate)),
      .init(title: wording(.halfWidth)), .init(title: wording(.unit), side: .left),
      .init(title: wording(.replications)),
    ])
    for record in records {
      let parts = quantities.parts(of: record)
      table.add([
        record.name, parts.value + (record.pooled ? "*" : ""),
        parts.halfWidth ?? Quantities.undefined, parts.unit, quantities.count(record.replications),
      ])
    }
    let isPooled = records.contains { $0.pooled }
    return table.lines() + (isPooled ? [wording(.pooledNote)] : [])
  }
}

extension RunWarning {
  fileprivate var isWideInterval: Bool {
    if case .wideInterval = self { true } else { false }
  }
}
