import ClearanceModel
import ClearanceRecords
import EventSimulation
import Studies

/// What one truck went through, line by line.
public enum TraceText {
  /// The truck's steps with their times; no line is wider than 100 columns.
  public static func text(_ result: TraceResult, _ language: Language) -> String {
    let wording = Wording(language)
    let name = "\(result.truck.flow)#\(result.truck.number)"
    guard let stay = result.stay else {
      return wording(.traceNobody, ["truck": name, "replication": "\(result.replication)"])
    }
    let className = result.plan.classes[Int(stay.classIndex)]
    let head = wording(
      className.isEmpty ? .traceHead : .traceHeadOfClass,
      ["truck": name, "class": className, "replication": "\(result.replication)"]
    )
    var table = TextTable([
      .init(title: wording(.traceTime)), .init(title: wording(.traceStep), side: .left),
      .init(title: wording(.place), side: .left), .init(title: wording(.traceWait)),
      .init(title: wording(.traceTook)),
    ])
    let quantities = wording.quantities
    for step in result.rows.steps {
      let visit = result.visit(of: step)
      let wait = visit.flatMap { visit in
        let end = visit.outcome == .reneged ? visit.leftAt : visit.startedAt
        return end == .never ? nil : end - visit.arrivedAt
      }
      let took = step.endedAt == .never ? nil : step.endedAt - step.startedAt
      table.add([
        clock(step.startedAt),
        String(result.plan.stepNames[Int(step.step)].drop { $0 != "/" }.dropFirst()),
        step.place == noPlace ? "" : result.plan.places[Int(step.place)].name,
        wait.map { quantities.duration($0.seconds) } ?? "",
        took.map { quantities.duration($0.seconds) } ?? wording(.traceUnfinished),
      ])
    }
    let end =
      stay.leftAt == .never
      ? wording(.traceInside)
      : stay.outcome == .reneged
        ? wording(PatiencePhrase.traceGaveUp, ["time": clock(stay.leftAt)])
        : wording(.traceLeft, ["time": clock(stay.leftAt)])
    return ([head, ""] + table.lines() + ["", end]).joined(separator: "\n")
  }

  /// Day, hour, minute and second from the start of the run, as `1 09:30:05.250`.
  private static func clock(_ time: SimulatedTime) -> String {
    let milliseconds = (time.microseconds + 500) / 1000
    func padded(_ number: Int64, _ width: Int) -> String {
      let digits = "\(number)"
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let (day, rest) = milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
    let parts = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60].map { padded($0, 2) }
    return "\(day) \(parts.joined(separator: ":")).\(padded(rest % 1000, 3))"
  }
}
