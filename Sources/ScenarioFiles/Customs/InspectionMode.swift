/// A way in which imported goods are inspected (查验模式), each a shipped procedure of its name.
public enum InspectionMode: String, Sendable, CaseIterable {
  /// Samples and tests at the port; only what has passed enters.
  case testBeforeEntry = "test before entry"
  /// Into a supervised warehouse, held there until the result (先入区、后检测).
  case enterFirst = "enter first test later"
  /// Released once samples are taken, recalled where a sample fails (抽样后即放行).
  case sampleThenRelease = "sample then release"
  /// Inspected once, at the port (前推).
  case inspectAtPort = "inspect at port"
  /// Inspected once, in the zone.
  case inspectInZone = "inspect in zone"
  /// Inspected once, at the place where the goods are used (后移).
  case inspectAtFinalPlace = "inspect at final place"
  /// Not inspected, since the goods go abroad again (特例豁免).
  case exemptOnReExit = "exempt on re-exit"
  /// Images first, unpacked on suspicion alone (先期机检).
  case imageFirst = "image first"
  /// Looks at some of the goods that are not bonded (卡口抽查).
  case spotChecks = "spot checks"

  /// Its word in attributes and names of measures.
  public var slug: String { rawValue.split(separator: " ").joined(separator: "-") }

  /// The kinds of goods that it is for; nil for all.
  var kind: GoodsClass.Kind? {
    switch self {
    case .sampleThenRelease: .food
    case .enterFirst: .animalAndPlant
    default: nil
    }
  }

  /// Whether samples of goods under it go to a laboratory of the zone's choice.
  var takesSamples: Bool {
    switch self {
    case .exemptOnReExit, .imageFirst, .spotChecks: false
    default: true
    }
  }

  /// Whether goods under it lie in a supervised warehouse of the zone.
  var storesGoods: Bool {
    switch self {
    case .enterFirst, .sampleThenRelease, .inspectInZone: true
    default: false
    }
  }

  /// Where goods under it stand before anything has happened: a state of the document `goods state`.
  var firstState: String {
    switch self {
    case .testBeforeEntry: "before test"
    case .enterFirst: "on hold"
    case .sampleThenRelease: "on promise"
    case .inspectAtPort, .inspectInZone, .inspectAtFinalPlace, .imageFirst: "to inspect"
    case .exemptOnReExit, .spotChecks: "exempt"
    }
  }
}

extension GoodsClass {
  /// Which rules of inspection hold for goods.
  enum Kind: String, CaseIterable {
    case food
    case animalAndPlant = "animal and plant products"
    case other

    /// The kind of a class that comes with the program; others say their own.
    init(of name: String) {
      switch name {
      case "food", "meat", "chilled seafood": self = .food
      case "animal and plant products", "grain", "fruit": self = .animalAndPlant
      default: self = .other
      }
    }

    /// The share of lots of the kind that are not as the rules want them.
    ///
    /// The middle of the shares of samples that fail, food 0.5 to 2 %, animal and plant products 0.3
    /// to 1 %; of other goods the middle of the defects of unpacked goods, 2 to 6 %. All are estimates
    /// of practitioners.
    var nonCompliant: Double {
      switch self {
      case .food: 0.0125
      case .animalAndPlant: 0.0065
      case .other: 0.04
      }
    }
  }

  /// Whether it must be quarantined at the port of entry (口岸检疫).
  var isQuarantined: Bool { kind == .animalAndPlant || needsDesignatedSite }

  /// Takes a kind, and the share of lots that goes with it.
  mutating func become(_ kind: Kind) {
    self.kind = kind
    nonCompliant = kind.nonCompliant
  }
}
