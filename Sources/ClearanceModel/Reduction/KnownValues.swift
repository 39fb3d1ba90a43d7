import RandomVariates

/// What is known of every truck that comes to a step: for each attribute its one value, if it can
/// have but one there.
struct KnownValues {
  let plan: ClearancePlan
  /// For each step whether a truck, companion or pile can come to it.
  private(set) var isReached: [Bool]
  /// Values by step and attribute; NaN where there may be several.
  private var values: [Double]
  /// Attributes, then flow, class and whether the truck is cleared.
  private let width: Int
  private var flowIndex: Int { plan.attributes.count }
  private var classIndex: Int { plan.attributes.count + 1 }
  private var clearedIndex: Int { plan.attributes.count + 2 }
  /// Whether a truck that comes to `mark: cleared` may go on uncleared.
  private let mayGiveUp: Bool
  /// The attributes that branches of forks give back, as bits.
  private let handedBack: UInt64

  /// Follows all flows from their first steps.
  init(_ plan: ClearancePlan) {
    self.plan = plan
    width = plan.attributes.count + 3
    isReached = Array(repeating: false, count: plan.steps.count)
    values = Array(repeating: .nan, count: plan.steps.count * width)
    mayGiveUp = plan.steps.contains {
      $0.onLeaving != StepPlan.none || $0.kind == .fork || $0.kind == .startClock
    }
    handedBack = plan.attributesHandedBack
    var open: [Int] = []
    for index in plan.flows.indices {
      join(start(of: index), at: Int(plan.flows[index].firstStep), &open)
    }
    while let step = open.popLast() {
      for (next, row) in ways(from: step, row(at: step)) { join(row, at: next, &open) }
    }
  }

  /// The values of trucks that come to a step.
  func row(at step: Int) -> [Double] { Array(values[step * width..<(step + 1) * width]) }

  func start(of index: Int) -> [Double] {
    let flow = plan.flows[index]
    var row = Array(repeating: 0.0, count: width)
    for given in flow.attributes {
      let shares = given.rows.joined()
      let first = shares.first?.value ?? 0
      row[Int(given.attribute)] = shares.allSatisfy { $0.value == first } ? first : .nan
    }
    row[flowIndex] = Double(index)
    let first = flow.classes.first?.classIndex ?? 0
    row[classIndex] = flow.classes.allSatisfy { $0.classIndex == first } ? Double(first) : .nan
    return row
  }

  private mutating func join(_ row: [Double], at step: Int, _ open: inout [Int]) {
    var changes = !isReached[step]
    for index in row.indices {
      let place = step * width + index
      if !isReached[step] {
        values[place] = row[index]
      } else if !values[place].isNaN, values[place].bitPattern != row[index].bitPattern {
        values[place] = .nan
        changes = true
      }
    }
    isReached[step] = true
    if changes { open.append(step) }
  }

  // MARK: Ways

  /// The steps that may follow a step, with what is known there of trucks that come this way.
  func ways(from index: Int, _ row: [Double]) -> [(next: Int, row: [Double])] {
    let step = plan.steps[index]
    let next = Int(step.next)
    switch step.kind {
    case .end, .join: return []
    case .chooseByShare:
      let taken = plan.sharedBranches(of: step)
      let ways = taken.branches.map { (Int($0.target), row) }
      return taken.areAll ? ways : ways + [(next, row)]
    case .chooseByCondition:
      var ways: [(next: Int, row: [Double])] = []
      for branch in branches(of: step, row) {
        ways.append((Int(branch.plan.target), refined(row, by: branch)))
        if branch.terms.isEmpty { return ways }
      }
      return ways + [(next, row)]
    case .wait:
      // Nobody passes a condition that cannot hold.
      return branches(of: step, row).map { (next, refined(row, by: $0)) }
    case .start:
      return [(next, row), (Int(step.target), companion(row))]
    case .papers, .lookUp:
      let after = after(step, row)
      let piles = plan.companions(of: index).map { ($0, pile(after)) }
      return [(next, after)] + piles
    case .gather:
      let collection = plan.collections[Int(step.mark)]
      var pile = companion(row)
      if let count = collection.countAttribute { pile[Int(count)] = .nan }
      return [(next, row), (Int(collection.firstStep), pile)]
    case .fork:
      var joined = row
      joined[clearedIndex] = .nan
      for attribute in plan.attributes.indices.prefix(64) where handedBack >> attribute & 1 == 1 {
        joined[attribute] = .nan
      }
      return plan.targets(of: index).map { ($0, row) } + [(next, joined)]
    default:
      let after = after(step, row)
      return ([next] + plan.leaving(from: index)).map { ($0, after) }
    }
  }

