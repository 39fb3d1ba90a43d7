extension Assumption.Source {
  /// Nobody has published a figure.
  static let estimate = Self(en: "practitioner's estimate", zh: "从业人员估计")

  /// Practitioner's estimate of what vehicles of this size are and do.
  static let vehicles = Self(
    en: "practitioner's estimate from the usual vehicle types; limit 49 t: GB 1589-2016",
    zh: "从业人员按常见车型估计；49吨限值见GB 1589-2016"
  )

  /// The one published passing time of a contactless gate.
  static let contactlessGate = Self(
    en: "Suzhou Industrial Park zone, contactless gate (Jiaohuidian News, 2023-10-18): 6 s",
    zh: "苏州工业园综合保税区无感卡口（交汇点新闻，2023年10月18日）：6秒"
  )

  /// What makers promise of gates that weigh and compare.
  static let gateDesign = Self(
    en: "a maker's design of customs gates: at most 10 s for the reply, container numbers over "
      + "95 % right (china-audit.com); times: practitioner's estimate",
    zh: "厂商卡口系统设计方案：等待回执不超过10秒，集装箱号识别率95%以上（china-audit.com）；时间为从业人员估计"
  )

  /// Inspection shares by credit class.
  static let creditClasses = Self(
    en: "GACC figures of 2019: share of declarations inspected, by credit (expolinking.com)",
    zh: "海关总署2019年数据：各信用等级企业报关单查验率（expolinking.com）"
  )

  /// Convenient lanes and gate-registered goods.
  static let registeredGoods = Self(
    en: "GACC notice 2023 no. 200 (registered goods, spot checks); share: practitioner's estimate",
    zh: "海关总署公告2023年第200号（卡口登记货物、抽查）；比例为从业人员估计"
  )

  /// Goods by status.
  static let goodsByStatus = Self(
    en: "GACC notice 2016 no. 72 (spot checks of non-bonded goods); share: practitioner's estimate",
    zh: "海关总署公告2016年第72号（非保税货物可抽查）；比例为从业人员估计"
  )

  /// Machine inspection against unpacking by hand.
  static let inspectionTimes = Self(
    en: "Quanzhou customs 2025 (20 min by machine, 3 h by hand) and Yiwu customs 2019 (a few "
      + "minutes, 4 h); law: practitioner's estimate",
    zh: "泉州海关2025年（机检20分钟、人工3小时）、义乌海关2019年（数分钟、4小时）；分布为从业人员估计"
  )

  /// How long a large scanner takes.
  static let scanning = Self(
    en: "Zhanjiang customs 2020 (20 s a truck in fast mode); with positioning: practitioner's "
      + "estimate",
    zh: "湛江海关2020年（快检模式每车20秒）；含就位时间为从业人员估计"
  )

  /// Enter first, test later.
  static let enterFirst = Self(
    en: "GACC notice 2019 no. 36 (enter first, test later) has no figure; practitioner's estimate",
    zh: "海关总署公告2019年第36号（先入区、后检测）未载数值；从业人员估计"
  )

  /// Urgent samples of advanced-certified firms.
  static let urgentSamples = Self(
    en: "measures for advanced-certified firms: samples are marked urgent; factor: practitioner's "
      + "estimate",
    zh: "高级认证企业便利措施：优先实验室检测；系数为从业人员估计"
  )

  /// How many lines a declaration has.
  static let declarationForm = Self(
    en: "practice of the declaration system: at most 50 lines; no text read",
    zh: "申报系统惯例：单票报关单最多50项；未见条文"
  )

  /// Two-step declarations.
  static let twoStep = Self(
    en: "GACC notice 2019 no. 127 (two-step declaration): 14 days from the conveyance's entry",
    zh: "海关总署公告2019年第127号（两步申报）：自运输工具申报进境之日起14日内"
  )

  /// When duty and tax are to be paid.
  static let taxTerms = Self(
    en:
      "GACC notice 2022 no. 61: 15 days, or the 5th working day of the next month; law and share: "
      + "practitioner's estimate",
    zh: "海关总署公告2022年第61号：15日内，汇总征税为次月第5个工作日前；分布与比例为从业人员估计"
  )

  /// When consolidated declarations are due.
  static let consolidated = Self(
    en: "days: GACC Order 256, art. 25 and notice 2020 no. 78; hour: practitioner's estimate",
    zh: "期限：海关总署令第256号第二十五条、公告2020年第78号；时刻为从业人员估计"
  )
}
