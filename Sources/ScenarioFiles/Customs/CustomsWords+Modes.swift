/// What follows from the words about inspection modes.
extension CustomsWords {
  /// A rule by which imported goods are inspected in some way.
  struct ModeRule {
    /// Classes of goods; all where it names none.
    var goods: [Name] = []
    /// Credit classes; all where it names none.
    var credits: [Name] = []
    /// Firms; all where it names none.
    var firms: [Name] = []
    /// Of what fits, the rest goes to the next rules.
    var share = 1.0
    var mode: InspectionMode
    var modePosition: SourcePosition
    var position: SourcePosition
  }

  /// The flows whose goods a rule can be meant for.
  func flows(under rule: ModeRule) -> [Flow] {
    flows.filter { flow in
      mayHaveModes(flow)
        && (rule.goods.isEmpty || flow.classes.contains { rule.goods.map(\.text).contains($0) })
    }
  }

  /// Whether the mode of a flow's goods is chosen by rules.
  func isUnderModes(_ flow: Flow) -> Bool {
    policy.modes.contains { rule in
      flows(under: rule).contains { $0.name.text == flow.name.text }
    }
  }

  /// Whether some flow's goods have a mode by rules.
  var hasModes: Bool { flows.contains { isUnderModes($0) } }

  /// The classes of goods that flows under rules carry.
  var classesUnderModes: [GoodsClass] {
    let names = flows.filter { isUnderModes($0) }.flatMap(\.classes)
    return allGoods.filter { names.contains($0.name) }
  }

  /// Flows with papers, and those with a procedure of their own, are inspected as these say.
  private func mayHaveModes(_ flow: Flow) -> Bool {
    flow.movements == nil && !flow.isCars && flow.procedure == nil
  }

  /// The modes that lots of a class of goods can have in a flow under rules, those without one left out.
  func modes(of goods: String, in flow: Flow) -> [InspectionMode] {
    var result: [InspectionMode] = []
    for rule in policy.modes
    where rule.goods.isEmpty || rule.goods.contains(where: { $0.text == goods }) {
      result.append(rule.mode)
      let takesAll = rule.share == 1 && rule.credits.isEmpty && firms(under: rule) == nil
      // Food of dishonest firms is left to the rules after it (公告2019年第29号).
      if takesAll, rule.mode != .sampleThenRelease { return result }
    }
    // Without a facilitation animal and plant products are tested before they enter.
    return result + (goodsClass(goods)?.kind == .animalAndPlant ? [.testBeforeEntry] : [])
  }

  /// The firms that a rule can hold for, by name; nil for all.
  ///
  /// Who does not promise conformity is left to the rules after it (公告2019年第29号).
  func firms(under rule: ModeRule) -> [String]? {
    let all = firms.map(\.name.text)
    var names = rule.firms.isEmpty ? all : rule.firms.map(\.text)
    if rule.mode == .sampleThenRelease {
      names.removeAll { name in
        firms.contains { $0.name.text == name && !$0.book.promisesConformity }
      }
    }
    return names.count == all.count ? nil : names
  }
}

extension CustomsWords.Flow {
  /// The classes of goods that it carries.
  var classes: [String] { goods.filter { $0.share > 0 }.map(\.word) }
}
