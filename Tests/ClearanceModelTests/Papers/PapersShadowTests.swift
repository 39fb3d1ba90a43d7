import EventSimulation
import Testing

@testable import ClearanceModel

/// Random verbs, due and not due, against a model that takes every sum anew.
@Suite struct PapersShadowTests {
  /// Thousands of short courses, and some long ones in which months pass.
  @Test(arguments: 0..<40)
  func randomVerbs(_ group: Int) {
    for sequence in 0..<50 {
      let seed = group * 1_000 + sequence
      guard run(seed: UInt64(seed), verbs: sequence == 0 && group % 4 == 0 ? 200 : 40) else {
        return
      }
    }
  }

  private func run(seed: UInt64, verbs: Int) -> Bool {
    var course = Course(seed: seed)
    for verb in 0...verbs {
      if verb < verbs { course.step() } else { course.end() }
      if let difference = course.difference() {
        Issue.record("seed \(seed), verb \(verb) \(course.last): \(difference)")
        return false
      }
    }
    return true
  }

  /// The verbs reach what they are to test: every refusal, late piles, chains, lots, stale handles.
  @Test func reach() {
    var counts = PaperStatistics.Counts()
    var totals = PaperStatistics.Totals()
    var saved: Int64 = 0
    var mixing = PaperStatistics.Mixing()
    for seed in 0..<40 {
      var course = Course(seed: UInt64(seed))
      for _ in 0..<300 { course.step() }
      let statistics = course.desk.finish()
      counts += statistics.allCounts
      totals.lateDeclarations += statistics.totals.lateDeclarations
      totals.arrears += statistics.totals.arrears
      saved += statistics.totals.declarationsSaved
      mixing.errors += statistics.mixing.errors
      mixing.found += statistics.mixing.found
      mixing.corrected += statistics.mixing.corrected
      mixing.declaredAfterwards += statistics.mixing.declaredAfterwards
      mixing.taxedAfterwards += statistics.mixing.taxedAfterwards
      mixing.open += statistics.mixing.open
    }
    #expect(
      min(counts.refusedBook, counts.refusedGuarantee, counts.refusedBlocked, counts.refusedCredit)
        > 2
    )
    #expect(min(counts.withdrawn, counts.formal) > 50)
    #expect(totals.lateDeclarations > 3)
    #expect(totals.arrears > 0)
    #expect(saved > 3)
    #expect(min(mixing.errors, mixing.found, mixing.corrected) > 30)
    #expect(min(mixing.declaredAfterwards, mixing.taxedAfterwards, mixing.open) > 3)
  }
}

/// One random course of papers, in the register and in the shadow.
private struct Course {
  let desk: Desk
  let shadow: PaperShadow
  var random: SplitMix
  /// Of joins and wrong picks.
  var others: SplitMix
  /// Handles of lists, in the order of the shadow, and of the trucks of chains.
  var handles: [Int: Desk.Handle] = [:]
  var trucks: [Int: [Desk.Handle]] = [:]
  var last = ""
  var answers: (Int64, Int64) = (0, 0)

  init(seed: UInt64) {
    let plan = Self.plan
    desk = Desk(plan)
    shadow = PaperShadow(plan)
    random = SplitMix(state: seed)
    others = SplitMix(state: ~seed)
  }

  static var plan: PapersPlan {
    var rules = PaperRules()
    rules.materialPerProduct = Rate(partsPerMillion: 1_100_000)
    rules.smallestFee = Fen(1)
    rules.stocktakeEvery = .days(6)
    func items(_ count: Int) -> [ItemPlan] {
      (0..<count).map {
        ItemPlan(
          name: "",
          centsPerTonne: 100_000,
          duty: .percent(10),
          opening: [Int64(2_500 * ($0 + 1)), 900, 1_200]
        )
      }
    }
    return PapersPlan(
      firms: [
        FirmPlan(
          name: "general",
          period: [Dated(.monthly), Dated(from: .days(20), .quarterly)],
          guaranteeLine: [Dated(.yuan(3_000)), Dated(from: .days(30), .yuan(1_500))],
          items: 0..<3
        ),
        FirmPlan(
          name: "maker",
          business: .manufacturing,
          credit: [
            Dated(.advancedCertified), Dated(from: .days(8), .general),
            Dated(from: .days(16), .dishonest),
          ],
          period: [Dated(.quarterly)],
          guaranteeLine: [Dated(.yuan(2_000))],
          items: 3..<5
        ),
        FirmPlan(
          name: "per shipment",
          credit: [Dated(.advancedCertified)],
          period: [Dated(.perShipment), Dated(from: .days(15), .monthly)],
          items: 5..<9
        ),
      ],
      items: items(9),
      rules: rules,
      counterparties: 2
    )
  }

