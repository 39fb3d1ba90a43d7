/// A decimal number as it was written, for arithmetic without binary rounding.
struct DecimalNumber: Equatable {
  /// Digits 0…9, the most significant first.
  private var digits: [UInt8]
  /// How many of the digits stand before the point; below zero or beyond the end with an exponent.
  private var point: Int

  /// Digits beyond this place cannot move a microsecond: 10⁻²⁵ weeks are 10⁻¹³ µs.
  private static let fractionLimit = 25

  /// Reads `12`, `012`, `1.5` and, where allowed, `1.5e-3`; nil for anything else.
  init?(_ text: some StringProtocol, allowingExponent: Bool = false) {
    var exponent = 0
    var mantissa = Substring(text)
    if allowingExponent, let mark = mantissa.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      guard let value = Int(mantissa[mantissa.index(after: mark)...]), abs(value) <= 400 else {
        return nil
      }
      exponent = value
      mantissa = mantissa[..<mark]
    }
    let parts = mantissa.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }) else { return nil }
    digits = parts.joined().utf8.map { $0 - UInt8(ascii: "0") }
    point = parts[0].utf8.count + exponent
  }

  /// This many units of `unit`, to the nearest whole, half away from zero; nil beyond Int64.
  func times(_ unit: Int64) -> Int64? {
    let factor = UInt128(unit.magnitude)
    var whole: UInt128 = 0
    for place in 0..<max(point, 0) {
      whole = whole * 10 + UInt128(digit(place))
      guard whole <= UInt128(Int64.max) else { return nil }
    }
    var fraction: UInt128 = 0
    var scale: UInt128 = 1
    for place in point..<min(max(digits.count, point), point + DecimalNumber.fractionLimit) {
      fraction = fraction * 10 + UInt128(digit(place))
      scale *= 10
    }
    return Int64(exactly: whole * factor + (fraction * factor * 2 + scale) / (scale * 2))
  }

  /// The nearest Double of this many hundredths.
  var percent: Double { double(exponent: -2) }

  /// The nearest Double; infinite where there is none.
  var double: Double { double(exponent: 0) }

  /// The nearest Double of this many times 10 to a power.
  func double(exponent: Int) -> Double {
    let text = digits.map { String($0) }.joined()
    return Double("\(text)e\(point - digits.count + exponent)") ?? .infinity
  }

  private func digit(_ place: Int) -> UInt8 {
    digits.indices.contains(place) ? digits[place] : 0
  }
}

private func isDigit(_ byte: UInt8) -> Bool {
  UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
}

extension StringProtocol {
  /// The text without blanks at its ends.
  var trimmed: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...last])
  }
}
