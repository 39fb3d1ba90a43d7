import Foundation
import ScenarioFiles
import Testing

@testable import Reports
@testable import Studies

/// Rosters by the hour of scenarios whose answer is known.
@Suite struct RosterStudyTests {
  private func inFolder<Value>(
    _ scenario: String,
    _ work: (SizeOptions) async throws -> Value
  ) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "gate.yaml")
    try Data(scenario.utf8).write(to: file)
    var run = RunOptions(scenario: file.path)
    run.workers = 2
    var options = SizeOptions(run)
    options.isRecorded = false
    return try await work(options)
  }

  /// Ten an hour by night and forty by day, who take two minutes each.
  private static let twoLevels = """
    scenario: two levels
    runs for: 11 d
    warm up: 1 d
    seed: 5
    stations: {gate: {servers: 3}}
    arrivals:
      trucks: {profile: {per h: [10, 40], step: 12 h, repeats: yes}, procedure: p}
    procedures:
      p:
        - serve at: gate
          for: exponential(2 min)
    standards:
      queue: {at: gate, wait within: 4 min, share: 80%}
    """

  /// Hours are long against services: each hour needs what Erlang's formula says of its rate.
  @Test func twoLevelsOfDemand() async throws {
    func least(_ erlangs: Double) -> Int? {
      (1...6).first { servers in
        let formulas = ErlangFormulas(servers: servers, offered: erlangs)
        return formulas.load < 1 && formulas.wait * 120 <= 180
      }
    }
    #expect(least(10.0 / 30) == 1 && least(40.0 / 30) == 2)
    let result = try await inFolder(Self.twoLevels) { options in
      var options = options
      options.targets = ["gate.wait.mean <= 3 min"]
      // Far from the limits ten replications decide by the estimate; a proof takes hundreds.
      options.run.replications = 10
      options.run.days = 4
      return try await RosterStudy.roster(
        options,
        byHour: "stations.gate.servers=1..2",
        version: "t"
      )
    }
    #expect(result.constant == 2)
    #expect(result.roster == Array(repeating: 1, count: 12) + Array(repeating: 2, count: 12))
    #expect(result.serverHours == 36 && result.saved == 12)
    for hour in result.hours {
      // Thirty days of a Poisson flow: four standard errors.
      let rate = hour.hour < 12 ? 10.0 : 40
      #expect(abs(hour.arrivals - rate) < 4 * (rate / 30).squareRoot())
      #expect((hour.floor == .lowest) == (hour.hour < 12))
      #expect(hour.isKept == [true])
    }
    let english = RosterText.text(result, .en)
    #expect(
      english.contains("36 hours a day instead of 48 hours with 2 all day: 12 hours saved (25.0%).")
    )
    #expect(
      english.contains(
        "  servers:\n    - {from: 0 h, count: 1}\n    - {from: 12 h, count: 2}\n  repeats every: 24 h"
      ),
      "\(english)"
    )
    #expect(RosterText.text(result, .zh).contains("36个工时"))
    let json = RosterJSON.text(result, version: "1")
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(object?["constant"] as? Int == 2 && object?["savedHours"] as? Int == 12)
    #expect((object?["roster"] as? [Int])?.reduce(0, +) == 36)
  }

  @Test func sameForAnyNumberOfWorkers() async throws {
    let texts = try await inFolder(Self.twoLevels) { options in
      var options = options
      options.targets = ["standards"]
      options.run.replications = 10
      options.run.days = 4
      var texts: [String] = []
      for workers in [1, 3] {
        options.run.workers = workers
        let result = try await RosterStudy.roster(
          options,
          byHour: "stations.gate.servers=1..3",
          version: "t"
        )
        texts.append(RosterJSON.text(result, version: "1"))
      }
      return texts
    }
    #expect(texts[0] == texts[1])
    #expect(texts[0].contains("gate.wait.hour-13-share-within-4min"))
  }

  /// Known arrivals, known services: the roster is the least by trying all.
  @Test func bruteForce() async throws {
    // Four come at 6:00, and two at 7:00, each to be served within 20 minutes; nobody else.
    let scenario = """
      scenario: known
      runs for: 2 d
      warm up: 1 d
      stations: {gate: {servers: 1}}
      arrivals:
        a: {at: [30 h, 30 h, 30 h, 30 h, 31 h, 31 h], procedure: p}
      procedures:
        p:
          - serve at: gate
            for: 20 min
      """
    let result = try await inFolder(scenario) { options in
      var options = options
      options.targets = ["gate.wait.max <= 25 min"]
      options.run.replications = 4
      return try await RosterStudy.roster(
        options,
        byHour: "stations.gate.servers=0..5",
        version: "t"
      )
    }
    // All of 6:00 begin by 6:20 with two servers; of 7:00 one begins by 7:20 with one server.
    #expect(result.constant == 2)
    // Hours in which nobody was seen are not closed.
    var least = Array(repeating: 1, count: 24)
    least[6] = 2
    #expect(result.roster == least)
    #expect(result.hours[6].arrivals == 4 && result.hours[8].arrivals == 0)
    #expect(result.hours[8].isKept == [nil])
  }

  @Test func notEnough() async throws {
    let result = try await inFolder(Self.twoLevels) { options in
      var options = options
      options.targets = ["gate.wait.mean <= 90 s", "zone.present.mean <= 1000"]
      options.run.replications = 10
      return try await RosterStudy.roster(
        options,
        byHour: "stations.gate.servers=1..1",
        version: "t"
      )
    }
    #expect(!result.isFeasible && result.saved == 0)
    let english = RosterText.text(result, .en)
    #expect(english.contains("Even 1 all day do not keep the targets."), "\(english)")
    #expect(english.contains("They are missed in the hours"), "\(english)")
    #expect(english.contains("Over the whole day zone.present.mean is"), "\(english)")
    #expect(RosterJSON.text(result, version: "1").contains("\"roster\": null"))
  }

  @Test(arguments: [
    ("stations.gate.servers=1..4", "zone.present.mean <= 4", "noWait"),
    ("stations.gat.servers=1..4", "gate.wait.mean <= 4 min", "refused"),
    ("stations.gate.servers=1..4", "gate.wait.mean", "target"),
  ])
  func refused(_ byHour: String, _ target: String, _ word: String) async throws {
    let error = try await inFolder(Self.twoLevels) { options in
      var options = options
      options.targets = [target]
      do {
        _ = try await RosterStudy.roster(options, byHour: byHour, version: "t")
        return "nothing"
      } catch {
        return "\(error)" + Wording(.en).studyError(error as? StudyError ?? .size(.noTarget))
          + Wording(.zh).studyError(error as? StudyError ?? .size(.noTarget))
      }
    }
    #expect(error.contains(word), "\(error)")
  }
}
