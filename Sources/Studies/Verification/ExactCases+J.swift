/// Who is served first.
extension SizedCase {
  static var familyJ: [SizedCase] {
    let order = OrderOfService(load: 0.8)
    return [
      classes(1, [0.2, 0.3, 0.3], 0.8), classes(5, [1, 1.5, 2], 0.9), preemptive,
      discipline("fifo", "first come, first served", order.fifo, 1),
      discipline("lifo", "last come, first served", order.lifo, 2),
      discipline("random", "random order", order.random, 1), shortest,
    ]
  }

  private static func classes(_ servers: Int, _ rates: [Double], _ load: Double) -> SizedCase {
    let waits = PriorityQueues(servers: servers, arrivals: rates).waits
    var values: [ExactValue] = [
      .minutes("Wq 1", "gate[first].wait.mean", waits[0]),
      .minutes("Wq 2", "gate[second].wait.mean", waits[1]),
    ]
    // The last class, of whom there are fewer than half, bears nearly all the waiting: with five
    // servers it would need 100 million trucks.
    if servers == 1 { values.append(.minutes("Wq 3", "gate[third].wait.mean", waits[2])) }
    return SizedCase(
      "J-COB3-MM\(servers)",
      "M/M/\(servers), three classes without preemption, load \(load)",
      "Cobham, Operations Research 2 (1954)",
      load: load,
      .queue(
        servers,
        rates.reduce(0, +),
        variability: servers == 1 ? 1.4 : 6,
        servers == 1 ? .wait : .waiting
      ),
      values
    )
  }

  private static var preemptive: SizedCase {
    let stays = PriorityQueues(servers: 1, arrivals: [0.3, 0.5]).preemptiveStays
    return SizedCase(
      "J-PR2-MM1",
      "M/M/1, two classes, the first preempts the second, load 0.8",
      "White and Christie, Operations Research 6 (1958)",
      load: 0.8,
      .queue(1, 0.8),
      [
        .minutes("T1", "gate[first].sojourn.mean", stays[0]),
        .minutes("T2", "gate[second].sojourn.mean", stays[1]),
      ]
    )
  }

  /// The order leaves the means as they are; the longer the tail of the wait, the longer the run.
  private static func discipline(
    _ word: String,
    _ order: String,
    _ square: Double,
    _ variability: Double
  ) -> SizedCase {
    SizedCase(
      "J-DISC-0.8-\(word)",
      "M/M/1, \(order), load 0.8",
      "Kingman (1962); Takács (1963)",
      load: 0.8,
      .queue(1, 0.8, variability: variability, .waitSquare),
      [.square("E[Wq²]", "gate.wait.mean-square", square)]
    )
  }

  private static var shortest: SizedCase {
    SizedCase(
      "J-SJF-0.8",
      "M/M/1, shortest job first, load 0.8",
      "Phipps, Operations Research 4 (1956)",
      load: 0.8,
      .queue(1, 0.8),
      [.minutes("Wq", "gate.wait.mean", ShortestJob(load: 0.8).wait)]
    )
  }
}
