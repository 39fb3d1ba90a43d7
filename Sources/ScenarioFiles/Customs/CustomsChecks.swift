import EventSimulation
import RandomVariates

/// What the rules of customs refuse, where every single word is right.
struct CustomsChecks {
  let words: CustomsWords
  let folder: String
  /// The procedures that the scenario writes itself.
  let ownProcedures: [String]
  var problems: ProblemList
  /// What a planner should know though the scenario runs.
  var notes: [CustomsScenario.Note] = []

  init(
    _ words: CustomsWords,
    _ ownProcedures: [String],
    folder: String,
    problems: ProblemList
  ) {
    self.words = words
    self.ownProcedures = ownProcedures
    self.folder = folder
    self.problems = problems
    checkAnswers(words.assumptions, within: nil)
    for flow in words.flows {
      checkProcedure(of: flow)
      checkAnswers(flow.assumptions, within: words.assumptions)
      if let gate = checkGate(of: flow) { checkLanes(of: flow, at: gate) }
      if !flow.isCars {
        checkGoods(of: flow)
        checkWeights(of: flow)
      }
    }
    checkYard()
    checkPeople()
    checkFirms()
    checkPapers()
    checkModes()
    checkRun()
  }

  mutating func add(_ fault: CustomsFault, at position: SourcePosition?) {
    problems.add(.customs(fault), at: position)
  }

  // MARK: Gates

  /// The gate that a flow uses.
  private mutating func checkGate(of flow: CustomsWords.Flow) -> CustomsWords.Gate? {
    let names = words.gates.map(\.name.text)
    if let name = flow.gate {
      if let gate = words.gates.first(where: { $0.name.text == name.text }) { return gate }
      let nearest = nearestName(to: name.text, in: names)
      problems.add(
        .unknownName(name.text, kind: .gate, existing: names, nearest: nearest),
        at: name.position
      )
      return nil
    }
    if names.count > 1 { add(.severalGates(names), at: flow.name.position) }
    // A flow with a procedure of its own may do without a gate.
    if names.isEmpty, flow.procedure == nil { add(.noGate, at: flow.name.position) }
    return names.count == 1 ? words.gates.first : nil
  }

  /// Refuses trucks that no lane serves, or none that ever opens; notes those that come too early.
  private mutating func checkLanes(of flow: CustomsWords.Flow, at gate: CustomsWords.Gate) {
    if flow.isEntrusted { return }
    var closed = 0.0
    for leadsIn in [true, false] {
      let way = leadsIn ? flow.movements?.inPosition : flow.movements?.outPosition
      let position = flow.isCars ? flow.perDayPosition : way ?? flow.papersPosition
      let lanes = gate.lanes.filter { $0.leadsIn == leadsIn && $0.isForCars == flow.isCars }
      var reported: [String] = []
      for need in flow.needs(leadsIn: leadsIn) where !reported.contains(need.kind) {
        let ofKind = flow.isCars ? lanes : lanes.filter { $0.kinds.contains(need.kind) }
        let serving = flow.isCars ? lanes : ofKind.filter { $0.statuses.contains(need.status) }
        // Where no lane is for the kind at all, the kind alone says it, once.
        let status = ofKind.isEmpty ? nil : need.status
        if ofKind.isEmpty { reported.append(need.kind) }
        guard let first = serving.first else {
          add(
            .noLaneServes(
              kind: need.kind,
              status: status,
              leadsIn: leadsIn,
              gate: gate.name.text
            ),
            at: position
          )
          continue
        }
        let open = serving.dropFirst().reduce(first.hours) { $0.joined($1.hours) }
        if open.neverOpens {
          reported.append(need.kind)
          add(
            .lanesNeverOpen(kind: need.kind, leadsIn: leadsIn, gate: gate.name.text),
            at: first.hoursPosition
          )
        } else if leadsIn {
          closed += need.share * flow.shareOutside(open)
        }
      }
    }
    if closed > 1e-9 {
      notes.append(.comesWhenClosed(flow: flow.name.text, gate: gate.name.text, share: closed))
    }
  }

  /// Refuses a procedure that is neither the scenario's own nor shipped.
  private mutating func checkProcedure(of flow: CustomsWords.Flow) {
    guard let name = flow.procedure else { return }
    let shipped = ShippedProcedures.all.map(\.name).filter { !ownProcedures.contains($0) }
    let known = ownProcedures + shipped
    guard !known.contains(name.text) else { return }
    problems.add(
      .unknownName(
        name.text,
        kind: .procedure,
        existing: known,
        nearest: nearestName(to: name.text, in: known)
      ),
      at: name.position
    )
  }

