import ClearanceRecords
import EventSimulation

/// Companions: what goes a way of its own beside a truck, such as its goods or its papers.
///
/// A companion sits in a slot like a truck and visits stations like one, but flows, zone and
/// clearance do not count it.
extension ClearanceNetwork {
  /// Sends companions of a truck on their way; they begin when the truck must wait or has left.
  mutating func start(_ truck: Int, _ step: Int, at now: SimulatedTime) {
    if let way = steps[step].forEach {
      startForEach(way, truck, step, at: now)
      return
    }
    var count = 1
    let number = steps[step].attribute
    if number != StepPlan.none {
      count = Int(min(max(attribute(number, of: truck), 0), 1e6).rounded())
    }
    for copy in 0..<count { givePapers(of: truck, to: send(copy, of: truck, step, at: now)) }
  }

  /// Sends a companion for each consignment of a truck's papers; of a lot the first truck does.
  private mutating func startForEach(
    _ way: PaperWay,
    _ truck: Int,
    _ step: Int,
    at now: SimulatedTime
  ) {
    var handle = papers(way, of: truck).consignment
    var copy = 0
    while !handle.isNone {
      if register.startWork(on: handle) {
        givePapers(of: truck, to: send(copy, of: truck, step, at: now), own: handle)
        copy += 1
      }
      handle = register.next(of: handle)
    }
  }

  private mutating func send(
    _ copy: Int,
    of truck: Int,
    _ step: Int,
    at now: SimulatedTime
  ) -> Int {
    var companion = trucks[truck]
    companion.jumps &+= UInt32(copy + 1) << 12
    let slot = newCompanion(companion, firstStep: steps[step].target, at: now)
    joinFamily(of: truck, slot)
    companions[slot].parent = companionNumber(of: truck)
    copyClock(from: truck, to: slot)
    for index in 0..<attributeCount {
      attributes[slot * attributeCount + index] = attributes[truck * attributeCount + index]
    }
    return slot
  }

  /// Puts a companion into a free slot and in the line of those that begin.
  mutating func newCompanion(_ truck: Truck, firstStep: UInt16, at now: SimulatedTime) -> Int {
    var companion = truck
    companion.flags = TruckFlag.isInside | TruckFlag.isCompanion | TruckFlag.isCleared
    companion.holdings = nobody
    companion.next = nobody
    companion.step = firstStep
    companion.joinedAt = now
    let slot = newSlot(companion)
    makeRoom(for: slot)
    while companions.count <= slot { companions.append(Companion()) }
    companionsStarted &+= 1
    companionsInside += 1
    companions[slot] = Companion()
    companions[slot].number = companionsStarted
    companions[slot].firstStep = steps[Int(firstStep)].name
    companions[slot].startedAt = now
    born.append(UInt32(slot))
    return slot
  }

  /// The number of a companion; 0 for a truck.
  @inline(__always)
  func companionNumber(of truck: Int) -> UInt32 {
    trucks[truck].flags & TruckFlag.isCompanion == 0 ? 0 : companions[truck].number
  }

  /// A companion has come to its end, or found a full station.
  mutating func companionEnded(_ truck: Int, _ outcome: Outcome, at now: SimulatedTime) {
    if isToken(truck) {
      tokenEnded(truck, outcome, at: now)
      return
    }
    recordCompanion(truck, endedAt: now)
    companionsInside -= 1
    freeSlot(truck)
  }

  /// Adds the rows of a companion.
  mutating func recordCompanion(_ truck: Int, endedAt: SimulatedTime) {
    guard recorder.keepsPassages, !isToken(truck) else { return }
    let companion = companions[truck]
    recorder.ended(companion, of: trucks[truck], endedAt: endedAt)
    recordAttributes(of: truck)
  }

  /// Adds a row for each attribute of a truck or companion that is no document and not zero.
  mutating func recordAttributes(of truck: Int) {
    let number = companionNumber(of: truck)
    for index in 0..<attributeCount where documents[index] == noDocument {
      let value = attributes[truck * attributeCount + index]
      if value != 0 {
        recorder.carried(trucks[truck], attribute: index, companion: number, value: value)
      }
    }
  }
}

/// What is known of a companion beside its slot among the trucks.
struct Companion: BitwiseCopyable {
  var number: UInt32 = 0
  /// The companion that sent it; 0 for a truck or a pile.
  var parent: UInt32 = 0
  /// Index of the name of its first step.
  var firstStep: UInt16 = 0
  var collection = noPlace
  var pile: UInt32 = 0
  var closing: UInt32 = 0
  var gathered: UInt32 = 0
  var startedAt = SimulatedTime.zero
  /// The truck that a token or stand-in belongs to; `nobody` for what goes a way of its own.
  var parentSlot = nobody
  /// The next stand-in of the same truck.
  var sibling = nobody
  /// The jumps that a token began with.
  var jumps: UInt32 = 0
  /// The branch that a token goes through.
  var branch: UInt16 = 0
}
