import EventSimulation

/// What may be asked about papers; phases and trucks are those of the whole chain.
extension PaperRegister {
  /// Whether the consignment is still in memory.
  func isLive(_ handle: Handle) -> Bool { slot(handle) >= 0 }

  /// The least advanced phase of the chain; refused if one of it is.
  ///
  /// Papers that have left memory are refused or settled; no papers are none.
  func phase(_ handle: Handle) -> ConsignmentPhase {
    let slot = slot(handle)
    guard slot >= 0 else { return lastPhase(handle) }
    return phase(ofChain: Int(consignments[slot].head))
  }

  /// The phase of the chain that begins in a slot.
  @inline(__always)
  func phase(ofChain head: Int) -> ConsignmentPhase {
    var least = consignments[head].phase
    var member = consignments[head].next
    while member != Consignment.noSlot, least != .refused {
      let phase = consignments[Int(member)].phase
      if phase == .refused || phase < least { least = phase }
      member = consignments[Int(member)].next
    }
    return least
  }

  /// The phase of this consignment alone.
  func ownPhase(_ handle: Handle) -> ConsignmentPhase {
    let slot = slot(handle)
    return slot >= 0 ? consignments[slot].phase : lastPhase(handle)
  }

  /// How papers ended that have left memory.
  ///
  /// Only of the last ones in a slot it is known that they were refused: whoever waits for papers
  /// asks at once.
  private func lastPhase(_ handle: Handle) -> ConsignmentPhase {
    guard !handle.isNone else { return .none }
    let slot = handle.slot
    guard slot < consignments.count, consignments[slot].followsRefused,
      consignments[slot].generation == (handle.generation &+ 1) & Handle.generationMask
    else { return .settled }
    return .refused
  }

  /// Trucks that have come to the gate, those that have passed included.
  func trucksAtGate(_ handle: Handle) -> Int {
    let slot = slot(handle)
    return slot >= 0 ? Int(consignments[Int(consignments[slot].head)].arrived) : 0
  }

  /// Trucks that are expected or have passed, those that were withdrawn not.
  func trucks(_ handle: Handle) -> Int {
    let slot = slot(handle)
    guard slot >= 0 else { return 0 }
    let head = Int(consignments[slot].head)
    return Int(consignments[head].trucks - consignments[head].withdrawn)
  }

  /// Trucks that have passed.
  func trucksPassed(_ handle: Handle) -> Int {
    let slot = slot(handle)
    return slot >= 0 ? Int(consignments[Int(consignments[slot].head)].passed) : 0
  }

  /// Consignments of the chain.
  func documents(_ handle: Handle) -> Int {
    let slot = slot(handle)
    return slot >= 0 ? Int(consignments[Int(consignments[slot].head)].documents) : 0
  }

  /// Distinct items, by status, of this consignment.
  func mergedItems(_ handle: Handle) -> Int {
    let slot = slot(handle)
    guard slot >= 0 else { return 0 }
    // The lines of a pile are merged as they come, and few lines make one declaration anyhow.
    let count = Int(consignments[slot].lines)
    guard !consignments[slot].deeds.contains(.isPile), count > 1 else { return count }
    var distinct = 0
    var line = consignments[slot].firstLine
    while line != Consignment.noSlot {
      var earlier = consignments[slot].firstLine
      while earlier != line, lines[Int(earlier)].cell != lines[Int(line)].cell {
        earlier = lines[Int(earlier)].next
      }
      if earlier == line { distinct += 1 }
      line = lines[Int(line)].next
    }
    return distinct
  }

  /// Declarations that its items take: one, or more where they are cut at the limit.
  func declarations(_ handle: Handle) -> Int {
    isLive(handle) ? declarations(ofItems: mergedItems(handle)) : 0
  }

  /// Slips of a pile; 1 of others.
  func slips(_ handle: Handle) -> Int {
    let slot = slot(handle)
    return slot >= 0 ? Int(consignments[slot].slips) : 0
  }

  /// Weight of the goods of all trucks [kg].
  func kilograms(_ handle: Handle) -> Int64 {
    let slot = slot(handle)
    return slot >= 0 ? consignments[slot].kilograms : 0
  }

  /// Value of the goods [US cents].
  func cents(_ handle: Handle) -> Int64 {
    let slot = slot(handle)
    return slot >= 0 ? consignments[slot].cents : 0
  }

  /// The consignment itself, as it is now; nil when it has left memory.
  func consignment(_ handle: Handle) -> Consignment? {
    let slot = slot(handle)
    return slot >= 0 ? consignments[slot] : nil
  }
}

/// Who waits for papers. The list itself is the caller's; the register keeps where it begins.
extension PaperRegister {
  /// What ends a list of those who wait.
  static var noWaiter: UInt32 { .max }

  /// The first of those who wait for a chain.
  func firstWaiter(of handle: Handle) -> UInt32 {
    let slot = slot(handle)
    return slot >= 0 ? consignments[Int(consignments[slot].head)].waiter : Self.noWaiter
  }

  /// Changes who waits first.
  ///
  /// - Precondition: the consignment is live.
  mutating func setFirstWaiter(_ waiter: UInt32, of handle: Handle) {
    let slot = slot(handle)
    precondition(slot >= 0, "nobody can wait for papers that have left memory: \(handle.rawValue)")
    consignments[Int(consignments[slot].head)].waiter = waiter
  }

  /// The next chain with waiters of which a phase or a count of trucks has changed, oldest first.
  ///
  /// Ask after each verb, until it is nil. The waiters are the caller's again: who goes on waiting is
  /// set anew.
  mutating func takeChanged() -> ChangedPapers? {
    guard firstChanged < changed.count else { return nil }
    defer {
      firstChanged += 1
      if firstChanged == changed.count {
        changed.removeAll()
        firstChanged = 0
      }
    }
    return changed[firstChanged]
  }

  /// Notes a change for those who wait.
  @inline(__always)
  mutating func papersChanged(_ slot: Int) {
    let head = Int(consignments[slot].head)
    guard consignments[head].waiter != Self.noWaiter else { return }
    changed.append(ChangedPapers(handle: handle(head), firstWaiter: consignments[head].waiter))
    consignments[head].waiter = Self.noWaiter
  }
}
