import EventSimulation
import OutputAnalysis
import RandomVariates

/// How a truck picks a lane.
extension ClearanceNetwork {
  /// The lane for a truck: of those that take its class, the open ones where there are any.
  ///
  /// A truck comes this far only when some lane takes it.
  mutating func chooseLane(_ truck: Int, _ step: Int) -> Int {
    let station = Int(steps[step].place)
    let first = Int(places[station].firstLane)
    let lanes = first..<first + Int(places[station].laneCount)
    let shortest = !places[station].picksAtRandom
    // One pass over the few lanes, and a second one only where several tie for the best.
    var chosen = first
    var best = Int32.max
    var bestIsOpen = false
    var ties = 0
    for lane in lanes where takes(lane, truck) {
      let isOpen = places[lane].open > 0
      let load = shortest ? load(of: lane) : 0
      if ties > 0, isOpen == bestIsOpen, load == best {
        ties += 1
      } else if ties == 0 || (isOpen && !bestIsOpen) || (isOpen == bestIsOpen && load < best) {
        chosen = lane
        best = load
        bestIsOpen = isOpen
        ties = 1
      }
    }
    if ties == 1 { return chosen }
    let unit = random.unit(at: address(truck, step, block: DrawBlock.lane))
    var skip = Int(unit * Double(ties))
    for lane in lanes where takes(lane, truck) {
      guard (places[lane].open > 0) == bestIsOpen else { continue }
      guard !shortest || load(of: lane) == best else { continue }
      if skip == 0 { return lane }
      skip -= 1
    }
    preconditionFailure("no lane of station \(station) takes truck \(trucks[truck].number)")
  }

  /// Whether some lane of a station takes a truck.
  ///
  /// The compiler makes sure of that for classes; which words a truck carries is known only here.
  mutating func isTaken(_ truck: Int, by station: Int) -> Bool {
    guard places[station].maskCount > 0 else { return true }
    let first = Int(places[station].firstLane)
    for lane in first..<first + Int(places[station].laneCount) where takes(lane, truck) {
      return true
    }
    return false
  }

  /// How many wait and are served in a lane; who seizes several servers counts as often.
  @inline(__always)
  mutating func load(of lane: Int) -> Int32 {
    places[lane].together == 1
      ? places[lane].waiting &+ places[lane].busy
      : Int32(clamping: places[lane].present.level)
  }

  /// Whether a lane takes a truck, by its class and by the words that it carries.
  @inline(__always)
  mutating func takes(_ lane: Int, _ truck: Int) -> Bool {
    let first = Int(places[lane].firstMask)
    for index in first..<first + Int(places[lane].maskCount) {
      let mask = masks[index]
      let word = UInt64(truncatingIfNeeded: Int(attribute(mask.attribute, of: truck)))
      if mask.words &>> word & 1 == 0 { return false }
    }
    guard places[lane].asksForClass else { return true }
    return laneClasses[lane * classCount + Int(trucks[truck].classIndex)]
  }
}
