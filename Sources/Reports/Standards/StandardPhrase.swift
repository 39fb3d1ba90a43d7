import ScenarioFiles
import Studies

/// The fixed phrases about service standards.
///
/// A part in braces, such as `{place}`, is filled in where the phrase is used.
enum StandardPhrase: PhraseTable {
  case heading, standard, of, within, asked, kept, verdict
  case ofWait, ofPeakWait, ofStage, ofMark, ofClearance, ofClass
  case asksWait, asksPeakWait, asksStage, asksMark, asksClearance
  case met, notMet, undecided, nobody, leftOut

  var texts: (en: String, zh: String) {
    switch self {
    case .heading: ("Service standards", "服务标准")
    case .standard: ("service standard", "服务标准")
    case .of: ("of", "对象")
    case .within: ("within", "时限")
    case .asked: ("asked", "要求")
    case .kept: ("kept", "达标率")
    case .verdict: ("verdict", "结论")
    case .ofWait: ("wait at {place}", "{place}等候")
    case .ofPeakWait: ("wait at {place} in the peak hour", "{place}高峰小时等候")
    case .ofStage: ("{stage}, {flow}", "{flow}{stage}环节")
    case .ofMark: ("arrival to {mark}, {flow}", "{flow}到达至{mark}")
    case .ofClearance: ("clearance, {flow}", "{flow}通关")
    case .ofClass: ("{of}, {class}", "{of}（{class}）")
    case .asksWait: ("{share} wait at most {limit} at {place}", "在{place}等候不超过{limit}的车辆不低于{share}")
    case .asksPeakWait:
      (
        "{share} of those who come in the peak hour wait at most {limit} at {place}",
        "高峰小时到达{place}的车辆中，等候不超过{limit}的不低于{share}"
      )
    case .asksStage:
      (
        "{share} of {flow} that are there spend at most {limit} at the stage {stage}",
        "{flow}中经过{stage}环节的车辆，用时不超过{limit}的不低于{share}"
      )
    case .asksMark:
      ("{share} of {flow} reach {mark} within {limit}", "{flow}到达后{limit}内至{mark}的不低于{share}")
    case .asksClearance:
      ("{share} of {flow} are cleared within {limit}", "{flow}到达后{limit}内通关的不低于{share}")
    case .met: ("met", "达标")
    case .notMet: ("not met", "未达标")
    case .undecided: ("not decided", "尚难判定")
    case .nobody: ("nobody came", "无车辆")
    case .leftOut: ("and {count} more", "另有{count}项")
    }
  }
}

extension Wording {
  /// A phrase about service standards with its parts filled in.
  func callAsFunction(
    _ phrase: StandardPhrase,
    _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    fill(phrase.text(language), "\(phrase)", values)
  }

  /// What a standard is about, in a few words.
  func subject(of standard: ServiceStandard) -> String {
    let words =
      switch standard.subject {
      case .wait(let place, let isPeak):
        self(isPeak ? StandardPhrase.ofPeakWait : .ofWait, ["place": place])
      case .stage(let flow, let stage):
        self(StandardPhrase.ofStage, ["stage": stage, "flow": flow])
      case .mark(let flow, let mark): self(StandardPhrase.ofMark, ["mark": mark, "flow": flow])
      case .clearance(let flow): self(StandardPhrase.ofClearance, ["flow": flow])
      }
    guard let name = standard.className else { return words }
    return self(StandardPhrase.ofClass, ["of": words, "class": name])
  }

  /// What a standard asks, in a sentence.
  func sentence(_ standard: ServiceStandard) -> String {
    let share = quantities.exactShare(standard.share)
    let limit = quantities.length(standard.limit)
    let words =
      switch standard.subject {
      case .wait(let place, let isPeak):
        self(
          isPeak ? StandardPhrase.asksPeakWait : .asksWait,
          ["share": share, "limit": limit, "place": place]
        )
      case .stage(let flow, let stage):
        self(
          StandardPhrase.asksStage,
          ["share": share, "limit": limit, "flow": flow, "stage": stage]
        )
      case .mark(let flow, let mark):
        self(
          StandardPhrase.asksMark,
          ["share": share, "limit": limit, "flow": flow, "mark": mark]
        )
      case .clearance(let flow):
        self(StandardPhrase.asksClearance, ["share": share, "limit": limit, "flow": flow])
      }
    guard let name = standard.className else { return words }
    return self(StandardPhrase.ofClass, ["of": words, "class": name])
  }

  /// A verdict on a standard.
  func verdict(_ verdict: StandardResult.Verdict) -> String {
    switch verdict {
    case .met: self(StandardPhrase.met)
    case .notMet: self(StandardPhrase.notMet)
    case .undecided: self(StandardPhrase.undecided)
    case .nobody: self(StandardPhrase.nobody)
    }
  }
}
