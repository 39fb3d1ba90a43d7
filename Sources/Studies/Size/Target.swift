import ClearanceModel
import Foundation
import OutputAnalysis
import ScenarioFiles

/// A limit that the expectation of a measure must keep, such as `gate.wait.p95 <= 10 min` (目标).
public struct Target: Sendable, Hashable {
  /// The measure, as PLACE.MEASURE.STATISTIC.
  public let measure: String
  /// On which side of the limit it must lie.
  public let side: FeasibilityLimit.Side
  /// The limit, in the unit of the measure.
  public let limit: Double
  /// The unit of the measure: `s`, `trucks`, `1/h` …, empty for shares.
  public let unit: String

  /// A target from its parts.
  public init(measure: String, side: FeasibilityLimit.Side, limit: Double, unit: String) {
    self.measure = measure
    self.side = side
    self.limit = limit
    self.unit = unit
  }

  /// Reads `MEASURE <= VALUE` or `MEASURE >= VALUE`; the value has the unit of the measure.
  ///
  /// - Throws: `StudyError.unknownMeasures`, or `StudyError.size`.
  public init(_ text: String, in plan: ClearancePlan) throws(StudyError) {
    guard let parts = TargetText(text) else { throw .size(.target(text, .malformed)) }
    let found: [Measure]
    do {
      found = try MeasureCatalogue(plan: plan, names: [parts.measure]).measures
    } catch {
      throw .unknownMeasures(error.names, known: error.known)
    }
    // A name that is known has one measure.
    let measure = found[0]
    guard measure.quantity != .makespan || measure.statistic != .max else {
      throw .size(.target(text, .noInterval(measure: parts.measure)))
    }
    do {
      let limit = try Self.value(parts.value, unit: measure.unit)
      self.init(measure: parts.measure, side: parts.side, limit: limit, unit: measure.unit)
    } catch {
      let fault = TargetFault.value(measure: parts.measure, unit: measure.unit, error)
      throw .size(.target(text, fault))
    }
  }

  /// The limit with its indifference band.
  ///
  /// The band is a share of the limit; of a limit on a share a share of what is nearer, 0 or 100 %:
  /// 2 % of "at least 95 %" would be two points of the five that may be missed.
  ///
  /// - Parameter tolerance: From 0 to 1, such as 0.02.
  /// - Returns: The limit in the unit of the measure.
  public func feasibilityLimit(tolerance: Double) -> FeasibilityLimit {
    let scale = unit.isEmpty ? min(abs(limit), abs(1 - limit)) : abs(limit)
    return FeasibilityLimit(limit, side, band: tolerance * scale)
  }

  /// A value in a unit of measures, from a text such as `10 min`, `95%` or `40`.
  static func value(_ text: String, unit: String) throws(ScenarioFault) -> Double {
    switch unit {
    case "s": return Double(try parseDuration(text)) / 1e6
    case "h": return Double(try parseDuration(text)) / 3.6e9
    case "": return try parseShare(text)
    case "1/h": return try parseRate(text) * 3.6e9
    default:
      let trimmed = text.trimmingCharacters(in: .whitespaces)
      let digits = trimmed.prefix { $0.isNumber || $0 == "." || $0 == "-" }
      let rest = trimmed[digits.endIndex...].trimmingCharacters(in: .whitespaces)
      guard digits.isEmpty || rest.isEmpty || rest == unit else {
        throw .unknownUnit(rest, allowed: [unit], nearest: nil)
      }
      return try parseNumber(digits.isEmpty ? text : String(digits))
    }
  }
}

/// The three parts of a target, before its measure is looked up.
public struct TargetText: Sendable, Equatable {
  /// The word that stands for all service standards of the scenario.
  public static let standards = "standards"

  /// What stands before the sign.
  public let measure: String
  /// The sign.
  public let side: FeasibilityLimit.Side
  /// What stands behind it.
  public let value: String

  /// Nil for a text without `<=` or `>=`, or with nothing before or behind it.
  public init?(_ text: String) {
    let signs: [(String, FeasibilityLimit.Side)] = [
      ("<=", .atMost), (">=", .atLeast), ("≤", .atMost), ("≥", .atLeast),
    ]
    for (sign, side) in signs {
      guard let range = text.range(of: sign) else { continue }
      measure = text[..<range.lowerBound].trimmingCharacters(in: .whitespaces)
      value = text[range.upperBound...].trimmingCharacters(in: .whitespaces)
      self.side = side
      if measure.isEmpty || value.isEmpty { return nil }
      return
    }
    return nil
  }
}
