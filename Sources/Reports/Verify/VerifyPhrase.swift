/// The fixed phrases of `kakou verify`.
///
/// A part in braces, such as `{id}`, is filled in where the phrase is used.
enum VerifyPhrase: PhraseTable {
  // The table of values
  case caseTitle, valueTitle, unitTitle, exactTitle, estimateTitle, intervalTitle, halfWidthTitle
  case verdictTitle
  case covered, coveredAgain, missed, tooWide, exact, notExact, within, withinAgain, outside

  // The end
  case counts, oneCount, chance, effort, agrees, disagrees, oneFailure, again, againWithin
  case verifyInterrupted

  // The comparison of numbers of workers
  case scenarioTitle, eventsTitle, fingerprintTitle, underWorkers, equal, differs, workersTitle
  case allEqual, notEqual, workersInterrupted

  // Progress and options
  case caseOf, caseAgain, unknownCase, notWorkers, filesAlone

  var texts: (en: String, zh: String) {
    switch self {
    // Names and models of cases are the notation of queueing theory in both languages.
    case .caseTitle: ("{id}: {model}", "{id}（{model}）")
    case .valueTitle: ("value", "数值")
    case .unitTitle: ("unit", "单位")
    case .exactTitle: ("exact", "理论值")
    case .estimateTitle: ("estimate", "估计值")
    case .intervalTitle: ("99.9% interval", "99.9%置信区间")
    case .halfWidthTitle: ("±", "±半宽")
    case .verdictTitle: ("verdict", "结论")
    case .covered: ("covered", "覆盖")
    case .coveredAgain: ("covered again", "复验覆盖")
    case .missed: ("missed", "未覆盖")
    case .tooWide: ("too wide", "区间过宽")
    case .exact: ("exact", "相等")
    case .notExact: ("not exact", "不相等")
    case .within: ("within", "范围内")
    case .withinAgain: ("within again", "复验在范围内")
    case .outside: ("outside", "超出范围")

    case .counts:
      ("Cases: {cases}. Values: {values}; {counts}.", "共{cases}个算例、{values}个数值：{counts}。")
    case .oneCount: ("{verdict}: {count}", "{verdict}{count}个")
    case .chance:
      (
        "By chance alone {alarms} of so many 99.9% intervals would miss.",
        "即使程序无误，这些99.9%置信区间中平均也有{alarms}个因偶然而未覆盖理论值。"
      )
    case .effort:
      (
        "Seed {seed}; {trucks} trucks in {time}.",
        "随机种子{seed}；共仿真车辆{trucks}辆次，用时{time}。"
      )
    case .again:
      (
        "Covered again: the figures are those of seed {seed}, after a miss by chance under seed {first}.",
        "“复验覆盖”：随机种子{first}时偶然未覆盖，所列为随机种子{seed}的结果。"
      )
    case .againWithin:
      (
        "Within again: the figures are those of seed {seed}, after a chance excess under seed {first}.",
        "“复验在范围内”：随机种子{first}时偶然超出范围，所列为随机种子{seed}的结果。"
      )
    case .agrees: ("The engine agrees with theory.", "仿真结果与理论值相符。")
    case .disagrees:
      ("The engine does not agree with theory: {failures}.", "仿真结果与理论值不符：{failures}。")
    case .oneFailure: ("{id} {value} ({verdict})", "{id}的{value}（{verdict}）")
    case .verifyInterrupted:
      (
        "Interrupted: {count} of {total} cases were simulated; all figures rest on them.",
        "验证已中断：共{total}个算例，已完成{count}个，以下结果均据此得出。"
      )

    case .scenarioTitle: ("scenario", "方案")
    case .eventsTitle: ("events", "事件")
    case .fingerprintTitle: ("fingerprint", "指纹")
    case .underWorkers: ("with {workers} workers", "并行数{workers}")
    case .equal: ("equal", "一致")
    case .differs: ("differs", "不一致")
    case .workersTitle: ("  with {workers}", "  并行数{workers}")
    case .allEqual:
      (
        "Scenarios: {count}. Fingerprints and measures are the same with {workers} workers ({time}).",
        "共{count}个方案：并行数为{workers}时，指纹与各项指标完全一致（用时{time}）。"
      )
    case .notEqual:
      (
        "Results depend on the number of workers: {scenarios}.",
        "结果随并行数变化：{scenarios}。"
      )
    case .workersInterrupted:
      (
        "Interrupted: {count} of {total} scenarios were compared.",
        "比较已中断：共{total}个方案，已比较{count}个。"
      )

    case .caseOf: ("case {number} of {total}: {id}", "第{number}个算例（共{total}个）：{id}")
    case .caseAgain:
      ("case {number} of {total}: {id} again", "第{number}个算例（共{total}个）：复验{id}")
    case .unknownCase:
      ("--case: there is no case {id}; there are: {names}", "--case：没有算例{id}；可用：{names}")
    case .notWorkers:
      (
        "--workers: {found} is neither a number of workers nor several, such as 1,2,8",
        "--workers：{found}不是并行数，也不是多个并行数；应写成8或1,2,8"
      )
    case .filesAlone:
      (
        "a scenario file is compared under several numbers of workers; give --workers 1,2,8",
        "方案文件只用于比较不同并行数；请同时给出 --workers 1,2,8"
      )
    }
  }
}

extension Wording {
  /// A phrase with its parts in braces filled in.
  ///
  /// - Precondition: there is a value for each part.
  func callAsFunction(
    _ phrase: VerifyPhrase,
    _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    fill(phrase.text(language), "\(phrase)", values)
  }

  /// How far a verification is: `case 12 of 110: A-MM1-0.9`.
  public func progress(number: Int, of total: Int, id: String, isAgain: Bool = false) -> String {
    let values: KeyValuePairs = ["number": "\(number)", "total": "\(total)", "id": id]
    return self(isAgain ? VerifyPhrase.caseAgain : .caseOf, values)
  }
}
