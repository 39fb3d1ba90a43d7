/// Convoys, and services for several at once.
extension SizedCase {
  static var familyO: [SizedCase] {
    [
      convoys("O-MXM1-const-3", "M[X]/M/1, convoys of three", square: 9, scv: 1),
      convoys("O-MXM1-geom-3", "M[X]/M/1, geometric convoys, mean 3", square: 15, scv: 1),
      convoys("O-MXD1", "M[X]/D/1, convoys of three", square: 9, scv: 0), bulk,
    ]
  }

  /// Load 0.75: a convoy every four minutes.
  private static func convoys(
    _ id: String,
    _ model: String,
    square: Double,
    scv: Double
  ) -> SizedCase {
    let queue = BatchArrivals(rate: 0.25, size: 3, sizeSquare: square, scv: scv)
    return SizedCase(
      id,
      "\(model), load 0.75",
      "Burke, Operations Research 23 (1975)",
      load: queue.load,
      // Convoys of X have the index of dispersion E X²/E X.
      .queue(1, queue.load, variability: 1.15 * (square / 3 + scv) / 2, .stay),
      [
        .minutes("Wq", "gate.wait.mean", queue.wait),
        .minutes("W", "gate.sojourn.mean", queue.stay),
        .mean("L", "gate.present.mean", queue.present),
      ]
    )
  }

  /// Who comes while the server is idle does not wait: that share is small and hangs on the root.
  private static var bulk: SizedCase {
    let queue = BulkService(arrivals: 4, most: 5)
    return SizedCase(
      "O-BULK",
      "M/M[5]/1, up to five are served together, load 0.8",
      "Bailey (1954); Gross and Harris, Fundamentals of Queueing Theory, section 3.2",
      load: 0.8,
      // In heavy traffic the share of time near zero varies half as much as the mean, relatively.
      .steady(
        0.7 * RunLength.queue(servers: 1, offered: 0.8, variability: 3, .wait) / 5,
        settling: 500
      ),
      [
        .mean("r0", "gate.wait.share-within-1us", queue.idle),
        .mean("1 − P idle", "gate.utilisation.mean", 1 - queue.idle),
        .minutes("W", "gate.sojourn.mean", queue.wait + 1),
        .mean("L", "gate.present.mean", queue.queue + 4),
      ]
    )
  }
}
