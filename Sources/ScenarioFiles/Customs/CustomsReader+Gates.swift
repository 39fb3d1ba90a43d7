/// Gates and their lanes.
extension CustomsReader {
  mutating func readGates(_ root: SourceNode) {
    for (name, node) in named(root, "gates") {
      guard let section = MappingReader(node, .gate, &problems) else { continue }
      var gate = CustomsWords.Gate(name: name, turnOutPosition: name.position)
      let joins = ["shortest queue", "random"]
      if let node = section.node("joins"), word(node, "joins", joins) != nil { gate.joins = node }
      if let node = section.node("queue space"), let length = node.value(&problems, metres) {
        gate.queueSpace = (node, length)
      }
      if let node = section.node("turn-out") {
        gate.turnOutPosition = node.position
        gate.turnOut =
          node.value(&problems) { (text) throws(ScenarioFault) in
            try parseCount(text, in: 0...1_000)
          } ?? 1
      }
      let hours = section.node("open")?.hours(&problems) ?? WeekPlan(always: 1)
      let hoursPosition = section.node("open")?.position ?? name.position
      for item in section.required("lanes", &problems)?.list("lanes", &problems) ?? [] {
        guard let first = readLane(item, hours, hoursPosition) else { continue }
        for lane in alike(first, item["count"]) {
          if gate.lanes.contains(where: { $0.name.text == lane.name.text }) {
            problems.add(.duplicateName(lane.name.text, kind: .lane), at: lane.name.position)
          }
          gate.lanes.append(lane)
        }
      }
      words.gates.append(gate)
    }
  }

  private mutating func readLane(
    _ node: SourceNode,
    _ gateHours: WeekPlan,
    _ hoursPosition: SourcePosition
  ) -> CustomsWords.Lane? {
    guard let section = MappingReader(node, .gateLane, &problems) else { return nil }
    let name = section.required("name", &problems)?.name(&problems)
    let way = section.required("way", &problems).flatMap { word($0, "way", ["in", "out"]) }
    let allowed = CustomsWords.kinds + ["cars"] + CustomsWords.statuses
    var serves: [String] = []
    if let node = section.node("serves") {
      let items = node.text == nil ? node.list("serves", &problems) ?? [] : [node]
      serves = items.compactMap { word($0, "serves", allowed) }
    }
    guard let name, let way else { return nil }
    let isForCars = serves.contains("cars")
    if isForCars, serves.contains(where: { $0 != "cars" }) {
      problems.add(
        .customs(.carsAmongGoods(lane: name.text)),
        at: section.node("serves")?.position
      )
    }
    let technology = section.node("technology").flatMap {
      word($0, "technology", ["manual", "automatic", "contactless"])
    }
    let ownHours = section.node("open").flatMap { $0.hours(&problems) }
    return CustomsWords.Lane(
      name: name,
      leadsIn: way == "in",
      serves: isForCars ? ["cars"] : serves,
      servesPosition: section.node("serves")?.position ?? node.position,
      technology: isForCars ? "" : technology ?? "automatic",
      // The hours of the gate are those of its goods lanes.
      hours: ownHours ?? (isForCars ? WeekPlan(always: 1) : gateHours),
      hoursPosition: section.node("open")?.position ?? hoursPosition
    )
  }
}
