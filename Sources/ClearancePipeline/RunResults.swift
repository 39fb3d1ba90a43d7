import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis

/// What is kept of each replication beside the estimates over all of them.
public enum KeptDetail: Sendable {
  /// Nothing: memory does not grow with the number of replications.
  case estimates
  /// The values of its measures.
  case values
  /// And the observations behind some quantiles: of these measures, by index in the catalogue.
  case distributions(of: [Int])
}

/// What all finished replications say together.
public struct RunResults: Sendable {
  /// Estimates of the measures.
  public private(set) var estimates: MeasureEstimates
  /// The replications' fingerprints, folded in their order.
  public private(set) var fingerprint = Fingerprint()
  /// Numbers of the finished replications, ascending.
  public private(set) var finished: [Int] = []
  /// Model events.
  public private(set) var events: UInt64 = 0
  /// Trucks that arrived.
  public private(set) var trucks: UInt64 = 0
  /// Trucks inside at the ends of replications.
  public private(set) var inside: Int64 = 0
  /// Replications that ended because nobody inside could ever go on.
  public private(set) var stuck = 0
  /// Replications that ended because stations blocked each other in a circle.
  public private(set) var deadlocks = 0
  /// The stations of these circles, by index; ascending.
  public private(set) var deadlocked: [Int] = []

  /// The measures' values by finished replication, in the order of the catalogue; kept on demand.
  public private(set) var values: [[Double?]] = []
  /// The observations behind quantiles by finished replication, in the order in which their measures
  /// are named in ``KeptDetail/distributions(of:)``; kept on demand.
  public private(set) var sketches: [[QuantileSketch]] = []
  /// Levels of the first replications, in their order, where the plan asks for samples.
  public private(set) var samples: [LevelSamples] = []
  /// The measures of the batches of the last replication, where the plan asks for batches.
  public private(set) var batches: [MeasureValues] = []
  /// How precisely some measures are known by now; nil where nobody asks.
  public private(set) var precision: PrecisionWatch?
  private let keeping: KeptDetail

  init(catalogue: MeasureCatalogue, keeping: KeptDetail, precision: PrecisionWatch? = nil) {
    estimates = MeasureEstimates(catalogue)
    self.keeping = keeping
    self.precision = precision
  }

  mutating func merge(_ replication: FinishedReplication) {
    estimates.add(replication.values)
    precision?.observe(estimates)
    keepDetail(of: replication.values)
    if !replication.samples.isEmpty { samples.append(replication.samples) }
    batches = replication.batches
    fingerprint.fold(replication.record.fingerprint)
    finished.append(replication.record.number)
    events += replication.record.events
    trucks += replication.record.trucks
    inside += replication.inside
    if replication.isStuck { stuck += 1 }
    if !replication.deadlock.isEmpty {
      deadlocks += 1
      for station in replication.deadlock where !deadlocked.contains(station) {
        deadlocked.append(station)
      }
      deadlocked.sort()
    }
  }

  private mutating func keepDetail(of replication: MeasureValues) {
    switch keeping {
    case .estimates: return
    case .values: break
    case .distributions(let measures):
      sketches.append(
        measures.map { measure in
          let index = replication.sketchIndex[measure]
          return index < 0 ? QuantileSketch() : replication.sketches[index]
        }
      )
    }
    values.append(replication.values)
  }
}
