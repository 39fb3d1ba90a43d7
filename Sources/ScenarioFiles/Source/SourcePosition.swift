/// Where something stands: in the scenario file, or in a `--set` option.
public struct SourcePosition: Sendable, Hashable {
  /// Line, from 1.
  public var line: Int
  /// Column in Unicode scalars, from 1.
  public var column: Int
  /// The whole `KEY=VALUE` text, when the position lies in an option and not in the file.
  public var override: String?
  /// The file, when it is another than the scenario.
  public var file: String?

  /// Creates a position in the scenario, in `override`, or in another file.
  public init(line: Int, column: Int, override: String? = nil, file: String? = nil) {
    self.line = line
    self.column = column
    self.override = override
    self.file = file
  }
}

extension SourcePosition {
  /// The position of the byte at `offset` of UTF-8 text with `\n` as its line ends.
  ///
  /// - Complexity: O(`offset`); positions are computed for faults only.
  init(offset: Int, in bytes: [UInt8]) {
    let before = bytes[..<min(offset, bytes.count)]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let isScalarStart: (UInt8) -> Bool = { $0 & 0xC0 != 0x80 }
    self.init(
      line: 1 + before.count { $0 == UInt8(ascii: "\n") },
      column: 1 + before[lineStart...].count(where: isScalarStart)
    )
  }
}

/// A fault on its way to the list of problems.
struct LocatedFault: Error, Equatable {
  var fault: ScenarioFault
  var position: SourcePosition?
}
