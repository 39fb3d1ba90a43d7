import EventSimulation

@testable import ClearanceModel

/// The rules of papers over again, in plain arrays that forget nothing, with every sum taken anew.
final class PaperShadow {
  struct Truck {
    var hasArrived = false
    var hasPassed = false
    var isGone = false
  }

  struct Chain {
    var members: [Int] = []
    var trucks: [Truck]
    /// Trucks in the order in which they passed or were withdrawn: whether they passed.
    var accounted: [Bool] = []
    var passed: Int { accounted.count { $0 } }
    var allAccounted: Bool { accounted.count == trucks.count }
  }

  struct Line {
    var cell: Int
    var kilograms: Int64
    var quantity: Int64
  }

  struct List {
    var firm: Int
    var kind: MovementKind
    var chain: Int
    var lines: [Line]
    var phase = ConsignmentPhase.preparing
    var isSubmitted = false
    var isWaitingForTrucks = false
    var taxes: Int64?
    var isPaid = false
    var term = Int.max
    var estimate: Int64 = 0
    var isDrawn = false
    var isDone = false
    var isFormal = false
    var isLate = false
    var period = DeclaringPeriod.perShipment
    // Piles.
    var slips: [Int]?
    var key: [Int] = []
    var partner = 0
    var lateFrom = Int64.max
    /// The pile that a slip has joined.
    var pile: Int?
  }

  let plan: PapersPlan
  var lists: [List] = []
  var chains: [Chain] = []
  var now = SimulatedTime.zero
  /// What lies in the warehouses by cell, what was corrected, and the errors, oldest first.
  var physical: [Int64]
  var corrected: [Int64]
  var errors: [Error] = []
  var errorsMade = 0
  var errorsFound = 0
  var errorsCorrected = 0
  var declaredAfterwards: Int64 = 0
  var taxedAfterwards: Int64 = 0
  /// Piles that slips join, by period, firm, partner and direction.
  var openPiles: [[Int]: Int] = [:]

  init(_ plan: PapersPlan) {
    self.plan = plan
    physical = plan.items.flatMap(\.opening)
    corrected = physical.map { _ in 0 }
  }

  func holds<Value>(_ values: [Dated<Value>]) -> Value? {
    values.enumerated().last { $0.offset == 0 || $0.element.from <= now }?.element.value
  }

  func credit(_ firm: Int) -> FirmCredit? { holds(plan.firms[firm].credit) }

  // MARK: Sums

  /// The parts of an amount that passed, and that were withdrawn.
  func parts(_ amount: Int64, _ list: Int) -> (passed: Int64, gone: Int64) {
    let chain = chains[lists[list].chain]
    let count = Int64(chain.trucks.count)
    var result: (passed: Int64, gone: Int64) = (0, 0)
    for (index, hasPassed) in chain.accounted.enumerated() {
      let part = amount * Int64(index + 1) / count - amount * Int64(index) / count
      if hasPassed { result.passed += part } else { result.gone += part }
    }
    return result
  }

  func isFormal(_ list: Int) -> Bool {
    lists[list].isFormal || lists[list].pile.map { lists[$0].isFormal } == true
  }

  func isPaid(_ list: Int) -> Bool {
    lists[list].isPaid || lists[list].pile.map { lists[$0].isPaid } == true
  }

  /// All columns: opening, entered, left, consumed, book, provisional in and out, open in and out.
  func columns() -> [[Int64]] {
    var cells: [[Int64]] = []
    for item in plan.items {
      for opening in item.opening { cells.append([opening, 0, 0, 0, opening, 0, 0, 0, 0]) }
    }
    for (index, list) in lists.enumerated() where list.slips == nil {
      guard list.phase > .preparing, list.phase != .refused else { continue }
      for line in list.lines {
        let (passed, gone) = parts(line.quantity, index)
        let isIn = list.kind.isIn
        if isFormal(index) {
          let usesUp = plan.firms[list.firm].business == .manufacturing && list.kind.isDeclared
          cells[line.cell][isIn ? 1 : usesUp ? 3 : 2] += passed
          cells[line.cell][4] += isIn ? passed : -passed
          continue
        }
        switch list.kind {
        case .enterFirst, .batchIn: cells[line.cell][7] += passed
        case .batchOut:
          cells[line.cell][6] += line.quantity - passed - gone
          cells[line.cell][8] += passed
        default: cells[line.cell][isIn ? 5 : 6] += line.quantity - gone
        }
      }
    }
    for cell in cells.indices { cells[cell][4] += corrected[cell] }
    return cells
  }

  /// Open batches, exposed duty and guarantee in use of a firm.
  func levels(_ firm: Int) -> [Int64] {
    var sums: [Int64] = [0, 0, 0]
    for (index, list) in lists.enumerated() where list.firm == firm && list.slips == nil {
      guard list.kind.isBatch, list.phase > .preparing, list.phase != .refused else { continue }
      if chains[list.chain].passed > 0, !isFormal(index) { sums[0] += 1 }
      guard !isPaid(index) else { continue }
      sums[1] += parts(list.estimate, index).passed
      if list.isDrawn { sums[2] += list.estimate }
    }
    return sums
  }