  mutating func step() {
    if others.below(16) == 0 { return join() }
    switch random.below(24) {
    case 0...3: open()
    case 4, 5: passTime()
    case 6: if random.below(3) == 0 { cut() }
    case 7...10: truckVerb()
    case 11...13: listVerb(random.below(16))
    default: dueVerb()
    }
  }

  mutating func passTime() {
    let hours = Int64(random.below(96))
    last = "\(hours) h"
    let day = { (time: SimulatedTime) in time.microseconds / 86_400_000_000 }
    let before = desk.now
    desk.pass(time: .hours(hours))
    shadow.now = desk.now
    for _ in day(before) / 6..<day(desk.now) / 6 { shadow.takeStock() }
  }

  mutating func open() {
    let isBatch = random.below(2) == 0
    let kind =
      isBatch
      ? [MovementKind.batchIn, .batchOut][random.below(2)]
      : MovementKind.allCases[random.below(10)]
    let firm = random.below(3)
    let documents = random.below(4) == 0 ? 1 + random.below(3) : 1
    let count = documents == 1 && random.below(3) == 0 ? 1 + random.below(4) : 1
    let lineCount = 1 + random.below(4)
    let kilograms = Int64(random.below(900))
    let plan = shadow.plan.firms[firm]
    let first = random.below(plan.items.count)
    let partner = random.below(2)
    last = "open \(kind) of \(firm)"
    let head = desk.open(
      kind,
      firm: firm,
      kg: kilograms,
      lines: lineCount,
      documents: documents,
      trucks: count,
      item: (Double(first) + 0.5) / Double(plan.items.count),
      counterparty: (Double(partner) + 0.5) / 2
    )
    var chain = PaperShadow.Chain(trucks: Array(repeating: .init(), count: count))
    var next = head
    var item = first
    let total = kilograms * Int64(count)
    let lines = Int64(min(lineCount, plan.items.count))
    for document in 0..<Int64(documents) {
      let weight =
        total * (document + 1) / Int64(documents) - total * document / Int64(documents)
      var list = PaperShadow.List(
        firm: firm,
        kind: kind,
        chain: shadow.chains.count,
        lines: []
      )
      list.partner = (partner + Int(document)) % 2
      for line in 0..<lines {
        let own = weight / lines + (line < weight % lines ? 1 : 0)
        let usesUp = plan.business == .manufacturing && !kind.isIn && kind.isDeclared
        list.lines.append(
          PaperShadow.Line(
            cell: (plan.items.lowerBound + item) * 3 + Int(kind.status.rawValue),
            kilograms: own,
            quantity: usesUp ? (own * 11 + 5) / 10 : own
          )
        )
        item = (item + 1) % plan.items.count
      }
      chain.members.append(shadow.lists.count)
      handles[shadow.lists.count] = next
      shadow.lists.append(list)
      next = desk.register.next(of: next)
    }
    trucks[shadow.chains.count] = Array(repeating: head, count: count)
    shadow.chains.append(chain)
  }

  /// A wrong pick for a truck: document, line, and which of the other statuses is tried first.
  mutating func wrongPick(_ chain: Int) -> (WrongPick, [Int]?) {
    let members = shadow.chains[chain].members
    let document = others.below(members.count)
    let count = shadow.lists[members[document]].lines.count
    let (line, second) = (others.below(count), others.below(2))
    return (
      WrongPick(
        document: (Double(document) + 0.5) / Double(members.count),
        line: (Double(line) + 0.5) / Double(count),
        status: (Double(second) + 0.5) / 2
      ),
      [document, line, second]
    )
  }

