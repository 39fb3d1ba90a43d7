import ClearanceModel
import ClearancePipeline
import ClearanceRecords
import ScenarioFiles

/// A scenario from its file through the pipeline, with all measures and without a results file.
extension Work {
  /// A gate and a yard, the same in a rush, a plain network, a week at a customs gate, and a year of
  /// a zone with all its papers, with its cars and without.
  public static let model = [
    gateAndYard, gateAndYardInARush, fourLaneGate, gateWeek, zoneYear, zoneYearOfTrucks,
  ]

  /// The gate and the yard, on one worker and on two.
  public static let scaling = [1, 2].map { gateAndYard(workers: $0) }

  private static let gateAndYard = Work(
    "w2",
    unit: "truck",
    size: 1_000_000,
    countedSize: 60_000,
    right: { GateAndYard.right(trucks: $0, mean: GateAndYard.yardWait) },
    body: { size in
      let run = try await PipelineRun("benchmarks/w2.yaml", trucks: size)
      return Answer(units: size, count: run.events, mean: run.measure("yard.wait.mean"))
    }
  )

  private static func gateAndYard(workers: Int) -> Work {
    let replications = 8
    return Work(
      "w2-workers-\(workers)",
      unit: "truck",
      size: 250_000,
      countedSize: 25_000,
      right: { GateAndYard.right(trucks: replications * $0, mean: GateAndYard.yardWait) },
      body: { size in
        let run = try await PipelineRun(
          "benchmarks/w2.yaml",
          trucks: size,
          replications: replications,
          workers: workers
        )
        let wait = run.measure("yard.wait.mean")
        return Answer(units: replications * size, count: run.events, mean: wait)
      }
    )
  }

  private static let gateAndYardInARush = Work(
    "w2b",
    unit: "truck",
    size: 1_000_000,
    // Whole days, four and one, since the queue has its day.
    countedSize: 4 * 22_118,
    right: { GateAndYard.right(trucks: $0, mean: GateAndYard.gateWaitInARush) },
    body: { size in
      let run = try await PipelineRun("benchmarks/w2b.yaml", trucks: size)
      return Answer(units: size, count: run.events, mean: run.measure("gate.wait.mean"))
    }
  )

  private static let fourLaneGate = Work(
    "four-lane-gate",
    unit: "truck",
    size: 4,
    countedSize: 2,
    // 50 trucks/h over 2,000 h, each with an arrival, a service at the gate, 1 / (1 − 0.15 · 0.2) at
    // the documents, and 15 % of those at the inspection. Five standard errors of the number of
    // trucks; the gate is the M/M/4 queue, whose mean wait is 236.8 s (Erlang C).
    right: { replications in
      let trucks = 50 * 2_000 * Double(replications)
      let events = trucks * (2 + 1.15 / (1 - 0.15 * 0.2))
      let waitTolerance = 0.1 * 236.8 / Double(replications).squareRoot()
      return RightAnswer(
        count: events,
        countWithin: events * 5 / trucks.squareRoot(),
        mean: 236.8,
        meanWithin: waitTolerance
      )
    },
    body: { replications in
      let run = try await PipelineRun("four-lane-gate.yaml", replications: replications)
      return Answer(units: run.trucks, count: run.events, mean: run.measure("gate.wait.mean"))
    }
  )

  private static let gateWeek = Work(
    "gate-week",
    unit: "pass",
    size: 30,
    countedSize: 4,
    // 1,200 cars and 100 visits a working day, 0.3 and 0.25 times as many at weekends; the number of
    // visits varies by their convoys. The mean service of cars is 5 s with a deviation of 1.5 s.
    right: { replications in
      let cars = 1_200 * (5 + 2 * 0.3) * Double(replications)
      let trucks = cars + 100 * (5 + 2 * 0.25) * Double(replications)
      return RightAnswer(
        count: trucks,
        countWithin: 5 * 1.2 * trucks.squareRoot(),
        mean: 5,
        meanWithin: 5 * 1.5 / cars.squareRoot()
      )
    },
    body: { replications in
      let run = try await PipelineRun("qinhuangdao-working-week.yaml", replications: replications)
      let lanes = ["main-in", "main-out", "main-cars-in", "main-cars-out"]
      let passes = lanes.reduce(0) { $0 + run.measure("\($1).departures.count") }
      return Answer(
        units: Int(passes * Double(replications)),
        count: run.trucks,
        mean: run.measure("main-cars-in.service.mean")
      )
    }
  )

  private static let zoneYear = zoneYear(
    "zone-year",
    overrides: [],
    lanes: ["main-in", "main-out", "main-cars-in", "main-cars-out"],
    // The days of 2024 by the calendar's list, with a firm of 2.1 % that joins in April and has its
    // share in October; 1,200 cars and 100 visits a working day, and the layers of the scenario.
    trucks: 325_198 + 28_205
  )
  private static let zoneYearOfTrucks = zoneYear(
    "zone-year-trucks",
    overrides: ["flows.cars.cars per day=0.000001"],
    lanes: ["main-in", "main-out"],
    trucks: 28_205
  )

  private static func zoneYear(
    _ name: String,
    overrides: [String],
    lanes: [String],
    trucks: Double
  ) -> Work {
    Work(
      name,
      unit: "pass",
      size: 10,
      countedSize: 2,
      // One declaration in ten is read by an officer; there are some 23,000 a year. The number of
      // visits varies by their convoys.
      right: { replications in
        let all = trucks * Double(replications)
        return RightAnswer(
          count: all,
          countWithin: 5 * 1.3 * all.squareRoot(),
          mean: 0.1,
          meanWithin: 5 * (0.1 * 0.9 / (23_000 * Double(replications))).squareRoot()
        )
      },
      body: { replications in
        let run = try await PipelineRun(
          "qinhuangdao-year.yaml",
          overrides: overrides,
          replications: replications
        )
        let passes = lanes.reduce(0) { $0 + run.measure("\($1).departures.count") }
        let declared = run.measure("document-office.declared.count")
        return Answer(
          units: Int(passes * Double(replications)),
          count: run.trucks,
          mean: run.measure("document-office.declared-by-hand.count") / declared
        )
      }
    )
  }
}

/// What is known of `w2.yaml` and `w2b.yaml`, in which 6 % of the trucks have a third event.
enum GateAndYard {
  /// The mean wait at the yard of `w2.yaml` [s], and four standard errors of that of 10⁶ trucks.
  static let yardWait = (mean: 4_600.0, tolerance: 440.0)
  /// The mean wait at the gate of `w2b.yaml` [s], likewise.
  static let gateWaitInARush = (mean: 3_600.0, tolerance: 150.0)

  /// The right answer of so many trucks.
  static func right(trucks: Int, mean: (mean: Double, tolerance: Double)) -> RightAnswer {
    let trucks = Double(trucks)
    return RightAnswer(
      count: 2.06 * trucks,
      countWithin: 5 * (0.06 * 0.94 * trucks).squareRoot(),
      mean: mean.mean,
      meanWithin: mean.tolerance * (1_000_000 / trucks).squareRoot()
    )
  }
}
