import Foundation
import SwiftCSV

/// A CSV file beside the scenario; its header carries units, as in `time (s)`.
public struct DataFile: Sendable, Equatable {
  /// The file as the scenario names it.
  public let name: String
  /// The columns' headings.
  public let header: [String]
  /// The rows below the header; a row of blanks only is kept, so that rows can be counted.
  public let rows: [[String]]

  /// The most bytes that a data file may have: 64 MiB.
  public static let allowedBytes = 64 << 20

  /// Reads a file relative to the scenario's folder; commas, semicolons or tabs part the cells.
  ///
  /// - Throws: `ScenarioFault.csv` around what is wrong.
  public static func load(_ name: String, folder: String) throws(ScenarioFault) -> DataFile {
    let path = name.hasPrefix("/") || folder.isEmpty ? name : "\(folder)/\(name)"
    let text: String
    do throws(LocatedFault) {
      text = try BoundedFile.decode(BoundedFile.read(path, allowed: allowedBytes))
    } catch {
      throw .csv(file: name, row: error.position?.line, column: nil, error.fault)
    }
    return try parse(text, name: name)
  }

  /// Parses the text of a file.
  static func parse(_ text: String, name: String) throws(ScenarioFault) -> DataFile {
    do {
      let csv = try CSV<Enumerated>(string: text, loadColumns: false)
      return DataFile(name: name, header: csv.header.map(\.trimmed), rows: csv.rows)
    } catch CSVParseError.quotation(let what), CSVParseError.generic(let what) {
      throw .csv(file: name, row: nil, column: nil, .csvSyntax(what: what))
    } catch {
      throw .csv(file: name, row: nil, column: nil, .csvSyntax(what: "\(error)"))
    }
  }

  /// A column of durations in microseconds; its heading must carry their unit.
  public func durations(_ column: String) throws(ScenarioFault) -> [Int64] {
    let index = try self.index(of: column)
    guard let unit = DataFile.parts(of: header[index]).unit else {
      throw fault(.columnWithoutUnit(header[index], allowed: TimeUnit.names), column: index)
    }
    let microseconds: Int64
    do throws(ScenarioFault) {
      microseconds = try TimeUnit.microseconds(unit)
    } catch {
      throw fault(error, column: index)
    }
    return try cells(index) { cell throws(ScenarioFault) in
      guard let number = DecimalNumber(cell, allowingExponent: true) else {
        _ = try parseNumber(cell)  // Says whether it is negative, not finite or no number.
        throw .notANumber(cell)
      }
      guard let duration = number.times(microseconds) else {
        throw .outOfRange(cell, low: "0 us", high: "292000 years")
      }
      return duration
    }
  }

  /// A column of weights or lengths; its heading must carry their unit.
  func measures(_ column: String, units: [MeasureUnit]) throws(ScenarioFault) -> [Double] {
    let index = try self.index(of: column)
    let allowed = units.map(\.name)
    guard let name = DataFile.parts(of: header[index]).unit,
      let unit = units.first(where: { $0.name == name })
    else { throw fault(.columnWithoutUnit(header[index], allowed: allowed), column: index) }
    return try cells(index) { cell throws(ScenarioFault) in
      guard let number = DecimalNumber(cell, allowingExponent: true) else {
        _ = try parseNumber(cell)  // Says whether it is negative, not finite or no number.
        throw .notANumber(cell)
      }
      return try finite(number.double(exponent: unit.exponent), cell)
    }
  }

  /// A column of numbers, none below zero.
  public func numbers(_ column: String) throws(ScenarioFault) -> [Double] {
    try cells(index(of: column)) { cell throws(ScenarioFault) in try parseNumber(cell) }
  }

  /// A column of words.
  public func texts(_ column: String) throws(ScenarioFault) -> [String] {
    try cells(index(of: column)) { $0 }
  }

  /// The cells of the filled rows of a column that may be missing, as its cells may be; nil
  /// without it.
  func cells(ifThere column: String) -> [String]? {
    guard let index = header.firstIndex(of: column) else { return nil }
    return rows.filter { row in row.contains { !$0.trimmed.isEmpty } }
      .map { index < $0.count ? $0[index].trimmed : "" }
  }

  /// The numbers in the file of the rows that hold values, the header being row 1.
  var filledRows: [Int] {
    rows.indices.filter { rows[$0].contains { !$0.trimmed.isEmpty } }.map { $0 + 2 }
  }

  /// A fault in a cell.
  func fault(
    _ fault: ScenarioFault,
    row: Int,
    column: String
  ) throws(ScenarioFault) -> ScenarioFault {
    self.fault(fault, row: row, column: try index(of: column))
  }

  // MARK: Columns

  /// The column that is called `name`, with or without its unit.
  private func index(of name: String) throws(ScenarioFault) -> Int {
    if let index = header.firstIndex(of: name) { return index }
    let matches = header.indices.filter { DataFile.parts(of: header[$0]).name == name }
    guard matches.count <= 1 else { throw fault(.ambiguousColumn(name)) }
    guard let index = matches.first else {
      let nearest = nearestName(to: name, in: header.map { DataFile.parts(of: $0).name })
      throw fault(.missingColumn(name, existing: header, nearest: nearest))
    }
    return index
  }

  /// `time (s)` as name and unit.
  private static func parts(of heading: String) -> (name: String, unit: String?) {
    guard heading.hasSuffix(")"), let open = heading.lastIndex(of: "(") else {
      return (heading, nil)
    }
    let unit = heading[heading.index(after: open)...].dropLast()
    return (heading[..<open].trimmed, unit.trimmed)
  }

  /// The cells of a column, each converted; blank rows are passed over.
  private func cells<Value>(
    _ index: Int,
    _ convert: (String) throws(ScenarioFault) -> Value
  ) throws(ScenarioFault) -> [Value] {
    var values: [Value] = []
    for (offset, row) in rows.enumerated() where row.contains(where: { !$0.trimmed.isEmpty }) {
      let cell = index < row.count ? row[index].trimmed : ""
      do throws(ScenarioFault) {
        guard !cell.isEmpty else { throw .emptyCell }
        values.append(try convert(cell))
      } catch {
        // The header is row 1.
        throw fault(error, row: offset + 2, column: index)
      }
    }
    guard !values.isEmpty else { throw fault(.noRows, column: index) }
    return values
  }

  private func fault(_ fault: ScenarioFault, row: Int? = nil, column: Int? = nil) -> ScenarioFault {
    .csv(file: name, row: row, column: column.map { header[$0] }, fault)
  }
}
