import ScenarioFiles

/// The fixed phrases about inspection modes.
enum InspectionPhrase: PhraseTable {
  case times, entryMean, usableMean, usableP95
  case risks, samples, outBeforeResult, recalled, detected, missed

  var texts: (en: String, zh: String) {
    switch self {
    case .times: ("inspection mode", "查验模式")
    case .entryMean: ("mean to entry", "到达至进区（平均）")
    case .usableMean: ("mean to usable", "到达至可用（平均）")
    case .usableP95: ("p95 to usable", "到达至可用（95%）")
    case .risks: ("its risk", "查验模式风险")
    case .samples: ("samples", "抽样数")
    case .outBeforeResult: ("out before result, t", "结果前出区（吨）")
    case .recalled: ("recalled, t", "召回（吨）")
    case .detected: ("detected", "查获率")
    case .missed: ("missed", "漏检批数")
    }
  }
}

extension Wording {
  /// A phrase about inspection modes.
  func callAsFunction(_ phrase: InspectionPhrase) -> String { phrase.text(language) }

  /// An inspection mode.
  func mode(_ mode: InspectionMode) -> String {
    switch mode {
    case .testBeforeEntry: pick("test before entry", "先检测后入区")
    case .enterFirst: pick("enter first, test later", "先入区、后检测")
    case .sampleThenRelease: pick("sample, then release", "抽样后即放行")
    case .inspectAtPort: pick("inspect at port", "口岸查验")
    case .inspectInZone: pick("inspect in zone", "区内查验")
    case .inspectAtFinalPlace: pick("inspect at final place", "目的地查验")
    case .exemptOnReExit: pick("exempt on re-exit", "复出区免检")
    case .imageFirst: pick("image first", "机检优先")
    case .spotChecks: pick("spot checks", "随机抽查")
    }
  }

  /// An inspection mode by its word in measures; one that the program does not know keeps its name.
  func inspectionMode(_ slug: String) -> String {
    InspectionMode.allCases.first { $0.slug == slug }.map(mode) ?? slug
  }

  /// The place of a mode in tables; those that the program does not know come last.
  static func rank(ofInspectionMode slug: String) -> Int {
    let all = InspectionMode.allCases
    return all.firstIndex { $0.slug == slug } ?? all.count
  }
}
