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
  /// - Precondition: the case has a scenario.
  static func load(_ id: String, overrides: [String] = []) throws -> LoadedScenario {
    guard let text = text(of: id) else {
      preconditionFailure("no scenario for the case \(id)")
    }
    return try load(text, file: "\(id).yaml", data: data, overrides: overrides)
  }

  /// Reads and compiles a text beside which data files lie.
  ///
  /// Data files are looked for in the folder of a scenario: they are laid out in one of their own for
  /// the time of the reading, where the text names any.
  static func load(
    _ text: String,
    file: String,
    data: [(path: String, bytes: [UInt8])],
    overrides: [String] = []
  ) throws -> LoadedScenario {
    guard text.contains(".csv") else { return try parse(text, file, overrides) }
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "kakou-verify-\(UUID().uuidString)")
    defer { try? files.removeItem(at: folder) }
    for (path, bytes) in data {
      let url = folder.appending(path: path)
      try files.createDirectory(
        at: url.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(bytes).write(to: url)
    }
    return try parse(text, folder.appending(path: file).path, overrides)
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
