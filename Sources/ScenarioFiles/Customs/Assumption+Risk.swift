/// How likely goods that are not as the rules want them are found, and what follows.
extension Assumption {
  static let risk: [Assumption] = [
    Assumption(
      "targeting power",
      .number,
      "1",
      "1 to 20",
      .estimate,
      en: "how many times as often bad goods are picked as all; 1 picks at random",
      zh: "风险布控对不合格货物的命中率与平均查验率之比，1为随机布控"
    ),
    Assumption(
      "found in papers",
      .share,
      "10%",
      "0% to 40%",
      .estimate,
      en: "non-compliant goods of declarations that an officer reads whose papers raise doubt",
      zh: "人工审单时不合格货物被存疑的比例"
    ),
    Assumption(
      "image finds",
      .share,
      "60%",
      "30% to 95%",
      .estimate,
      en: "non-compliant goods whose images are suspicious",
      zh: "不合格货物图像被判为可疑的比例"
    ),
    Assumption(
      "image false alarms",
      .share,
      "5%",
      "3% to 8%",
      .estimate,
      en: "compliant goods whose images are suspicious",
      zh: "合格货物图像被判为可疑的比例"
    ),
    Assumption(
      "found on the spot",
      .share,
      "30%",
      "10% to 60%",
      .estimate,
      en: "non-compliant goods that look wrong in a spot check",
      zh: "卡口抽查时不合格货物被看出异常的比例"
    ),
    Assumption(
      "found by hand",
      .share,
      "95%",
      "80% to 100%",
      .estimate,
      en: "non-compliant goods that unpacking finds",
      zh: "人工开箱查验查获不合格货物的比例"
    ),
    Assumption(
      "found in laboratory",
      .share,
      "90%",
      "50% to 100%",
      .estimate,
      en: "non-compliant lots whose sample fails",
      zh: "不合格批次样品检出不合格的比例"
    ),
    Assumption(
      "port inspection time",
      .time,
      "triangular(2 h, 5 h, 24 h)",
      "2 h to 24 h",
      .estimate,
      en: "inspection at the port of entry, with the wait for it",
      zh: "口岸查验时间（含等待）"
    ),
    Assumption(
      "way to final place",
      .time,
      "uniform(2 h, 10 h)",
      "1 h to 24 h",
      .estimate,
      en: "from the gate of the zone to the place where goods are used",
      zh: "由卡口至使用地的运输时间"
    ),
    Assumption(
      "final inspection time",
      .time,
      "triangular(2 h, 6 h, 48 h)",
      "2 h to 48 h",
      .estimate,
      en: "inspection where goods are used, with the wait for it",
      zh: "目的地查验时间（含等待）"
    ),
    Assumption(
      "stay before re-exit",
      .time,
      "lognormal(mean = 5 d, sd = 3 d)",
      "1 d to 30 d",
      .estimate,
      en: "stay in the zone of goods that go abroad again",
      zh: "复出境货物在区停留时间"
    ),
    Assumption(
      "units per lot",
      .number,
      "10",
      "1 to 50",
      .estimate,
      en: "units in which a lot that is released leaves the zone",
      zh: "放行批次分运出区的件数"
    ),
    Assumption(
      "time between units",
      .time,
      "uniform(6 h, 18 h)",
      "1 h to 48 h",
      .estimate,
      en: "from one of these units to the next",
      zh: "相邻两件出区的间隔时间"
    ),
    Assumption(
      "recovered share",
      .share,
      "60%",
      "30% to 95%",
      .sampleThenRelease,
      en: "of what is out, what a recall brings back",
      zh: "召回时已出区货物的追回比例"
    ),
    Assumption(
      "recall time",
      .time,
      "lognormal(mean = 5 d, sd = 3 d)",
      "1 d to 30 d",
      .sampleThenRelease,
      en: "from a failed sample until what can be brought back is back",
      zh: "由样品不合格至完成召回的时间"
    ),
  ]
}

extension Assumption.Source {
  /// Food that is released on its sample.
  static let sampleThenRelease = Self(
    en: "GACC notice 2019 no. 29 (sample, then release) has no figure; practitioner's estimate",
    zh: "海关总署公告2019年第29号（抽样后即放行）未载数值；从业人员估计"
  )
}
