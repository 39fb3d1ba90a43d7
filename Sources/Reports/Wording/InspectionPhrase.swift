/// The fixed phrases about inspection modes.
enum InspectionPhrase: PhraseTable {
  case times, entryMean, usableMean, usableP95
  case risks, samples, outBeforeResult, recalled, detected, missed

  var texts: (en: String, zh: String) {
    switch self {
    case .times: ("inspection mode", "检验模式")
    case .entryMean: ("mean to entry", "到达至进区（平均）")
    case .usableMean: ("mean to usable", "到达至可用（平均）")
    case .usableP95: ("p95 to usable", "到达至可用（95%）")
    case .risks: ("its risk", "检验模式风险")
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

  /// The inspection modes that come with the program, in the order of tables.
  private static let inspectionModes: [(slug: String, en: String, zh: String)] = [
    ("test-before-entry", "test before entry", "先检测后入区"),
    ("enter-first-test-later", "enter first, test later", "先入区、后检测"),
    ("sample-then-release", "sample, then release", "抽样后即放行"),
    ("inspect-at-port", "inspect at port", "口岸查验"),
    ("inspect-in-zone", "inspect in zone", "区内查验"),
    ("inspect-at-final-place", "inspect at final place", "目的地查验"),
    ("exempt-on-re-exit", "exempt on re-exit", "复出区免检"),
    ("image-first", "image first", "机检优先"), ("spot-checks", "spot checks", "随机抽查"),
  ]

  /// An inspection mode; one that the program does not know keeps its name.
  func inspectionMode(_ slug: String) -> String {
    let found = Self.inspectionModes.first { $0.slug == slug }
    return found.map { pick($0.en, $0.zh) } ?? slug
  }

  /// The place of a mode in tables; those that the program does not know come last.
  static func rank(ofInspectionMode slug: String) -> Int {
    inspectionModes.firstIndex { $0.slug == slug } ?? inspectionModes.count
  }
}
