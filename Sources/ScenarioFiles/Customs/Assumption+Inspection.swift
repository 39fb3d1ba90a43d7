extension Assumption {
  /// Which declarations and forms are picked.
  static let targeting: [Assumption] = [
    Assumption(
      "hit rate aeo",
      .share,
      "0.57%",
      "0.3% to 1%",
      .creditClasses,
      en: "declarations of advanced-certified firms that are inspected",
      zh: "高级认证企业报关单查验率"
    ),
    Assumption(
      "hit rate general",
      .share,
      "2.44%",
      "1% to 5%",
      .creditClasses,
      en: "declarations of firms of general credit that are inspected",
      zh: "一般信用企业报关单查验率"
    ),
    Assumption(
      "hit rate dishonest",
      .share,
      "84.76%",
      "80% to 100%",
      .creditClasses,
      en: "declarations of dishonest firms that are inspected",
      zh: "失信企业报关单查验率"
    ),
    Assumption(
      "hit rate factor",
      .number,
      "1",
      "0 to 1",
      .estimate,
      en: "factor of a flow on the hit rates: first line in 1, second line out 0.5, in 0.3",
      zh: "业务流向的查验率系数：一线进区1，二线出区0.5，二线进区0.3"
    ),
    Assumption(
      "hit rate factor consolidated",
      .number,
      "0.3",
      "0 to 1",
      .estimate,
      en: "the same for consolidated declarations, whose papers alone are looked at",
      zh: "集中申报报关单的查验率系数，仅作单证审核"
    ),
    Assumption(
      "spot check declared",
      .share,
      "0.5%",
      "0% to 2%",
      .estimate,
      en: "forms of declared goods and of batches that are checked at the gate",
      zh: "报关货物及分送集报核放单的卡口抽查比例"
    ),
    Assumption(
      "spot check by-status",
      .share,
      "1%",
      "0.5% to 3%",
      .goodsByStatus,
      en: "forms of non-bonded goods that are checked at the gate",
      zh: "非保税货物核放单的卡口抽查比例"
    ),
    Assumption(
      "spot check sundries",
      .share,
      "1%",
      "0.5% to 3%",
      .registeredGoods,
      en: "forms of gate-registered goods that are checked at the gate",
      zh: "卡口登记货物核放单的卡口抽查比例"
    ),
    Assumption(
      "spot check empty",
      .share,
      "0.5%",
      "0% to 2%",
      .estimate,
      en: "forms of empty trucks that are checked at the gate",
      zh: "空车核放单的卡口抽查比例"
    ),
    Assumption(
      "spot check cars",
      .share,
      "1%",
      "0.5% to 2%",
      .estimate,
      en: "cars whose boot is looked into",
      zh: "小客车后备箱抽查比例"
    ),
  ]

  /// What an inspection takes and finds.
  static let inspections: [Assumption] = [
    Assumption(
      "machine share",
      .share,
      "70%",
      "50% to 90%",
      .estimate,
      en: "inspections by machine, while the scanner is open; the rest by hand",
      zh: "机检比例（机检设备开放时），其余人工查验"
    ),
    Assumption(
      "scan time",
      .time,
      "lognormal(mean = 3 min, cv = 0.3)",
      "2 min to 10 min",
      .scanning,
      en: "scan of a truck, with positioning",
      zh: "单车扫描时间（含就位）"
    ),
    Assumption(
      "image review time",
      .time,
      "uniform(5 min, 20 min)",
      "5 min to 20 min",
      .estimate,
      en: "an officer's look at the images of a truck",
      zh: "单车图像审核时间"
    ),
    Assumption(
      "suspicious share",
      .share,
      "5%",
      "3% to 8%",
      .estimate,
      en: "images that ask for unpacking",
      zh: "图像存疑转人工查验的比例"
    ),
    Assumption(
      "manual unpack",
      .time,
      "triangular(1 h, 3 h, 8 h)",
      "1 h to 8 h",
      .inspectionTimes,
      en: "unpacking and checking by one crew",
      zh: "一组关员人工开箱查验时间"
    ),
    Assumption(
      "spot check time",
      .time,
      "triangular(10 min, 20 min, 40 min)",
      "5 min to 60 min",
      .estimate,
      en: "look at a truck and its goods in a spot check",
      zh: "卡口抽查单车时间"
    ),
    Assumption(
      "boot check time",
      .time,
      "uniform(1 min, 3 min)",
      "1 min to 5 min",
      .estimate,
      en: "look into the boot of a car",
      zh: "小客车后备箱检查时间"
    ),
    Assumption(
      "defect share",
      .share,
      "4%",
      "2% to 6%",
      .estimate,
      en: "unpacked goods that are not as declared, and are detained",
      zh: "人工查验发现异常并扣留的比例"
    ),
    Assumption(
      "detention time",
      .time,
      "uniform(1 d, 10 d)",
      "1 d to 10 d",
      .estimate,
      en: "time for which goods are detained",
      zh: "货物扣留时间"
    ),
  ]
}
