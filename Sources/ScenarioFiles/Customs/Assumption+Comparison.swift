extension Assumption {
  /// What trucks weigh, what their forms say, and what is let pass.
  static let weights: [Assumption] = [
    Assumption(
      "tractor weight",
      .weight,
      "8.5 t",
      "7 t to 10 t",
      .vehicles,
      en: "weight of a tractor",
      zh: "牵引车自重"
    ),
    Assumption(
      "chassis weight",
      .weight,
      "5.5 t",
      "4 t to 8 t",
      .vehicles,
      en: "weight of a container chassis or semi-trailer",
      zh: "车架重量"
    ),
    Assumption(
      "box weight",
      .weight,
      "3.75 t",
      "2.2 t to 4.8 t",
      .vehicles,
      en: "tare of the container",
      zh: "集装箱自重"
    ),
    Assumption(
      "truck tare",
      .weight,
      "9.5 t",
      "7 t to 12 t",
      .vehicles,
      en: "tare of a 9.6 m truck",
      zh: "9.6米货车自重"
    ),
    Assumption(
      "van tare",
      .weight,
      "3.2 t",
      "2.5 t to 4.5 t",
      .vehicles,
      en: "tare of a 4.2 m van",
      zh: "4.2米厢式货车自重"
    ),
    Assumption(
      "semi goods",
      .weight,
      "normal(14 t, 6 t)",
      "5 t to 28 t",
      .vehicles,
      en: "gross weight of the goods of a container or semi-trailer truck",
      zh: "集装箱车、半挂车货物毛重"
    ),
    Assumption(
      "semi goods limit",
      .weight,
      "28 t",
      "20 t to 31 t",
      .vehicles,
      en: "most goods that a container or semi-trailer truck carries",
      zh: "集装箱车、半挂车货物重量上限"
    ),
    Assumption(
      "truck goods",
      .weight,
      "normal(5 t, 2.5 t)",
      "2 t to 10 t",
      .vehicles,
      en: "gross weight of the goods of a 9.6 m truck",
      zh: "9.6米货车货物毛重"
    ),
    Assumption(
      "van goods",
      .weight,
      "normal(0.8 t, 0.3 t)",
      "0.3 t to 1.5 t",
      .vehicles,
      en: "gross weight of the goods of a van",
      zh: "4.2米厢式货车货物毛重"
    ),
    Assumption(
      "weight limit",
      .weight,
      "49 t",
      "31 t to 49 t",
      .vehicles,
      en: "most that any truck may weigh with its goods",
      zh: "车货总重限值",
      use: .expansion
    ),
    Assumption(
      "honest weight error",
      .number,
      "0.006",
      "0.002 to 0.02",
      .estimate,
      en: "standard deviation of the measured weight, as a part of the true weight",
      zh: "地磅读数的标准差，占实际重量的比例"
    ),
    Assumption(
      "weight spread",
      .weight,
      "250 kg",
      "100 kg to 400 kg",
      .estimate,
      en: "most by which fuel and driver change the weight of a truck, either way",
      zh: "燃油、司机等造成的货车重量偏差上限（正负）"
    ),
    Assumption(
      "weight spread van",
      .weight,
      "120 kg",
      "50 kg to 200 kg",
      .estimate,
      en: "most by which fuel and driver change the weight of a van, either way",
      zh: "燃油、司机等造成的厢式货车重量偏差上限（正负）"
    ),
    Assumption(
      "misdeclared share",
      .share,
      "1%",
      "0.2% to 3%",
      .estimate,
      en: "loaded trucks whose form gives a wrong weight",
      zh: "申报重量不实的重车比例"
    ),
    Assumption(
      "misdeclared size",
      .number,
      "uniform(0.03, 0.12)",
      "0.03 to 0.12",
      .estimate,
      en: "by how much a wrong weight is wrong, either way, as a part of the theoretical weight",
      zh: "申报不实的偏差，占理论重量的比例（正负）"
    ),
    Assumption(
      "weight tolerance",
      .share,
      "3%",
      "2% to 10%",
      .estimate,
      en: "deviation from the theoretical weight that is let pass",
      zh: "重量比对允许误差"
    ),
    Assumption(
      "weight floor",
      .weight,
      "200 kg",
      "100 kg to 200 kg",
      .estimate,
      en: "deviation that is let pass whatever the truck weighs",
      zh: "重量比对允许误差下限"
    ),
    Assumption(
      "form fault share",
      .share,
      "2%",
      "0.5% to 3%",
      .estimate,
      en: "forms that do not fit the crossing: direction, gate, plate on the form, already used",
      zh: "核放单与过卡不符的比例：方向、卡口、车牌、已使用"
    ),
    Assumption(
      "stop order share",
      .share,
      "0.1%",
      "0% to 0.5%",
      .estimate,
      en: "trucks against which a stop order stands",
      zh: "被下达拦截指令的车辆比例"
    ),
  ]

  /// What happens when the comparison fails.
  static let replies: [Assumption] = [
    Assumption(
      "manual reply time",
      .time,
      "uniform(60 s, 180 s)",
      "60 s to 180 s",
      .estimate,
      en: "work of the control room on one mismatch: intercom, images, reply",
      zh: "监控中心处置一次比对不符的时间：对讲、看图、回复"
    ),
    Assumption(
      "turn-out extra time",
      .time,
      "uniform(4 min, 17 min)",
      "4 min to 17 min",
      .estimate,
      en: "time in the turn-out beside the reply: drive aside, wait, drive on",
      zh: "退出道内除人工回复外的时间：驶入、等候、驶离"
    ),
    Assumption(
      "reply amend",
      .share,
      "12%",
      "5% to 25%",
      .estimate,
      en: "mismatches answered with: amend the form and return; the rest may pass",
      zh: "人工回复为改单后重新过卡的比例，其余予以放行"
    ),
    Assumption(
      "reply open",
      .share,
      "3%",
      "1% to 8%",
      .estimate,
      en: "mismatches answered with: open for inspection",
      zh: "人工回复为开箱查验的比例"
    ),
    Assumption(
      "amend wait",
      .time,
      "lognormal(mean = 25 min, sd = 20 min)",
      "10 min to 60 min",
      .estimate,
      en: "time until an amended form is approved",
      zh: "核放单修改后重新审核通过的时间"
    ),
  ]
}
