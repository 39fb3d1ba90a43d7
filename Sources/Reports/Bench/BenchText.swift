import Foundation
import Studies

/// The speeds of the clearance core, as a table for people.
public struct BenchText {
  private let wording: Wording
  private let result: BenchResult

  /// The machine, the table and what it rests on.
  public static func text(_ result: BenchResult, _ language: Language) -> String {
    let text = BenchText(wording: Wording(language), result: result)
    let groups = result.groups.filter { !$0.runs.isEmpty }
    guard !groups.isEmpty else { return text.wording(.nothingComplete) }
    let lines = text.head + [""] + text.table(groups) + [""] + text.end
    return lines.joined(separator: "\n")
  }

  private var quantities: Quantities { wording.quantities }
  private var least: Int { result.workers.first ?? 1 }
  private var most: Int { result.workers.last ?? 1 }

  // MARK: Head

  private var head: [String] {
    let machine = result.machine
    let build: BenchPhrase = machine.isDebugBuild ? .debugBuild : .releaseBuild
    let values: KeyValuePairs = [
      "version": result.version, "build": wording(build), "system": machine.system,
      "processors": "\(machine.processors)", "processor": machine.processor ?? "",
    ]
    var lines = wording(machine.processor == nil ? .machine : .machineWith, values).folded()
    if machine.isDebugBuild { lines += wording(.debugWarning).folded() }
    if !result.isComplete { lines += wording(.benchInterrupted).folded() }
    return lines
  }

  // MARK: Table

  /// One line for what is counted in a recording of a work.
  private struct Line {
    var recording: BenchRecording
    var unit: BenchPhrase
    var count: (BenchResult.Run) -> UInt64
    /// Whether it is the first of its recording, and says what the run took.
    var isFirst = false
  }

  private func table(_ groups: [BenchResult.Group]) -> [String] {
    var table = TextTable(
      [
        .init(title: "  " + wording(.recordedTitle), side: .left),
        .init(title: wording(.rateTitle), side: .left),
      ]
        + result.workers.map { .init(title: "\($0)") }
        + [BenchPhrase.gainTitle, .cpuTitle, .memoryTitle].map { .init(title: wording($0)) }
    )
    let lines = groups.map { group in self.lines(group).map { cells($0, group) } }
    for cells in lines.joined() { table.add(cells) }
    let rows = table.lines()
    var text = [rows[0]]
    var next = 1
    var works: [String] = []
    for (group, lines) in zip(groups, lines) {
      text += title(group, isFirst: !works.contains(group.work)).folded()
      works.append(group.work)
      text += rows[next..<next + lines.count]
      next += lines.count
    }
    return text
  }

  private func lines(_ group: BenchResult.Group) -> [Line] {
    group.recordings.flatMap { recording in
      var lines = [
        Line(recording: recording, unit: .vehicles, count: { $0.vehicles }, isFirst: true)
      ]
      let runs = group.runs.filter { $0.recording == recording }
      if runs.contains(where: { $0.passes > 0 }) {
        lines.append(Line(recording: recording, unit: .passes, count: { $0.passes }))
      }
      if runs.contains(where: { $0.rows > 0 }) {
        lines.append(Line(recording: recording, unit: .rows, count: { UInt64($0.rows) }))
      }
      return lines
    }
  }

  private func cells(_ line: Line, _ group: BenchResult.Group) -> [String] {
    let runs = result.workers.map { group.run(line.recording, workers: $0) }
    let rates = runs.map { run in run.map { $0.rate(line.count($0)) } }
    var cells = [
      "  " + (line.isFirst ? wording(line.recording.phrase) : ""), wording(line.unit),
    ]
    cells += rates.map { $0.map(speed) ?? Quantities.undefined }
    let ends = (rates.first ?? nil, rates.last ?? nil)
    if result.workers.count > 1, case (let first?, let last?) = ends {
      cells.append(quantities.fixed(last / first, 2))
    } else {
      cells.append(Quantities.undefined)
    }
    guard line.isFirst else { return cells + ["", ""] }
    let last = runs.last ?? nil
    return cells + [
      last.map { quantities.fixed($0.cpuSeconds * 1e6 / Double($0.vehicles), 3) }
        ?? Quantities.undefined,
      last?.peakBytes.map { quantities.fixed(Double($0) / 1e6, 0) } ?? Quantities.undefined,
    ]
  }

  /// A speed in thousands, in Chinese in ten thousands, with three digits or more.
  private func speed(_ perSecond: Double) -> String {
    let number = perSecond / (wording.language == .zh ? 10_000 : 1_000)
    let decimals =
      switch number {
      case ..<1: 3
      case ..<10: 2
      case ..<100: 1
      default: 0
      }
    return quantities.fixed(number, decimals)
  }

  private func title(_ group: BenchResult.Group, isFirst: Bool) -> String {
    let counts = group.runs.map(\.replications)
    let (least, most) = (counts.min() ?? 0, counts.max() ?? 0)
    var replications = wording.counted(most, .replication)
    if least < most {
      let ends: KeyValuePairs = ["least": quantities.count(least), "most": replications]
      replications = wording(.severalReplications, ends)
    }
    return wording(
      group.vehicles == nil ? BenchPhrase.sizedByLength : .sized,
      [
        "work": group.work, "what": isFirst ? what(group.work) : wording(.fewer),
        "replications": replications,
        "vehicles": quantities.count(group.vehicles ?? 0),
      ]
    )
  }

  private func what(_ work: String) -> String {
    switch work {
    case "w1": wording(.w1)
    case "w2": wording(.w2)
    case "w2b": wording(.w2b)
    case "gate-week": wording(.gateWeek)
    default: work
    }
  }

  // MARK: End

  private var end: [String] {
    let ends: KeyValuePairs = ["least": "\(least)", "most": "\(most)"]
    var notes = result.workers.count > 1 ? [wording(.gainNote, ends)] : []
    notes += [wording(.costNote, ends)]
    let rounds = result.groups.flatMap(\.runs).map(\.rounds).max() ?? 1
    if rounds > 1 { notes.append(wording(.rounds, ["rounds": "\(rounds)"])) }
    notes += [
      wording(BenchPhrase.agrees),
      wording(
        BenchPhrase.effort,
        ["seed": "\(result.seed)", "time": quantities.duration(result.wallSeconds)]
      ),
    ]
    return notes.flatMap { $0.folded() }
  }
}
