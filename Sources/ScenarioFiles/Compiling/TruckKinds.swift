import ClearanceModel

/// Trucks that are alike in flow, class and the words of their attributes, as far as these are
/// known when the file is read.
struct TruckKind {
  /// Index of the flow.
  var flow: Int
  /// Index of the class.
  var classIndex: Int
  /// For each attribute its word; nil where it is no word, or changes on the way.
  var words: [Int?]
}

extension ClearancePlan {
  /// All kinds of trucks that come; words matter where lanes or conditions look at them.
  ///
  /// Where there would be too many, further attributes count as unknown.
  func truckKinds() -> [TruckKind] {
    var matters = Array(repeating: false, count: attributes.count)
    for mask in places.flatMap(\.takesWords) { matters[Int(mask.attribute)] = true }
    for term in terms where term.attribute == .attribute { matters[Int(term.place)] = true }
    for attribute in paperSteps.flatMap(\.writes) { matters[Int(attribute)] = false }
    let pairs = flows.reduce(0) { $0 + $1.classes.count }
    let most = min(256, max(1, 4_000_000 / max(1, steps.count * pairs)))
    var kinds: [TruckKind] = []
    for (number, flow) in flows.enumerated() {
      let sets = attributesSet(from: Int(flow.firstStep))
      let matters = matters.indices.map { matters[$0] && !sets[$0] }
      for share in flow.classes {
        var found = [
          TruckKind(
            flow: number,
            classIndex: Int(share.classIndex),
            words: Array(repeating: nil, count: attributes.count)
          )
        ]
        for (index, attribute) in attributes.enumerated() where matters[index] {
          guard case .words = attribute.kind else { continue }
          let words = words(of: index, flow, class: share.classIndex)
          guard found.count * words.count <= most else { continue }
          found = found.flatMap { kind in
            words.map { word in
              var kind = kind
              kind.words[index] = word
              return kind
            }
          }
        }
        kinds += found
      }
    }
    return kinds
  }

  /// For each attribute whether trucks that begin at a step, or their companions, may set it.
  private func attributesSet(from first: Int) -> [Bool] {
    var result = Array(repeating: false, count: attributes.count)
    var seen = Array(repeating: false, count: steps.count)
    var open = [first]
    seen[first] = true
    while let index = open.popLast() {
      let step = steps[index]
      if step.kind == .set, step.attribute != StepPlan.none { result[Int(step.attribute)] = true }
      for next in successors(of: index) + companions(of: index) where !seen[next] {
        seen[next] = true
        open.append(next)
      }
    }
    return result
  }

  /// The words that an attribute can have when trucks of a class come.
  private func words(of attribute: Int, _ flow: FlowPlan, class index: UInt8) -> [Int] {
    guard let given = flow.attributes.first(where: { Int($0.attribute) == attribute }) else {
      return [0]
    }
    var isMet = Array(repeating: false, count: attributes[attribute].words.count)
    let classRows = flow.classClock?.rows ?? [flow.classes]
    for number in classRows.indices {
      // Blocks of classes have as many rows as the attribute from which they follow.
      let follows = given.drawStep == DrawStep.classShare
      for row in follows ? [given.rows[number % given.rows.count]] : given.rows {
        var from = 0.0
        for share in row {
          let isHere =
            follows
            ? classRows[number].overlap(from..<max(from, share.below), with: index) > 1e-9
            : share.below > from
          if isHere { isMet[Int(share.value)] = true }
          from = share.below
        }
      }
    }
    return isMet.indices.filter { isMet[$0] }
  }
}

extension [FlowPlan.ClassShare] {
  /// The part of a range of draws that means a class.
  fileprivate func overlap(_ range: Range<Double>, with index: UInt8) -> Double {
    var (from, sum) = (0.0, 0.0)
    for share in self {
      if share.classIndex == index {
        sum += Swift.max(
          0,
          Swift.min(share.below, range.upperBound) - Swift.max(from, range.lowerBound)
        )
      }
      from = share.below
    }
    return sum
  }
}

