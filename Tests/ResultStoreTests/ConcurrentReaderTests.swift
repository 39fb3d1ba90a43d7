import ClearanceRecords
import EventSimulation
import Foundation
import GRDB
import Testing

@testable import ResultStore

@Suite struct ConcurrentReaderTests {
  let folder: Folder
  let store: ResultStore

  init() throws {
    folder = try Folder()
    store = try ResultStore.open(path: folder.database)
  }

  @Test func readersSeeWhatIsCommittedAndNothingElse() throws {
    let writer = try store.beginRun(header(), names: smallNames, measureNames: smallMeasures)
    try writer.begin(replication: 1)
    try writer.write(batch(1))
    #expect(try folder.count("passage") == 0)
    #expect(try store.replications(run: writer.run).isEmpty)
    try writer.finish(record(1))
    try writer.commit()
    #expect(try folder.count("passage") == 3)
    #expect(try store.replications(run: writer.run).map(\.number) == [1])
  }

  /// While one task writes 40 replications of 3 visits, others read: every snapshot holds whole
  /// replications, and none goes back behind an earlier one.
  @Test func snapshotsAreWholeWhileAWriterWrites() async throws {
    let store = self.store
    let path = folder.database
    let writer = try store.beginRun(header(), names: smallNames, measureNames: smallMeasures)
    try await withThrowingTaskGroup(of: Int.self) { group in
      group.addTask {
        for number in 1...40 {
          try writer.begin(replication: number)
          try writer.write(batch(number))
          try writer.finish(record(number))
          try writer.commit()
          await Task.yield()
        }
        return 40
      }
      for _ in 1...2 {
        group.addTask {
          var configuration = Configuration()
          configuration.readonly = true
          let shell = try DatabaseQueue(path: path, configuration: configuration)
          var seen = 0
          while seen < 40 {
            let (replications, visits) = try await shell.read { db in
              (
                try Int.fetchOne(db, sql: "SELECT count(*) FROM completeReplication") ?? -1,
                try Int.fetchOne(db, sql: "SELECT count(*) FROM visit WHERE note IS NULL") ?? -1
              )
            }
            #expect(visits == 3 * replications)
            #expect(replications >= seen)
            seen = max(seen, replications)
          }
          return seen
        }
      }
      for try await count in group { #expect(count == 40) }
    }
    try writer.finish(state: .complete, endedAt: "", measures: [])
  }

  @Test func longTransactionsAreCutAtTheirLargestSize() throws {
    let writer = try store.beginRun(header(), names: smallNames, measureNames: smallMeasures)
    try writer.begin(replication: 1)
    var rows = RecordBatch(replication: 1)
    rows.passages = Array(repeating: batch(1).passages[0], count: RecordBatch.capacity / 48)
    let rounds = RunWriter.rowsPerTransaction / rows.count + 1
    for _ in 0..<rounds { try writer.write(rows) }
    #expect(try folder.count("passage") == rounds * rows.count)
    #expect(try store.replications(run: writer.run).isEmpty)
  }
}
