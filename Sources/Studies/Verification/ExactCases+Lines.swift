/// Lines that never lack work, and block after service.
extension SizedCase {
  static var lines: [SizedCase] {
    let buffers = [0, 1, 2, 5, 10]
    return [
      SizedCase(
        "S-BLK2",
        "two stations of rate 1 that never lack work, room for 0 to 10 between them",
        "Hunt, Operations Research 4 (1956)",
        load: 0.9,
        saturated(rate: 1),
        buffers.map {
          .mean("b = \($0)", "second-\($0).throughput.mean", 60 * pair($0))
        }
      ),
      line("X-FLOW-best", [("", [6, 7, 7], [12, 8]), ("b", [7, 7, 6], [8, 12])]),
      line("X-FLOW-2nd", [("", [7, 7, 6], [7, 13])]),
      line("X-FLOW-686", [("", [6, 8, 6], [10, 10])]),
      line("X-FLOW-667", [("", [6, 7, 7], [10, 10])]),
      line("X-HUNT3", [("", [1, 1, 1], [1, 1])]), openTandem,
    ]
  }

  /// (b + 2)/(b + 3).
  private static func pair(_ room: Int) -> Double { Double(room + 2) / Double(room + 3) }

  /// Departures of a saturated line scatter less than a Poisson process; four times that.
  private static func saturated(rate: Double) -> Length {
    .steady(4 * RunLength.time(1 / rate, precision: 0.01), settling: 200)
  }

  private static func line(_ id: String, _ lines: [(String, [Double], [Int])]) -> SizedCase {
    let text = lines.map { _, rates, places in
      "rates \(rates.map { "\(Int($0))" }.joined(separator: ", ")), "
        + "places \(places.map(String.init).joined(separator: ", "))"
    }
    return SizedCase(
      id,
      "three stations that never lack work: \(text.joined(separator: "; "))",
      "Hunt, Operations Research 4 (1956); balance equations",
      load: 0.9,
      saturated(rate: lines[0].1[0] * 0.5),
      lines.map { name, rates, places in
        .mean(
          "throughput" + (name.isEmpty ? "" : " \(name)"),
          "third\(name).throughput.mean",
          60 * SaturatedLine(rates: rates, places: places).throughput
        )
      }
    )
  }

  private static var openTandem: SizedCase {
    let answer = BlockedTandem(arrivals: 0.5).solve()
    return SizedCase(
      "X-TAND-BAS-1",
      "two M/M/1 in tandem, the second holds one and blocks the first, 0.5 arrivals",
      "Avi-Itzhak and Yadin, Management Science 11 (1965)",
      load: 0.75,
      // The first station can pass on two thirds a minute.
      .queue(1, 0.75, minutes: 1.5, .stay),
      [
        .mean("L1", "first.present.mean", answer.first),
        .mean("L2", "second.present.mean", answer.second),
        .minutes("T", "flow.trucks.clearance.mean", (answer.first + answer.second) / 0.5),
        .mean("P(blocked)", "first.blocked.share", answer.blocked),
      ]
    )
  }
}
