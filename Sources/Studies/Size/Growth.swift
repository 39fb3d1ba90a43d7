import Foundation
import ScenarioFiles

/// A number of the scenario that should become as large as the targets allow (可承受增长倍数).
///
/// `KEY` or `KEY=LOW..HIGH`: KEY is a path in the scenario as `--set` takes it. The ends are numbers
/// above zero, the last one with the unit where the scenario has one, as in `10..40 per h`.
public struct Growth: Sendable, Hashable {
  /// The path of the number in the scenario.
  public let key: String
  /// The numbers that may be taken; nil where doubling finds them.
  public let range: ClosedRange<Double>?
  /// What stands behind the number, with its blank, as in ` per h`; empty without a unit.
  public let unit: String

  /// Reads what should grow.
  ///
  /// Whether the scenario has the key and takes the values is not looked at.
  public init(_ text: String) throws(SizeFault) {
    do {
      try self.init(parsing: text)
    } catch {
      throw .growth(text, error)
    }
  }

  private init(parsing text: String) throws(GrowthFault) {
    guard let sign = text.firstIndex(of: "=") else {
      key = text.trimmingCharacters(in: .whitespaces)
      guard !key.isEmpty else { throw .malformed }
      range = nil
      unit = ""
      return
    }
    key = text[..<sign].trimmingCharacters(in: .whitespaces)
    guard !key.isEmpty, let ends = RangeText(text[text.index(after: sign)...]) else {
      throw .malformed
    }
    let high = NumberWithUnit(ends.high)
    let values: [Double]
    do throws(ScenarioFault) {
      values = [try parseNumber(ends.low), try parseNumber(high.number)]
    } catch {
      throw .number(error)
    }
    guard values[0] < values[1] else { throw .emptyRange(low: ends.low, high: ends.high) }
    guard values[0] > 0 else { throw .number(.notPositive(ends.low)) }
    range = values[0]...values[1]
    unit = high.unit
  }

  /// The assignment that gives the key a number, as `--set` takes it.
  public func assignment(_ number: String, unit: String) -> String { "\(key)=\(number)\(unit)" }
}

/// A number and what stands behind it, with its blank.
struct NumberWithUnit {
  let number: String
  let unit: String

  init(_ text: String) {
    var digits = text.prefix { $0.isNumber || $0 == "." || $0 == "-" }
    let rest = text[digits.endIndex...]
    if let letter = rest.first, letter == "e" || letter == "E" {
      // An exponent belongs to the number: 2e1 is twenty, and not two of something.
      let power = rest.dropFirst().prefix { $0.isNumber || $0 == "-" || $0 == "+" }
      if power.contains(where: \.isNumber) { digits = text[..<power.endIndex] }
    }
    number = digits.isEmpty ? text : String(digits)
    unit = digits.isEmpty ? "" : String(text[digits.endIndex...])
  }
}

/// The next number between one that holds and one that fails, to a relative resolution.
///
/// Numbers have as few decimals as the resolution needs, so that they read well.
enum Bisection {
  /// The number to try next; nil once the two are as near as the resolution asks.
  static func middle(_ low: Double, _ high: Double, resolution: Double) -> Decimal? {
    let reference = low > 0 ? low : high
    guard high - low > resolution * reference * (1 + 1e-9) else { return nil }
    let exponent = Self.exponent(resolution * reference)
    let middle = Decimal((low + high) / 2, exponent: exponent)
    return middle.value > low && middle.value < high ? middle : nil
  }

  /// The power of ten at or below a number.
  static func exponent(_ number: Double) -> Int {
    // Powers of ten themselves must not fall below by rounding.
    Int((log10(number) + 1e-9).rounded(.down))
  }

  /// A number with so many decimals.
  struct Decimal: Equatable {
    /// The number.
    let value: Double
    /// As a scenario spells it.
    let text: String

    /// The multiple of a power of ten that is nearest to a number.
    init(_ number: Double, exponent: Int) {
      let decimals = max(0, -exponent)
      let step = pow(10, Double(max(0, exponent)))
      let rounded = String(format: "%.\(decimals)f", (number / step).rounded(decimals) * step)
      text = rounded.contains(".") ? Self.trimmed(rounded) : rounded
      value = Double(text) ?? number
    }

    private static func trimmed(_ text: String) -> String {
      var text = Substring(text)
      while text.last == "0" { text = text.dropLast() }
      return String(text.last == "." ? text.dropLast() : text)
    }
  }
}

extension Double {
  /// Rounded to so many decimals, half away from zero.
  fileprivate func rounded(_ decimals: Int) -> Double {
    let scale = pow(10, Double(decimals))
    return (self * scale).rounded() / scale
  }
}
