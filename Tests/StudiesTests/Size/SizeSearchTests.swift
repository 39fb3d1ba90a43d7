import ClearanceRecords
import OutputAnalysis
import ScenarioFiles
import Testing

@testable import Studies

@Suite("The search for the least and the most")
struct SizeSearchTests {
  /// Points whose expectations are known; intervals shrink as those of a simulation do.
  private struct Known: PointSimulator {
    /// The spread of a replication.
    var spread = 0.0
    var overloaded: @Sendable ([String]) -> Bool = { _ in false }
    let mean: @Sendable ([String]) -> [Double?]

    func estimates(
      _ assignments: [String],
      replications: Int,
      of measures: [String],
      confidence: Double
    ) async throws -> [MeasureRecord] {
      zip(measures, mean(assignments)).map { measure, mean in
        MeasureRecord(
          name: measure,
          unit: "s",
          estimate: mean,
          halfWidth: mean == nil ? nil : 3 * spread / Double(replications).squareRoot(),
          confidence: confidence,
          replications: mean == nil ? 0 : replications,
          pooled: false
        )
      }
    }

    func overload(_ assignments: [String]) async throws -> Overload? {
      overloaded(assignments) ? Overload(place: "gate", load: 1.5) : nil
    }
  }

  private let target = Target(measure: "gate.wait.mean", side: .atMost, limit: 100, unit: "s")

  private func question(_ targets: [Target]? = nil, ceiling: Int = 1280) -> SizeQuestion {
    SizeQuestion(targets: targets ?? [target], ceiling: ceiling)
  }

  /// The number behind `a=`.
  private static func number(_ assignment: String) -> Double {
    Double(assignment.split(separator: "=")[1].split(separator: " ")[0]) ?? .nan
  }

  @Test("one lever: the least that keeps the target, and one less that does not")
  func oneLever() async throws {
    let known = Known(spread: 30) { [1000 / Self.number($0[0])] }
    let found = try await SizeStudy.least(
      [Lever(key: "a", range: 1...40)],
      question(),
      known
    )
    let answer = try #require(found.answer)
    #expect(found.tried[answer].settings.map(\.assignment) == ["a=10"])
    // 100 s at a limit of 100 s is too close to call.
    #expect(found.tried[answer].isFeasible && !found.tried[answer].isProven)
    #expect(found.failing.map { found.tried[$0].settings[0].number } == [9])
    #expect(found.tried[found.failing[0]].isProven)
    #expect(found.tried.count <= 6 && found.contradiction == nil)
    // Far from the limit ten replications decide, near it many more are needed.
    let counts = found.tried.map { ($0.settings[0].number, $0.replications) }
    #expect(counts.contains { $0 == (20, 10) })
    #expect(found.tried[answer].replications == 1280)
  }

  @Test("several levers and targets: the cheapest")
  func severalLevers() async throws {
    let other = Target(measure: "desk.wait.mean", side: .atMost, limit: 50, unit: "s")
    let known = Known(spread: 1) {
      [1000 / Self.number($0[0]) - 1, 400 / Self.number($0[1]) + Self.number($0[0])]
    }
    let levers = [Lever(key: "a", range: 1...20, cost: 3), Lever(key: "b", range: 1...30)]
    let found = try await SizeStudy.least(levers, question([target, other]), known)
    let answer = try #require(found.answer)
    // a ≥ 10 by the first target, then b ≥ 400 / (50 − 10).
    #expect(found.tried[answer].settings.map(\.assignment) == ["a=10", "b=10"])
    #expect(found.tried[answer].cost == 40)
    #expect(found.failing.count == 2)
    // What the second target says is not asked for once the first is broken.
    let failed = found.tried[found.failing[0]]
    #expect(failed.outcomes[0].verdict == .broken && failed.outcomes[1].verdict != nil)
  }

