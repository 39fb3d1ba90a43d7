import EventSimulation

/// Slips that a firm declares together at the end of its period (分送集报).
///
/// The piles are the register's, by firm, counterparty, direction and application; the collections
/// `monthly` and `quarterly` say when they are cut and due.
extension ClearanceNetwork {
  /// A slip joins the pile of its firm's period, or is to be declared by itself.
  mutating func gather(
    _ handle: Consignment.Handle,
    _ truck: Int,
    at now: SimulatedTime
  ) -> DeclaringPeriod {
    guard let slip = register.consignment(handle) else { return .perShipment }
    let period = register.gather(handle, at: now)
    // Nothing joins a pile but an approved slip, once.
    guard slip.kind.isBatch, slip.phase == .approved,
      slip.deeds.isDisjoint(with: [.isPile, .submitted, .toBeGathered])
    else { return period }
    for index in 0..<collections.count where collections[index].period == period {
      keepTemplate(truck, Int(slip.firm), index)
      statistics.collections[index].gathered += 1
    }
    return period
  }

  /// Keeps what the last truck or companion of a firm that handed in a slip carried.
  private mutating func keepTemplate(_ truck: Int, _ firm: Int, _ collection: Int) {
    let place = collection * register.firmCount + firm
    while templates.count <= place { templates.append(nobody) }
    var template = trucks[truck]
    // It is in the slot of a truck, and is none.
    template.flags = 0
    template.holdings = nobody
    template.next = nobody
    if templates[place] == nobody { templates[place] = UInt32(newSlot(template)) }
    let slot = Int(templates[place])
    trucks[slot] = template
    makeRoom(for: slot)
    for number in 0..<attributeCount {
      attributes[slot * attributeCount + number] = attributes[truck * attributeCount + number]
    }
  }

  /// What is gathered from now on belongs to the next closing.
  mutating func cutPapers(of index: Int, _ period: DeclaringPeriod, at now: SimulatedTime) {
    let number = Int(collections[index].closing)
    register.cut(
      period,
      due: plan.collections[index].closings[number].due,
      collection: index,
      closing: number,
      at: now
    )
    notePaperChanges()
  }

  /// A companion goes out for every pile that was cut, with the pile's consignment as its own.
  mutating func sendPapers(
    of index: Int,
    _ period: DeclaringPeriod,
    on calendar: inout Calendar
  ) {
    let now = calendar.now
    for pile in 0..<register.pileCount {
      let handle = register.takePile(pile, of: period)
      guard let batch = register.consignment(handle) else { continue }
      let template = Int(templates[index * register.firmCount + Int(batch.firm)])
      var truck = trucks[template]
      truck.flow = batch.flow
      truck.number = batch.truck
      truck.arrivedAt = now
      truck.place = 0
      // Piles whose first slips came with the same truck draw apart.
      truck.jumps = UInt32(truncatingIfNeeded: pile + 1) << 12
      let companion = newCompanion(truck, firstStep: collections[index].firstStep, at: now)
      beginFamily(companion)
      for number in 0..<attributeCount {
        attributes[companion * attributeCount + number] =
          attributes[template * attributeCount + number]
      }
      let slips = UInt32(clamping: register.slips(handle))
      if collections[index].countAttribute != StepPlan.none {
        store(Double(slips), in: collections[index].countAttribute, of: companion)
      }
      truckPapers[companion].own = handle
      companions[companion].collection = UInt16(index)
      companions[companion].pile = UInt32(pile)
      companions[companion].closing = collections[index].closing
      companions[companion].gathered = slips
      statistics.collections[index].started += 1
      note(.due, truck: companion, place: collections[index].hash, at: now)
    }
    notePaperChanges()
  }
}
