import ClearanceModel
import ScenarioFiles
import Studies

/// Customs words in plain sentences.
extension CheckText {
  /// The firms that have a line of their own.
  private static let firmLimit = 20

  mutating func addCustoms(_ customs: CustomsScenario) {
    addHeading(.customsHeading)
    if !customs.zone.isEmpty { add(wording(.zoneIs, ["zone": customs.zone]), indent: 2) }
    let start =
      customs.starts.map { wording(.startsOn, ["date": quantities.prose($0)]) }
      ?? wording(.firstDayIsMonday)
    add(start, indent: 2)
    if let calendar = customs.calendar { addCalendar(calendar) }
    for gate in customs.gates { addGate(gate) }
    addOutages(customs)
    if !customs.flows.isEmpty {
      add(wording(.customsFlows, ["flows": wording.list(customs.flows)]), indent: 2)
    }
    for policy in customs.policies {
      add(wording(.policyIs, ["name": policy.name, "value": policy.value]), indent: 2)
    }
    addHandling(customs)
    addModes(customs.modes)
    if customs.firms.contains(where: { $0.papers != nil }) {
      addBooks(customs.firms)
    } else {
      addFirms(customs.firms)
    }
    addPeople(customs)
    addGoods(customs.goods)
    addMovements(customs.movements)
    addGoodsByStatus(customs.byStatus)
  }

  mutating func addHeading(_ phrase: CustomsPhrase) {
    addBlank()
    add(wording(phrase))
  }

  private mutating func addGate(_ gate: CustomsScenario.Gate) {
    var facts = [wording.counted(gate.lanes.count, .lane)]
    if gate.lanes.contains(where: { !$0.isForCars }) {
      facts.append(
        gate.turnOut > 0
          ? wording(.turnOut, ["count": wording.counted(gate.turnOut, .truck)])
          : wording(.noTurnOut)
      )
    }
    if let space = gate.queueSpace {
      facts.append(wording(.queueSpace, ["room": quantities.metres(space)]))
    }
    add(gate.name, facts)
    for lane in gate.lanes {
      var facts = [wording(lane.leadsIn ? .laneIn : .laneOut)]
      if lane.isForCars {
        facts.append(wording(.forCars))
      } else {
        if !lane.technology.isEmpty { facts.append(wording.technology(lane.technology)) }
        facts.append(wording(.serves, ["words": wording.list(lane.serves.map(wording.lane))]))
      }
      if let hours = openHours(of: lane) { facts.append(wording(.laneOpen, ["hours": hours])) }
      add(lane.name, facts, indent: 4)
    }
  }

  /// When a lane is open; nil for one that never closes.
  private func openHours(of lane: CustomsScenario.Lane) -> String? {
    for station in scenario.stations {
      for own in station.lanes where "\(station.name.text).\(own.name.text)" == lane.place {
        if let roster = own.roster { return self.roster(roster, counting: false) }
        if case .shifts(let shifts, _, _) = own.servers {
          return week(of: shifts, counting: false)
        }
      }
    }
    return nil
  }

  private mutating func addFirms(_ firms: [CustomsScenario.Firm]) {
    guard !firms.isEmpty else { return }
    addHeading(.firmsHeading)
    for firm in firms.prefix(Self.firmLimit) {
      add(firm.name, [wording.credit(firm.credit), wording.period(firm.declares)])
    }
    if firms.count > Self.firmLimit {
      let left = quantities.count(firms.count - Self.firmLimit)
      add(wording(.firmsLeftOut, ["count": left]), indent: 2)
    }
  }

  /// What the scenario rests on; what it has set itself is marked.
  ///
  /// Where a default comes from is told where it is asked for.
  mutating func addAssumptions(_ customs: CustomsScenario) {
    let assumptions = customs.assumptions
    guard !assumptions.isEmpty else { return }
    addHeading(.assumptionsHeading)
    for assumption in assumptions {
      let values: KeyValuePairs = [
        "key": assumption.key, "value": assumption.value, "range": range(of: assumption),
        "meaning": wording.pick(assumption.meaning.en, assumption.meaning.zh),
        "source": wording.pick(assumption.source.en, assumption.source.zh),
      ]
      let phrase: CustomsPhrase =
        switch (showsSources, assumption.isSet) {
        case (true, true): .assumptionSet
        case (true, false): .assumption
        case (false, true): .shortAssumptionSet
        case (false, false): .shortAssumption
        }
      add(wording(phrase, values), indent: 2)
    }
    let counts: KeyValuePairs = [
      "count": quantities.count(assumptions.count),
      "set": quantities.count(assumptions.count(where: \.isSet)),
    ]
    add(wording(.assumptionsCount, counts), indent: 2)
    if !showsSources { add(wording(.shortAssumptions), indent: 2) }
  }

  private func range(of assumption: CustomsScenario.AssumptionInUse) -> String {
    let range = assumption.range.replacing(" to ", with: wording.pick(" to ", "至"))
    return switch (assumption.isSet, range.isEmpty) {
    case (false, true): ""
    case (false, false): wording(.rangeIs, ["range": range])
    case (true, true): wording(.defaultIs, ["default": assumption.defaultValue])
    case (true, false):
      wording(
        .rangeAndDefault,
        ["default": assumption.defaultValue, "range": range]
      )
    }
  }
}

extension Wording {
  /// How a firm declares what it moves in batches.
  func period(_ word: String) -> String {
    switch word {
    case "per shipment": self(.declaresPerShipment)
    case "monthly": self(.declaresMonthly)
    case "quarterly": self(.declaresQuarterly)
    default: word
    }
  }

  /// What a lane serves.
  func lane(_ word: String) -> String {
    switch word {
    case "declared": pick("declared", "报关货物")
    case "not-declared": pick("not declared", "非报关货物")
    case "sundries": pick("sundries", "便捷进出区物品")
    case "cars": pick("cars", "小客车")
    case "bonded": pick("bonded", "保税")
    case "non-bonded": pick("non-bonded", "非保税")
    default: word
    }
  }
}
