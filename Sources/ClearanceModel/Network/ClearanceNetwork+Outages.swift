import EventSimulation

/// Outages of systems, and how long it takes to get over them.
///
/// When a system goes out, those are counted who wait: in the queues that its plan names, and trucks that
/// stand until a condition holds, such as that their papers are there. It is got over at the first event
/// after its end after which no more wait than then. Where it goes out again before, both are one outage,
/// which counts from its last end.
extension ClearanceNetwork {
  /// The number of open servers of a system has changed.
  mutating func noteOutage(at place: Int) {
    for index in 0..<outages.count where outages[index].place == UInt16(place) {
      let isOut = places[place].open == 0
      switch (outages[index].phase, isOut) {
      case (.works, true):
        outages[index].waiting = waitingAnywhere(outages[index])
        outages[index].phase = .out
      case (.recovers, true):
        recovering -= 1
        outages[index].phase = .out
      case (.out, false):
        outages[index].phase = .recovers
        outages[index].since = instant
        recovering += 1
      case (.works, false), (.recovers, false), (.out, true): break
      }
    }
  }

  /// Looks whether outages that have ended have been got over.
  @inline(never)
  mutating func noteRecovery(at now: SimulatedTime) {
    for index in 0..<outages.count where outages[index].phase == .recovers {
      guard waitingAnywhere(outages[index]) <= outages[index].waiting else { continue }
      outages[index].phase = .works
      recovering -= 1
      statistics.recoveries[index].add((now - outages[index].since).microseconds)
    }
  }

  /// How many wait in the queues of an outage, and for conditions.
  private mutating func waitingAnywhere(_ outage: OutageState) -> Int {
    var sum = waiting.standing
    for index in Int(outage.firstQueue)..<Int(outage.endOfQueues) {
      sum += Int(places[Int(outageQueues[index])].waiting)
    }
    return sum
  }
}

/// One system that may be out.
struct OutageState: BitwiseCopyable {
  /// How it is with a system.
  enum Phase: UInt8 {
    /// It works, and nothing is left of its last outage.
    case works
    /// It is out.
    case out
    /// It works again, and more wait than before.
    case recovers
  }

  let place: UInt16
  /// Where its queues stand among those of all.
  let firstQueue: UInt32
  let endOfQueues: UInt32
  var phase = Phase.works
  /// How many waited when it went out.
  var waiting = 0
  /// When it last came back.
  var since = SimulatedTime.zero
}
