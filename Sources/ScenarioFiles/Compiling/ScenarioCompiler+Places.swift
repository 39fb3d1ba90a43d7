import ClearanceModel
import EventSimulation

/// Stations and lanes.
extension ScenarioCompiler {
  mutating func compilePlaces() {
    var register = HashRegister()
    for station in scenario.stations {
      let identity = station.stream ?? station.name
      if register.has(identity.text) {
        problems.add(.duplicateName(identity.text, kind: .station), at: identity.position)
      }
      let index = plan.places.count
      stationIndex[station.name.text] = index
      var place = newPlace(station.name, stream: station.stream, &register)
      place.servers = station.servers ?? .fixed(0)
      place.discipline = station.discipline
      compileGoesFirst(station, into: &place)
      place.capacity = station.capacity
      place.blocksUpstream = station.blocksUpstream != nil
      place.isPreemptive = station.isPreemptive
      place.failures = failures(of: station)
      place.laneChoice = station.laneChoice
      place.together = station.together
      place.jockeys = station.jockeys
      place.lanes = index + 1..<index + 1 + station.lanes.count
      if station.lanes.isEmpty { place.lanes = 0..<0 }
      plan.places.append(place)
      for lane in station.lanes { addLane(lane, of: station, at: index, &register) }
    }
    compileTeams(&register)
    if plan.places.count > 65_000 {
      problems.add(.tooMany(.place, found: plan.places.count, allowed: 65_000), at: nil)
    }
  }

  private mutating func addLane(
    _ lane: Lane,
    of station: Station,
    at index: Int,
    _ register: inout HashRegister
  ) {
    let name = Name(
      text: "\(station.name.text).\(lane.name.text)",
      position: lane.name.position
    )
    let stream = station.stream.map {
      Name(text: "\($0.text).\(lane.name.text)", position: $0.position)
    }
    var place = newPlace(name, stream: stream, &register)
    place.station = index
    place.servers = lane.servers
    place.discipline = plan.places[index].discipline
    place.goesFirst = plan.places[index].goesFirst
    place.ordersByClass = plan.places[index].ordersByClass
    place.isPreemptive = station.isPreemptive
    place.failures = plan.places[index].failures
    place.together = station.together
    place.jockeys = station.jockeys
    if let takes = lane.takes {
      place.takes = Array(repeating: false, count: plan.classes.count)
      let existing = scenario.classes.map(\.text)
      for name in takes {
        if let found = plan.classes.firstIndex(of: name.text) {
          place.takes[found] = true
        } else {
          problems.add(
            .unknownName(
              name.text,
              kind: .classOfTrucks,
              existing: existing,
              nearest: nearestName(to: name.text, in: existing)
            ),
            at: name.position
          )
        }
      }
    }
    place.takesWords = lane.takesWords.compactMap { wordMask($0.attribute, $0.words) }
    plan.places.append(place)
  }

  /// Who goes before all others; they make a queue one by priority, with or without classes.
  private mutating func compileGoesFirst(_ station: Station, into place: inout PlacePlan) {
    guard let first = station.goesFirst, let mask = wordMask(first.attribute, first.words) else {
      return
    }
    place.goesFirst = mask
    place.ordersByClass = station.discipline == .priority
    place.discipline = .priority
  }

  /// The words of an attribute as a mask; a problem and nil where there is none such.
  private mutating func wordMask(_ name: Name, _ words: [Name]) -> WordMask? {
    guard let index = attribute(name) else { return nil }
    guard case .words(let existing) = plan.attributes[index].kind else {
      problems.add(.attribute(.notWords(attribute: name.text)), at: name.position)
      return nil
    }
    guard existing.count <= WordMask.mostWords else {
      problems.add(
        .tooMany(.word, found: existing.count, allowed: WordMask.mostWords),
        at: name.position
      )
      return nil
    }
    var mask = WordMask(attribute: UInt16(clamping: index), words: 0)
    for word in words {
      if let found = existing.firstIndex(of: word.text) {
        mask.words |= 1 << UInt64(found)
      } else {
        problems.add(
          .unknownName(
            word.text,
            kind: .word,
            existing: existing,
            nearest: nearestName(to: word.text, in: existing)
          ),
          at: word.position
        )
      }
    }
    return mask
  }

  private mutating func newPlace(
    _ name: Name,
    stream: Name?,
    _ register: inout HashRegister
  ) -> PlacePlan {
    placeIndex[name.text] = plan.places.count
    let identity = (stream ?? name).text
    let hash = stableHash(identity)
    if let other = register.clash(UInt32(truncatingIfNeeded: hash), identity) {
      problems.add(.hashCollision(other, identity), at: name.position)
    }
    var place = PlacePlan(name: name.text, hash: hash)
    place.identity = identity
    return place
  }

  /// The most servers that a truck can have of a station, whichever lane it picks; nil when
  /// unlimited.
  ///
  /// A truck stays in its lane, and would wait for ever in one that never has so many. Lanes for
  /// some trucks only count as the best of them: who seizes may pick others.
  func mostServers(of station: Int) -> Int? {
    let place = plan.places[station]
    guard !place.lanes.isEmpty else { return place.servers.most }
    let forAll = place.lanes.filter { lane in
      plan.places[lane].takes.allSatisfy { $0 } && plan.places[lane].takesWords.isEmpty
    }
    if let least = forAll.compactMap({ plan.places[$0].servers.most }).min() { return least }
    var best = 0
    for lane in place.lanes {
      guard let count = plan.places[lane].servers.most else { return nil }
      best = max(best, count)
    }
    return best
  }

  /// Every lane gets trucks, and every truck finds a lane.
  mutating func checkLanes(flows: [Flow]) {
    guard problems.isEmpty else { return }
    let reach = Reachability(plan)
    for station in scenario.stations where !station.lanes.isEmpty {
      guard let index = stationIndex[station.name.text] else { continue }
      if plan.places[index].lanes.contains(where: { !plan.places[$0].takesWords.isEmpty }) {
        checkWords(station, at: index)
        continue
      }
      let coming = reach.classes(at: index)
      for classIndex in plan.classes.indices where coming[classIndex] {
        let isTaken = plan.places[index].lanes.contains { takes($0, classIndex) }
        if !isTaken {
          problems.add(
            .truckWithoutLane(
              station: station.name.text,
              className: plan.classes[classIndex]
            ),
            at: station.name.position
          )
        }
      }
      for (lane, number) in zip(station.lanes, plan.places[index].lanes) {
        let isUsed = plan.classes.indices.contains { coming[$0] && takes(number, $0) }
        if !isUsed, coming.contains(true) {
          problems.add(.laneWithoutTrucks(lane: lane.name.text), at: lane.name.position)
        }
      }
    }
  }

  private func takes(_ lane: Int, _ classIndex: Int) -> Bool {
    plan.places[lane].takes.isEmpty || plan.places[lane].takes[classIndex]
  }
}
