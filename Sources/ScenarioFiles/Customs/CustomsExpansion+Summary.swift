/// What the customs words say, for those who read it back.
extension CustomsExpansion {
  func summary(_ procedures: ProcedureSelection) -> CustomsScenario {
    var customs = CustomsScenario()
    customs.zone = words.zone
    customs.starts = words.starts
    customs.calendar = calendarSummary
    customs.flows = words.flows.map(\.name.text)
    customs.firms = words.firms.map {
      CustomsScenario.Firm(
        name: $0.name.text,
        credit: $0.credit,
        declares: words.declares($0).mode
      )
    }
    customs.policies = words.policy.written
    customs.modes = words.policy.modes.map { rule in
      CustomsScenario.ModeRule(
        goods: rule.goods.map { ($0.text, words.goodsClass($0.text)?.nonCompliant ?? 0) },
        credits: rule.credits.map(\.text),
        firms: rule.firms.map(\.text),
        share: rule.share,
        mode: rule.mode
      )
    }
    customs.gates = words.gates.map(gate)
    customs.outages = outageSummary
    // Without advance declaration trucks come when they are announced.
    var unused = words.policy.papers.lead == 0 ? ["advance lead"] : []
    // Who is there from the start has its application for batches.
    let mayApply = words.firms.contains(where: words.joinsLater)
    if !mayApply { unused.append("approval by hand") }
    if !mayApply || !words.policy.papers.fourSelf.isOn { unused.append("approval by system") }
    // Tests by class of goods, of the flows whose samples come to a laboratory.
    let tested = words.flows.filter {
      !$0.isCars && procedures.reaches(station: "laboratory", from: $0)
    }
    let tests = words.testRows(of: tested)
    if !tested.isEmpty, root["arrivals"] == nil {
      if !tests.takesTime { unused.append("test time") }
      if !tests.takesShare { unused.append("failure share") }
    }
    let cold = words.hasColdGoods ? words.temperaturesCarried : []
    if !cold.contains("chilled") { unused.append("chilled temperature") }
    if !cold.contains("frozen") { unused.append("frozen temperature") }
    let used = Set(
      (procedures.assumptionsInUse + expansionKeys + tests.rows + outageAssumptions).filter {
        !unused.contains($0)
      }
    )
    customs.assumptions = Assumption.all.filter { used.contains($0.key) }.map { assumption in
      CustomsScenario.AssumptionInUse(
        key: assumption.key,
        value: value(assumption.key).text ?? assumption.defaultText,
        defaultValue: assumption.defaultText,
        range: assumption.range,
        meaning: assumption.meaning,
        source: (assumption.source.en, assumption.source.zh)
      )
    }
    addHandling(to: &customs, tested: tested)
    addPapers(to: &customs)
    addPeople(to: &customs)
    return customs
  }

  private func gate(_ gate: CustomsWords.Gate) -> CustomsScenario.Gate {
    func suffix(_ lane: CustomsWords.Lane) -> String {
      CustomsExpansion.sides.first {
        $0.leadsIn == lane.leadsIn && $0.isForCars == lane.isForCars
      }?.suffix ?? ""
    }
    let name = gate.name.text
    let used = CustomsExpansion.sides.map(\.suffix).filter { side in
      gate.lanes.contains { suffix($0) == side }
    }
    return CustomsScenario.Gate(
      name: name,
      lanes: gate.lanes.map { lane in
        CustomsScenario.Lane(
          name: lane.name.text,
          place: "\(name)\(suffix(lane)).\(lane.name.text)",
          leadsIn: lane.leadsIn,
          serves: lane.serves.isEmpty ? CustomsWords.kinds : lane.serves,
          technology: lane.technology
        )
      },
      stations: used.map { name + $0 },
      turnOut: gate.turnOut,
      queueSpace: gate.queueSpace?.metres
    )
  }

  /// The assumptions that gates, flows and policy rest on themselves.
  private var expansionKeys: [String] {
    var keys: [String] = []
    let lanes = words.gates.flatMap(\.lanes)
    if lanes.contains(where: \.isForCars) { keys.append("card pass") }
    for lane in lanes where !lane.isForCars {
      keys.append("\(lane.technology) pass")
      if lane.technology != "contactless" { keys.append("clearance gap") }
      if lane.technology != "manual" { keys += ["unread plate", "unread container"] }
    }
    let goods = words.flows.filter { !$0.isCars }
    if goods.isEmpty { return keys }
    if goods.contains(where: { $0.movements == nil }) { keys.append("empty share") }
    keys.append("weight limit")
    keys += paperKeys
    if words.firms.isEmpty { keys.append("aeo share") }
    if goods.contains(where: { $0.banks == nil }) { keys.append("convoy size") }
    if words.consolidates { keys.append("declares at") }
    return keys
  }

  /// The assumptions that books and rules of papers rest on.
  private var paperKeys: [String] {
    guard words.hasPapers else { return [] }
    var keys = ["counterparties", "merged items limit"]
    func add(_ key: String, _ isUsed: Bool) {
      if isUsed { keys.append(key) }
    }
    let firms = words.firms
    add(
      "aggregated tax share",
      words.occurs("second-line", leadsIn: false)
        && firms.contains { $0.book.paysTogether == nil }
    )
    add("yuan per dollar", words.exchangeRates.isEmpty)
    add("material per product", firms.contains { $0.book.business == "manufacturing" })
    add("opening stock", firms.contains { $0.book.opening == nil && $0.book.joins == nil })
    add("guarantee line", firms.contains { $0.book.guarantee == nil })
    add("stocktake every", words.mixesStatuses)
    add("consolidated bonded share", words.consolidatesStatuses)
    add("consolidated exported-in share", words.occurs("consolidated-abroad", leadsIn: false))
    add(
      "spare capacity",
      words.policy.papers.entrusted != nil
        && firms.contains { $0.book.business == "manufacturing" && $0.book.spareCapacity == nil }
    )
    return keys
  }
}
