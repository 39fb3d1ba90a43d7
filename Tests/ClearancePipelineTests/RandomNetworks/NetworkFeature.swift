/// A word of the general layer that a random network may use.
enum NetworkFeature: String, CaseIterable {
  // The run.
  case runsFor = "runs for"
  case runsUntilEmpty = "runs until: empty"
  case warmUp = "warm up"
  case systemCapacity = "capacity of the system"
  case demandFactor = "demand"

  // Servers.
  case fixedServers = "servers: N"
  case unlimitedServers = "servers: unlimited"
  case shifts = "shifts"
  case repeatedShifts = "repeats every"
  case returnToQueue = "return to queue"
  case failsAnyTime = "fails after, any time"
  case failsBusyTime = "fails after, busy time"
  case servesTogether = "serves together: N"
  case servesExactly = "serves together: exactly N"

  // Queues.
  case lifo
  case randomOrder = "queue: random"
  case priority
  case shortestJob = "shortest-job"
  case preemptive
  case turnsAway = "when full: turn away"
  case blocksUpstream = "block upstream"
  case queueSpace = "queue space"

  // Lanes.
  case shortestQueue = "joins: shortest queue"
  case randomLane = "joins: random"
  case dedicatedLanes = "joins: dedicated"
  case takesClasses = "takes classes"
  case takesWords = "takes words"
  case jockeying

  // Arrivals.
  case rate
  case every
  case at
  case profile
  case waving
  case bursty
  case population
  case batch
  case atMost = "at most"
  case classes
  case lots = "lot"
  case startsWith = "starts with"

  // Procedures.
  case delay
  case seize
  case seizesSeveral = "seize of several servers"
  case jointSeize = "joint seize"
  case jointRelease = "joint release"
  case releasesSome = "release of some servers"
  case patience
  case patienceAtSeize = "patience at seize"
  case balking = "leaves if queue over"
  case onLeaving = "on leaving"
  case comesBack = "on leaving that comes back"
  case parallel = "do in parallel"
  case nestedParallel = "do in parallel, nested"
  case seizeInParallel = "seize within a branch"
  case patienceInParallel = "patience within a branch"
  case byShare = "choose by share"
  case byCondition = "choose by condition"
  case goTo = "go to"
  case mark
  case stage
  case counter = "count"
  case set
  case document
  case expression
  case use
  case companions = "start"
  case collection = "gather"
  case waiting = "wait until"
  case clock = "clock: starts"

  // Teams.
  case teams
  case teamInOrder = "picks: in order"
  case teamReturns = "return to queue of a team"
}

extension NetworkFeature {
  /// Words that no scenario can use yet.
  static let pending: Set<NetworkFeature> = []

  /// The words in use, in order.
  static let enabled = allCases.filter { !pending.contains($0) }
}
