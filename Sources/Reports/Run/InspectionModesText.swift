import ClearanceModel
import ClearanceRecords
import ScenarioFiles
import Studies

/// What each inspection mode costs in time, and what it risks (监管查验模式比较表).
///
/// A mode is known by the marks `entered-MODE` and `usable-MODE` of a flow, and by amounts that end in
/// its name; what has not been measured is left out. Amounts are sums per replication.
struct InspectionModesText {
  let text: RunText

  init(_ text: RunText) {
    self.text = text
  }

  private var result: RunResult { text.result }
  private var wording: Wording { text.wording }

  /// One row of the tables.
  private struct Row {
    var name: String
    var subject: String
    var mode: String
  }

  private static let times: [(phrase: InspectionPhrase, measure: @Sendable (String) -> String)] = [
    (.entryMean, { "to-entered-\($0).mean" }), (.usableMean, { "to-usable-\($0).mean" }),
    (.usableP95, { "to-usable-\($0).p95" }),
  ]
  private static let risks: [(phrase: InspectionPhrase, measure: @Sendable (String) -> String)] = [
    (.samples, { "samples-\($0).sum" }), (.outBeforeResult, { "out-before-result-\($0).sum" }),
    (.recalled, { "recalled-\($0).sum" }), (.detected, { "detected-\($0).share" }),
    (.missed, { "missed-\($0).sum" }),
  ]

  /// Two tables with a blank line before; none where no flow has a mode.
  var lines: [String] {
    let rows = self.rows
    guard !rows.isEmpty else { return [] }
    return [""] + table(.times, rows, Self.times) + table(.risks, rows, Self.risks)
  }

  /// The modes in their order, by flow where several have one.
  private var rows: [Row] {
    let prefixes = ["entered-", "usable-"]
    var modes: [String] = []
    for mark in result.plan.marks.map(\.kebab) {
      for prefix in prefixes where mark.hasPrefix(prefix) {
        let mode = String(mark.dropFirst(prefix.count))
        if !modes.contains(mode) { modes.append(mode) }
      }
    }
    modes.sort {
      (Wording.rank(ofInspectionMode: $0), $0) < (Wording.rank(ofInspectionMode: $1), $1)
    }
    return modes.flatMap { mode in
      let flows = result.scenario.flows.map(\.name.text).filter { flow in
        prefixes.contains { prefix in
          (result.measure("flow.\(flow).to-\(prefix)\(mode).count")?.estimate ?? 0) > 0
        }
      }
      let name = wording.inspectionMode(mode)
      return flows.map { flow in
        Row(
          name: flows.count > 1 ? wording.pick("\(name) (\(flow))", "\(name)（\(flow)）") : name,
          subject: "flow.\(flow)",
          mode: mode
        )
      }
    }
  }

  private func table(
    _ title: InspectionPhrase,
    _ rows: [Row],
    _ columns: [(phrase: InspectionPhrase, measure: @Sendable (String) -> String)]
  ) -> [String] {
    func record(_ row: Row, _ measure: @Sendable (String) -> String) -> MeasureRecord? {
      result.measure("\(row.subject).\(measure(row.mode))")
    }
    let shown = columns.filter { column in rows.contains { record($0, column.measure) != nil } }
    guard !shown.isEmpty else { return [] }
    var table = TextTable(
      [.init(title: wording(title), side: .left)]
        + shown.map { .init(title: wording($0.phrase)) }
    )
    for row in rows {
      let cells = shown.map { column in
        record(row, column.measure).map(wording.quantities.estimate) ?? ""
      }
      table.add([row.name] + cells)
    }
    return table.lines()
  }
}
