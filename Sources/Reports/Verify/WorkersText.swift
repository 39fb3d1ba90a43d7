import EventSimulation
import Studies

/// The comparison of numbers of workers, as a table for people.
public struct WorkersText {
  private let wording: Wording
  private let result: WorkerComparison.Result

  /// The table and what follows from it.
  public static func text(_ result: WorkerComparison.Result, _ language: Language) -> String {
    let text = WorkersText(wording: Wording(language), result: result)
    return (text.table + [""] + text.end).joined(separator: "\n")
  }

  private var workers: String { result.workers.map(String.init).joined(separator: ", ") }

  private var table: [String] {
    var table = TextTable([
      .init(title: wording(VerifyPhrase.scenarioTitle), side: .left),
      .init(title: wording(VerifyPhrase.eventsTitle)),
      .init(title: wording(VerifyPhrase.fingerprintTitle)),
      .init(title: wording(VerifyPhrase.underWorkers, ["workers": workers]), side: .left),
    ])
    for row in result.rows {
      table.add([
        row.scenario, wording.quantities.count(row.events), row.fingerprints.first?.text ?? "",
        wording(row.isEqual ? VerifyPhrase.equal : .differs),
      ])
      guard !row.isEqual else { continue }
      for (number, fingerprint) in zip(result.workers, row.fingerprints) {
        let title = wording(VerifyPhrase.workersTitle, ["workers": "\(number)"])
        table.add([title, "", fingerprint.text, ""])
      }
    }
    return table.lines()
  }

  private var end: [String] {
    var lines: [String] = []
    if !result.isComplete {
      let values: KeyValuePairs = ["count": "\(result.rows.count)", "total": "\(result.asked)"]
      lines += wording(VerifyPhrase.workersInterrupted, values).folded()
    }
    let different = result.rows.filter { !$0.isEqual }.map(\.scenario)
    if !different.isEmpty {
      let values: KeyValuePairs = ["scenarios": wording.list(different)]
      return lines + wording(VerifyPhrase.notEqual, values).folded()
    }
    guard !result.rows.isEmpty else { return lines }
    let values: KeyValuePairs = [
      "count": wording.quantities.count(result.rows.count), "workers": workers,
      "time": wording.quantities.duration(result.wallSeconds),
    ]
    return lines + wording(VerifyPhrase.allEqual, values).folded()
  }
}
