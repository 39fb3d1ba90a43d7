import ClearanceModel
import ClearanceRecords
import EventSimulation

/// How long after its arrival a truck of each flow comes to each place, were there no waits.
///
/// Tells the peak hour of a way out from that of the way in. Measured: a few trucks of each flow,
/// spread over a week, go their way through places with servers for all.
struct MeanWay {
  /// Mean delay by flow and place [µs]; nil where nobody came.
  private(set) var delays: [[Double?]]

  /// Trucks of each flow.
  private static let trucks = 150
  /// What they may take at most: some procedures never end.
  private static let events = 200_000

  /// Sends trucks of all flows through a plan.
  ///
  /// - Complexity: some 5 µs a truck.
  init(_ plan: ClearancePlan) {
    let times = Self.times(plan)
    var plan = plan.freeFlowing
    plan.horizon = times[times.count - 1] + .days(366)
    plan.warmUp = .zero
    plan.recordingInterval = .days(366)
    for index in plan.flows.indices {
      plan.flows[index].arrivals = .listed(times)
      plan.flows[index].batchSampler = nil
      plan.flows[index].presentAtStart = 0
    }
    for index in plan.collections.indices { plan.collections[index].closings = [] }
    delays = plan.flows.map { _ in plan.places.map { _ in nil } }
    measure(plan, times)
  }

  /// Arrivals spread over a week, or over the run where that is shorter.
  private static func times(_ plan: ClearancePlan) -> [SimulatedTime] {
    let length = min(plan.horizon ?? .days(7), .days(7)).microseconds
    return (0..<trucks).map {
      SimulatedTime(microseconds: length / Int64(trucks) * Int64($0))
    }
  }

  private mutating func measure(_ plan: ClearancePlan, _ times: [SimulatedTime]) {
    var sums = delays.map { $0.map { _ in (count: 0, sum: 0.0) } }
    var generator = ArrivalGenerator(plan: plan, seed: 0, replication: 1)
    var replication = Replication(plan: plan, seed: 0, number: 1, recording: .passages)
    var batch = ArrivalBatch()
    var rows = RecordBatch(replication: 1)
    generator.fill(&batch)
    var position = 0
    running: while replication.events < Self.events {
      let pause = replication.advance(through: batch, from: &position, atMost: 10_000)
      replication.exchangeRows(&rows)
      for row in rows.passages {
        let delay = Double((row.arrivedAt - times[Int(row.truck) - 1]).microseconds)
        for place in [row.place, row.lane] where place != noPlace {
          sums[Int(row.flow)][Int(place)].count += 1
          sums[Int(row.flow)][Int(place)].sum += delay
        }
      }
      switch pause {
      case .ended: break running
      case .needsArrivals:
        generator.fill(&batch)
        position = 0
      case .rowsAreFull, .tookItsTurn: break
      }
    }
    delays = sums.map { $0.map { $0.count > 0 ? $0.sum / Double($0.count) : nil } }
  }
}
