import ClearanceRecords
import EventSimulation
import ScenarioFiles

/// The story of one truck in one replication.
public struct ExplainResult: Sendable {
  /// Where the rows came from.
  public enum Source: Sendable, Equatable {
    /// From the results file.
    case recorded
    /// The replication was simulated again, and took the recorded course.
    case simulatedAgain
  }

  /// The results file.
  public let database: String
  /// Number of the run.
  public let run: Int64
  /// Name of its scenario.
  public let scenario: String
  /// Calendar time of simulated time 0; nil where there is none.
  public let startsOn: String?
  /// Number of the replication.
  public let replication: Int
  /// Where the rows came from.
  public let source: Source
  /// Fingerprint of the replication, as it is recorded.
  public let fingerprint: String
  /// The truck, as FLOW#N.
  public let truck: String
  /// Its class; empty in a scenario without classes.
  public let className: String
  /// When it came, was cleared and left, and how its stay ended.
  public let stay: TruckRow
  /// What happened to it, in the order of time.
  public let events: [TruckEvent]
  /// Whether opening hours are known: not where the recorded scenario cannot be read any more.
  public let knowsOpeningHours: Bool
  /// Its papers, and what they cost it; nil where the run has none.
  public var papers: TruckPapers?

  /// The waits by place, the longest first: time in queues of the truck and of what went for it.
  public var waits: [(place: String, time: SimulatedTime)] {
    var waits: [(place: String, time: SimulatedTime)] = []
    for case .visit(let visit) in events.map(\.what) where visit.wait > .zero {
      if let index = waits.firstIndex(where: { $0.place == visit.place }) {
        waits[index].time = waits[index].time + visit.wait
      } else {
        waits.append((visit.place, visit.wait))
      }
    }
    return waits.enumerated().sorted { ($1.element.time, $0.offset) < ($0.element.time, $1.offset) }
      .map(\.element)
  }
}

/// Something that happened to a truck.
public struct TruckEvent: Sendable, Equatable {
  /// When it happened or began.
  public let at: SimulatedTime
  /// What it was.
  public let what: What
  /// Number of the companion that it happened to; 0 for the truck, and for a visit.
  public var companion: UInt32 = 0

  /// What can happen.
  public enum What: Sendable, Equatable {
    /// It was announced, and its papers were begun; it comes later, or never.
    case announced
    /// It came from outside.
    case arrived
    /// It came to a station.
    case visit(TruckVisit)
    /// A step that takes time at no station, and the procedure that was used there, if one was.
    ///
    /// Without an end where the run ended before.
    case step(name: String, of: String?, until: SimulatedTime?)
    /// It stood still until its papers, or its lot, were ready.
    case waitedForPapers(PaperWait)
    /// A document came into a state.
    case document(name: String, state: String)
    /// It added something to a collection; closings count from 1, nil where none follows.
    case gathered(collection: String, closing: Int?)
    /// A companion began its procedure; nil where it was not sent for a pile.
    case companionStarted(procedure: String, gathered: UInt32?)
    /// A companion came to its end.
    case companionEnded
    /// It was cleared.
    case cleared
    /// It left; or it was turned away.
    case left(turnedAway: Bool)
    /// It left because its patience had ended.
    case gaveUp
    /// The run ended with it inside.
    case stillInside
  }
}

/// A visit to a station, and why the truck waited there.
public struct TruckVisit: Sendable, Equatable {
  /// The station, or the lane where there are lanes.
  public let place: String
  /// How it ended.
  public let outcome: Outcome
  /// When it came.
  public let arrivedAt: SimulatedTime
  /// When its service began; nil if it did not.
  public let startedAt: SimulatedTime?
  /// When it left; nil if it did not.
  public let leftAt: SimulatedTime?
  /// Time in the queue, until service began or the visit or the run ended.
  public let wait: SimulatedTime
  /// Trucks that were waiting when it came.
  public let waitingAhead: Int
  /// Trucks that were in service, or held the place, when it came.
  public let inServiceAhead: Int
  /// Trucks that came later and were served before it.
  public let overtakers: Int
  /// When the place had no open server while it waited.
  public let closures: [Closure]
  /// Who had the place while it waited, the longest first.
  public let holders: [Holder]
  /// How long it kept its server after its service, because its next place was full.
  public var blocked = SimulatedTime.zero
  /// What else may keep trucks waiting at the place.
  public var traits = Traits()

  /// How a place serves, as far as that tells why trucks wait there.
  public struct Traits: Sendable, Equatable {
    /// Trucks that a server takes at a time, if it waits for so many; else 1.
    public var company = 1
    /// Whether its servers fail.
    public var fails = false
    /// Whether a truck may be sent back to the queue: by a failure, a closing or a higher class.
    public var interrupts = false
  }

  /// A time without an open server.
  public struct Closure: Sendable, Equatable {
    /// Its beginning, not before the wait.
    public let from: SimulatedTime
    /// Its end; nil where it lasts as long as the wait or longer.
    public let until: SimulatedTime?
  }

  /// A truck that had a server of the place while another waited.
  public struct Holder: Sendable, Equatable {
    /// The truck, as FLOW#N.
    public let truck: String
    /// How much of the wait it had the server.
    public let time: SimulatedTime
    /// Where it was meanwhile, without giving the server back.
    public let elsewhere: [Elsewhere]
    /// The states of documents that it came into meanwhile, while it was elsewhere.
    public let documents: [Document]
  }

  /// A visit elsewhere by a truck that held on to a place.
  public struct Elsewhere: Sendable, Equatable {
    /// The station or lane.
    public let place: String
    /// How much of the wait it waited there.
    public let waited: SimulatedTime
    /// How much of the wait it was served there.
    public let served: SimulatedTime
  }

  /// A document that came into a state.
  public struct Document: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// The state.
    public let state: String
  }
}
