/// A list of firms in a CSV file: the column `name`, and the keys of a firm as further columns.
///
/// A cell that holds several values has them parted by semicolons: `auto-parts: 60%; food: 40%`, or
/// `monthly; 2024-07-01: quarterly`. A unit in a heading is that of all numbers below it.
enum FirmsFile {
  /// Rows as mappings; what stands in row 5, column 3 is at line 5 and column 3 of the file.
  static func load(
    _ file: String,
    folder: String
  ) throws(ScenarioFault) -> [(name: String, position: SourcePosition, node: SourceNode)] {
    let data = try DataFile.load(file, folder: folder)
    let names = try data.texts("name")
    let headings = data.header.map(parts)
    var result: [(name: String, position: SourcePosition, node: SourceNode)] = []
    for (number, row) in zip(data.filledRows, names.indices) {
      let cells = data.rows[number - 2]
      var entries: [SourceEntry] = []
      for (column, heading) in headings.enumerated() where heading.name != "name" {
        let text = column < cells.count ? cells[column].trimmed : ""
        guard !text.isEmpty else { continue }
        let position = SourcePosition(line: number, column: column + 1, file: file)
        let head = SourcePosition(line: 1, column: column + 1, file: file)
        entries.append(
          SourceEntry(
            key: heading.name,
            keyPosition: head,
            value: node(text, unit: heading.unit, at: position)
          )
        )
      }
      let start = SourcePosition(line: number, column: 1, file: file)
      let node = SourceNode(position: start, content: .mapping(entries))
      result.append((names[row], start, node))
    }
    return result
  }

  /// A cell: one value, or several with the first of them possibly without a key.
  private static func node(
    _ text: String,
    unit: String?,
    at position: SourcePosition
  ) -> SourceNode {
    func value(_ text: String) -> SourceNode {
      let isNumber = text.last.map { "0"..."9" ~= $0 } ?? false
      return .text(isNumber && unit != nil ? "\(text) \(unit ?? "")" : text, at: position)
    }
    guard text.contains(";") || text.contains(": ") else { return value(text) }
    let parts = text.split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
    return .mapping(
      parts.map { part in
        guard let colon = part.firstRange(of: ": ") else { return ("default", value(part)) }
        return (
          String(part[..<colon.lowerBound]).trimmed,
          value(String(part[colon.upperBound...]).trimmed)
        )
      },
      at: position
    )
  }

  /// `share (%)` as name and unit.
  private static func parts(_ heading: String) -> (name: String, unit: String?) {
    guard heading.hasSuffix(")"), let open = heading.lastIndex(of: "(") else {
      return (heading, nil)
    }
    return (
      heading[..<open].trimmed, heading[heading.index(after: open)...].dropLast().trimmed
    )
  }
}
