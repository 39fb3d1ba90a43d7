import EventSimulation
import RandomVariates

/// A scenario compiled to flat arrays: all that a replication needs, without a name to look up.
///
/// Built by the scenario compiler, which has validated it; indices point into the arrays of the
/// plan itself.
public struct ClearancePlan: Sendable {
  /// The end of the run, or nil for a run until the system is empty.
  public var horizon: SimulatedTime?
  /// Statistics begin here.
  public var warmUp = SimulatedTime.zero
  /// Length of the recording intervals.
  public var recordingInterval = SimulatedTime.hours(1)
  /// Places in the whole system, or nil for no limit; whoever finds it full is turned away.
  public var systemCapacity: Int?
  /// Stations in the order of the scenario, each followed by its lanes.
  public var places: [PlacePlan] = []
  /// Teams in the order of the scenario, in which their members are chosen.
  public var teams: [TeamPlan] = []
  /// Flows in the order in which simultaneous arrivals happen: by `stream`, else by name.
  public var flows: [FlowPlan] = []
  /// Classes in their order of priority; at least one, which is empty where none is named.
  public var classes = [""]
  /// Steps of all procedures.
  public var steps: [StepPlan] = []
  /// Names of steps for reading back, as PROCEDURE/STEP; ``StepPlan/name`` points here.
  public var stepNames: [String] = []
  /// Alternatives of the `choose` steps.
  public var branches: [BranchPlan] = []
  /// Terms of the conditions of branches.
  public var terms: [ConditionTerm] = []
  /// All distributions; durations in microseconds.
  public var samplers = SamplerTable()
  /// Names of marks; the first is `cleared`.
  public var marks = ["cleared"]
  /// What trucks carry besides their class.
  public var attributes: [AttributePlan] = []
  /// What a truck, or its lot, and all companions that come from it have together: words and numbers.
  public var sharedAttributes: [AttributePlan] = []
  /// Whether it is the result of ``reduced(to:)``.
  var isReduced = false
  /// ``placesThatMayBeBlocked`` before that: what is measured depends on it.
  var placesBlockedInFull: [Bool]?
  /// Whether flows give their trucks all attributes that anything looks at; else those that a
  /// flow does not give are zero.
  var flowsGiveAll = false
  /// Operations of all expressions.
  public var operations: [Operation] = []
  /// Expressions of steps and properties.
  public var expressions: [ExpressionPlan] = []
  /// Names of the properties of places.
  public var properties: [String] = []
  /// Names of counters.
  public var counters: [String] = []
  /// Amounts that steps add to.
  public var amounts: [AmountPlan] = []
  /// Names of stages; trucks are at the first of them, which has no name, until they begin another.
  public var stages: [String] = []
  /// Piles that go out together.
  public var collections: [CollectionPlan] = []
  /// The firms of the zone with their books and rules; nil where nobody has papers.
  public var papers: PapersPlan?
  /// What steps ask of papers.
  public var paperSteps: [PaperStepPlan] = []
  /// For each word of the attribute that names a truck's firm its index in the papers.
  public var firmsOfWords: [UInt16] = []
  /// Systems that may be out.
  public var outages: [OutagePlan] = []
  /// The attribute that is a truck's length with its gap, for queues in metres; nil without.
  public var lengthAttribute: Int?
  /// Who is where when statistics begin; nil for an empty zone at time zero.
  ///
  /// ``warmUp`` is its instant.
  public var startingState: StartingState?
  /// Instants at which the levels are noted, ascending.
  public var observationTimes: [SimulatedTime] = []
  /// Batches whose measures are taken one by one; nil where the run is measured as a whole.
  public var batches: BatchPlan?
  /// Instants at which levels are sampled to find a warm-up, ascending.
  public var sampleTimes: [SimulatedTime] = []
  /// Replications in which they are: those with a number up to this.
  public var sampledReplications = 0
  /// The hour of the day with the most expected arrivals; nil where demand does not vary by hour.
  public var peakHour: Int?
  /// The same for the flows that come to each place, by index; −1 where their demand does not vary.
  public var placePeakHours: [Int] = []
  /// How many full peak hours the observed time has at each place; see `throughput.peak-hour`.
  public var placePeakCounts: [Double] = []

  /// Places whose waits are noted by the clock hour in which trucks came, ascending.
  public var hourlyPlaces: [Int] = []
  /// Names of measures that are always computed, beside those that every plan has.
  public var standingMeasures: [String] = []

  /// The working days of the run, for expressions; nil for weeks from Monday to Friday that begin
  /// at time zero.
  public var workingDays: WorkingDays?

  /// An empty plan.
  public init() {}

  /// Whether a place, or one of its lanes, has as many servers as there are trucks.
  func isUnlimited(_ place: Int) -> Bool {
    places[place].servers == .unlimited
      || places[place].lanes.contains { places[$0].servers == .unlimited }
  }

  /// Whether trucks differ by class.
  public var hasClasses: Bool { classes.count > 1 || classes[0] != "" }
}