  /// Further papers for a truck, due or not.
  mutating func join() {
    guard !shadow.chains.isEmpty else { return }
    let chain = shadow.chains.count - 1 - others.below(min(shadow.chains.count, 8))
    guard let own = trucks[chain] else { return }
    let former = shadow.lists[shadow.chains[chain].members[0]]
    let kinds: [MovementKind] =
      former.kind.isIn
      ? [.firstLineIn, .secondLineIn, .byStatusIn, .batchIn]
      : [.firstLineOut, .secondLineOut, .byStatusOut, .byStatusOut]
    let kind =
      others.below(8) == 0 ? MovementKind.allCases[others.below(10)] : kinds[others.below(4)]
    let firm = others.below(8) == 0 ? others.below(3) : former.firm
    let kilograms = Int64(others.below(500))
    last = "join \(kind) of \(firm) to \(chain)"
    let items = shadow.plan.firms[firm].items
    let item = others.below(items.count)
    let head = desk.open(
      kind,
      firm: firm,
      kg: kilograms,
      item: (Double(item) + 0.5) / Double(items.count),
      counterparty: 0.25,
      joining: own[0]
    )
    let one = shadow.chains[chain]
    let isDue =
      !one.members.allSatisfy { shadow.lists[$0].isDone } && one.trucks.count == 1
      && one.accounted.isEmpty && former.firm == firm && former.kind.isIn == kind.isIn
    answers = (head == .none ? 0 : 1, isDue ? 1 : 0)
    guard isDue, head != .none else { return }
    var next = head
    while desk.register.next(of: next) != .none { next = desk.register.next(of: next) }
    var list = PaperShadow.List(firm: firm, kind: kind, chain: chain, lines: [])
    let usesUp = shadow.plan.firms[firm].business == .manufacturing && !kind.isIn && kind.isDeclared
    list.lines = [
      PaperShadow.Line(
        cell: (items.lowerBound + item) * 3 + Int(kind.status.rawValue),
        kilograms: kilograms,
        quantity: usesUp ? (kilograms * 11 + 5) / 10 : kilograms
      )
    ]
    shadow.chains[chain].members.append(shadow.lists.count)
    handles[shadow.lists.count] = next
    shadow.lists.append(list)
  }

  mutating func truckVerb(on chosen: Int? = nil) {
    guard !shadow.chains.isEmpty else { return }
    let chain = chosen ?? shadow.chains.count - 1 - random.below(min(shadow.chains.count, 8))
    guard let own = trucks[chain] else { return }
    let truck = random.below(own.count)
    guard !shadow.chains[chain].trucks[truck].isGone else { return }
    switch random.below(6) {
    case 0...1:
      last = "arrive \(chain)/\(truck)"
      trucks[chain]?[truck] = desk.arrive(own[truck])
      shadow.arrive(chain, truck)
    case 2...4:
      let wrong = others.below(2) == 0 ? wrongPick(chain) : (.none, nil)
      last = "pass \(chain)/\(truck) \(wrong.1 ?? [])"
      trucks[chain]?[truck] = desk.pass(own[truck], wrong.0)
      shadow.pass(chain, truck, wrong.1)
    default:
      last = "withdraw \(chain)/\(truck)"
      desk.withdraw(own[truck])
      shadow.withdraw(chain, truck)
    }
  }

  /// What is probably due next on some list, or for its trucks.
  mutating func dueVerb() {
    let pending = shadow.lists.indices.filter { !shadow.lists[$0].isDone && handles[$0] != nil }
    guard !pending.isEmpty else { return }
    let number = pending[random.below(pending.count)]
    let list = shadow.lists[number]
    switch list.phase {
    case .preparing: listVerb(0, on: number)
    case .refused: truckVerb(on: list.chain)
    case .approved where list.kind.isBatch && list.slips == nil:
      if random.below(2) == 0 { truckVerb(on: list.chain) } else { listVerb(14, on: number) }
    case .approved where !list.kind.isDeclared: listVerb(11, on: number)
    case .approved: listVerb(list.isSubmitted ? 9 : 7, on: number)
    default:
      if list.taxes != nil, random.below(3) == 0 { listVerb(13, on: number) }
      truckVerb(on: list.chain)
    }
  }

