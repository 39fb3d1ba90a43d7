extension Assumption {
  /// What is done by hand while a system is out.
  static let outages: [Assumption] = [
    Assumption(
      "network loss every",
      .time,
      "exponential(30 d)",
      "10 d to 90 d",
      .estimate,
      en: "time from the end of a loss of the network to the next, where none is given",
      zh: "网络中断的间隔时间（方案未给出时）",
      use: .expansion
    ),
    Assumption(
      "network loss lasts",
      .time,
      "uniform(5 min, 60 min)",
      "5 min to 60 min",
      .estimate,
      en: "length of a loss of the network, where none is given",
      zh: "每次网络中断的时长（方案未给出时）",
      use: .expansion
    ),
    Assumption(
      "typing time",
      .time,
      "uniform(30 s, 90 s)",
      "20 s to 120 s",
      .estimate,
      en: "an officer's work on one truck whose plate and container cannot be read",
      zh: "识别故障时人工录入一车车牌、箱号的时间"
    ),
    Assumption(
      "weigh aside time",
      .time,
      "uniform(5 min, 15 min)",
      "3 min to 30 min",
      .estimate,
      en: "time for weighing on another scale, with the way there and back",
      zh: "改用其他地磅过磅的时间（含往返）"
    ),
    Assumption(
      "manual check time",
      .time,
      "lognormal(mean = 4 min, sd = 2 min)",
      "2 min to 15 min",
      .estimate,
      en: "the document office's check by hand of a truck whose form cannot be submitted",
      zh: "无法申报时单证岗位人工审核一车单证的时间"
    ),
    Assumption(
      "manual record time",
      .time,
      "lognormal(mean = 3 min, sd = 2 min)",
      "1 min to 15 min",
      .estimate,
      en: "entering one record later that was made on paper during an outage",
      zh: "故障恢复后补录一份纸质记录的时间"
    ),
  ]
}
