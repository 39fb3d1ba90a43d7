import Foundation
import ScenarioFiles
import Testing

@testable import Studies

@Suite("kakou size")
struct SizeStudyTests {
  private func options(
    _ levers: [String],
    _ targets: [String],
    in folder: URL
  ) throws -> SizeOptions {
    let file = folder.appending(path: "gate.yaml")
    try Data(sizeScenario.utf8).write(to: file)
    var run = RunOptions(scenario: file.path)
    run.workers = 2
    var options = SizeOptions(run)
    options.levers = levers
    options.targets = targets
    options.isRecorded = false
    return options
  }

  private func inFolder<Value>(
    _ work: (URL) async throws -> Value
  ) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "size-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await work(folder)
  }

  @Test("least servers known by Erlang's formula, and the overloaded are not simulated")
  func least() async throws {
    let result = try await inFolder { folder in
      // M/M/c at 3.33 erlangs: 3.95 min with four servers, 0.78 min with five.
      var options = try options(
        ["stations.gate.servers=1..8"],
        ["gate.wait.mean <= 2 min"],
        in: folder
      )
      options.run.days = 3
      return try await SizeStudy.size(options, version: "test")
    }
    let answer = try #require(result.answer)
    #expect(result.tried[answer].settings.map(\.number) == [5])
    #expect(result.isProven && result.isFeasible)
    #expect(result.failing.map { result.tried[$0].settings[0].number } == [4])
    for point in result.tried where point.settings[0].number < 3.33 {
      #expect(point.overload != nil && point.replications == 0)
    }
  }

  @Test("the same bits for one worker and for several")
  func workers() async throws {
    let texts = try await inFolder { folder in
      var options = try options(
        ["stations.gate.servers=4..6"],
        ["gate.wait.mean <= 2 min"],
        in: folder
      )
      options.run.days = 2
      var texts: [String] = []
      for workers in [1, 3] {
        options.run.workers = workers
        let result = try await SizeStudy.size(options, version: "test")
        texts.append("\(result.tried)")
      }
      return texts
    }
    #expect(texts[0] == texts[1])
  }

  @Test(
    "wrong questions",
    arguments: [
      (["stations.gate.servers=0..3"], ["gate.wait.mean <= 2 min"]),
      (["stations.gat.servers=1..3"], ["gate.wait.mean <= 2 min"]),
      (["stations.gate.serverz=1..3"], ["gate.wait.mean <= 2 min"]),
    ]
  )
  func refused(levers: [String], targets: [String]) async throws {
    try await inFolder { folder in
      let options = try options(levers, targets, in: folder)
      do {
        _ = try await SizeStudy.size(options, version: "test")
        Issue.record("not refused")
      } catch StudyError.size(.lever(let text, .refused)) {
        #expect(text == levers[0])
      }
    }
  }

  @Test("a range whose ends read alike, and equal shares, prove nothing")
  func nothingProven() async throws {
    try await inFolder { folder in
      var most = try options([], ["gate.wait.mean <= 10 min"], in: folder)
      most.most = "demand.factor=1..1.0000001"
      await #expect(throws: StudyError.self) { try await SizeStudy.size(most, version: "test") }
      var shares = try options(
        ["stations.gate.servers=9..9"],
        ["gate.wait.share-within-10h >= 99.9%"],
        in: folder
      )
      shares.run.replications = 10
      let result = try await SizeStudy.size(shares, version: "test")
      let point = try #require(result.tried.last)
      #expect(point.outcomes.map(\.estimate) == [1])
      #expect(!point.isProven)
    }
  }

  @Test("questions without levers or targets, and standards of a scenario without any")
  func incomplete() async throws {
    try await inFolder { folder in
      let lever = "stations.gate.servers=1..3"
      let questions: [([String], [String], SizeFault)] = [
        ([], ["gate.wait.mean <= 2 min"], .noLever), ([lever], [], .noTarget),
        ([lever], ["standards"], .target("standards", .noStandards)),
      ]
      for (levers, targets, fault) in questions {
        let options = try options(levers, targets, in: folder)
        await #expect(throws: StudyError.size(fault)) {
          try await SizeStudy.size(options, version: "test")
        }
      }
      var growth = try options([], ["gate.wait.mean <= 2 min"], in: folder)
      growth.most = "stations.gate"
      await #expect(
        throws: StudyError.size(.growth("stations.gate", .noStart(key: "stations.gate")))
      ) {
        try await SizeStudy.size(growth, version: "test")
      }
    }
  }

  @Test("the most demand of one server: Pollaczek and Khinchine know it")
  func most() async throws {
    let result = try await inFolder { folder in
      var options = try options([], ["gate.wait.mean <= 12 min"], in: folder)
      // M/M/1 with services of 4 min: the wait is 12 min at a load of 3/4, that is 1.5 times 7.5 per h.
      options.run.overrides = ["stations.gate.servers=1", "arrivals.trucks.rate=7.5 per h"]
      options.run.replications = 40
      options.most = "demand.factor"
      options.resolution = 0.1
      return try await SizeStudy.size(options, version: "test")
    }
    let holds = try #require(result.answer.map { result.tried[$0].settings[0].number })
    let fails = try #require(result.failing.first.map { result.tried[$0].settings[0].number })
    #expect(holds >= 1.3 && holds <= 1.6 && fails > holds && fails <= 1.7, "\(holds) \(fails)")
  }

  @Test("the cases of verification agree with their formulas", arguments: ["SIZE-01", "SIZE-08"])
  func cases(id: String) async throws {
    let known = try #require(SizeCase.all.first { $0.exact.id == id })
    let findings = try await known.findings(seed: 1, workers: 2, days: 3)
    #expect(findings.map(\.estimate) == known.exact.values.map(\.exact))
  }

  @Test("the answers of all cases are distinct from what is next to them")
  func answers() {
    let answers = SizeCase.all.map { $0.exact.values.map(\.exact) }
    #expect(answers == [[5], [13], [25], [8], [11], [17], [8], [6], [8], [13], [5, 7]])
  }
}
