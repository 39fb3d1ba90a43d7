import ClearanceModel
import ClearancePipeline
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import ResultStore
import ScenarioFiles

/// A design point with what is known of it so far.
struct PointState {
  let point: DesignPoint
  let options: RunOptions
  private(set) var preparation: Preparation
  /// Its number in the experiment, from 1.
  let number: Int
  /// What the results file had when the point was first looked at.
  var stored: StoredPoint?
  /// What was simulated here; replications from 1 on.
  var results: RunResults?
  /// The results of single replications, for the results file, by number.
  var records: [ReplicationRecord] = []
  /// Whether something was simulated here that the results file does not have.
  var isDirty = false
  /// Whether the experiment in the results file names the point.
  var isNamed = false
  var run: Int64?

  init(_ point: DesignPoint, _ options: RunOptions, number: Int) throws(StudyError) {
    self.point = point
    self.number = number
    preparation = try Preparation(options)
    var options = options
    if !options.furtherMeasures.isEmpty {
      // To look at what every run has makes no other run.
      let usual = Set(MeasureCatalogue(plan: preparation.loaded.plan).measures.map(\.name))
      options.furtherMeasures.removeAll { usual.contains($0) }
    }
    self.options = options
  }

  /// Finds the warm-up where the scenario asks for that.
  mutating func findWarmUp() async throws {
    guard preparation.loaded.scenario.findsWarmUp else { return }
    preparation = try await Preparation.withWarmUp(options).preparation
  }

  /// Names and units of the measures.
  var measures: [(name: String, unit: String)] {
    preparation.catalogue.measures.map { ($0.name, $0.unit) }
  }

  /// Whether replications 1 … `count` can be told from what the results file had.
  ///
  /// A pooled quantile needs the observations themselves, which are not recorded: its estimate is
  /// known for all replications that the file has, and for no fewer.
  func canRead(_ count: Int, lookingAt looked: [String], needsDistributions: Bool) -> Bool {
    guard let stored, stored.replications.count >= count else { return false }
    let isWhole = stored.replications.count == count && !stored.measures.isEmpty
    let pooled = looked.contains { name in
      stored.measures.isEmpty || stored.measures.contains { $0.name == name && $0.pooled }
    }
    return !pooled || (isWhole && !needsDistributions)
  }

  /// The first replications as the results file had them.
  func read(_ count: Int, lookingAt looked: [String]) -> PointResult? {
    guard let stored else { return nil }
    let replications = stored.replications.prefix(count)
    var fingerprint = Fingerprint()
    for replication in replications {
      fingerprint.fold(
        Fingerprint(value: replication.fingerprint, count: replication.events)
      )
    }
    return PointResult(
      replications: count,
      run: stored.run,
      fingerprint: fingerprint,
      measures: measures,
      table: replications.map(\.values),
      estimates: nil,
      stored: stored.replications.count == count ? stored.measures : [],
      distributions: [],
      lookedAt: looked
    )
  }

  /// The replications simulated here.
  func simulated(lookingAt looked: [String]) -> PointResult? {
    guard let results else { return nil }
    return PointResult(
      replications: results.finished.count,
      run: run,
      fingerprint: results.fingerprint,
      measures: measures,
      table: results.values,
      estimates: results.estimates,
      stored: [],
      distributions: results.sketches,
      lookedAt: looked
    )
  }
}
