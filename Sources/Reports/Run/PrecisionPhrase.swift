/// The fixed phrases about precision: how many replications it took, and what is refused.
///
/// A part in braces, such as `{measure}`, is filled in where the phrase is used.
enum PrecisionPhrase: PhraseTable {
  // Options
  case optionRequires, noIntervalOfMeasure
  // Results
  case reached, reachedAtOnce, notReached, notReachedBefore, widest, setAside, withinFloor,
    interruptedBefore

  var texts: (en: String, zh: String) {
    switch self {
    case .optionRequires: ("{option} means nothing without {other}", "{option}须与{other}一起使用")
    case .noIntervalOfMeasure:
      (
        "{measure} is one value of all replications and has no interval: no precision can be asked of it",
        "{measure}取自全部仿真，没有置信区间，不能要求精度"
      )
    case .reached:
      (
        "Precision of {asked} reached with {replications}; the last measure to reach it is {measure} (± {relative}).",
        "精度{asked}：经{replications}达到；最后达到的指标为{measure}（±{relative}）。"
      )
    case .reachedAtOnce:
      ("Precision of {asked} reached with {replications}.", "精度{asked}：经{replications}达到。")
    case .notReached:
      (
        "Precision of {asked} not reached with {replications}, the most allowed: {widest}; see --at-most.",
        "精度{asked}：仿真次数已达上限（{replications}）仍未达到：{widest}；可用--at-most放宽上限。"
      )
    case .notReachedBefore:
      (
        "Precision of {asked} not reached before the interruption; the same command goes on.",
        "精度{asked}：中断前尚未达到；再次执行同一命令即可继续。"
      )
    case .widest: ("{measure} has ± {relative}", "{measure}为±{relative}")
    case .setAside:
      (
        "Not waited for, since zero or without a value in every replication: {measures}.",
        "以下指标在各次仿真中均为零或无数据，不作精度要求：{measures}。"
      )
    case .withinFloor:
      (
        "Precise enough with a half-width of at most {floor}: {measures}.",
        "以下指标的半宽不超过{floor}，视为已达到：{measures}。"
      )
    case .interruptedBefore:
      ("Interrupted after {count}: what they say follows.", "已中断，仅完成{count}；以下为已完成部分的结果。")
    }
  }
}

extension Wording {
  /// A phrase with its parts in braces filled in.
  ///
  /// - Precondition: there is a value for each part.
  func callAsFunction(
    _ phrase: PrecisionPhrase,
    _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    fill(phrase.text(language), "\(phrase)", values)
  }
}
