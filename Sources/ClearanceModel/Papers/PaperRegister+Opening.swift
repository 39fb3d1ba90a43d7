import EventSimulation

/// What opens a consignment, or a chain of them.
struct Opening {
  var firm: Int
  var kind: MovementKind
  /// Nil for that of the kind.
  var status: CustomsStatus?
  /// Weight of the goods of one truck [kg]; split over the documents.
  var kilogramsPerTruck: Int64
  /// Documents of one truck; 1 or more.
  var documents = 1
  /// Item lines of one document; 1 or more, cut at the firm's items.
  var lines = 1
  /// Trucks that share the document; 1 or more.
  var trucks = 1
  /// Uniform numbers in [0, 1) for the first item and the counterparty.
  var itemDraw = 0.0
  var counterpartyDraw = 0.0
  /// Supervision mode and application, below ``PapersPlan/modes``.
  var mode = 0
  /// The first truck: its flow, and its number in it.
  var flow = 0
  var truck = 0
}

/// Opening papers, and taking them out of memory when all is settled.
extension PaperRegister {
  /// Opens papers and returns the head of their chain.
  ///
  /// They join the chain that a truck has, where one is given; none where that is not due.
  /// - Precondition: counts are positive, the weight is not negative, and not both several documents
  ///   and several trucks are bound (一车多票, 一票一车, 一票多车).
  mutating func open(
    _ opening: Opening,
    joining: Handle = .none,
    at now: SimulatedTime
  ) -> Handle {
    precondition(
      opening.documents > 0 && opening.trucks > 0 && opening.lines > 0
        && opening.kilogramsPerTruck >= 0 && opening.mode < plan.modes,
      "\(opening.documents) documents, \(opening.trucks) trucks, \(opening.lines) lines"
    )
    precondition(
      opening.documents == 1 || opening.trucks == 1,
      "\(opening.documents) documents bound to \(opening.trucks) trucks"
    )
    let status = opening.status ?? opening.kind.status
    opening.kind.statusEvent.check(
      opening.kind.isIn ? nil : status,
      opening.kind.isIn ? status : nil
    )
    enter(now)
    let joined = joining.isNone ? -1 : slot(joining)
    if !joining.isNone {
      guard joined >= 0, mayJoin(Int(consignments[joined].head), opening) else { return .none }
    }
    let firm = firms[opening.firm]
    let lineCount = min(opening.lines, firm.itemCount)
    var item = min(Int(opening.itemDraw * Double(firm.itemCount)), firm.itemCount - 1)
    var counterparty = min(
      Int(opening.counterpartyDraw * Double(plan.counterparties)),
      plan.counterparties - 1
    )
    let total = opening.kilogramsPerTruck * Int64(opening.trucks)
    var head = Consignment.noSlot
    var last = Consignment.noSlot
    if joined >= 0 {
      head = consignments[joined].head
      last = head
      while consignments[Int(last)].next != Consignment.noSlot {
        last = consignments[Int(last)].next
      }
      consignments[Int(head)].documents += UInt32(opening.documents)
      consignments[Int(head)].underWay += UInt32(opening.documents)
    }
    for document in 1...opening.documents {
      let kilograms = share(of: total, Int64(document), among: Int64(opening.documents))
      let slot = newConsignment(kind: opening.kind, firm: opening.firm, at: now)
      if head == Consignment.noSlot {
        head = UInt32(slot)
        consignments[slot].trucks = UInt32(opening.trucks)
        consignments[slot].documents = UInt32(opening.documents)
        consignments[slot].underWay = UInt32(opening.documents)
      } else {
        consignments[Int(last)].next = UInt32(slot)
      }
      last = UInt32(slot)
      consignments[slot].head = head
      consignments[slot].status = status
      consignments[slot].phase = .preparing
      consignments[slot].counterparty = UInt16(counterparty)
      consignments[slot].mode = UInt16(opening.mode)
      consignments[slot].flow = UInt16(opening.flow)
      consignments[slot].truck = UInt32(opening.truck)
      consignments[slot].kilograms = kilograms
      counts[countIndex(slot)].opened += 1
      addLines(lineCount, from: item, kilograms: kilograms, to: slot)
      item = (item + lineCount) % firm.itemCount
      // Several documents for one truck: for several partners.
      counterparty = (counterparty + 1) % plan.counterparties
    }
    if joined >= 0 { papersChanged(Int(head)) }
    return handle(Int(head))
  }

  /// Whether further documents may be bound to the truck of a chain (一车多票): it is one truck, of the
  /// same firm and direction, and has not passed.
  private func mayJoin(_ head: Int, _ opening: Opening) -> Bool {
    let chain = consignments[head]
    return chain.trucks == 1 && opening.trucks == 1 && chain.passed == 0 && chain.withdrawn == 0
      && Int(chain.firm) == opening.firm && chain.kind.isIn == opening.kind.isIn
      && !chain.deeds.contains(.isPile)
  }

