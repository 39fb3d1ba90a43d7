import RandomVariates

/// What is wrong in a scenario, as data; the words are chosen where it is printed.
public enum ScenarioFault: Error, Sendable, Equatable {

  // MARK: Reading a file

  /// The file cannot be opened or read.
  case cannotRead(ReadFailure)
  /// The path is that of a folder.
  case isDirectory
  /// Nothing but blanks and comments.
  case isEmpty
  /// A NUL byte: not a text.
  case isBinary
  /// Bytes that are no UTF-8, at the first of them.
  case notUTF8
  /// Larger than a file of its kind may be; both in bytes.
  case tooLarge(bytes: Int, allowed: Int)
  /// An invisible character that a text file has no use for.
  case controlCharacter(code: UInt32)

  // MARK: YAML

  /// The text is no YAML; `what` is the parser's English message.
  case yamlSyntax(what: String)
  /// A tab where only blanks may indent.
  case tabInIndentation
  /// The second occurrence of a key in one mapping.
  case duplicateKey(String)
  /// A `:` without a key before it.
  case missingKey
  /// `&name` or `*name`.
  case anchorOrAlias(String)
  /// `!name`.
  case tag(String)
  /// The key `<<`.
  case mergeKey
  /// A key written with `?`.
  case explicitKey
  /// A line that begins with `%`.
  case directive
  /// `---` after content, or `...`.
  case severalDocuments
  /// Collections or distributions within one another beyond `limit` levels.
  case nestedTooDeep(limit: Int)
  /// A text with a comma inside `{ }` or `[ ]` that YAML would split, as in `{for: uniform(1 min, 2 min)}`.
  case forgottenQuotes(text: String)
  /// A node of another kind than its place wants.
  case wrongKind(found: NodeKind, expected: [NodeKind])

  // MARK: Quantities

  /// A number without its unit.
  case missingUnit(text: String, kind: QuantityKind, allowed: [String])
  /// A unit that is none.
  case unknownUnit(String, allowed: [String], nearest: String?)
  /// A text that is no number, or does not begin with one where it must.
  case notANumber(String)
  /// `nan`, `inf`, or a number beyond what a Double holds.
  case notFinite(String)
  /// A number with a fraction where only whole ones make sense.
  case notWhole(String)
  /// A number below zero where none can be.
  case negative(String)
  /// A value outside [`low`, `high`], as texts with their units.
  case outOfRange(String, low: String, high: String)
  /// No time of day of the form `07:30`.
  case notAClock(String)

  // MARK: Distributions

  /// The name before the parenthesis is that of no distribution.
  case wrongDistribution(name: String, allowed: [String], nearest: String?)
  /// Arguments that do not fit; `expected` is the form, such as `erlang(K, MEAN)`.
  case wrongArguments(distribution: String, found: String, expected: String)
  /// Parentheses that do not match, or text after the last one.
  case unbalancedParentheses(String)
  /// Shares that do not add up to 100 %; `found` is their sum, 1 being 100 %.
  case sharesDoNotAddUp(found: Double)
  /// A parameter out of its range.
  case distribution(DistributionFault)

  // MARK: Data files

  /// A fault in a CSV file; the first row below the header is row 2.
  indirect case csv(file: String, row: Int?, column: String?, ScenarioFault)
  /// No such column.
  case missingColumn(String, existing: [String], nearest: String?)
  /// Several columns that could be meant.
  case ambiguousColumn(String)
  /// The header does not say `column (unit)`.
  case columnWithoutUnit(String, allowed: [String])
  /// Quotes that the CSV reader cannot match.
  case csvSyntax(what: String)
  /// A column without a single value.
  case noRows
  /// A cell with nothing in it.
  case emptyCell

  // MARK: Overrides

  /// A `--set` whose path leads nowhere; `path` is the text before `=`.
  case overridePath(path: String, OverrideFault)
}

/// Why a file could not be read.
public enum ReadFailure: Sendable, Equatable {
  /// There is no such file; `nearest` is a file of the folder with a similar name.
  case missing(nearest: String?)
  /// It may not be read by this user.
  case notPermitted
  /// Anything else, in the system's words.
  case other(String)
}

/// What a node of the scenario is.
public enum NodeKind: Sendable, Equatable {
  /// A word, a number, a line of text.
  case text
  /// A list of nodes.
  case list
  /// Keys and their values.
  case mapping
  /// Nothing after the colon or the dash.
  case nothing
}

/// What a number with a unit measures.
public enum QuantityKind: Sendable, Equatable {
  /// A length of time, `5 min`.
  case duration
  /// A share, `15%`.
  case share
  /// Trucks per time, `50 per h`.
  case rate
}

/// Why a `--set` option leads nowhere.
public enum OverrideFault: Error, Sendable, Equatable {
  /// There is no `=` in it.
  case noValue
  /// The path is not keys and `[0]` joined by dots.
  case malformed
  /// No such key where `existing` ones are.
  case noSuchKey(String, existing: [String], nearest: String?)
  /// No item of that name in a list whose items have the `existing` ones.
  case noSuchItem(String, existing: [String], nearest: String?)
  /// An index beyond the `count` items of a list.
  case noSuchIndex(Int, count: Int)
  /// A path that goes on where there is a text, a list or a mapping that it cannot enter.
  case cannotEnter(found: NodeKind, before: String)
}

extension ScenarioFault {
  /// Whether the scenario cannot be read at all (exit status 66), as against a wrong content (65).
  public var isUnreadable: Bool {
    switch self {
    case .cannotRead, .isDirectory: true
    default: false
    }
  }
}