  /// What is known after a step.
  func after(_ step: StepPlan, _ row: [Double]) -> [Double] {
    var row = row
    switch step.kind {
    case .set:
      let tree = tree(of: step, row)
      row[Int(step.attribute)] = tree.constant.map { $0.isNaN ? 0 : $0 } ?? .nan
    case .become: row[Int(step.attribute)] = Double(step.target)
    case .papers, .lookUp:
      for attribute in plan.paperSteps[Int(step.mark)].writes { row[Int(attribute)] = .nan }
    case .mark where step.mark == 0: row[clearedIndex] = mayGiveUp ? .nan : 1
    default: break
    }
    return row
  }

  /// What goes beside a truck carries what the truck does, and is never cleared itself.
  private func companion(_ row: [Double]) -> [Double] {
    var row = row
    row[clearedIndex] = 1
    return row
  }

  /// What a firm declares together carries what its last truck did, but for the number of slips.
  private func pile(_ row: [Double]) -> [Double] {
    var pile = companion(row)
    for index in plan.paperCollections {
      if let count = plan.collections[index].countAttribute { pile[Int(count)] = .nan }
    }
    return pile
  }

  /// Whether all who come to a step are cleared.
  func isCleared(_ row: [Double]) -> Bool { row[clearedIndex] == 1 }

  /// The expression of a step, simplified by what is known.
  func tree(of step: StepPlan, _ row: [Double]) -> ExpressionTree {
    ExpressionTree(step.expression, in: plan).simplified(plan) { attribute in
      let value = row[Int(attribute)]
      return value.isNaN ? nil : value
    }
  }

  // MARK: Conditions

  /// A branch that may be taken, with the terms that decide it; without terms it is always taken.
  struct OpenBranch {
    var plan: BranchPlan
    var terms: [ConditionTerm]
  }

  /// The branches of a choice by condition that may be taken, up to the first that must be.
  func branches(of step: StepPlan, _ row: [Double]) -> [OpenBranch] {
    var found: [OpenBranch] = []
    for branch in plan.branches[Int(step.firstBranch)...].prefix(Int(step.branchCount)) {
      guard let terms = undecided(branch, row) else { continue }
      found.append(OpenBranch(plan: branch, terms: terms))
      if terms.isEmpty { break }
    }
    return found
  }

  /// The terms of a condition that are not known; none where it holds, nil where it cannot hold.
  private func undecided(_ branch: BranchPlan, _ row: [Double]) -> [ConditionTerm]? {
    if branch.termCount == 0 { return [] }
    var groups: [[ConditionTerm]] = []
    var group: [ConditionTerm]? = []
    for term in plan.terms[Int(branch.firstTerm)...].prefix(Int(branch.termCount)) {
      if term.startsGroup {
        if let group { groups.append(group) }
        group = []
      }
      switch verdict(term, row) {
      case true?: break
      case false?: group = nil
      case nil: group?.append(term)
      }
    }
    if let group { groups.append(group) }
    if groups.isEmpty { return nil }
    if groups.contains(where: \.isEmpty) { return [] }
    for number in groups.indices {
      for index in groups[number].indices {
        groups[number][index].startsGroup = number > 0 && index == 0
      }
    }
    return groups.flatMap { $0 }
  }

  private func verdict(_ term: ConditionTerm, _ row: [Double]) -> Bool? {
    func known(_ index: Int) -> Double? { row[index].isNaN ? nil : row[index] }
    func holds(_ value: Double) -> Bool { term.comparison.holds(Int64(value), term.value) }
    return switch term.attribute {
    case .classIndex: known(classIndex).map(holds)
    case .flow: known(flowIndex).map(holds)
    case .one: holds(1)
    case .attribute: known(Int(term.place)).map { term.comparison.holds($0, term.number) }
    case .queue, .present, .timeOfDay, .open, .paperPhase, .paperCount, .paperCounts, .shared: nil
    }
  }

  /// What is known where a branch is taken: the values that its condition asks for.
  func refined(_ row: [Double], by branch: OpenBranch) -> [Double] {
    guard !branch.terms.contains(where: \.startsGroup) else { return row }
    var row = row
    // Zero is equal to minus zero, and stays unknown.
    for term in branch.terms
    where term.attribute == .attribute && term.comparison == .equal && term.number != 0 {
      row[Int(term.place)] = term.number
    }
    return row
  }
}

extension ClearancePlan {
  /// The branches of a choice by share that may be taken, and whether nobody takes none of them.
  func sharedBranches(of step: StepPlan) -> (branches: [BranchPlan], areAll: Bool) {
    var found: [BranchPlan] = []
    var sum = 0.0
    for branch in branches[Int(step.firstBranch)...].prefix(Int(step.branchCount))
    where branch.below > sum {
      found.append(branch)
      sum = branch.below
      if sum >= 1 { break }
    }
    return (found, sum >= 1)
  }

  /// The attributes that a truck gets back from branches of any fork, as bits.
  var attributesHandedBack: UInt64 {
    branches.reduce(0) { $0 | $1.sets }
  }

  /// A station and its lanes.
  func placesOf(station: UInt16) -> [Int] { [Int(station)] + places[Int(station)].lanes }
}
