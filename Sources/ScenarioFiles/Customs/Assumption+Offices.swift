extension Assumption {
  /// Quarantine, samples and tests of animal and plant products.
  static let laboratory: [Assumption] = [
    Assumption(
      "port quarantine",
      .time,
      "uniform(0.5 d, 3 d)",
      "0.5 d to 3 d",
      .enterFirst,
      en: "quarantine at the port of entry, which ends before the goods may go on",
      zh: "口岸检疫时间，完成后方可转运"
    ),
    Assumption(
      "port to gate",
      .time,
      "uniform(15 min, 60 min)",
      "15 min to 6 h",
      .estimate,
      en: "drive from the port to the gate of the zone",
      zh: "口岸至卡口的运输时间"
    ),
    Assumption(
      "sampled share",
      .share,
      "15%",
      "5% to 100%",
      .estimate,
      en: "lots of which samples are taken",
      zh: "抽样送检的批次比例"
    ),
    Assumption(
      "sampling time",
      .time,
      "triangular(20 min, 40 min, 90 min)",
      "20 min to 90 min",
      .estimate,
      en: "work of a team of samplers on one lot",
      zh: "每批抽样时间"
    ),
    Assumption(
      "test time",
      .time,
      "uniform(5 d, 15 d)",
      "5 d to 15 d",
      .enterFirst,
      en: "time for which a sample holds a bench of the laboratory",
      zh: "样品实验室检测周期"
    ),
    Assumption(
      "urgent factor",
      .number,
      "0.6",
      "0.4 to 1",
      .urgentSamples,
      en: "factor on the test time of samples of advanced-certified firms",
      zh: "高级认证企业样品检测周期系数"
    ),
    Assumption(
      "failure share",
      .share,
      "0.65%",
      "0.3% to 1%",
      .enterFirst,
      en: "samples that fail",
      zh: "检测不合格比例"
    ),
    Assumption(
      "treated share",
      .share,
      "50%",
      "20% to 80%",
      .enterFirst,
      en: "lots that failed and are treated, after which they are usable",
      zh: "不合格批次中作技术处理的比例，处理后可用"
    ),
    Assumption(
      "returned share",
      .share,
      "30%",
      "10% to 60%",
      .enterFirst,
      en: "lots that failed and are returned abroad; the rest is destroyed",
      zh: "不合格批次中退运境外的比例，其余销毁"
    ),
    Assumption(
      "treatment time",
      .time,
      "uniform(1 d, 5 d)",
      "1 d to 5 d",
      .estimate,
      en: "treatment of a lot that failed",
      zh: "技术处理时间"
    ),
    Assumption(
      "return time",
      .time,
      "uniform(3 d, 10 d)",
      "3 d to 10 d",
      .estimate,
      en: "time until a lot that failed is on its way abroad",
      zh: "退运出境所需时间"
    ),
    Assumption(
      "destruction time",
      .time,
      "uniform(1 d, 5 d)",
      "1 d to 5 d",
      .estimate,
      en: "time until a lot that failed is destroyed",
      zh: "销毁所需时间"
    ),
  ]

  /// Declarations and the document office.
  static let declarations: [Assumption] = [
    Assumption(
      "manual review share",
      .share,
      "10%",
      "5% to 20%",
      .estimate,
      en: "declarations that an officer reviews; the rest is accepted by the system",
      zh: "转人工审单的报关单比例，其余系统自动审结"
    ),
    Assumption(
      "review time",
      .time,
      "lognormal(mean = 12 min, sd = 8 min)",
      "5 min to 30 min",
      .estimate,
      en: "an officer's review of a declaration, without its items",
      zh: "人工审单时间（不含按项时间）"
    ),
    Assumption(
      "review time per item",
      .time,
      "0.5 min",
      "0.1 min to 2 min",
      .estimate,
      en: "an officer's review of one item of a declaration",
      zh: "人工审单每项商品时间"
    ),
    Assumption(
      "items a slip",
      .number,
      "3",
      "1 to 20",
      .estimate,
      en: "items on a slip or on the declaration of one shipment",
      zh: "每份出入库单（或单票报关单）的商品项数"
    ),
    Assumption(
      "different items",
      .number,
      "60",
      "10 to 300",
      .estimate,
      en: "different items that a firm moves with one counterparty in a period",
      zh: "企业与单一客户在一个申报周期内的不同商品项数"
    ),
    Assumption(
      "counterparties",
      .number,
      "4",
      "1 to 20",
      .estimate,
      en: "outside firms with which a firm of the zone trades",
      zh: "区内企业的区外往来企业数"
    ),
    Assumption(
      "merged items limit",
      .number,
      "50",
      "20 to 50",
      .declarationForm,
      en: "most items of one declaration, after like items are merged",
      zh: "归并后单票报关单的商品项数上限"
    ),
    Assumption(
      "declares at",
      .timeOfDay,
      "09:00",
      "08:00 to 18:00",
      .consolidated,
      en: "time of day at which consolidated declarations are made on their last day",
      zh: "集中申报截止日的申报时刻",
      use: .expansion
    ),
  ]
}
