/// The fixed phrases about teams.
///
/// A part in braces, such as `{stations}`, is filled in where the phrase is used.
enum TeamPhrase: PhraseTable {
  case heading, membersByTheClock, servesAt, picksLongestWait, picksInOrder
  case shiftFinishes, shiftReturns, sharesStations
  case servedByTeams, people, rosterOf, breaks, onShift, inUse, overtime, teamsLeftOut

  var texts: (en: String, zh: String) {
    switch self {
    case .heading: ("Teams", "班组")
    case .membersByTheClock: ("members by the clock: {shifts}", "按班次在岗：{shifts}")
    case .servesAt: ("serve at {stations}", "服务于{stations}")
    case .picksLongestWait:
      ("go on with whoever has waited longest", "空闲时先办等候最久的")
    case .picksInOrder: ("go on in this order of stations", "空闲时按此顺序选择作业点")
    case .shiftFinishes:
      ("who goes off shift finishes the truck", "下班前办完手中车辆（计为加班）")
    case .shiftReturns:
      ("who goes off shift sends the truck back to the queue", "下班时手中车辆退回队首")
    case .servedByTeams: ("members of teams serve", "由班组服务")
    case .people: ("People", "人员")
    case .rosterOf: ("on this roster: {officers}", "本班人员：{officers}")
    case .breaks: ("breaks {hours}", "休息{hours}")
    case .onShift: ("on shift h", "在岗小时")
    case .inUse: ("at work", "工作占比")
    case .overtime: ("overtime h", "加班小时")
    case .teamsLeftOut: ("and {count} more", "另有{count}个班组")
    case .sharesStations:
      ("no load: other teams serve its stations too", "其作业点另有班组服务，不单独测算负荷")
    }
  }
}

extension Wording {
  /// A phrase about teams with its parts filled in.
  func callAsFunction(_ phrase: TeamPhrase, _ values: KeyValuePairs<String, String> = [:]) -> String
  {
    fill(phrase.text(language), "\(phrase)", values)
  }
}
