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
/// the temporary folder as `random-network-PROCESS-PART.yaml`.
@Suite struct LawTests {
  @Test(arguments: 0..<4)
  func networks(_ part: Int) async throws {
    let process = ProcessInfo.processInfo.processIdentifier
    let file = FileManager.default.temporaryDirectory.appending(
      path: "random-network-\(process)-\(part).yaml"
    )
    var count = 0
    var refused = 0
    var features = Features()
    while count < 80 {
      let network = RandomNetwork(seed: UInt64(part * 1_000 + count + refused)).text
      guard let loaded = try? LoadedScenario.parse(network, file: "network.yaml") else {
        refused += 1
        try #require(refused < 40, "the networks are too often refused: \(network)")
        continue
      }
      try network.write(to: file, atomically: true, encoding: .utf8)
      count += 1
      let all = MeasureCatalogue(plan: loaded.plan)
      // Quantiles take most of the time: one network in twenty has them.
      let catalogue = count % 20 == 1 ? all : try withoutQuantiles(all, loaded.plan)
      let results = try await check(loaded, network, catalogue)
      features.note(loaded.plan, results)
    }
    try FileManager.default.removeItem(at: file)
    // The laws would say little if the networks had no features.
    #expect(features.isRich, "\(features)")
  }

  /// The measures of stations, lanes and flows that are sums, levels and counts.
  private func withoutQuantiles(
    _ all: MeasureCatalogue,
    _ plan: ClearancePlan
  ) throws -> MeasureCatalogue {
    let names = all.measures.filter { measure in
      switch measure.statistic {
      case .quantile, .shareWithin, .peakHourP95, .meanSquare: false
      default: !measure.name.contains("[")
      }
    }
    return try MeasureCatalogue(plan: plan, names: names.map(\.name))
  }

  /// How many networks have what.
  private struct Features {
    var capacities = 0
    var stuck = 0
    var lanes = 0
    var holding = 0
    var shifts = 0
    var events = 0

    mutating func note(_ plan: ClearancePlan, _ results: RunResults) {
      if plan.places.contains(where: { $0.capacity != nil }) { capacities += 1 }
      if results.stuck > 0 { stuck += 1 }
      if plan.places.contains(where: { !$0.lanes.isEmpty }) { lanes += 1 }
      if plan.steps.contains(where: { $0.kind == .seize }) { holding += 1 }
      if plan.places.contains(where: { if case .shifts = $0.servers { true } else { false } }) {
        shifts += 1
      }
      events += Int(results.events)
    }

    var isRich: Bool {
      min(capacities, lanes, holding, shifts) > 15 && stuck > 0 && events > 15_000
    }
  }

  private func check(
    _ loaded: LoadedScenario,
    _ network: String,
    _ catalogue: MeasureCatalogue
  ) async throws -> RunResults {
    let sink = InMemoryRecordSink()
    let results = try await loaded.pipeline(workers: 1, recording: .steps, catalogue: catalogue)
      .run(into: sink)
    let records = results.records
    for (workers, recording) in [(2, RecordingLevel.summary), (8, .intervals)] {
      let pipeline = loaded.pipeline(
        workers: workers,
        recording: recording,
        catalogue: catalogue
      )
      let other = try await pipeline.run(into: TestSink())
      #expect(other.fingerprint == results.fingerprint, "\(workers), \(recording): \(network)")
      #expect(bits(other.records) == bits(records), "\(workers), \(recording): \(network)")
    }
    checkValues(records, loaded.plan.warmUp == .zero, network)
    try await checkRows(loaded, results, sink.contents, network, catalogue)
    return results
  }

  /// Nothing is negative, no share above one.
  private func checkValues(_ records: [MeasureRecord], _ isWhole: Bool, _ network: String) {
    for record in records {
      guard let estimate = record.estimate else { continue }
      // A truck that came before the end of the warm-up may be lost after it.
      let isBounded = record.unit.isEmpty && (isWhole || !record.name.hasSuffix("lost.share"))
      // A mean of shares that are one may differ from it by rounding.
      let highest = isBounded ? 1 + 1e-12 : .infinity
      #expect(estimate >= 0 && estimate <= highest, "\(record): \(network)")
    }
  }

  /// Rows add up to the totals of a run without a warm-up, which goes the same way.
  private func checkRows(
    _ loaded: LoadedScenario,
    _ results: RunResults,
    _ contents: InMemoryRecordSink.Contents,
    _ network: String,
    _ catalogue: MeasureCatalogue
  ) async throws {
    var whole = loaded
    whole.plan.warmUp = .zero
    let wholeSink = InMemoryRecordSink()
    let totals = try await whole.pipeline(workers: 2, recording: .passages, catalogue: catalogue)
      .run(into: wholeSink)
    #expect(totals.fingerprint == results.fingerprint, "\(network)")
    let batches = wholeSink.contents.batches
    let rows = (intervals: batches.flatMap(\.intervals), passages: batches.flatMap(\.passages))
    #expect(contents.batches.flatMap(\.passages).count == rows.passages.count, "\(network)")
    #expect(batches.allSatisfy { $0.size <= RecordBatch.capacity })
    let trucks = contents.batches.flatMap(\.trucks)
    #expect(UInt64(trucks.count) == results.trucks, "\(network)")
    let records = totals.records
    if loaded.plan.warmUp == .zero { #expect(bits(records) == bits(results.records), "\(network)") }
    let replications = Double(loaded.scenario.replications)
    for (index, place) in loaded.plan.places.enumerated() {
      let intervals = rows.intervals.filter { Int($0.place) == index }
      let passages = rows.passages.filter {
        Int(place.station == nil ? $0.place : $0.lane) == index
      }
      let sums = [
        ("arrivals", intervals.reduce(0) { $0 + $1.arrivals }, nil),
        (
          "departures", intervals.reduce(0) { $0 + $1.departures },
          passages.count { $0.outcome == .completed }
        ),
        (
          "lost", intervals.reduce(0) { $0 + $1.lost },
          passages.count { $0.outcome == .turnedAway }
        ),
      ]
      for (word, sum, rowCount) in sums {
        let record = records.first { $0.name == "\(place.name).\(word).count" }
        let total = Int64(((record?.estimate ?? -1) * replications).rounded())
        #expect(sum == total, "\(place.name) \(word): \(network)")
        if let rowCount { #expect(rowCount == total, "\(place.name) \(word): \(network)") }
      }
      // wait + service = sojourn, to the rounding of three means in seconds.
      let means = ["wait", "service", "sojourn"].map { word in
        records.first { $0.name == "\(place.name).\(word).mean" }?.estimate ?? 0
      }
      #expect(abs(means[0] + means[1] - means[2]) <= 1e-9 * means[2], "\(place.name): \(network)")
    }
  }
}
