extension Assumption {
  /// The papers of visits with movements: how they are made, read and paid.
  static let papers: [Assumption] = [
    Assumption(
      "yuan per dollar",
      .number,
      "7.0",
      "6.3 to 7.3",
      .estimate,
      en: "exchange rate where no month's rate is given",
      zh: "未给出月度汇率时的美元汇率（元）",
      use: .expansion
    ),
    Assumption(
      "advance lead",
      .time,
      "1 d",
      "0.5 d to 3 d",
      .estimate,
      en: "how long before it comes to the gate a truck is announced, and its papers may be begun",
      zh: "车辆到达卡口前的预告时间，即单证可开始办理的提前量"
    ),
    Assumption(
      "domestic share of exports",
      .share,
      "80%",
      "20% to 100%",
      .estimate,
      en: "goods that leave for abroad and were bought in the country; the rest came from abroad",
      zh: "一线出境货物中国内采购入区货物的比例，其余为境外入区货物"
    ),
    Assumption(
      "preparation time",
      .time,
      "lognormal(mean = 2 h, sd = 1 h)",
      "0.5 h to 8 h",
      .estimate,
      en: "a firm's work on the papers of one declaration before it is sent",
      zh: "企业准备一票报关单证的时间"
    ),
    Assumption(
      "slip preparation time",
      .time,
      "lognormal(mean = 15 min, sd = 10 min)",
      "5 min to 60 min",
      .estimate,
      en: "a firm's work on one stock slip",
      zh: "企业准备一份出入库单的时间"
    ),
    Assumption(
      "approval by hand",
      .time,
      "lognormal(mean = 8 h, sd = 4 h)",
      "1 h to 3 d",
      .estimate,
      en: "from a firm's application for batches to its approval by the document office",
      zh: "企业业务申报表自备案至人工批准的时间"
    ),
    Assumption(
      "approval by system",
      .time,
      "uniform(1 s, 10 s)",
      "1 s to 60 s",
      .fourSelf,
      en: "the same, of firms with simplified approvals",
      zh: "适用四自一简的企业业务申报表自备案至系统批准的时间"
    ),
    Assumption(
      "message delay",
      .time,
      "uniform(1 s, 10 s)",
      "1 s to 60 s",
      .estimate,
      en: "from sending a document until the system answers",
      zh: "单证发送至系统回执的时间"
    ),
    Assumption(
      "manual list review share",
      .share,
      "10%",
      "2% to 30%",
      .estimate,
      en: "inventory lists that an officer reviews, of firms without simplified approvals",
      zh: "转人工审核的核注清单比例（未适用四自一简的企业）"
    ),
    Assumption(
      "list review time",
      .time,
      "lognormal(mean = 10 min, sd = 6 min)",
      "3 min to 30 min",
      .estimate,
      en: "an officer's review of one inventory list",
      zh: "人工审核一份核注清单的时间"
    ),
    Assumption(
      "pick-up approval time",
      .time,
      "lognormal(mean = 20 min, sd = 15 min)",
      "2 min to 120 min",
      .estimate,
      en: "from a pick-up request to its approval by the zone's customs",
      zh: "提运申请单自申请至主管海关批准的时间"
    ),
    Assumption(
      "completion time",
      .time,
      "lognormal(mean = 5 d, sd = 3 d)",
      "1 d to 14 d",
      .estimate,
      en: "from entry until goods that entered first, or by a summary, are declared",
      zh: "先入区或概要申报的货物自入区至（完整）申报的时间"
    ),
    Assumption(
      "complete within",
      .time,
      "14 d",
      "7 d to 30 d",
      .twoStep,
      en: "time limit of the complete declaration",
      zh: "完整申报时限"
    ),
    Assumption(
      "aggregated tax share",
      .share,
      "30%",
      "0% to 80%",
      .taxTerms,
      en: "firms that pay the taxes of a month together in the next, of those that do not say",
      zh: "适用汇总征税的企业比例（未写明的企业）",
      use: .expansion
    ),
    Assumption(
      "tax payment time",
      .time,
      "lognormal(mean = 4 h, sd = 6 h)",
      "10 min to 15 d",
      .taxTerms,
      en: "from the notice of duty and tax until they are paid",
      zh: "自税款缴款书填发至缴清的时间"
    ),
    Assumption(
      "declares late share",
      .share,
      "2%",
      "0% to 10%",
      .estimate,
      en: "consolidated declarations that are made after their last day",
      zh: "集中申报逾期的比例"
    ),
    Assumption(
      "declares late by",
      .time,
      "uniform(1 d, 10 d)",
      "1 d to 30 d",
      .estimate,
      en: "by how much they are late",
      zh: "逾期申报的天数"
    ),
    Assumption(
      "form review share",
      .share,
      "5%",
      "1% to 15%",
      .estimate,
      en: "release forms that go to manual review, with papers that are ready",
      zh: "单证齐备的核放单转人工审核的比例"
    ),
    Assumption(
      "form review time",
      .time,
      "lognormal(mean = 15 min, sd = 10 min)",
      "5 min to 60 min",
      .estimate,
      en: "manual review of one release form",
      zh: "人工审核一份核放单的时间"
    ),
    Assumption(
      "hit factor second line in",
      .number,
      "0.3",
      "0 to 1",
      .estimate,
      en: "factor on the share of declarations inspected, for goods in over the second line",
      zh: "二线进区货物的查验率系数"
    ),
    Assumption(
      "hit factor second line out",
      .number,
      "0.5",
      "0 to 1",
      .estimate,
      en: "factor on the share of declarations inspected, for goods out over the second line",
      zh: "二线出区货物的查验率系数"
    ),
    Assumption(
      "material per product",
      .number,
      "1.05",
      "1 to 1.5",
      .estimate,
      en: "weight of materials that a manufacturer uses up for a weight of product",
      zh: "生产企业单位产品耗用料件的重量",
      use: .expansion
    ),
  ]
}
