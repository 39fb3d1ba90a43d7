/// The fixed phrases of `kakou compare`.
///
/// A part in braces, such as `{label}`, is filled in where the phrase is used.
enum ComparePhrase: PhraseTable {
  // The alternatives
  case title, common, baseline, nothingChanged, moreChanges
  case added, removed, setTo, leftOut, changed, itemOfOwner

  // The tables
  case options, optionsAt, alternative, pair, measureTitle, difference, relative, narrower, verdict
  case inspections, detections, less, more, undecided, identical, base, rowsLeftOut

  // Sentences
  case adding, removing, raising, lowering, changing, lowers, raises, doubtful, equalMeasure
  case sameCourse, wouldDecide, wouldNotDecide, best, notTold, behind, allTogether
  case noInterval

  // The end
  case explanation, sameEverywhere, onlyIn, precisionReached, precisionMissed, interrupted
  case nothingComplete, recorded, otherFlows, otherLength, noValues, progress

  // Faults
  case noAlternative, sameAlternative, emptyChange, oneReplication, inAlternative, nothingInCommon

  var texts: (en: String, zh: String) {
    switch self {
    case .title: ("Comparison of {count} alternatives", "方案比选（共{count}个方案）")
    case .common:
      (
        "the same seed and replications for all: common random numbers",
        "各方案采用相同的随机种子和仿真次数（公共随机数）"
      )
    case .baseline: ("{label}: the first alternative, {scenario}", "{label}：基线方案，{scenario}")
    case .nothingChanged:
      ("{label}: nothing is changed", "{label}：与基线方案没有不同")
    case .moreChanges: ("… changes left out: {count}", "……另有{count}处改动未列出")
    case .added: ("{item} added", "增设{item}")
    case .removed: ("{item} taken away", "撤销{item}")
    case .setTo: ("{item} {key} set to {to}", "{item}{key}设为{to}")
    case .leftOut: ("{item} {key} left out (was {from})", "{item}{key}不再设定（原为{from}）")
    case .changed: ("{item} {key} from {from} to {to}", "{item}{key}由{from}改为{to}")
    case .itemOfOwner: ("{item} of {owner}", "{owner}的{item}")

    case .options: ("Comparison of options", "方案比选表")
    case .optionsAt: ("Comparison of options, at {place}", "方案比选表（{place}）")
    case .alternative: ("alternative", "方案")
    case .pair: ("pair", "对比")
    case .measureTitle: ("measure", "指标")
    case .difference: ("difference (interval)", "差异（置信区间）")
    case .relative: ("relative", "变化率")
    case .narrower: ("pairing", "配对增益")
    case .verdict: ("verdict", "结论")
    case .inspections: ("inspected", "查验次数")
    case .detections: ("found", "查获")
    case .less: ("less", "降低")
    case .more: ("more", "升高")
    case .undecided: ("not sure", "无法判断")
    case .identical: ("the same", "完全相同")
    case .base: ("(base)", "（基线）")
    case .rowsLeftOut:
      ("… rows left out: {count}; --format json has all", "……另有{count}行未列出；--format json给出全部")

    case .adding: ("Adding {items}", "增设{items}")
    case .removing: ("Taking away {items}", "撤销{items}")
    case .raising: ("Raising {key} from {from} to {to}", "{key}由{from}增至{to}")
    case .lowering: ("Lowering {key} from {from} to {to}", "{key}由{from}减至{to}")
    case .changing: ("Changing {key} from {from} to {to}", "{key}由{from}改为{to}")
    case .lowers:
      (
        "{subject} cuts {measure} from {from} to {to}{unit} ({interval}).",
        "{subject}，使{measure}由{from}降至{to}{unit}（{interval}）。"
      )
    case .raises:
      (
        "{subject} raises {measure} from {from} to {to}{unit} ({interval}).",
        "{subject}，使{measure}由{from}升至{to}{unit}（{interval}）。"
      )
    case .doubtful:
      (
        "{subject}: not enough evidence of a difference in {measure} ({interval}); {advice}.",
        "{subject}：{measure}有无差异尚无充分依据（{interval}）；{advice}。"
      )
    case .equalMeasure:
      (
        "{subject}: no difference in {measure} in any replication.",
        "{subject}：{measure}在每次仿真中都相同。"
      )
    case .sameCourse:
      (
        "{subject}: no difference at all: the two runs are the same, truck by truck.",
        "{subject}：毫无差异，两个方案的仿真逐车相同。"
      )
    case .wouldDecide:
      ("about {count} more replications would decide", "约需再仿真{count}次方可判断")
    case .wouldNotDecide:
      ("no reasonable number of replications would decide", "再增加仿真次数也难以判断")
    case .noInterval:
      ("one replication with a value on both sides gives no interval", "仅一次仿真两方均有数值，无法给出区间")
    case .best:
      (
        "Best in {measure}, with {confidence} confidence: {label}.",
        "{measure}最优的方案（置信度{confidence}）：{label}。"
      )
    case .notTold:
      (
        "In {measure} no alternative is the best with {confidence} confidence: {labels} are not "
          + "distinguishable{behind}.",
        "{measure}：以{confidence}的置信度尚不能确定最优方案，{labels}之间无法区分{behind}。"
      )
    case .behind: ("; worse: {labels}", "；较差的有{labels}")
    case .allTogether: ("{confidence}, all pairs together", "{confidence}置信区间，各对比同时成立")

    case .explanation:
      (
        "Interval: {confidence} confidence{together}. Pairing: so many times wider without common "
          + "random numbers.",
        "区间：{confidence}置信区间{together}。配对增益：不采用公共随机数时区间宽度为其若干倍。"
      )
    case .sameEverywhere:
      ("The same in every replication: {measures}.", "每次仿真中都相同：{measures}。")
    case .onlyIn:
      ("Only in some alternatives, not compared: {measures}.", "仅部分方案具有，未作比较：{measures}。")
    case .precisionReached:
      (
        "Half-widths of at most {wanted} of the first value were reached with {replications}; "
          + "{measure} took most.",
        "{replications}后，差异的半宽均不超过基线值的{wanted}；所需次数最多的是{measure}。"
      )
    case .precisionMissed:
      (
        "After {replications} half-widths reach {reached} of the first value ({measure}); {wanted} "
          + "was wanted.",
        "{replications}后，差异的半宽仍达基线值的{reached}（{measure}）；要求不超过{wanted}。"
      )
    case .interrupted:
      (
        "Interrupted: {count} of each alternative were completed and kept; all figures rest on them.",
        "已中断：各方案均完成并保留{count}，以下结果均据此得出。"
      )
    case .nothingComplete:
      (
        "Interrupted before all alternatives had two replications; what was complete is kept.",
        "已中断：尚无任何两次仿真在各方案中全部完成；已完成的部分已保留。"
      )
    case .recorded:
      (
        "Recorded in {database} as experiment {experiment}; runs {runs}.",
        "已存入{database}，试验编号{experiment}，运行编号{runs}。"
      )
    case .otherFlows:
      (
        "{label}: flows that not both have: {flows}; common random numbers cannot couple their "
          + "trucks (a flow keeps its draws by \"stream\").",
        "{label}：车流{flows}并非两方案共有，公共随机数无法使其车辆一一对应（可用“stream”保留原车流的随机数）。"
      )
    case .otherLength:
      (
        "{label} runs for another time or has another warm-up than the first alternative.",
        "{label}的仿真时长或预热期与基线方案不同。"
      )
    case .noValues:
      (
        "No value on both sides in any replication, or too few observations: {measures}.",
        "各次仿真中没有成对的数值，或观测过少：{measures}。"
      )
    case .progress: ("replication {number} of {total}", "第{number}次仿真，共{total}次")

    case .noAlternative:
      (
        "there is nothing to compare with; name another scenario file, or give --set KEY=VALUE for "
          + "a change of this one",
        "没有可供比较的方案；请再给出一个方案文件，或用 --set KEY=VALUE 给出对本方案的改动"
      )
    case .sameAlternative:
      (
        "{first} and {second} are the same alternative: the same file with the same changes",
        "{first}与{second}是同一方案：文件和改动都相同"
      )
    case .emptyChange:
      (
        "--set {text}: a change is missing; write KEY=VALUE, several parted by \";\", or NAME: "
          + "KEY=VALUE",
        "--set {text}：缺少改动；请写作 KEY=VALUE，多处改动以“;”分隔，或写作 NAME: KEY=VALUE"
      )
    case .oneReplication:
      (
        "one replication gives no interval; give --replications 2 or more, best 10 or more",
        "只仿真一次无法给出区间；请用 --replications 给出2次以上，最好10次以上"
      )
    case .inAlternative: ("{label}: {text}", "{label}：{text}")
    case .nothingInCommon:
      (
        "the alternatives have no wait of a place and no clearance time of a flow in common; name "
          + "what is to be compared by --measures",
        "各方案没有共同的等待时间或通关时间指标；请用 --measures 指明要比较的指标"
      )
    }
  }
}

extension Wording {
  /// A phrase with its parts in braces filled in.
  ///
  /// - Precondition: there is a value for each part.
  func callAsFunction(
    comparing phrase: ComparePhrase,
    _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    fill(phrase.text(language), "\(phrase)", values)
  }
}
