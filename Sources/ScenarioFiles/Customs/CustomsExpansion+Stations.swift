/// Gates, yards, offices, laboratories and stores as stations.
extension CustomsExpansion {
  func stations(_ procedures: ProcedureSelection) -> [(String, SourceNode)] {
    var result: [(String, SourceNode)] = []
    for gate in words.gates {
      for side in CustomsExpansion.sides {
        if let node = station(of: gate, side) {
          result.append((gate.name.text + side.suffix, node))
        }
      }
      let name = gate.name.text + "-turn-out"
      if gate.turnOut > 0, procedures.uses(station: name) {
        let count = SourceNode.text("\(gate.turnOut)", at: gate.turnOutPosition)
        result.append((name, .mapping([("servers", count)], at: gate.turnOutPosition)))
      }
    }
    let staffed = words.stationsWithOfficers
    for (name, isWritten, node) in offices
    where isWritten || procedures.uses(station: name) || staffed.contains(name) {
      result.append((name, station(name, node)))
    }
    return result
  }

  /// The four sides of a gate that trucks and cars queue at.
  static let sides: [(suffix: String, leadsIn: Bool, isForCars: Bool)] = [
    ("-in", true, false), ("-out", false, false), ("-cars-in", true, true),
    ("-cars-out", false, true),
  ]

  /// The lanes of one side; nil without any.
  private func station(
    of gate: CustomsWords.Gate,
    _ side: (suffix: String, leadsIn: Bool, isForCars: Bool)
  ) -> SourceNode? {
    let lanes = gate.lanes.filter {
      $0.leadsIn == side.leadsIn && $0.isForCars == side.isForCars
    }
    guard !lanes.isEmpty else { return nil }
    let position = gate.name.position
    var entries: [(String, SourceNode)] = []
    if let joins = gate.joins { entries.append(("joins", joins)) }
    if side.leadsIn, !side.isForCars, let space = gate.queueSpace {
      entries.append(("queue space", space.node))
    }
    // Who stands in a lane that closes for the quiet hours does not wait there until it opens again.
    if lanes.contains(where: \.countVaries) {
      entries.append(("jockeying", .text("yes", at: position)))
    }
    entries.append(("lanes", .list(lanes.map(lane), at: position)))
    return .mapping(entries, at: position)
  }

  private func lane(_ lane: CustomsWords.Lane) -> SourceNode {
    let position = lane.name.position
    var entries: [(String, SourceNode)] = [("name", .text(lane.name.text, at: position))]
    var takes: [(String, SourceNode)] = []
    for (attribute, words) in [
      ("lane kind", CustomsWords.kinds), ("status", CustomsWords.statuses),
    ] {
      let named = words.filter { lane.serves.contains($0) }
      if !named.isEmpty { takes.append((attribute, .texts(named, at: lane.servesPosition))) }
    }
    if !takes.isEmpty { entries.append(("takes", .mapping(takes, at: lane.servesPosition))) }
    entries.append(("properties", .mapping(properties(of: lane), at: position)))
    return .mapping(
      entries + servers(lane.hours.times(1), at: lane.hoursPosition),
      at: position
    )
  }

  private func properties(of lane: CustomsWords.Lane) -> [(String, SourceNode)] {
    func assumed(_ key: String) -> SourceNode {
      words.assumptions.value(key, at: lane.name.position)
    }
    func fixed(_ text: String) -> SourceNode { .text(text, at: lane.name.position) }
    if lane.isForCars { return [("pass", assumed("card pass"))] }
    let isManual = lane.technology == "manual"
    return [
      ("pass", assumed("\(lane.technology) pass")),
      // A contactless lane is never closed between trucks.
      ("gap", lane.technology == "contactless" ? fixed("0 s") : assumed("clearance gap")),
      ("unread plate", isManual ? fixed("0%") : assumed("unread plate")),
      ("unread container", isManual ? fixed("0%") : assumed("unread container")),
      ("by hand", fixed(isManual ? "1" : "0")),
    ]
  }