  /// Refuses answers to one question whose shares add up to more than all.
  private mutating func checkAnswers(_ values: AssumptionValues, within outer: AssumptionValues?) {
    let answers = [
      ["reply amend", "reply open"], ["treated share", "returned share"],
      ["consolidated bonded share", "consolidated exported-in share"],
    ]
    for keys in answers {
      guard let node = keys.compactMap({ values.node($0) }).last else { continue }
      let sum = keys.map { values.share($0, within: outer) }.reduce(0, +)
      if sum > 1 + 1e-9 { add(.sharesAboveAll(keys, sum: sum), at: node.position) }
    }
  }

  // MARK: Goods

  private mutating func checkGoods(of flow: CustomsWords.Flow) {
    for goods in flow.goods where goods.share > 0 {
      if let handled = words.handles, !handled.contains(goods.word) {
        add(.goodsNotHandled(goods.word, handled: handled), at: flow.goodsPosition)
      }
      if words.goodsClass(goods.word)?.needsDesignatedSite ?? false,
        !words.designatedSites.contains(goods.word)
      {
        add(.noDesignatedSite(goods.word), at: flow.goodsPosition)
      }
    }
  }

  /// Refuses goods whose least weight is too much for the road already.
  private mutating func checkWeights(of flow: CustomsWords.Flow) {
    func least(_ key: String) -> Double {
      let text = flow.assumptions.text(key, within: words.assumptions)
      return (try? weightLaw(text, folder: folder))?.minimum ?? 0
    }
    let limit = least("weight limit")
    let parts: [(vehicle: String, empty: [String], goods: String)] = [
      ("van", ["van tare"], "van goods"),
      ("truck", ["truck tare"], "truck goods"),
      ("semi", ["tractor weight", "chassis weight", "box weight"], "semi goods"),
    ]
    for part in parts
    where flow.vehicles.contains(where: { $0.word == part.vehicle && $0.share > 0 }) {
      let weight = part.empty.map(least).reduce(0, +) + least(part.goods)
      guard weight > limit else { continue }
      let keys = [part.goods] + part.empty + ["weight limit"]
      let outer = words.assumptions
      let node = keys.compactMap { flow.assumptions.node($0) ?? outer.node($0) }.first
      add(
        .aboveWeightLimit(vehicle: part.vehicle, least: weight / 1_000, limit: limit / 1_000),
        at: node?.position ?? flow.vehiclesPosition
      )
    }
  }

  // MARK: Inspection and firms

  private mutating func checkYard() {
    if words.hasYard { return }
    for flow in words.flows where !flow.isCars && flow.procedure == nil {
      guard words.inspects(flow) else { continue }
      add(.hitsWithoutBays, at: words.yard?.bays.position ?? flow.name.position)
      // The yard is one, and so is its fault.
      if words.yard != nil { return }
    }
  }

  /// Most times that the banks of a flow may come in a run: each is listed.
  private static let mostBanks = 1_000_000

  /// Refuses banks, which are listed day by day, in a run without an end or with too many of them.
  private mutating func checkRun() {
    for flow in words.flows {
      guard let banks = flow.banks else { continue }
      guard let horizon = words.horizon else {
        problems.add(.missingKeys(["runs for"], section: .scenario), at: banks.position)
        return
      }
      let days = Double(horizon.microseconds) / 86_400e6
      let found =
        (days + 1) * Double(banks.minutes.count) * max(1, flow.weekendFactor)
        * (words.calendar?.layers ?? []).reduce(1) { $0 * max(1, $1.factor) }
      if found > Double(Self.mostBanks) {
        add(.tooManyBanks(allowed: Self.mostBanks), at: banks.position)
      }
    }
  }

  private mutating func checkFirms() {
    if let firm = words.firms.first, words.firms.allSatisfy({ $0.share == nil }),
      words.flows.contains(where: { !$0.isCars && $0.firms == nil })
    {
      problems.add(.missingKeys(["share"], section: .firm), at: firm.name.position)
    }
    for firm in words.firms {
      let (mode, position) = words.declares(firm)
      if firm.credit == "dishonest", mode != "per shipment" {
        add(.consolidatedByDishonest(firm: firm.name.text), at: position)
      }
    }
    // With batch papers alone a declaration is made later than the passage.
    guard words.consolidates, words.starts == nil else { return }
    let hasBatches = words.flows.contains { flow in
      flow.movements == nil && flow.papers.contains { $0.word == "batch" && $0.share > 0 }
    }
    if hasBatches || words.occurs("batch", leadsIn: true) || words.occurs("batch", leadsIn: false) {
      let own = words.firms.first { words.declares($0).mode != "per shipment" }
      add(.needsDate, at: own.map { words.declares($0).position } ?? words.policy.declaresPosition)
    }
  }
}
