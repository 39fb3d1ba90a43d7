import ClearanceModel
import RandomVariates

/// What is computed for a truck when it comes to a step; names are resolved, blocks are given.
///
/// Built by `ExpressionParser`, which has checked dimensions and folded constants.
indirect enum Expression: Sendable {
  case constant(Double)
  /// The number attribute of an index.
  case attribute(Int)
  /// A draw at a block.
  case draw(Distribution, text: String, block: Int)
  /// 1 with a probability, else 0.
  case chance(Expression, block: Int)
  /// The time since the start of the run.
  case now
  /// A property of the place where the truck is.
  case property(PropertyUse)
  /// A number of papers.
  case papers(PaperOperand)
  case unary(OperationKind, Expression)
  case binary(OperationKind, Expression, Expression)
  /// The probability that a sample finds a bad unit of a lot.
  case foundInSample(lot: Expression, bad: Expression, sample: Expression)
  /// One of several by the word of an attribute: for each word the index of its branch.
  case select(attribute: Int, table: [Int], branches: [Expression])

  /// A property at a station, with what its expressions need there.
  struct PropertyUse: Sendable {
    /// Index in the plan.
    var property: Int
    /// Index of the station.
    var station: Int
    /// Where its draws begin.
    var block: Int
    /// Numbers that it has on the stack at most.
    var depth: Int
    /// Its mean over the places of the station.
    var mean: Double
  }

  /// Its value, where that is known.
  var constant: Double? {
    if case .constant(let value) = self { value } else { nil }
  }

  /// Whether it is a chance, or a product that begins with one.
  var isOftenZero: Bool {
    switch self {
    case .chance: true
    case .binary(.multiply, let left, _): left.isOftenZero
    default: false
    }
  }

  /// The most numbers that it has on the stack.
  var depth: Int {
    switch self {
    case .constant, .attribute, .draw, .now, .papers: 1
    case .chance(let part, _), .unary(_, let part): part.depth
    case .property(let use): use.depth
    case .binary(_, let left, let right): max(left.depth, 1 + right.depth)
    case .foundInSample(let lot, let bad, let sample):
      max(lot.depth, 1 + bad.depth, 2 + sample.depth)
    case .select(_, _, let branches): branches.map(\.depth).max() ?? 1
    }
  }

  /// Roughly its mean: functions of means, words equally likely, number attributes 0.
  var mean: Double {
    switch self {
    case .constant(let value): value
    case .attribute, .now: 0
    case .papers: 1
    case .draw(let law, _, _): law.mean
    case .chance(let part, _): min(max(part.mean, 0), 1)
    case .property(let use): use.mean
    case .unary(let kind, let part): Self.value(kind, part.mean)
    case .binary(let kind, let left, let right): Self.value(kind, left.mean, right.mean)
    case .foundInSample(let lot, let bad, let sample):
      ClearanceModel.foundInSample(lot: lot.mean, bad: bad.mean, sample: sample.mean)
    case .select(_, let table, let branches):
      table.reduce(0) { $0 + branches[$1].mean } / Double(max(table.count, 1))
    }
  }

  /// A text that is the same for the same expression.
  var key: String {
    switch self {
    case .constant(let value): "\(value)"
    case .attribute(let index): "a\(index)"
    case .now: "now"
    case .draw(_, let text, let block): "d\(block) \(text);"
    case .chance(let part, let block): "c\(block)(\(part.key))"
    case .property(let use): "p\(use.property)@\(use.station)#\(use.block)"
    case .papers(let operand): "n\(operand.code)"
    case .unary(let kind, let part): "\(kind)(\(part.key))"
    case .binary(let kind, let left, let right): "\(kind)(\(left.key),\(right.key))"
    case .foundInSample(let lot, let bad, let sample):
      "f(\(lot.key),\(bad.key),\(sample.key))"
    case .select(let attribute, let table, let branches):
      "s\(attribute)\(table)(\(branches.map(\.key).joined(separator: ",")))"
    }
  }

  // MARK: Constants

  /// An operation on one number, done at once where it is known.
  static func folded(_ kind: OperationKind, _ part: Expression) -> Expression {
    if let value = part.constant, !kind.asksForWorkingDays {
      return .constant(Self.value(kind, value))
    }
    return .unary(kind, part)
  }

  /// An operation on two numbers, done at once where both are known.
  static func folded(
    _ kind: OperationKind,
    _ left: Expression,
    _ right: Expression
  ) -> Expression {
    if let a = left.constant, let b = right.constant, !kind.asksForWorkingDays {
      return .constant(value(kind, a, b))
    }
    return .binary(kind, left, right)
  }

  /// The chance of a sample, computed at once where its numbers are known.
  static func folded(foundIn sample: Expression, of bad: Expression, lot: Expression) -> Expression
  {
    if let lot = lot.constant, let bad = bad.constant, let sample = sample.constant {
      return .constant(ClearanceModel.foundInSample(lot: lot, bad: bad, sample: sample))
    }
    return .foundInSample(lot: lot, bad: bad, sample: sample)
  }

  /// The length of a day [µs].
  private static let day = 86_400e6

  private static func value(_ kind: OperationKind, _ a: Double) -> Double {
    switch kind {
    case .negate: -a
    case .absolute: abs(a)
    case .roundUp: a.rounded(.up)
    case .roundDown: a.rounded(.down)
    case .startOfDay: (a / day).rounded(.down) * day
    // For means, where any day will do.
    case .workingDay, .nextMonth: a
    default: preconditionFailure("\(kind) is no operation on one number")
    }
  }

  private static func value(_ kind: OperationKind, _ a: Double, _ b: Double) -> Double {
    switch kind {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: b == 0 ? 0 : a / b
    case .minimum: min(a, b)
    case .maximum: max(a, b)
    case .afterWorkingDays: a + b * 1.4 * day
    default: preconditionFailure("\(kind) is no operation on two numbers")
    }
  }
}
