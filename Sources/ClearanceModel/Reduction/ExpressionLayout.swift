/// Lays expressions out as operations, in fewer of them than the compiler's plain postfix order.
///
/// An operation takes a constant or an attribute on its right along with it, and a choice among
/// constants is one look into a table.
struct ExpressionLayout {
  private(set) var operations: [Operation] = []
  private(set) var expressions: [ExpressionPlan] = []
  /// Expressions by what they are; looked up, never iterated.
  private var index: [ExpressionTree: UInt16] = [:]
  /// Tables of constants of the expression that is laid out, by the operation that looks there.
  private var tables: [(operation: Int, values: [Double])] = []

  /// Whether all indices fit their fields.
  var fits: Bool { operations.count < 65_000 && expressions.count < 65_000 }

  /// The index of an expression; the same one is laid out once.
  mutating func add(_ tree: ExpressionTree) -> UInt16 {
    if let found = index[tree] { return found }
    let first = operations.count
    emit(tree)
    let count = operations.count - first
    for (operation, values) in tables {
      operations[operation].target = UInt16(clamping: operations.count)
      operations += values.map(Self.constant)
    }
    tables = []
    let new = UInt16(clamping: expressions.count)
    expressions.append(
      ExpressionPlan(first: UInt16(clamping: first), count: UInt16(clamping: count))
    )
    index[tree] = new
    return new
  }

  private static func constant(_ value: Double) -> Operation {
    var operation = Operation(.constant)
    operation.value = value
    return operation
  }

  private mutating func emit(_ tree: ExpressionTree) {
    switch tree {
    case .constant(let value): operations.append(Self.constant(value))
    case .attribute(let index): append(.attribute, operand: index)
    case .draw(let sampler, let block): append(.draw, operand: sampler, block: block)
    case .chance(.constant(let probability), let block):
      append(.chanceOf, block: block, value: probability)
    case .chance(let part, let block):
      emit(part)
      append(.chance, block: block)
    case .property(let property, let station, let block):
      append(.property, operand: property, block: block)
      operations[operations.count - 1].place = station
    case .now: append(.now)
    case .papers(let code): append(.papers, operand: code)
    case .shared(let index): append(.shared, operand: index)
    case .unary(let kind, let part):
      emit(part)
      append(kind)
    case .binary(let kind, let left, let right): emit(kind, left, right)
    case .foundInSample(let lot, let bad, let sample):
      for part in [lot, bad, sample] { emit(part) }
      append(.foundInSample)
    case .productUnlessZero(let left, let right):
      emit(left)
      let skip = operations.count
      append(.jumpIfZero)
      if !append(.multiply, with: right) {
        emit(right)
        append(.multiply)
      }
      operations[skip].target = UInt16(clamping: operations.count)
    case .select(let attribute, let table, let branches):
      let constants = branches.compactMap(\.constant)
      if constants.count == branches.count {
        tables.append((operations.count, table.map { constants[$0] }))
        append(.lookUp, operand: attribute)
      } else {
        emitSelect(.select, attribute, table, branches)
      }
    case .selectShared(let attribute, let table, let branches):
      emitSelect(.selectShared, attribute, table, branches)
    }
  }

  private mutating func emit(
    _ kind: OperationKind,
    _ left: ExpressionTree,
    _ right: ExpressionTree
  ) {
    if right.isLeaf, kind.withConstant != nil {
      emit(left)
      if append(kind, with: right) { return }
    } else if left.isLeaf, kind == .add || kind == .multiply {
      // Sums and products are the same bits either way round.
      emit(right)
      if append(kind, with: left) { return }
    } else {
      emit(left)
    }
    emit(right)
    append(kind)
  }

  /// Appends an operation that takes its right side along; false where there is none.
  private mutating func append(_ kind: OperationKind, with right: ExpressionTree) -> Bool {
    switch right {
    case .constant(let value):
      guard let fused = kind.withConstant else { return false }
      append(fused, value: value)
    case .attribute(let index):
      guard let fused = kind.withAttribute else { return false }
      append(fused, operand: index)
    default: return false
    }
    return true
  }

  /// A table of jumps, one for each word, then the branches one after the other.
  private mutating func emitSelect(
    _ kind: OperationKind,
    _ attribute: UInt16,
    _ table: [Int],
    _ branches: [ExpressionTree]
  ) {
    append(kind, operand: attribute)
    let firstJump = operations.count
    operations[firstJump - 1].target = UInt16(clamping: firstJump)
    operations += table.map { _ in Operation(.jump) }
    var starts: [Int] = []
    var exits: [Int] = []
    for (number, branch) in branches.enumerated() {
      starts.append(operations.count)
      emit(branch)
      guard number < branches.count - 1 else { continue }
      exits.append(operations.count)
      operations.append(Operation(.jump))
    }
    for (word, branch) in table.enumerated() {
      operations[firstJump + word].target = UInt16(clamping: starts[branch])
    }
    for exit in exits { operations[exit].target = UInt16(clamping: operations.count) }
  }

  private mutating func append(
    _ kind: OperationKind,
    operand: UInt16 = 0,
    block: UInt8 = 0,
    value: Double = 0
  ) {
    var operation = Operation(kind)
    operation.operand = operand
    operation.block = block
    operation.value = value
    operations.append(operation)
  }
}

extension ExpressionTree {
  /// Whether it is a constant or an attribute.
  fileprivate var isLeaf: Bool {
    switch self {
    case .constant, .attribute: true
    default: false
    }
  }
}

extension OperationKind {
  /// The same operation with a constant on the right.
  fileprivate var withConstant: OperationKind? {
    switch self {
    case .add: .addConstant
    case .subtract: .subtractConstant
    case .multiply: .multiplyByConstant
    case .maximum: .maximumConstant
    default: nil
    }
  }

  /// The same operation with an attribute on the right.
  fileprivate var withAttribute: OperationKind? {
    switch self {
    case .add: .addAttribute
    case .subtract: .subtractAttribute
    case .multiply: .multiplyByAttribute
    default: nil
    }
  }
}
