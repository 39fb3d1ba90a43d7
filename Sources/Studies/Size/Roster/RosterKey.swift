import OutputAnalysis
import ScenarioFiles

/// What a roster by the hour of the day sets: servers, open lanes, or people on duty (分时段配置).
///
/// `KEY=LOW..HIGH`, where KEY ends in `servers` or `members` of the general words, or in `count` of a
/// lane, `officers`, `crews`, `benches` or `teams` of the customs words.
public struct RosterKey: Sendable, Hashable {
  /// The path of the value in the scenario.
  public let key: String
  /// The numbers that an hour may have.
  public let range: ClosedRange<Int>
  private let form: Form

  /// How numbers by the hour are written there.
  private enum Form: Sendable {
    /// A list of shifts that repeats every day.
    case shifts
    /// Numbers by windows of the day.
    case staff
  }

  /// The last keys of paths that may have numbers by the hour.
  public static let allowed = [
    "servers", "members", "count", "officers", "crews", "benches", "teams",
  ]

  /// Reads a key with its range; whether the scenario has it is not looked at.
  public init(_ text: String) throws(SizeFault) {
    let lever = try Lever(text)
    let parts = lever.key.split(separator: ".")
    guard let last = parts.last.map(String.init), Self.allowed.contains(last), parts.count > 1
    else {
      throw .roster(text, .notByHour(key: lever.key))
    }
    guard lever.cost == 1 else { throw .roster(text, .hasCost) }
    guard lever.range.upperBound > 0 else { throw .roster(text, .neverOpen) }
    key = lever.key
    range = lever.range
    form = last == "servers" || last == "members" ? .shifts : .staff
  }

  /// Where the lines of ``lines(of:)`` belong: the path without its last key.
  public var place: String {
    key.split(separator: ".", omittingEmptySubsequences: false).dropLast().joined(separator: ".")
  }

  private var lastKey: String { key.split(separator: ".").last.map(String.init) ?? key }

  /// The assignments that give 24 hours their numbers, as `--set` takes them.
  func settings(of roster: [Int]) -> [TriedPoint.Setting] {
    let number = Double(roster.reduce(0, +)) / Double(roster.count)
    let parts = runs(of: roster)
    switch form {
    case .shifts:
      let shifts = parts.map { "{from: \($0.hours.lowerBound) h, count: \($0.count)}" }
      return [
        .init(key: key, number: number, text: "[\(shifts.joined(separator: ", "))]"),
        .init(key: "\(place).repeats every", number: 24, text: "24 h"),
      ]
    case .staff:
      if parts.count == 1 { return [.init(key: key, number: number, text: "\(parts[0].count)")] }
      let windows = parts.filter { $0.count > 0 }.map { "\"\(window($0.hours))\": \($0.count)" }
      return [.init(key: key, number: number, text: "{\(windows.joined(separator: ", "))}")]
    }
  }

  /// The same as texts, `KEY=VALUE`.
  public func assignments(of roster: [Int]) -> [String] { settings(of: roster).map(\.assignment) }

  /// The lines of YAML that give 24 hours their numbers.
  public func lines(of roster: [Int]) -> [String] {
    let parts = runs(of: roster)
    switch form {
    case .shifts:
      return ["\(lastKey):"]
        + parts.map { "  - {from: \($0.hours.lowerBound) h, count: \($0.count)}" }
        + ["repeats every: 24 h"]
    case .staff:
      if parts.count == 1 { return ["\(lastKey): \(parts[0].count)"] }
      return ["\(lastKey):"]
        + parts.filter { $0.count > 0 }.map { "  \"\(window($0.hours))\": \($0.count)" }
    }
  }

  /// Hours one after the other with the same number.
  private func runs(of roster: [Int]) -> [(hours: Range<Int>, count: Int)] {
    precondition(roster.count == 24, "a roster of \(roster.count) hours")
    var runs: [(hours: Range<Int>, count: Int)] = []
    for (hour, count) in roster.enumerated() {
      if let last = runs.last, last.count == count {
        runs[runs.count - 1].hours = last.hours.lowerBound..<hour + 1
      } else {
        runs.append((hour..<hour + 1, count))
      }
    }
    return runs
  }

  private func window(_ hours: Range<Int>) -> String {
    func clock(_ hour: Int) -> String { (hour < 10 ? "0" : "") + "\(hour):00" }
    return "\(clock(hours.lowerBound))-\(clock(hours.upperBound))"
  }
}

/// Why a roster by the hour cannot be asked for.
public enum RosterFault: Error, Sendable, Equatable {
  /// A key whose numbers cannot change by the hour.
  case notByHour(key: String)
  /// A cost per unit, where every hour of a server counts the same.
  case hasCost
  /// A range whose highest number is 0.
  case neverOpen
  /// No target on a wait at a place, which alone is known by the hour.
  case noWait
  /// A value that the scenario does not take.
  case refused(ScenarioProblems)
}
