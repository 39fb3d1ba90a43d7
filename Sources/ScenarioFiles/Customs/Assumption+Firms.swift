extension Assumption {
  /// What firms' books begin with, and what follows from simplified approval.
  static let firms: [Assumption] = [
    Assumption(
      "opening stock",
      .time,
      "60 d",
      "15 d to 180 d",
      .estimate,
      en: "outward movements that a firm's book holds at the start, where none is given",
      zh: "未给出时企业账册的期初库存，以出区业务天数计",
      use: .expansion
    ),
    Assumption(
      "guarantee line",
      .money,
      "5 million yuan",
      "1 million yuan to 50 million yuan",
      .estimate,
      en: "a firm's guarantee line, where none is given",
      zh: "未给出时企业的担保额度",
      use: .expansion
    ),
    Assumption(
      "spare capacity",
      .share,
      "15%",
      "0% to 40%",
      .estimate,
      en: "a manufacturer's capacity for outside clients, of its own visits",
      zh: "生产企业可用于委托加工的剩余产能（占自身业务量）",
      use: .expansion
    ),
    Assumption(
      "audit share",
      .share,
      "2%",
      "0% to 10%",
      .fourSelf,
      en: "lists approved by the system that are audited later",
      zh: "系统自动审核的核注清单中事后核查的比例",
      use: .expansion
    ),
    Assumption(
      "audit delay",
      .time,
      "uniform(7 d, 60 d)",
      "1 d to 180 d",
      .fourSelf,
      en: "from the list until it is audited",
      zh: "自清单审核至事后核查的时间"
    ),
    Assumption(
      "audit time",
      .time,
      "lognormal(mean = 2 h, sd = 1 h)",
      "0.5 h to 8 h",
      .fourSelf,
      en: "an officer's work on one audit",
      zh: "一次事后核查的工作时间"
    ),
  ]
}

extension Assumption.Source {
  /// Four times self and one simplification.
  static let fourSelf = Self(
    en: "GACC notice 2019 no. 26 (four-self-one-simplification) has no figure; practitioner's "
      + "estimate",
    zh: "海关总署公告2019年第26号（四自一简）未载数值；从业人员估计"
  )
}
