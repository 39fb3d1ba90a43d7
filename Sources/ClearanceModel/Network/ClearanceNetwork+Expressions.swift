import EventSimulation
import RandomVariates

/// Expressions: postfix operations on a small stack of numbers that is allocated once.
extension ClearanceNetwork {
  /// The value of an expression for a truck at a step.
  ///
  /// A pure function of the truck's attributes and of draws addressed by the step.
  mutating func evaluate(_ expression: UInt16, _ truck: Int, _ step: Int) -> Double {
    value(of: expression, truck, step, block: 0, above: 0)
  }

  /// The number on top of the stack is at hand, those beneath it are in memory.
  private mutating func value(
    of expression: UInt16,
    _ truck: Int,
    _ step: Int,
    block: UInt8,
    above base: Int
  ) -> Double {
    var index = Int(expressions[Int(expression)].first)
    let end = index + Int(expressions[Int(expression)].count)
    var height = base
    var top = 0.0
    while index < end {
      let operation = index
      index += 1
      switch operations[operation].kind {
      case .constant:
        push(top, &height)
        top = operations[operation].value
      case .attribute:
        push(top, &height)
        top = attribute(operations[operation].operand, of: truck)
      case .draw:
        let unit = unit(truck, step, block: block &+ operations[operation].block)
        let row = UInt64(trucks[truck].number) &- 1
        push(top, &height)
        top = samplers.value(Int(operations[operation].operand), unit: unit, row: row)
      case .chance:
        top = chance(top, truck, step, block: block &+ operations[operation].block)
      case .chanceOf:
        let block = block &+ operations[operation].block
        push(top, &height)
        top = chance(operations[operation].value, truck, step, block: block)
      case .property:
        let place = placeHeld(truck, of: operations[operation].place)
        let property = placeProperties[place * propertyCount + Int(operations[operation].operand)]
        let block = block &+ operations[operation].block
        push(top, &height)
        top = value(of: property, truck, step, block: block, above: height)
      case .select:
        let word = Int(attribute(operations[operation].operand, of: truck))
        index = Int(operations[Int(operations[operation].target) + word].target)
      case .jump: index = Int(operations[operation].target)
      case .jumpIfZero:
        if top == 0 { index = Int(operations[operation].target) }
      case .negate: top = -top
      case .absolute: top = abs(top)
      case .roundUp: top = top.rounded(.up)
      case .roundDown: top = top.rounded(.down)
      case .add, .subtract, .multiply, .divide, .minimum, .maximum:
        height -= 1
        top = operations[operation].kind.combine(stack[height], top)
      }
    }
    return top
  }

  @inline(__always)
  private mutating func push(_ value: Double, _ height: inout Int) {
    stack[height] = value
    height += 1
  }

  /// 1 with a probability, else 0; a draw is a pure function of its address, so that none is
  /// missed where it could change nothing.
  private mutating func chance(
    _ probability: Double,
    _ truck: Int,
    _ step: Int,
    block: UInt8
  ) -> Double {
    if probability <= 0 { return 0 }
    if probability >= 1 { return 1 }
    return unit(truck, step, block: block) < probability ? 1 : 0
  }

  /// The lane of a station that a truck holds, or was last at; else the station itself.
  mutating func placeHeld(_ truck: Int, of station: UInt16) -> Int {
    var holder = truck
    while true {
      var slot = trucks[holder].holdings
      while slot != nobody {
        let holding = holdings[Int(slot)]
        if places[Int(holding.place)].station == station { return Int(holding.place) }
        slot = holding.next
      }
      // In a branch a truck still holds what it held before.
      guard isToken(holder) else { break }
      holder = Int(companions[holder].parentSlot)
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
