import EventSimulation

/// Who is where when statistics begin (起始状态): a run with a state shows futures from that instant.
///
/// Nobody arrives before it; openings, closings and failures happen as always. Arrivals after it
/// keep their numbers and draws.
public struct StartingState: Sendable, Equatable {
  /// The instant of the state, at or after time zero.
  public var at: SimulatedTime
  /// Trucks that are alike, in the order of the file.
  public var groups: [Group]

  /// A state from its parts.
  public init(at: SimulatedTime, groups: [Group]) {
    self.at = at
    self.groups = groups
  }

  /// How many trucks it has.
  public var trucks: Int { groups.reduce(0) { $0 + $1.count } }

  /// Trucks of one flow that are at one place.
  public struct Group: Sendable, Equatable {
    /// Index of the flow.
    public var flow: Int
    /// Index of the class; nil for whatever class the truck turns out to have.
    public var classIndex: Int?
    /// Where they are.
    public var whereabouts: Whereabouts
    /// How many they are, above zero.
    public var count: Int
    /// How long they have been waiting, in service, or on their way; not negative.
    public var since = SimulatedTime.zero
    /// How long those in service had waited before; not negative.
    public var waited = SimulatedTime.zero
    /// How long ago they came from outside; nil where that is when they came to their place.
    public var inside: SimulatedTime?
    /// Lanes, and stations without lanes, that they hold beside their place, ascending; nil for
    /// whatever they have come to hold, lanes being picked.
    public var holds: [Int]?

    /// A group from its parts.
    public init(flow: Int, _ whereabouts: Whereabouts, count: Int) {
      self.flow = flow
      self.whereabouts = whereabouts
      self.count = count
    }
  }

  /// Where a truck is; places by their index, a station with lanes standing for any of them.
  public enum Whereabouts: Sendable, Equatable {
    /// In the queue of a place.
    case waiting(at: Int)
    /// In service at a place, or holding a server there that it has seized.
    case inService(at: Int)
    /// Between places: it has left one, or none since it came.
    case onTheWay(after: Int?)

    /// The place, if there is one.
    public var place: Int? {
      switch self {
      case .waiting(let place), .inService(let place): place
      case .onTheWay(let place): place
      }
    }
  }
}

/// Why the trucks of a group cannot be put where a state says they are.
public struct PlacementFault: Error, Sendable, Equatable {
  /// Index of the group.
  public var group: Int
  /// Why.
  public var reason: Reason

  /// What stands in the way.
  public enum Reason: Sendable, Equatable {
    /// None of so many trucks comes there, or is there for so long.
    case noTruck(tried: Int)
    /// No server is free there any more; so many are open.
    case noServer(place: Int, open: Int)
    /// A place or, with nil, the system has no room for them.
    case noRoom(place: Int?, capacity: Int)
    /// On the way there is something that takes time or papers of its own.
    case obstacle(Obstacle)
  }

  /// What nobody can be led past, or into, in no time.
  public enum Obstacle: Sendable, Equatable {
    /// Papers in account books: they have a history.
    case papers
    /// A branch of work side by side.
    case parallel
    /// A queue for servers of several stations at once.
    case seizeTogether
    /// A service of several together.
    case servesTogether
  }
}
