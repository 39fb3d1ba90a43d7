import ScenarioFiles

/// Firms' books, goods and movements.
extension CheckJSON {
  /// The further keys of a firm with a book: money in fen, weights in kilograms.
  static func papers(
    _ papers: CustomsScenario.FirmPapers
  ) -> [(key: String, value: JSONValue)] {
    func dated<Value>(
      _ changes: [(CalendarDate, Value)],
      _ value: (Value) -> JSONValue
    ) -> JSONValue {
      .object(changes.map { (key: $0.0.isoText, value: value($0.1)) })
    }
    return [
      ("business", .string(papers.business)),
      ("share", JSONValue(papers.share)),
      ("goods", .object(papers.goods.map { (key: $0.name, value: .number($0.share)) })),
      ("items", .integer(Int64(papers.items))),
      ("guarantee", .integer(papers.guarantee)),
      ("guaranteeChanges", dated(papers.guaranteeChanges.map { ($0, $1) }) { .integer($0) }),
      ("creditChanges", dated(papers.creditChanges.map { ($0, $1) }) { .string($0) }),
      ("declaresChanges", dated(papers.declaresChanges.map { ($0, $1) }) { .string($0) }),
      ("joins", JSONValue(papers.joins?.date.isoText)),
      ("fullShareFrom", JSONValue(papers.joins?.full.isoText)),
      ("leaves", JSONValue(papers.leaves?.isoText)),
      ("openingStock", .array(papers.opening.map { .integer($0) })),
    ]
  }

  /// A class of goods; rates in parts of a million.
  static func goods(_ goods: CustomsScenario.Goods) -> JSONValue {
    .object([
      ("name", .string(goods.name)),
      ("centsPerTonne", .integer(goods.centsPerTonne)),
      ("duty", .integer(goods.duty)),
      ("vat", .integer(goods.vat)),
      ("consumptionTax", .integer(goods.consumption)),
      ("materialShare", .integer(goods.materialShare)),
      ("materialDuty", .integer(goods.materialDuty)),
    ])
  }

  /// Goods of several statuses in one warehouse; time in microseconds.
  static func goods(_ byStatus: CustomsScenario.ByStatus) -> JSONValue {
    .object([
      ("stocktakeEvery", byStatus.stocktakeEvery.map(JSONValue.integer) ?? .null),
      ("consolidatesAbroad", .bool(byStatus.consolidatesAbroad)),
      ("consolidatesInland", .bool(byStatus.consolidatesInland)),
      ("bondedShare", .number(byStatus.bondedShare)),
      ("exportedInShare", .number(byStatus.exportedInShare)),
    ])
  }

  /// What a flow moves, with shares.
  static func movements(_ movements: CustomsScenario.Movements) -> JSONValue {
    func shares(_ shares: [(kind: String, share: Double)]) -> JSONValue {
      .object(shares.map { (key: $0.kind, value: .number($0.share)) })
    }
    return .object([
      ("flow", .string(movements.flow)),
      ("in", shares(movements.into)),
      ("out", shares(movements.out)),
      ("documentsPerTruck", .string(movements.documents)),
      ("trucksPerDeclaration", .integer(Int64(movements.trucks))),
    ])
  }
}