  @Test("where nothing is enough, what came nearest is known")
  func infeasible() async throws {
    let known = Known { [1000 / Self.number($0[0])] }
    let found = try await SizeStudy.least([Lever(key: "a", range: 1...6)], question(), known)
    #expect(found.answer == nil && found.failing.isEmpty)
    #expect(found.tried.contains { $0.settings[0].number == 6 && $0.isProven })
    #expect(found.tried.last?.excess([target]) ?? 0 > 0.6)
  }

  @Test("an overloaded point is not simulated")
  func overloaded() async throws {
    let known = Known(overloaded: { Self.number($0[0]) < 5 }) { [300 / Self.number($0[0])] }
    let found = try await SizeStudy.least([Lever(key: "a", range: 1...15)], question(), known)
    #expect(found.answer.map { found.tried[$0].settings[0].number } == 5)
    let below = try #require(found.failing.first.map { found.tried[$0] })
    #expect(below.overload == Overload(place: "gate", load: 1.5) && below.replications == 0)
    #expect(below.isProven && !below.isFeasible)
  }

  @Test("a measure without a value is refused, with the point")
  func noValue() async {
    let known = Known { _ in [nil] }
    await #expect(
      throws: StudyError.size(
        .target("gate.wait.mean", .noValue(measure: "gate.wait.mean", settings: ["a=2"]))
      )
    ) {
      try await SizeStudy.least([Lever(key: "a", range: 1...3)], question(), known)
    }
  }

  @Test("more that hurts is met by the neighbours, and all cheaper ones are tried")
  func moreHurts() async throws {
    let good = [[1.0, 2], [1, 3], [2, 3]]
    let known = Known { [good.contains($0.map(Self.number)) ? 50 : 200] }
    let levers = [Lever(key: "a", range: 1...3), Lever(key: "b", range: 1...3)]
    let found = try await SizeStudy.least(levers, question(), known)
    let answer = try #require(found.answer)
    #expect(found.tried[answer].settings.map(\.number) == [1, 2])
    let contradiction = try #require(found.contradiction)
    #expect(found.tried[contradiction.feasible].settings.map(\.number) == [1, 2])
    #expect(found.tried[contradiction.infeasible].settings.map(\.number) == [2, 2])
  }

  // MARK: The most

  private func range(_ low: Double, _ high: Double?) throws -> GrowthRange {
    GrowthRange(
      growth: try Growth("a"),
      start: Bisection.Decimal(low, digits: 6),
      highest: high.map { Bisection.Decimal($0, digits: 6) },
      unit: " per h",
      resolution: 0.01
    )
  }

  @Test("the most by doubling or halving, then bisection", arguments: [1.859, 7.3, 0.41, 0.02])
  func most(edge: Double) async throws {
    let known = Known { [100 * Self.number($0[0]) / edge] }
    let found = try await SizeStudy.most(range(1, nil), question(), known)
    let holds = try #require(found.answer.map { found.tried[$0].settings[0] })
    let fails = try #require(found.failing.first.map { found.tried[$0].settings[0] })
    #expect(holds.number <= edge && fails.number > edge)
    #expect(fails.number - holds.number <= 0.0101 * holds.number)
    #expect(holds.text.hasSuffix(" per h"))
  }

  @Test("the most within a range: all of it, some of it, nothing")
  func mostInRange() async throws {
    let known = Known { [100 * Self.number($0[0]) / 2.5] }
    let all = try await SizeStudy.most(range(1, 2), question(), known)
    #expect(all.answer.map { all.tried[$0].settings[0].number } == 2 && all.failing.isEmpty)
    let some = try await SizeStudy.most(range(0.5, 8), question(), known)
    #expect(some.answer.map { some.tried[$0].settings[0].number } ?? 0 > 2.47)
    let nothing = try await SizeStudy.most(range(3, 8), question(), known)
    #expect(nothing.answer == nil && nothing.tried.count == 1)
    let endless = try await SizeStudy.most(range(1, nil), question(), Known { _ in [1] })
    #expect(endless.answer == endless.tried.count - 1 && endless.failing.isEmpty)
    #expect(endless.tried.last?.settings[0].number == 1020)
  }
}
