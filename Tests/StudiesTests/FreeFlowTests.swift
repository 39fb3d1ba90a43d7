import ClearanceModel
import EventSimulation
import Foundation
import ScenarioFiles
import Testing

@testable import Studies

/// Loads from a run in which nobody waits, against those that are computed.
@Suite("Free flow")
struct FreeFlowTests {
  private func plan(_ text: String) throws -> ClearancePlan {
    try LoadedScenario.parse(text, file: "loads.yaml").plan
  }

  private func loads(_ plan: ClearancePlan) async throws -> [OfferedLoad] {
    try await FreeFlow(plan).loads(seed: 1, workers: 2)
  }

  /// A system that is out at times is no place with a load, and its hours are waited for.
  @Test("systems that may be out have no load")
  func outages() async throws {
    let plan = try plan(
      """
      scenario: an outage
      starts: 2024-03-04
      runs for: 2 d
      gates: {main: {lanes: [{name: in-1, way: in}, {name: out-1, way: out}]}}
      flows: {goods: {visits per day: 200, hit rate factor: 0}}
      outages:
        single window: {at: 09:00, lasts: 2 h}
        network: {}
      """
    )
    let names = try await loads(plan).map(\.place)
    #expect(names.contains("main-in") && names.contains("document-office"))
    #expect(!names.contains("single-window") && !names.contains("network"))
    #expect(!TrafficEquations(plan).loads.contains { $0.place == "single-window" })
  }

  /// Overloaded stations, a way back, shifts over part of a round, several servers seized at once.
  private static let network = """
    scenario: loads
    runs for: 500 h
    warm up: 20 h
    stations:
      gate: {lanes: [{name: a}, {name: b}], capacity: 3}
      desk: {servers: [{from: 0 h, count: 1}, {from: 8 h, count: 2}, {from: 18 h, count: 0}], \
    repeats every: 24 h, capacity: 4}
      yard: {servers: 4}
      lot: {servers: unlimited}
    capacity: 9
    arrivals:
      trucks: {rate: 50 per h, procedure: pass}
    procedures:
      pass:
        - serve at: gate
          for: exponential(4 min)
        - name: review
          serve at: desk
          for: constant(2 min)
        - seize: {yard: 2}
        - delay for: uniform(1 min, 5 min)
        - release: yard
        - serve at: lot
          for: constant(1 h)
        - choose:
            - share: 15%
              go to: review
    """

  @Test("agrees with the traffic equations where these apply")
  func agrees() async throws {
    let plan = try plan(Self.network)
    let measured = try await loads(plan)
    let computed = TrafficEquations(plan).loads
    #expect(measured.map(\.place) == computed.map(\.place))
    for (left, right) in zip(measured, computed) {
      // 120,000 trucks: five standard errors are 1.5 %, the round that is cut off adds 1 %.
      let tolerance = 0.025
      #expect(abs(left.visitsPerHour / right.visitsPerHour - 1) < tolerance, "\(left.place)")
      guard let load = right.load, let servers = right.servers else {
        #expect(left.load == nil && left.servers == nil)
        continue
      }
      #expect(abs((left.load ?? 0) / load - 1) < tolerance, "\(left) \(right)")
      #expect(abs((left.servers ?? 0) / servers - 1) < tolerance, "\(left) \(right)")
    }
    #expect(measured[0].load ?? 0 > 1 && measured[1].load ?? 0 > 1)
    #expect(measured.map(\.isHeld) == [false, false, true, false])
  }

  @Test("a server that takes several at a time can do as many times the work")
  func together() async throws {
    let plan = try plan(
      """
      scenario: ferries
      runs for: 1000 h
      stations:
        up to: {servers: 2, serves together: 5}
        exactly: {lanes: [{name: a}, {name: b}], serves together: exactly 5}
      arrivals:
        trucks: {rate: 40 per h, procedure: pass}
      procedures:
        pass:
          - serve at: up to
            for: constant(12 min)
          - serve at: exactly
            for: constant(6 min)
      """
    )
    let (measured, computed) = (try await loads(plan), TrafficEquations(plan).loads)
    for (station, load) in [0.8, 0.4].enumerated() {
      #expect(abs((computed[station].load ?? 0) - load) < 1e-9)
      // 40,000 trucks: five standard errors are 2.5 %.
      #expect(abs((measured[station].load ?? 0) / load - 1) < 0.025)
    }
  }

  @Test("the same seed gives the same loads, whatever the number of workers")
  func repeats() async throws {
    let plan = try plan(Self.network)
    let one = try await FreeFlow(plan, replications: 2).loads(seed: 5, workers: 1)
    let two = try await FreeFlow(plan, replications: 2).loads(seed: 5, workers: 2)
    #expect(one == two)
  }

  @Test("a station whose opening is asked about keeps its hours")
  func keepsHours() async throws {
    var plan = try plan(
      """
      scenario: machine or hands
      runs for: 400 h
      stations:
        machine: {servers: [{from: 0 h, count: 1}, {from: 6 h, count: 0}], repeats every: 24 h}
        crew: {servers: 1}
      arrivals:
        trucks: {rate: 10 per h, procedure: look}
      procedures:
        look:
          - choose:
              - when: queue at machine >= 1
                do:
                  - serve at: machine
                    for: constant(1 min)
              - otherwise:
                  - serve at: crew
                    for: constant(3 min)
      """
    )
    let asked = try #require(plan.terms.firstIndex { $0.attribute == .queue })
    plan.terms[asked].attribute = .open
    let loads = try await loads(plan)
    // A quarter of the day the machine is open; 20,000 trucks give a standard error of 1 %.
    #expect(abs(loads[0].visitsPerHour - 2.5) < 0.1)
    #expect(abs(loads[1].visitsPerHour - 7.5) < 0.3)
    #expect(abs((loads[0].load ?? 0) - 2.5 / 60 / 0.25) < 0.01)
  }

  @Test("long runs and large demands are cut to whole weeks")
  func sampleIsLimited() throws {
    let text = """
      scenario: a year
      runs for: 365 d
      warm up: 3 d
      stations: {gate: {servers: 1}}
      arrivals: {trucks: {rate: 100 per h, procedure: p}}
      procedures: {p: [{serve at: gate, for: 1 min}]}
      """
    let long = FreeFlow(try plan(text)).sample
    #expect(long.length == .days(35) && long.replications == 1)
    let short = text.replacing("365 d", with: "8 d").replacing("100 per", with: "1 per")
    #expect(FreeFlow(try plan(short)).sample == FreeFlowSample(replications: 5, length: .days(8)))
  }
}