  /// Consecutive items of the firm, the weight split evenly and the rest on the first ones.
  private mutating func addLines(_ count: Int, from item: Int, kilograms: Int64, to slot: Int) {
    let firm = firms[Int(consignments[slot].firm)]
    let kind = consignments[slot].kind
    let status = Int(consignments[slot].status.rawValue)
    let usesUp = firm.usesUpMaterials && !kind.isIn && kind.isDeclared
    let (each, rest) = kilograms.quotientAndRemainder(dividingBy: Int64(count))
    var cents: Int64 = 0
    var offset = item
    var last = Consignment.noSlot
    for number in 0..<Int64(count) {
      let weight = each + (number < rest ? 1 : 0)
      let index = firm.firstItem + offset
      let line = newLine(
        BookLine(
          cell: UInt32(index * 3 + status),
          kilograms: weight,
          quantity: usesUp ? rules.materialPerProduct.of(weight) : weight
        )
      )
      if last == Consignment.noSlot {
        consignments[slot].firstLine = UInt32(line)
      } else {
        lines[Int(last)].next = UInt32(line)
      }
      last = UInt32(line)
      cents += rates[index].cents(weight)
      offset = offset + 1 == firm.itemCount ? 0 : offset + 1
    }
    consignments[slot].lines = UInt32(count)
    consignments[slot].cents = cents
    consignments[slot].declarationsAlone = UInt32(declarations(ofItems: count))
  }

  /// How many declarations so many items take.
  func declarations(ofItems count: Int) -> Int {
    count <= rules.mergedItemsLimit ? 1 : (count - 1) / rules.mergedItemsLimit + 1
  }

  /// A new consignment in a free slot, which is not yet part of a chain.
  mutating func newConsignment(kind: MovementKind, firm: Int, at now: SimulatedTime) -> Int {
    var slot = Int(freeSlot)
    if freeSlot == Consignment.noSlot {
      slot = consignments.count
      consignments.append(Consignment())
    } else {
      freeSlot = consignments[slot].next
    }
    let former = consignments[slot]
    lastNumber += 1
    consignments[slot] = Consignment()
    consignments[slot].generation = former.generation
    consignments[slot].followsRefused = former.followsRefused
    consignments[slot].isLive = true
    consignments[slot].number = lastNumber
    consignments[slot].kind = kind
    consignments[slot].firm = UInt16(firm)
    consignments[slot].openedAt = now.microseconds
    return slot
  }

  /// A line in a free place.
  mutating func newLine(_ line: BookLine) -> Int {
    guard freeLine != Consignment.noSlot else {
      lines.append(line)
      return lines.count - 1
    }
    let place = Int(freeLine)
    freeLine = lines[place].next
    lines[place] = line
    return place
  }

  /// Nothing more can happen to a consignment; the last one of a chain takes it out of memory.
  mutating func finish(_ slot: Int) {
    consignments[slot].deeds.insert(.done)
    if consignments[slot].deeds.contains(.isMixed) { settleErrors(of: handle(slot)) }
    if keepsConsignments { appendRow(slot) }
    var line = consignments[slot].firstLine
    while line != Consignment.noSlot {
      let next = lines[Int(line)].next
      lines[Int(line)].next = freeLine
      freeLine = line
      line = next
    }
    consignments[slot].firstLine = Consignment.noSlot
    let head = Int(consignments[slot].head)
    consignments[head].underWay -= 1
    guard consignments[head].underWay == 0 else { return }
    let isRefused = phase(ofChain: head) == .refused
    var member = UInt32(head)
    while member != Consignment.noSlot {
      let next = consignments[Int(member)].next
      let generation = consignments[Int(member)].generation &+ 1
      consignments[Int(member)].generation = generation & Handle.generationMask
      consignments[Int(member)].followsRefused = isRefused
      consignments[Int(member)].isLive = false
      consignments[Int(member)].next = freeSlot
      freeSlot = member
      member = next
    }
  }

  /// The handle of a slot.
  func handle(_ slot: Int) -> Handle {
    Handle(slot: slot, generation: consignments[slot].generation)
  }

  /// The slot of a live consignment, or −1.
  @inline(__always)
  func slot(_ handle: Handle) -> Int {
    let slot = handle.slot
    guard slot >= 0, slot < consignments.count, consignments[slot].isLive,
      consignments[slot].generation == handle.generation
    else { return -1 }
    return slot
  }

  /// The next consignment of the chain, or none.
  func next(of handle: Handle) -> Handle {
    let slot = slot(handle)
    guard slot >= 0, consignments[slot].next != Consignment.noSlot else { return .none }
    return self.handle(Int(consignments[slot].next))
  }

  /// Whether work on the consignment may begin: true once.
  mutating func startWork(on handle: Handle) -> Bool {
    let slot = slot(handle)
    guard slot >= 0, !consignments[slot].deeds.contains(.done) else { return false }
    return consignments[slot].deeds.insert(.workStarted).inserted
  }

  /// Time has come to an instant: the month may be another.
  @inline(__always)
  mutating func enter(_ now: SimulatedTime) {
    if nextStocktake <= now.microseconds { takeStock(upTo: now.microseconds) }
    clock = now.microseconds
    while month + 1 < monthStarts.count && monthStarts[month + 1] <= now.microseconds {
      month += 1
    }
  }

  /// Where the counts of a consignment's firm and kind are.
  @inline(__always)
  func countIndex(_ slot: Int) -> Int {
    Int(consignments[slot].firm) * MovementKind.allCases.count
      + Int(consignments[slot].kind.rawValue)
  }

  /// Where the month's row of a consignment's firm and kind is.
  @inline(__always)
  func monthIndex(_ slot: Int) -> Int {
    month * firmCount * MovementKind.allCases.count + countIndex(slot)
  }
}
