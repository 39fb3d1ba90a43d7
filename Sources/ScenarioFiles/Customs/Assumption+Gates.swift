extension Assumption {
  /// Who comes, how, and with which papers.
  static let arrivals: [Assumption] = [
    Assumption(
      "papers ready",
      .share,
      "92%",
      "80% to 98%",
      .estimate,
      en: "trucks that arrive with an approved release form",
      zh: "到达时核放单已审核通过的车辆比例"
    ),
    Assumption(
      "paper wait",
      .time,
      "lognormal(mean = 25 min, sd = 20 min)",
      "10 min to 60 min",
      .estimate,
      en: "wait in the outer lot until a late release form is approved",
      zh: "核放单未就绪车辆在外停车场的等候时间"
    ),
    Assumption(
      "convoy size",
      .number,
      "discrete(1 = 80%, 2 = 12%, 3 = 2%, 4 = 2%, 5 = 2%, 6 = 2%)",
      "1 to 3",
      .estimate,
      en: "trucks that arrive together",
      zh: "同时到达的车辆数（车队规模）",
      use: .expansion
    ),
    Assumption(
      "empty share",
      .share,
      "50%",
      "40% to 60%",
      .estimate,
      en: "goods trucks that are empty one way, half of them on the way in",
      zh: "单程空驶的货运车辆比例，进出各半",
      use: .expansion
    ),
    Assumption(
      "aeo share",
      .share,
      "20%",
      "10% to 60%",
      .estimate,
      en: "declarations of advanced-certified firms, where no firms are named",
      zh: "未列明企业时，高级认证企业报关单比例",
      use: .expansion
    ),
    Assumption(
      "van length",
      .length,
      "6 m",
      "5 m to 7 m",
      .vehicles,
      en: "length of a 4.2 m van in a queue, without the gap",
      zh: "4.2米厢式货车排队占用长度（不含间距）"
    ),
    Assumption(
      "truck length",
      .length,
      "12 m",
      "10 m to 13 m",
      .vehicles,
      en: "length of a 9.6 m truck in a queue, without the gap",
      zh: "9.6米货车排队占用长度（不含间距）"
    ),
    Assumption(
      "semi length",
      .length,
      "18 m",
      "16 m to 19 m",
      .vehicles,
      en: "length of a container or semi-trailer truck in a queue, without the gap",
      zh: "集装箱车、半挂车排队占用长度（不含间距）"
    ),
    Assumption(
      "vehicle gap",
      .length,
      "2 m",
      "1 m to 4 m",
      .vehicles,
      en: "gap between vehicles in a queue",
      zh: "排队车辆间距"
    ),
    Assumption(
      "van dwell",
      .time,
      "lognormal(mean = 40 min, sd = 20 min)",
      "20 min to 90 min",
      .estimate,
      en: "stay of a van in the zone between the way in and the way out",
      zh: "4.2米厢式货车在区内停留时间"
    ),
    Assumption(
      "truck dwell",
      .time,
      "lognormal(mean = 75 min, sd = 35 min)",
      "40 min to 150 min",
      .estimate,
      en: "stay of a 9.6 m truck in the zone",
      zh: "9.6米货车在区内停留时间"
    ),
    Assumption(
      "semi dwell",
      .time,
      "lognormal(mean = 110 min, sd = 50 min)",
      "60 min to 240 min",
      .estimate,
      en: "stay of a container or semi-trailer truck in the zone",
      zh: "集装箱车、半挂车在区内停留时间"
    ),
    Assumption(
      "car dwell",
      .time,
      "lognormal(mean = 9 h, cv = 0.3)",
      "4 h to 10 h",
      .estimate,
      en: "stay of a private car in the zone",
      zh: "小客车在区内停留时间"
    ),
  ]

  /// What a lane takes and what it fails to read.
  static let lanes: [Assumption] = [
    Assumption(
      "automatic pass",
      .time,
      "lognormal(mean = 20 s, sd = 5 s)",
      "10 s to 40 s",
      .gateDesign,
      en: "time on the scale of an automatic lane: stop, weigh, read, compare",
      zh: "自动通道通过时间：停车、称重、识别、比对",
      use: .expansion
    ),
    Assumption(
      "contactless pass",
      .time,
      "lognormal(mean = 6 s, sd = 1.5 s)",
      "5 s to 10 s",
      .contactlessGate,
      en: "time in a contactless lane",
      zh: "无感通道通过时间",
      use: .expansion
    ),
    Assumption(
      "manual pass",
      .time,
      "lognormal(mean = 120 s, sd = 45 s)",
      "60 s to 300 s",
      .estimate,
      en: "time in a lane where an officer compares paper",
      zh: "人工验放通道通过时间"
    ),
    Assumption(
      "card pass",
      .time,
      "lognormal(mean = 5 s, cv = 0.3)",
      "3 s to 8 s",
      .estimate,
      en: "time of a car in a lane with a card or plate list",
      zh: "小客车通道刷卡或车牌识别通过时间",
      use: .expansion
    ),
    Assumption(
      "registered pass",
      .time,
      "lognormal(mean = 8 s, cv = 0.3)",
      "5 s to 15 s",
      .registeredGoods,
      en: "time in the lane of a truck with gate-registered goods",
      zh: "卡口登记货物车辆通过时间"
    ),
    Assumption(
      "clearance gap",
      .time,
      "uniform(4 s, 8 s)",
      "4 s to 8 s",
      .estimate,
      en: "time until the lane is clear for the next truck; none in contactless lanes",
      zh: "前车驶离至后车可上磅的间隔，无感通道不计",
      use: .expansion
    ),
    Assumption(
      "unread plate",
      .share,
      "1%",
      "0.3% to 3%",
      .gateDesign,
      en: "trucks whose plate is not read, or read wrongly",
      zh: "车牌未识别或识别错误的比例",
      use: .expansion
    ),
    Assumption(
      "unread container",
      .share,
      "5%",
      "1% to 6%",
      .gateDesign,
      en: "container trucks whose container number is not read, or read wrongly",
      zh: "集装箱号未识别或识别错误的比例",
      use: .expansion
    ),
  ]
}
