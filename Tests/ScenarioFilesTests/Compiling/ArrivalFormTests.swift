import ClearanceModel
import EventSimulation
import Foundation
import RandomVariates
import Testing

@testable import ScenarioFiles

/// Waves, states, files and populations, as they come out of the generator.
@Suite struct ArrivalFormTests {
  private static let bursty =
    "rate: {states: [{rate: 10 per h, leave: 0.5 per h}, {rate: 50 per h, leave: 1 per h}]}"

  private func plan(_ flow: String, top: String = "", folder: String = "") throws -> ClearancePlan {
    let text = """
      scenario: arrivals
      runs for: 240 h
      arrivals: {f: {\(flow), procedure: p}}
      procedures: {p: [{delay for: 1 s}]}
      \(top)
      """
    return try LoadedScenario.parse(text, file: "\(folder)/test.yaml").plan
  }

  private func arrivals(_ plan: ClearancePlan, replication: Int = 1) -> [Arrival] {
    var generator = ArrivalGenerator(plan: plan, seed: 1, replication: replication)
    var batch = ArrivalBatch()
    var all: [Arrival] = []
    repeat {
      generator.fill(&batch)
      all += batch.arrivals
    } while !batch.isLast
    #expect(zip(all, all.dropFirst()).allSatisfy { $0.time <= $1.time })
    return all
  }

  /// Counts by hour of the day against the integral of the rate.
  @Test func wave() throws {
    let plan = try plan("rate: {mean: 100 per h, swing: 80%, period: 24 h}")
    guard case .waving(let rate) = plan.flows[0].arrivals else {
      Issue.record("a wave is a wave")
      return
    }
    #expect(rate.swing == 0.8 && rate.period == 86_400e6)
    var counts = Array(repeating: 0, count: 24)
    for arrival in arrivals(plan) {
      counts[Int(arrival.time.microseconds / 3_600_000_000 % 24)] += 1
    }
    var statistic = 0.0
    for hour in 0..<24 {
      let expected =
        10
        * (rate.integral(to: Double(hour + 1) * 3_600e6) - rate.integral(to: Double(hour) * 3_600e6))
      statistic += (Double(counts[hour]) - expected) * (Double(counts[hour]) - expected) / expected
    }
    // Pearson's statistic of 24 Poisson counts: beyond 52 once in 1,000 sets of seeds.
    #expect(statistic < 52)
    // The peak lies between hours 5 and 6; of these equal hours the earlier counts.
    #expect(plan.peakHour == 5)
  }

  /// A period that divides a day has its first peak; one that does not has none.
  @Test(
    arguments: [("12 h", 2), ("6 h", 1), ("48 h", nil), ("5 h", nil), ("7 days", nil)]
      as [(String, Int?)]
  )
  func peakHour(_ period: String, _ hour: Int?) throws {
    #expect(try plan("rate: {mean: 1 per h, swing: 50%, period: \(period)}").peakHour == hour)
  }

  /// The factor moves trucks along the cumulative rate: Λ is multiplied, the trucks are the same.
  @Test func factorOnAWave() throws {
    let flow =
      "rate: {mean: 20 per h, swing: 90%, period: 24 h}, batch: \"discrete(1 = 50%, 2 = 50%)\""
    let (one, three) = (try plan(flow), try plan(flow, top: "demand: {factor: 3}"))
    guard case .waving(let rate) = one.flows[0].arrivals else { return }
    let (before, after) = (arrivals(one), arrivals(three))
    #expect(after.count > 2 * before.count)
    for (a, b) in zip(before, after) {
      let (x, y) = (
        rate.integral(to: Double(a.time.microseconds)),
        rate.integral(to: Double(b.time.microseconds))
      )
      // Times are whole microseconds.
      #expect(abs(x - 3 * y) < 1e-7)
    }
  }

  /// The states are the same whatever the factor; only the trucks within them move.
  @Test func factorOnStates() throws {
    let off =
      "rate: {states: [{rate: 0 per h, leave: 0.5 per h}, {rate: 50 per h, leave: 1 per h}]}"
    let one = arrivals(try plan(off))
    let many = arrivals(try plan(off, top: "demand: {factor: 40}"))
    // With so many trucks the silent hours show: each gap of over 10 min is one of them.
    let times = many.map(\.time.seconds)
    let gaps = zip(times, times.dropFirst()).filter { $1 - $0 > 600 }
    #expect(gaps.count > 40)
    #expect(one.count > 2_000)
    for time in one.map(\.time.seconds) {
      #expect(!gaps.contains { $0.0 + 60 < time && time < $0.1 - 60 })
    }
  }

  /// The mean in the long run and the spread that bursts give: both in closed form.
  @Test func burstsSpread() throws {
    let plan = try plan(Self.bursty)
    guard case .modulated(let rate) = plan.flows[0].arrivals else { return }
    #expect(abs(rate.meanRate * 3_600e6 - (10 * 2 + 50) / 3) < 1e-9)
    let counts = (1...150).map { Double(arrivals(plan, replication: $0).count) }
    let mean = counts.reduce(0, +) / 150
    let variance = counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 149
    // Two states with rates a, b left at p, q: Var N(t) ≈ E N(t) + 2 (a − b)² p q / (p + q)³ · t, less
    // (a − b)² 2pq/(p + q)⁴ (Fischer and Meier-Hellstern, 1993); beginning in the first state takes
    // 40 · (q-share 1/3) / 1.5 trucks off the mean.
    let expected = 240.0 * 70 / 3 - 40 / 3 / 1.5
    let spread = expected + 2 * 1_600 * 0.5 / (1.5 * 1.5 * 1.5) * 240
    // Four standard errors of the mean; a sample variance of 150 varies by 12 %.
    #expect(abs(mean - expected) < 4 * (spread / 150).squareRoot())
    #expect(abs(variance / spread - 1) < 0.4)
  }

