import ClearanceRecords
import EventSimulation

/// Piles that grow truck by truck and go out together at a date.
extension ClearanceNetwork {
  /// A truck adds something to the pile of its words.
  mutating func gather(_ truck: Int, _ step: Int, at now: SimulatedTime) {
    let index = Int(steps[step].mark)
    let collection = collections[index]
    // What firms gather are their papers, and no trucks.
    guard collection.period == nil else { return }
    var pile = 0
    for key in Int(collection.firstKey)..<Int(collection.firstKey) + Int(collection.keyCount) {
      let word = Int(attribute(collectionKeys[key].attribute, of: truck))
      pile = pile * Int(collectionKeys[key].words) + word
    }
    let slot = Int(collection.firstPile) + pile
    if piles[slot].open == 0 {
      piles[slot].firstTruck = trucks[truck]
      for number in 0..<attributeCount {
        let value = attributes[truck * attributeCount + number]
        pileAttributes[slot * attributeCount + number] = value
      }
    }
    piles[slot].open &+= 1
    statistics.collections[index].gathered += 1
    if recorder.keepsPassages {
      let closing = collection.closing &+ (collection.isCut ? 1 : 0)
      let hasClosing = Int(closing) < plan.collections[index].closings.count
      recorder.gathered(
        trucks[truck],
        collection: index,
        pile: pile,
        closing: hasClosing ? closing : .max,
        at: now
      )
    }
  }

  /// Puts the next closing of a collection on the calendar.
  mutating func postClosing(of index: Int, on calendar: inout Calendar) {
    let number = Int(collections[index].closing)
    guard number < plan.collections[index].closings.count else { return }
    let closing = plan.collections[index].closings[number]
    pendingShifts += 1
    calendar.post(
      .closing(collection: UInt16(index)),
      at: max(collections[index].isCut ? closing.due : closing.cut, calendar.now),
      rank: .other
    )
  }

  /// A closing's cut or due date has come.
  mutating func closingCame(_ index: Int, on calendar: inout Calendar) {
    pendingShifts -= 1
    if collections[index].isCut {
      if let period = collections[index].period {
        sendPapers(of: index, period, on: &calendar)
      } else {
        sendPiles(of: index, on: &calendar)
      }
      collections[index].closing &+= 1
    } else if let period = collections[index].period {
      cutPapers(of: index, period, at: calendar.now)
    } else {
      cutPiles(of: index)
    }
    collections[index].isCut.toggle()
    postClosing(of: index, on: &calendar)
    settle(on: &calendar)
  }

  /// What is gathered from now on belongs to the next closing.
  private mutating func cutPiles(of index: Int) {
    let first = Int(collections[index].firstPile)
    for slot in first..<first + Int(collections[index].pileCount) where piles[slot].open > 0 {
      piles[slot].closed = piles[slot].open
      piles[slot].closedTruck = piles[slot].firstTruck
      piles[slot].open = 0
      for number in 0..<attributeCount {
        pileAttributes[(piles.count + slot) * attributeCount + number] =
          pileAttributes[slot * attributeCount + number]
      }
    }
  }

  /// A companion goes out for every pile that holds something.
  private mutating func sendPiles(of index: Int, on calendar: inout Calendar) {
    let collection = collections[index]
    let now = calendar.now
    for pile in 0..<Int(collection.pileCount) {
      let slot = Int(collection.firstPile) + pile
      let gathered = piles[slot].closed
      guard gathered > 0 else { continue }
      var truck = piles[slot].closedTruck
      truck.arrivedAt = now
      truck.place = 0
      truck.jumps = 0
      let companion = newCompanion(truck, firstStep: collection.firstStep, at: now)
      beginFamily(companion)
      for number in 0..<attributeCount {
        attributes[companion * attributeCount + number] =
          pileAttributes[(piles.count + slot) * attributeCount + number]
      }
      if collection.countAttribute != StepPlan.none {
        attributes[companion * attributeCount + Int(collection.countAttribute)] = Double(gathered)
      }
      companions[companion].collection = UInt16(index)
      companions[companion].pile = UInt32(pile)
      companions[companion].closing = collection.closing
      companions[companion].gathered = gathered
      statistics.collections[index].started += 1
      note(.due, truck: companion, place: collection.hash, at: now)
      piles[slot].closed = 0
    }
  }
}

/// One collection while it runs.
struct CollectionState: BitwiseCopyable {
  let hash: UInt64
  let firstKey: UInt32
  let keyCount: UInt32
  let firstPile: UInt32
  let pileCount: UInt32
  let firstStep: UInt16
  let countAttribute: UInt16
  let period: DeclaringPeriod?
  /// The closing that takes what is gathered now, or whose due date is next.
  var closing: UInt32 = 0
  /// Whether the cut of the closing has passed and its due date has not.
  var isCut = false
}

/// A word attribute that tells piles apart, and how many words it has.
struct CollectionKey: BitwiseCopyable {
  let attribute: UInt16
  let words: UInt16
}

/// What one combination of words has gathered.
struct Pile: BitwiseCopyable {
  /// Gathered since the last cut.
  var open: UInt32 = 0
  /// Gathered before the cut, waiting for the due date.
  var closed: UInt32 = 0
  /// The truck that came first since the cut, and before it.
  var firstTruck = Truck()
  var closedTruck = Truck()
}
