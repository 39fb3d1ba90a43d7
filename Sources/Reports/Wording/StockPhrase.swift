/// The fixed phrases about goods by status in one warehouse.
///
/// A part in braces, such as `{mean}`, is filled in where the phrase is used.
enum StockPhrase: PhraseTable {
  // The table
  case stockTable, stockStatus, stockOpening, stockEntered, stockLeft, stockCorrected, stockClosing,
    stockPassing, stockPhysical, stockMixed
  // The sentences
  case noMixingErrors, mixingErrors, timeToFind, mixedStock, taxedAfterwards
  // What a scenario says
  case goodsByStatus, warehousesCounted, consolidatedParts, consolidatedPartsAbroad,
    consolidatedLane

  var texts: (en: String, zh: String) {
    switch self {
    case .stockTable:
      ("Goods by status, ledger against warehouse, t per replication", "分状态货物账实对照表（每次仿真，吨）")
    case .stockStatus: ("status", "状态")
    case .stockOpening: ("start", "期初")
    case .stockEntered: ("entered", "进区")
    case .stockLeft: ("left", "出区")
    case .stockCorrected: ("corrected", "更正")
    case .stockClosing: ("ledger", "账面")
    case .stockPassing: ("not formal", "未核扣")
    case .stockPhysical: ("in store", "实存")
    case .stockMixed: ("mixed up", "串货差异")

    case .noMixingErrors: ("No goods of the wrong status were picked.", "未发生串货。")
    case .mixingErrors:
      (
        "Goods of the wrong status were picked {errors} times; {found} such errors were found, "
          + "{gate} of them at the gate. At the end {hidden} are not found and {open} found and not yet "
          + "corrected.",
        "串货{errors}起；查获{found}起，其中卡口抽查{gate}起。期末未发现{hidden}起，已发现待更正{open}起。"
      )
    case .timeToFind: (" An error is found after {time} d on average.", "平均发现时间{time}天。")
    case .mixedStock:
      (
        " {mean} t lay under the wrong status on average, {max} t at most.",
        "账实不符货物平均{mean}吨，最高{max}吨。"
      )
    case .taxedAfterwards:
      (" {tax} of duty and tax were assessed afterwards.", "事后补征税款{tax}。")

    case .goodsByStatus: ("goods by status", "货物按状态分类监管")
    case .warehousesCounted:
      (
        "warehouses hold goods of several statuses under ledgers of their own; they are counted every "
          + "{time}",
        "仓库内多种状态货物分账管理，每{time}盘点一次"
      )
    case .consolidatedParts:
      (
        "a consolidated truck carries {bonded} bonded goods, the rest non-bonded",
        "集拼车辆载运保税货物{bonded}，其余为非保税货物"
      )
    case .consolidatedPartsAbroad:
      (
        "on the way abroad {exported} exported-in goods, too",
        "一线出境集拼另载出口入区货物{exported}"
      )
    case .consolidatedLane:
      (
        "it has one release form, and needs a lane that takes declared, bonded goods",
        "一车一份核放单，须经可通行报关保税货物的通道"
      )
    }
  }
}

extension Wording {
  /// A phrase with its parts in braces filled in.
  ///
  /// - Precondition: there is a value for each part.
  func callAsFunction(
    _ phrase: StockPhrase,
    _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    fill(phrase.text(language), "\(phrase)", values)
  }
}
