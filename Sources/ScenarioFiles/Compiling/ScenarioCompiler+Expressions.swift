import ClearanceModel
import RandomVariates

/// Expressions, laid out as operations in postfix order.
extension ScenarioCompiler {
  private static let mostOperations = 65_000

  /// The distribution, or the expression, of the duration of a step.
  mutating func compileDuration(_ law: Law, into step: inout StepPlan) {
    guard let position = law.expression else {
      step.sampler = UInt16(clamping: addSampler(law.distribution, law.text))
      return
    }
    var parser = ExpressionParser(law.text, scope: scope)
    var expression: Expression?
    do throws(ScenarioFault) {
      expression = try number(&parser, .duration)
    } catch {
      problems.add(error, at: position)
    }
    // What is a plain distribution after all draws like one.
    switch expression {
    case nil: step.sampler = UInt16(clamping: plan.samplers.add(.constant(0)))
    case .constant(let value)?:
      step.sampler = UInt16(clamping: plan.samplers.add(.constant(max(0, value))))
    case .draw(let law, let text, 0)?: step.sampler = UInt16(clamping: addSampler(law, text))
    case .some(let expression):
      step.sampler = UInt16(clamping: plan.samplers.add(.constant(max(0, expression.mean))))
      step.expression = add(expression)
    }
  }

  /// Reads an expression that must measure what its place wants.
  func number(
    _ parser: inout ExpressionParser,
    _ expected: Dimension
  ) throws(ScenarioFault) -> Expression {
    let term = try parser.wholeNumber()
    if let found = term.dimension, found != expected {
      throw .expression(.wrongDimension(found: found, expected: expected))
    }
    return term.expression
  }

  /// The index of an expression; the same one is laid out once.
  mutating func add(_ expression: Expression) -> UInt16 {
    let key = expression.key
    if let index = expressionIndex[key] { return index }
    var operations: [Operation] = []
    emit(expression, into: &operations)
    let first = plan.operations.count
    guard first + operations.count <= Self.mostOperations,
      plan.expressions.count < Self.mostOperations
    else {
      mostOperationsFound = max(mostOperationsFound ?? 0, first + operations.count)
      return 0
    }
    for index in operations.indices {
      switch operations[index].kind {
      case .select, .selectShared, .jump, .jumpIfZero: operations[index].target += UInt16(first)
      default: break
      }
    }
    let index = UInt16(plan.expressions.count)
    plan.operations += operations
    plan.expressions.append(
      ExpressionPlan(first: UInt16(first), count: UInt16(operations.count))
    )
    expressionIndex[key] = index
    return index
  }

  /// Says once that there is no room for all expressions.
  mutating func checkOperations() {
    guard let found = mostOperationsFound else { return }
    problems.add(
      .expression(.tooManyOperations(found: found, allowed: Self.mostOperations)),
      at: nil
    )
  }

  /// Appends operations; jumps lead to places within these operations.
  private mutating func emit(_ expression: Expression, into operations: inout [Operation]) {
    var operation: Operation
    switch expression {
    case .constant(let value):
      operation = Operation(.constant)
      operation.value = value
    case .attribute(let index):
      let shared = index - plan.attributes.count
      operation = Operation(shared < 0 ? .attribute : .shared)
      operation.operand = UInt16(clamping: shared < 0 ? index : shared)
    case .draw(let law, let text, let block):
      operation = Operation(.draw)
      operation.operand = sampler(law, text)
      operation.block = UInt8(clamping: block)
    case .now: operation = Operation(.now)
    case .chance(.constant(let probability), let block):
      operation = Operation(.chanceOf)
      operation.value = probability
      operation.block = UInt8(clamping: block)
    case .chance(let part, let block):
      emit(part, into: &operations)
      operation = Operation(.chance)
      operation.block = UInt8(clamping: block)
    case .property(let use):
      operation = Operation(.property)
      operation.operand = UInt16(clamping: use.property)
      operation.place = UInt16(clamping: use.station)
      operation.block = UInt8(clamping: use.block)
    case .papers(let operand):
      operation = Operation(.papers)
      operation.operand = operand.code
    case .unary(let kind, let part):
      emit(part, into: &operations)
      operation = Operation(kind)
    case .binary(.multiply, let left, let right) where left.isOftenZero && right.constant == nil:
      // What is multiplied by a chance that did not come need not be drawn.
      emit(left, into: &operations)
      let skip = operations.count
      operations.append(Operation(.jumpIfZero))
      emit(right, into: &operations)
      operations.append(Operation(.multiply))
      operations[skip].target = UInt16(clamping: operations.count)
      return
    case .binary(let kind, let left, let right):
      emit(left, into: &operations)
      emit(right, into: &operations)
      operation = Operation(kind)
    case .foundInSample(let lot, let bad, let sample):
      for part in [lot, bad, sample] { emit(part, into: &operations) }
      operation = Operation(.foundInSample)
    case .select(let attribute, let table, let branches):
      emitSelect(attribute, table, branches, into: &operations)
      return
    }
    operations.append(operation)
  }

  /// A table of jumps, one for each word, then the branches one after the other.
  private mutating func emitSelect(
    _ attribute: Int,
    _ table: [Int],
    _ branches: [Expression],
    into operations: inout [Operation]
  ) {
    let shared = attribute - plan.attributes.count
    var select = Operation(shared < 0 ? .select : .selectShared)
    select.operand = UInt16(clamping: shared < 0 ? attribute : shared)
    let firstJump = operations.count + 1
    select.target = UInt16(clamping: firstJump)
    operations.append(select)
    operations += table.map { _ in Operation(.jump) }
    var starts: [Int] = []
    var exits: [Int] = []
    for (number, branch) in branches.enumerated() {
      starts.append(operations.count)
      emit(branch, into: &operations)
      guard number < branches.count - 1 else { continue }
      exits.append(operations.count)
      operations.append(Operation(.jump))
    }
    for (word, branch) in table.enumerated() {
      operations[firstJump + word].target = UInt16(clamping: starts[branch])
    }
    for exit in exits { operations[exit].target = UInt16(clamping: operations.count) }
  }

  /// The index of a distribution of an expression; the same one is added once.
  private mutating func sampler(_ law: Distribution, _ text: String) -> UInt16 {
    if let index = lawIndex[text] { return index }
    let index = UInt16(clamping: addSampler(law, text))
    lawIndex[text] = index
    return index
  }
}
