extension Assumption {
  /// Tests by class of goods; goods without a row have `test time` and `failure share`.
  static let testsByGoods: [Assumption] = [
    Assumption(
      "test time food",
      .time,
      "triangular(3 d, 7 d, 10 d)",
      "3 d to 10 d",
      .estimate,
      en: "time for which a sample of food holds a bench, in days of the laboratory",
      zh: "食品样品实验室检测周期，按实验室工作时间计",
      use: .expansion
    ),
    Assumption(
      "test time meat",
      .time,
      "uniform(3 d, 7 d)",
      "2 d to 10 d",
      .estimate,
      en: "test time of samples of meat",
      zh: "肉类样品实验室检测周期",
      use: .expansion
    ),
    Assumption(
      "test time grain",
      .time,
      "uniform(3 d, 7 d)",
      "3 d to 7 d",
      .estimate,
      en: "test time of samples of grain",
      zh: "粮食样品实验室检测周期",
      use: .expansion
    ),
    Assumption(
      "test time fruit",
      .time,
      "uniform(0.5 d, 2 d)",
      "0.5 d to 2 d",
      .estimate,
      en: "test time of samples of fruit",
      zh: "水果样品实验室检测周期",
      use: .expansion
    ),
    Assumption(
      "test time chilled seafood",
      .time,
      "uniform(0.5 d, 2 d)",
      "0.5 d to 2 d",
      .estimate,
      en: "test time of samples of chilled seafood, which is perishable",
      zh: "冰鲜水产品样品实验室检测周期",
      use: .expansion
    ),
    Assumption(
      "failure share food",
      .share,
      "1.25%",
      "0.5% to 2%",
      .estimate,
      en: "samples of food that fail",
      zh: "食品检测不合格比例",
      use: .expansion
    ),
  ]

  /// What cold goods bear.
  static let coldChain: [Assumption] = [
    Assumption(
      "cold budget",
      .number,
      "40",
      "5 to 100",
      .estimate,
      en: "degree-hours by which cold goods may warm on their way",
      zh: "冷链货物途中允许的累计升温，度·小时"
    ),
    Assumption(
      "outdoor temperature",
      .temperature,
      "20 °C",
      "-10 °C to 38 °C",
      .estimate,
      en: "temperature of the air where trucks stand",
      zh: "车辆等候处的环境温度"
    ),
    Assumption(
      "chilled temperature",
      .temperature,
      "4 °C",
      "0 °C to 8 °C",
      .estimate,
      en: "temperature of chilled goods",
      zh: "冷藏货物的目标温度"
    ),
    Assumption(
      "frozen temperature",
      .temperature,
      "-18 °C",
      "-25 °C to -15 °C",
      .estimate,
      en: "temperature of frozen goods",
      zh: "冷冻货物的目标温度"
    ),
    Assumption(
      "warming while waiting",
      .share,
      "5%",
      "1% to 20%",
      .estimate,
      en: "warming that a refrigerated truck lets in while it stands, of that without cooling",
      zh: "冷藏车等候期间的升温，占无制冷时升温的比例"
    ),
    Assumption(
      "warming while open",
      .share,
      "50%",
      "20% to 100%",
      .estimate,
      en: "warming while a truck is unloaded with its doors open, of that without cooling",
      zh: "开门卸货期间的升温，占无制冷时升温的比例"
    ),
    Assumption(
      "unloading time",
      .time,
      "triangular(15 min, 30 min, 60 min)",
      "15 min to 90 min",
      .estimate,
      en: "time for which the doors are open, a part of the truck's stay",
      zh: "开门卸货时间，包含在车辆区内停留时间内"
    ),
  ]
}
