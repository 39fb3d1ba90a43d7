/// Tasks that are done side by side.
extension SizedCase {
  static var familyT: [SizedCase] {
    [0.5, 0.8].map { load in
      SizedCase(
        "T-FJ2-\(load)",
        "fork and join over two M/M/1, load \(load)",
        "Flatto and Hahn (1984); Nelson and Tantawi (1988)",
        load: load,
        .queue(1, load, .stay),
        [.minutes("T", "flow.trucks.clearance.mean", ForkAndJoin(load: load).stay)]
      )
    }
  }
}
