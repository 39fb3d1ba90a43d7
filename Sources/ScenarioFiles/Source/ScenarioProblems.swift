/// One fault and its place.
public struct ScenarioProblem: Sendable, Equatable {
  /// The scenario file, as the user named it, or the file of a procedure.
  public var file: String
  /// The place, or nil where the whole file is meant.
  public var position: SourcePosition?
  /// What is wrong.
  public var fault: ScenarioFault

  /// Creates a problem from its parts.
  public init(file: String, position: SourcePosition?, fault: ScenarioFault) {
    self.file = file
    self.position = position
    self.fault = fault
  }
}

/// All that is wrong with a scenario; never empty.
public struct ScenarioProblems: Error, Sendable, Equatable {
  /// The problems: of the whole file, by line and column, of other files, then of the options as they were given.
  public let problems: [ScenarioProblem]

  /// Whether the scenario could not be read at all: exit status 66 instead of 65.
  public var isUnreadable: Bool { problems.contains { $0.fault.isUnreadable } }
}

/// Collects the faults of one file, so that all of them can be reported together.
public struct ProblemList: Sendable {
  /// The file that the faults belong to.
  public let file: String
  private var found: [ScenarioProblem] = []

  /// Creates an empty list for a file.
  public init(file: String) {
    self.file = file
  }

  /// Whether nothing is wrong so far.
  public var isEmpty: Bool { found.isEmpty }

  /// Notes a fault at a position, or of the whole file.
  ///
  /// The same fault at the same place counts once: a procedure may be read several times.
  public mutating func add(_ fault: ScenarioFault, at position: SourcePosition?) {
    var place = position
    place?.file = nil
    note(ScenarioProblem(file: position?.file ?? file, position: place, fault: fault))
  }

  /// Notes the problems of another file.
  mutating func add(_ problems: ScenarioProblems) {
    for problem in problems.problems { note(problem) }
  }

  private mutating func note(_ problem: ScenarioProblem) {
    let isKnown = found.contains { other in
      if other == problem { return true }
      // Whatever else is wrong there comes of it.
      guard case .attribute(.unboundParameter) = other.fault else { return false }
      return other.position == problem.position && other.file == problem.file
    }
    if !isKnown { found.append(problem) }
  }

  /// The value of `body`, or nil and a problem at `position`.
  public mutating func value<Value>(
    at position: SourcePosition?,
    _ body: () throws(ScenarioFault) -> Value
  ) -> Value? {
    do {
      return try body()
    } catch {
      add(error, at: position)
      return nil
    }
  }

  /// What was found, sorted; of one position in the order in which it was found.
  public var problems: ScenarioProblems {
    let sorted = found.enumerated().sorted { a, b in
      (rank(a.element), a.offset) < (rank(b.element), b.offset)
    }
    return ScenarioProblems(problems: sorted.map(\.element))
  }

  /// Throws what was found, if anything.
  public func check() throws(ScenarioProblems) {
    if !isEmpty { throw problems }
  }

  /// Whole file, then file by position, then other files by name, then options: an option has no
  /// place among the lines.
  private func rank(_ problem: ScenarioProblem) -> Rank {
    let other = problem.file == file ? "" : problem.file
    let part = other.isEmpty ? 0 : 2
    guard let position = problem.position else {
      return Rank(part: part, file: other, line: 0, column: 0)
    }
    guard position.override == nil else { return Rank(part: 3, file: "", line: 0, column: 0) }
    return Rank(part: max(part, 1), file: other, line: position.line, column: position.column)
  }

  private struct Rank: Comparable {
    var part: Int
    var file: String
    var line: Int
    var column: Int

    static func < (a: Rank, b: Rank) -> Bool {
      (a.part, a.file, a.line, a.column) < (b.part, b.file, b.line, b.column)
    }
  }
}