  /// Servers that are open as a plan says.
  func servers(
    _ plan: WeekPlan,
    returnsToQueue: Bool = false,
    at position: SourcePosition
  ) -> [(String, SourceNode)] {
    let rule = returnsToQueue ? "return to queue" : "finish"
    if let run = words.run, plan.constant == nil || plan.namesHolidays {
      let node = SourceNode(position: position, content: .made(.roster(run.roster(of: plan))))
      return [("servers", node), ("on closing", .text(rule, at: position))]
    }
    if let count = plan.constant { return [("servers", .text("\(count)", at: position))] }
    let shifts = plan.shifts(from: words.firstWeekday).map { shift in
      SourceNode.mapping(
        [
          ("from", .text(minutesText(shift.minute), at: position)),
          ("count", .text("\(shift.count)", at: position)),
        ],
        at: position
      )
    }
    return [
      ("servers", .list(shifts, at: position)),
      ("repeats every", .text("7 d", at: position)),
      ("on closing", .text(rule, at: position)),
    ]
  }

  /// Name, whether the scenario has the word for it, and the station.
  private var offices: [(name: String, isWritten: Bool, node: SourceNode)] {
    func staffed(
      _ staffed: CustomsWords.Staffed?,
      default count: Int,
      waits: Bool = false,
      byClass: Bool = false
    ) -> SourceNode {
      let place = staffed?.position ?? position
      let plan = staffed?.plan ?? WeekPlan(always: count)
      var entries = servers(plan, returnsToQueue: waits, at: place)
      // Advanced-certified firms go first (海关高级认证企业优先).
      if byClass { entries.append(("queue", .text("priority", at: place))) }
      return .mapping(entries, at: place)
    }
    func unlimited(_ places: Int?, _ place: SourcePosition) -> SourceNode {
      .mapping([("servers", .text(places.map { "\($0)" } ?? "unlimited", at: place))], at: place)
    }
    func hasStore(_ temperature: String) -> Bool {
      words.stores.contains { $0.temperature == temperature }
    }
    func store(_ temperature: String) -> SourceNode {
      let store = words.stores.first { $0.temperature == temperature }?.warehouse
      return unlimited(store?.places, store?.position ?? position)
    }
    let yard = words.yard
    return [
      ("outer-lot", false, unlimited(nil, position)),
      ("control-room", words.controlRoom != nil, staffed(words.controlRoom, default: 1)),
      ("yard", words.hasYard, staffed(yard?.bays, default: 1, byClass: true)),
      ("scanner", yard?.scanner != nil, staffed(yard?.scanner, default: 1)),
      ("image-review", words.hasYard, staffed(yard?.imageReview, default: 1)),
      ("crew", words.hasYard, staffed(yard?.crews, default: 1, waits: true)),
      ("detention", false, unlimited(nil, position)),
      (
        "document-office", words.documentOffice != nil,
        staffed(words.documentOffice, default: 1, waits: true, byClass: true)
      ),
      (
        "samplers", words.samplers != nil, staffed(words.samplers, default: 1, waits: true)
      ),
      (
        "laboratory", words.laboratory != nil,
        laboratoryLanes ?? staffed(words.laboratory, default: 4, waits: true, byClass: true)
      ),
      (
        "supervised-warehouse", words.supervised != nil,
        unlimited(words.supervised?.places, words.supervised?.position ?? position)
      ),
      (
        "supervised-warehouse-chilled", hasStore("chilled"), store("chilled")
      ),
      (
        "supervised-warehouse-frozen", hasStore("frozen"), store("frozen")
      ),
      (
        "quarantine-store", words.quarantine != nil,
        unlimited(words.quarantine?.places, words.quarantine?.position ?? position)
      ),
      (
        "port-store", words.port != nil,
        unlimited(words.port?.places, words.port?.position ?? position)
      ),
    ]
  }
}
