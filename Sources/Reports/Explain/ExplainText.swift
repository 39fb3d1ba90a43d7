import ClearanceRecords
import EventSimulation
import Studies

/// One truck's time line in words, and why it waited at each place.
public enum ExplainText {
  /// The story; no line is wider than 100 columns.
  public static func text(_ result: ExplainResult, _ language: Language) -> String {
    let wording = Wording(language)
    var lines = head(result, wording) + [""]
    let width = result.events.map { wording.clock($0.at).count }.max() ?? 0
    for events in grouped(result.events) {
      let clock = wording.clock(events[0].at)
      let time = String(repeating: " ", count: width - clock.count) + clock
      lines += wording.sentence(events).folded(behind: "\(time)  ")
      let indent = String(repeating: " ", count: width + 4)
      let reasons =
        switch events[0].what {
        case .visit(let visit): wording.reasons(visit)
        case .waitedForPapers(let wait): wording.reasons(wait)
        default: [String]()
        }
      for reason in reasons { lines += reason.folded(behind: indent + "- ") }
    }
    let papers = result.papers.map { wording.papers($0) } ?? []
    let branch = result.papers.map { wording.branch($0) } ?? []
    return (lines + papers + [""] + end(result, wording) + branch).joined(separator: "\n")
  }

  /// What one companion does at one instant takes one line, and so does a truck's every event.
  private static func grouped(_ events: [TruckEvent]) -> [[TruckEvent]] {
    var groups: [[TruckEvent]] = []
    for event in events {
      if event.companion > 0, let last = groups.last?.first, last.at == event.at,
        last.companion == event.companion
      {
        groups[groups.count - 1].append(event)
      } else {
        groups.append([event])
      }
    }
    return groups
  }

  private static func head(_ result: ExplainResult, _ wording: Wording) -> [String] {
    let (truck, scenario) = (result.truck, Wording.printable(result.scenario))
    let title =
      result.className.isEmpty
      ? wording.pick("Truck \(truck)", "车辆\(truck)")
      : wording.pick(
        "Truck \(truck), class \(result.className)",
        "车辆\(truck)，类别\(result.className)"
      )
    let place = wording.pick(
      "replication \(result.replication) of run \(result.run) in \(result.database): \(scenario)",
      "\(result.database)，运行\(result.run)，第\(result.replication)次仿真：\(scenario)"
    )
    var lines = [title] + place.folded()
    switch result.source {
    case .recorded: break
    case .simulatedAgain:
      lines += wording.pick(
        "Simulated again from the recorded scenario; it took the recorded course (fingerprint "
          + "\(result.fingerprint)).",
        "依据记录的方案重新仿真，过程与记录一致（指纹\(result.fingerprint)）。"
      ).folded()
    }
    if !result.knowsOpeningHours {
      lines += wording.pick(
        "Opening hours are not known, as the recorded scenario cannot be read here.",
        "记录的方案在此无法读取，开放时间不详。"
      ).folded()
    }
    if let date = result.startsOn {
      lines += wording.pick("Day 0 is \(date).", "第0日为\(date)。").folded()
    }
    return lines
  }

  /// What the waiting adds up to.
  private static func end(_ result: ExplainResult, _ wording: Wording) -> [String] {
    let waits = result.waits
    guard !waits.isEmpty else {
      // Of a truck with papers the next line says it for both branches.
      if result.papers != nil { return [] }
      return [wording.pick("It waited nowhere.", "该车未在任何作业点等待。")]
    }
    let total = waits.map(\.time.seconds).reduce(0, +)
    let parts = waits.map { wait in
      let time = wording.quantities.duration(wait.time.seconds)
      return wording.pick("\(wait.place) \(time)", "\(wait.place) \(time)")
    }
    let sum = wording.quantities.duration(total)
    return wording.pick(
      "Waited \(sum) in all: \(wording.list(parts)).",
      "合计等待\(sum)：\(wording.list(parts))。"
    ).folded()
  }
}

extension String {
  /// The text in lines of a page behind a prefix, under which the other lines begin.
  fileprivate func folded(behind prefix: String) -> [String] {
    let lines = folded(width: TextTable.pageWidth - prefix.displayWidth)
    let blanks = String(repeating: " ", count: prefix.displayWidth)
    return lines.enumerated().map { ($0.offset == 0 ? prefix : blanks) + $0.element }
  }
}
