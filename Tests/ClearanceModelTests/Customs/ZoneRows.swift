import ClearanceModel
import ClearanceRecords
import EventSimulation
import ScenarioFiles

/// The rows of a zone's replication, and what in them is against the rules, in words.
struct ZoneRows {
  private let log: ReplicationLog
  private let customs: CustomsScenario
  private let carried: [Carrier: [String: String]]

  /// A truck, or a companion of it.
  private struct Carrier: Hashable {
    var flow: UInt16
    var truck: UInt32
    var companion: UInt32 = 0
  }

  init(_ log: ReplicationLog, _ customs: CustomsScenario) {
    (self.log, self.customs) = (log, customs)
    var carried: [Carrier: [String: String]] = [:]
    for row in log.rows.attributes {
      let attribute = log.plan.attributes[Int(row.attribute)]
      let word = attribute.words.isEmpty ? "\(row.value)" : attribute.words[Int(row.value)]
      let carrier = Carrier(flow: row.flow, truck: row.truck, companion: row.companion)
      carried[carrier, default: [:]][attribute.name] = word
    }
    self.carried = carried
  }

  // MARK: Forms

  private var forms: [(name: String, states: [String])] {
    var order: [String] = []
    var states: [String: [String]] = [:]
    for row in log.rows.transitions {
      let document = log.plan.attributes[Int(row.document)]
      guard document.name.hasPrefix("form ") else { continue }
      let name = "\(log.plan.flows[Int(row.flow)].name)#\(row.truck) \(document.name)"
      if states[name] == nil { order.append(name) }
      states[name, default: []].append(document.words[Int(row.state)])
    }
    return order.map { ($0, states[$0] ?? []) }
  }

  /// How many forms have passed.
  var passedForms: Int { forms.count { $0.states.contains("passed") } }

  /// Forms that passed twice, or again after they were used, or without an approval that held.
  var faultsOfForms: [String] {
    forms.filter { form in
      var isApproved = false
      var isUsed = false
      for state in form.states {
        if isUsed { return true }
        switch state {
        case "approved": isApproved = true
        case "refused", "applied", "void": isApproved = false
        case "passed", "detained":
          if !isApproved { return true }
          isUsed = true
        default: break
        }
      }
      return false
    }.map(\.name)
  }

  // MARK: Places

  /// Trucks that are at two places at one time.
  ///
  /// A place in the turn-out is taken before the lane is given up; goods that are detained or stored
  /// are no trucks.
  var inTwoPlaces: [String] {
    var visits: [Carrier: [(place: String, from: SimulatedTime, to: SimulatedTime)]] = [:]
    for row in log.rows.passages {
      let place = log.plan.places[Int(row.place)].name
      guard Self.ofTrucks.contains(place) else { continue }
      let isTurnOut = place == "main-turn-out"
      let from = isTurnOut ? row.startedAt : row.arrivedAt
      let carrier = Carrier(flow: row.flow, truck: row.truck)
      if from != .never { visits[carrier, default: []].append((place, from, row.leftAt)) }
    }
    return visits.sorted { ($0.key.flow, $0.key.truck) < ($1.key.flow, $1.key.truck) }
      .compactMap { carrier, unsorted in
        let sorted = unsorted.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
        for (last, next) in zip(sorted, sorted.dropFirst()) where next.from < last.to {
          let isChange = ["main-in", "main-out"].contains(last.place)
          // The lane is given up before the truck leaves the turn-out.
          if isChange, next.place == "main-turn-out", last.to <= next.to { continue }
          return "\(carrier.flow)#\(carrier.truck): \(last.place) and \(next.place)"
        }
        return nil
      }
  }

  private static let ofTrucks = [
    "main-in", "main-out", "main-cars-in", "main-cars-out", "main-turn-out", "yard", "outer-lot",
  ]

  /// Trucks in lanes that may not serve them, by what the lanes' own words say.
  var inWrongLanes: [String] {
    var lanes: [String: CustomsScenario.Lane] = [:]
    for lane in customs.gates.flatMap(\.lanes) { lanes[lane.place] = lane }
    return log.rows.passages.compactMap { row in
      guard row.lane != noPlace else { return nil }
      let place = log.plan.places[Int(row.lane)].name
      let truck = "\(log.plan.flows[Int(row.flow)].name)#\(row.truck): \(place)"
      guard let lane = lanes[place] else { return truck }
      if log.plan.flows[Int(row.flow)].name == "cars" { return lane.isForCars ? nil : truck }
      let words = carried[Carrier(flow: row.flow, truck: row.truck)] ?? [:]
      let kinds = lane.serves.filter { ["declared", "not-declared", "sundries"].contains($0) }
      let statuses = lane.serves.filter { ["bonded", "non-bonded"].contains($0) }
      let takesKind = kinds.isEmpty || kinds.contains(kind(words, leadsIn: lane.leadsIn))
      let takesStatus = statuses.isEmpty || statuses.contains(words["status"] ?? "bonded")
      return takesKind && takesStatus && !lane.isForCars ? nil : truck
    }
  }

  /// The kind of lane that a truck needs; a first word is not recorded.
  private func kind(_ words: [String: String], leadsIn: Bool) -> String {
    let isEmpty = words["loaded"] == (leadsIn ? "out" : "in")
    switch words["papers"] ?? "declared" {
    case _ where isEmpty: return "not-declared"
    case "declared": return "declared"
    case "sundries": return "sundries"
    default: return "not-declared"
    }
  }

  // MARK: Piles

  private struct Pile: Hashable, Comparable {
    var collection: UInt16
    var pile: UInt32
    var closing: UInt32

    static func < (a: Pile, b: Pile) -> Bool {
      (a.collection, a.pile, a.closing) < (b.collection, b.pile, b.closing)
    }
  }

  /// Piles that two companions take, or that are not what their companion says.
  var faultsOfPiles: [String] {
    var slips: [Pile: Int] = [:]
    for row in log.rows.gathered {
      let pile = Pile(collection: row.collection, pile: row.pile, closing: row.closing)
      slips[pile, default: 0] += 1
    }
    var faults: [String] = []
    var taken: Set<Pile> = []
    for row in log.rows.companions where row.collection != noPlace {
      let pile = Pile(collection: row.collection, pile: row.pile, closing: row.closing)
      if !taken.insert(pile).inserted { faults.append("taken twice: \(pile)") }
      let carrier = Carrier(flow: row.flow, truck: row.truck, companion: row.number)
      let own = carried[carrier]?["slips"].flatMap(Double.init)
      if slips[pile] != Int(row.gathered) || own != Double(row.gathered) {
        faults.append("\(pile): \(slips[pile] ?? 0) rows, \(row.gathered), \(own ?? 0)")
      }
    }
    return faults
  }
}
