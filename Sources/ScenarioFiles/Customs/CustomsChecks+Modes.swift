/// What the rules of inspection modes refuse.
extension CustomsChecks {
  mutating func checkModes() {
    guard let first = words.policy.modes.first else { return }
    if !words.hasModes { add(.modesWithoutFlow, at: first.position) }
    if !words.hasYard { refuse(first.mode, .noYard, at: first.position) }
    for rule in words.policy.modes {
      checkGoods(of: rule)
      checkFirms(of: rule)
      checkFlows(of: rule)
      if rule.mode == .imageFirst, words.hasYard, words.yard?.scanner == nil {
        refuse(rule.mode, .noScanner, at: rule.modePosition)
      }
    }
  }

  private mutating func refuse(
    _ mode: InspectionMode,
    _ reason: CustomsFault.ModeReason,
    at position: SourcePosition
  ) {
    add(.modeForbidden(mode, reason), at: position)
  }

  /// The goods that a rule names, or those of the flows that it is meant for.
  private mutating func checkGoods(of rule: CustomsWords.ModeRule) {
    let named = rule.goods.map { (name: $0.text, position: $0.position) }
    var carried: [String] = []
    for name in words.flows(under: rule).flatMap(\.classes) where !carried.contains(name) {
      carried.append(name)
    }
    let goods = named.isEmpty ? carried.map { (name: $0, position: rule.modePosition) } : named
    for entry in goods {
      guard let goods = words.goodsClass(entry.name) ?? generic(entry.name) else { continue }
      if let kind = rule.mode.kind, goods.kind != kind {
        refuse(rule.mode, .goods(entry.name), at: entry.position)
      }
      if rule.mode == .inspectAtFinalPlace, goods.needsDesignatedSite {
        refuse(rule.mode, .designatedSite(entry.name), at: entry.position)
      }
    }
  }

  private func generic(_ name: String) -> GoodsClass? {
    GoodsClass.shipped.first { $0.name == name }
  }

  /// Firms that must promise something, and whose credit must do.
  private mutating func checkFirms(of rule: CustomsWords.ModeRule) {
    guard rule.mode == .sampleThenRelease else { return }
    for credit in rule.credits where credit.text == "dishonest" {
      refuse(rule.mode, .dishonest, at: credit.position)
    }
    for name in rule.firms {
      guard let firm = words.firms.first(where: { $0.name.text == name.text }) else { continue }
      if firm.credit == "dishonest" { refuse(rule.mode, .dishonest, at: name.position) }
      if !firm.book.promisesConformity {
        refuse(rule.mode, .noPromise(firm: name.text), at: name.position)
      }
    }
  }

  /// Where the goods come from and go.
  private mutating func checkFlows(of rule: CustomsWords.ModeRule) {
    for flow in words.flows(under: rule) {
      if rule.mode == .exemptOnReExit, !flow.reExits {
        refuse(rule.mode, .staysInCountry(flow: flow.name.text), at: rule.modePosition)
      }
      let statuses = flow.papers.filter { $0.share > 0 }.flatMap { flow.statuses(of: $0.word) }
      if rule.mode == .spotChecks, statuses.contains("bonded") {
        refuse(rule.mode, .bonded(flow: flow.name.text), at: rule.modePosition)
      }
    }
  }
}
