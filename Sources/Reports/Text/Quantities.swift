import ClearanceRecords
import EventSimulation
import Foundation
import ScenarioFiles

/// Numbers, shares and lengths of time as people read them.
struct Quantities {
  let language: Language

  init(_ language: Language) {
    self.language = language
  }

  /// What stands where nothing is defined.
  static let undefined = "–"

  // MARK: Time

  /// A unit of time with its length [s].
  struct TimeUnit {
    var seconds: Double
    var en: String
    var zh: String
  }

  /// Seconds below 120 s, minutes below 120 min, then hours; in English days from 48 h on.
  func unit(for seconds: Double) -> TimeUnit {
    if abs(seconds) < 120 { return TimeUnit(seconds: 1, en: "s", zh: "秒") }
    if abs(seconds) < 7_200 { return TimeUnit(seconds: 60, en: "min", zh: "分钟") }
    if language == .zh || abs(seconds) < 172_800 {
      return TimeUnit(seconds: 3_600, en: "h", zh: "小时")
    }
    return TimeUnit(seconds: 86_400, en: "d", zh: "天")
  }

  func with(_ unit: TimeUnit, _ number: String) -> String {
    language == .en ? "\(number) \(unit.en)" : number + unit.zh
  }

  /// A measured length of time, with one decimal; below 10 s with two more digits.
  func duration(_ seconds: Double?) -> String {
    guard let seconds, seconds.isFinite else { return Self.undefined }
    let unit = unit(for: seconds)
    return with(unit, fixed(seconds / unit.seconds, decimals(of: seconds)))
  }

  /// A length of time that was chosen, without needless digits.
  func chosen(_ seconds: Double) -> String {
    let unit = unit(for: seconds)
    return with(unit, plain(seconds / unit.seconds))
  }

  /// The length of a run or of a part of it, exactly.
  func length(_ time: SimulatedTime) -> String {
    if time == .zero { return language == .en ? "0 s" : "0秒" }
    let exact = durationText(time)
    guard language == .zh, let blank = exact.lastIndex(of: " ") else { return exact }
    let words = ["d": "天", "h": "小时", "min": "分钟", "s": "秒", "ms": "毫秒", "us": "微秒"]
    let unit = String(exact[exact.index(after: blank)...])
    return exact[..<blank] + (words[unit] ?? unit)
  }

  /// A time of day, such as `07:30`.
  func clock(microseconds: Int64) -> String {
    let minutes = microseconds / 60_000_000
    let pad: (Int64) -> String = { $0 < 10 ? "0\($0)" : "\($0)" }
    let clock = "\(pad(minutes / 60)):\(pad(minutes % 60))"
    let rest = microseconds % 60_000_000
    return rest == 0
      ? clock : clock + ":" + (rest < 10_000_000 ? "0" : "") + plain(Double(rest) / 1e6)
  }

  private func decimals(of seconds: Double) -> Int {
    switch abs(seconds) {
    case 0: 0
    case ..<1: 3
    case ..<10: 2
    default: 1
    }
  }

  // MARK: Numbers

  /// A share with one decimal, `12.3%`.
  func share(_ share: Double?) -> String {
    guard let share, share.isFinite else { return Self.undefined }
    return fixed(share * 100, 1) + "%"
  }

  /// A share as it was chosen, `15%`, or computed from such.
  func exactShare(_ share: Double) -> String {
    trimmed(fixed(share * 100, 7)) + "%"
  }

  /// A whole number with separators, `12,345`.
  func count(_ number: some BinaryInteger) -> String {
    grouped(String(number))
  }

  /// A mean number of things: one decimal below 100.
  func mean(_ number: Double?) -> String {
    guard let number, number.isFinite else { return Self.undefined }
    return fixed(number, abs(number) < 100 && number.rounded() != number ? 1 : 0)
  }

  /// A number that was chosen: four significant digits or all before the point, none needless.
  func plain(_ number: Double) -> String {
    guard number.isFinite else { return Self.undefined }
    let magnitude = number == 0 ? 0 : Int(log10(abs(number)).rounded(.down))
    return trimmed(fixed(number, min(max(0, 3 - magnitude), 12)))
  }

