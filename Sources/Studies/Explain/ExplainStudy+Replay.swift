import ClearanceModel
import ClearancePipeline
import ClearanceRecords
import EventSimulation
import Foundation
import ResultStore
import ScenarioFiles
import Synchronization

/// A replication that is simulated again, because its steps were not recorded.
extension ExplainStudy {
  static func simulatedAgain(
    _ subject: Subject,
    _ preparation: Preparation
  ) async throws(StudyError) -> Story {
    let own = ExplainSink { row in row.flow == subject.flow && row.truck == subject.truck }
    let horizon = preparation.loaded.plan.horizon
    try await simulate(subject, preparation, into: own, recording: .steps)
    var contents = own.contents
    contents.rows.dropOtherBatches()
    guard contents.fingerprint?.value == subject.replication.fingerprint else {
      throw .explain(
        .otherCourse(
          replication: subject.replication.number,
          found: contents.fingerprint?.text ?? "",
          recorded: subject.fingerprint,
          version: subject.run.header.version
        )
      )
    }
    let end = horizon ?? contents.lastInstant
    let spans = waits(in: contents.rows, end: end)
    var others = RecordBatch(replication: subject.replication.number)
    let firsts = firstTrucks(contents.rows, of: subject)
    var lots = others
    if !spans.isEmpty || !firsts.isEmpty {
      // Who was about is only known when the truck's waits are: hence a second time, which keeps
      // memory small however many trucks there are.
      let isFirst = { @Sendable (row: RowSubject) in
        row.flow == subject.flow && firsts.contains(row.truck)
      }
      let about = ExplainSink { row in isFirst(row) || spans.contains { row.touches($0) } }
      try await simulate(subject, preparation, into: about, recording: .passages)
      others = about.contents.rows
      let wanted = others
      lots.transitions = wanted.transitions.filter { isFirst(RowSubject($0)) }
      lots.companions = wanted.companions.filter { isFirst(RowSubject($0)) }
    }
    return Story(
      source: .simulatedAgain,
      rows: contents.rows,
      others: others,
      lots: lots,
      trucks: contents.lastTruck(of: subject.flow),
      end: end
    )
  }

  private static func simulate(
    _ subject: Subject,
    _ preparation: Preparation,
    into sink: ExplainSink,
    recording: RecordingLevel
  ) async throws(StudyError) {
    let pipeline = ClearancePipeline(
      plan: preparation.loaded.plan,
      seed: subject.run.header.seed,
      numbers: [subject.replication.number],
      workers: 1,
      recording: recording,
      catalogue: preparation.catalogue
    )
    do {
      _ = try await pipeline.run(into: sink)
    } catch {
      // The sink throws nothing, and the pipeline passes on what its sink throws.
      preconditionFailure("a sink that throws nothing has thrown \(error)")
    }
  }
}

extension ExplainStudy.Subject {
  /// The scenario as it was recorded, with the options of its run.
  ///
  /// Data files are looked for beside the scenario file, and then in the current folder.
  func preparation() throws(StudyError) -> Preparation {
    let header = run.header
    guard var options = RunOptions(canonicalText: header.options) else {
      throw .explain(.unreadableOptions(run: run.id))
    }
    options.seed = header.seed
    let file = header.scenarioFile ?? header.scenarioName
    let name = (file as NSString).lastPathComponent
    do {
      return try Preparation(options, text: header.scenarioText, file: file)
    } catch {
      guard case .scenario = error, name != file,
        let found = try? Preparation(options, text: header.scenarioText, file: name)
      else { throw error }
      return found
    }
  }
}

/// What a row of a truck tells of whom and when.
struct RowSubject {
  var flow: Int
  var truck: UInt32
  var from: SimulatedTime
  var to: SimulatedTime

  init(flow: Int, truck: UInt32, from: SimulatedTime, to: SimulatedTime) {
    self.flow = flow
    self.truck = truck
    self.from = from
    self.to = to
  }

  init(_ row: TransitionRow) {
    self.init(flow: Int(row.flow), truck: row.truck, from: row.at, to: row.at)
  }

  init(_ row: CompanionRow) {
    self.init(flow: Int(row.flow), truck: row.truck, from: row.startedAt, to: row.endedAt)
  }

  func touches(_ span: WaitReasons.Span) -> Bool { from <= span.end && to >= span.start }
}

/// Keeps the rows that are wanted, and counts trucks.
private final class ExplainSink: RecordSink {
  struct Contents {
    var rows = RecordBatch(replication: 0)
    var fingerprint: Fingerprint?
    /// Highest number of a truck, by flow.
    var lastTrucks: [UInt32] = []
    var lastInstant = SimulatedTime.zero

    func lastTruck(of flow: Int) -> UInt32 { flow < lastTrucks.count ? lastTrucks[flow] : 0 }

    mutating func count(_ truck: TruckRow) {
      while lastTrucks.count <= truck.flow { lastTrucks.append(0) }
      let flow = Int(truck.flow)
      lastTrucks[flow] = max(lastTrucks[flow], truck.number)
      lastInstant = max(lastInstant, truck.leftAt == .never ? truck.arrivedAt : truck.leftAt)
    }
  }

  private let isWanted: @Sendable (RowSubject) -> Bool
  private let kept = Mutex(Contents())

  init(_ isWanted: @escaping @Sendable (RowSubject) -> Bool) {
    self.isWanted = isWanted
  }

  var contents: Contents { kept.withLock { $0 } }

  func begin(replication: Int) {
    kept.withLock { $0.rows = RecordBatch(replication: replication) }
  }

  func write(_ batch: RecordBatch) {
    let isWanted = isWanted
    func wants(
      _ flow: UInt16,
      _ truck: UInt32,
      _ from: SimulatedTime,
      _ to: SimulatedTime
    ) -> Bool {
      isWanted(RowSubject(flow: Int(flow), truck: truck, from: from, to: to))
    }
    kept.withLock { kept in
      kept.rows.passages += batch.passages.filter {
        wants($0.flow, $0.truck, $0.arrivedAt, $0.leftAt)
      }
      kept.rows.trucks += batch.trucks.filter {
        wants($0.flow, $0.number, $0.arrivedAt, $0.leftAt)
      }
      kept.rows.steps += batch.steps.filter { wants($0.flow, $0.truck, $0.startedAt, $0.endedAt) }
      kept.rows.transitions += batch.transitions.filter { wants($0.flow, $0.truck, $0.at, $0.at) }
      kept.rows.gathered += batch.gathered.filter { wants($0.flow, $0.truck, $0.at, $0.at) }
      kept.rows.companions += batch.companions.filter {
        wants($0.flow, $0.truck, $0.startedAt, $0.endedAt)
      }
      // Of a lot any of its trucks is wanted; a batch may be by any slip that comes later.
      kept.rows.consignments += batch.consignments.filter { row in
        row.goods.slips > 0
          || (0..<max(1, row.trucks)).contains { number in
            wants(row.flow, row.truck + number, row.times.openedAt, .never)
          }
      }
      for truck in batch.trucks { kept.count(truck) }
    }
  }

  func finish(_ record: ReplicationRecord) {
    kept.withLock { $0.fingerprint = record.fingerprint }
  }
}

extension RecordBatch {
  /// Keeps of the batches only those that a slip of these rows lies in.
  fileprivate mutating func dropOtherBatches() {
    let wanted = Set(consignments.map(\.batch))
    consignments.removeAll { $0.goods.slips > 0 && !wanted.contains($0.number) }
  }
}
