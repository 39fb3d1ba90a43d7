import ClearanceModel
import ClearancePipeline
import ClearanceRecords
import EventSimulation
import Foundation
import OutputAnalysis
import ScenarioFiles
import Testing

/// What holds of every network, on random ones.
///
/// Conservation is checked by each replication itself, and traps. The network at hand then lies in
/// the file whose path was printed; `kakou run` on that file shows it again. A network that breaks another law is printed whole.
@Suite struct LawTests {
  private static let parts = 4
  /// Networks in each part.
  private static let networks = 540

  @Test func networks() async throws {
    let parts = try await withThrowingTaskGroup(of: Census.self) { group in
      for part in 0..<Self.parts { group.addTask { try await Self.part(part) } }
      return try await group.reduce(into: Census()) { $0.merge($1) }
    }
    #expect(parts.networks >= 2_000)
    #expect(parts.refused * 50 < parts.networks, "networks are too often refused: \(parts)")
    // The laws would say little if the networks had no features.
    for word in NetworkFeature.enabled {
      let count = parts.features[word] ?? 0
      #expect(count >= 100, "too few networks use \(word.rawValue): \(parts)")
    }
    #expect(parts.stuck >= 20 && parts.lost >= 300, "\(parts)")
    #expect(parts.events > 500_000, "\(parts)")
  }

  private static func part(_ part: Int) async throws -> Census {
    let process = ProcessInfo.processInfo.processIdentifier
    let file = FileManager.default.temporaryDirectory
      .appending(path: "random-network-\(process)-\(part).yaml")
    // Should a law trap, nothing else can be said any more.
    print("the random network at hand is \(file.path)")
    var census = Census()
    while census.networks < networks {
      let seed = UInt64((census.networks + census.refused) * parts + part)
      let network = RandomNetwork(seed: seed)
      do {
        let loaded = try LoadedScenario.parse(network.text, file: "network.yaml")
        try network.text.write(to: file, atomically: false, encoding: .utf8)
        let broken = try await check(loaded, &census)
        #expect(broken.isEmpty, "\(broken.joined(separator: "\n"))\n\(network.text)")
        census.note(network.features)
      } catch let problems as ScenarioProblems {
        census.refused += 1
        census.refusals.append("\(seed): \(problems)")
        try #require(census.refused < 40, "\(network.text)\n\(census)")
      }
    }
    try FileManager.default.removeItem(at: file)
    return census
  }

  /// The laws that a network breaks.
  private static func check(
    _ loaded: LoadedScenario,
    _ census: inout Census
  ) async throws -> [String] {
    guard let run = DirectRun(loaded, recording: .steps) else { return ["it never ends"] }
    census.note(run.statistics)
    var broken = NetworkLaws(loaded, run).broken
    // Quantiles take most of the time: one network in fifty has them.
    let catalogue =
      census.networks % 50 == 0
      ? MeasureCatalogue(plan: loaded.plan) : try .ofSums(loaded.plan)
    let alone = try await results(loaded, workers: 1, .summary, catalogue)
    let together = try await results(loaded, workers: 8, .intervals, catalogue)
    if alone.map(\.bits) != together.map(\.bits) { broken.append("1 worker = 8 workers") }
    let values = MeasureValues(catalogue, of: run.statistics).values
    if alone.first?.values.map(\.bits) != values.map(\.bits) {
      broken.append("measures depend on what is recorded")
    }
    if alone.first?.fingerprint != run.statistics.fingerprint {
      broken.append("the fingerprint depends on what is recorded")
    }
    guard let again = DirectRun(loaded, recording: .summary) else { return ["it never ends again"] }
    if again.statistics.digest != run.statistics.digest { broken.append("a second run differs") }
    return broken
  }

  private static func results(
    _ loaded: LoadedScenario,
    workers: Int,
    _ recording: RecordingLevel,
    _ catalogue: MeasureCatalogue
  ) async throws -> [ReplicationRecord] {
    let sink = TestSink()
    let pipeline = loaded.pipeline(workers: workers, recording: recording, catalogue: catalogue)
    _ = try await pipeline.run(into: sink)
    return sink.state.records.sorted { $0.number < $1.number }
  }
}

/// How many networks have what.
private struct Census: CustomStringConvertible {
  var networks = 0
  var refused = 0
  var refusals: [String] = []
  var features: [NetworkFeature: Int] = [:]
  var events: UInt64 = 0
  var stuck = 0
  var lost = 0
  var reneged = 0
  var blocked = 0
  var deadlocks = 0

  mutating func note(_ words: Set<NetworkFeature>) {
    networks += 1
    for word in NetworkFeature.allCases where words.contains(word) {
      features[word, default: 0] += 1
    }
  }

  mutating func note(_ statistics: ReplicationStatistics) {
    events += statistics.fingerprint.count
    if statistics.isStuck { stuck += 1 }
    if statistics.flowCounts.contains(where: { $0.reneged > 0 }) { reneged += 1 }
    if !statistics.deadlock.isEmpty { deadlocks += 1 }
    let blocked = statistics.places.lazy.flatMap(\.blocked)
    if blocked.contains(where: { $0.tally.positiveCount > 0 }) { self.blocked += 1 }
    if statistics.flowCounts.contains(where: { $0.lost > 0 }) { lost += 1 }
  }

  mutating func merge(_ other: Census) {
    networks += other.networks
    refused += other.refused
    refusals += other.refusals
    events += other.events
    stuck += other.stuck
    lost += other.lost
    reneged += other.reneged
    blocked += other.blocked
    deadlocks += other.deadlocks
    for word in NetworkFeature.allCases { features[word, default: 0] += other.features[word] ?? 0 }
  }

  var description: String {
    let words = NetworkFeature.enabled.map { "\($0.rawValue) \(features[$0] ?? 0)" }
    return """
      \(networks) networks, \(refused) refused, \(events) events, \(stuck) stuck, \(lost) with losses, \(reneged) with reneging, \(blocked) with blocking, \(deadlocks) with a deadlock
      \(words.joined(separator: ", "))
      \(refusals.joined(separator: "\n"))
      """
  }
}

extension Double? {
  fileprivate var bits: UInt64? { map(\.bitPattern) }
}

extension ReplicationRecord {
  /// All it says; two values that are no numbers are alike.
  fileprivate var bits: [UInt64?] {
    [UInt64(number), events, trucks, fingerprint.value] + values.map(\.bits)
  }
}

extension MeasureCatalogue {
  /// Some measures of stations, lanes and flows that are sums, levels and counts.
  fileprivate static func ofSums(_ plan: ClearancePlan) throws -> MeasureCatalogue {
    var names = ["zone.present.mean", "zone.clearance.mean", "zone.lost.count"]
    for place in plan.places {
      names += ["wait.mean", "service.sd", "queue.mean", "present.max", "departures.count"].map {
        "\(place.name).\($0)"
      }
    }
    for flow in plan.flows { names.append("flow.\(flow.name).clearance.mean") }
    return try MeasureCatalogue(plan: plan, names: names)
  }
}
