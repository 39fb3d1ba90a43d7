import ClearanceModel
import ClearancePipeline
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ScenarioFiles
import Testing

/// What holds in every zone, on random ones, whatever their lanes, hours and papers.
@Suite("Laws of a zone")
struct CustomsLawTests {
  static let seeds = Array(1...8).map(UInt64.init)

  @Test("rows of a random zone obey the rules", arguments: seeds)
  func rows(_ seed: UInt64) throws {
    let zone = try LoadedScenario.parse(RandomZone(seed: seed).text, file: "zone.yaml")
    let log = ReplicationLog(zone.plan, seed: zone.scenario.seed)
    let rows = ZoneRows(log, try #require(zone.customs))
    #expect(rows.passedForms > 10)
    #expect(rows.faultsOfForms == [])
    #expect(rows.inTwoPlaces == [])
    #expect(rows.inWrongLanes == [])
    #expect(rows.faultsOfPiles == [])
    checkTotals(log)
  }

  /// Who came has left or is inside; the stages of the cleared are their time to clearance.
  private func checkTotals(_ log: ReplicationLog) {
    let trucks = log.rows.trucks
    #expect(UInt64(trucks.count) == log.statistics.trucks)
    let left = trucks.count { $0.outcome == .completed }
    let inside = trucks.count { $0.outcome == .insideAtEnd }
    #expect(left + inside == trucks.count)
    #expect(inside == Int(log.statistics.inside))
    let kinds = log.plan.classes.count
    let stages = log.plan.stages.count
    for index in 0..<(log.plan.flows.count * kinds) {
      var sum: Int128 = 0
      for stage in 0..<stages { sum += log.statistics.stages[index * stages + stage].tally.sum }
      #expect(sum == log.statistics.clearance[index].tally.sum)
    }
  }

  /// Together these zones have piles, mismatches answered in both ways, and inspections.
  @Test("the zones are rich enough to say something")
  func richness() throws {
    var seen: Set<String> = []
    for seed in Self.seeds {
      let zone = try LoadedScenario.parse(RandomZone(seed: seed).text, file: "zone.yaml")
      let log = ReplicationLog(zone.plan, seed: zone.scenario.seed)
      for row in log.rows.passages { seen.insert(log.plan.places[Int(row.place)].name) }
      for row in log.rows.transitions {
        let document = log.plan.attributes[Int(row.document)]
        seen.insert("\(document.name) \(document.words[Int(row.state)])")
      }
      if log.rows.companions.contains(where: { $0.gathered > 1 }) { seen.insert("pile") }
    }
    let expected = [
      "main-turn-out", "yard", "outer-lot", "detention", "scanner", "pile", "form in refused",
      "form out refused", "form in held", "form out detained", "sample testing", "slip in declared",
    ]
    for word in expected { #expect(seen.contains(word), "\(word)") }
  }

  @Test("one worker and eight find the same bits", arguments: seeds.prefix(3))
  func workers(_ seed: UInt64) async throws {
    let zone = try LoadedScenario.parse(RandomZone(seed: seed).text, file: "zone.yaml")
    var found: [[UInt64?]] = []
    var prints: [Fingerprint] = []
    for workers in [1, 8] {
      let results = try await ClearancePipeline(
        plan: zone.plan,
        seed: zone.scenario.seed,
        numbers: [1, 2],
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
