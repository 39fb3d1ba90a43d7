import ClearanceRecords
import EventSimulation
import Studies

/// The papers of one truck; quantities in kilograms, values in US cents, amounts in fen.
extension ExplainJSON {
  static func papers(_ papers: TruckPapers) -> JSONValue {
    .object([
      ("branch", .string(papers.branch.rawValue)),
      ("papersSeconds", .number(papers.papersWait.seconds)),
      ("lanesSeconds", .number(papers.lanesWait.seconds)),
      ("waitedFor", parts(papers.parts)),
      ("consignments", .array(papers.lots.map(lot))),
    ])
  }

  static func parts(_ parts: [PaperWait.Part]) -> JSONValue {
    .array(
      parts.map { part in
        .object([
          ("cause", .string(part.cause.rawValue)), ("seconds", .number(part.time.seconds)),
        ])
      }
    )
  }

  private static func lot(_ lot: TruckPapers.Lot) -> JSONValue {
    let head: [(key: String, value: JSONValue)] = [
      ("number", .integer(Int64(lot.number))),
      ("firm", .string(lot.firm)),
      ("movement", .string(lot.movement)),
      ("status", .string(lot.status)),
      ("state", .string(lot.state)),
      ("refusal", JSONValue(lot.refusal)),
      ("trucks", .integer(Int64(lot.row.trucks))),
      ("trucksPassed", .integer(Int64(lot.row.trucksPassed))),
    ]
    let batch = lot.batch.map { batch in
      JSONValue.object(
        [
          ("number", .integer(Int64(batch.number))), ("state", .string(batch.state)),
          ("slips", .integer(Int64(batch.row.goods.slips))),
        ] + fields(batch.row)
      )
    }
    return .object(head + fields(lot.row) + [("batch", batch ?? .null)])
  }

  private static func fields(_ row: ConsignmentRow) -> [(key: String, value: JSONValue)] {
    let times = row.times
    return [
      ("lines", .integer(Int64(row.goods.lines))),
      ("declarations", .integer(Int64(row.goods.declarations))),
      ("kilograms", .integer(row.goods.kilograms)),
      ("cents", .integer(row.goods.cents)),
      ("duty", .integer(row.amounts.duty)),
      ("vat", .integer(row.amounts.vat)),
      ("lateFee", .integer(row.amounts.lateFee)),
      ("openedAt", time(times.openedAt)),
      ("approvedAt", time(times.approvedAt)),
      ("submittedAt", time(times.submittedAt)),
      ("releasedAt", time(times.releasedAt)),
      ("passedAt", time(times.passedAt)),
      ("formalAt", time(times.formalAt)),
      ("paidAt", time(times.paidAt)),
    ]
  }
}
