import EventSimulation
import GRDB

/// A truck that is in the system at an instant of a recorded replication.
public struct TruckAtInstant: Sendable, Equatable {
  /// The flow's name.
  public var flow: String
  /// The class's name; empty in a scenario without classes.
  public var className: String
  /// Number in its flow, from 1.
  public var number: UInt32
  /// When it arrived.
  public var arrivedAt: SimulatedTime
  /// Its visits that have begun by then, the companions' included, in the order of coming.
  public var visits: [Visit] = []

  /// A visit to a place; `never` for what had not happened when the run ended.
  public struct Visit: Sendable, Equatable {
    /// The lane's name, or that of a station without lanes.
    public var place: String
    /// When it came.
    public var arrivedAt: SimulatedTime
    /// When its service began.
    public var startedAt: SimulatedTime
    /// When its service ended.
    public var endedAt: SimulatedTime
    /// When it left.
    public var leftAt: SimulatedTime
  }
}

extension ResultStore {
  /// Who is in the system at an instant, in the order of arrival; what happens at the instant has
  /// happened.
  ///
  /// - Complexity: O(rows of the replication): the tables have no index.
  public func trucks(
    at time: SimulatedTime,
    replication: Int,
    run: Int64
  ) throws(ResultStoreError) -> [TruckAtInstant] {
    try read { db in
      let number = "(SELECT id FROM replication WHERE run = ? AND number = ?)"
      let present = """
        SELECT truck.flow, truck.number, truck.arrivedAt, flow.name AS flowName,
          class.name AS className
        FROM truck JOIN flow ON flow.id = truck.flow JOIN class ON class.id = truck.class
        WHERE replication = \(number) AND arrivedAt <= ? AND (leftAt IS NULL OR leftAt > ?)
        ORDER BY arrivedAt, truck.rowid
        """
      let instant = time.microseconds
      var trucks: [TruckAtInstant] = []
      var indices: [Int64: [Int64: Int]] = [:]
      let arguments: StatementArguments = [run, replication, instant, instant]
      for row in try Row.fetchAll(db, sql: present, arguments: arguments) {
        let number: Int64 = row["number"]
        indices[row["flow"] as Int64, default: [:]][number] = trucks.count
        trucks.append(
          TruckAtInstant(
            flow: row["flowName"],
            className: row["className"],
            number: UInt32(number),
            arrivedAt: SimulatedTime(microseconds: row["arrivedAt"])
          )
        )
      }
      let visits = """
        SELECT passage.flow, truck, arrivedAt, startedAt, endedAt, leftAt,
          coalesce(lane.name, place.name) AS placeName
        FROM passage JOIN place ON place.id = passage.place
          LEFT JOIN place AS lane ON lane.id = passage.lane
        WHERE replication = \(number) AND arrivedAt <= ? ORDER BY arrivedAt, passage.rowid
        """
      let cursor = try Row.fetchCursor(db, sql: visits, arguments: [run, replication, instant])
      while let row = try cursor.next() {
        guard let index = indices[row["flow"] as Int64]?[row["truck"] as Int64] else { continue }
        func at(_ column: String) -> SimulatedTime {
          (row[column] as Int64?).map(SimulatedTime.init(microseconds:)) ?? .never
        }
        trucks[index].visits.append(
          TruckAtInstant.Visit(
            place: row["placeName"],
            arrivedAt: at("arrivedAt"),
            startedAt: at("startedAt"),
            endedAt: at("endedAt"),
            leftAt: at("leftAt")
          )
        )
      }
      return trucks
    }
  }
}
