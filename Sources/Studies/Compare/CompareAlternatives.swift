import Foundation

/// From files and changes to design points with short names that differ.
struct CompareAlternatives {
  /// The points, the scenario that the others are compared with first.
  let points: [DesignPoint]

  /// A name longer than this is shortened.
  private static let longestName = 32

  init(_ options: CompareOptions) throws(CompareFault) {
    let files = [options.scenario] + options.alternatives
    let names = Self.names(ofFiles: files)
    var points: [DesignPoint] = []
    for (file, name) in zip(files, names) {
      points.append(DesignPoint(scenario: file, overrides: options.common, label: name))
    }
    for text in options.variants {
      let variant = try Variant(text)
      points.append(
        DesignPoint(
          scenario: options.scenario,
          overrides: options.common + variant.changes,
          label: variant.name ?? Self.name(of: variant.changes)
        )
      )
    }
    guard points.count > 1 else { throw .noAlternative }
    self.points = try Self.distinct(points)
  }

  /// Files by the last part of their path, or by all of it where two would be called the same.
  private static func names(ofFiles files: [String]) -> [String] {
    let stems = files.map { URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent }
    return files.indices.map { index in
      stems.count { $0 == stems[index] } == 1 ? stems[index] : files[index]
    }
  }

  /// A change by the last two keys and the value; of several the first.
  private static func name(of changes: [String]) -> String {
    let short = changes.map { change in
      guard let sign = change.firstIndex(of: "=") else { return change }
      let keys = change[..<sign].split(separator: ".")
      return keys.suffix(2).joined(separator: ".") + change[sign...]
    }
    let all = short.joined(separator: "; ")
    guard all.count > longestName, let first = short.first else { return all }
    let rest = short.count > 1 ? " +\(short.count - 1)" : ""
    let room = longestName - rest.count
    return (first.count > room ? String(first.prefix(room - 1)) + "…" : first) + rest
  }

  /// The points, with numbers after names that occur twice.
  private static func distinct(_ points: [DesignPoint]) throws(CompareFault) -> [DesignPoint] {
    var result: [DesignPoint] = []
    for point in points {
      let file = URL(fileURLWithPath: point.scenario).standardizedFileURL
      let same = result.first { other in
        other.overrides == point.overrides
          && URL(fileURLWithPath: other.scenario).standardizedFileURL == file
      }
      if let same { throw .sameAlternative(same.label, point.label) }
      var named = point
      var number = 2
      while result.contains(where: { $0.label == named.label }) {
        named.label = "\(point.label) (\(number))"
        number += 1
      }
      result.append(named)
    }
    return result
  }
}

/// A `--set` of a comparison: changes parted by `;`, after a name where it begins with `NAME:`.
private struct Variant {
  var name: String?
  var changes: [String]

  init(_ text: String) throws(CompareFault) {
    var rest = text[...]
    // Keys hold no colon, so that one before the first sign can only end a name.
    let sign = text.firstIndex(of: "=") ?? text.endIndex
    if let colon = text[..<sign].firstIndex(of: ":") {
      name = text[..<colon].trimmingCharacters(in: .whitespaces)
      rest = text[text.index(after: colon)...]
      guard name != "" else { throw .emptyChange(text) }
    }
    changes = Self.split(rest).map { $0.trimmingCharacters(in: .whitespaces) }
    guard !changes.isEmpty, changes.allSatisfy({ !$0.isEmpty }) else { throw .emptyChange(text) }
  }

  /// The parts between the semicolons that do not stand in quotes; the last one may be empty.
  private static func split(_ text: Substring) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    var quote: Character?
    var last: Character = "="
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if "\"'".contains(character), "=[{,:".contains(last) {
        quote = character
      } else if character == ";" {
        parts.append(text[start..<index])
        start = text.index(after: index)
      }
      if character != " " { last = character }
    }
    let end = text[start...]
    // A semicolon after the last change is forgiven.
    if parts.isEmpty || !end.allSatisfy(\.isWhitespace) { parts.append(end) }
    return parts
  }
}
