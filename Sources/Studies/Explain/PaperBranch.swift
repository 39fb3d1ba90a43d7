import ClearanceRecords
import EventSimulation

/// Works out what a truck's papers cost it, from the rows of the truck and of its companions.
///
/// Rows of steps and visits do not say whether the truck or a companion of it had them; the
/// procedure tells, as companions run procedures of their own.
struct PaperBranch {
  let names: RunNames
  /// Rows of the truck, of its companions, and of its consignments.
  let rows: RecordBatch
  /// Rows of the first trucks of the lots that the truck belongs to.
  let lots: RecordBatch
  /// When the run ended.
  let end: SimulatedTime
  /// Indices of step names of steps that wait for a condition.
  let waitSteps: Set<UInt16>

  private let companionProcedures: Set<String>

  init(
    names: RunNames,
    rows: RecordBatch,
    lots: RecordBatch,
    end: SimulatedTime,
    waitSteps: Set<UInt16>
  ) {
    self.names = names
    self.rows = rows
    self.lots = lots
    self.end = end
    self.waitSteps = waitSteps
    companionProcedures = Set(
      rows.companions.map { StepName(names.steps[Int($0.firstStep)]).procedure }
    )
  }

  /// The papers of the truck; nil where the run has none.
  var papers: TruckPapers? {
    guard let words = names.papers else { return nil }
    let all = rows.consignments.sorted { $0.number < $1.number }
    let waits = waits
    var parts: [PaperWait.Part] = []
    for wait in waits { parts = Self.sum(parts, wait.wait.parts) }
    return TruckPapers(
      lots: all.filter { $0.goods.slips == 0 }.map { lot($0, all, words) },
      papersWait: waits.reduce(.zero) { $0 + $1.wait.time },
      lanesWait: ownVisits.reduce(.zero) { $0 + WaitReasons.wait(of: $1, end: end).length },
      parts: parts
    )
  }

  /// The times in which the truck stood still for its papers, by their beginning.
  var waits: [(from: SimulatedTime, step: Int, wait: PaperWait)] {
    guard names.papers != nil else { return [] }
    return rows.steps.enumerated().compactMap { index, step in
      guard isWait(step) else { return nil }
      let span = WaitReasons.Span(start: step.startedAt, end: min(step.endedAt, end))
      guard span.length > .zero else { return nil }
      let wait = PaperWait(
        until: step.endedAt == .never ? nil : step.endedAt,
        time: span.length,
        parts: parts(of: span)
      )
      return (step.startedAt, index, wait)
    }
  }

  /// Whether a row is of a step at which the truck itself waits for a condition.
  func isWait(_ step: StepRow) -> Bool { waitSteps.contains(step.step) && isOwn(step) }

  private func isOwn(_ step: StepRow) -> Bool {
    !companionProcedures.contains(StepName(names.steps[Int(step.step)]).procedure)
  }

  /// Visits of the truck itself: those that no companion's step began.
  private var ownVisits: [PassageRow] {
    let others = rows.steps.filter { $0.place != noPlace && !isOwn($0) }
    return rows.passages.filter { visit in
      visit.outcome != .turnedAway
        && !others.contains { step in
          step.startedAt == visit.arrivedAt && [visit.place, visit.lane].contains(step.place)
        }
    }
  }

  private func lot(
    _ row: ConsignmentRow,
    _ all: [ConsignmentRow],
    _ words: RunNames.Papers
  ) -> TruckPapers.Lot {
    let movement = words.movements[Int(row.goods.movement)]
    let batch = all.first { $0.goods.slips > 0 && $0.number == row.batch }
    return TruckPapers.Lot(
      number: Int(row.number),
      firm: words.firms[Int(row.firm)],
      movement: movement.name,
      isIn: movement.isIn,
      status: words.statuses[Int(row.goods.status)],
      state: words.phases[Int(row.goods.phase)],
      refusal: row.goods.refusal == 0 ? nil : words.refusals[Int(row.goods.refusal)],
      row: row,
      batch: batch.map {
        TruckPapers.Batch(
          number: Int($0.number),
          state: words.phases[Int($0.goods.phase)],
          row: $0
        )
      }
    )
  }

  private static func sum(
    _ left: [PaperWait.Part],
    _ right: [PaperWait.Part]
  ) -> [PaperWait.Part] {
    PaperWait.Cause.allCases.compactMap { cause in
      let time = (left + right).filter { $0.cause == cause }
        .reduce(SimulatedTime.zero) { $0 + $1.time }
      return time > .zero ? PaperWait.Part(cause: cause, time: time) : nil
    }
  }
}
