/// A work of the standing benchmark: what is simulated, how much of it, and what must come out.
///
/// Sizes never change with the machine, so that figures of two machines or releases compare.
public struct BenchWork: Sendable {
  /// A size at which a work is simulated, with what is known of its outcome.
  public struct Size: Sendable {
    /// Vehicles in a replication; nil where the scenario's length decides.
    public var vehicles: Int?
    /// Replications of one run; rounded up to a multiple of the workers.
    public var replications: Int
    /// Where the mean of the replications must lie; ``BenchCheck`` adds what chance may do.
    public var known: ClosedRange<Double>

    /// Replications that keep so many workers busy to the end.
    public func replications(for workers: Int) -> Int {
      (replications + workers - 1) / workers * workers
    }
  }

  /// What is simulated.
  enum Model: Sendable {
    /// ``SingleServer``, on the event calendar alone.
    case singleServer
    /// A scenario, by the bytes of its file.
    case scenario([UInt8])
  }

  /// Its name on the command line.
  public let id: String
  /// What is simulated.
  let model: Model
  /// The measure whose value is known; empty where the model has but one value.
  public let measure: String
  /// Its size without rows: long enough to be timed.
  public var size: Size
  /// Its size with rows, of which the disk takes fewer; nil where there is nothing to record.
  public var sizeWithRows: Size?

  /// The recordings, of those asked for, that the work knows, by the size at which they are made.
  func groups(_ recordings: [BenchRecording]) -> [(size: Size, recordings: [BenchRecording])] {
    guard let sizeWithRows else { return [(size, recordings.filter { $0 == .none })].nonEmpty }
    return [
      (size, recordings.filter { !$0.hasRows }), (sizeWithRows, recordings.filter(\.hasRows)),
    ].nonEmpty
  }
}

extension [(size: BenchWork.Size, recordings: [BenchRecording])] {
  fileprivate var nonEmpty: Self { filter { !$0.recordings.isEmpty } }
}

extension BenchWork {
  /// All works, from the smallest part of the core to a whole week at a gate.
  public static let all = [w1, w2, w2b, gateWeek]

  /// The bare event calendar: the M/M/1 queue, whose mean stay is known exactly [s].
  static let w1 = BenchWork(
    id: "w1",
    model: .singleServer,
    measure: "",
    size: Size(
      vehicles: 1_000_000,
      replications: 24,
      known: SingleServer.exactMeanSojourn...SingleServer.exactMeanSojourn
    ),
    sizeWithRows: nil
  )

  /// A gate that hardly ever has a queue, and a yard that always has: mean wait there [s].
  static let w2 = BenchWork(
    id: "w2",
    model: .scenario(PackageResources.w2_yaml),
    measure: "yard.wait.mean",
    size: Size(vehicles: 500_000, replications: 8, known: 4_560...4_740),
    sizeWithRows: Size(vehicles: 25_000, replications: 8, known: 4_430...4_520)
  )

  /// The same in a rush: mean wait at the gate [s], shorter where a replication ends within a day.
  static let w2b = BenchWork(
    id: "w2b",
    model: .scenario(PackageResources.w2b_yaml),
    measure: "gate.wait.mean",
    size: Size(vehicles: 500_000, replications: 8, known: 3_540...3_645),
    sizeWithRows: Size(vehicles: 25_000, replications: 8, known: 3_180...3_240)
  )

  /// A working week at a gate in customs words: vehicles through the car lanes in, 1,200 on each of
  /// five days and 360 on each of two.
  static let gateWeek = BenchWork(
    id: "gate-week",
    model: .scenario(PackageResources.gate_week_yaml),
    measure: "main-cars-in.departures.count",
    size: Size(vehicles: nil, replications: 32, known: 6_720...6_720),
    sizeWithRows: Size(vehicles: nil, replications: 4, known: 6_720...6_720)
  )
}
