/// The fixed phrases about systems that are out.
enum OutagePhrase: PhraseTable {
  case outagesOf, plannedOutage, plannedOutages, randomOutages
  case outOfTime, recovery, recoveryMost, neverRecovered
  case held, passedByHand, typed, unweighed, weighedAside

  var texts: (en: String, zh: String) {
    switch self {
    case .outagesOf: ("outages of {system}: {facts}", "{system}故障：{facts}")
    case .plannedOutage: ("{instant} for {length}", "{instant}起{length}")
    case .plannedOutages: ("{count} by the clock, the first {first}", "定时{count}次，首次{first}")
    case .randomOutages:
      ("at random: {every} between them, {lasts} long", "随机发生：间隔{every}，每次{lasts}")
    case .outOfTime: ("Out: {system} {share} of the time", "{system}故障占{share}的时间")
    case .recovery:
      ("back to normal {time} after its end", "恢复后经{time}回到故障前水平")
    case .recoveryMost: ("at most {time}", "最长{time}")
    case .neverRecovered: ("not back to normal by the end", "至仿真结束仍未回到故障前水平")
    case .held: ("held {count}", "等待恢复{count}次")
    case .passedByHand: ("by hand {count}", "人工办理{count}次")
    case .typed: ("typed {count}", "人工录入{count}次")
    case .unweighed: ("not weighed {count}", "未过磅{count}次")
    case .weighedAside: ("weighed aside {count}", "其他地磅过磅{count}次")
    }
  }
}

extension Wording {
  /// A phrase with its parts in braces filled in.
  ///
  /// - Precondition: there is a value for each part.
  func callAsFunction(
    _ phrase: OutagePhrase,
    _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    fill(phrase.text(language), "\(phrase)", values)
  }
}
