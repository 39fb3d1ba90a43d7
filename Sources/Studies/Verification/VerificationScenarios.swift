import Foundation
import ScenarioFiles

/// The scenarios of the exact cases, which are inside the program.
public enum VerificationScenarios {
  /// The text of a case's scenario; nil for a case that has none.
  public static func text(of id: String) -> String? {
    scenarios.first { $0.id == id }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// Reads and compiles the scenario of a case.
  ///
  /// Data files are looked for beside a scenario: they are laid out in a folder of their own for the
  /// time of the reading, where there are any.
  ///
  /// - Precondition: the case has a scenario.
  static func load(
    _ id: String,
    overrides: [String] = []
  ) throws -> LoadedScenario {
    guard let text = text(of: id) else {
      preconditionFailure("no scenario for the case \(id)")
    }
    guard text.contains(".csv") else { return try parse(text, "\(id).yaml", overrides) }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "kakou-verify-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, bytes) in data {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(bytes).write(to: file)
    }
    return try parse(text, folder.appending(path: "\(id).yaml").path, overrides)
  }

  private static func parse(
    _ text: String,
    _ file: String,
    _ overrides: [String]
  ) throws(StudyError) -> LoadedScenario {
    do {
      return try LoadedScenario.parse(text, file: file, overrides: overrides)
    } catch {
      throw .scenario(error)
    }
  }
}
