extension Assumption {
  /// Goods of several statuses in one warehouse (货物按状态分类监管).
  static let byStatus: [Assumption] = [
    Assumption(
      "consolidated bonded share",
      .share,
      "50%",
      "20% to 80%",
      .estimate,
      en: "bonded goods on a truck that carries goods of several statuses, by weight",
      zh: "集拼车辆所载货物中保税货物的重量比例",
      use: .expansion
    ),
    Assumption(
      "consolidated exported-in share",
      .share,
      "0%",
      "0% to 30%",
      .estimate,
      en: "exported-in goods on a truck that carries goods of several statuses abroad, by weight",
      zh: "一线出境集拼车辆所载货物中出口入区货物的重量比例",
      use: .expansion
    ),
    Assumption(
      "mixing error share",
      .share,
      "0.2%",
      "0.05% to 1%",
      .estimate,
      en: "trucks for which goods of another status are picked than their papers say",
      zh: "错拣其他状态货物（串货）的车辆比例",
      use: .expansion
    ),
    Assumption(
      "stocktake every",
      .time,
      "90 d",
      "30 d to 365 d",
      .estimate,
      en: "how often customs or the firm counts a warehouse and compares it with its ledgers",
      zh: "海关或企业盘点仓库、核对账实的间隔",
      use: .expansion
    ),
  ]
}
