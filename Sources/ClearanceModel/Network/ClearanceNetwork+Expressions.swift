import EventSimulation
import RandomVariates

/// Expressions: postfix operations on a small stack of numbers that is allocated once.
extension ClearanceNetwork {
  /// The value of an expression for a truck at a step.
  ///
  /// A pure function of the truck's attributes and of draws addressed by the step.
  mutating func evaluate(_ expression: UInt16, _ truck: Int, _ step: Int) -> Double {
    let plan = expressions[Int(expression)]
    if plan.count == 1 {
      return single(operations[Int(plan.first)], truck, step, block: 0, above: 0)
    }
    return value(of: expression, truck, step, block: 0, above: 0)
  }

  /// Gives attributes the values that an expression stores.
  mutating func setSeveral(_ truck: Int, _ step: Int) {
    _ = value(of: steps[step].expression, truck, step, block: 0, above: 0)
  }

  /// The value of an expression of one operation.
  @inline(__always)
  private mutating func single(
    _ operation: Operation,
    _ truck: Int,
    _ step: Int,
    block: UInt8,
    above base: Int
  ) -> Double {
    switch operation.kind {
    case .constant: return operation.value
    case .attribute: return attribute(operation.operand, of: truck)
    case .draw: return draw(operation, truck, step, block: block)
    case .chanceOf:
      return chance(operation.value, truck, step, block: block &+ operation.block)
    case .lookUp: return lookUp(operation, truck)
    case .now: return Double(instant.microseconds)
    case .property: return property(operation, truck, step, block: block, above: base)
    case .papers: return Double(paperCount(operation.operand, truck))
    case .shared: return shared(operation.operand, of: truck)
    default: preconditionFailure("an expression begins with \(operation.kind)")
    }
  }

  /// The number on top of the stack is at hand, those beneath it are in memory.
  private mutating func value(
    of expression: UInt16,
    _ truck: Int,
    _ first: Int,
    block: UInt8,
    above base: Int
  ) -> Double {
    var step = first
    var index = Int(expressions[Int(expression)].first)
    let end = index + Int(expressions[Int(expression)].count)
    var height = base
    var top = 0.0
    while index < end {
      let operation = operations[index]
      index += 1
      switch operation.kind {
      case .constant:
        push(top, &height)
        top = operation.value
      case .attribute:
        push(top, &height)
        top = attribute(operation.operand, of: truck)
      case .draw:
        push(top, &height)
        top = draw(operation, truck, step, block: block)
      case .chance:
        top = chance(top, truck, step, block: block &+ operation.block)
      case .chanceOf:
        push(top, &height)
        top = chance(operation.value, truck, step, block: block &+ operation.block)
      case .property:
        push(top, &height)
        top = property(operation, truck, step, block: block, above: height)
      case .lookUp:
        push(top, &height)
        top = lookUp(operation, truck)
      case .papers:
        push(top, &height)
        top = Double(paperCount(operation.operand, truck))
      case .shared:
        push(top, &height)
        top = shared(operation.operand, of: truck)
      case .selectShared:
        let word = Int(shared(operation.operand, of: truck))
        index = Int(operations[Int(operation.target) + word].target)
      case .select:
        let word = Int(attribute(operation.operand, of: truck))
        index = Int(operations[Int(operation.target) + word].target)
      case .jump: index = Int(operation.target)
      case .jumpIfZero:
        if top == 0 { index = Int(operation.target) }
      case .store:
        store(top, in: operation.operand, of: truck)
        height -= 1
        step = Int(operation.target)
      case .storeConstant:
        store(operation.value, in: operation.operand, of: truck)
        step = Int(operation.target)
      case .storeChanceOf:
        let happens = chance(operation.value, truck, step, block: block &+ operation.block)
        store(happens, in: operation.operand, of: truck)
        step = Int(operation.target)
      case .addConstant: top += operation.value
      case .subtractConstant: top -= operation.value
      case .multiplyByConstant: top *= operation.value
      case .maximumConstant: top = max(top, operation.value)
      case .addAttribute: top += attribute(operation.operand, of: truck)
      case .subtractAttribute: top -= attribute(operation.operand, of: truck)
      case .multiplyByAttribute: top *= attribute(operation.operand, of: truck)
      case .negate: top = -top
      case .absolute: top = abs(top)
      case .roundUp: top = top.rounded(.up)
      case .roundDown: top = top.rounded(.down)
      case .add:
        height -= 1
        top = stack[height] + top
      case .multiply:
        height -= 1
        top = stack[height] * top
      case .subtract, .divide, .minimum, .maximum:
        height -= 1
        top = operation.kind.combine(stack[height], top)
      case .foundInSample:
        height -= 2
        top = ClearanceModel.foundInSample(
          lot: stack[height],
          bad: stack[height + 1],
          sample: top
        )
      case .now:
        push(top, &height)
        top = Double(instant.microseconds)
      case .startOfDay: top = operation.kind.apply(top)
      case .nextMonth: top = workingDays.startOfNextMonth(after: top)
      case .workingDay: top = workingDays.startOfWorkingDay(from: top)
      case .afterWorkingDays:
        height -= 1
        top = workingDays.start(after: top, workingDaysFrom: stack[height])
      }
    }
    return top
  }

  @inline(__always)
  private mutating func draw(
    _ operation: Operation,
    _ truck: Int,
    _ step: Int,
    block: UInt8
  ) -> Double {
    let unit = unit(truck, step, block: block &+ operation.block)
    let row = UInt64(trucks[truck].number) &- 1
    return samplers.value(Int(operation.operand), unit: unit, row: row)
  }

  @inline(__always)
  private func lookUp(_ operation: Operation, _ truck: Int) -> Double {
    let word = Int(attribute(operation.operand, of: truck))
    return operations[Int(operation.target) + word].value
  }

  /// What the lane that a truck holds says of itself.
  private mutating func property(
    _ operation: Operation,
    _ truck: Int,
    _ step: Int,
    block: UInt8,
    above base: Int
  ) -> Double {
    let place = placeHeld(truck, of: operation.place)
    let property = placeProperties[place * propertyCount + Int(operation.operand)]
    let block = block &+ operation.block
    let plan = expressions[Int(property)]
    if plan.count == 1 {
      // Properties do not look at properties.
      let inner = operations[Int(plan.first)]
      switch inner.kind {
      case .constant: return inner.value
      case .draw: return draw(inner, truck, step, block: block)
      case .chanceOf: return chance(inner.value, truck, step, block: block &+ inner.block)
      default: break
      }
    }
    return value(of: property, truck, step, block: block, above: base)
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
  /// The result of an operation on one number.
  @inline(__always)
  func apply(_ number: Double) -> Double {
    switch self {
    case .negate: -number
    case .absolute: abs(number)
    case .roundUp: number.rounded(.up)
    case .startOfDay: (number / 86_400e6).rounded(.down) * 86_400e6
    default: number.rounded(.down)
    }
  }

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
