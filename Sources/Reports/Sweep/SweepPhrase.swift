/// The fixed phrases about sweeps.
///
/// A part in braces, such as `{count}`, is filled in where the phrase is used.
enum SweepPhrase: PhraseTable {
  // The head
  case sweepHead, sweepFactorial, sweepLatin, sweepOneAtATime
  // Tables
  case sweepPoint, sweepFactor, sweepValue, sweepMean, sweepEffect, sweepLow, sweepHigh,
    sweepChange, sweepRank
  case sweepPointsLeftOut, sweepFactorsLeftOut, sweepBase
  // What the tables mean
  case sweepMainNote, sweepLatinNote, sweepSwingNote, sweepExplained, sweepPooledNote
  // Sentences
  case sweepLargest, sweepLargestBetween, sweepThenNext, sweepDecides, sweepBetween, sweepNextIs,
    sweepNothingSeen, sweepRestUnseen
  case sweepAssumptionsLeft, sweepRecorded, sweepInterrupted

  var texts: (en: String, zh: String) {
    switch self {
    case .sweepHead:
      (
        "{design}: {points} design points, {replications} each, seed {seed}; all points see the same "
          + "trucks",
        "{design}：{points}个试验点，每点{replications}，随机种子{seed}；各点采用相同的随机数流"
      )
    case .sweepFactorial: ("full factorial", "全因子试验")
    case .sweepLatin: ("Latin hypercube, design seed {seed}", "拉丁超立方试验，抽样种子{seed}")
    case .sweepOneAtATime: ("one at a time", "单因素轮换试验")

    case .sweepPoint: ("point", "试验点")
    case .sweepFactor: ("factor", "因素")
    case .sweepValue: ("value", "取值")
    case .sweepMean: ("mean", "均值")
    case .sweepEffect: ("against the mean", "较总均值")
    case .sweepLow: ("from", "低位")
    case .sweepHigh: ("to", "高位")
    case .sweepChange: ("change", "变化量")
    case .sweepRank: ("by ranks", "秩相关")
    case .sweepPointsLeftOut:
      ("{count} more points are in the results file.", "其余{count}个试验点见结果文件。")
    case .sweepFactorsLeftOut:
      (
        "{count} more factors change it less; --format json has them all.",
        "其余{count}个因素影响更小；--format json 输出全部。"
      )
    case .sweepBase: ("{measure}: {value} as the scenario is", "{measure}：基线方案{value}")

    case .sweepMainNote:
      (
        "± {confidence} interval of each difference from the mean of all points, for all of them "
          + "together.",
        "±为各取值与总均值之差的{confidence}置信区间（全部区间同时成立）。"
      )
    case .sweepLatinNote:
      (
        "Change over the whole range by a straight line, ± {confidence} interval, for all of them "
          + "together; by ranks near 1 or −1 where the measure always rises or falls with the factor.",
        "变化量为线性拟合下全范围的变化，±为{confidence}置信区间（全部区间同时成立）；秩相关接近1或−1表示单调升降。"
      )
    case .sweepSwingNote:
      (
        "± {confidence} interval of each change, for all of them together. Bars: ░ with the first "
          + "value, █ with the last, │ the scenario as it is.",
        "±为各变化量的{confidence}置信区间（全部区间同时成立）。条形：░首个取值，█末个取值，│基线方案。"
      )
    case .sweepExplained:
      (
        "Straight lines explain {share} of the differences of {measure} between the points.",
        "线性关系可解释各试验点{measure}差异的{share}。"
      )
    case .sweepPooledNote:
      (
        "{measure}: one replication has too few observations; effects are differences of the "
          + "quantiles within replications.",
        "{measure}：单次仿真观测数不足，效应按各次仿真内的分位值之差计算。"
      )

    case .sweepLargest:
      (
        "{measure} depends most on {factor}: {change} from {low} to {high}",
        "对{measure}影响最大的是{factor}：由{low}至{high}变化{change}"
      )
    case .sweepLargestBetween:
      (
        "{measure} depends most on {factor}: {a} at {low}, {b} at {high}",
        "对{measure}影响最大的是{factor}：取{low}时{a}，取{high}时{b}"
      )
    case .sweepThenNext: ("; next: {factors}.", "；其次为{factors}。")
    case .sweepDecides:
      (
        "Of the {count} assumptions {name} decides {measure}: between {low} and {high} it moves from "
          + "{a} to {b}",
        "{count}项假设中，{name}对{measure}起决定作用：由{low}至{high}，其值由{a}变为{b}"
      )
    case .sweepBetween: ("{name} (from {a} to {b})", "{name}（由{a}至{b}）")
    case .sweepNextIs: ("; the next is {next}", "；其次为{next}")
    case .sweepNothingSeen:
      (
        "None of the {count} factors changes {measure} in a way that can be seen with {replications}.",
        "在{replications}下，{count}个因素对{measure}均无可辨识的影响。"
      )
    case .sweepRestUnseen:
      (
        "For {count} of {all} no change of it can be seen with {replications}.",
        "在{replications}下，{all}项中有{count}项无可辨识的影响。"
      )
    case .sweepAssumptionsLeft:
      (
        "Left as they are, as their stated range cannot be set here: {names}.",
        "下列假设的取值范围在本方案中无法设定，保持不变：{names}。"
      )
    case .sweepRecorded:
      (
        "Recorded in {database} as experiment {experiment} (view sweepResults).",
        "已记录于{database}，试验编号{experiment}（视图 sweepResults）。"
      )
    case .sweepInterrupted:
      (
        "interrupted after {done} of {all} design points; what is complete is in {database}, and the "
          + "same command goes on from there",
        "已中断：完成{all}个试验点中的{done}个；已完成部分保存在{database}，再次执行同一命令即可继续"
      )
    }
  }
}

extension Wording {
  /// A phrase with its parts in braces filled in.
  ///
  /// - Precondition: there is a value for each part.
  func callAsFunction(
    _ phrase: SweepPhrase,
    _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    fill(phrase.text(language), "\(phrase)", values)
  }
}
