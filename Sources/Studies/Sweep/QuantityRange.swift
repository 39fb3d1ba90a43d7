import Foundation

/// A range between two quantities of one unit, such as `10 min..30 min` or `2..10 by 2`.
public struct QuantityRange: Sendable, Equatable {
  /// The lower end, in the unit.
  public let low: Decimal
  /// The upper end, above the lower one.
  public let high: Decimal
  /// From one value to the next; nil where every value between the ends may be taken.
  public let step: Decimal?
  /// The unit as it was written, empty for plain numbers.
  public let unit: String

  /// The most values of one factor.
  static let limit = 1_000

  /// Reads `LOW..HIGH` or `LOW..HIGH by STEP`; whole numbers without a step go by 1.
  init(_ text: String) throws(VaryFault) {
    var rest = text
    var stepText: String?
    if let by = rest.range(of: " by ", options: .backwards) {
      stepText = rest[by.upperBound...].trimmingCharacters(in: .whitespaces)
      rest = String(rest[..<by.lowerBound])
    }
    guard let dots = rest.range(of: "..") else { throw .notARange(text) }
    let lowText = rest[..<dots.lowerBound].trimmingCharacters(in: .whitespaces)
    let highText = rest[dots.upperBound...].trimmingCharacters(in: .whitespaces)
    guard let low = Quantity(lowText), let high = Quantity(highText) else {
      throw .notARange(text)
    }
    // `10..30 min` says the unit once.
    guard low.unit == high.unit || low.unit.isEmpty else {
      throw .differentUnits(low: lowText, high: highText)
    }
    guard low.number <= high.number else { throw .empty(low: lowText, high: highText) }
    // Ends that no number of the machine parts are one value too.
    guard low.number < high.number, low.number.double < high.number.double else {
      throw .oneValue(text)
    }
    var step: Decimal?
    if let stepText {
      guard let found = Quantity(stepText), found.number > 0,
        found.unit == high.unit || found.unit.isEmpty
      else { throw .badStep(stepText) }
      guard found.number <= high.number - low.number else { throw .oneValue(text) }
      step = found.number
    } else if high.unit.isEmpty, low.isWhole, high.isWhole {
      step = 1
    }
    self.low = low.number
    self.high = high.number
    self.step = step
    unit = high.unit
    if let step {
      let count = ((high.number - low.number) / step).double + 1
      guard count <= Double(Self.limit) else {
        throw .tooManyValues(Int(exactly: count.rounded(.down)), limit: Self.limit)
      }
    }
  }

  /// Whether every value between the ends may be taken.
  var isContinuous: Bool { step == nil }

  /// The values that a design with levels takes.
  var levels: [String] {
    guard let step else { return [text(low), text(high)] }
    var values: [String] = []
    var value = low
    while value <= high {
      values.append(text(value))
      value += step
    }
    return values
  }

  /// The value at a place in (0, 1), with no more digits than tell the strata apart.
  func text(at place: Double, strata: Int) -> String {
    let (low, high) = (low.double, high.double)
    let width = (high - low) / Double(strata)
    let exact = low + place * (high - low)
    let stratum = Int(place * Double(strata))
    var decimals = max(0, 2 - Int(log10(width).rounded(.down)))
    while true {
      let rounded = String(format: "%.\(decimals)f", exact)
      let found = ((Double(rounded) ?? exact) - low) / (high - low) * Double(strata)
      // Rounding must not carry a value into the next stratum.
      if Int(found.rounded(.down)) == stratum || decimals > 15 { return text(trimmed(rounded)) }
      decimals += 1
    }
  }

  /// Where a value of this range lies in it, in [0, 1]; nil for a text that is none.
  func place(of text: String) -> Double? {
    guard let quantity = Quantity(text), quantity.unit == unit else { return nil }
    return (quantity.number.double - low.double) / (high.double - low.double)
  }

  private func text(_ number: Decimal) -> String { text("\(number)") }

  private func text(_ digits: String) -> String {
    switch unit {
    case "": digits
    case "%": digits + unit
    default: "\(digits) \(unit)"
    }
  }

  private func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    let digits = text.reversed().drop { $0 == "0" }
    return String(String(digits.first == "." ? digits.dropFirst() : digits).reversed())
  }
}

/// A number and its unit, as they are written.
private struct Quantity {
  var number: Decimal
  var unit: String
  var isWhole: Bool

  /// Reads `12`, `-3.5 °C` or `80%`; nil for anything else.
  init?(_ text: String) {
    let sign = text.prefix { $0 == "-" }
    guard sign.count <= 1 else { return nil }
    let digits = text.dropFirst(sign.count).prefix { "0"..."9" ~= $0 || $0 == "." }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }), digits.count <= 30,
      let number = Decimal(string: String(sign + digits), locale: Locale(identifier: "en_US_POSIX"))
    else { return nil }
    unit = text.dropFirst(sign.count + digits.count).trimmingCharacters(in: .whitespaces)
    // `1:30` and `exponential(…)` are no quantities.
    guard !unit.contains(where: { ":(),=[]{}".contains($0) }) else { return nil }
    self.number = number
    isWhole = parts.count == 1
  }
}

extension Decimal {
  /// The nearest Double, read from the digits: the direct conversion may miss it by a bit.
  fileprivate var double: Double { Double("\(self)") ?? .nan }
}