/// The steps that trucks of a kind meet, with the states that their documents may have there.
struct DocumentFlow {
  private let plan: ClearancePlan
  private let kind: TruckKind
  /// Indices of the attributes that are documents.
  private let documents: [Int]
  /// For each step that is met the states of each document, as bits.
  private(set) var states: [[UInt64]?]
  /// For each step after a fork, as long as not all of it is known, what is.
  private var joined: [[UInt64]?]
  /// For each step the branch of a fork that it is in.
  private let branches: [Int?]

  /// Follows trucks from the first step of their flow, companions and piles too.
  ///
  /// - Complexity: O(steps · states of all documents)
  init(_ plan: ClearancePlan, _ kind: TruckKind) {
    self.plan = plan
    self.kind = kind
    documents = plan.attributes.indices.filter { plan.attributes[$0].isDocument }
    states = Array(repeating: nil, count: plan.steps.count)
    joined = states
    branches = plan.branchesOfSteps
    let flow = plan.flows[kind.flow]
    let first = documents.map { document in
      let given = flow.attributes.first { Int($0.attribute) == document }
      guard let given else { return 1 as UInt64 }
      return given.rows.joined().reduce(0) { $0 | 1 << UInt64($1.value) }
    }
    var open: [Int] = []
    join(first, at: Int(flow.firstStep), &open)
    while let step = open.popLast() {
      guard let states = states[step] else { continue }
      for (next, after) in ways(from: step, states) { join(after, at: next, &open) }
      for (fork, after) in parts(from: step, states) {
        let known = joined[fork].map { zip($0, after).map { $0 | $1 } } ?? after
        joined[fork] = known
        // A document that a branch sets is known only at the end of that branch.
        if !known.contains(0) { join(known, at: Int(plan.steps[fork].next), &open) }
      }
    }
  }

  private mutating func join(_ new: [UInt64], at step: Int, _ open: inout [Int]) {
    let joined = states[step].map { zip($0, new).map { $0 | $1 } } ?? new
    guard states[step] != joined else { return }
    states[step] = joined
    open.append(step)
  }

  /// The states of a document where a step is met.
  func states(of document: Int, at step: Int) -> UInt64 {
    guard let states = states[step], let index = documents.firstIndex(of: document) else {
      return 0
    }
    return states[index]
  }

  // MARK: Forks

  /// What a step says about the states after a fork: the fork itself all but what its branches set,
  /// the end of a branch what that branch sets, and a station where it may be turned away as well.
  private func parts(from index: Int, _ states: [UInt64]) -> [(fork: Int, states: [UInt64])] {
    let step = plan.steps[index]
    func kept(_ keeps: (UInt64) -> Bool) -> [UInt64] {
      zip(documents, states).map { keeps(1 << UInt64($0)) ? $1 : 0 }
    }
    if step.kind == .fork {
      let branches = plan.branches[Int(step.firstBranch)...].prefix(Int(step.branchCount))
      let sets = branches.reduce(0) { $0 | $1.sets }
      return [(index, kept { sets & $0 == 0 })]
    }
    guard step.kind == .join || plan.mayEnd(at: index), let branch = branches[index],
      let fork = plan.fork(ofBranch: branch)
    else { return [] }
    let sets = plan.branches[branch].sets
    return [(fork, kept { sets & $0 != 0 })]
  }

  // MARK: Ways

