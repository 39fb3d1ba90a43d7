import EventSimulation
import OutputAnalysis

/// Trucks that are announced before they come: their papers are prepared while they are on the way.
///
/// The truck of a flow whose procedure has the step is announced until it comes to it: zone,
/// clearance, marks and stages know nothing of it before.
extension ClearanceNetwork {
  /// Notes when a new truck, companion or token came, or that it is only announced.
  mutating func keepClock(of slot: Int) {
    while clocks.count <= slot { clocks.append(.zero) }
    clocks[slot] = trucks[slot].arrivedAt
  }

  /// What is copied from a truck counts its time as the truck does.
  mutating func copyClock(from truck: Int, to slot: Int) {
    guard startsClocks, clocks[truck] != .never else { return }
    clocks[slot] = clocks[truck]
  }

  /// A truck is announced.
  mutating func announce(_ truck: Int) {
    clocks[truck] = .never
    announced += 1
  }

  /// Whether a truck is announced and not here.
  @inline(__always)
  mutating func isAnnounced(_ truck: Int) -> Bool {
    startsClocks && clocks[truck] == .never
  }

  /// A truck is here now; a companion's marks count from now.
  mutating func startClock(of truck: Int, at now: SimulatedTime) {
    if isToken(truck) { startClock(of: Int(companions[truck].parentSlot), at: now) }
    guard trucks[truck].flags & TruckFlag.isCompanion == 0 else {
      clocks[truck] = now
      return
    }
    guard clocks[truck] == .never else { return }
    announced -= 1
    clocks[truck] = now
    statistics.zonePresent.change(by: 1, at: now.microseconds)
    guard flows[Int(trucks[truck].flow)].hasStages else { return }
    stageClocks[truck].since = now
    for stage in 0..<stageCount { stageTimes[truck * stageCount + stage] = 0 }
  }

  /// Since when a truck's time counts; nil as long as it is announced.
  mutating func timeBegan(_ truck: Int) -> SimulatedTime? {
    guard startsClocks else { return trucks[truck].arrivedAt }
    var holder = truck
    while isToken(holder) { holder = Int(companions[holder].parentSlot) }
    return clocks[holder] == .never ? nil : clocks[holder]
  }
}

extension ClearancePlan {
  /// For each flow whether its trucks are announced: they come to a step that starts their clock.
  var flowsAnnounced: [Bool] {
    flows.map { flow in
      var seen = Array(repeating: false, count: steps.count)
      var open = [Int(flow.firstStep)]
      while let step = open.popLast() {
        guard !seen[step] else { continue }
        seen[step] = true
        if steps[step].kind == .startClock { return true }
        open += successors(of: step)
      }
      return false
    }
  }

  /// Whether a condition that trucks wait for asks about a place, or about the station of a lane.
  func isWatched(_ index: Int) -> Bool {
    steps.contains { step in
      guard step.kind == .wait else { return false }
      let branch = branches[Int(step.firstBranch)]
      return terms[Int(branch.firstTerm)...].prefix(Int(branch.termCount)).contains { term in
        guard [.queue, .present, .open].contains(term.attribute) else { return false }
        return Int(term.place) == index || Int(term.place) == places[index].station
          || places[index].lanes.contains(Int(term.place))
      }
    }
  }
}
