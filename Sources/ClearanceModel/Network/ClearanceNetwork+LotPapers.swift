import EventSimulation

/// Papers that the trucks of a lot share, and the trucks of it that never come in.
extension ClearanceNetwork {
  /// Lots that are remembered at a time.
  private static var mostLots: Int { 4_096 }

  /// Remembers a lot until all its trucks have asked.
  mutating func remember(_ papers: LotPapers) {
    // Whoever never asks for them keeps none of the others from being forgotten.
    if lotPapers.count == Self.mostLots { removeLot(at: 0) }
    lotPapers.append(papers)
  }

  /// The papers of a lot for one more truck of it, or nil where none has opened them.
  mutating func findPapers(
    ofLot lot: UInt32,
    _ flow: UInt16,
    _ way: PaperWay
  ) -> Consignment.Handle? {
    guard let index = index(ofLot: lot, flow, way), !lotPapers[index].handle.isNone else {
      return nil
    }
    let found = lotPapers[index]
    lotPapers[index].trucks -= 1
    if found.trucks == 1 { removeLot(at: index) }
    return found.handle
  }

  /// How many trucks of a lot were turned away before its papers were opened.
  mutating func takeLost(ofLot lot: UInt32, _ flow: UInt16, _ way: PaperWay) -> UInt32 {
    guard let index = index(ofLot: lot, flow, way), lotPapers[index].handle.isNone else { return 0 }
    defer { removeLot(at: index) }
    return lotPapers[index].trucks
  }

  /// A truck that is turned away will not pass with the papers of its lot.
  mutating func loseFromLot(_ arrival: Arrival) {
    let size = flows[Int(arrival.flow)].lot
    guard hasPapers, size > 1 else { return }
    let lot = (arrival.number &- 1) / size &+ 1
    lose(lot, arrival.flow, .into, at: arrival.time)
    lose(lot, arrival.flow, .out, at: arrival.time)
    notePaperChanges()
  }

  private mutating func lose(
    _ lot: UInt32,
    _ flow: UInt16,
    _ way: PaperWay,
    at now: SimulatedTime
  ) {
    if let handle = findPapers(ofLot: lot, flow, way) {
      register.withdrawTruck(handle, at: now)
    } else if let index = index(ofLot: lot, flow, way) {
      lotPapers[index].trucks += 1
    } else {
      remember(LotPapers(flow: flow, way: way, lot: lot, trucks: 1, handle: .none))
    }
  }

  private mutating func index(ofLot lot: UInt32, _ flow: UInt16, _ way: PaperWay) -> Int? {
    var index = lotPapers.count
    while index > 0 {
      index -= 1
      let found = lotPapers[index]
      if found.lot == lot, found.flow == flow, found.way == way { return index }
    }
    return nil
  }

  private mutating func removeLot(at index: Int) {
    for later in index + 1..<max(index + 1, lotPapers.count) {
      lotPapers[later - 1] = lotPapers[later]
    }
    _ = lotPapers.removeLast()
  }
}
