/// Cases of the literature of applications.
extension SizedCase {
  static var familyX: [SizedCase] {
    [
      gate("X-GATE-E2-5", phases: 2, servers: 5, perHour: 48, minutes: 5), checkers(40),
      checkers(38), terminals(10), terminals(40), terminals(80), rushHours,
    ] + transients + cycles
  }

  private static func gate(
    _ id: String,
    phases: Int,
    servers: Int,
    perHour: Double,
    minutes: Double
  ) -> SizedCase {
    let offered = perHour / 60 * minutes
    let load = offered / Double(servers)
    let answer = PhaseService.erlang(phases, servers: servers, arrivals: offered).solve()
    return .queue(
      id,
      "gate M/E\(phases)/\(servers), \(Int(perHour)) trucks an hour, \(minutes) min, load \(load)",
      "balance equations of the phases; Neuts, Matrix-Geometric Solutions (1981)",
      servers: servers,
      offered: offered,
      variability: (1 + 1 / Double(phases)) / 2,
      waiting: answer.waiting,
      wait: answer.wait,
      minutes: minutes
    )
  }

  /// An airport: 50 passengers a minute, 0.75 min each.
  private static func checkers(_ servers: Int) -> SizedCase {
    let erlang = ErlangFormulas(servers: servers, offered: 37.5)
    // With 38 the mean stay would need 170 million passengers.
    let stays = servers > 38
    return SizedCase(
      "X-AIR-\(servers)",
      "M/M/\(servers), 50 passengers a minute, 0.75 min each",
      "Erlang (1917)",
      load: erlang.load,
      .queue(servers, 37.5, variability: stays ? 1 : 2, minutes: 0.75, stays ? .stay : .waiting),
      [.mean("Pw", "gate.wait.share-waiting", erlang.waiting)]
        + (stays
          ? [
            .minutes("W", "gate.sojourn.mean", 0.75 * (erlang.wait + 1)),
            .mean("L", "gate.present.mean", erlang.present),
          ] : [])
    )
  }

  /// A computer in time slices, whose means are those of first come, first served.
  private static func terminals(_ population: Int) -> SizedCase {
    let chain = BirthDeathChain(population: population, rate: 0.8 / 25, servers: 1)
    let busy = 1 - chain.shares[0]
    let present = chain.mean(Double.init)
    return SizedCase(
      "X-TS-\(population)",
      "closed network: \(population) terminals think 25 s, one computer works 0.8 s",
      "Scherr (1967); balance equations of the finite source",
      load: busy,
      .steady(
        0.8 / 60 * RunLength.time(chain.relative(Double.init), precision: 0.01),
        settling: 60
      ),
      [.mean("R", "computer.sojourn.mean", 0.8 * present / busy)]
        // Of eighty terminals one always waits, nearly: a run that never sees it otherwise has no spread.
        + (busy < 0.999 ? [.mean("utilisation", "computer.utilisation.mean", busy)] : [])
    )
  }

  /// Demand rises above capacity and falls again; 75 an hour are served.
  private static var rushHours: SizedCase {
    let hours = RushHours(perHour: [60, 90, 110, 100, 70, 40, 20], service: 48_000_000)
    return SizedCase(
      "X-FLUID",
      "D/D/1 through rush hours, 490 trucks in 7 h, 75 an hour are served",
      "followed truck by truck; as a fluid: Newell, Applications of Queueing Theory (1971)",
      load: 1,
      .once,
      [
        .exactly("Wq", "gate.wait.mean", 3600 * hours.totalWait / Double(hours.arrivals.count)),
        .exactly("max queue", "gate.queue.max", Double(hours.longest)),
      ]
        + (1...6).map { hour in
          .exactly(
            "Lq(\(hour) h)",
            "gate.queue.at-\(hour * 60)min",
            Double(hours.queue(at: Int64(hour) * 3_600_000_000))
          )
        }
    )
  }
}
