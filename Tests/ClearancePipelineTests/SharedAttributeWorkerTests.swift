import ClearanceModel
import ClearancePipeline
import ClearanceRecords
import ScenarioFiles
import Testing

/// What companions share, and what trucks sum, does not depend on who does the work.
@Suite struct SharedAttributeWorkerTests {
  @Test func sameBits() async throws {
    let text = """
      scenario: shared
      runs for: 4 d
      warm up: 6 h
      replications: 9
      attributes: {belief: number}
      shared attributes: {result: [pending, passed, failed], out: number}
      stations: {gate: {servers: 1}, lab: {servers: 3}}
      arrivals:
        t: {rate: 6 per h, lot: 3, procedure: visit}
        u: {rate: 3 per h, procedure: visit}
      procedures:
        visit:
          - set: {belief: 2%}
          - {sum: all, of: belief}
          - start: test
          - serve at: gate
            for: exponential(3 min)
          - set: {out: out + 1}
          - choose:
              - share: 50%
                do: [{wait until: result != pending}]
          - {sum: found, of: "result(failed = 1, otherwise = belief)", out of: all}
        test:
          - serve at: lab
            for: exponential(15 min)
          - set: {result: "discrete(passed = 95%, failed = 5%)"}
          - {sum: out before result, of: out * 2 t}
      """
    let loaded = try LoadedScenario.parse(text, file: "shared.yaml")
    let one = try await loaded.pipeline(workers: 1).run(into: TestSink())
    let many = try await loaded.pipeline(workers: 8).run(into: TestSink())
    #expect(many.fingerprint == one.fingerprint)
    #expect(bits(many.records) == bits(one.records))
    #expect(one.records.contains { $0.name == "zone.out-before-result.sum" && $0.unit == "t" })
    #expect(one.events > 9 * 1_000)
  }
}