  func taxes(_ kilograms: Int64) -> Int64 {
    kilograms * 70 + (kilograms * 1_001 + 5) / 10
  }

  func taxesOf(_ list: Int) -> Int64 {
    var weights: [Int: Int64] = [:]
    for slip in lists[list].slips ?? [list] {
      for line in lists[slip].lines {
        let isOver = chains[lists[slip].chain].allAccounted
        let weight = isOver ? parts(line.kilograms, slip).passed : line.kilograms
        // The lines of one list are taxed one by one, those of a pile by item.
        if lists[list].slips == nil {
          weights[-weights.count - 1] = weight
        } else {
          weights[line.cell, default: 0] += weight
        }
      }
    }
    return weights.values.reduce(0) { $0 + taxes($1) }
  }

  func phase(_ chain: Int) -> ConsignmentPhase {
    let members = chains[chain].members.map { lists[$0] }
    if members.contains(where: { $0.phase == .refused }) { return .refused }
    if members.allSatisfy(\.isDone) { return .settled }
    return members.map(\.phase).min() ?? .none
  }

  var live: Int {
    chains.filter { $0.members.contains { !lists[$0].isDone } }.map(\.members.count).reduce(0, +)
  }

  func isBlocked(_ firm: Int) -> Bool {
    lists.contains {
      $0.firm == firm && $0.slips != nil
        && (!$0.isSubmitted && $0.lateFrom <= now.microseconds
          || $0.isLate && $0.kind == .batchOut && !$0.isPaid)
    }
  }

  func isOverdue(_ firm: Int) -> Bool {
    lists.contains {
      $0.firm == firm && $0.taxes != nil && !$0.isPaid && $0.phase != .refused
        && $0.term < plan.workingDays.day(of: now)
    }
  }

  func isWaived(_ firm: Int) -> Bool {
    credit(firm) == .advancedCertified && plan.firms[firm].isWaiverEligible && !isBlocked(firm)
      && !isOverdue(firm)
  }

  // MARK: Verbs

  func approve(_ index: Int) -> Refusal? {
    let list = lists[index]
    guard !list.isDone, list.phase == .preparing || list.phase == .refused else { return nil }
    lists[index].phase = .refused
    let isDishonest = credit(list.firm) == .dishonest
    if isDishonest, list.kind.isBatch || list.kind == .twoStepIn { return .credit }
    if list.kind == .batchOut, isBlocked(list.firm) { return .blocked }
    if !list.kind.isIn {
      var taken = columns().map { $0[4] - $0[6] - $0[8] }
      var moved = list.lines
      let items = plan.firms[list.firm].items
      for number in moved.indices {
        let need = moved[number].quantity - parts(moved[number].quantity, index).gone
        let own = moved[number].cell / 3 - items.lowerBound
        let status = moved[number].cell % 3
        let cell = items.indices.lazy
          .map { (items.lowerBound + (own + $0 - items.lowerBound) % items.count) * 3 + status }
          .first { taken[$0] >= need }
        guard let cell else {
          // What was found before the line that is short has been moved there all the same.
          lists[index].lines = moved
          return .book
        }
        taken[cell] -= need
        moved[number].cell = cell
      }
      lists[index].lines = moved
    }
    if list.kind == .batchOut {
      let estimate = lists[index].lines.reduce(0) { $0 + taxes($1.kilograms) }
      let isWaived = isWaived(list.firm)
      let line = holds(plan.firms[list.firm].guaranteeLine)?.rawValue ?? 0
      if !isWaived, levels(list.firm)[2] + estimate > line { return .guarantee }
      lists[index].estimate = estimate
      lists[index].isDrawn = !isWaived
    }
    lists[index].phase = .approved
    return Refusal.none
  }

  func refuse(_ index: Int) {
    let list = lists[index]
    guard list.phase == .preparing || list.phase == .approved, chains[list.chain].passed == 0,
      list.taxes == nil, list.slips == nil, !list.isDone
    else { return }
    lists[index].phase = .refused
    lists[index].isSubmitted = false
    lists[index].isWaitingForTrucks = false
  }

  func submit(_ index: Int) {
    let list = lists[index]
    guard list.phase == .approved, list.kind.isDeclared, !list.isSubmitted,
      !list.isWaitingForTrucks, list.slips == nil || list.lateFrom != .max
    else { return }
    lists[index].isSubmitted = true
    lists[index].isLate = now.microseconds >= list.lateFrom
  }

  func assess(_ index: Int) -> Int64 {
    let list = lists[index]
    let isLive = chains[list.chain].members.contains { !lists[$0].isDone }
    guard list.kind.isTaxed, isLive else { return 0 }
    if let taxes = list.taxes { return taxes }
    guard list.isSubmitted, !list.isDone else { return 0 }
    let taxes = taxesOf(index)
    lists[index].taxes = taxes
    lists[index].term = plan.workingDays.firstWorkingDay(from: plan.workingDays.day(of: now) + 15)
    return taxes
  }

