/// The fixed phrases about steps that ask something of papers.
///
/// A part in braces, such as `{way}`, is filled in where the phrase is used.
enum PaperStepPhrase: PhraseTable {
  // Of which papers
  case papersIn, papersOut, papersAtHand
  // What is asked
  case open, lines, documents, status, joinsPapers
  case approve, refuse, submit, releasePapers, noDeclaration, assess, pay, lateFee
  case arrive, pass, withdraw, gatherSlip, apply, grant, mix, checkGoods
  case answer, lookUp, startForEach
  // What conditions ask
  case trucksAtGate, trucksPassed, trucks, documentCount, mergedItems, slipCount, declarationCount
  case application

  var texts: (en: String, zh: String) {
    switch self {
    case .papersIn: ("the papers in", "进区单证")
    case .papersOut: ("the papers out", "出区单证")
    case .papersAtHand: ("the papers at hand", "本票单证")
    case .open:
      (
        "open {papers} for the goods of the truck, as {movement}: {goods}",
        "按{movement}为货物（{goods}）开立{papers}"
      )
    case .lines: ("item lines: {name}", "项数：{name}")
    case .documents: ("documents of the truck: {name}", "每车票数：{name}")
    case .status: ("status: {name}", "货物状态：{name}")
    case .approve: ("have {papers} approved", "{papers}审批")
    case .refuse: ("turn {papers} down", "{papers}退单")
    case .submit: ("submit the declaration of {papers}", "{papers}申报")
    case .releasePapers: ("release the declaration of {papers}", "{papers}放行")
    case .noDeclaration: ("{papers} need no declaration", "{papers}无需报关")
    case .assess: ("work out duty and taxes of {papers}", "{papers}计征税款")
    case .pay: ("pay the taxes of {papers}", "{papers}缴纳税款")
    case .lateFee:
      ("charge the fee for late declaration of {papers}, from {since} on", "自{since}起计征{papers}滞报金")
    case .arrive: ("{papers} note that the truck is at the gate", "{papers}登记车辆到卡口")
    case .pass: ("{papers} note that the truck has passed the gate", "{papers}登记车辆过卡")
    case .withdraw: ("the truck will not pass on {papers}", "车辆不再凭{papers}过卡")
    case .gatherSlip: ("put the slip of {papers} into its firm's pile", "{papers}并入企业集报")
    case .apply: ("file the application of the firm for batches", "企业备案业务申报表")
    case .grant: ("approve the application of the firm for batches", "批准企业业务申报表")
    case .joinsPapers: ("bound to the truck with those it has", "与本车已有单证一并绑定（一车多票）")
    case .mix: ("goods of another status are taken for {papers}", "{papers}的货物错拣为其他状态货物（串货）")
    case .checkGoods:
      ("look whether goods on board have the status of {papers}", "核对车上货物与{papers}的货物状态是否相符")
    case .answer: ("answer in {name}", "结果记入{name}")
    case .lookUp:
      ("look up how the firm declares and is rated now: {names}", "查询企业当前申报方式与信用等级：{names}")
    case .startForEach:
      (
        "start {name} beside the truck for each consignment of {papers}, once for a lot",
        "为{papers}的每一票货物各启动一次{name}（一票多车仅启动一次）"
      )
    case .trucksAtGate: ("trucks at the gate of {papers}", "{papers}已到卡口车数")
    case .trucksPassed: ("trucks passed of {papers}", "{papers}已过卡车数")
    case .trucks: ("trucks of {papers}", "{papers}车数")
    case .documentCount: ("documents of {papers}", "{papers}票数")
    case .mergedItems: ("merged items of {papers}", "{papers}归并项数")
    case .slipCount: ("slips of {papers}", "{papers}出入库单数")
    case .declarationCount: ("declarations of {papers}", "{papers}报关单数")
    case .application:
      (
        "the firm's application for {papers} (0 none, 1 filed, 2 approved)",
        "{papers}所属企业业务申报表（0无、1已备案、2已批准）"
      )
    }
  }
}

extension Wording {
  /// A phrase with its parts in braces filled in.
  ///
  /// - Precondition: there is a value for each part.
  func callAsFunction(
    _ phrase: PaperStepPhrase,
    _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    fill(phrase.text(language), "\(phrase)", values)
  }
}
