import EventSimulation
import OutputAnalysis

/// A station or lane while it runs: its servers, its queue, its levels.
struct PlaceState: BitwiseCopyable {
  // Parameters.
  /// The station of a lane, or the place itself.
  var station: UInt16
  var isLane: Bool
  var discipline: QueueDiscipline
  /// Whether a closing sends trucks back to the queue.
  var returnsToQueue = false
  /// Whether who is in service can be interrupted, and is therefore listed.
  var tracksService = false
  /// Whether a higher class takes the server of a lower one.
  var isPreemptive = false
  /// Whether who finds it full waits for it at the place where it is.
  var blocksUpstream = false
  /// Whether a truck may have to wait for room at another place after its service here.
  var mayBeBlocked = false
  /// First and number of the servers that fail; none for places without failures.
  var firstServer: UInt32 = 0
  var serverCount: Int32 = 0
  /// Places including those in service.
  var capacity: Int32 = .max
  /// First lane and number of lanes of a station.
  var firstLane: UInt16 = 0
  var laneCount: UInt16 = 0
  /// The words that a lane asks for.
  var firstMask: UInt16 = 0
  var maskCount: UInt16 = 0
  /// Whether a lane takes some classes only.
  var asksForClass = false
  /// Whether trucks take any lane of a station, however long its queue.
  var picksAtRandom = false
  /// Index of the room for its queue, or `StepPlan.none`.
  var road = StepPlan.none
  /// The clock hour with the most expected arrivals; −1 where none stands out.
  var peakHour: Int8 = -1
  /// Where the heads of the class queues begin, for queues by priority.
  var priorityBase: UInt32 = 0
  /// Index of the words of those who go before all others, or `StepPlan.none`.
  var goesFirst = StepPlan.none
  /// How many class queues those who go first have, and all others again.
  var queuesOfClass: UInt16 = 1
  /// How many trucks a server takes at a time, at most and at least.
  var together: Int32 = 1
  var leastTogether: Int32 = 1
  /// Whether who waits in this lane goes over to a shorter one.
  var jockeys = false
  /// Whether trucks may leave its queue from the middle.
  var linksBack = false
  /// Whether trucks wait somewhere for what it is like here.
  var isWatched = false
  /// Where the teams that serve here begin among those of all places, and their number.
  var firstTeam: UInt16 = 0
  var teamCount: UInt16 = 0
  /// Whether it is a system that may be out.
  var isOutage = false

  // State.
  /// Servers that are open and work; `Int32.max` where there is no limit.
  ///
  /// Where teams serve: those that are busy, and those that can begin with a free member.
  var open: Int32 = 0
  /// Servers open by the clock, and those that are broken and hold nobody.
  var openByClock: Int32 = 0
  var broken: Int32 = 0
  /// Servers in use, those held by a blocked truck included.
  var busy: Int32 = 0
  var waiting: Int32 = 0
  /// Places promised to trucks that come in this instant.
  var reserved: Int32 = 0
  var head = nobody
  var tail = nobody
  /// How often a random queue was asked, and its last answer.
  var picks: UInt32 = 0
  var picked: Int32 = -1

  // Levels and counts, from the warm-up on.
  var queue = LevelTally()
  var present = LevelTally()
  var busyServers = LevelTally()
  var openServers = LevelTally()
  var arrivals: Int64 = 0
  var departures: Int64 = 0
  /// Departures within the peak hour.
  var peakDepartures: Int64 = 0
  var lost: Int64 = 0
  /// Largest queue of the recording interval.
  var intervalQueueMax: Int32 = 0

  var free: Int32 { open &- busy }

  /// Whether members of teams serve here.
  var hasTeams: Bool { teamCount > 0 }

  /// Its own servers that are open and work, whoever serves at them.
  var ownOpen: Int32 { hasTeams ? openByClock : open }

  /// Servers become busy or idle.
  @inline(__always)
  mutating func changeBusy(by amount: Int32, at time: Int64) {
    busy &+= amount
    busyServers.change(by: Int64(amount), at: time)
  }

  /// The line of those who wait becomes longer or shorter.
  @inline(__always)
  mutating func changeWaiting(by amount: Int32, at time: Int64) {
    waiting &+= amount
    queue.change(by: Int64(amount), at: time)
    intervalQueueMax = max(intervalQueueMax, waiting)
  }
}

/// What a recording interval began with.
struct IntervalBase: BitwiseCopyable {
  var arrivals: Int64 = 0
  var departures: Int64 = 0
  var lost: Int64 = 0
  var queueArea: Int128 = 0
  var busyArea: Int128 = 0
  var openArea: Int128 = 0
}

/// Sums since time zero, for the conservation laws.
struct PlaceLedger: BitwiseCopyable {
  /// Areas up to the warm-up.
  var queueArea: Int128 = 0
  var busyArea: Int128 = 0
  /// Waits of ended visits, and server time they took.
  var waits: Int128 = 0
  var serverTime: Int128 = 0
}
