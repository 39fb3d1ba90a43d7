import ClearanceModel
import ClearanceRecords
import EventSimulation
import Foundation
import Testing

@testable import ScenarioFiles

/// The shipped scenarios with some bytes changed: they load or are refused, and what loads runs.
@Suite struct MutantTests {
  private static let files = ["four-lane-gate", "manual-or-automatic", "qinhuangdao-gates"]

  private static func text(_ name: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "scenarios/\(name).yaml"), encoding: .utf8)
  }

  /// Comments make half of the files and would take half of the changes.
  private static func withoutComments(_ text: String) -> [UInt8] {
    let lines = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("#") }
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// One change or two: of a byte, of a digit, of a piece left out or copied from elsewhere.
  private static func mutant(_ original: [UInt8], _ random: inout TestRandom) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let signs = Array("0123456789.,:%-()[]{}= \n".utf8)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
      case 1: bytes[place] = signs.randomElement(using: &random) ?? 48
      case 2:
        let digit = bytes[place...].firstIndex { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        let run = repeatElement(UInt8.random(in: 48...57, using: &random), count: 1)
        bytes.insert(contentsOf: run, at: digit ?? place)
      case 3:
        bytes.removeSubrange(
          place..<min(place + Int.random(in: 1...8, using: &random), bytes.count)
        )
      default:
        let from = Int.random(in: 0..<bytes.count, using: &random)
        bytes.insert(contentsOf: bytes[from..<min(from + 12, bytes.count)], at: place)
      }
    }
    return bytes
  }

  @Test(arguments: files)
  func mutants(_ name: String) throws {
    try check(Self.withoutComments(Self.text(name)))
  }

  @Test func mutantsOfExpressions() throws {
    try check(Array(Self.attributes.utf8))
  }

  @Test func mutantsOfArrivals() throws {
    try check(Array(Self.arrivals.utf8))
  }

  private static let arrivals = """
    scenario: arrivals
    runs for: 5 d
    classes: [aeo, ordinary]
    stations:
      gate: {servers: 2, capacity: 9}
      dock: {servers: 1}
    arrivals:
      shuttles: {population: 10, class: {aeo: 30%, ordinary: 70%}, procedure: tour}
      waving: {rate: {mean: 20 per h, swing: 50%, period: 24 h}, at most: 300, procedure: pass}
      bursty:
        rate:
          states:
            - {rate: 10 per h, leave: 0.5 per h}
            - {rate: 50 per h, leave: 1 per h}
        batch: discrete(1 = 50%, 2 = 50%)
        procedure: pass
    starts with: {waving: 3}
    procedures:
      pass:
        - serve at: gate
          for: exponential(2 min)
      tour:
        - serve at: dock
          for: exponential(3 min)
        - delay for: uniform(30 min, 50 min)
    """

  private static let attributes = """
    scenario: attributes
    runs for: 5 d
    attributes:
      vehicle: [van, truck, semi]
      targeted: [no, yes]
      length: length
      measured: weight
      form: {draft: [sent], sent: [back, passed], back: [sent], passed: []}
    stations:
      gate:
        queue space: 120 m
        properties: {pass: "lognormal(mean = 20 s, sd = 5 s)", by hand: 0}
        lanes:
          - {name: l1, takes: {vehicle: [van, truck]}}
          - {name: l2, properties: {pass: 2 * exponential(5 s), by hand: 1}}
      yard: {servers: 2}
    arrivals:
      goods: {rate: 40 per h, procedure: enter}
    procedures:
      enter:
        - set:
            vehicle: discrete(van = 25%, truck = 35%, semi = 40%)
            targeted: vehicle(van = no, otherwise = chance(2%))
            length: vehicle(van = 7 m, truck = 12 m, semi = 19 m)
            measured: vehicle(van = 3.2 t, otherwise = 12 t) + uniform(0 t, 20 t)
          drawn: per lot
        - {name: send, set: {form: sent}}
        - {serve at: gate, for: pass at gate * (1 + 2 * by hand at gate)}
        - choose:
            - {share: 10%, do: [{set: {form: back}}], go to: send}
        - choose:
            - when: targeted = yes or measured > 12 t and open at yard > 0 and 1 > 0
              do:
                - {serve at: yard, for: 1 min + measured / 1 t * exponential(4 s)}
            - {when: form = sent, do: [{set: {form: passed}}]}
    """

  private func check(_ original: [UInt8]) throws {
    var loadedCount = 0
    var events: UInt64 = 0
    for seed in 0..<1_000 as Range<UInt64> {
      var random = TestRandom(state: seed)
      let text = String(decoding: Self.mutant(original, &random), as: UTF8.self)
      let start = ContinuousClock.now
      do throws(ScenarioProblems) {
        let loaded = try LoadedScenario.parse(text, file: "mutant.yaml")
        loadedCount += 1
        events += Self.run(loaded.plan)
      } catch {
        #expect(!error.problems.isEmpty)
      }
      // Ten thousand times what a load and a short run take.
      #expect(ContinuousClock.now - start < .seconds(20), "seed \(seed): \(text)")
    }
    // Both outcomes are met, or the changes are too mild or too wild.
    #expect(100...900 ~= loadedCount)
    #expect(events > 500)
  }

  /// Runs an hour in the middle of the day, at most 500 arrivals and 5,000 events.
  private static func run(_ plan: ClearancePlan) -> UInt64 {
    var plan = plan
    plan.horizon = .hours(1)
    plan.warmUp = .minutes(10)
    plan.recordingInterval = max(plan.recordingInterval, .minutes(1))
    for index in plan.flows.indices {
      plan.flows[index].atMost = min(plan.flows[index].atMost, 250)
      plan.flows[index].presentAtStart = min(plan.flows[index].presentAtStart, 20)
    }
    var generator = ArrivalGenerator(plan: plan, seed: 1, replication: 1)
    var replication = Replication(plan: plan, seed: 1, number: 1, recording: .steps)
    var batch = ArrivalBatch()
    generator.fill(&batch)
    var position = 0
    var rows = RecordBatch(replication: 1)
    while replication.events < 5_000 {
      switch replication.advance(through: batch, from: &position, atMost: 1_000) {
      case .needsArrivals:
        generator.fill(&batch)
        position = 0
      case .rowsAreFull: replication.exchangeRows(&rows)
      case .tookItsTurn: continue
      case .ended: return replication.finish().fingerprint.count
      }
    }
    return replication.events
  }
}
