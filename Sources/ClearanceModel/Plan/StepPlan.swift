/// What a step of a procedure does.
public enum StepKind: UInt8, Sendable, BitwiseCopyable {
  /// Queue at a place, be served, leave it.
  case serve
  /// Let time pass.
  case delay
  /// Queue for servers of a place and keep them.
  case seize
  /// Give back what is held of a place.
  case release
  /// Take a branch by chance.
  case chooseByShare
  /// Take the first branch whose condition holds.
  case chooseByCondition
  /// Take the first branch whose ``BranchPlan/test`` holds.
  case chooseByAttribute
  /// Continue at a named step; counts as a jump.
  case goTo
  /// Note that the truck has come here.
  case mark
  /// Give a word or number attribute the value of an expression.
  case set
  /// Give several attributes values: the expression stores them, and leaves no number.
  case setSeveral
  /// Bring a document into a state.
  case become
  /// Count at the lane, or station, that the truck holds or was last at.
  case count
  /// Begin a stage of the way to clearance.
  case stage
  /// Send a companion through a procedure of its own.
  case start
  /// Add the truck to a pile of a collection.
  case gather
  /// Leave the system.
  case end
  /// Send a token through each branch and wait for all of them.
  case fork
  /// End of a branch of a fork; the step that follows is that of the fork.
  case join
  /// Queue at several places at once and be given all of them at once.
  ///
  /// A seize for each place follows it, one after the other.
  case seizeTogether
  /// Stand still until a condition holds: that of its only branch.
  case wait
  /// The truck is here: it was only announced before.
  case startClock
  /// Ask something of papers.
  case papers
  /// Look up what holds for the truck's firm now.
  case lookUp
  /// Add the value of an expression to an amount of the truck's flow and class.
  case sum
  /// Give a shared attribute the value of an expression.
  case setShared
}

/// One step, as the event loop reads it.
public struct StepPlan: Sendable, BitwiseCopyable {
  /// What it does.
  public var kind: StepKind
  /// The station of serve, seize, release and count; ``StepPlan/none`` for a count of the flow.
  public var place: UInt16 = 0
  /// Servers to seize, or to give back; a release of 0 gives back all that is held.
  public var count: UInt16 = 1
  /// The step that follows; for `goTo` the target.
  public var next: UInt16 = 0
  /// Index of the distribution of serve and delay.
  public var sampler: UInt16 = 0
  /// First of the branches of a choose or fork; the condition of a wait.
  public var firstBranch: UInt16 = 0
  /// Number of branches; of `seizeTogether` the number of places.
  public var branchCount: UInt16 = 0
  /// Index of the mark, counter, amount, stage or collection, or in ``ClearancePlan/paperSteps``; where
  /// trucks queue see ``StepPlan/balkOver``, for `start` see ``StepPlan/forEach``.
  public var mark: UInt16 = 0
  /// Index of the attribute of `set` and `become`, of the shared one of `setShared`; of `start` that which says how many, or
  /// ``StepPlan/none``; where trucks queue see ``StepPlan/patience``.
  public var attribute: UInt16 = none
  /// Index of the expression of `set`, `setShared`, `setSeveral` and `sum`, and of `serve` and `delay` where their duration is no plain
  /// distribution; else ``StepPlan/none``.
  public var expression: UInt16 = none
  /// For `start` the first step of the companion; for `become` the index of the state; where
  /// trucks queue see ``StepPlan/onLeaving``.
  public var target: UInt16 = none
  /// Whether its draws are those of the truck's lot.
  public var drawsPerLot = false
  /// Whether this seize is part of the `seizeTogether` before it.
  public var isPart = false
  /// Index of the step's name.
  public var name: UInt16 = 0
  /// Stable hash of procedure and step: the address of its draws.
  public var hash: UInt32 = 0

