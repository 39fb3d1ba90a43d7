/// A table in columns of text, for a terminal.
struct TextTable {
  /// A column: its title and the side on which its cells stand.
  struct Column {
    enum Side {
      case left, right
    }

    var title: String
    var side = Side.right
  }

  var columns: [Column]
  private(set) var rows: [[String]] = []

  /// The columns of text that a page has.
  static let pageWidth = 100
  private static let gap = 2
  /// A column of names is not made narrower than this.
  private static let leastWidth = 8

  init(_ columns: [Column]) {
    self.columns = columns
  }

  /// - Precondition: one cell for each column.
  mutating func add(_ cells: [String]) {
    precondition(
      cells.count == columns.count,
      "\(cells.count) cells in a table of \(columns.count) columns"
    )
    rows.append(cells)
  }

  /// Columns that the table takes where nothing is cut.
  var width: Int { total(widths) }

  private var widths: [Int] {
    columns.indices.map { column in
      rows.reduce(columns[column].title.displayWidth) { max($0, $1[column].displayWidth) }
    }
  }

  private func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + Self.gap * max(0, widths.count - 1)
  }

  /// The title and the rows, each within `limit` columns.
  ///
  /// What is too wide is taken from the names first, then from the ends of the lines.
  func lines(limit: Int = pageWidth) -> [String] {
    var widths = widths
    for column in columns.indices where columns[column].side == .left {
      let excess = total(widths) - limit
      if excess > 0 {
        widths[column] = max(min(widths[column], Self.leastWidth), widths[column] - excess)
      }
    }
    return ([columns.map(\.title)] + rows).map { line($0, widths).cut(to: limit) }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = columns.indices.map { column in
      let cell = cells[column].cut(to: widths[column])
      let blanks = String(repeating: " ", count: widths[column] - cell.displayWidth)
      return columns[column].side == .left ? cell + blanks : blanks + cell
    }
    return padded.joined(separator: String(repeating: " ", count: Self.gap)).trimmedEnd
  }
}
