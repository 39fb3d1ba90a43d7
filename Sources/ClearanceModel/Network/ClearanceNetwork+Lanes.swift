import EventSimulation
import OutputAnalysis
import RandomVariates

/// How a truck picks a lane.
extension ClearanceNetwork {
  /// The lane for a truck: of those that take its class, the open ones where there are any.
  ///
  /// A truck comes this far only when some lane takes it.
  mutating func chooseLane(_ truck: Int, _ step: StepPlan) -> Int {
    let station = Int(step.place)
    let lanes = plan.places[station].lanes
    let shortest = plan.places[station].laneChoice != .random
    // Two passes over the few lanes: how many tie for the best, then which of them it is.
    var best = Int32.max
    var bestIsOpen = false
    var ties = 0
    for lane in lanes where takes(lane, truck) {
      let isOpen = places[lane].open > 0
      let load = shortest ? places[lane].waiting &+ places[lane].busy : 0
      if ties > 0, isOpen == bestIsOpen, load == best {
        ties += 1
      } else if ties == 0 || (isOpen && !bestIsOpen) || (isOpen == bestIsOpen && load < best) {
        best = load
        bestIsOpen = isOpen
        ties = 1
      }
    }
    var skip = 0
    if ties > 1 {
      let unit = random.unit(at: address(truck, step, block: DrawBlock.lane))
      skip = Int(unit * Double(ties))
    }
    for lane in lanes where takes(lane, truck) {
      guard (places[lane].open > 0) == bestIsOpen else { continue }
      guard !shortest || places[lane].waiting &+ places[lane].busy == best else { continue }
      if skip == 0 { return lane }
      skip -= 1
    }
    preconditionFailure("no lane of station \(station) takes truck \(trucks[truck].number)")
  }

  /// Whether some lane of a station takes a truck.
  ///
  /// The compiler makes sure of that for classes; which words a truck carries is known only here.
  func isTaken(_ truck: Int, by station: Int) -> Bool {
    let first = Int(places[station].firstLane)
    let lanes = first..<first + Int(places[station].laneCount)
    return places[station].maskCount == 0 || lanes.contains { takes($0, truck) }
  }

  private func takes(_ lane: Int, _ truck: Int) -> Bool {
    let first = Int(places[lane].firstMask)
    for index in first..<first + Int(places[lane].maskCount) {
      let mask = masks[index]
      let word = UInt64(attribute(mask.attribute, of: truck))
      if mask.words & (1 << word) == 0 { return false }
    }
    let classes = plan.places[lane].takes
    return classes.isEmpty || classes[Int(trucks[truck].classIndex)]
  }
}