  private func ways(from index: Int, _ states: [UInt64]) -> [(next: Int, states: [UInt64])] {
    let step = plan.steps[index]
    switch step.kind {
    case .end, .join: return []
    case .fork: return plan.targets(of: index).map { ($0, states) }
    case .chooseByShare:
      var found: [(next: Int, states: [UInt64])] = []
      var sum = 0.0
      for branch in plan.branches[Int(step.firstBranch)...].prefix(Int(step.branchCount)) {
        if branch.below > sum { found.append((Int(branch.target), states)) }
        sum = branch.below
      }
      return sum >= 1 ? found : found + [(Int(step.next), states)]
    case .chooseByCondition: return conditionalWays(step, states)
    case .become:
      var after = states
      if let document = documents.firstIndex(of: Int(step.attribute)) {
        after[document] = 1 << UInt64(step.target)
      }
      return [(Int(step.next), after)]
    case .start: return [(Int(step.next), states), (Int(step.target), states)]
    case .gather:
      let pile = Int(plan.collections[Int(step.mark)].firstStep)
      return [(Int(step.next), states), (pile, states)]
    case .papers:
      return ([Int(step.next)] + plan.companions(of: index)).map { ($0, states) }
    default: return ([Int(step.next)] + plan.leaving(from: index)).map { ($0, states) }
    }
  }

  private func conditionalWays(
    _ step: StepPlan,
    _ states: [UInt64]
  ) -> [(next: Int, states: [UInt64])] {
    var found: [(next: Int, states: [UInt64])] = []
    var left = states
    for branch in plan.branches[Int(step.firstBranch)...].prefix(Int(step.branchCount)) {
      let terms = plan.terms[Int(branch.firstTerm)...].prefix(Int(branch.termCount))
      let verdict = verdict(terms, left)
      if verdict != false {
        found.append((Int(branch.target), verdict == nil ? refined(left, terms) : left))
      }
      if verdict == true { return found }
      // What is left after a single comparison is its contrary.
      if verdict == nil, terms.count == 1, let term = terms.first,
        let (document, mask) = mask(term)
      {
        left[document] &= ~mask
      }
    }
    return found + [(Int(step.next), left)]
  }

  /// The states in which a condition without `or` can hold.
  private func refined(_ states: [UInt64], _ terms: ArraySlice<ConditionTerm>) -> [UInt64] {
    guard !terms.dropFirst().contains(where: \.startsGroup) else { return states }
    var states = states
    for term in terms {
      if let (document, mask) = mask(term) { states[document] &= mask }
    }
    return states
  }

  /// The states for which a comparison holds, of which document.
  private func mask(_ term: ConditionTerm) -> (document: Int, states: UInt64)? {
    guard term.attribute == .attribute,
      let document = documents.firstIndex(of: Int(term.place))
    else { return nil }
    let state: UInt64 = 1 << UInt64(max(0, term.value))
    return (document, term.comparison == .equal ? state : ~state)
  }

  /// Whether a condition holds; nil where it may or may not.
  private func verdict(_ terms: ArraySlice<ConditionTerm>, _ states: [UInt64]) -> Bool? {
    if terms.isEmpty { return true }
    var result: Bool? = false
    var group: Bool? = true
    for (number, term) in terms.enumerated() {
      if term.startsGroup, number > 0 {
        if group == true { return true }
        if group == nil { result = nil }
        group = true
      }
      let value = verdict(term, states)
      if value == false || group == false {
        group = false
      } else if value == nil {
        group = nil
      }
    }
    if group == true { return true }
    return group == nil ? nil : result
  }

  private func verdict(_ term: ConditionTerm, _ states: [UInt64]) -> Bool? {
    switch term.attribute {
    case .classIndex: return term.comparison.holds(Int64(kind.classIndex), term.value)
    case .flow: return term.comparison.holds(Int64(kind.flow), term.value)
    case .one: return term.comparison.holds(1, term.value)
    case .attribute:
      if let (document, mask) = mask(term) {
        if states[document] & ~mask == 0 { return true }
        return states[document] & mask == 0 ? false : nil
      }
      return kind.words[Int(term.place)].map { term.comparison.holds(Int64($0), term.value) }
    case .queue, .present, .timeOfDay, .open, .paperPhase, .paperCount, .paperCounts, .shared:
      return nil
    }
  }
}
