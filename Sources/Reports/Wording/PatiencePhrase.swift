/// The fixed phrases about trucks that give up waiting or do not join a queue.
///
/// A part in braces, such as `{law}`, is filled in where the phrase is used.
enum PatiencePhrase: PhraseTable {
  // What a scenario says
  case patience, balks, leavesSystem, leavers, leaversGoOn, leaversNotCounted
  // Results
  case renegedShare, traceGaveUp

  var texts: (en: String, zh: String) {
    switch self {
    case .patience: ("gives up after waiting for: {law}", "最长等待时间（超过即放弃）：{law}")
    case .balks:
      ("does not join behind more than {count}", "前面排队超过{count}时不再加入")
    case .leavesSystem: ("who gives up leaves the system", "放弃者离场")
    case .leavers: ("who leaves without service:", "未经办理而离开的车辆：")
    case .leaversGoOn: ("who leaves without service goes on", "未经办理而离开的车辆继续后续步骤")
    case .leaversNotCounted: ("giving up not counted", "未计放弃排队")
    case .renegedShare: ("gave up", "放弃率")
    case .traceGaveUp: ("It leaves at {time}, having given up.", "该车放弃排队，于{time}离开。")
    }
  }
}

extension Wording {
  /// A phrase with its parts in braces filled in.
  ///
  /// - Precondition: there is a value for each part.
  func callAsFunction(
    _ phrase: PatiencePhrase,
    _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    fill(phrase.text(language), "\(phrase)", values)
  }
}
