import RandomVariates

/// Flows of trucks and cars.
extension CustomsReader {
  mutating func readFlow(_ node: SourceNode, named name: Name) -> CustomsWords.Flow? {
    guard let section = MappingReader(node, .customsFlow, &problems) else { return nil }
    var own = AssumptionValues()
    own.read(node.entries ?? [], folder: folder, &problems)
    let convoyNode = section.node("convoys") ?? own.node("convoy size")
    let position = name.position
    var flow = CustomsWords.Flow(
      name: name,
      perDayPosition: position,
      convoys: (
        convoyNode?.text ?? words.assumptions.text("convoy size"),
        convoyNode?.position ?? words.assumptions.node("convoy size")?.position ?? position
      ),
      vehiclesPosition: section.node("vehicles")?.position ?? position,
      papersPosition: section.node("papers")?.position ?? position,
      statusPosition: section.node("status")?.position ?? position,
      documents: ("1", position),
      firmsPosition: section.node("firms")?.position ?? position,
      goodsPosition: section.node("goods")?.position ?? position
    )
    flow.assumptions = own
    flow.gate = section.node("gate")?.name(&problems)
    flow.procedure = section.node("procedure")?.name(&problems)
    readDemand(section, into: &flow)
    if flow.isCars {
      refuse(section, Self.goodsKeys, beside: "cars per day")
    } else {
      readTrucks(section, into: &flow)
    }
    return flow
  }

  private static let goodsKeys = [
    "convoys", "banks", "vehicles", "papers", "empty one way", "status", "trucks per declaration",
    "firms", "may arrive", "goods", "movements", "documents per truck", "leaves for",
    "urgent",
  ]

  private mutating func refuse(_ section: MappingReader, _ keys: [String], beside key: String) {
    for other in section.present(keys) {
      problems.add(.conflictingKeys([key, other]), at: section.keyPosition(other))
    }
  }

  // MARK: When they come

  private mutating func readDemand(_ section: MappingReader, into flow: inout CustomsWords.Flow) {
    let forms = section.present(["visits per day", "cars per day", "banks"])
    if forms.isEmpty {
      problems.add(
        .missingKeys(["visits per day", "cars per day", "banks"], section: .customsFlow),
        at: flow.name.position
      )
    } else if forms.count > 1 {
      problems.add(.conflictingKeys(forms), at: section.keyPosition(forms[1]))
    }
    flow.isCars = forms.first == "cars per day"
    if let key = forms.first, key != "banks", let node = section.node(key) {
      flow.perDayPosition = node.position
      flow.perDay =
        node.value(&problems) { (text) throws(ScenarioFault) in
          let number = try parseNumber(text)
          guard number > 0 else { throw .notPositive(text) }
          return number
        } ?? 1
    }
    flow.weekendFactor = number(section, "weekend factor") ?? 1
    flow.weights = readProfile(section, isCars: flow.isCars)
    if let node = section.node("banks") {
      refuse(section, ["profile", "may arrive", "convoys"], beside: "banks")
      flow.banks = readBanks(node)
    }
  }

  private mutating func readProfile(_ section: MappingReader, isCars: Bool) -> [Double] {
    let standard = ArrivalProfiles.weights(isCars ? "cars" : "even") ?? []
    guard let node = section.node("profile") else { return standard }
    guard node.items != nil else {
      let name = word(node, "profile", ArrivalProfiles.names)
      return name.flatMap(ArrivalProfiles.weights) ?? standard
    }
    let items = node.list("profile", &problems) ?? []
    let weights = items.compactMap { item in
      item.value(&problems) { (text) throws(ScenarioFault) in try parseNumber(text) }
    }
    guard weights.count == items.count else { return standard }
    guard weights.count == 24 else {
      problems.add(.customs(.profileWeights(found: weights.count)), at: node.position)
      return standard
    }
    guard weights.contains(where: { $0 > 0 }) else {
      problems.add(.notPositive("0"), at: node.position)
      return standard
    }
    return weights
  }

  private mutating func readBanks(_ node: SourceNode) -> CustomsWords.Banks? {
    guard let section = MappingReader(node, .banks, &problems),
      let items = section.required("at", &problems)?.list("at", &problems)
    else { return nil }
    let times = items.compactMap { $0.value(&problems, parseClock) }
    let size = section.node("size")
    let banks = CustomsWords.Banks(
      minutes: times.map { Int($0 / 60_000_000) }.sorted(),
      position: node.position,
      size: (size?.text ?? "1", size?.position ?? node.position)
    )
    checkConvoy(banks.size.text, at: banks.size.position)
    return banks
  }

  @discardableResult
  private mutating func checkConvoy(_ text: String, at position: SourcePosition) -> Double? {
    let folder = self.folder
    return problems.value(at: position) { () throws(ScenarioFault) in
      let law = try parseDistribution(text, of: .plain, folder: folder)
      guard law.minimum >= 1 else { throw .outOfRange(text, low: "1", high: "1000000") }
      return law.mean
    }
  }

  // MARK: What they are

  private mutating func readTrucks(_ section: MappingReader, into flow: inout CustomsWords.Flow) {
    if flow.banks == nil {
      flow.meanConvoy = checkConvoy(flow.convoys.text, at: flow.convoys.position) ?? 1
    }
    if let node = section.node("vehicles") {
      flow.vehicles = shares(node, "vehicles", CustomsWords.vehicles) ?? flow.vehicles
    }
    if let node = section.node("papers") {
      flow.papers = shares(node, "papers", CustomsWords.papers) ?? flow.papers
    }
    if let node = section.node("status") {
      flow.status = shares(node, "status", CustomsWords.statuses)
    }
    if let node = section.node("firms") {
      let names = words.firms.map(\.name.text)
      flow.firms = shares(node, "firms", names, named: .firm)
    }
    flow.emptyOneWay =
      section.value("empty one way", &problems, parseShare)
      ?? flow.assumptions.share("empty share", within: words.assumptions)
    flow.lot =
      section.value("trucks per declaration", &problems) { (text) throws(ScenarioFault) in
        try parseCount(text, in: 1...10_000)
      } ?? 1
    if let node = section.node("goods") {
      flow.goods = shares(node, "goods", words.goodsNames) ?? flow.goods
    }
    if let node = section.node("urgent"), let share = node.value(&problems, parseShare) {
      flow.urgent = CustomsWords.Placed(value: share, position: node.position)
    }
    flow.reExits =
      section.node("leaves for").flatMap {
        word($0, "leaves for", ["inland", "abroad"])
      } == "abroad"
    readMovements(section, into: &flow)
    if let node = section.node("may arrive") { readTimes(node, into: &flow) }
  }

  private mutating func readTimes(_ node: SourceNode, into flow: inout CustomsWords.Flow) {
    guard let entries = node.entries else {
      problems.add(.wrongKind(found: node.kind, expected: [.mapping]), at: node.position)
      return
    }
    for entry in entries {
      guard CustomsWords.vehicles.contains(entry.key) else {
        problems.add(
          .unknownWord(
            entry.key,
            key: "may arrive",
            allowed: CustomsWords.vehicles,
            nearest: nearestName(to: entry.key, in: CustomsWords.vehicles)
          ),
          at: entry.keyPosition
        )
        continue
      }
      if entry.value.text == "always" { continue }
      let items =
        entry.value.text == nil ? entry.value.list("may arrive", &problems) : [entry.value]
      let windows = (items ?? []).compactMap { $0.value(&problems, parseWindow) }
      if !windows.isEmpty { flow.mayArrive.append((entry.key, windows)) }
    }
  }
}