  func pay(_ index: Int) {
    guard lists[index].taxes != nil, !lists[index].isPaid, !lists[index].isDone else { return }
    lists[index].isPaid = true
    settle(index)
  }

  func release(_ index: Int) {
    guard lists[index].phase == .approved, lists[index].isSubmitted else { return }
    if lists[index].kind.isTaxed, lists[index].taxes == nil {
      _ = assess(index)
      if !lists[index].kind.isBatch { lists[index].isPaid = true }
    } else if lists[index].taxes != nil, !lists[index].isPaid, !lists[index].kind.isBatch {
      // Released before it is paid: with the taxes of its month.
      let calendar = plan.workingDays
      lists[index].term =
        plan.months.first { $0 > now }.map {
          calendar.adding(workingDays: 4, to: calendar.day(of: $0))
        } ?? calendar.firstWorkingDay(from: calendar.day(of: now) + 15)
    }
    lists[index].phase = .released
    settle(index)
  }

  func noDeclaration(_ index: Int) {
    guard lists[index].phase == .approved, !lists[index].kind.isDeclared else { return }
    lists[index].phase = .released
    settle(index)
  }

  func gather(_ index: Int) {
    let list = lists[index]
    let period = holds(plan.firms[list.firm].period) ?? .perShipment
    guard period != .perShipment, credit(list.firm) != .dishonest, list.phase == .approved,
      list.kind.isBatch, list.slips == nil, !list.isSubmitted, !list.isWaitingForTrucks
    else { return }
    lists[index].isWaitingForTrucks = true
    lists[index].period = period
    settle(index)
  }

  /// What follows when a list has changed or its last truck has passed.
  func settle(_ index: Int) {
    let list = lists[index]
    let chain = chains[list.chain]
    guard chain.allAccounted, chain.passed > 0 || list.slips != nil else { return }
    if list.phase == .approved, list.isWaitingForTrucks {
      let key = [
        Int(list.period.rawValue), list.firm, list.partner, list.kind.isIn ? 0 : 1,
      ]
      if openPiles[key] == nil {
        openPiles[key] = lists.count
        chains.append(Chain(members: [lists.count], trucks: []))
        var pile = List(firm: list.firm, kind: list.kind, chain: chains.count - 1, lines: [])
        pile.phase = .approved
        pile.slips = []
        pile.key = key
        lists.append(pile)
      }
      guard let pile = openPiles[key] else { return }
      lists[pile].slips?.append(index)
      lists[index].pile = pile
      for error in errors.indices where errors[error].list == index { errors[error].list = pile }
      lists[index].phase = .settled
      lists[index].isDone = true
    } else if list.phase == .released {
      lists[index].phase = .settled
      lists[index].isFormal = true
    }
    if lists[index].phase == .settled, lists[index].pile == nil,
      !list.kind.isTaxed || lists[index].isPaid
    {
      let wasDone = lists[index].isDone
      lists[index].isDone = true
      if !wasDone, errors.contains(where: { $0.list == index }) { settleErrors(of: index) }
    }
  }

  func arrive(_ chain: Int, _ truck: Int) {
    let one = chains[chain]
    guard !one.members.allSatisfy({ lists[$0].isDone }), !one.trucks[truck].hasPassed else {
      return
    }
    chains[chain].trucks[truck].hasArrived = true
  }

  func pass(_ chain: Int, _ truck: Int, _ wrong: [Int]? = nil) {
    let one = chains[chain]
    guard !one.members.allSatisfy({ lists[$0].isDone }), !one.trucks[truck].hasPassed,
      phase(chain) != .refused, phase(chain) >= .approved, !one.allAccounted
    else { return }
    chains[chain].trucks[truck].hasArrived = true
    chains[chain].trucks[truck].hasPassed = true
    move(chain, wrong)
    chains[chain].accounted.append(true)
    if chains[chain].allAccounted { one.members.forEach(settle) }
  }

  func withdraw(_ chain: Int, _ truck: Int) {
    let one = chains[chain]
    guard !one.members.allSatisfy({ lists[$0].isDone }), !one.trucks[truck].hasPassed else {
      return
    }
    chains[chain].trucks[truck].isGone = true
    chains[chain].accounted.append(false)
    guard chains[chain].allAccounted else { return }
    if chains[chain].passed == 0 {
      for member in one.members {
        lists[member].phase = .refused
        lists[member].isDone = true
      }
    } else {
      one.members.forEach(settle)
    }
  }

  /// The piles of a period that were cut, in the order of the register.
  func cut(_ period: DeclaringPeriod, due: SimulatedTime) -> [Int] {
    let day = plan.workingDays.day(of: due)
    let cut = openPiles.filter { $0.key[0] == Int(period.rawValue) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    for (key, pile) in cut {
      openPiles[key] = nil
      lists[pile].lateFrom = plan.workingDays.start(of: day + 1).microseconds
    }
    return cut.map(\.value)
  }
}