  /// For `start` the papers for each consignment of which a companion goes out; nil elsewhere.
  @inlinable public var forEach: PaperWay? {
    get { kind == .start && mark > 0 ? PaperWay(rawValue: UInt8(mark - 1)) : nil }
    set { mark = newValue.map { UInt16($0.rawValue) + 1 } ?? 0 }
  }

  /// Stands for an index that is not used.
  public static let none: UInt16 = .max

  /// A step of a kind.
  public init(_ kind: StepKind) {
    self.kind = kind
  }
}

/// One alternative of a choose, or the condition of a wait.
public struct BranchPlan: Sendable, BitwiseCopyable {
  /// For a choice by share: the branch is taken when the uniform draw is below this; for one by
  /// attribute what that is compared with.
  public var below: Double = 1
  /// The step where it continues.
  public var target: UInt16
  /// First term of the condition.
  public var firstTerm: UInt16 = 0
  /// Number of terms; none for *otherwise*.
  public var termCount: UInt16 = 0
  /// For a choice by attribute how it is compared, nil for *otherwise*; `firstTerm` is its index.
  var test: Comparison?
  /// For a branch of a fork: the attributes that it sets, as bits.
  public var sets: UInt64 = 0

  /// A branch to a step.
  public init(target: UInt16) {
    self.target = target
  }
}

/// What a condition looks at.
public enum ConditionAttribute: UInt8, Sendable, BitwiseCopyable {
  /// Index of the truck's class.
  case classIndex
  /// Index of the truck's flow.
  case flow
  /// Number waiting at a place.
  case queue
  /// Number waiting, in service or blocked at a place.
  case present
  /// Microseconds since midnight.
  case timeOfDay
  /// An attribute of the truck; ``ConditionTerm/place`` is its index.
  case attribute
  /// Number of open servers at a place.
  case open
  /// A comparison whose result is known: 1, to be compared with the value.
  case one
  /// The phase of the papers of a way, as ``ConsignmentPhase``; ``ConditionTerm/place`` is the way.
  case paperPhase
  /// A number of papers; ``ConditionTerm/place`` is the code of the ``PaperOperand``.
  case paperCount
  /// The same, compared with the number of papers whose code is ``ConditionTerm/value``.
  case paperCounts
  /// A shared attribute; ``ConditionTerm/place`` is its index.
  case shared
}

/// How a condition compares: bit 0 stands for smaller, bit 1 for equal, bit 2 for larger.
public enum Comparison: UInt8, Sendable, BitwiseCopyable {
  /// Equal.
  case equal = 0b010
  /// Not equal.
  case notEqual = 0b101
  /// Smaller.
  case less = 0b001
  /// Smaller or equal.
  case atMost = 0b011
  /// Larger.
  case greater = 0b100
  /// Larger or equal.
  case atLeast = 0b110

  /// Whether two numbers compare this way; neither is NaN.
  ///
  /// Without a branch: which way a comparison goes is hard to foretell.
  @inlinable
  public func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    let order: UInt8 = (left >= right ? 1 : 0) &+ (left > right ? 1 : 0)
    return rawValue &>> order & 1 == 1
  }
}

/// One comparison of a condition; terms are joined by *and*, groups of them by *or*.
public struct ConditionTerm: Sendable, BitwiseCopyable {
  /// What is looked at.
  public var attribute: ConditionAttribute
  /// How it is compared.
  public var comparison: Comparison
  /// Whether an *or* stands before it.
  public var startsGroup: Bool
  /// The place of `queue`, `present` and `open`; the index of an attribute, shared or not.
  public var place: UInt16
  /// What it is compared with.
  public var value: Int64
  /// What an attribute is compared with.
  public var number = 0.0

  /// A term from its parts.
  public init(
    attribute: ConditionAttribute,
    comparison: Comparison,
    startsGroup: Bool,
    place: UInt16,
    value: Int64
  ) {
    self.attribute = attribute
    self.comparison = comparison
    self.startsGroup = startsGroup
    self.place = place
    self.value = value
  }
}
