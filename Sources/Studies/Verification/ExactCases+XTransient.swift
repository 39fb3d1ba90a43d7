/// Queues on the way to their equilibrium, and queues that follow the clock.
extension SizedCase {
  static var transients: [SizedCase] {
    [
      approach(
        "X-MM3-tr",
        "M/M/3 from empty, offered 2.7: E N(t)",
        KolmogorovEquations(servers: 3, service: 1, places: 240, step: 0.1) { _ in 2.7 },
        [1, 5, 10, 20, 50, 100]
      ),
      approach(
        "X-MM1-n20",
        "M/M/1 with twenty present at the start, load 0.5: E N(t)",
        KolmogorovEquations(servers: 1, service: 1, places: 120, step: 0.2, present: 20) { _ in 0.5
        },
        [10, 20, 40, 60, 100]
      ),
    ]
  }

  private static func approach(
    _ id: String,
    _ model: String,
    _ start: KolmogorovEquations,
    _ instants: [Int]
  ) -> SizedCase {
    var equations = start
    var relative = 0.0
    var values: [ExactValue] = []
    for instant in instants {
      equations.advance(to: Double(instant))
      let mean = equations.mean(Double.init)
      let square = equations.mean { Double($0 * $0) }
      relative = max(relative, square / (mean * mean) - 1)
      values.append(.mean("N(\(instant))", "gate.present.at-\(instant)min", mean))
    }
    return SizedCase(
      id,
      model,
      "Kolmogorov's forward equations",
      load: 0.9,
      .transient(RunLength.count(relative)),
      values
    )
  }

  static var cycles: [SizedCase] {
    [
      cycle("2", servers: 14, service: 4, mean: 40, swing: 0.5, asksQueue: false),
      cycle("4", servers: 10, service: 1, mean: 5, swing: 0.5, together: 0.3, asksQueue: false),
      cycle("5", servers: 8, service: 2, mean: 10, swing: 1),
    ]
  }

  /// Arrivals and services per hour; a cycle takes a day.
  ///
  /// A queue does not move as one through a day: of that variance about half is left, less where
  /// queues are short and soon forgotten.
  private static func cycle(
    _ word: String,
    servers: Int,
    service: Double,
    mean: Double,
    swing: Double,
    together: Double = 0.55,
    asksQueue: Bool = true
  ) -> SizedCase {
    let averages = CycleAverages(
      servers: servers,
      service: service,
      mean: mean,
      swing: swing,
      period: 24,
      places: servers + 120
    )
    // A third is enough for how many are there and how often all are busy.
    let scatter = together * averages.relative * (asksQueue ? 1 : 0.3)
    return SizedCase(
      "X-MtMc-\(word)",
      "M(t)/M/\(servers), \(Int(mean)) arrivals an hour and \(Int(swing * 100)) % swing in 24 h",
      "Kolmogorov's forward equations; Green, Kolesar and Svoronos, Operations Research 39 (1991)",
      load: mean / service / Double(servers),
      .steady(
        60 * 24 * RunLength.time(scatter, precision: 0.01),
        settling: 60 * 72
      ),
      [
        .mean("mean L", "gate.present.mean", averages.present),
        .mean("P(delay)", "gate.wait.share-waiting", averages.delayed),
      ]
        + (asksQueue
          ? [
            .mean("mean Lq", "gate.queue.mean", averages.queue),
            .minutes("mean Wq", "gate.wait.mean", 60 * averages.wait),
          ] : [])
    )
  }
}
