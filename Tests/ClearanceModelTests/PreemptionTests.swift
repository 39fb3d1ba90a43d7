import ClearanceModel
import ClearanceRecords
import Testing

/// Higher classes that take servers from lower ones.
@Suite struct PreemptionTests {
  private static func text(
    _ servers: String,
    _ flows: String,
    _ end: String = "runs until: empty"
  ) -> String {
    """
    scenario: preemption
    \(end)
    classes: [high, middle, low]
    stations: {a: {\(servers), queue: priority, preemptive: yes}}
    arrivals: {\(flows)}
    procedures: {p: [{serve at: a, for: 10 s}], q: [{serve at: a, for: 100 s}]}
    """
  }

  /// The lower one resumes where it was broken off.
  @Test func resumes() throws {
    let log = try ReplicationLog(
      Self.text(
        "servers: 1",
        """
        low: {at: [0 s], class: low, procedure: q}, high: {at: [30 s, 35 s], class: high, \
        procedure: p}
        """
      )
    )
    #expect(log.visits == ["high1 a 30 30 40", "high2 a 35 40 50", "low1 a 0 0 120"])
    #expect(try log.value("a[low].wait.mean") == 20)
    #expect(try log.value("a[low].service.mean") == 100)
    #expect(try log.value("a.utilisation.mean") == 1)
  }

  /// The lowest class makes way first, and of it the truck that started last.
  @Test func whoMakesWay() throws {
    let log = try ReplicationLog(
      Self.text(
        "servers: 3",
        """
        low: {at: [0 s, 5 s], class: low, procedure: q}, mid: {at: [7 s], class: middle, \
        procedure: q}, high: {at: [20 s], class: high, procedure: p}
        """
      )
    )
    #expect(
      log.visits == ["high1 a 20 20 30", "low1 a 0 0 100", "mid1 a 7 7 107", "low2 a 5 5 115"]
    )
  }

  /// An equal class waits; a server that closes after its service is nobody's to take.
  @Test func whoDoesNot() throws {
    let log = try ReplicationLog(
      Self.text(
        "servers: [{from: 0 s, count: 2}, {from: 10 s, count: 1}]",
        "low: {at: [0 s, 0 s], class: low, procedure: q}, high: {at: [20 s], class: high, procedure: p}"
      )
    )
    // Two are busy and one is open: the closing one is left alone, and so is the other.
    #expect(log.visits.contains("high1 a 20 100 110"))
  }

  /// A closing sends the lowest class back, whoever started last.
  @Test func closingSendsTheLowestBack() throws {
    let log = try ReplicationLog(
      Self.text(
        """
        servers: [{from: 0 s, count: 2}, {from: 10 s, count: 1}, {from: 200 s, count: 2}], \
        on closing: return to queue
        """,
        """
        low: {at: [0 s], class: low, procedure: q}, mid: {at: [5 s], class: middle, procedure: q}
        """
      )
    )
    #expect(log.visits == ["mid1 a 5 5 105", "low1 a 0 0 195"])
  }

  /// With failures: who loses its server may take that of a lower class.
  @Test func failureThenPreemption() throws {
    let log = try ReplicationLog(
      """
      scenario: both
      runs for: 200 h
      classes: [high, low]
      stations:
        a: {servers: 2, queue: priority, preemptive: yes, fails after: exponential(9 min),
            repaired in: exponential(3 min), counts: any time}
      arrivals:
        t: {every: exponential(3 min), class: {high: 30%, low: 70%}, procedure: p}
      procedures: {p: [{serve at: a, for: exponential(3 min)}]}
      """
    )
    // The laws of conservation are checked at the end of the run; high trucks wait least.
    let high = try #require(try log.value("a[high].wait.mean"))
    let low = try #require(try log.value("a[low].wait.mean"))
    #expect(high < low / 3)
  }
}
