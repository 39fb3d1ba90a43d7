import QueueModels
import Studies

/// The event calendar and the loop, used from another module as any library user would.
extension Work {
  /// Hold models of three sizes, cancelled events, and a whole queue.
  public static let kernel =
    [16, 1_000, 100_000].map { hold(pending: $0) } + [scheduleAndCancel, singleServer]

  /// Takes an event and schedules its successor, with so many pending.
  static func hold(pending: Int) -> Work {
    Work(
      "hold-\(pending)",
      unit: "event",
      size: 1_000_000,
      countedSize: 400_000,
      // The end of the run is a sum of one gap per event: five standard errors.
      right: { size in
        RightAnswer(count: Double(size), mean: 1, meanWithin: 5 / Double(size).squareRoot())
      },
      body: { size in
        let outcome = HoldModel.run(size: pending, events: size, seed: 1)
        return Answer(count: outcome.events, mean: outcome.mean)
      }
    )
  }

  private static let scheduleAndCancel = Work(
    "schedule-cancel-1000",
    unit: "event",
    size: 1_000_000,
    countedSize: 400_000,
    right: { size in RightAnswer(count: Double(size), mean: 1, meanWithin: 0) },
    body: { size in
      let outcome = PatienceModel.run(customers: 1_000, events: size, seed: 1)
      return Answer(count: outcome.events, mean: outcome.mean)
    }
  )

  private static let singleServer = Work(
    "single-server",
    unit: "customer",
    size: 1_000_000,
    countedSize: 400_000,
    right: { size in
      RightAnswer(
        count: Double(2 * size),
        mean: SingleServer.exactMeanSojourn,
        meanWithin: SingleServer.tolerance(customers: size)
      )
    },
    body: { size in
      let outcome = SingleServer.run(customers: size, seed: 1)
      return Answer(units: size, count: outcome.events, mean: outcome.mean)
    }
  )
}
