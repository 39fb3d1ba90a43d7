import EventSimulation
import OutputAnalysis
import RandomVariates

/// The queues of places, by discipline.
extension ClearanceNetwork {
  /// A truck joins the queue.
  mutating func enqueue(_ truck: Int, at place: Int, on now: SimulatedTime) {
    trucks[truck].flags |= TruckFlag.isWaiting
    insert(truck, at: place, now)
    countWaiting(at: place, by: 1, now)
    if places[place].jockeys { noteChange(of: truck, at: place, by: 1) }
    if places[place].road != StepPlan.none { changeRoad(at: place, truck, joins: true, now) }
  }

  /// Puts a truck where those stand who come now.
  mutating func insert(_ truck: Int, at place: Int, _ now: SimulatedTime) {
    switch places[place].discipline {
    case .fifo: append(truck, at: place)
    case .lifo: prepend(truck, at: place)
    case .random: randomQueues[place].append(UInt32(truck))
    case .priority: appendByClass(truck, at: place)
    case .shortestJob: insertByLength(truck, at: place, now)
    }
  }

  /// A truck goes back to the head of the queue.
  mutating func requeueAtHead(_ truck: Int, at place: Int, on now: SimulatedTime) {
    trucks[truck].flags |= TruckFlag.isWaiting
    switch places[place].discipline {
    case .fifo, .lifo: prepend(truck, at: place)
    case .random: randomQueues[place].append(UInt32(truck))
    case .priority: prependByClass(truck, at: place)
    case .shortestJob: insertByLength(truck, at: place, now)
    }
    countWaiting(at: place, by: 1, now)
    if places[place].jockeys { noteChange(of: truck, at: place, by: 1) }
    if places[place].road != StepPlan.none { changeRoad(at: place, truck, joins: true, now) }
  }

  /// Whose turn it is.
  ///
  /// - Precondition: somebody waits.
  mutating func nextWaiting(at place: Int) -> Int {
    switch places[place].discipline {
    case .fifo, .lifo:
      return Int(places[place].head)
    case .random:
      return pick(at: place)
    case .priority:
      var queue = Int(places[place].priorityBase)
      while priorityQueues[queue].head == nobody { queue += 1 }
      return Int(priorityQueues[queue].head)
    case .shortestJob:
      return Int(jobQueues[place].first)
    }
  }

  /// The truck whose turn it is leaves the queue.
  mutating func dequeue(_ truck: Int, at place: Int, on now: SimulatedTime) {
    trucks[truck].flags &= ~TruckFlag.isWaiting
    switch places[place].discipline {
    case .fifo, .lifo:
      places[place].head = trucks[truck].next
      if places[place].head == nobody { places[place].tail = nobody }
      if places[place].linksBack { linkBack(places[place].head, to: nobody) }
    case .random:
      let picked = Int(places[place].picked)
      let last = randomQueues[place].count - 1
      randomQueues[place].swapAt(picked, last)
      randomQueues[place].removeLast()
      places[place].picked = -1
    case .priority:
      let queue = classQueue(of: truck, at: place)
      priorityQueues[queue].head = trucks[truck].next
      if priorityQueues[queue].head == nobody { priorityQueues[queue].tail = nobody }
      if places[place].linksBack { linkBack(priorityQueues[queue].head, to: nobody) }
    case .shortestJob:
      jobQueues[place].removeFirst()
    }
    countWaiting(at: place, by: -1, now)
    if places[place].jockeys { noteChange(of: truck, at: place, by: -1) }
    if places[place].road != StepPlan.none { changeRoad(at: place, truck, joins: false, now) }
  }

  /// Anyone who waits, with equal chance; the same one until it is taken out.
  private mutating func pick(at place: Int) -> Int {
    if places[place].picked < 0 {
      let unit = random.unit(
        at: DrawAddress(
          flow: UInt32(truncatingIfNeeded: placeHashes[place]),
          truck: places[place].picks,
          step: pickStep,
          jumps: 0,
          block: 0
        )
      )
      places[place].picks &+= 1
      places[place].picked = Int32(unit * Double(randomQueues[place].count))
    }
    return Int(randomQueues[place][Int(places[place].picked)])
  }

  private mutating func append(_ truck: Int, at place: Int) {
    trucks[truck].next = nobody
    if places[place].linksBack { linkBack(UInt32(truck), to: places[place].tail) }
    if places[place].tail == nobody {
      places[place].head = UInt32(truck)
    } else {
      trucks[Int(places[place].tail)].next = UInt32(truck)
    }
    places[place].tail = UInt32(truck)
  }

  private mutating func prepend(_ truck: Int, at place: Int) {
    trucks[truck].next = places[place].head
    if places[place].linksBack {
      linkBack(UInt32(truck), to: nobody)
      linkBack(places[place].head, to: UInt32(truck))
    }
    if places[place].head == nobody { places[place].tail = UInt32(truck) }
    places[place].head = UInt32(truck)
  }

  /// Where a truck stands in a queue by priority; the same for as long as it waits, since only its own
  /// steps change what it carries.
  @inline(__always)
  mutating func classQueue(of truck: Int, at place: Int) -> Int {
    let first = Int(places[place].priorityBase)
    guard places[place].goesFirst != StepPlan.none else {
      return first + Int(trucks[truck].classIndex)
    }
    return first + turn(of: truck, at: place)
  }

  /// The number of a truck's queue where some go before all others.
  private mutating func turn(of truck: Int, at place: Int) -> Int {
    let mask = masks[Int(places[place].goesFirst)]
    let word = UInt64(truncatingIfNeeded: Int(attribute(mask.attribute, of: truck)))
    let queues = Int(places[place].queuesOfClass)
    let own = queues > 1 ? Int(trucks[truck].classIndex) : 0
    return mask.words &>> word & 1 == 1 ? own : queues + own
  }

  private mutating func appendByClass(_ truck: Int, at place: Int) {
    let queue = classQueue(of: truck, at: place)
    trucks[truck].next = nobody
    if places[place].linksBack { linkBack(UInt32(truck), to: priorityQueues[queue].tail) }
    if priorityQueues[queue].tail == nobody {
      priorityQueues[queue].head = UInt32(truck)
    } else {
      trucks[Int(priorityQueues[queue].tail)].next = UInt32(truck)
    }
    priorityQueues[queue].tail = UInt32(truck)
  }

  private mutating func prependByClass(_ truck: Int, at place: Int) {
    let queue = classQueue(of: truck, at: place)
    trucks[truck].next = priorityQueues[queue].head
    if places[place].linksBack {
      linkBack(UInt32(truck), to: nobody)
      linkBack(priorityQueues[queue].head, to: UInt32(truck))
    }
    if priorityQueues[queue].head == nobody { priorityQueues[queue].tail = UInt32(truck) }
    priorityQueues[queue].head = UInt32(truck)
  }

  mutating func countWaiting(at place: Int, by amount: Int32, _ now: SimulatedTime) {
    let time = now.microseconds
    places[place].changeWaiting(by: amount, at: time)
    if places[place].isLane {
      places[Int(places[place].station)].changeWaiting(by: amount, at: time)
    }
    if places[place].isWatched { noteChange(at: place) }
  }
}

extension ClearanceNetwork {
  /// The first and last of a class in a queue by priority.
  struct ClassQueue: BitwiseCopyable {
    var head = nobody
    var tail = nobody
  }
}