  /// A run until empty wants an end; a rate has none, a file has.
  @Test func ends() throws {
    try withFolder { folder in
      _ = try write("time (h)\n1\n2\n".utf8, to: "a.csv", in: folder)
      let wave = "rate: {mean: 1 per h, swing: 5%, period: 1 d}"
      for (flow, ends) in [
        (wave, false), (wave + ", at most: 5", true), (Self.bursty, false),
        (Self.bursty + ", at most: 5", true), ("from: a.csv", true),
      ] {
        let text = """
          scenario: ends
          runs until: empty
          arrivals: {f: {\(flow), procedure: p}}
          procedures: {p: [{delay for: 1 s}]}
          """
        let found = problems(in: text, folder: folder).map(\.fault)
        #expect(found == (ends ? [] : [.endlessFlow(flow: "f")]))
      }
    }
  }

  @Test func population() throws {
    let plan = try plan("population: 7, class: {x: 40%, y: 60%}")
    let all = arrivals(plan)
    #expect(all.map(\.time) == Array(repeating: .zero, count: 7))
    #expect(all.map(\.number) == Array(1...7))
    #expect(plan.flows[0].population == 7)
    #expect(plan.peakHour == nil)
    #expect(try self.plan("rate: 1 per h").flows[0].population == 0)
  }

  /// Times and classes as the file has them; classes by convoy, in the order of the scenario.
  @Test func file() throws {
    try withFolder { folder in
      let csv = "class;time (min)\nb;0\na;0.5\n\nb;0.5\nc;20000\n"
      _ = try write(csv.utf8, to: "a.csv", in: folder)
      let plan = try plan("from: a.csv, batch: 2", top: "classes: [a, b, c]", folder: folder)
      let all = arrivals(plan)
      #expect(all.map(\.time.seconds) == [0, 0, 30, 30, 30, 30])
      #expect(all.map(\.classIndex) == [1, 1, 0, 0, 1, 1])
      #expect(plan.classes == ["a", "b", "c"])
      #expect(plan.flows[0].classes.map(\.classIndex) == [0, 1, 2])
      #expect(plan.flows[0].classes.map(\.below) == [0.25, 0.75, 1])
    }
  }

  /// Without a column of classes the flow's shares hold, and trucks may be present.
  @Test func fileWithoutClasses() throws {
    try withFolder { folder in
      _ = try write("time (h)\n1\n2\n".utf8, to: "a.csv", in: folder)
      let plan = try plan("from: a.csv, class: y", top: "starts with: {f: 2}", folder: folder)
      #expect(arrivals(plan).map(\.time) == [.zero, .zero, .hours(1), .hours(2)])
      #expect(plan.flows[0].classes.count == 1)
    }
  }

  /// Each truck has its row, and that is enough: one row less is refused.
  @Test(arguments: [
    ("at: [0 s, 1 s, 300 h]", "", 3), ("rate: 1 per h, at most: 3", "", 3),
    ("at: [0 s, 1 s]", "starts with: {f: 2}", 4), ("at: [0 s, 1 s], batch: 2, at most: 3", "", 3),
    ("from: times.csv", "", 2),
  ])
  func rowsOfTraces(_ flow: String, _ top: String, _ needed: Int) throws {
    try withFolder { folder in
      _ = try write("time (h)\n1\n2\n".utf8, to: "times.csv", in: folder)
      for rows in [needed, needed - 1] {
        let csv = "t (s)\n" + (1...rows).map { "\($0)\n" }.joined()
        _ = try write(csv.utf8, to: "s.csv", in: folder)
        let laws = [
          "trace(s.csv, t)", "mixture(10% = trace(s.csv, t), 90% = 1 s)", "1 s + trace(s.csv, t)",
        ]
        for law in laws {
          let text = """
            scenario: traces
            runs for: 240 h
            attributes: {x: number}
            arrivals: {f: {\(flow), procedure: p}}
            procedures: {p: [{delay for: "\(law)"}]}
            \(top)
            """
          let fault = ScenarioFault.csv(
            file: "s.csv",
            row: needed + 1,
            column: "t",
            .arrival(.traceTooShort(rows: needed - 1, needed: needed, flow: "f"))
          )
          let found = problems(in: text, folder: folder)
          #expect(found.map(\.fault) == (rows < needed ? [fault] : []), "\(law)")
          #expect(found.allSatisfy { $0.position?.line == 5 })
        }
      }
    }
  }

  /// Where the number of trucks is not known the rows repeat, and `check` says so.
  @Test func repeatingTraces() throws {
    try withFolder { folder in
      _ = try write("t (s),n\n60,1\n30,2\n".utf8, to: "s.csv", in: folder)
      let text = """
        scenario: traces
        runs for: 1 h
        arrivals: {f: {every: "trace(s.csv, t)", batch: "trace(s.csv, n)", procedure: p}}
        procedures: {p: [{delay for: "trace(s.csv, t)"}]}
        """
      let loaded = try LoadedScenario.parse(text, file: "\(folder)/test.yaml")
      #expect(
        loaded.scenario.repeatingTraces == [
          RepeatingTrace(file: "s.csv", column: "t", rows: 2),
          RepeatingTrace(file: "s.csv", column: "n", rows: 2),
        ]
      )
      #expect(arrivals(loaded.plan).prefix(6).map(\.time.seconds) == [60, 90, 90, 150, 180, 180])
    }
  }
}
