import EventSimulation

/// What the customs words of a scenario say, for those who read it back; it runs as stations,
/// flows and procedures.
public struct CustomsScenario: Sendable {
  /// The zone's name (综合保税区); empty without one.
  public var zone = ""
  /// The first day, as year, month, day; nil where the scenario has no date.
  public var starts: CalendarDate?
  /// Holidays, make-up days and layers; nil where every week is like the others.
  public var calendar: Calendar?
  /// The gates (卡口).
  public var gates: [Gate] = []
  /// Names of the flows that its words describe, in the order of the file.
  public var flows: [String] = []
  /// The firms.
  public var firms: [Firm] = []
  /// What the scenario rests on: every assumption that its procedures use.
  public var assumptions: [AssumptionInUse] = []
  /// The classes of goods that firms' books hold; empty without movements.
  public var goods: [Goods] = []
  /// Several laboratories in the order of the file; empty where there is one.
  public var laboratories: [Laboratory] = []
  /// Classes of goods that are kept cool or have tests of their own, as far as flows carry them.
  public var handling: [Handling] = []
  /// What flows move; empty without movements.
  public var movements: [Movements] = []
  /// Goods of several statuses in one warehouse; nil where nobody says so.
  public var byStatus: ByStatus?
  /// The switches of `policy`, as they are written, with the text of their values.
  public var policies: [(name: String, value: String)] = []

  /// Officers; empty where stations have numbers of their own.
  public var officers: [Officer] = []
  /// Their rosters.
  public var rosters: [Roster] = []
  /// Systems that may be out.
  public var outages: [Outages] = []
  /// How imported goods are inspected, in the order of the rules.
  public var modes: [ModeRule] = []

  /// What a planner should know though the scenario runs, by flow.
  public var notes: [Note] = []

  /// Nothing yet.
  public init() {}

  /// A rule by which imported goods are inspected in some way.
  public struct ModeRule: Sendable {
    /// Classes of goods, with the share of each that is not as the rules want it; empty for all.
    public var goods: [(name: String, nonCompliant: Double)]
    /// Credit classes; empty for all.
    public var credits: [String]
    /// Firms; empty for all.
    public var firms: [String]
    /// Of what fits; the rest goes to the next rules.
    public var share: Double
    /// How they are inspected.
    public var mode: InspectionMode

    /// A rule from its parts.
    public init(
      goods: [(name: String, nonCompliant: Double)],
      credits: [String],
      firms: [String],
      share: Double,
      mode: InspectionMode
    ) {
      (self.goods, self.credits, self.firms) = (goods, credits, firms)
      (self.share, self.mode) = (share, mode)
    }
  }

  /// Something that a planner should know though the scenario runs.
  public enum Note: Sendable, Equatable {
    /// The share of a flow's trucks that come while the lanes they need are closed, and wait.
    case comesWhenClosed(flow: String, gate: String, share: Double)
    /// The first day of the run whose year the calendar does not cover: from there on every week
    /// is like the others.
    case calendarEnds(CalendarDate)
  }

  /// A checkpoint with its lanes.
  public struct Gate: Sendable {
    /// Its name.
    public var name: String
    /// Its lanes.
    public var lanes: [Lane]
    /// The stations it was compiled to: `NAME-in`, `NAME-out`, `NAME-cars-in`, `NAME-cars-out`.
    public var stations: [String]
    /// Places of the turn-out (退出道); 0 for none.
    public var turnOut: Int
    /// Room before the public road [m]; nil where nobody measures.
    public var queueSpace: Double?

    /// A gate from its parts.
    public init(
      name: String,
      lanes: [Lane],
      stations: [String],
      turnOut: Int,
      queueSpace: Double?
    ) {
      self.name = name
      self.lanes = lanes
      self.stations = stations
      self.turnOut = turnOut
      self.queueSpace = queueSpace
    }
  }

  /// A lane of a gate.
  public struct Lane: Sendable {
    /// Its name within the gate.
    public var name: String
    /// Its name among the places, such as `main-in.in-1`.
    public var place: String
    /// Whether it leads in; else out.
    public var leadsIn: Bool
    /// What it serves, in the scenario's words: declared, not-declared, sundries, cars, bonded,
    /// non-bonded.
    public var serves: [String]
    /// manual, automatic or contactless; empty for cars.
    public var technology: String

    /// Whether it is for cars.
    public var isForCars: Bool { serves == ["cars"] }

    /// A lane from its parts.
    public init(name: String, place: String, leadsIn: Bool, serves: [String], technology: String) {
      self.name = name
      self.place = place
      self.leadsIn = leadsIn
      self.serves = serves
      self.technology = technology
    }
  }

  /// A firm of the zone.
  public struct Firm: Sendable {
    /// Its name.
    public var name: String
    /// Credit class: aeo, general or dishonest.
    public var credit: String
    /// How it declares batch movements: per shipment, monthly or quarterly.
    public var declares: String
    /// Its account book; nil where no flow says what it moves.
    public var papers: FirmPapers?

    /// A firm from its parts.
    public init(name: String, credit: String, declares: String) {
      self.name = name
      self.credit = credit
      self.declares = declares
    }
  }

  /// An assumption with the value that the scenario gives it.
  public struct AssumptionInUse: Sendable {
    /// Its key under `assumptions`.
    public var key: String
    /// The value in use, as it is written.
    public var value: String
    /// The default, as it is written.
    public var defaultValue: String
    /// The range in which the truth is supposed to lie, as it is written; empty where none is known.
    public var range: String
    /// What it means, in English and Chinese.
    public var meaning: (en: String, zh: String)
    /// Where the default comes from, in English and Chinese.
    public var source: (en: String, zh: String)

    /// Whether the scenario has set it.
    public var isSet: Bool { value != defaultValue }

    /// An assumption from its parts.
    public init(
      key: String,
      value: String,
      defaultValue: String,
      range: String,
      meaning: (en: String, zh: String),
      source: (en: String, zh: String)
    ) {
      self.key = key
      self.value = value
      self.defaultValue = defaultValue
      self.range = range
      self.meaning = meaning
      self.source = source
    }
  }
}

/// A day of the Gregorian calendar.
public struct CalendarDate: Sendable, Hashable, Comparable {
  /// The year.
  public var year: Int
  /// 1 to 12.
  public var month: Int
  /// 1 to 31.
  public var day: Int

  /// A day from its parts.
  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Whether one day is before another.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}
