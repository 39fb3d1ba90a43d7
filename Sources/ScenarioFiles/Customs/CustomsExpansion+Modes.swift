/// The procedure by which an imported lot finds its inspection mode, made from the rules.
extension CustomsExpansion {
  /// The name of that procedure.
  static let importLot = "import lot"

  /// `import lot`: the first rule that fits, then the procedure of its mode.
  func importLots() -> [(String, SourceNode)] {
    guard words.hasModes, let first = words.policy.modes.first else { return [] }
    let build = StepBuilder(position: first.position)
    var steps: [SourceNode] = []
    for (number, rule) in words.policy.modes.enumerated() where !words.flows(under: rule).isEmpty {
      let choice = self.choice(rule, number: number + 1)
      // The first rule that fits is the mode's.
      steps += number == 0 ? choice : [build.choose([("mode = none", choice)])]
    }
    let products = words.classesUnderModes.filter { $0.kind == .animalAndPlant }.map(\.name)
    if !products.isEmpty {
      // Without a facilitation animal and plant products are tested before they enter.
      let inner = build.choose([
        (
          Self.any("goods class", products),
          [build.set([("mode", InspectionMode.testBeforeEntry.slug)])]
        )
      ])
      steps.append(build.choose([("mode = none", [inner])]))
    }
    steps.append(dispatch(hasProducts: !products.isEmpty, build))
    return [(Self.importLot, .list(steps, at: first.position))]
  }

  /// What a rule makes of a lot that fits it.
  private func choice(_ rule: CustomsWords.ModeRule, number: Int) -> [SourceNode] {
    let build = StepBuilder(position: rule.position)
    var steps = [build.set([("mode", rule.mode.slug)])]
    if rule.share < 1 {
      let draw = build.step(
        [("name", "rule \(number)")],
        [("set", build.mapping([("picked", "chance(\(shareText(rule.share)))")]))],
        [("drawn", "per lot")]
      )
      steps = [draw, build.choose([("picked > 0", steps)])]
    }
    func only(_ attribute: String, _ words: [String]) {
      steps = [build.choose([(Self.any(attribute, words), steps)])]
    }
    if let firms = words.firms(under: rule) {
      guard !firms.isEmpty else { return [] }
      only("firm", firms)
    }
    if !rule.credits.isEmpty {
      only("class", rule.credits.map(\.text))
    }
    if rule.mode == .sampleThenRelease {
      steps = [build.choose([("class != dishonest", steps)])]
    }
    let carried = words.goodsCarried
    // Where all goods are named there is nothing to ask.
    if !rule.goods.isEmpty, !carried.allSatisfy(rule.goods.map(\.text).contains) {
      only("goods class", rule.goods.map(\.text).filter(carried.contains))
    }
    return steps
  }

  private static func any(_ attribute: String, _ words: [String]) -> String {
    words.map { "\(attribute) = \($0)" }.joined(separator: " or ")
  }

  // MARK: What follows

  /// One branch for each mode that can be met, and goods without one as ever.
  private func dispatch(hasProducts: Bool, _ build: StepBuilder) -> SourceNode {
    let rules = words.policy.modes.filter { !words.flows(under: $0).isEmpty }
    let modes = InspectionMode.allCases.filter { mode in
      rules.contains { $0.mode == mode } || mode == .testBeforeEntry && hasProducts
    }
    var branches = modes.map { mode in
      SourceNode.mapping(
        [
          ("when", build.text("mode = \(mode.slug)")),
          ("do", .list(beginning(mode, build) + [use(mode, build)], at: build.position)),
        ],
        at: build.position
      )
    }
    // Of goods without a mode nothing is believed.
    let plain = build.step(
      [("use", "goods visit")],
      [("with", build.mapping([("inspection", "inspect"), ("look", "spot check")]))]
    )
    branches.append(
      .mapping([("otherwise", .list([plain], at: build.position))], at: build.position)
    )
    return .mapping([("choose", .list(branches, at: build.position))], at: build.position)
  }

  private func use(_ mode: InspectionMode, _ build: StepBuilder) -> SourceNode {
    build.step([("use", mode.rawValue)], [("with", build.mapping([("mode", mode.slug)]))])
  }

  /// Where the goods stand at first, and how likely they are not as the rules want them.
  private func beginning(_ mode: InspectionMode, _ build: StepBuilder) -> [SourceNode] {
    var steps = [build.set([("goods state", mode.firstState)])]
    let classes = words.classesUnderModes
    let quarantined = classes.filter(\.isQuarantined).map(\.name)
    var loaded = [build.set([("belief", nonCompliance(classes))])]
    for name in ["non-compliant", "non-compliant-\(mode.slug)"] {
      loaded.append(build.step([("sum", name), ("of", "belief")]))
    }
    if !quarantined.isEmpty, mode != .spotChecks {
      loaded.append(
        build.choose([(Self.any("goods class", quarantined), [build.set([("quarantine", "due")])])])
      )
    }
    steps.append(build.choose([("loaded != out", loaded)]))
    return steps
  }

  /// The share of non-compliant lots, by class of goods where it differs.
  private func nonCompliance(_ classes: [GoodsClass]) -> String {
    let shares = classes.map { ($0.name, decimalText($0.nonCompliant)) }
    guard let first = shares.first else { return "0" }
    if shares.allSatisfy({ $0.1 == first.1 }) { return first.1 }
    let list = shares.map { "\($0.0) = \($0.1)" } + ["otherwise = 0"]
    return "goods class(\(list.joined(separator: ", ")))"
  }

  /// The attributes that the rules need.
  func modeAttributes() -> [(String, SourceNode)] {
    guard words.hasModes else { return [] }
    let position = words.policy.modes.first?.position ?? position
    let modes = ["none"] + InspectionMode.allCases.map(\.slug)
    var result = [("mode", SourceNode.texts(modes, at: position))]
    if words.policy.modes.contains(where: { $0.share < 1 }) {
      result.append(("picked", .text("number", at: position)))
    }
    return result
  }
}
