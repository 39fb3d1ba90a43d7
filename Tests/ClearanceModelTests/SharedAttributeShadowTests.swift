import ClearanceModel
import ClearanceRecords
import EventSimulation
import Testing

/// Random families that set, read and wait, against a plain list of processes that do the same.
@Suite struct SharedAttributeShadowTests {
  /// What a truck or companion does.
  private indirect enum Step {
    case delay(Int)
    /// The shared number becomes twice itself, plus so much, or begins anew.
    case set(Int)
    case waitAbove(Int)
    /// So much times the shared number is added to the flow's amount.
    case note(Int)
    case start(Int)
  }

  private struct Numbers {
    var state: UInt64
    mutating func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
  }

  /// Procedures of random steps; each starts only those after it, so that there is an end.
  private static func procedures(_ numbers: inout Numbers) -> [[Step]] {
    (0..<8).map { index in
      (0..<3 + numbers.next(6)).map { number -> Step in
        switch numbers.next(6) {
        case 0, 1: .delay(1 + numbers.next(900_000_007))
        case 2: .set(1 + numbers.next(5))
        case 3: .waitAbove(numbers.next(9))
        case 4 where index < 7: .start(index + 1 + numbers.next(7 - index))
        default: .note(1 + 100 * index + 1_000 * number)
        }
      }
    }
  }

  private static func text(_ procedures: [[Step]], _ times: [[Int]], lot: Int) -> String {
    let flows = times.enumerated().map { index, times in
      "  f\(index): {at: [\(times.map { "\($0) us" }.joined(separator: ", "))], lot: \(lot), "
        + "procedure: p\(index % procedures.count)}"
    }
    let bodies = procedures.enumerated().map { index, steps in
      "  p\(index):\n"
        + steps.map { step in
          switch step {
          case .delay(let time): "    - delay for: \(time) us\n"
          case .set(let added): "    - set: {v: 'min(40, v * 2 + \(added)) * chance(100%)'}\n"
          case .waitAbove(let value): "    - wait until: v > \(value)\n"
          case .note(let weight): "    - {sum: noted, of: v * \(weight)}\n"
          case .start(let other): "    - start: p\(other)\n"
          }
        }.joined()
    }
    return "scenario: families\nruns until: empty\nshared attributes: {v: number}\narrivals:\n"
      + flows.joined(separator: "\n") + "\nprocedures:\n" + bodies.joined()
  }

  // MARK: The shadow

  private struct Process {
    var flow: Int
    var truck: Int
    var family: Int
    var steps: [Step]
    var next = 0
    var number = 0
    /// When its delay ends; nil while it waits or is gone.
    var due: (time: Int, sequence: Int)?
    var waitsSince: Int?
    var endedAt: Int?
  }

  private struct Shadow {
    let procedures: [[Step]]
    var processes: [Process] = []
    var values: [Double] = []
    var noted: [Double]
    var sequence = 0
    var turn = 0
    var companions = 0
    var born: [Int] = []
    var ended: [String] = []

    init(_ procedures: [[Step]], flows: Int) {
      self.procedures = procedures
      noted = Array(repeating: 0, count: flows)
    }

    /// Takes a process on until it must let time pass, stand or end.
    mutating func run(_ index: Int, _ now: Int) {
      while processes[index].next < processes[index].steps.count {
        let family = processes[index].family
        switch processes[index].steps[processes[index].next] {
        case .delay(let time):
          sequence += 1
          processes[index].due = (now + time, sequence)
          processes[index].next += 1
          return
        case .set(let added): values[family] = min(40, values[family] * 2 + Double(added))
        case .waitAbove(let value):
          if values[family] <= Double(value) {
            turn += 1
            processes[index].waitsSince = turn
            return
          }
        case .note(let weight): noted[processes[index].flow] += values[family] * Double(weight)
        case .start(let other):
          companions += 1
          var child = processes[index]
          child.steps = procedures[other]
          child.next = 0
          child.number = companions
          processes.append(child)
          born.append(processes.count - 1)
        }
        processes[index].next += 1
      }
      processes[index].endedAt = now
      let process = processes[index]
      ended.append("\(process.number) f\(process.flow) \(process.truck) \(now)")
    }

