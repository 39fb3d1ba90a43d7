import ClearanceRecords
import EventSimulation

/// What papers were doing while their truck stood still.
extension PaperBranch {
  /// Movements whose goods pass on an approved slip or request, before any declaration.
  private static let passOnApproval = [
    "enter-first", "two-step-in", "batch-in", "batch-out", "by-status-in", "by-status-out",
  ]

  /// A wait, cut into its causes.
  func parts(of span: WaitReasons.Span) -> [PaperWait.Part] {
    guard let slowest = slowest(during: span) else {
      return [PaperWait.Part(cause: .other, time: span.length)]
    }
    let ready = readyAt(slowest)
    let changes = changes(of: slowest)
    var times: [PaperWait.Cause: SimulatedTime] = [:]
    func add(_ cause: PaperWait.Cause, _ from: SimulatedTime, _ to: SimulatedTime) {
      let part = span.overlap(WaitReasons.Span(start: from, end: to)).length
      times[cause, default: .zero] = times[cause, default: .zero] + part
    }
    // Until the first document leaves its first state, the firm is at work.
    var (cause, since) = (PaperWait.Cause.preparation, span.start)
    for change in changes where change.at < ready {
      add(cause, since, change.at)
      (cause, since) = (self.cause(of: change), max(since, change.at))
    }
    add(cause, since, ready)
    let rest: PaperWait.Cause = slowest.trucks > 1 ? .lot : .other
    if ready < span.end { add(rest, max(ready, span.start), span.end) }
    return PaperWait.Cause.allCases.compactMap { cause in
      guard let time = times[cause], time > .zero else { return nil }
      return PaperWait.Part(cause: cause, time: time)
    }
  }

  /// The consignment of the crossing under way that is ready last.
  private func slowest(during span: WaitReasons.Span) -> ConsignmentRow? {
    guard let words = names.papers else { return nil }
    let open = rows.consignments.filter {
      $0.goods.slips == 0 && $0.times.openedAt <= span.end
    }
    let isIn = { (row: ConsignmentRow) in words.movements[Int(row.goods.movement)].isIn }
    // A truck comes in before it goes out: as long as something has still to come in, it is that.
    let inward = open.filter {
      isIn($0) && $0.times.passedAt > span.start && !wasTurnedDown($0, before: span)
    }
    let crossing = inward.isEmpty ? open.filter { !isIn($0) } : inward
    return crossing.max { (readyAt($0), $0.number) < (readyAt($1), $1.number) }
  }

  private func wasTurnedDown(_ row: ConsignmentRow, before span: WaitReasons.Span) -> Bool {
    row.goods.refusal != 0 && row.times.approvedAt <= span.start
  }

  /// When a truck may go with it: approved or released, as its movement asks; or refused.
  private func readyAt(_ row: ConsignmentRow) -> SimulatedTime {
    guard let words = names.papers else { return .never }
    let movement = words.movements[Int(row.goods.movement)].name
    let isApproved = Self.passOnApproval.contains(movement) || row.goods.refusal != 0
    return isApproved ? row.times.approvedAt : row.times.releasedAt
  }

  /// The changes of the documents of the companion that worked on a consignment, by time.
  ///
  /// Which companion that was, the instants tell that both have.
  private func changes(of row: ConsignmentRow) -> [TransitionRow] {
    let times = row.times
    let marks = [times.approvedAt, times.submittedAt, times.releasedAt].filter { $0 != .never }
    let source = row.truck == rows.trucks.first?.number ? rows : lots
    let best = source.companions.map { companion in
      let own = source.transitions.filter { $0.companion == companion.number }
      let common = marks.count { mark in own.contains { $0.at == mark } }
      let begins = companion.startedAt == times.openedAt ? 1 : 0
      return (score: 2 * common + begins, changes: own)
    }.max { $0.score < $1.score }
    guard let best, best.score > 1 else { return [] }
    return best.changes.sorted { $0.at < $1.at }
  }

  /// Who has a document in a state: the words are those of the shipped procedures.
  private func cause(of change: TransitionRow) -> PaperWait.Cause {
    let document = names.attributes[Int(change.document)]
    let state = document.words[Int(change.state)]
    // Once it may make slips the firm is at work on this one.
    if document.name == "business application", state == "approved" { return .preparation }
    if state.contains("inspection") { return .inspection }
    if state.contains("tax") { return .tax }
    if change.state == 0 { return .preparation }
    return .office
  }
}
