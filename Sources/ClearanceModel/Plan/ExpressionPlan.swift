/// What one operation of an expression does to the stack of numbers.
public enum OperationKind: UInt8, Sendable, BitwiseCopyable {
  /// Push ``Operation/value``.
  case constant
  /// Push the truck's attribute ``Operation/operand``.
  case attribute
  /// Push a draw from the distribution ``Operation/operand``, at block ``Operation/block``.
  case draw
  /// Pop a probability, push 1 with it and else 0; draws at block ``Operation/block``.
  case chance
  /// Push 1 with the probability ``Operation/value`` and else 0; draws at block
  /// ``Operation/block``.
  case chanceOf
  /// Push the property ``Operation/operand`` of the lane that the truck holds, or was last at, of
  /// station ``Operation/place``; its draws begin at block ``Operation/block``.
  case property
  /// Push the number of papers whose code as a ``PaperOperand`` is ``Operation/operand``.
  case papers
  /// Push the shared attribute ``Operation/operand``.
  case shared
  /// Like ``OperationKind/select``, by the shared attribute ``Operation/operand``.
  case selectShared
  /// Pop b, pop a, push a + b.
  case add
  /// Pop b, pop a, push a − b.
  case subtract
  /// Pop b, pop a, push a · b.
  case multiply
  /// Pop b, pop a, push a ÷ b, or 0 where b is 0.
  case divide
  /// Replace the top by its negative.
  case negate
  /// Replace the top by its absolute value.
  case absolute
  /// Replace the top by the next whole number not below it.
  case roundUp
  /// Replace the top by the next whole number not above it.
  case roundDown
  /// Pop b, pop a, push the smaller.
  case minimum
  /// Pop b, pop a, push the larger.
  case maximum
  /// Pop sample, bad and lot, push the probability that the sample finds a bad unit.
  case foundInSample
  /// Push the time since the start of the run [µs].
  case now
  /// Replace an instant by the beginning of its day [µs].
  case startOfDay
  /// Replace the top, an instant, by the beginning of the calendar month after it.
  case nextMonth
  /// Replace an instant by the beginning of the first working day from its day on [µs].
  case workingDay
  /// Pop n, pop an instant, push the beginning of the n-th working day after its day [µs].
  case afterWorkingDays
  /// Continue where a `jump` leads: that at operation ``Operation/target`` + value of the word
  /// attribute ``Operation/operand``, in a table of one for each word.
  case select
  /// Continue at operation ``Operation/target``.
  case jump
  /// Continue at operation ``Operation/target`` when the top is 0, which stays.
  case jumpIfZero
  /// Push ``Operation/value`` of the operation at ``Operation/target`` + value of the word attribute
  /// ``Operation/operand``, in a table of one for each word.
  case lookUp
  /// Pop a number into the truck's attribute ``Operation/operand``; draws are those of the step
  /// ``Operation/target`` from now on.
  case store
  /// Store ``Operation/value``, like ``OperationKind/store``.
  case storeConstant
  /// Store 1 with the probability ``Operation/value`` and else 0, drawn at block
  /// ``Operation/block``, like ``OperationKind/store``.
  case storeChanceOf
  /// Replace the top by top + ``Operation/value``.
  case addConstant
  /// Replace the top by top − ``Operation/value``.
  case subtractConstant
  /// Replace the top by top · ``Operation/value``.
  case multiplyByConstant
  /// Replace the top by the larger of top and ``Operation/value``.
  case maximumConstant
  /// Replace the top by top + the truck's attribute ``Operation/operand``.
  case addAttribute
  /// Replace the top by top − the truck's attribute ``Operation/operand``.
  case subtractAttribute
  /// Replace the top by top · the truck's attribute ``Operation/operand``.
  case multiplyByAttribute

  /// Whether ``Operation/operand`` is an attribute that is looked at.
  var readsAttribute: Bool {
    switch self {
    case .attribute, .select, .lookUp, .addAttribute, .subtractAttribute, .multiplyByAttribute:
      true
    default: false
    }
  }

  /// Whether its result depends on the days of the run, and not on its numbers alone.
  public var asksForWorkingDays: Bool {
    self == .workingDay || self == .afterWorkingDays || self == .nextMonth
  }

  /// Whether it stores in the attribute ``Operation/operand``.
  var stores: Bool { self == .store || self == .storeConstant || self == .storeChanceOf }
}

/// One operation of an expression in postfix order.
public struct Operation: Sendable, BitwiseCopyable {
  /// What it does.
  public var kind: OperationKind
  /// Block of its draw within the step.
  public var block: UInt8 = 0
  /// Attribute, distribution or property.
  public var operand: UInt16 = 0
  /// The station of a property.
  public var place: UInt16 = 0
  /// Where a jump leads: index in ``ClearancePlan/operations``.
  public var target: UInt16 = 0
  /// The value of a constant, the probability of a chance.
  public var value = 0.0

  /// An operation of a kind.
  public init(_ kind: OperationKind) {
    self.kind = kind
  }
}

/// An expression: operations of the plan from `first` on, which leave one number on the stack.
public struct ExpressionPlan: Sendable, BitwiseCopyable, Equatable {
  /// Index of the first operation.
  public var first: UInt16
  /// Number of operations.
  public var count: UInt16

  /// An expression from its parts.
  public init(first: UInt16, count: UInt16) {
    self.first = first
    self.count = count
  }

  /// The most numbers that any expression may have on the stack, properties within it included.
  public static let stackLimit = 32
}
