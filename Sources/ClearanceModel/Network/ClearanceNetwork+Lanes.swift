import EventSimulation
import OutputAnalysis
import RandomVariates

/// How a truck picks a lane.
extension ClearanceNetwork {
  /// The lane for a truck: of those that take its class, the open ones where there are any.
  ///
  /// The compiler has made sure that every truck finds a lane.
  func chooseLane(_ truck: Int, _ step: StepPlan) -> Int {
    let station = Int(step.place)
    let lanes = plan.places[station].lanes
    let classIndex = Int(trucks[truck].classIndex)
    let shortest = plan.places[station].laneChoice != .random
    // Two passes over the few lanes: how many tie for the best, then which of them it is.
    var best = Int32.max
    var bestIsOpen = false
    var ties = 0
    for lane in lanes where takes(lane, classIndex) {
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
    for lane in lanes where takes(lane, classIndex) {
      guard (places[lane].open > 0) == bestIsOpen else { continue }
      guard !shortest || places[lane].waiting &+ places[lane].busy == best else { continue }
      if skip == 0 { return lane }
      skip -= 1
    }
    preconditionFailure("no lane of station \(station) takes class \(classIndex)")
  }

  private func takes(_ lane: Int, _ classIndex: Int) -> Bool {
    plan.places[lane].takes.isEmpty || plan.places[lane].takes[classIndex]
  }
}
