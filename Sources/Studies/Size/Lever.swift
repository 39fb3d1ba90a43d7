import Foundation
import OutputAnalysis
import ScenarioFiles

/// Something of which a scenario may have more or fewer, such as lanes or officers (可调数量).
///
/// `KEY=LOW..HIGH@COST`: KEY is a path in the scenario as `--set` takes it, LOW and HIGH are whole
/// numbers, and COST is what one unit costs, 1 where it is left out. Or `KEY=[A, B, C]`: values in any
/// order, as `--set` takes them, of which none costs more than another.
public struct Lever: Sendable, Hashable {
  /// The path of the value in the scenario.
  public let key: String
  /// The numbers that may be taken.
  public let range: ClosedRange<Int>
  /// What one unit costs, above 0.
  public let cost: Double
  /// The values of a list, of which `range` has the indices; nil for numbers.
  public let values: [String]?

  /// A lever from its parts.
  public init(key: String, range: ClosedRange<Int>, cost: Double = 1) {
    precondition(cost > 0 && cost.isFinite, "a unit costs \(cost)")
    self.key = key
    self.range = range
    self.cost = cost
    values = nil
  }

  /// A lever with a list of values, at least one.
  public init(key: String, values: [String]) {
    precondition(!values.isEmpty, "no values of \(key)")
    self.key = key
    range = 0...values.count - 1
    cost = 1
    self.values = values
  }

  /// Reads a lever.
  ///
  /// Whether the scenario has the key and takes the values is not looked at.
  public init(_ text: String) throws(SizeFault) {
    do {
      try self.init(parsing: text)
    } catch {
      throw .lever(text, error)
    }
  }

  private init(parsing text: String) throws(LeverFault) {
    guard let sign = text.firstIndex(of: "=") else { throw .malformed }
    let key = text[..<sign].trimmingCharacters(in: .whitespaces)
    let rest = text[text.index(after: sign)...].trimmingCharacters(in: .whitespaces)
    if rest.hasPrefix("["), rest.hasSuffix("]"), !key.isEmpty {
      do throws(ChoiceFault) {
        self.init(key: key, values: try Choice.list(String(rest.dropFirst().dropLast())))
        return
      } catch {
        throw .list(error)
      }
    }
    let parts = text[text.index(after: sign)...]
      .split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard !key.isEmpty, let ends = RangeText(parts[0]) else { throw .malformed }
    let low: Int
    let high: Int
    var cost = 1.0
    do throws(ScenarioFault) {
      // A million servers are more than any place has.
      low = try parseCount(ends.low, in: 0...1_000_000)
      high = try parseCount(ends.high, in: 0...1_000_000)
      if parts.count > 1 { cost = try parseNumber(String(parts[1])) }
    } catch .negative(let text) where parts.count > 1 && text == String(parts[1]) {
      throw .costNotPositive(text.trimmingCharacters(in: .whitespaces))
    } catch {
      throw .number(error)
    }
    guard low <= high else { throw .emptyRange(low: "\(low)", high: "\(high)") }
    guard cost > 0 else {
      throw .costNotPositive(parts[1].trimmingCharacters(in: .whitespaces))
    }
    self.init(key: key, range: low...high, cost: cost)
  }

  /// The lever as an axis of a search.
  public var axis: LatticeSearch.Axis {
    LatticeSearch.Axis(range, cost: values == nil ? cost : 0)
  }

  /// A value as the scenario spells it, from its number.
  public func text(_ value: Int) -> String { values?[value] ?? "\(value)" }

  /// The assignment that gives the lever a value, as `--set` takes it.
  public func assignment(_ value: Int) -> String { "\(key)=\(text(value))" }

  /// Reads several levers, at least one, each with a key of its own.
  public static func levers(_ texts: [String]) throws(SizeFault) -> [Lever] {
    guard !texts.isEmpty else { throw .noLever }
    var levers: [Lever] = []
    for text in texts {
      let lever = try Lever(text)
      guard !levers.contains(where: { $0.key == lever.key }) else {
        throw .lever(text, .twice(key: lever.key))
      }
      levers.append(lever)
    }
    guard LatticeSearch.points(of: levers.map(\.axis)) != nil else {
      throw .tooManyPoints(limit: LatticeSearch.largest)
    }
    return levers
  }
}

/// The two ends of `LOW..HIGH`, as they were written.
struct RangeText {
  let low: String
  let high: String

  /// Nil for anything else.
  init?(_ text: some StringProtocol) {
    guard let dots = text.range(of: "..") else { return nil }
    low = text[..<dots.lowerBound].trimmingCharacters(in: .whitespaces)
    high = text[dots.upperBound...].trimmingCharacters(in: .whitespaces)
    guard !low.isEmpty, !high.isEmpty else { return nil }
  }
}
