/// What `kakou size` says.
enum SizePhrase: PhraseTable {
  // Table
  case title, mostTitle, costTitle, replicationsTitle, sizeVerdictTitle
  case feasible, infeasible, closelyFeasible, closelyInfeasible, overloaded

  // Sentences
  case enough, enoughByEstimate, notEnough, notEnoughByEstimate, notEnoughOverloaded
  case carries, carriesByEstimate, carriesNot, carriesNotByEstimate, carriesNotOverloaded
  case carriesAll, lowest, finding, withinBand, afterReplications
  case nothing, nothingGrows, nearest, nearestOff, overloadedAll
  case contradiction, allTried, sure, sureNothing, notProven, sizeEffort, sizeRecorded,
    sizeInterrupted,
    progress

  // Parts
  case timesDemand, serversAt, sizeAtMost, atLeast

  // Faults
  case leverFault, targetFault, growthFault, noLever, noTarget, tooManyPoints
  case leverMalformed, emptyRange, emptyGrowth, costNotPositive, leverTwice, sizeRefused
  case targetMalformed, targetValue, sizeNoInterval, noValue, noStandards
  case growthMalformed, noStart
}

extension SizePhrase {
  var texts: (en: String, zh: String) {
    switch self {
    case .title: ("{scenario}: the least cost with {targets}", "{scenario}：满足{targets}的最小配置")
    case .mostTitle:
      ("{scenario}: the most {key} with {targets}", "{scenario}：满足{targets}时可承受的最大{key}")
    case .costTitle: ("cost", "成本")
    case .replicationsTitle: ("replications", "仿真次数")
    case .sizeVerdictTitle: ("verdict", "结论")
    case .feasible: ("enough", "满足")
    case .infeasible: ("not enough", "不满足")
    case .closelyFeasible: ("too close: enough", "临界：满足")
    case .closelyInfeasible: ("too close: not enough", "临界：不满足")
    case .overloaded: ("{place} overloaded, {load}", "{place}过载，负荷{load}")

    case .enough: ("{settings}: enough. {findings}.", "{settings}：可满足目标。{findings}。")
    case .enoughByEstimate:
      (
        "{settings}: enough by the estimate, though too close to call. {findings}.",
        "{settings}：按估计值可满足目标，但处于临界，无法断定。{findings}。"
      )
    case .notEnough: ("{settings}: not enough. {findings}.", "{settings}：不能满足目标。{findings}。")
    case .notEnoughByEstimate:
      (
        "{settings}: not enough by the estimate, though too close to call. {findings}.",
        "{settings}：按估计值不能满足目标，但处于临界，无法断定。{findings}。"
      )
    case .notEnoughOverloaded:
      (
        "{settings}: not enough. {place} is asked for {load} of what it can do.",
        "{settings}：不能满足目标。{place}的负荷达{load}。"
      )
    case .carries: ("{settings}: carried. {findings}.", "{settings}：可承受。{findings}。")
    case .carriesByEstimate:
      (
        "{settings}: carried by the estimate, though too close to call. {findings}.",
        "{settings}：按估计值可承受，但处于临界，无法断定。{findings}。"
      )
    case .carriesNot: ("{settings}: not carried. {findings}.", "{settings}：不可承受。{findings}。")
    case .carriesNotByEstimate:
      (
        "{settings}: not carried by the estimate, though too close to call. {findings}.",
        "{settings}：按估计值不可承受，但处于临界，无法断定。{findings}。"
      )
    case .carriesNotOverloaded:
      (
        "{settings}: not carried. {place} is asked for {load} of what it can do.",
        "{settings}：不可承受。{place}的负荷达{load}。"
      )
    case .carriesAll: ("No larger number was tried.", "未再试更大的数值。")
    case .lowest: ("Less is not allowed by the ranges.", "已是范围内的最小值。")
    case .finding: ("{measure} is {estimate}, {limit} wanted", "{measure}为{estimate}，目标{limit}")
    case .withinBand:
      (
        "{measure} is {estimate}, within {tolerance} of the limit, {limit} wanted",
        "{measure}为{estimate}，与限值相差不到{tolerance}，目标{limit}"
      )
    case .afterReplications:
      (
        "{measure} is {estimate} even after {replications}, {limit} wanted",
        "{measure}经{replications}后仍为{estimate}，目标{limit}"
      )
    case .nothing:
      ("Nothing within the ranges keeps the targets.", "范围内没有任何配置能满足目标。")
    case .nothingGrows:
      (
        "The targets are not kept with any {key} that was tried.",
        "试过的{key}取值均不能满足目标。"
      )
    case .nearest:
      ("The nearest was {settings}: {findings}.", "最接近的是{settings}：{findings}。")
    case .nearestOff:
      (
        "{measure} is {estimate}, {limit} wanted: {share} of the limit off",
        "{measure}为{estimate}，目标{limit}，差限值的{share}"
      )
    case .overloadedAll:
      (
        "Even with {settings} {place} is asked for {load} of what it can do.",
        "即使{settings}，{place}的负荷仍达{load}。"
      )
    case .contradiction:
      (
        "More is not always better here: with {feasible} the targets are kept, with {infeasible} they"
          + " are not. Therefore all that is cheaper was tried in the order of cost.",
        "此处并非越多越好：{feasible}满足目标，{infeasible}却不满足。因此更便宜的配置均已按成本逐一试过。"
      )
    case .allTried:
      (
        "More was not taken to be better: all that is cheaper was tried, in the order of cost.",
        "未假定越多越好：更便宜的配置均已按成本逐一试过。"
      )
    case .sure:
      (
        "All this together is {confidence} sure.",
        "以上结论同时成立的置信度为{confidence}。"
      )
    case .sureNothing:
      ("That is {confidence} sure.", "该结论的置信度为{confidence}。")
    case .notProven:
      (
        "What is too close to call rests on the estimate; all else is {confidence} sure.",
        "临界之处仅按估计值判断；其余结论同时成立的置信度为{confidence}。"
      )
    case .sizeEffort:
      (
        "{points} tried, {replications} in all, seed {seed}. The half-widths (±) are those of the"
          + " tests, which share the error.",
        "共试{points}，合计{replications}，随机种子{seed}。±后为各次检验的半宽，误差在各次检验之间分摊。"
      )
    case .sizeRecorded:
      ("Recorded in {database} as experiment {number}.", "已记录于{database}，实验编号{number}。")
    case .sizeInterrupted:
      (
        "Interrupted. What is complete is in {database}; the same command goes on from there.",
        "已中断。已完成的部分保存在{database}；再次运行同一命令即可继续。"
      )
    case .progress:
      (
        "point {number}: {settings}, {replications}",
        "第{number}个配置：{settings}，{replications}"
      )

    case .timesDemand: ("{factor} times the demand", "需求增至{factor}倍")
    case .serversAt: ("{count} at {place}", "{place}设{count}")
    case .sizeAtMost: ("at most {limit}", "不超过{limit}")
    case .atLeast: ("at least {limit}", "不低于{limit}")

    case .leverFault: ("--lever {text}: {fault}", "--lever {text}：{fault}")
    case .targetFault: ("--target {text}: {fault}", "--target {text}：{fault}")
    case .growthFault: ("--most {text}: {fault}", "--most {text}：{fault}")
    case .noLever:
      (
        "nothing may be changed; give --lever KEY=LOW..HIGH, such as --lever"
          + " stations.gate.servers=2..8, or --most demand.factor",
        "没有可调的内容；请用 --lever 键=下限..上限（如 --lever stations.gate.servers=2..8）或 --most demand.factor"
      )
    case .noTarget:
      (
        "there is no target; give --target \"MEASURE <= VALUE\", such as --target"
          + " \"gate.wait.p95 <= 10 min\"",
        "没有目标；请用 --target \"指标 <= 限值\"，如 --target \"gate.wait.p95 <= 10 min\""
      )
    case .tooManyPoints:
      (
        "the levers have more than {limit} combinations; narrow their ranges",
        "各可调数量的组合超过{limit}种；请缩小范围"
      )
    case .leverMalformed:
      (
        "this is no lever; write KEY=LOW..HIGH or KEY=LOW..HIGH@COST, as in"
          + " stations.gate.servers=2..8@1.5, or KEY=[A, B, C]",
        "写法不对；请写作 键=下限..上限 或 键=下限..上限@单位成本，如 stations.gate.servers=2..8@1.5，或 键=[甲, 乙, 丙]"
      )
    case .emptyRange:
      (
        "the range from {low} to {high} is empty; the smaller number comes first",
        "从{low}到{high}的范围为空；较小的数应在前"
      )
    case .emptyGrowth:
      (
        "the range from {low} to {high} leaves nothing to search; the smaller number comes first",
        "从{low}到{high}的范围内无可搜索；较小的数应在前"
      )
    case .costNotPositive:
      ("a unit costs {found}; the cost must be above zero", "单位成本为{found}；须大于0")
    case .leverTwice:
      ("{key} has a lever already; give one for each key", "{key}已有设定；每个键只能给一次")
    case .sizeRefused:
      ("the scenario does not take {value}: {problems}", "方案不接受{value}：{problems}")
    case .targetMalformed:
      (
        "this is no target; write MEASURE <= VALUE or MEASURE >= VALUE, as in gate.wait.p95 <= 10 min,"
          + " or standards",
        "写法不对；请写作 指标 <= 限值 或 指标 >= 限值，如 gate.wait.p95 <= 10 min，或写 standards"
      )
    case .targetValue:
      ("the limit of {measure}, {kind}: {fault}", "{measure}（{kind}）的限值：{fault}")
    case .sizeNoInterval:
      (
        "{measure} is the largest of all replications and has no interval; take its mean",
        "{measure}是各次仿真中的最大值，没有置信区间；请改用均值"
      )
    case .noValue:
      (
        "with {settings} the measure never has a value; nothing that it counts happens",
        "{settings}时该指标没有数值；其统计的事件从未发生"
      )
    case .noStandards:
      ("the scenario has no service standards", "方案中没有服务标准")
    case .growthMalformed:
      (
        "this cannot grow; write KEY or KEY=LOW..HIGH, as in demand.factor=0.5..3",
        "写法不对；请写作 键 或 键=下限..上限，如 demand.factor=0.5..3"
      )
    case .noStart:
      (
        "the scenario has no number above zero at {key}; give a range, as in {key}=1..10",
        "方案中{key}处没有大于0的数值；请给出范围，如 {key}=1..10"
      )
    }
  }
}

extension Wording {
  /// A phrase with its parts in braces filled in.
  ///
  /// - Precondition: there is a value for each part.
  func callAsFunction(
    _ phrase: SizePhrase,
    _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    fill(phrase.text(language), "\(phrase)", values)
  }
}
