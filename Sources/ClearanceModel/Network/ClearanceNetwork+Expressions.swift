import EventSimulation
import RandomVariates

/// Expressions: postfix operations on a small stack of numbers that is allocated once.
extension ClearanceNetwork {
  /// The value of an expression for a truck at a step.
  ///
  /// A pure function of the truck's attributes and of draws addressed by the step.
  mutating func evaluate(_ expression: UInt16, _ truck: Int, _ step: StepPlan) -> Double {
    var top = -1
    run(expression, truck, step, block: 0, &top)
    return stack[0]
  }

  private mutating func run(
    _ expression: UInt16,
    _ truck: Int,
    _ step: StepPlan,
    block: UInt8,
    _ top: inout Int
  ) {
    let range = expressions[Int(expression)]
    var index = Int(range.first)
    let end = index + Int(range.count)
    while index < end {
      let operation = operations[index]
      index += 1
      switch operation.kind {
      case .constant:
        push(operation.value, &top)
      case .attribute:
        push(attribute(operation.operand, of: truck), &top)
      case .draw:
        let unit = unit(truck, step, block: block &+ operation.block)
        let row = UInt64(trucks[truck].number) &- 1
        push(samplers.value(Int(operation.operand), unit: unit, row: row), &top)
      case .chance:
        stack[top] = chance(stack[top], truck, step, block: block &+ operation.block)
      case .property:
        let place = placeHeld(truck, of: operation.place)
        let property = placeProperties[place * propertyCount + Int(operation.operand)]
        run(property, truck, step, block: block &+ operation.block, &top)
      case .select:
        index = Int(operation.target) + Int(attribute(operation.operand, of: truck))
      case .jump:
        index = Int(operation.target)
      case .negate: stack[top] = -stack[top]
      case .absolute: stack[top] = abs(stack[top])
      case .roundUp: stack[top] = stack[top].rounded(.up)
      case .roundDown: stack[top] = stack[top].rounded(.down)
      case .add, .subtract, .multiply, .divide, .minimum, .maximum:
        let right = stack[top]
        top -= 1
        stack[top] = operation.kind.combine(stack[top], right)
      }
    }
  }

  /// 1 with a probability, else 0; a draw is a pure function of its address, so that none is
  /// missed where it could change nothing.
  private mutating func chance(
    _ probability: Double,
    _ truck: Int,
    _ step: StepPlan,
    block: UInt8
  ) -> Double {
    if probability <= 0 { return 0 }
    if probability >= 1 { return 1 }
    return unit(truck, step, block: block) < probability ? 1 : 0
  }

  private mutating func push(_ value: Double, _ top: inout Int) {
    top += 1
    stack[top] = value
  }

  /// The lane of a station that a truck holds, or was last at; else the station itself.
  mutating func placeHeld(_ truck: Int, of station: UInt16) -> Int {
    var slot = trucks[truck].holdings
    while slot != nobody {
      let holding = holdings[Int(slot)]
      if places[Int(holding.place)].station == station { return Int(holding.place) }
      slot = holding.next
    }
    let last = Int(trucks[truck].place)
    return places[last].station == station ? last : Int(station)
  }
}

extension OperationKind {
  /// The result of an operation on two numbers.
  @inline(__always)
  func combine(_ left: Double, _ right: Double) -> Double {
    switch self {
    case .add: left + right
    case .subtract: left - right
    case .multiply: left * right
    case .divide: right == 0 ? 0 : left / right
    case .minimum: min(left, right)
    default: max(left, right)
    }
  }
}
