import ClearanceModel
import EventSimulation
import RandomVariates
import Testing

@testable import ScenarioFiles

/// Forms of arrivals, as they come out of the generator.
@Suite struct ArrivalPlanTests {
  private func arrivals(
    _ flow: String,
    top: String = "runs for: 100 h",
    factor: Double = 1
  ) throws -> [Arrival] {
    let text = """
      scenario: arrivals
      \(top)
      demand: {factor: \(factor)}
      arrivals: {f: {\(flow), procedure: p}}
      procedures: {p: [{delay for: 1 s}]}
      """
    let plan = try LoadedScenario.parse(text, file: "test.yaml").plan
    var generator = ArrivalGenerator(plan: plan, seed: 1, replication: 1)
    var batch = ArrivalBatch()
    var all: [Arrival] = []
    repeat {
      generator.fill(&batch)
      #expect(batch.arrivals.count <= ArrivalBatch.capacity)
      all += batch.arrivals
    } while !batch.isLast
    #expect(all.map(\.number) == Array(1...UInt32(max(1, all.count))).prefix(all.count).map { $0 })
    #expect(zip(all, all.dropFirst()).allSatisfy { $0.time <= $1.time })
    return all
  }

  @Test func poisson() throws {
    let all = try arrivals("rate: 100 per h")
    // 10,000 expected; a Poisson count stays within four standard deviations.
    #expect(abs(all.count - 10_000) < 400)
    #expect(all.allSatisfy { $0.time < .hours(100) })
  }

  /// The same process whatever the unit.
  @Test(arguments: ["1 per min", "1440 per d", "10080 per week"])
  func units(_ rate: String) throws {
    let counts = try ["60 per h", rate].map { try arrivals("rate: \($0)").count }
    #expect(counts[0] == counts[1])
  }

  @Test func renewal() throws {
    let all = try arrivals("every: constant(30 min)")
    #expect(all.map(\.time) == (1..<200).map { SimulatedTime.minutes(30 * $0) })
    let twice = try arrivals("every: constant(30 min)", factor: 2)
    #expect(twice.map(\.time) == (1..<400).map { SimulatedTime.minutes(15 * $0) })
  }

  @Test func listed() throws {
    let all = try arrivals("at: [5 min, 0 s, 0 s, 100 h]", factor: 3)
    #expect(all.map(\.time) == [.zero, .zero, .minutes(5)])
  }

  /// Arrivals follow the profile: the counts of its hours, and none where the rate is 0.
  @Test(arguments: [("yes", 25), ("no", 1)])
  func profile(_ repeats: String, _ rounds: Int) throws {
    let all = try arrivals("profile: {per h: [90, 0, 300, 60], step: 1 h, repeats: \(repeats)}")
    var counts = [0, 0, 0, 0]
    for arrival in all { counts[Int(arrival.time.microseconds / 3_600_000_000 % 4)] += 1 }
    for (count, rate) in zip(counts, [90, 0, 300, 60]) {
      let expected = Double(rate * rounds)
      // Four standard deviations of a Poisson count.
      #expect(abs(Double(count) - expected) <= 4 * expected.squareRoot())
    }
  }

  @Test func atMostAndBatches() throws {
    #expect(try arrivals("rate: 100 per h, at most: 17").count == 17)
    let convoys = try arrivals("at: [1 s, 2 s], batch: 3, at most: 5")
    #expect(convoys.map(\.time.seconds) == [1, 1, 1, 2, 2])
  }

  /// A rate may be as small or a gap as long as a number can be: then nobody comes.
  @Test(arguments: [
    "rate: 0.0000000000000000000000000000000000000001 per week", "every: 100000000 d",
    "every: \"lognormal(mean = 1 d, cv = 1000000)\"",
    "profile: {per h: [1e-300], step: 1 us, repeats: yes}",
    "rate: {mean: 0.0000000000000000000000000000000001 per week, swing: 100%, period: 1 us}",
    "rate: {mean: 1 per h, swing: 100%, period: 106751991 d}",
    "rate: {states: [{rate: 0 per h, leave: 1 per h}, {rate: 0.000000001 per h, leave: 1 per h}]}",
  ])
  func extremes(_ flow: String) throws {
    for factor in [1, 1e-300] {
      #expect(try arrivals(flow, factor: factor).count < 3_000)
    }
  }

  /// Times as late as the clock goes.
  @Test func longestRun() throws {
    for top in [
      "runs for: 9223372036854775807 us\nwarm up: 9223372036854775806 us",
      "runs for: 106751991 d\nwarm up: 106751990 d",
    ] {
      let profile = "profile: {per h: [1e-9, 0], step: 53375995 d, repeats: yes}"
      #expect(try arrivals(profile, top: top).count < 10_000)
    }
    let text = acceptedGate.replacing("10 h", with: "1 h\nwarm up: 106751991 d")
    #expect(problems(in: text).map(\.fault) == [.warmUpTooLong(horizon: "1 h")])
  }

  /// One attribute of the factor: it moves trucks in time and leaves all else alone.
  @Test func demandFactor() throws {
    let flow = "rate: 10 per h, batch: \"discrete(1 = 50%, 3 = 50%)\", class: {x: 40%, y: 60%}"
    let before = try arrivals(flow)
    let after = try arrivals(flow, factor: 4)
    #expect(after.count > 3 * before.count)
    #expect(before.map(\.classIndex) == after.prefix(before.count).map(\.classIndex))
    for (one, four) in zip(before, after) {
      #expect(abs(one.time.seconds - 4 * four.time.seconds) < 1e-5)
    }
  }
}
