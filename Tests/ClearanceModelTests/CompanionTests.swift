import ClearanceModel
import ClearanceRecords
import EventSimulation
import Testing

/// What goes its own way beside the trucks.
@Suite struct CompanionTests {
  /// The truck leaves, its goods stay; flows count trucks, stations both.
  @Test func goodsStayBehind() throws {
    let log = try ReplicationLog(
      """
      scenario: goods in a store
      runs until: empty
      stations: {store: {servers: 1}}
      arrivals: {t: {at: [0 s, 10 s], procedure: visit}}
      procedures:
        visit:
          - delay for: 5 s
          - start: goods
          - delay for: 1 s
        goods:
          - serve at: store
            for: 60 s
          - mark: usable
      """
    )
    #expect(log.visits == ["t1 store 5 5 65", "t2 store 15 65 125"])
    #expect(log.stays == ["t1 0 6 6", "t2 10 16 16"])
    #expect(log.companions == ["1 t1 0 5 65", "2 t2 0 15 125"])
    // The clock of the goods is that of their truck.
    #expect(try log.value("flow.t.to-usable.mean") == 90)
    #expect(try log.value("flow.t.departures.count") == 2)
    #expect(try log.value("store.departures.count") == 2)
    #expect(try log.value("zone.present.max") == 1)
    #expect(try log.value("zone.makespan.max") == 125)
  }

  /// Several at once draw each for itself.
  @Test func severalDrawApart() throws {
    let log = try ReplicationLog(
      """
      scenario: three declarations
      runs until: empty
      attributes: {sheets: number}
      stations: {desk: {servers: unlimited}}
      arrivals: {t: {at: [0 s], procedure: visit}}
      procedures:
        visit:
          - set: {sheets: 3}
          - start: declare
            times: sheets
        declare:
          - serve at: desk
            for: exponential(1 min)
      """
    )
    let services = try #require(log.services(at: "desk")["t1"])
    #expect(services.count == 3 && Set(services).count == 3)
    #expect(log.carried.count == 4)
  }

  /// Piles by firm go out at their date with the number of what was gathered before the cut.
  @Test func piles() throws {
    let log = try ReplicationLog(
      """
      scenario: declared together
      runs for: 100 s
      attributes: {firm: [a, b], slips: number}
      stations: {desk: {servers: 1}}
      collections:
        together:
          by: [firm]
          closings: [{cut: 20 s, due: 30 s}, {cut: 60 s, due: 60 s}]
          sets: slips
          starts: declare
      arrivals:
        a: {at: [1 s, 2 s, 25 s, 70 s], attributes: {firm: a}, procedure: p}
        b: {at: [3 s, 19 s], attributes: {firm: b}, procedure: p}
      procedures:
        p: [{gather: together}]
        declare:
          - serve at: desk
            for: slips * 2 s
          - mark: declared
      """
    )
    #expect(log.companions == ["1 a1 2 30 34", "2 b1 2 30 38", "3 a3 1 60 62"])
    #expect(log.visits == ["a1 desk 30 30 34", "b1 desk 30 34 38", "a3 desk 60 60 62"])
    #expect(try log.value("together.gathered.count") == 6)
    #expect(try log.value("together.started.count") == 3)
    #expect(try log.value("flow.a.to-declared.count") == 2)
    let closings = log.rows.gathered.map(\.closing)
    #expect(closings == [0, 0, 0, 0, 1, .max])
  }
}
