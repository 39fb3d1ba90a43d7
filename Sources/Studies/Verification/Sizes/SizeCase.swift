import Foundation

/// A question to `kakou size` whose answer theory knows.
struct SizeCase: Sendable {
  /// Name, model, source, and the answer.
  let exact: ExactCase
  /// The scenario file.
  let scenario: String
  /// The levers, as `--lever` takes them; their keys are the measures of the values.
  let levers: [String]
  /// The target, as `--target` takes it.
  let target: String

  /// The confidence that is asked: of the eleven answers all are right with a chance of 99 %.
  static let confidence = 0.999

  /// What `kakou size` answers: one finding for each value, and nothing where it finds no answer.
  ///
  /// - Parameters:
  ///   - seed: of all draws.
  ///   - workers: replications side by side.
  ///   - days: length of the runs instead of the case's own.
  /// - Returns: the findings in the order of the values.
  /// - Throws: ``StudyError`` where the question is wrong, which is a fault of the program.
  func findings(seed: UInt64, workers: Int, days: Int? = nil) async throws -> [Finding] {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "kakou-size-\(UUID().uuidString)")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? files.removeItem(at: folder) }
    let file = folder.appending(path: "\(exact.id).yaml")
    try Data(scenario.utf8).write(to: file)
    var run = RunOptions(scenario: file.path)
    run.seed = seed
    run.days = days
    run.workers = workers
    var options = SizeOptions(run)
    options.isRecorded = false
    options.levers = levers
    options.targets = [target]
    options.confidence = Self.confidence
    let result = try await SizeStudy.size(options, version: "")
    let answer = result.answer.map { result.tried[$0] }
    return exact.values.map { value in
      let setting = answer?.settings.first { $0.key == value.measure }
      return Finding(
        estimate: setting?.number,
        halfWidth: nil,
        replications: answer?.replications ?? 0
      )
    }
  }
}
