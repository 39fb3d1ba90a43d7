import Foundation

/// Other texts of a random network that must say the same.
///
/// They are made from the text line by line, as an editor would: entries of `stations`, `arrivals`
/// and `procedures` are indented by two blanks.
struct NetworkVariants {
  private let lines: [String]

  init(_ text: String) {
    lines = text.split(separator: "\n").map(String.init)
  }

  private func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  /// Minutes in seconds, seconds in milliseconds, rates per day.
  var inOtherUnits: String {
    let units: [(Regex<(Substring, Substring)>, Int, String)] = [
      (/\b(\d+) s\b/, 1_000, "ms"), (/\b(\d+) min\b/, 60, "s"), (/\b(\d+) per h\b/, 24, "per d"),
    ]
    var result = text(lines).replacing("01:00", with: "1 h")
    for (regex, factor, unit) in units {
      result.replace(regex) { "\((Int($0.1) ?? 0) * factor) \(unit)" }
    }
    return result
  }

  /// Sections from the last to the first, and so their entries; only the order of teams has a meaning.
  var upsideDown: String {
    var sections: [[String]] = []
    for line in lines {
      if !line.hasPrefix(" ") { sections.append([]) }
      sections[sections.count - 1].append(line)
    }
    return text(
      sections.reversed().flatMap { section in
        let entries = Self.entries(section)
        let isOrdered = section[0] == "teams:"
        return section.prefix(1) + (isOrdered ? entries : entries.reversed()).joined()
      }
    )
  }

  private static func entries(_ section: [String]) -> [[String]] {
    var entries: [[String]] = []
    for line in section.dropFirst() {
      if !line.hasPrefix("   ") { entries.append([]) }
      entries[entries.count - 1].append(line)
    }
    return entries
  }

  /// With a station, a flow, a procedure and a step more, which no truck of the run meets.
  var withMore: String {
    var result: [String] = []
    for (index, line) in lines.enumerated() {
      result.append(line)
      switch line {
      case "stations:":
        result.append("  a0: {lanes: [{name: x}, {name: y, servers: 2}], capacity: 4}")
      case "arrivals:" where lines.contains { $0.hasPrefix("runs for:") }:
        let classes = lines.contains { $0.hasPrefix("classes:") } ? ", class: a" : ""
        result.append("  a1: {at: [9 d]\(classes), procedure: a2}")
      case "procedures:":
        result += ["  a2:", "    - serve at: a0", "      for: 1 min"]
      default: break
      }
      // The last line of a procedure of trucks.
      let isLast =
        index + 1 == lines.count || lines[index + 1].hasPrefix("  u:")
        || lines[index + 1].hasPrefix("  q:") || lines[index + 1].hasPrefix("  c:")
      if isLast, line.hasPrefix("    ") {
        result += ["    - choose:", "        - when: 0 > 1", "          do:"]
        result += ["            - serve at: a0", "              for: 2 min"]
      }
    }
    return text(result)
  }

  /// Stations, flows and named steps under other names, which keep their draws.
  func renamed() -> String {
    var result: [String] = []
    for line in lines {
      var line = line
      let old = line.prefixMatch(of: /\s\s([sf]\d): \{/).map { String($0.1) }
      if let old { line = line.dropLast() + ", stream: \(old)}" }
      line = line.replacing(/\b(s)(\d)\b/) { "z\(9 - (Int($0.2) ?? 0))" }
      line = line.replacing(/\b(f)(\d)\b/) { "y\(9 - (Int($0.2) ?? 0))" }
      if let old { line = line.replacing(/stream: \w+/, with: "stream: \(old)") }
      line = line.replacing(/go to: n(\d+)/) { "go to: k\($0.1)" }
      if let step = line.wholeMatch(of: /([\s\-]+)name: n(\d+)/) {
        let blank = String(repeating: " ", count: step.1.count)
        result += ["\(step.1)name: k\(step.2)", "\(blank)stream: n\(step.2)"]
      } else {
        result.append(line)
      }
    }
    return text(result)
  }

  /// A measure of the renamed network as it was called before.
  static func formerName(_ name: String) -> String {
    name.replacing(/z(\d)/) { "s\(9 - (Int($0.1) ?? 0))" }
      .replacing(/y(\d)/) { "f\(9 - (Int($0.1) ?? 0))" }
  }

  /// With its classes in the opposite order.
  var withClassesReversed: String {
    text(lines.map { $0.hasPrefix("classes: [a, b]") ? "classes: [b, a]" : $0 })
  }
}
