/// The names behind the indices in rows.
public struct RunNames: Sendable, Equatable {
  /// A station or a lane.
  public struct Place: Sendable, Equatable {
    /// The name as the scenario gives it; a lane's is STATION.LANE.
    public var name: String
    /// Index of the station a lane belongs to, or nil for a station.
    public var station: Int?

    /// A place from its parts.
    public init(name: String, station: Int? = nil) {
      self.name = name
      self.station = station
    }
  }

  /// Stations and lanes by index.
  public var places: [Place]
  /// Flows by index.
  public var flows: [String]
  /// Classes by index; a scenario without classes has one that is empty.
  public var classes: [String]
  /// Steps by index, as PROCEDURE/STEP.
  public var steps: [String]

  /// The names of one run.
  public init(places: [Place], flows: [String], classes: [String], steps: [String]) {
    self.places = places
    self.flows = flows
    self.classes = classes
    self.steps = steps
  }
}