  mutating func listVerb(_ verb: Int, on chosen: Int? = nil) {
    guard !shadow.lists.isEmpty else { return }
    let list = chosen ?? shadow.lists.count - 1 - random.below(min(shadow.lists.count, 8))
    guard let handle = handles[list] else { return }
    last = "verb \(verb) on \(list)"
    switch verb {
    case 0...5:
      let refusal = desk.approve(handle)
      if let expected = shadow.approve(list) {
        answers = (Int64(refusal.rawValue), Int64(expected.rawValue))
      }
    case 6:
      desk.refuse(handle)
      shadow.refuse(list)
    case 7...8:
      desk.submit(handle)
      shadow.submit(list)
    case 9...10:
      desk.release(handle)
      shadow.release(list)
    case 11:
      desk.noDeclaration(handle)
      shadow.noDeclaration(list)
    case 12: answers = (desk.assess(handle).rawValue, shadow.assess(list))
    case 13:
      desk.pay(handle)
      shadow.pay(list)
    default:
      desk.gather(handle)
      shadow.gather(list)
    }
  }

  mutating func cut() {
    let period: DeclaringPeriod = random.below(2) == 0 ? .monthly : .quarterly
    let due = desk.now + .hours(Int64(random.below(100)))
    last = "cut \(period)"
    desk.cut(period, due: due)
    let piles = shadow.cut(period, due: due)
    let taken = desk.piles(period)
    answers = (Int64(taken.count), Int64(piles.count))
    for (pile, handle) in zip(piles, taken) { handles[pile] = handle }
  }

  /// Everything that can still be settled is.
  mutating func end() {
    for (period, due) in [(DeclaringPeriod.monthly, desk.now), (.quarterly, desk.now)] {
      desk.cut(period, due: due)
      for (pile, handle) in zip(shadow.cut(period, due: due), desk.piles(period)) {
        handles[pile] = handle
      }
    }
    for list in shadow.lists.indices {
      guard let handle = handles[list] else { continue }
      desk.submit(handle)
      shadow.submit(list)
      desk.release(handle)
      shadow.release(list)
      desk.pay(handle)
      shadow.pay(list)
    }
    last = "end"
  }

  /// What differs between the register and the shadow, in words for the developer.
  func difference() -> String? {
    if answers.0 != answers.1 { return "answers \(answers)" }
    if let imbalance = desk.imbalance { return "\(imbalance)" }
    for (cell, expected) in shadow.columns().enumerated() {
      let found = desk.columns(item: cell / 3, CustomsStatus.allCases[cell % 3])
      if found != expected { return "cell \(cell): \(found), not \(expected)" }
      let stock = desk.stock(item: cell / 3, CustomsStatus.allCases[cell % 3])
      let own = [shadow.corrected[cell], shadow.physical[cell], shadow.mixed(cell)]
      if stock != own { return "warehouse \(cell): \(stock), not \(own)" }
    }
    let mixing = desk.register.mixing
    let found = [
      mixing.errors, mixing.found, mixing.corrected, mixing.declaredAfterwards,
      mixing.taxedAfterwards,
    ]
    let made = [
      Int64(shadow.errorsMade), Int64(shadow.errorsFound), Int64(shadow.errorsCorrected),
      shadow.declaredAfterwards, shadow.taxedAfterwards,
    ]
    if found != made { return "errors \(found), not \(made)" }
    for firm in shadow.plan.firms.indices {
      let found = PaperLevel.Subject.allCases.map { desk.level($0, of: firm) }
      if found != shadow.levels(firm) { return "levels of \(firm): \(found)" }
      if desk.isBlocked(firm) != shadow.isBlocked(firm) { return "blocked \(firm)" }
      if desk.isWaived(firm) != shadow.isWaived(firm) { return "waived \(firm)" }
    }
    for (chain, own) in trucks.sorted(by: { $0.key < $1.key }) {
      let phase = desk.phase(own[0])
      // Of what left memory long ago it is not known how it ended.
      if phase == .settled, !desk.register.isLive(own[0]) { continue }
      if phase != shadow.phase(chain) {
        return "phase of \(chain): \(phase), not \(shadow.phase(chain))"
      }
    }
    if desk.live != shadow.live { return "\(desk.live) live, not \(shadow.live)" }
    return nil
  }
}

/// SplitMix64, so that a course can be repeated from its seed.
private struct SplitMix {
  var state: UInt64

  mutating func below(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return Int(mixed % UInt64(count))
  }
}