  /// A number with so many decimals, separators and no minus before a zero.
  func fixed(_ number: Double, _ decimals: Int) -> String {
    let text = String(format: "%.\(decimals)f", number)
    let isZero = text.allSatisfy { "-0.".contains($0) }
    return grouped(isZero ? text.filter { $0 != "-" } : text)
  }

  private func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    let digits = text.reversed().drop { $0 == "0" }
    return String(String(digits.first == "." ? digits.dropFirst() : digits).reversed())
  }

  private func grouped(_ text: String) -> String {
    let sign = text.prefix { $0 == "-" }
    let digits = text.dropFirst(sign.count).prefix { $0 != "." }
    let rest = text.dropFirst(sign.count + digits.count)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return sign + result + rest
  }

  // MARK: Estimates

  /// An estimate in the unit that reads best: its number, its half-width and its unit.
  struct Estimate: Equatable {
    var value: String
    var halfWidth: String?
    var unit: String
  }

  /// The half-width has two significant digits, the estimate ends at the same decimal.
  func parts(of record: MeasureRecord) -> Estimate {
    let wording = Wording(language)
    guard let value = record.estimate, value.isFinite else {
      return Estimate(value: Self.undefined, halfWidth: nil, unit: "")
    }
    var scale = 1.0
    var decimals = abs(value) < 100 ? 2 : 1
    var unit = ""
    switch record.unit {
    case "s":
      let time = self.unit(for: value)
      scale = time.seconds
      decimals = self.decimals(of: value)
      unit = language == .en ? time.en : time.zh
    case "":
      scale = 0.01
      decimals = 1
      unit = "%"
    case "yuan", "yuan·d": return money(of: record)
    case "declarations": unit = wording.pick("declarations", "票")
    case "forms": unit = wording.pick("forms", "份")
    case "batches": unit = wording.pick("batches", "批")
    case "times": unit = wording.pick("times", "次")
    case "1": break
    case "h": unit = wording.pick("h", "小时")
    case "t": unit = wording.pick("t", "吨")
    case "m": unit = wording.pick("m", "米")
    case "trucks": unit = wording(.trucksUnit)
    case "1/h": unit = wording(.perHourUnit)
    default: unit = wording(.noUnit)
    }
    if value.rounded() == value, record.unit == "trucks" { decimals = 0 }
    let halfWidth = record.halfWidth.flatMap { $0.isFinite ? $0 / scale : nil }
    if let halfWidth, halfWidth > 0 { decimals = Self.decimals(forHalfWidth: halfWidth) }
    return Estimate(
      value: rounded(value / scale, decimals),
      halfWidth: halfWidth.map { rounded($0, decimals) },
      unit: unit
    )
  }

  /// `12.34 ± 0.21 min`, for the cell of a table.
  ///
  /// Levels and counts go without their unit, which the title of their column has.
  func estimate(_ record: MeasureRecord?) -> String {
    guard let record else { return Self.undefined }
    let parts = parts(of: record)
    let separator = language == .en ? " ± " : "±"
    let number = parts.value + (parts.halfWidth.map { separator + $0 } ?? "")
    switch record.unit {
    case "s":
      return language == .en && parts.unit != "" ? "\(number) \(parts.unit)" : number + parts.unit
    case "": return number + parts.unit
    default: return number
    }
  }

  /// The decimals of two significant digits, at most 4; below zero for tens and hundreds.
  static func decimals(forHalfWidth halfWidth: Double) -> Int {
    let decimals = 1 - Int(log10(halfWidth).rounded(.down))
    // 0.0996 rounds up to 0.10, which has one decimal less.
    let digits = (halfWidth * pow(10, Double(decimals))).rounded()
    return min(4, digits >= 100 ? decimals - 1 : decimals)
  }

  private func rounded(_ number: Double, _ decimals: Int) -> String {
    guard decimals < 0 else { return fixed(number, decimals) }
    let step = pow(10, Double(-decimals))
    return fixed((number / step).rounded() * step, 0)
  }
}