    mutating func settle(_ now: Int) {
      while true {
        if !born.isEmpty {
          run(born.removeFirst(), now)
          continue
        }
        let awake = processes.indices.filter { index in
          guard processes[index].waitsSince != nil,
            case .waitAbove(let value) = processes[index].steps[processes[index].next]
          else { return false }
          return values[processes[index].family] > Double(value)
        }
        let order = awake.sorted {
          (processes[$0].waitsSince ?? 0) < (processes[$1].waitsSince ?? 0)
        }
        guard let first = order.first else { return }
        processes[first].waitsSince = nil
        processes[first].next += 1
        run(first, now)
      }
    }
  }

  private static func shadow(_ procedures: [[Step]], _ times: [[Int]], lot: Int) -> Shadow {
    var shadow = Shadow(procedures, flows: times.count)
    var arrivals: [(time: Int, flow: Int, truck: Int)] = []
    var families: [[Int]] = []
    for (flow, times) in times.enumerated() {
      var own: [Int] = []
      for (index, time) in times.enumerated() {
        arrivals.append((time, flow, index + 1))
        if index % lot == 0 { shadow.values.append(0) }
        own.append(shadow.values.count - 1)
      }
      families.append(own)
    }
    arrivals.sort { $0.time < $1.time }
    while true {
      let due = shadow.processes.indices.filter { shadow.processes[$0].due != nil }.min {
        (shadow.processes[$0].due ?? (0, 0)) < (shadow.processes[$1].due ?? (0, 0))
      }
      let dueTime = due.flatMap { shadow.processes[$0].due?.time } ?? Int.max
      if let arrival = arrivals.first, arrival.time < dueTime {
        arrivals.removeFirst()
        shadow.processes.append(
          Process(
            flow: arrival.flow,
            truck: arrival.truck,
            family: families[arrival.flow][arrival.truck - 1],
            steps: procedures[arrival.flow % procedures.count]
          )
        )
        shadow.run(shadow.processes.count - 1, arrival.time)
        shadow.settle(arrival.time)
      } else if let due {
        shadow.processes[due].due = nil
        shadow.run(due, dueTime)
        shadow.settle(dueTime)
      } else {
        return shadow
      }
    }
  }

  // MARK: Comparison

  @Test(arguments: [1, 3]) func sameCourse(_ lot: Int) throws {
    var woken = 0
    var stuck = 0
    for seed in 1...30 {
      var numbers = Numbers(state: UInt64(seed * 7_919 + lot))
      let procedures = Self.procedures(&numbers)
      // Odd microseconds of different trucks: nothing happens at one instant by chance.
      let times = (0..<8).map { _ in
        (0..<5).map { _ in 1 + numbers.next(800_000_011) }.sorted()
      }
      let shadow = Self.shadow(procedures, times, lot: lot)
      let log = try ReplicationLog(Self.text(procedures, times, lot: lot))
      let name = "lot of \(lot), seed \(seed)"
      for flow in times.indices {
        let met = MeasureCatalogue(plan: log.plan).measures.map(\.name)
        guard met.contains("flow.f\(flow).noted.sum") else { continue }
        #expect(try log.value("flow.f\(flow).noted.sum") == shadow.noted[flow], "\(name)")
      }
      var found: [String] = []
      for row in log.rows.companions where row.endedAt != .never {
        let flow = log.plan.flows[Int(row.flow)].name
        found.append("\(row.number) \(flow) \(row.truck) \(row.endedAt.microseconds)")
      }
      for row in log.rows.trucks where row.leftAt != .never {
        let flow = log.plan.flows[Int(row.flow)].name
        found.append("0 \(flow) \(row.number) \(row.leftAt.microseconds)")
      }
      #expect(found.sorted() == shadow.ended.sorted(), "\(name)")
      let waiting = shadow.processes.count { $0.endedAt == nil }
      stuck += waiting
      woken += shadow.turn - waiting
      #expect(log.statistics.isStuck == (waiting > 0), "\(name)")
    }
    // Little would be said if nobody were woken, or all were.
    #expect(woken > 100)
    #expect(stuck > 100)
  }
}
