/// Steps that set attributes one after the other, as one.
extension ClearancePlan {
  /// Has the first of several steps in a row that only set attributes set all of them.
  ///
  /// Each value is computed as before, with the draws of its own step.
  mutating func fuseSets() {
    for head in headsOfSets() {
      var chain = [head]
      while let last = chain.last, steps[Int(steps[last].next)].kind == .set {
        chain.append(Int(steps[last].next))
      }
      guard chain.count > 1, let fused = fused(chain) else { continue }
      steps[head].kind = .setSeveral
      steps[head].expression = fused
      steps[head].next = steps[chain[chain.count - 1]].next
    }
  }

  /// The steps that set something and that others than such steps lead to; those that no truck
  /// comes to have lost their expression, and lead nowhere.
  private func headsOfSets() -> [Int] {
    var isHead = Array(repeating: false, count: steps.count)
    for flow in flows { isHead[Int(flow.firstStep)] = true }
    for index in steps.indices where steps[index].kind != .set {
      for next in successors(of: index) + companions(of: index) { isHead[next] = true }
    }
    return steps.indices.filter {
      isHead[$0] && steps[$0].kind == .set && steps[$0].expression != StepPlan.none
    }
  }

  /// The operations of several steps behind one another; nil where there is no room for them.
  private mutating func fused(_ chain: [Int]) -> UInt16? {
    let first = operations.count
    let parts = chain.map { expressions[Int(steps[$0].expression)] }
    let count = parts.reduce(chain.count) { $0 + Int($1.count) }
    guard first + count < 65_000, expressions.count < 65_000 else { return nil }
    for (number, part) in parts.enumerated() {
      var store = Operation(.store)
      let only = operations[Int(part.first)]
      let isStoredAtOnce = part.count == 1 && (only.kind == .constant || only.kind == .chanceOf)
      if isStoredAtOnce {
        store.kind = only.kind == .constant ? .storeConstant : .storeChanceOf
        store.value = only.value
        store.block = only.block
      }
      let shift = operations.count - Int(part.first)
      for index in Int(part.first)..<Int(part.first) + Int(part.count)
      where !isStoredAtOnce {
        var operation = operations[index]
        // Tables of constants stay where they are.
        if operation.kind.jumps { operation.target = UInt16(Int(operation.target) + shift) }
        operations.append(operation)
      }
      store.operand = steps[chain[number]].attribute
      store.target = UInt16(chain[min(number + 1, chain.count - 1)])
      operations.append(store)
    }
    expressions.append(
      ExpressionPlan(first: UInt16(first), count: UInt16(operations.count - first))
    )
    return UInt16(expressions.count - 1)
  }
}

extension OperationKind {
  /// Whether ``Operation/target`` is where it goes on within its expression.
  fileprivate var jumps: Bool {
    self == .select || self == .selectShared || self == .jump || self == .jumpIfZero
  }
}
