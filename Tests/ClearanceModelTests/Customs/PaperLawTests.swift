import ClearanceModel
import ClearancePipeline
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles
import Testing

/// What holds of papers in every zone, on random ones, whatever their firms, movements and switches.
///
/// That no book is wrong is a precondition at the end of each run.
@Suite("Laws of papers")
struct PaperLawTests {
  static let seeds = Array(1...12).map(UInt64.init)

  private static func zone(_ seed: UInt64) throws -> LoadedScenario {
    try LoadedScenario.parse(RandomMovements(seed: seed).text, file: "zone.yaml")
  }

  @Test("rows of a random zone obey the rules", arguments: seeds)
  func rows(_ seed: UInt64) throws {
    let zone = try Self.zone(seed)
    let log = ReplicationLog(zone.plan, seed: zone.scenario.seed)
    let faults = ConsignmentFaults(log)
    #expect(log.rows.consignments.count > 100)
    #expect(faults.ofStates == [])
    #expect(faults.ofPiles == [])
    #expect(faults.ofTotals == [])
    #expect(faults.ofBooks == [])
    let rows = ZoneRows(log, try #require(zone.customs))
    #expect(rows.passedForms > 100)
    #expect(rows.faultsOfForms == [])
    #expect(rows.inTwoPlaces == [])
  }

  /// Together these zones have every kind of movement in every state, and every refusal.
  @Test("the zones are rich enough to say something")
  func richness() throws {
    var seen: Set<String> = []
    for seed in Self.seeds {
      let log = ReplicationLog(try Self.zone(seed).plan, seed: seed)
      for row in log.rows.consignments {
        let kind = row.kind?.word ?? ""
        seen.insert("\(kind) \(row.phase?.word ?? "")")
        seen.insert("refusal \(row.refusal?.word ?? "")")
        if row.truck == 0 { seen.insert("pile \(kind)") }
        if row.trucks > 1 { seen.insert("lot \(kind)") }
        if row.trucksPassed > 0, row.trucksPassed < row.trucks { seen.insert("part of a lot") }
        if row.head != row.number { seen.insert("chain \(kind)") }
        if row.amounts.lateFee > 0 { seen.insert("late fee") }
      }
      if (log.statistics.papers?.totals.lateDeclarations ?? 0) > 0 { seen.insert("late") }
      if let mixing = log.statistics.papers?.mixing {
        if mixing.foundAtGate > 0 { seen.insert("found at the gate") }
        if mixing.corrected > mixing.foundAtGate { seen.insert("corrected") }
        if mixing.open > 0 { seen.insert("found and open") }
        if mixing.taxedAfterwards > 0 { seen.insert("taxed afterwards") }
      }
    }
    for kind in MovementKind.allCases {
      for word in ["\(kind.word) settled", "\(kind.word) refused", "lot \(kind.word)"] {
        #expect(seen.contains(word), "\(word)")
      }
      if kind.isBatch { #expect(seen.contains("pile \(kind.word)")) }
    }
    let further = [
      "refusal book", "refusal guarantee", "refusal blocked", "refusal credit", "late fee", "late",
      "part of a lot", "chain first-line-in", "chain by-status-out", "found at the gate",
      "corrected",
      "found and open", "taxed afterwards",
    ]
    for word in further { #expect(seen.contains(word), "\(word)") }
  }

  @Test("a reduced plan gives the same bits", arguments: seeds.prefix(6))
  func reduced(_ seed: UInt64) throws {
    let zone = try Self.zone(seed)
    for level in [RecordingLevel.summary, .intervals, .passages] {
      let full = ReplicationLog(zone.plan, seed: seed, recording: level)
      let part = ReplicationLog(zone.plan.reduced(to: level), seed: seed, recording: level)
      #expect(full.statistics.fingerprint == part.statistics.fingerprint)
      #expect(full.rows.consignments == part.rows.consignments)
      #expect(full.rows.balances == part.rows.balances)
      #expect(full.rows.months == part.rows.months)
      #expect(full.rows.paperLevels == part.rows.paperLevels)
      #expect(full.statistics.papers?.totals == part.statistics.papers?.totals)
      #expect(full.statistics.papers?.levels == part.statistics.papers?.levels)
      #expect(full.statistics.papers?.mixing == part.statistics.papers?.mixing)
      #expect(full.statistics.papers?.stocks == part.statistics.papers?.stocks)
    }
  }

  @Test("one worker and eight find the same bits", arguments: seeds.prefix(4))
  func workers(_ seed: UInt64) async throws {
    let zone = try Self.zone(seed)
    var found: [[UInt64?]] = []
    var prints: [Fingerprint] = []
    for workers in [1, 8] {
      let results = try await ClearancePipeline(
        plan: zone.plan,
        seed: seed,
        numbers: [1, 2, 3],
        workers: workers,
        recording: .steps,
        catalogue: MeasureCatalogue(plan: zone.plan)
      ).run(into: InMemoryRecordSink())
      prints.append(results.fingerprint)
      found.append(
        results.estimates.records(confidence: 0.95).flatMap {
          [$0.estimate?.bitPattern, $0.halfWidth?.bitPattern]
        }
      )
    }
    #expect(prints[0] == prints[1])
    #expect(found[0] == found[1])
    #expect(found[0].count > 100)
  }
}
