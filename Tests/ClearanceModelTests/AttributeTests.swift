import ClearanceModel
import ClearanceRecords
import EventSimulation
import Testing

/// What trucks carry: values drawn, set, asked for and recorded.
@Suite struct AttributeTests {
  /// Arithmetic, functions, choice by word and the property of the lane held.
  @Test func expressions() throws {
    let log = try ReplicationLog(
      """
      scenario: weights
      runs until: empty
      attributes:
        vehicle: [van, semi]
        heavy: [no, yes]
        a: weight
        b: number
        c: duration
      stations:
        gate:
          properties: {pass: 7 s}
          joins: dedicated
          lanes:
            - {name: small, takes: {vehicle: [van]}}
            - {name: large, takes: {vehicle: [semi]}, properties: {pass: 20 s + c}}
      arrivals:
        v: {at: [0 s], attributes: {vehicle: van}, procedure: p}
        w: {at: [1 min], attributes: {vehicle: semi}, procedure: p}
      procedures:
        p:
          - set:
              a: vehicle(van = 3.2 t, semi = 8.5 t + 5500 kg) * 2 - abs(-1 t)
              b: max(ceil(2.1), floor(2.9)) / 2 + min(10%, 1)
              c: 3 * 2 s
          - choose:
              - when: a > 20 t and vehicle = semi
                do: [{set: {heavy: yes}}]
          - seize: gate
          - delay for: pass at gate
          - release: gate
          - delay for: b * 10 s - 100 s
      """
    )
    #expect(log.visits == ["v1 gate.small 0 0 7", "w1 gate.large 60 60 86"])
    #expect(
      log.carried == [
        "v1 a 5400.0", "v1 b 1.6", "v1 c 6000000.0", "w1 vehicle semi", "w1 heavy yes",
        "w1 a 27000.0", "w1 b 1.6", "w1 c 6000000.0",
      ]
    )
    #expect(log.stays == ["v1 0 7 7", "w1 60 86 86"])
  }

  /// A chance and a law within an expression have the frequency and mean that they say.
  @Test func draws() throws {
    let log = try ReplicationLog(
      """
      scenario: draws
      runs until: empty
      attributes: {hit: [no, yes], x: number, y: duration}
      arrivals: {t: {every: 1 s, at most: 20000, procedure: p}}
      procedures:
        p:
          - set: {hit: chance(30%), x: 'uniform(0, 1) - uniform(0, 1)', y: exponential(4 s) + 1 s}
          - delay for: y
      """
    )
    let hits = log.carried.count { $0.hasSuffix("hit yes") }
    // 20,000 draws: standard deviation 65; five of them.
    #expect(abs(hits - 6_000) < 325)
    let differences = log.rows.attributes.filter { $0.attribute == 1 }.map(\.value)
    let mean = differences.reduce(0, +) / 20_000
    let square = differences.reduce(0) { $0 + $1 * $1 } / 20_000
    // Two separate draws: mean 0, mean square 1/6; one draw twice would give 0.
    #expect(abs(mean) < 5 * 0.41 / 20_000.0.squareRoot())
    #expect(abs(square - 1.0 / 6) < 0.01)
    let clearance = try #require(try log.value("flow.t.clearance.mean"))
    #expect(abs(clearance - 5) < 5 * 4 / 20_000.0.squareRoot())
  }

  /// Trucks of a lot share what is drawn for the lot, and only that.
  @Test func lots() throws {
    let log = try ReplicationLog(
      """
      scenario: lots of three
      runs until: empty
      classes: [aeo, general]
      attributes: {papers: [slip, list], vehicle: [van, semi], hit: [no, yes]}
      arrivals:
        t:
          every: 1 s
          at most: 3000
          lot: 3
          class: {aeo: 50%, general: 50%}
          attributes: {papers: {slip: 50%, list: 50%}, vehicle: {van: 50%, semi: 50%}}
          of each truck: [vehicle]
          procedure: p
      procedures:
        p:
          - set: {hit: chance(50%)}
            drawn: per lot
          - delay for: 1 s
      """
    )
    func lots(of attribute: UInt16) -> [Int] {
      var sums = Array(repeating: 0, count: 1000)
      for row in log.rows.attributes where row.attribute == attribute {
        sums[Int(row.truck - 1) / 3] += 1
      }
      return sums
    }
    for shared in [UInt16(0), 2] {
      #expect(lots(of: shared).allSatisfy { $0 == 0 || $0 == 3 })
      #expect(abs(lots(of: shared).count { $0 == 3 } - 500) < 5 * 16)
    }
    #expect(lots(of: 1).contains { $0 == 1 || $0 == 2 })
    var classes = Array(repeating: Set<UInt16>(), count: 1000)
    for row in log.rows.trucks { classes[Int(row.number - 1) / 3].insert(row.classIndex) }
    #expect(classes.allSatisfy { $0.count == 1 })
  }

  /// Shares by the clock, in turn and again.
  @Test func sharesByTheClock() throws {
    let log = try ReplicationLog(
      """
      scenario: vans by day
      runs until: empty
      attributes: {vehicle: [van, semi]}
      arrivals:
        t:
          at: [0 s, 59 min, 1 h, 119 min, 2 h, 3 h]
          attributes: {vehicle: {per step: [{semi: 100%}, {van: 100%}], step: 1 h}}
          procedure: p
      procedures: {p: [{delay for: 1 s}]}
      """
    )
    #expect(log.carried == ["t1 vehicle semi", "t2 vehicle semi", "t5 vehicle semi"])
  }

  /// A class that follows a word attribute.
  @Test func classByFirm() throws {
    let log = try ReplicationLog(
      """
      scenario: firms
      runs until: empty
      classes: [aeo, general]
      attributes: {firm: [b, a, c]}
      arrivals:
        t:
          every: 1 s
          at most: 10000
          attributes: {firm: {a: 20%, b: 50%, c: 30%}}
          class by: {firm: {a: aeo, b: general, c: aeo}}
          procedure: p
      procedures: {p: [{delay for: 1 s}]}
      """
    )
    var firms: [UInt32: Int] = [:]
    for row in log.rows.attributes { firms[row.truck] = Int(row.value) }
    var counts = [0, 0, 0]
    for truck in log.rows.trucks {
      let firm = firms[truck.number] ?? 0
      counts[firm] += 1
      #expect(truck.classIndex == (firm == 0 ? 1 : 0))
    }
    // 0.1 % of the chi-square law with two degrees of freedom.
    #expect(chiSquare(counts, shares: [0.5, 0.2, 0.3]) < 13.8)
  }

  /// A class that changes with the clock: firm and class stay one draw, lots stay whole.
  @Test func classByFirmAndClock() throws {
    let log = try ReplicationLog(
      """
      scenario: firms
      runs until: empty
      classes: [aeo, general]
      attributes: {firm: [b, a, c]}
      stations: {gate: {servers: unlimited}}
      arrivals:
        t:
          every: 1 s
          at most: 19998
          lot: 3
          attributes:
            firm: {per step: [{a: 20%, b: 50%, c: 30%}, {b: 60%, c: 40%}], step: 4000 s}
          class by: {firm: {a: aeo, b: [{from: 0 s, class: general}, {from: 10000 s, class: aeo}], c: general}}
          procedure: p
      procedures: {p: [{serve at: gate, for: 1 s}]}
      """
    )
    var firms: [UInt32: Int] = [:]
    for row in log.rows.attributes { firms[row.truck] = Int(row.value) }
    let times = Dictionary(uniqueKeysWithValues: log.rows.trucks.map { ($0.number, $0.arrivedAt) })
    var counts = [[0, 0, 0], [0, 0, 0]]
    var lots: [UInt32: (firm: Int, classIndex: UInt16)] = [:]
    for truck in log.rows.trucks {
      let firm = firms[truck.number] ?? 0
      let lot = (truck.number - 1) / 3
      let time = Int((times[lot * 3 + 1] ?? truck.arrivedAt).seconds)
      counts[time / 4_000 % 2][firm] += 1
      let isAEO = firm == 1 || firm == 0 && time >= 10_000
      #expect(truck.classIndex == (isAEO ? 0 : 1), "\(truck.number)")
      let known = lots[lot, default: (firm, truck.classIndex)]
      #expect(known == (firm, truck.classIndex), "a lot has one firm and one class")
      lots[lot] = known
    }
    // 0.1 % of the chi-square law, with the lots as what is drawn.
    #expect(chiSquare(counts[0].map { $0 / 3 }, shares: [0.5, 0.2, 0.3]) < 13.8)
    #expect(counts[1][1] == 0)
    #expect(chiSquare([counts[1][0] / 3, counts[1][2] / 3], shares: [0.6, 0.4]) < 10.8)
    // Little and conservation by class are asked of every run.
    let classes = log.rows.trucks.map(\.classIndex)
    let measured = try ["aeo", "general"].map { try log.value("flow.t[\($0)].arrivals.count") }
    #expect(measured == [0, 1].map { index in Double(classes.count { $0 == index }) })
  }

  /// The states of a document, in their order and with their times.
  @Test func documents() throws {
    let log = try ReplicationLog(
      """
      scenario: a form
      runs until: empty
      attributes:
        form: {draft: [applied], applied: [approved, returned], returned: [applied], approved: []}
      arrivals: {t: {at: [0 s, 4 s], procedure: p}}
      procedures:
        p:
          - name: apply
            set: {form: applied}
          - delay for: 10 s
          - choose:
              - share: 50%
                do: [{set: {form: returned}}]
                go to: apply
          - set: {form: approved}
      """,
      set: ["seed=4"]
    )
    let first = log.transitions.filter { $0.hasPrefix("t1") }
    #expect(first.first == "t1 form applied 0")
    #expect(first.last?.hasPrefix("t1 form approved ") == true)
    #expect(log.transitions.count { $0.contains("approved") } == 2)
    let returned = log.transitions.count { $0.contains("returned") }
    #expect(log.transitions.count { $0.contains("applied") } == returned + 2)
  }
}
