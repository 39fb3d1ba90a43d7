import ScenarioFiles
import Studies

/// The fixed phrases about rosters by the hour.
///
/// A part in braces, such as `{place}`, is filled in where the phrase is used.
enum RosterPhrase: PhraseTable {
  case rosterTitle, rosterHour, rosterArrivals, rosterServers, rosterFewer
  case rosterFloorProven, rosterFloorClose, rosterFloorLowest, rosterFloorInfeasible
  case rosterAnswer, rosterSame, rosterProven, rosterClose, rosterNotEnough, rosterNotEnoughHours
  case rosterDaily, rosterUse, rosterEffort
  case rosterNotByHour, rosterHasCost, rosterNeverOpen, rosterNoWait, rosterFault

  var texts: (en: String, zh: String) {
    switch self {
    case .rosterTitle:
      (
        "{scenario}: the least {key} by the hour with {targets}",
        "{scenario}：满足{targets}的分时段最小{key}"
      )
    case .rosterHour: ("hour", "时段")
    case .rosterArrivals: ("arrivals/h", "到达/小时")
    case .rosterServers: ("number", "数量")
    case .rosterFewer: ("one less", "再减一")
    case .rosterFloorProven: ("not enough", "不满足")
    case .rosterFloorClose: ("too close: not enough", "临界：不满足")
    case .rosterFloorLowest: ("not allowed", "已至下限")
    case .rosterFloorInfeasible: ("–", "–")
    case .rosterAnswer:
      (
        "{hours} a day instead of {constant} with {number} all day: {saved} saved ({share}).",
        "每日共{hours}，全天固定{number}则需{constant}：节省{saved}（{share}）。"
      )
    case .rosterSame:
      (
        "No hour can do with less than the {number} that are needed all day: {constant} a day.",
        "任何时段都不能少于全天固定的{number}：每日共{constant}。"
      )
    case .rosterProven:
      (
        "The roster keeps the targets, and no single hour can be lowered: all this together is "
          + "{confidence} sure. Another roster may have fewer hours in all.",
        "该排班满足目标，且任何单个时段都不能再减；以上结论同时成立的置信度为{confidence}。"
          + "不排除总工时更少的其他排班。"
      )
    case .rosterClose:
      (
        "What is too close to call rests on the estimate; all else is {confidence} sure. No single "
          + "hour was found that can be lowered. Another roster may have fewer hours in all.",
        "临界之处仅按估计值判断；其余结论同时成立的置信度为{confidence}。未发现可再减的单个时段。"
          + "不排除总工时更少的其他排班。"
      )
    case .rosterNotEnough:
      (
        "Even {number} all day do not keep the targets.",
        "全天{number}仍不能满足目标。"
      )
    case .rosterNotEnoughHours: ("They are missed in the hours {hours}.", "未满足的时段：{hours}。")
    case .rosterDaily: ("Over the whole day {measure} is {estimate}.", "全天{measure}为{estimate}。")
    case .rosterUse: ("To use it, under {place}:", "采用时，在{place}下写：")
    case .rosterEffort:
      (
        "{rosters} tried with {replications} in all; seed {seed}.",
        "共试{rosters}种排班，合计{replications}；种子{seed}。"
      )
    case .rosterNotByHour:
      (
        "{key} cannot change by the hour; the key must end in {allowed}",
        "{key}不能分时段；其末级键须为{allowed}之一"
      )
    case .rosterHasCost:
      (
        "every hour of a unit counts the same here; leave the cost out",
        "此处每单位每小时同等计算；请去掉成本"
      )
    case .rosterNeverOpen:
      ("at least one must be allowed", "上限至少为1")
    case .rosterNoWait:
      (
        "by the hour only waits are known; give a target such as \"gate.wait.p95 <= 10 min\"",
        "分时段只统计等候时间；请给出如“gate.wait.p95 <= 10 min”的目标"
      )
    case .rosterFault: ("--by-hour {text}: {fault}", "--by-hour {text}：{fault}")
    }
  }
}

extension Wording {
  /// A phrase about rosters by the hour with its parts filled in.
  func callAsFunction(
    _ phrase: RosterPhrase,
    _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    fill(phrase.text(language), "\(phrase)", values)
  }

  /// Why a roster by the hour cannot be asked for, in one sentence.
  func rosterFault(_ text: String, _ fault: RosterFault) -> String {
    let words =
      switch fault {
      case .notByHour(let key):
        self(
          RosterPhrase.rosterNotByHour,
          ["key": quoted(key), "allowed": list(RosterKey.allowed)]
        )
      case .hasCost: self(RosterPhrase.rosterHasCost)
      case .neverOpen: self(RosterPhrase.rosterNeverOpen)
      case .noWait: self(RosterPhrase.rosterNoWait)
      case .refused(let problems):
        // Both assignments of a roster may stumble over the same word.
        problems.problems.map { self.fault($0.fault) }
          .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
          .joined(separator: pick("; ", "；"))
      }
    return self(RosterPhrase.rosterFault, ["text": Self.printable(text), "fault": words])
  }
}
