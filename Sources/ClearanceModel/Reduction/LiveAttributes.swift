/// For each step the attributes that something may still look at once a truck has come to it.
struct LiveAttributes {
  /// Words of 64 attributes by step.
  private var bits: [UInt64]
  private let width: Int
  private let plan: ClearancePlan
  /// By expression, the attributes that it reads.
  private var expressionReads: [[UInt16]]

  /// Follows the plan backwards, from what reads to what writes.
  init(_ plan: ClearancePlan) {
    self.plan = plan
    width = (plan.attributes.count + 63) / 64
    bits = Array(repeating: 0, count: plan.steps.count * width)
    expressionReads = plan.expressions.map { plan.attributesRead(by: $0) }
    // What branches give back is kept as a whole: a token may end at any of its steps.
    let always = plan.attributesHandedBack
    let nexts = plan.steps.indices.map { plan.successors(of: $0) + plan.companions(of: $0) }
    let met = Self.stepsMet(in: plan, nexts)
    if width > 0, always != 0 {
      for step in met { bits[step * width] = always }
    }
    let attributes = met.map { reads(of: $0) }
    var changes = true
    // The compiler lays procedures out from their ends: one pass does most of it.
    while changes {
      changes = false
      for (step, reads) in zip(met, attributes) where update(step, reads, nexts[step]) {
        changes = true
      }
    }
  }

  /// The steps that a truck, companion or pile may come to, in their order.
  private static func stepsMet(in plan: ClearancePlan, _ nexts: [[Int]]) -> [Int] {
    var isMet = Array(repeating: false, count: plan.steps.count)
    var open = plan.flows.map { Int($0.firstStep) }
    while let step = open.popLast() {
      if isMet[step] { continue }
      isMet[step] = true
      open += nexts[step]
    }
    return isMet.indices.filter { isMet[$0] }
  }

  /// Whether an attribute may still be looked at, at a step or after it.
  func isLive(_ attribute: Int, at step: Int) -> Bool {
    bits[step * width + attribute / 64] >> UInt64(attribute % 64) & 1 == 1
  }

  /// Whether anything looks at an attribute anywhere.
  func isRead(_ attribute: Int) -> Bool {
    plan.steps.indices.contains { isLive(attribute, at: $0) }
  }

  /// Whether nobody looks at what a step sets.
  func isUnread(_ step: Int) -> Bool {
    let kind = plan.steps[step].kind
    guard kind == .set || kind == .become else { return false }
    return !isLive(Int(plan.steps[step].attribute), at: Int(plan.steps[step].next))
  }

  private mutating func update(_ step: Int, _ reads: [UInt16], _ nexts: [Int]) -> Bool {
    var changes = false
    let kind = plan.steps[step].kind
    let written = kind == .set || kind == .become ? Int(plan.steps[step].attribute) : nil
    for word in 0..<width {
      var live = nexts.reduce(0) { $0 | bits[$1 * width + word] }
      if let written, written / 64 == word { live &= ~(1 << UInt64(written % 64)) }
      live |= bits[step * width + word]
      if live != bits[step * width + word] {
        bits[step * width + word] = live
        changes = true
      }
    }
    if kind == .set, isUnread(step) { return changes }
    for attribute in reads where !isLive(Int(attribute), at: step) {
      bits[step * width + Int(attribute) / 64] |= 1 << UInt64(attribute % 64)
      changes = true
    }
    return changes
  }

  private func reads(of index: Int) -> [UInt16] {
    let step = plan.steps[index]
    switch step.kind {
    case .set, .setShared, .delay, .sum: return expressionReads(of: step)
    case .serve, .seize:
      let places = plan.placesOf(station: step.place)
      let masks = places.flatMap { place in
        (plan.places[place].takesWords + [plan.places[place].goesFirst].compactMap { $0 })
          .map(\.attribute)
      }
      let isMeasured = places.contains { plan.places[$0].queueSpace != nil }
      let length = isMeasured ? plan.lengthAttribute.map { [UInt16(clamping: $0)] } : nil
      return expressionReads(of: step) + masks + (length ?? [])
    case .chooseByCondition, .wait:
      let branches = plan.branches[Int(step.firstBranch)...].prefix(Int(step.branchCount))
      let terms = branches.flatMap { plan.terms[Int($0.firstTerm)...].prefix(Int($0.termCount)) }
      return terms.filter { $0.attribute == .attribute }.map(\.place)
    case .start: return step.attribute == StepPlan.none ? [] : [step.attribute]
    case .gather: return plan.collections[Int(step.mark)].keys
    case .papers, .lookUp: return plan.paperSteps[Int(step.mark)].reads
    default: return []
    }
  }

  private func expressionReads(of step: StepPlan) -> [UInt16] {
    step.expression == StepPlan.none ? [] : expressionReads[Int(step.expression)]
  }
}

extension ClearancePlan {
  /// The attributes that an expression looks at, through properties too.
  func attributesRead(by expression: ExpressionPlan) -> [UInt16] {
    let (first, count) = (Int(expression.first), Int(expression.count))
    return operations[first..<first + count].flatMap { operation -> [UInt16] in
      if operation.kind.readsAttribute { return [operation.operand] }
      switch operation.kind {
      case .property:
        return placesOf(station: operation.place).flatMap { place -> [UInt16] in
          let property = places[place].properties[Int(operation.operand)]
          guard property != StepPlan.none else { return [] }
          return attributesRead(by: expressions[Int(property)])
        }
      default: return []
      }
    }
  }
}
