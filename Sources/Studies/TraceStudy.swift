import ClearanceModel
import ClearancePipeline
import ClearanceRecords
import EventSimulation
import ScenarioFiles
import Synchronization

/// `--trace FLOW#N`: what one truck goes through in one replication.
public enum TraceStudy {
  /// A truck, as `FLOW#N` names it.
  public struct Truck: Sendable, Equatable {
    /// The flow.
    public let flow: String
    /// Number in the flow, from 1.
    public let number: UInt32

    /// Reads `trucks#17`; nil for anything else.
    public init?(_ text: String) {
      guard let sign = text.lastIndex(of: "#"),
        let number = UInt32(text[text.index(after: sign)...]), number > 0
      else { return nil }
      flow = String(text[..<sign])
      self.number = number
    }
  }

  /// Simulates the replication again and keeps the truck's rows; nothing is recorded.
  ///
  /// - Throws: ``StudyError`` for a wrong scenario or a flow that does not exist.
  public static func trace(_ truck: Truck, _ options: RunOptions) async throws -> TraceResult {
    let preparation = try Preparation(options)
    let plan = preparation.loaded.plan
    guard let flow = plan.flows.firstIndex(where: { $0.name == truck.flow }) else {
      throw StudyError.unknownFlow(truck.flow, existing: plan.flows.map(\.name))
    }
    let sink = TraceSink(flow: UInt16(flow), number: truck.number)
    let number = options.replication ?? 1
    let pipeline = ClearancePipeline(
      plan: plan,
      seed: preparation.loaded.scenario.seed,
      numbers: [number],
      workers: 1,
      recording: .steps,
      catalogue: preparation.catalogue
    )
    let results = try await pipeline.run(into: sink)
    return TraceResult(
      plan: plan,
      truck: truck,
      replication: number,
      isComplete: results.finished == [number],
      rows: sink.rows
    )
  }
}

/// One truck's way through one replication.
public struct TraceResult: Sendable {
  /// The scenario as it ran.
  public let plan: ClearancePlan
  /// The truck.
  public let truck: TraceStudy.Truck
  /// The replication.
  public let replication: Int
  /// Whether the replication ran to its end.
  public let isComplete: Bool
  /// What was recorded of the truck.
  public let rows: RecordBatch

  /// The truck's own row; nil when it never came.
  public var stay: TruckRow? { rows.trucks.first }

  /// The visit behind a step at a station, which tells when service began.
  public func visit(of step: StepRow) -> PassageRow? {
    guard step.place != noPlace else { return nil }
    return rows.passages.first { visit in
      visit.arrivedAt == step.startedAt && (visit.place == step.place || visit.lane == step.place)
    }
  }
}

/// Keeps the rows of one truck.
private final class TraceSink: RecordSink {
  private let flow: UInt16
  private let number: UInt32
  private let kept = Mutex(RecordBatch(replication: 0))

  init(flow: UInt16, number: UInt32) {
    self.flow = flow
    self.number = number
  }

  var rows: RecordBatch { kept.withLock { $0 } }

  func begin(replication: Int) {
    kept.withLock { $0 = RecordBatch(replication: replication) }
  }

  func write(_ batch: RecordBatch) {
    kept.withLock {
      $0.steps += batch.steps.filter { $0.flow == flow && $0.truck == number }
      $0.passages += batch.passages.filter { $0.flow == flow && $0.truck == number }
      $0.trucks += batch.trucks.filter { $0.flow == flow && $0.number == number }
    }
  }

  func finish(_ record: ReplicationRecord) {}
}
