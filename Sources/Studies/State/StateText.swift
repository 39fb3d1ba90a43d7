import ScenarioFiles

/// The text of a state, and what it was read from.
public struct StateText: Sendable, Equatable {
  /// The file, as the user named it.
  public var file: String
  /// What it says.
  public var text: String

  /// A text from its parts.
  public init(file: String, text: String) {
    self.file = file
    self.text = text
  }

  /// Reads a state that somebody has written.
  ///
  /// - Throws: ``StudyError/scenario(_:)`` where the file cannot be read.
  public static func read(path: String) throws(StudyError) -> StateText {
    do {
      return StateText(file: path, text: try SourceText.read(path: path).text)
    } catch {
      throw .scenario(error)
    }
  }
}
