import Foundation
import Testing

/// The release build of the command line, as a planner runs it.
///
/// Statistical checks need its speed. `swift build -c release --static-swift-stdlib --product kakou` makes it; a missing
/// binary fails the test, it never skips.
struct Kakou {
  /// What a run of the command printed, and how it ended.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The repository.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The binary: `KAKOU` where that is set, else of the release build in the repository.
  static var binary: URL {
    get throws {
      let given = ProcessInfo.processInfo.environment["KAKOU"].map { URL(filePath: $0) }
      let url = given ?? root.appending(path: ".build/release/kakou")
      try #require(
        FileManager.default.isExecutableFile(atPath: url.path),
        "no release binary at \(url.path): swift build -c release --static-swift-stdlib --product kakou"
      )
      return url
    }
  }

  /// A scenario of the repository.
  static func scenario(_ name: String) -> String {
    root.appending(path: "scenarios/\(name).yaml").path
  }

  /// Runs the command in a folder and waits for its end, or interrupts it as Ctrl-C does.
  ///
  /// `environment` has variables beside those of the tests, `patience` is in seconds.
  static func run(
    _ arguments: [String],
    in folder: URL,
    environment: [String: String] = [:],
    interruptedAfter patience: Double? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = try binary
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    let output = folder.appending(path: "stdout-\(UUID().uuidString)")
    let errors = folder.appending(path: "stderr-\(UUID().uuidString)")
    for url in [output, errors] { try Data().write(to: url) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    if let patience {
      Thread.sleep(forTimeInterval: patience)
      process.interrupt()
    }
    process.waitUntilExit()
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : -1,
      output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8)
    )
  }

  /// A folder of its own that goes when the work is done.
  static func inFolder<Value>(_ work: (URL) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "kakou-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try work(folder)
  }
}

/// The part of the JSON output that tests look at.
struct RunOutput: Decodable {
  struct Measure: Decodable {
    let measure: String
    let estimate: Double?
    let halfWidth: Double?
    let confidence: Double
    let replications: Int
    let pooled: Bool?
  }

  let scenario: String
  let run: Int
  let state: String
  let seed: UInt64
  let replications: Int
  let events: UInt64
  let trucks: UInt64
  let fingerprint: String
  let measures: [Measure]

  init(_ text: String) throws {
    self = try JSONDecoder().decode(RunOutput.self, from: Data(text.utf8))
  }

  func measure(_ name: String) throws -> Measure {
    try #require(measures.first { $0.measure == name }, "no measure \(name)")
  }
}
