import EventSimulation

/// The customs words of a scenario, read and not yet turned into anything.
struct CustomsWords {
  /// Vehicles that the shipped procedures know.
  static let vehicles = ["van", "truck", "semi"]
  /// Kinds of papers (核放单 by what it cites).
  static let papers = ["declared", "batch", "by-status", "sundries"]
  /// Customs status of the goods.
  static let statuses = ["bonded", "non-bonded"]
  /// Kinds of goods lanes.
  static let kinds = ["declared", "not-declared", "sundries"]
  /// Credit classes in the order of priority.
  static let credits = ["aeo", "general", "dishonest"]
  /// Ways to declare batch movements.
  static let declaring = ["per shipment", "monthly", "quarterly"]
  /// Goods that a flow can carry.
  static let goods = ["general", "food", "animal and plant products"] + designatedGoods
  /// Goods that only a designated site may inspect (指定监管场地).
  static let designatedGoods = ["meat", "grain", "fruit", "chilled seafood"]

  var zone = ""
  var starts: CalendarDate?
  var horizon: SimulatedTime?
  var calendar: Calendar?
  var handles: [String]?
  var designatedSites: [String] = []
  var gates: [Gate] = []
  var controlRoom: Staffed?
  var yard: Yard?
  var documentOffice: Staffed?
  var laboratory: Staffed?
  /// Several laboratories in the order of the file; none where `laboratory` is the only one.
  var laboratories: [Laboratory] = []
  var samplers: Staffed?
  var officers: [Officer] = []
  var rosters: [Roster] = []
  var supervised: Warehouse?
  /// Supervised stores for goods that are kept cool.
  var stores: [(temperature: String, warehouse: Warehouse)] = []
  var port: Warehouse?
  /// Places for goods whose sample failed; nil where they stay where they are.
  var quarantine: Warehouse?
  var firms: [Firm] = []
  var flows: [Flow] = []
  var policy = Policy()
  /// Systems that may be out, in the order of ``OutageKind/all``.
  var outages: [Outages] = []
  /// Classes of goods that the scenario writes itself.
  var goodsClasses: [GoodsClass] = []
  /// Exchange rates by month, ascending.
  var exchangeRates: [(month: CalendarDate, fenPer100Dollars: Int64)] = []
  var assumptions = AssumptionValues()

  /// The day of the week at time zero, Monday being 0.
  var firstWeekday: Int { starts?.weekday ?? 0 }

  struct Gate {
    var name: Name
    var joins: SourceNode?
    var queueSpace: (node: SourceNode, metres: Double)?
    var turnOut = 1
    var turnOutPosition: SourcePosition
    var lanes: [Lane] = []
  }

  struct Lane {
    var name: Name
    var leadsIn: Bool
    var serves: [String]
    var servesPosition: SourcePosition
    var technology: String
    var hours: WeekPlan
    var hoursPosition: SourcePosition
    /// Whether the number of lanes like it changes by the clock.
    var countVaries = false

    var isForCars: Bool { serves == ["cars"] }
    /// The kinds of lane that it is; all where its words name none.
    var kinds: [String] {
      let named = CustomsWords.kinds.filter { serves.contains($0) }
      return named.isEmpty ? CustomsWords.kinds : named
    }
    /// The statuses that it serves; all where its words name none.
    var statuses: [String] {
      let named = CustomsWords.statuses.filter { serves.contains($0) }
      return named.isEmpty ? CustomsWords.statuses : named
    }
  }

  struct Staffed {
    var plan: WeekPlan
    var position: SourcePosition
  }

  struct Yard {
    var position: SourcePosition
    var bays: Staffed
    var crews: Staffed
    var scanner: Staffed?
    var imageReview: Staffed
  }

  struct Warehouse {
    /// nil for unlimited.
    var places: Int?
    var position: SourcePosition
  }

  struct Firm {
    var name: Name
    var credit: String
    var share: Double?
    var declares: String?
    var declaresPosition: SourcePosition
    var book: FirmBook
  }

  struct Policy {
    var position: SourcePosition?
    var entersFirst = true
    var declares = "per shipment"
    var declaresPosition: SourcePosition?
    /// How imported goods are inspected, in the order of the rules.
    var modes: [ModeRule] = []
    var byFirm: [(firm: Name, declares: String)] = []
    /// The days on which the account books are reconciled (报核), ascending.
    var bookDates: [CalendarDate] = []
    var declaresChanges: [Change<String>] = []
    var changesByFirm: [(firm: Name, changes: [Change<String>])] = []
    /// Whether urgent goods go before all others in every queue of the zone.
    var urgentGoesFirst = false
    var papers = PaperPolicy()
    var written: [(name: String, value: String)] = []
  }

  /// A word with its share.
  typealias Shares = [(word: String, share: Double)]

  struct Flow {
    var name: Name
    var isCars = false
    var perDay = 0.0
    var perDayPosition: SourcePosition
    var weekendFactor = 1.0
    var weights = Array(repeating: 1.0, count: 24)
    var convoys: (text: String, position: SourcePosition)
    var meanConvoy = 1.0
    var banks: Banks?
    var vehicles: Shares = [("semi", 1)]
    var vehiclesPosition: SourcePosition
    var papers: Shares = [("declared", 1)]
    var papersPosition: SourcePosition
    var emptyOneWay = 0.0
    var status: Shares?
    var statusPosition: SourcePosition
    var lot = 1
    /// What moves each way, where papers are simulated; nil where `papers` says what forms there are.
    var movements: Movements?
    /// Documents of a truck, a number or a law.
    var documents: (text: String, position: SourcePosition)
    var meanDocuments = 1.0
    /// Whether it is work for outside firms, on top of the flow that is written.
    var isEntrusted = false
    var firms: Shares?
    var firmsPosition: SourcePosition
    var mayArrive: [(vehicle: String, windows: [ClockWindow])] = []
    var gate: Name?
    /// The part of its trucks that carries urgent goods.
    var urgent: CustomsWords.Placed<Double>?
    var goods: Shares = [("general", 1)]
    var goodsPosition: SourcePosition
    /// Whether the goods go abroad again.
    var reExits = false
    var procedure: Name?
    var assumptions = AssumptionValues()
  }

  struct Banks {
    var minutes: [Int]
    var position: SourcePosition
    var size: (text: String, position: SourcePosition)
  }
}
