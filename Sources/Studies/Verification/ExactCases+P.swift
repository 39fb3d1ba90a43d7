/// Servers that fail or go away.
extension SizedCase {
  static var familyP: [SizedCase] {
    let server = UnreliableServer(arrivals: 0.6, failures: 0.1, repairs: 0.5)
    return [
      failing("P-BD-busy", "fails while it serves", server.stayFailingBusy),
      failing("P-BD-any", "fails at any time", server.presentFailingAlways / 0.6),
      absent("P-VAC", "of two minutes", second: 4),
      absent("P-VACexp", "exponential with mean two minutes", second: 8),
    ]
  }

  /// Effective load 0.72; completion times have a squared cv of 1.56.
  private static func failing(_ id: String, _ how: String, _ stay: Double) -> SizedCase {
    SizedCase(
      id,
      "M/M/1 that \(how): failures 0.1, repairs 0.5, load 0.72",
      "Avi-Itzhak and Naor, Operations Research 11 (1963)",
      load: 0.72,
      .queue(1, 0.72, variability: 1.5, minutes: 1.2),
      [
        .minutes("T", "gate.sojourn.mean", stay),
        .minutes("T − 1", "gate.wait.mean", stay - 1),
        .mean("L", "gate.present.mean", 0.6 * stay),
      ]
    )
  }

  /// The absences are a truck of the lower class that comes back for ever.
  private static func absent(_ id: String, _ how: String, second: Double) -> SizedCase {
    let queue = PollaczekKhinchine(arrivals: 0.6, service: .exponential)
    let absences = Vacations(queue: queue, first: 2, second: second)
    return SizedCase(
      id,
      "M/M/1 with absences \(how) while nobody waits, load 0.6",
      "Fuhrmann and Cooper, Operations Research 33 (1985)",
      load: 0.6,
      .queue(1, 0.6),
      [.minutes("Wq", "gate[truck].wait.mean", absences.wait)]
    )
  }
}
