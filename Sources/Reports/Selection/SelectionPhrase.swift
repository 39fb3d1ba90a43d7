/// What `kakou size` says of the best of several designs.
enum SelectionPhrase: PhraseTable {
  // Table
  case leastTitle, greatestTitle, replicationsTitle, verdictTitle
  case best, leads, dropped, left, misses

  // Sentences
  case chosen, leading, sure, likely, likelyWithin, undecided, needed, rough, effort,
    selectionRecorded
  case nothingKeeps, nearestDesign, keepsTargets, tooClose
  case selectionInterrupted, progress, progressBudget

  // Faults
  case choiceFault, noChoice, oneDesign, tooManyDesigns, noIndifference, needsMeasure, indifference
  case indifferenceNotPositive, confidenceTooLow, budgetTooSmall, noValue
  case malformed, emptyRange, emptyValue, valueTwice, tooMany, hasCost, keyTwice, refused
}

extension SelectionPhrase {
  var texts: (en: String, zh: String) {
    switch self {
    case .leastTitle:
      (
        "{scenario}: the design with the least {measure}, of {count}",
        "{scenario}：{count}个配置中{measure}最小者"
      )
    case .greatestTitle:
      (
        "{scenario}: the design with the greatest {measure}, of {count}",
        "{scenario}：{count}个配置中{measure}最大者"
      )
    case .replicationsTitle: ("replications", "仿真次数")
    case .verdictTitle: ("verdict", "结论")
    case .best: ("best", "最优")
    case .leads: ("leads", "暂居首位")
    case .dropped: ("dropped", "淘汰")
    case .misses: ("misses a target", "未达目标")
    case .left: ("still in", "尚未淘汰")

    case .chosen:
      ("{settings} is the best: {measure} is {estimate}.", "最优配置：{settings}，{measure}为{estimate}。")
    case .leading:
      ("{settings} leads: {measure} is {estimate}.", "暂居首位：{settings}，{measure}为{estimate}。")
    case .sure:
      (
        "That is at least {confidence} sure if every other design is worse by {zone} or more; one"
          + " that is nearer would do as well.",
        "若其余配置均至少差{zone}，上述结论的置信度不低于{confidence}；差距更小的配置可视为同样好。"
      )
    case .likely:
      (
        "The chance that it is the best is estimated as {probability}.",
        "其确为最优的概率估计为{probability}。"
      )
    case .likelyWithin:
      (
        "The chance that no other is better by more than {zone} is estimated as {probability}.",
        "没有其他配置比它好{zone}以上的概率估计为{probability}。"
      )
    case .undecided:
      (
        "Not decided: after {replications} {count} designs are still in.",
        "尚未分出高下：{replications}后仍有{count}个配置未淘汰。"
      )
    case .needed:
      (
        "With --replications {needed} it would be decided at the latest; a wider --indifference"
          + " decides sooner.",
        "最迟用 --replications {needed} 可分出高下；放宽 --indifference 可更快得出结论。"
      )
    case .rough:
      (
        "A replication has too few trucks for this quantile to be exact: what is compared is the mean"
          + " over the replications of each one's own quantile.",
        "单次仿真的车辆太少，不足以精确估计该分位数：所比较的是各次仿真各自分位数的平均值。"
      )
    case .effort:
      (
        "{replications} in all, under common random numbers, seed {seed}. The intervals (±, 95%) are"
          + " those of each design alone.",
        "合计{replications}，采用公共随机数，随机种子{seed}。±后为各配置各自95%置信区间的半宽。"
      )
    case .nothingKeeps:
      ("No combination of the levers keeps the targets.", "没有任何组合能满足目标。")
    case .nearestDesign: ("{settings} comes nearest.", "最接近的是{settings}。")
    case .keepsTargets:
      (
        "Only designs that keep the targets were compared; the confidence holds for both together.",
        "仅比较能满足目标的配置；上述置信度对两项判断同时成立。"
      )
    case .tooClose:
      (
        "Where an estimate is too close to a target to call, it counts as it stands.",
        "个别估计值过于接近目标、无法断定的，按估计值计。"
      )
    case .selectionRecorded:
      ("Recorded in {database} as experiment {number}.", "已记录于{database}，实验编号{number}。")
    case .selectionInterrupted:
      (
        "Interrupted. What is complete is in {database}; the same command goes on from there.",
        "已中断。已完成的部分保存在{database}；再次运行同一命令即可继续。"
      )
    case .progress:
      (
        "{survivors} of {designs} designs left, replication {number}",
        "剩余{survivors}个配置（共{designs}个），第{number}次仿真"
      )
    case .progressBudget:
      (
        "{designs} designs, {number} of {wanted} replications",
        "{designs}个配置，已仿真{number}次（共{wanted}次）"
      )

    case .choiceFault: ("--lever {text}: {fault}", "--lever {text}：{fault}")
    case .noChoice:
      (
        "there is nothing to choose from; give --lever KEY=[A, B, C] or --lever KEY=LOW..HIGH, such"
          + " as --lever stations.gate.servers=2..8",
        "没有可选的内容；请用 --lever 键=[甲, 乙, 丙] 或 --lever 键=下限..上限，如 --lever stations.gate.servers=2..8"
      )
    case .oneDesign:
      (
        "the levers leave one design, so there is nothing to choose; give one of them a second value",
        "各可选项只有一种组合，无可选择；请至少给出两个取值"
      )
    case .tooManyDesigns:
      (
        "the levers have more than {limit} combinations; give them fewer values",
        "各可选项的组合超过{limit}种；请减少取值"
      )
    case .noIndifference:
      (
        "say which difference does not matter, as in --indifference \"30 s\", or how many"
          + " replications there may be in all, as in --budget 500",
        "请给出可忽略的差距，如 --indifference \"30 s\"，或总仿真次数，如 --budget 500"
      )
    case .needsMeasure:
      (
        "{option} goes with --minimise MEASURE or --maximise MEASURE",
        "{option}须与 --minimise 指标 或 --maximise 指标 同用"
      )
    case .indifference:
      ("--indifference for {measure}: {fault}", "{measure}的 --indifference：{fault}")
    case .indifferenceNotPositive:
      (
        "--indifference is {found}; a difference that does not matter must be above zero",
        "--indifference为{found}；可忽略的差距须大于0"
      )
    case .confidenceTooLow:
      (
        "--confidence {confidence} is what choosing blindly among {designs} designs would reach; ask"
          + " for more",
        "--confidence {confidence}过低：在{designs}个配置中随意挑选即可达到；请提高"
      )
    case .budgetTooSmall:
      (
        "--budget {found} is too small: {designs} designs need at least {least} replications in all",
        "--budget {found}太小：{designs}个配置合计至少需要{least}次仿真"
      )
    case .noValue:
      (
        "with {settings} {measure} has no value in replication {replication}; nothing that it counts"
          + " happens there",
        "{settings}时，{measure}在第{replication}次仿真中没有数值；其统计的事件没有发生"
      )
    case .malformed:
      (
        "this is no lever; write KEY=LOW..HIGH or KEY=[A, B, C], as in stations.gate.queue=[fifo, lifo]",
        "写法不对；请写作 键=下限..上限 或 键=[甲, 乙, 丙]，如 stations.gate.queue=[fifo, lifo]"
      )
    case .emptyRange:
      (
        "the range from {low} to {high} is empty; the smaller number comes first",
        "从{low}到{high}的范围为空；较小的数应在前"
      )
    case .emptyValue: ("a value of the list is missing", "列表中缺少取值")
    case .valueTwice: ("{value} stands twice in the list", "列表中{value}出现了两次")
    case .tooMany: ("a range has at most {limit} numbers here", "此处范围内最多{limit}个数")
    case .hasCost:
      (
        "a cost (@) counts where --target asks for what is cheapest; here the measure decides",
        "单位成本（@）仅用于按 --target 求最小成本；此处由指标决定"
      )
    case .keyTwice:
      ("{key} has a lever already; give one for each key", "{key}已有设定；每个键只能给一次")
    case .refused:
      ("the scenario does not take {value}: {problems}", "方案不接受{value}：{problems}")
    }
  }
}

extension Wording {
  /// A phrase with its parts in braces filled in.
  ///
  /// - Precondition: there is a value for each part.
  func callAsFunction(
    _ phrase: SelectionPhrase,
    _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    fill(phrase.text(language), "\(phrase)", values)
  }
}
