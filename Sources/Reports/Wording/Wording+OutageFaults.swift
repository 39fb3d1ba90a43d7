import ScenarioFiles

extension Wording {
  /// The sentence of a fault.
  func fault(_ fault: OutageFault) -> String {
    switch fault {
    case .notAnInstant(let text):
      return pick(
        "\(quoted(text)) is no instant; write it like 2024-03-05 09:00, mon-fri 09:00, 09:00 for every "
          + "day, or 33 h from the start",
        "\(quoted(text))不是有效时刻；请写作2024-03-05 09:00、mon-fri 09:00、09:00（每天）或33 h（自起始时刻起）"
      )
    case .outsideRun(let text):
      return pick(
        "\(quoted(text)) lies outside the run",
        "\(quoted(text))不在仿真时段内"
      )
    case .withoutEnd(let text):
      return pick(
        "\(quoted(text)) comes every day, and this run has no last one; give \"runs for\"",
        "\(quoted(text))每天出现，而本方案没有结束时间；请写明“runs for”"
      )
    case .overlap(let kind, let line, let from, let until):
      let (begin, end) = (quantities.length(from), quantities.length(until))
      return pick(
        "this outage of \(quoted(kind)) begins \(begin) after the start; the one in line \(line) lasts "
          + "until \(end)",
        "该项“\(kind)”故障始于起始后\(begin)；第\(line)行的故障持续至\(end)，两者重叠"
      )
    case .secondRandom(let kind):
      return pick(
        "\(quoted(kind)) has outages at random already; give one \"every\" for a system",
        "\(quoted(kind))已有随机故障；每个系统只能写一个“every”"
      )
    case .otherFallback(let word, let other, let kind):
      return pick(
        "\(quoted(kind)) has the fallback \(quoted(other)) already and cannot have \(quoted(word)) too: "
          + "a system has one",
        "\(quoted(kind))的应急方式已为\(quoted(other))，不能再写\(quoted(word))：每个系统只有一种"
      )
    }
  }

  /// The name of a system that may be out.
  func system(_ name: String) -> String {
    switch name {
    case "single window": pick("the single window", "单一窗口")
    case "power": pick("the power", "供电")
    case "network": pick("the network", "网络")
    case "recognition": pick("recognition", "识别系统")
    case "scale": pick("the scale", "地磅")
    default: name
    }
  }

  /// What is done while a system is out.
  func meanwhile(_ system: String, _ fallback: String) -> String {
    switch (system, fallback) {
    case ("single window", "hold"): pick("papers wait until it works", "单证等待系统恢复")
    case ("single window", _):
      pick("the document office checks papers by hand", "单证岗位人工审核放行，事后补录")
    case ("power", "hold"), ("network", "hold"): pick("trucks stand in the lanes", "车辆在通道内等待")
    case ("power", _):
      pick("the control room lifts the barriers by hand", "控制室人工抬杆放行，事后补录")
    case ("network", _):
      pick("the control room compares by hand", "控制室人工比对放行，事后补录")
    case ("recognition", _):
      pick("the control room types plates and containers", "控制室人工录入车牌、箱号")
    case ("scale", "weigh aside"):
      pick("trucks are weighed on another scale", "改用其他地磅过磅")
    default: pick("trucks pass without being weighed", "不过磅放行")
    }
  }
}
