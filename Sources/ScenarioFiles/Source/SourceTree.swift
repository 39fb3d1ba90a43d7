/// A scenario file as nodes with their places, before any of its words is understood.
public struct SourceTree: Sendable, Equatable {
  /// The file, as the user named it.
  public let file: String
  /// Its text, as it was read.
  public let text: String
  /// The outermost node, changed by overrides.
  public internal(set) var root: SourceNode

  /// Reads and parses a scenario file.
  ///
  /// - Throws: one problem: the first thing for which the file or its YAML is refused.
  public static func load(path: String) throws(ScenarioProblems) -> SourceTree {
    let source = try SourceText.read(path: path)
    return try parse(source.text, file: path)
  }

  /// Parses the text of a scenario; `file` names it in problems.
  ///
  /// - Throws: one problem: the first thing for which the YAML is refused.
  public static func parse(_ text: String, file: String) throws(ScenarioProblems) -> SourceTree {
    var problems = ProblemList(file: file)
    do throws(LocatedFault) {
      guard let root = try SourceComposer.compose(text) else {
        throw LocatedFault(fault: .isEmpty)
      }
      return SourceTree(file: file, text: text, root: root)
    } catch {
      problems.add(error.fault, at: error.position)
      throw problems.problems
    }
  }
}
