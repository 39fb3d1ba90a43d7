import EventSimulation

/// When the convoys of a flow come.
public enum ArrivalPlan: Sendable {
  /// A Poisson process with a rate that may vary over time.
  case poisson(CumulativeRate)
  /// Independent gaps from a distribution, each divided by the demand factor.
  case renewal(sampler: Int, factor: Double)
  /// At given times, ascending.
  case listed([SimulatedTime])
  /// So many trucks from time zero; who has completed the procedure begins anew.
  case closed(Int)
  /// A Poisson process with a rate like a sine.
  case waving(WavingRate)
  /// A Poisson process with a rate that changes at random.
  case modulated(ModulatedRate)
  /// At given times, ascending, with the class of each; no classes where the flow's shares hold.
  case traced(times: [SimulatedTime], classes: [UInt8])
}

/// What enters under one name: its arrivals, its mix of classes and its procedure.
public struct FlowPlan: Sendable {
  /// The name under `arrivals`.
  public var name: String
  /// Stable hash of the name or of its `stream`.
  public var hash: UInt64
  /// When convoys come.
  public var arrivals: ArrivalPlan
  /// Index of the distribution of convoy sizes, or nil for single trucks.
  public var batchSampler: Int?
  /// Arrivals end after so many trucks.
  public var atMost: UInt32 = .max
  /// Trucks present at time zero.
  public var presentAtStart: UInt32 = 0
  /// Classes that occur, with cumulative shares; the last share is 1.
  ///
  /// Where there is a `classClock`, these are mean shares, and the clock decides.
  public var classes: [ClassShare]
  /// The shares of classes by the clock; nil where they never change.
  public var classClock: ClassClock?
  /// The first step of its procedure.
  public var firstStep: UInt16
  /// Trucks that belong together: their class and the attributes of a lot are drawn once.
  public var lot: UInt32 = 1
  /// The attributes that its trucks get when they come.
  public var attributes: [FlowAttributePlan] = []
  /// Whether clearance ends at `mark: cleared` and not at the end of the procedure.
  public var clearsByMark = false
  /// The hour of the day with the most expected arrivals; nil where demand does not vary by hour.
  public var peakHour: Int?

  /// The rate of an ordinary week from time zero on, where arrivals follow a calendar; it tells
  /// what a usual peak hour is.
  public var ordinaryWeek: CumulativeRate?

  /// A class with the share of trucks up to and including it.
  public struct ClassShare: Sendable, BitwiseCopyable {
    /// Index of the class.
    public var classIndex: UInt8
    /// A uniform draw below this, and not below the one before, means this class.
    public var below: Double

    /// A share from its parts.
    public init(classIndex: UInt8, below: Double) {
      self.classIndex = classIndex
      self.below = below
    }
  }

  /// A flow from its parts.
  public init(
    name: String,
    hash: UInt64,
    arrivals: ArrivalPlan,
    classes: [ClassShare],
    firstStep: UInt16
  ) {
    self.name = name
    self.hash = hash
    self.arrivals = arrivals
    self.classes = classes
    self.firstStep = firstStep
  }

  /// Whether its trucks begin anew at the end of the procedure.
  public var isClosed: Bool { population > 0 }

  /// The trucks of a closed flow; 0 for any other.
  public var population: UInt32 {
    if case .closed(let count) = arrivals { UInt32(clamping: count) } else { 0 }
  }

  /// The word of draws that stands for the flow.
  public var drawWord: UInt32 { UInt32(truncatingIfNeeded: hash) }
}
