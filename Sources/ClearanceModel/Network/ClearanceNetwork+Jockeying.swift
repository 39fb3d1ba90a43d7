import EventSimulation
import OutputAnalysis

/// Trucks that go over to a shorter lane.
///
/// Whenever an open lane has at least two fewer waiting and in service than another, the last of the
/// longest such queue whom the shorter lane takes goes over to it. A closed lane counts as one longer,
/// so that nobody stays there alone beside an open one that is empty. Each move makes the lanes more
/// even and nobody goes over to a closed one, so that the moves end.
extension ClearanceNetwork {
  /// A truck has joined the queue of a lane, or left it.
  mutating func noteChange(of truck: Int, at lane: Int, by amount: Int32) {
    waitingByClass[lane * classCount + Int(trucks[truck].classIndex)] &+= amount
    uneven.append(places[lane].station)
  }

  /// Trucks of a station go over as long as two lanes are uneven.
  mutating func evenOut(_ station: Int, on calendar: inout Calendar) {
    while let move = nextMove(at: station) {
      changeLane(move.truck, to: move.lane, at: calendar.now)
    }
  }

  /// Who goes over next: to the shortest lane, of equal ones the first; from the longest, of equal
  /// ones the nearest, then the first.
  private mutating func nextMove(at station: Int) -> (truck: Int, lane: Int)? {
    let first = Int(places[station].firstLane)
    let lanes = first..<first + Int(places[station].laneCount)
    var fewest = Int32.max
    var most = Int32.min
    for lane in lanes {
      if places[lane].open > 0 { fewest = min(fewest, load(of: lane)) }
      if places[lane].waiting > 0 { most = max(most, length(of: lane)) }
    }
    // As it is nearly always, with lanes that take everybody.
    guard fewest < .max, most > .min, most - fewest >= 2 else { return nil }
    var move: (truck: Int, lane: Int)?
    var shortest = most - 1
    for lane in lanes where places[lane].open > 0 && load(of: lane) < shortest {
      guard let truck = comer(to: lane, from: lanes) else { continue }
      move = (truck, lane)
      shortest = load(of: lane)
    }
    return move
  }

  /// Who would come to a lane.
  private mutating func comer(to lane: Int, from lanes: Range<Int>) -> Int? {
    var comer: Int?
    var longest = load(of: lane) + 1
    var distance = 0
    for other in lanes where places[other].waiting > 0 {
      let length = length(of: other)
      let isNearer = length == longest && comer != nil && abs(other - lane) < distance
      guard length > longest || isNearer else { continue }
      let truck = lastWaiting(at: other, for: lane)
      guard truck != nobody else { continue }
      comer = Int(truck)
      longest = length
      distance = abs(other - lane)
    }
    return comer
  }

  /// How long a lane is for those who stand there.
  private mutating func length(of lane: Int) -> Int32 {
    load(of: lane) + (places[lane].open > 0 ? 0 : 1)
  }

  /// The last of a queue whom another lane takes; of a random queue, the last who came.
  private mutating func lastWaiting(at place: Int, for lane: Int) -> UInt32 {
    guard mayTake(lane, from: place) else { return nobody }
    switch places[place].discipline {
    case .fifo, .lifo:
      return last(from: places[place].tail, for: lane)
    case .priority:
      let base = Int(places[place].priorityBase)
      let sides = places[place].goesFirst == StepPlan.none ? 1 : 2
      for queue in (base..<base + sides * Int(places[place].queuesOfClass)).reversed() {
        let truck = last(from: priorityQueues[queue].tail, for: lane)
        if truck != nobody { return truck }
      }
      return nobody
    case .random:
      var last = nobody
      for truck in randomQueues[place] where takes(lane, Int(truck)) {
        if last == nobody || trucks[Int(truck)].joinedAt >= trucks[Int(last)].joinedAt {
          last = truck
        }
      }
      return last
    case .shortestJob:
      return lastByLength(at: place, for: lane)
    }
  }

  private mutating func last(from tail: UInt32, for lane: Int) -> UInt32 {
    var truck = tail
    while truck != nobody, !takes(lane, Int(truck)) { truck = previous[Int(truck)] }
    return truck
  }

  /// Whether anybody who waits in one lane has a class that another takes.
  private mutating func mayTake(_ lane: Int, from place: Int) -> Bool {
    guard places[lane].asksForClass else { return true }
    for index in 0..<classCount where waitingByClass[place * classCount + index] > 0 {
      if laneClasses[lane * classCount + index] { return true }
    }
    return false
  }

  /// A truck goes over.
  ///
  /// Its visit will be one of the lane where it is served, while the queue that it has left, and the
  /// servers that it was sent back from, keep its time: the ledgers settle that.
  private mutating func changeLane(_ truck: Int, to lane: Int, at now: SimulatedTime) {
    let left = Int(trucks[truck].place)
    takeOut(truck, at: left)
    countWaiting(at: left, by: -1, now)
    noteChange(of: truck, at: left, by: -1)
    let served = Int128(trucks[truck].served.microseconds)
    let wait = Int128((now - trucks[truck].joinedAt).microseconds) - served
    statistics.ledgers[left].waits += wait
    statistics.ledgers[lane].waits -= wait
    statistics.ledgers[left].serverTime += served
    statistics.ledgers[lane].serverTime -= served
    places[left].present.change(by: -1, at: now.microseconds)
    places[lane].present.change(by: 1, at: now.microseconds)
    places[lane].arrivals += 1
    trucks[truck].place = UInt16(lane)
    insert(truck, at: lane, now)
    countWaiting(at: lane, by: 1, now)
    noteChange(of: truck, at: lane, by: 1)
    serveIfFree(lane)
  }
}
