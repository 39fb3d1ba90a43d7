import ClearanceModel
import ClearanceRecords
import EventSimulation
import OutputAnalysis
import Testing

/// Warm-up and recording intervals.
@Suite struct WarmUpTests {
  private static let text = """
    scenario: three trucks
    runs for: 200 s
    stations: {a: {servers: 1}}
    arrivals: {t: {at: [0 s, 10 s, 20 s, 100 s], procedure: p}}
    procedures: {p: [{serve at: a, for: 30 s}, {mark: served}]}
    """

  /// The warm-up ends at 45 s: the visits that end from then on count, and time from then on.
  @Test func cutsAllStatistics() throws {
    let log = try ReplicationLog(Self.text, set: ["warm up=45 s"])
    let place = try #require(log.place("a"))
    // t2 leaves at 60, t3 at 90, t4 at 130.
    #expect(place.departures == 3)
    #expect(place.arrivals == 1)
    #expect(place.visits[0].wait.tally.count == 3)
    #expect(place.visits[0].wait.tally.sum == 20_000_000 + 40_000_000)
    #expect(place.queue.area == 15_000_000)
    #expect(place.busy.area == 75_000_000)
    #expect(place.open.area == 155_000_000)
    #expect(place.present.area == 90_000_000)
    #expect(place.present.maximum == 2)
    #expect(log.statistics.flowCounts[0].departures == 3)
    #expect(log.statistics.flowCounts[0].arrivals == 1)
    #expect(try log.value("flow.t.clearance.count") == 3)
    #expect(try log.value("flow.t.to-served.count") == 3)
    #expect(try log.value("zone.present.mean") == 90.0 / 155)
    #expect(try log.value("a.throughput.mean") == 3 * 3600 / 155.0)
    // Rows, counts of events and the fingerprint do not know of it.
    let whole = try ReplicationLog(Self.text)
    #expect(log.rows.passages == whole.rows.passages)
    #expect(log.rows.trucks == whole.rows.trucks)
    #expect(log.statistics.trucks == 4)
    #expect(log.statistics.fingerprint == whole.statistics.fingerprint)
  }

  /// An end of service at the end of the warm-up counts.
  @Test(arguments: [("30 s", 4), ("30.000001 s", 3)])
  func theBoundaryCounts(_ warmUp: String, _ count: Int64) throws {
    let log = try ReplicationLog(Self.text, set: ["warm up=\(warmUp)"])
    #expect(log.place("a")?.departures == count)
  }

  @Test func intervalRows() throws {
    let log = try ReplicationLog(Self.text, set: ["record every=60 s"])
    let rows = log.rows.intervals
    #expect(rows.map(\.startsAt.seconds) == [0, 60, 120, 180])
    #expect(rows.map(\.length.seconds) == [60, 60, 60, 20])
    #expect(rows.map(\.arrivals) == [3, 1, 0, 0])
    // The visit that ends at 60 s belongs to the interval that begins there.
    #expect(rows.map(\.departures) == [1, 2, 1, 0])
    #expect(rows.map(\.queueMax) == [2, 1, 0, 0])
    #expect(rows.map { $0.queueMean * $0.length.seconds } == [60, 0, 0, 0])
    #expect(rows.map { $0.busyShare * $0.length.seconds } == [60, 50, 10, 0])
    #expect(rows.map(\.waitMean) == [0, 30_000_000, 0, -1])
    #expect(rows.map(\.waitP50) == [0, 20_000_000, 0, -1])
    #expect(rows.map(\.waitP95) == [0, 40_000_000, 0, -1])
  }

  private static let random = """
    scenario: busy
    runs for: 20 h
    stations:
      a: {lanes: [{name: x}, {name: y, servers: 2}], capacity: 6}
      b:
        servers: [{from: 0 h, count: 2}, {from: 3 h, count: 1}, {from: 4 h, count: 0}]
        repeats every: 5 h
        on closing: return to queue
    arrivals: {t: {rate: 40 per h, procedure: p}}
    procedures: {p: [{serve at: a, for: exponential(4 min)}, {serve at: b, for: exponential(2 min)}]}
    """

  /// Rows are the same with a warm-up that ends within an interval, and add up to the totals.
  @Test(arguments: ["17 min", "1 h", "2.9 h"])
  func rowsAddUp(_ interval: String) throws {
    let every = "record every=\(interval)"
    let whole = try ReplicationLog(Self.random, set: [every])
    let cut = try ReplicationLog(Self.random, set: [every, "warm up=6.5 h"])
    // Compared as text, since a share of no open time is NaN.
    #expect(whole.rows.intervals.map { "\($0)" } == cut.rows.intervals.map { "\($0)" })
    for (index, place) in whole.statistics.places.enumerated() {
      let rows = whole.rows.intervals.filter { Int($0.place) == index }
      #expect(rows.reduce(0) { $0 + $1.arrivals } == place.arrivals)
      #expect(rows.reduce(0) { $0 + $1.departures } == place.departures)
      #expect(rows.reduce(0) { $0 + $1.lost } == place.lost)
      #expect(rows.reduce(0) { $0 + $1.length.microseconds } == 72_000_000_000)
      #expect(rows.map(\.queueMax).max() == place.queue.maximum)
      let area = rows.reduce(0) { $0 + $1.queueMean * Double($1.length.microseconds) }
      // A mean is a quotient of integers below 2⁵³: each row loses at most one part in 2⁵³.
      #expect(abs(area - Double(place.queue.area)) <= 1e-12 * area)
      let waits = rows.filter { $0.departures > 0 }.reduce(0) { $0 + $1.waitMean * $1.departures }
      let sum = place.visits.reduce(0) { $0 + $1.wait.tally.sum }
      // Each mean is rounded to a microsecond.
      #expect(abs(Int128(waits) - sum) <= Int128(place.departures))
    }
  }

  /// What is counted before and after the warm-up is what is counted without.
  @Test func warmUpParts() throws {
    let whole = try ReplicationLog(Self.random)
    let after = try ReplicationLog(Self.random, set: ["warm up=6 h"])
    let before = try ReplicationLog(Self.random, set: ["runs for=6 h"])
    for index in whole.statistics.places.indices {
      let (all, one, two) = (
        whole.statistics.places[index], before.statistics.places[index],
        after.statistics.places[index]
      )
      #expect(all.arrivals == one.arrivals + two.arrivals)
      #expect(all.departures == one.departures + two.departures)
      #expect(all.lost == one.lost + two.lost)
      #expect(all.queue.area == one.queue.area + two.queue.area)
      #expect(all.present.area == one.present.area + two.present.area)
      #expect(all.busy.area == one.busy.area + two.busy.area)
      #expect(all.open.area == one.open.area + two.open.area)
      let sums = [all, one, two].map { $0.visits.reduce(0) { $0 + $1.sojourn.tally.sum } }
      #expect(sums[0] == sums[1] + sums[2])
    }
  }
}
