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

  /// An attribute and its words.
  public struct Attribute: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// Its words or states by index; empty for a number.
    public var words: [String]
    /// Whether it is a document and the words its states.
    public var isDocument: Bool

    /// An attribute from its parts.
    public init(name: String, words: [String], isDocument: Bool) {
      self.name = name
      self.words = words
      self.isDocument = isDocument
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
  /// Attributes by index.
  public var attributes: [Attribute]
  /// Collections by index.
  public var collections: [String]
  /// The names of documents and account books; nil where the run has none.
  public var papers: Papers?

  /// The names of one run.
  public init(
    places: [Place],
    flows: [String],
    classes: [String],
    steps: [String],
    attributes: [Attribute] = [],
    collections: [String] = [],
    papers: Papers? = nil
  ) {
    self.places = places
    self.flows = flows
    self.classes = classes
    self.steps = steps
    self.attributes = attributes
    self.collections = collections
    self.papers = papers
  }
}
