/// Who comes where, and who can leave.
public struct Reachability: Sendable {
  private let plan: ClearancePlan
  /// For each class of a flow, the stations that its trucks or their companions come to.
  private var ways: [(flow: Int, classIndex: Int, stations: [Bool])] = []

  /// Follows all flows, and the companions that they start, through their steps.
  ///
  /// Conditions on class and flow are followed exactly; others may hold or not.
  /// - Complexity: O(flows · classes · steps)
  public init(_ plan: ClearancePlan) {
    self.plan = plan
    for (number, flow) in plan.flows.enumerated() {
      for share in flow.classes {
        let classIndex = Int(share.classIndex)
        var stations = Array(repeating: false, count: plan.places.count)
        var seen = Array(repeating: false, count: plan.steps.count)
        var open = [Int(flow.firstStep)]
        seen[open[0]] = true
        while let step = open.popLast() {
          let kind = plan.steps[step].kind
          if kind == .serve || kind == .seize { stations[Int(plan.steps[step].place)] = true }
          let nexts = plan.successors(of: step, classIndex: classIndex, flow: number)
          for next in nexts + plan.companions(of: step) where !seen[next] {
            seen[next] = true
            open.append(next)
          }
        }
        ways.append((number, classIndex, stations))
      }
    }
  }

  /// The classes that come to a station, by index.
  public func classes(at station: Int) -> [Bool] {
    plan.classes.indices.map { classIndex in
      ways.contains { $0.classIndex == classIndex && $0.stations[station] }
    }
  }

  /// The flows that come to a station, by index; only with the classes that a lane `takes`, where
  /// that is not empty.
  public func flows(at station: Int, taking takes: [Bool] = []) -> [Bool] {
    plan.flows.indices.map { flow in
      ways.contains { way in
        way.flow == flow && way.stations[station] && (takes.isEmpty || takes[way.classIndex])
      }
    }
  }

  /// Whether every step that can be met from a step leads to an end, for companions too.
  public func canAlwaysLeave(from first: Int) -> Bool {
    var leaves = plan.steps.map { $0.kind == .end || $0.kind == .join }
    var changes = true
    while changes {
      changes = false
      for step in plan.steps.indices where !leaves[step] {
        if plan.successors(of: step).contains(where: { leaves[$0] }) {
          leaves[step] = true
          changes = true
        }
      }
    }
    var seen = Array(repeating: false, count: plan.steps.count)
    var open = [first]
    while let step = open.popLast() {
      if !leaves[step] { return false }
      for next in plan.successors(of: step) + plan.companions(of: step) where !seen[next] {
        seen[next] = true
        open.append(next)
      }
    }
    return true
  }
}

extension ClearancePlan {
  /// The first step of the companion that a step sends on its way, or that goes out for its pile.
  public func companions(of index: Int) -> [Int] {
    let step = steps[index]
    return switch step.kind {
    case .start: [Int(step.target)]
    case .gather: [Int(collections[Int(step.mark)].firstStep)]
    case .papers where gathersPapers(index):
      paperCollections.map { Int(collections[$0].firstStep) }
    default: []
    }
  }

  /// The first steps of the branches of a step.
  public func targets(of index: Int) -> [Int] {
    let step = steps[index]
    return branches[Int(step.firstBranch)...].prefix(Int(step.branchCount)).map { Int($0.target) }
  }

  /// The steps that may follow a step, for the truck itself; branches of a fork begin with it.
  public func successors(of index: Int) -> [Int] {
    successors(of: index, classIndex: nil, flow: nil)
  }

  /// The steps that may follow a step for a truck of a class and flow.
  public func successors(of index: Int, classIndex: Int?, flow: Int?) -> [Int] {
    let step = steps[index]
    switch step.kind {
    case .end, .join: return []
    case .fork: return targets(of: index) + [Int(step.next)]
    case .chooseByShare, .chooseByCondition, .chooseByAttribute:
      var found: [Int] = []
      var sum = 0.0
      for branch in branches[Int(step.firstBranch)...].prefix(Int(step.branchCount)) {
        if step.kind == .chooseByShare {
          if branch.below > sum { found.append(Int(branch.target)) }
          sum = branch.below
          continue
        }
        switch verdict(branch, classIndex: classIndex, flow: flow) {
        case .some(true):
          return found + [Int(branch.target)]
        case .none:
          found.append(Int(branch.target))
        case .some(false):
          break
        }
      }
      return step.kind == .chooseByShare && sum >= 1 ? found : found + [Int(step.next)]
    default:
      return [Int(step.next)] + leaving(from: index)
    }
  }

  /// Whether a branch's condition holds for a class and flow; nil when that depends on the state.
  public func verdict(_ branch: BranchPlan, classIndex: Int?, flow: Int?) -> Bool? {
    if branch.termCount == 0 { return true }
    // A comparison that has been put into the branch looks at what a truck carries.
    if branch.test != nil { return nil }
    var groups: [Bool?] = []
    var group: Bool? = true
    for (number, term) in terms[Int(branch.firstTerm)...].prefix(Int(branch.termCount)).enumerated()
    {
      if term.startsGroup, number > 0 {
        groups.append(group)
        group = true
      }
      let value: Bool?
      switch term.attribute {
      case .classIndex: value = classIndex.map { term.comparison.holds(Int64($0), term.value) }
      case .flow: value = flow.map { term.comparison.holds(Int64($0), term.value) }
      case .one: value = term.comparison.holds(1, term.value)
      default: value = nil
      }
      if value == false || group == false {
        group = false
      } else if value == nil {
        group = nil
      }
    }
    groups.append(group)
    if groups.contains(true) { return true }
    return groups.contains(nil) ? nil : false
  }
}
