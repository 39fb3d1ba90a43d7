/// Officers, benches, bays and stores.
extension CustomsReader {
  mutating func readStaff(_ root: SourceNode) {
    words.controlRoom = root["control room"].flatMap { readOffice($0) }
    words.documentOffice = root["document office"].flatMap { readOffice($0) }
    words.laboratory = root["laboratory"].flatMap {
      readStaffed($0, .laboratory, "benches", default: 4)
    }
    readLaboratories(root)
    words.samplers = root["samplers"].flatMap { readStaffed($0, .samplers, "teams", default: 1) }
    words.yard = root["yard"].flatMap { readYard($0) }
    if let node = root["warehouses"], let section = MappingReader(node, .warehouses, &problems) {
      readStores(section)
    }
  }

  private mutating func readOffice(_ node: SourceNode) -> CustomsWords.Staffed? {
    readStaffed(node, .office, "officers", default: 1)
  }

  mutating func readStaffed(
    _ node: SourceNode,
    _ kind: SectionKind,
    _ key: String,
    default count: Int
  ) -> CustomsWords.Staffed? {
    let found = problems.problems.problems.count
    guard let section = MappingReader(node, kind, &problems) else { return nil }
    var plan = section.node(key)?.staff(&problems) ?? WeekPlan(always: count)
    if let hours = section.node("open")?.hours(&problems) { plan = plan.within(hours) }
    let position = section.node(key)?.position ?? node.position
    return checked(plan, since: found, at: position)
  }

  /// A plan that opens at some time; a problem where it never does.
  ///
  /// What could not be read has had its say: `found` is the number of problems before it.
  private mutating func checked(
    _ plan: WeekPlan,
    since found: Int,
    at position: SourcePosition
  ) -> CustomsWords.Staffed {
    if plan.neverOpens, problems.problems.problems.count == found {
      problems.add(.neverOpens, at: position)
    }
    return CustomsWords.Staffed(plan: plan, position: position)
  }

  private mutating func readYard(_ node: SourceNode) -> CustomsWords.Yard? {
    guard let section = MappingReader(node, .yard, &problems) else { return nil }
    let found = problems.problems.problems.count
    let hours = section.node("open").flatMap { $0.hours(&problems) } ?? WeekPlan(always: 1)
    let bays = section.value("bays", &problems) { (text) throws(ScenarioFault) in
      try parseCount(text, in: 0...10_000)
    }
    let baysPosition = section.node("bays")?.position ?? node.position
    let crews = section.node("crews")?.staff(&problems) ?? WeekPlan(always: 1)
    let crewPosition = section.node("crews")?.position ?? node.position
    let always = CustomsWords.Staffed(plan: WeekPlan(always: 1), position: node.position)
    return CustomsWords.Yard(
      position: node.position,
      bays: CustomsWords.Staffed(plan: WeekPlan(always: bays ?? 0), position: baysPosition),
      crews: checked(crews.within(hours), since: found, at: crewPosition),
      scanner: section.node("scanner").flatMap { readScanner($0) },
      imageReview: section.node("image review").flatMap { readOffice($0) } ?? always
    )
  }

  private mutating func readScanner(_ node: SourceNode) -> CustomsWords.Staffed? {
    if node.text == "none" { return nil }
    return readStaffed(node, .scanner, "machines", default: 1)
  }

  mutating func readWarehouse(_ node: SourceNode) -> CustomsWords.Warehouse? {
    guard let section = MappingReader(node, .warehouse, &problems) else { return nil }
    var warehouse = CustomsWords.Warehouse(places: nil, position: node.position)
    if let places = section.node("places"), places.text != "unlimited" {
      warehouse.position = places.position
      warehouse.places = places.value(&problems) { (text) throws(ScenarioFault) in
        try parseCount(text, in: 1...1_000_000)
      }
    }
    return warehouse
  }
}
