/// The fixed phrases about declarations, guarantees, duty and account books.
///
/// A part in braces, such as `{count}`, is filled in where the phrase is used.
enum PapersPhrase: PhraseTable {
  // The table of ways to declare
  case table, declares, declared, perShipment, saved, guaranteePeak, deferred, late, officePeak
  case useOfOffice
  // The sentences
  case taxes, exposed
  case refused, refusedBook, refusedGuarantee, refusedBlocked, refusedCredit, nothingRefused
  case lates, lateCount, lateFees, arrears, nothingLate
  case books

  var texts: (en: String, zh: String) {
    switch self {
    case .table: ("Declarations and guarantee, per replication", "集中申报成效表（每次仿真，报关单按票计）")
    case .declares: ("declaring", "申报方式")
    case .declared: ("declared", "报关单")
    case .perShipment: ("one by one", "逐票应报")
    case .saved: ("saved", "减少")
    case .guaranteePeak: ("guarantee, yuan", "担保峰值（万元）")
    case .deferred: ("deferred, yuan·d", "递延（万元·天）")
    case .late: ("late", "逾期")
    case .officePeak: ("peak day", "高峰日")
    case .useOfOffice: ("in use", "利用率")

    case .taxes:
      (
        "Assessed: duty {duty}, VAT and consumption tax {vat}",
        "应征关税{duty}，增值税、消费税{vat}"
      )
    case .exposed:
      (
        "; at most {batches} batches open, and at most {duty} of duty and tax not yet paid",
        "；未申报批次最多{batches}批，已出区未缴税款最高{duty}"
      )
    case .refused: ("Refused: {reasons}.", "退单：{reasons}。")
    case .refusedBook: ("{count} for want of stock on the book", "账册余量不足{count}份")
    case .refusedGuarantee: ("{count} beyond the guarantee", "担保额度不足{count}份")
    case .refusedBlocked: ("{count} of firms that were late", "企业逾期未报暂停{count}份")
    case .refusedCredit: ("{count} for the firm's credit", "信用等级不符{count}份")
    case .nothingRefused: ("No list or slip was refused.", "无退单。")
    case .lates: ("Late: {what}.", "逾期：{what}。")
    case .lateCount: ("{count} consolidated declarations", "集中申报{count}票")
    case .lateFees: ("{amount} of fees for late declaration", "滞报金{amount}")
    case .arrears: ("{amount} of surcharges for late payment", "滞纳金{amount}")
    case .nothingLate: ("No consolidated declaration was late.", "集中申报无逾期。")

    case .books:
      (
        "The books close: {opening} t at the start + {entered} t entered − {left} t left − "
          + "{consumed} t used up = {closing} t; {leftOpen} t left and {enteredOpen} t entered are "
          + "not yet declared.",
        "账册平衡：期初{opening}吨＋进区{entered}吨－出区{left}吨－耗用{consumed}吨＝期末{closing}吨；"
          + "已出区未集报{leftOpen}吨，已入区未集报{enteredOpen}吨。"
      )
    }
  }
}

extension Wording {
  /// A phrase with its parts in braces filled in.
  ///
  /// - Precondition: there is a value for each part.
  func callAsFunction(
    _ phrase: PapersPhrase,
    _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    fill(phrase.text(language), "\(phrase)", values)
  }
}
