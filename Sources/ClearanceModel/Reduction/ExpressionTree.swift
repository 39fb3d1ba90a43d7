import RandomVariates

/// An expression as a tree: read from its operations, simplified, laid out again.
indirect enum ExpressionTree: Hashable {
  case constant(Double)
  case attribute(UInt16)
  case draw(sampler: UInt16, block: UInt8)
  case chance(ExpressionTree, block: UInt8)
  case property(UInt16, station: UInt16, block: UInt8)
  /// The time since the start of the run, which is never known beforehand.
  case now
  /// A shared attribute, which others may change at any time.
  case shared(UInt16)
  /// A number of papers, by its code.
  case papers(UInt16)
  case unary(OperationKind, ExpressionTree)
  case binary(OperationKind, ExpressionTree, ExpressionTree)
  case foundInSample(lot: ExpressionTree, bad: ExpressionTree, sample: ExpressionTree)
  /// A product whose right side is left out where the left one is zero.
  case productUnlessZero(ExpressionTree, ExpressionTree)
  /// For each word of an attribute one of the branches.
  case select(UInt16, table: [Int], branches: [ExpressionTree])
  /// The same for a shared attribute.
  case selectShared(UInt16, table: [Int], branches: [ExpressionTree])

  /// Its value where that is known.
  var constant: Double? {
    if case .constant(let value) = self { value } else { nil }
  }

  // MARK: Reading

  /// Reads an expression of a plan.
  init(_ index: UInt16, in plan: ClearancePlan) {
    let expression = plan.expressions[Int(index)]
    var position = Int(expression.first)
    self = Self.read(&position, to: position + Int(expression.count), in: plan)
  }

  /// Reads operations up to an end, or to a jump where `stopsAtJump`.
  private static func read(
    _ position: inout Int,
    to end: Int,
    stopsAtJump: Bool = false,
    in plan: ClearancePlan
  ) -> ExpressionTree {
    var stack: [ExpressionTree] = []
    func pop() -> ExpressionTree {
      precondition(!stack.isEmpty, "an expression takes a number from an empty stack")
      return stack.removeLast()
    }
    while position < end {
      let operation = plan.operations[position]
      if operation.kind == .jump, stopsAtJump { break }
      position += 1
      switch operation.kind {
      case .constant: stack.append(.constant(operation.value))
      case .attribute: stack.append(.attribute(operation.operand))
      case .draw: stack.append(.draw(sampler: operation.operand, block: operation.block))
      case .chance: stack.append(.chance(pop(), block: operation.block))
      case .chanceOf: stack.append(.chance(.constant(operation.value), block: operation.block))
      case .property:
        stack.append(
          .property(operation.operand, station: operation.place, block: operation.block)
        )
      case .now: stack.append(.now)
      case .papers: stack.append(.papers(operation.operand))
      case .shared: stack.append(.shared(operation.operand))
      case .negate, .absolute, .roundUp, .roundDown, .startOfDay, .workingDay, .nextMonth:
        stack.append(.unary(operation.kind, pop()))
      case .add, .subtract, .multiply, .divide, .minimum, .maximum, .afterWorkingDays:
        let right = pop()
        stack.append(.binary(operation.kind, pop(), right))
      case .foundInSample:
        let (sample, bad) = (pop(), pop())
        stack.append(.foundInSample(lot: pop(), bad: bad, sample: sample))
      case .jumpIfZero:
        // The operation before the target is the multiplication.
        let last = Int(operation.target) - 1
        stack.append(.productUnlessZero(pop(), read(&position, to: last, in: plan)))
        position = last + 1
      case .jump: position = Int(operation.target)
      case .select, .selectShared:
        if let tree = select(operation, &position, in: plan) { stack.append(tree) }
      case .lookUp, .store, .storeConstant, .storeChanceOf, .addConstant, .subtractConstant,
        .multiplyByConstant, .maximumConstant, .addAttribute, .subtractAttribute,
        .multiplyByAttribute:
        preconditionFailure("\(operation.kind) is laid out after all has been read")
      }
    }
    return pop()
  }

  /// Reads the branches of a choice by word; nil where all words lead to one, which follows.
  private static func select(
    _ operation: Operation,
    _ position: inout Int,
    in plan: ClearancePlan
  ) -> ExpressionTree? {
    let isShared = operation.kind == .selectShared
    let attributes = isShared ? plan.sharedAttributes : plan.attributes
    let words = attributes[Int(operation.operand)].words.count
    let targets = plan.operations[Int(operation.target)...].prefix(words).map { Int($0.target) }
    let starts = Set(targets).sorted()
    guard let last = starts.last, starts.count > 1 else {
      position = starts.first ?? position
      return nil
    }
    var branches: [ExpressionTree] = []
    for start in starts.dropLast() {
      position = start
      branches.append(read(&position, to: last, stopsAtJump: true, in: plan))
    }
    // Every branch but the last ends with a jump to where all of them go on.
    let end = Int(plan.operations[position].target)
    position = last
    branches.append(read(&position, to: end, in: plan))
    position = end
    let table = targets.map { start in starts.firstIndex(of: start) ?? 0 }
    return isShared
      ? .selectShared(operation.operand, table: table, branches: branches)
      : .select(operation.operand, table: table, branches: branches)
  }

  // MARK: Simplifying

  /// The same expression where some attributes have known values.
  ///
  /// Nothing is rearranged: what is left computes the same bits.
  func simplified(
    _ plan: ClearancePlan,
    _ known: (_ attribute: UInt16) -> Double?
  ) -> ExpressionTree {
    switch self {
    case .constant, .draw, .now, .papers, .shared: return self
    case .attribute(let index):
      return known(index).map { .constant($0) } ?? self
    case .chance(let part, let block):
      let part = part.simplified(plan, known)
      guard let probability = part.constant else { return .chance(part, block: block) }
      if probability <= 0 { return .constant(0) }
      return probability >= 1 ? .constant(1) : .chance(part, block: block)
    case .property(let property, let station, let block):
      let index = Int(property)
      let used = Set(plan.placesOf(station: station).map { plan.places[$0].properties[index] })
      guard used.count == 1, let expression = used.first, expression != StepPlan.none else {
        return self
      }
      return ExpressionTree(expression, in: plan).moved(by: block).simplified(plan, known)
    case .unary(let kind, let part):
      let part = part.simplified(plan, known)
      if kind.asksForWorkingDays { return .unary(kind, part) }
      return part.constant.map { .constant(kind.apply($0)) } ?? .unary(kind, part)
    case .binary(let kind, let left, let right):
      return Self.combined(kind, left.simplified(plan, known), right.simplified(plan, known))
    case .foundInSample(let lot, let bad, let sample):
      let parts = [lot, bad, sample].map { $0.simplified(plan, known) }
      let values = parts.compactMap(\.constant)
      guard values.count == 3 else {
        return .foundInSample(lot: parts[0], bad: parts[1], sample: parts[2])
      }
      return .constant(
        ClearanceModel.foundInSample(lot: values[0], bad: values[1], sample: values[2])
      )
    case .productUnlessZero(let left, let right):
      let (left, right) = (left.simplified(plan, known), right.simplified(plan, known))
      guard let factor = left.constant else { return .productUnlessZero(left, right) }
      return factor == 0 ? left : Self.combined(.multiply, left, right)
    case .select(let attribute, let table, let branches):
      if let word = known(attribute), table.indices.contains(Int(word)) {
        return branches[table[Int(word)]].simplified(plan, known)
      }
      let branches = branches.map { $0.simplified(plan, known) }
      return branches.dropFirst().allSatisfy { $0 == branches[0] }
        ? branches[0] : .select(attribute, table: table, branches: branches)
    case .selectShared(let attribute, let table, let branches):
      let branches = branches.map { $0.simplified(plan, known) }
      return branches.dropFirst().allSatisfy { $0 == branches[0] }
        ? branches[0] : .selectShared(attribute, table: table, branches: branches)
    }
  }

  private static func combined(
    _ kind: OperationKind,
    _ left: ExpressionTree,
    _ right: ExpressionTree
  ) -> ExpressionTree {
    guard let first = left.constant, let second = right.constant, !kind.asksForWorkingDays else {
      return .binary(kind, left, right)
    }
    return .constant(kind.combine(first, second))
  }

  /// The same expression with its draws so many blocks on.
  private func moved(by blocks: UInt8) -> ExpressionTree {
    switch self {
    case .constant, .attribute, .now, .papers, .shared: self
    case .draw(let sampler, let block): .draw(sampler: sampler, block: block &+ blocks)
    case .chance(let part, let block): .chance(part.moved(by: blocks), block: block &+ blocks)
    case .property(let property, let station, let block):
      .property(property, station: station, block: block &+ blocks)
    case .unary(let kind, let part): .unary(kind, part.moved(by: blocks))
    case .binary(let kind, let left, let right):
      .binary(kind, left.moved(by: blocks), right.moved(by: blocks))
    case .foundInSample(let lot, let bad, let sample):
      .foundInSample(
        lot: lot.moved(by: blocks),
        bad: bad.moved(by: blocks),
        sample: sample.moved(by: blocks)
      )
    case .productUnlessZero(let left, let right):
      .productUnlessZero(left.moved(by: blocks), right.moved(by: blocks))
    case .select(let attribute, let table, let branches):
      .select(attribute, table: table, branches: branches.map { $0.moved(by: blocks) })
    case .selectShared(let attribute, let table, let branches):
      .selectShared(attribute, table: table, branches: branches.map { $0.moved(by: blocks) })
    }
  }
}
