import EventSimulation

/// The papers that trucks and companions have (随附单证), and what may be asked of them.
///
/// The books and all that law says of them are the register's; here stands who holds which papers,
/// and who waits for them.
extension ClearanceNetwork {
  /// Whose papers a truck, companion or token uses: a token those of what it belongs to.
  mutating func papersHolder(of truck: Int) -> Int {
    var holder = truck
    while isToken(holder) { holder = Int(companions[holder].parentSlot) }
    return holder
  }

  /// The papers of a way; none where nobody has any.
  mutating func papers(_ way: PaperWay, of truck: Int) -> Consignment.Handle {
    hasPapers ? truckPapers[papersHolder(of: truck)][way] : .none
  }

  /// A new truck, companion or token has no papers.
  mutating func resetPapers(of slot: Int) {
    while truckPapers.count <= slot { truckPapers.append(TruckPapers()) }
    truckPapers[slot] = TruckPapers()
  }

  /// A companion knows the papers of what sent it, and has one consignment of its own.
  mutating func givePapers(
    of truck: Int,
    to companion: Int,
    own: Consignment.Handle = .none
  ) {
    guard hasPapers else { return }
    let holder = papersHolder(of: truck)
    truckPapers[companion].into = truckPapers[holder].into.consignment
    truckPapers[companion].out = truckPapers[holder].out.consignment
    truckPapers[companion].own = own.isNone ? truckPapers[holder].own : own
  }

  /// A truck that leaves will not pass with the papers that it still has.
  mutating func dropPapers(of truck: Int, at now: SimulatedTime) {
    let papers = truckPapers[truck]
    if !papers.into.isNone { register.withdrawTruck(papers.into, at: now) }
    if !papers.out.isNone { register.withdrawTruck(papers.out, at: now) }
    notePaperChanges()
  }

  // MARK: Questions

  /// How far the papers of a way are, as ``ConsignmentPhase``.
  mutating func paperPhase(_ way: UInt16, _ truck: Int) -> Int64 {
    let way = PaperWay(rawValue: UInt8(truncatingIfNeeded: way)) ?? .own
    let handle = papers(way, of: truck)
    guard !handle.isNone else { return Int64(ConsignmentPhase.none.rawValue) }
    if handle == .withdrawn { return Int64(ConsignmentPhase.refused.rawValue) }
    let phase = way == .own ? register.ownPhase(handle) : register.phase(handle)
    return Int64(phase.rawValue)
  }

  /// A number of papers; 0 where there are none.
  mutating func paperCount(_ code: UInt16, _ truck: Int) -> Int64 {
    let operand = PaperOperand(code: code)
    let handle = papers(operand.way, of: truck)
    guard !handle.isNone else { return 0 }
    let count =
      switch operand.count {
      case .trucksAtGate: register.trucksAtGate(handle)
      case .trucksPassed: register.trucksPassed(handle)
      case .trucks: register.trucks(handle)
      case .documents: register.documents(handle)
      case .mergedItems: register.mergedItems(handle)
      case .slips: register.slips(handle)
      case .declarations: register.declarations(handle)
      case .application: Int(register.application(handle).rawValue)
      }
    return Int64(count)
  }

  // MARK: Waiting

  /// A truck that waits is to be told when the papers of a way change.
  mutating func watchPapers(_ way: PaperWay, _ truck: Int) {
    let handle = papers(way, of: truck)
    guard !handle.isNone, register.isLive(handle) else { return }
    var line = register.firstWaiter(of: handle)
    if line == PaperRegister.noWaiter {
      line = waiting.newLine()
      register.setFirstWaiter(line, of: handle)
    }
    waiting.watch(Int(line), truck)
  }

  /// A truck that waits is to be told when a number of papers changes.
  mutating func watchNumber(_ code: UInt16, _ truck: Int) {
    let operand = PaperOperand(code: code)
    watchPapers(operand.way, truck)
    guard operand.count == .application,
      let firm = register.firm(of: papers(operand.way, of: truck))
    else { return }
    waiting.watch(applicationLine(of: firm), truck)
  }

  /// Tells those who wait for the approval of a firm's application.
  mutating func noteApplication(of firm: Int) {
    // There is no line where nobody ever waits.
    if waiting.lines.count > 0 { noteChange(ofLine: applicationLine(of: firm)) }
  }

  /// The line of those who wait for a firm's application: after the places and the time of day.
  private func applicationLine(of firm: Int) -> Int { places.count + 1 + firm }

  /// Tells those who wait for papers that have changed, and takes rows from the register.
  mutating func notePaperChanges() {
    while let changed = register.takeChanged() {
      if register.isLive(changed.handle) {
        register.setFirstWaiter(changed.firstWaiter, of: changed.handle)
      } else {
        tellWithdrawn(changed)
        waiting.retire(Int(changed.firstWaiter))
      }
      noteChange(ofLine: Int(changed.firstWaiter))
    }
    if !register.consignmentRows.isEmpty { recorder.take(&register.consignmentRows) }
  }

  /// Papers that have left memory are taken for settled: those who wait for some that were withdrawn
  /// are told.
  private mutating func tellWithdrawn(_ changed: ChangedPapers) {
    // Nothing has been opened since, so that the slot still says how it ended.
    guard register.consignments[changed.handle.slot].phase == .refused else { return }
    var watch = waiting.lines[Int(changed.firstWaiter)].head
    while watch != nobody {
      let holder = papersHolder(of: Int(waiting.watches[Int(watch)].truck))
      for way in PaperWay.allCases
      where truckPapers[holder][way].consignment == changed.handle {
        truckPapers[holder][way] = .withdrawn
      }
      watch = waiting.watches[Int(watch)].next
    }
  }
}

extension Consignment.Handle {
  /// Stands for papers that were withdrawn while somebody waited for them; it is that of no slot.
  static let withdrawn = Consignment.Handle(rawValue: 1 << generationShift)
}

/// The papers of one truck or companion.
struct TruckPapers: BitwiseCopyable {
  var into = Consignment.Handle.none
  var out = Consignment.Handle.none
  /// A companion's own consignment.
  var own = Consignment.Handle.none
  /// What was picked wrongly for the way out.
  var wrong = WrongPick.none

  /// What was picked wrongly for a way.
  func wrongPick(_ way: PaperWay) -> WrongPick { way == .out ? wrong : .none }

  subscript(way: PaperWay) -> Consignment.Handle {
    get {
      switch way {
      case .into: into
      case .out: out
      case .own: own
      }
    }
    set {
      switch way {
      case .into: into = newValue
      case .out: out = newValue
      case .own: own = newValue
      }
    }
  }
}

/// The papers of a lot not all of whose trucks have asked for them yet; without a handle the trucks
/// of it that were turned away before any had.
struct LotPapers: BitwiseCopyable {
  var flow: UInt16
  var way: PaperWay
  var lot: UInt32
  var trucks: UInt32
  var handle: Consignment.Handle
}
