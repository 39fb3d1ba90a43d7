/// The customs words.
extension Vocabulary {
  static let hours = ##"{"$ref": "#/$defs/hours"}"##
  static let staff = ##"{"$ref": "#/$defs/staff"}"##
  static let shares = #"{"type": "object"}"#
  static let texts = #"{"type": "array", "items": {"type": "string"}}"#

  static func section(_ name: String) -> String { ##"{"$ref": "#/$defs/\##(name)"}"## }

  /// The customs words at the top of a scenario.
  static let customsWords = [
    key("starts", "DATE", "the day that begins at time zero; without it a Monday", name),
    key(
      "calendar",
      "china | holidays, layers",
      "holidays and make-up days; without it every week is like the others",
      #"{"type": ["string", "object"]}"#
    ),
    key("zone", "NAME", "the zone", name),
    key("handles", "list of GOODS", "what the zone may handle; all by default", texts),
    key("designated sites", "list of GOODS", "what the zone has a designated site for", texts),
    key("gates", "NAME: gate", "the gates of the zone", map(of: "gate")),
    key("control room", "officers", "who answers mismatches at the lanes", section("office")),
    key("yard", "bays, crews, scanner, …", "the inspection yard", section("yard")),
    key("document office", "officers, open", "who reviews declarations", section("office")),
    key("laboratory", "benches, open", "who tests samples", section("laboratory")),
    key(
      "laboratories",
      "NAME: laboratory",
      "instead of one, several, each with what it may test",
      map(of: "testLaboratory")
    ),
    key("samplers", "teams, open", "who takes samples", section("samplers")),
    key("officers", "NAME: officer", "officers and what they can do", map(of: "officer")),
    key("rosters", "NAME: roster", "when officers work", map(of: "roster")),
    key("warehouses", "supervised, port", "where goods wait for results", section("warehouses")),
    key(
      "goods",
      "NAME: class of goods",
      "what goods are worth and what is due",
      map(of: "goodsClass")
    ),
    key("exchange rates", "MONTH: NUMBER", "yuan for a US dollar, by month", shares),
    key("firms", "NAME: firm | from: FILE", "the firms of the zone", shares),
    key("flows", "NAME: flow", "trucks and cars that visit the zone", map(of: "customsFlow")),
    key("policy", "KEY: WORD", "the rules in force", section("policy")),
    key("outages", "SYSTEM: outages", "systems that are out at times", section("outages")),
    key("assumptions", "KEY: VALUE", "what is assumed where nobody has measured", shares),
  ]

  /// The names of the customs words at the top of a scenario.
  static let customsKeys = customsWords.map(\.name)

  /// The keys of a section of customs words.
  static func customsEntries(of section: SectionKind) -> [Key] {
    switch section {
    case .gate: gate
    case .gateLane: gateLane
    case .office:
      [key("officers", "STAFF", "officers on duty; 1 by default", staff), open]
    case .yard: yard
    case .scanner:
      [key("machines", "COUNT", "scanners; 1 by default", count), open]
    case .laboratory:
      [key("benches", "STAFF", "samples in test at a time; 4 by default", staff), open]
    case .testLaboratory: testLaboratory
    case .samplers:
      [key("teams", "STAFF", "teams on duty; 1 by default", staff), open]
    case .warehouses:
      [
        key("supervised", "places", "the zone's supervised warehouse", self.section("warehouse")),
        key(
          "supervised chilled",
          "places",
          "its store for chilled goods",
          self.section("warehouse")
        ),
        key("supervised frozen", "places", "its store for frozen goods", self.section("warehouse")),
        key("port", "places", "the store of the port of entry", self.section("warehouse")),
        key("quarantine", "places", "for goods whose sample failed", self.section("warehouse")),
      ]
    case .warehouse:
      [key("places", "COUNT | unlimited", "lots that it can hold", text)]
    case .goodsClass: goodsClass
    case .firm: firm + firmPapers
    case .firmsFile:
      [key("from", "FILE", "CSV file with the column name and the keys of a firm", name)]
    case .movements:
      [
        key("in", "MOVEMENT: SHARE", "what is moved on the way in", shares),
        key("out", "MOVEMENT: SHARE", "what is moved on the way out", shares),
      ]
    case .advanceDeclaration, .twoStep, .policySwitch, .entrusted: switchKeys(of: section)
    case .customsFlow: customsFlow + assumptionKeys
    case .banks:
      [
        key("at", "list of TIMES", "when flights land, every day", texts),
        key("size", "COUNT | DISTRIBUTION", "trucks that come with one", text),
      ]
    case .policy: policy + papersPolicy
    case .inspectionMode: inspectionMode
    case .consolidated:
      [
        key("default", "per shipment | monthly | quarterly", "for all firms", declares),
        key("firms", "FIRM: the same words", "for single firms; by date too", shares),
      ]
    case .outages: outages
    case .outage: outage
    case .assumptions: assumptionKeys
    case .calendar:
      [
        key("holidays", "china | FILE", "holidays and make-up days; china by default", name),
        key(
          "layers",
          "list of NAMES | NAME: FACTOR | NAME: layer",
          "days on which demand is another",
          #"{"type": ["array", "object"]}"#
        ),
      ]
    case .officer:
      [
        key(
          "skills",
          "list of SKILLS",
          CustomsWords.skills.map(\.skill).joined(separator: ", "),
          texts
        ),
        key("count", "COUNT", "how many can do the same; 1 by default", count),
      ]
    case .roster:
      [
        key("officers", "list of NAMES", "who works by it", texts),
        key("works", "HOURS", "when", hours),
        key(
          "breaks",
          "FROM-TO | list of these",
          "when not, every day",
          #"{"type": ["string", "array"]}"#
        ),
        key(
          "overtime",
          "finish | hand over",
          "what becomes of a case at the end of a shift",
          words("finish", "hand over")
        ),
      ]
    case .layer:
      [
        key(
          "days",
          "DATE | FROM..TO | list of these",
          "when it holds",
          #"{"type": ["string", "array"]}"#
        ),
        key("factor", "FACTOR", "what the demand of these days is multiplied by", text),
        key(
          "flows",
          "NAME | list of NAMES",
          "for which flows; all by default",
          #"{"type": ["string", "array"]}"#
        ),
      ]
    default: []
    }
  }

  private static let open = key("open", "HOURS", "opening hours; always by default", hours)
  private static let declares = words("per shipment", "monthly", "quarterly")
  private static let goods = #"{"type": ["string", "object"]}"#

  private static var assumptionKeys: [Key] {
    Assumption.all.map { key($0.key, $0.kind.form, $0.meaning.en, text) }
  }

  private static let gate = [
    key(
      "joins",
      "shortest queue | random",
      "how a truck picks one of the lanes that may serve it",
      words("shortest queue", "random")
    ),
    key("queue space", "LENGTH", "room on the way in before the public road", text),
    key("turn-out", "COUNT", "places for trucks with a mismatch; 1 by default", count),
    key("open", "HOURS", "opening hours of goods lanes; always by default", hours),
    key("lanes", "list of lanes", "the lanes", list(of: "gateLane")),
  ]

  private static let gateLane = [
    key("name", "NAME", "name within the gate", name),
    key("way", "in | out", "where it leads", words("in", "out")),
    key(
      "serves",
      "list of declared, not-declared, sundries, cars, bonded, non-bonded",
      "who may use it; all goods by default",
      texts
    ),
    key(
      "technology",
      "manual | automatic | contactless",
      "how trucks are recognised; automatic by default",
      words("manual", "automatic", "contactless")
    ),
    key("open", "HOURS", "opening hours, where they are not those of the gate", hours),
    key("count", "STAFF", "so many lanes alike, also by the clock; 1 by default", staff),
  ]

  private static let yard = [
    key("bays", "COUNT", "trucks that can be inspected at a time", count),
    open,
    key("crews", "STAFF", "crews of two officers; 1 by default", staff),
    key(
      "scanner",
      "machines, open | none",
      "the scanner; none by default",
      #"{"type": ["string", "object"]}"#
    ),
    key("image review", "officers", "who reads the images", section("office")),
  ]

  private static let goodsClass =
    [
      key("value", "VALUE", "value by weight, such as 5664 USD per t", text),
      key("duty", "RATE", "duty as presented", text),
      key("vat", "RATE", "value added tax; 13% by default", text),
      key("consumption tax", "RATE", "consumption tax; none by default", text),
      key(
        "material duty",
        "RATE",
        "duty on its imported materials; that of the goods by default",
        text
      ),
      key("material share", "SHARE", "value of imported materials in it; 60% by default", text),
      key(
        "designated site",
        "yes | no",
        "whether a designated site alone may inspect it",
        words("yes", "no")
      ),
      key(
        "temperature",
        "ambient | chilled | frozen",
        "at which it is kept; ambient by default",
        words("ambient", "chilled", "frozen")
      ),
      key("cold budget", "NUMBER", "degree-hours by which it may warm", text),
      key("test time", "DISTRIBUTION", "how long its samples are tested", text),
      key("failure share", "SHARE", "samples of it that fail", text),
    ] + inspectedGoods

  private static let testLaboratory = [
    key("benches", "STAFF", "samples in test at a time; 4 by default", staff),
    open,
    key("tests", "list of GOODS", "what it may test; all by default", texts),
    key("transport", "DISTRIBUTION", "the way of a sample to it; 0 by default", text),
  ]

  private static let firm = [
    key(
      "credit",
      "aeo | general | dishonest",
      "credit class",
      words("aeo", "general", "dishonest")
    ),
    key("share", "SHARE", "share of all visits", text),
    key(
      "declares",
      "per shipment | monthly | quarterly | default, DATE",
      "batch movements",
      #"{"type": ["string", "object"]}"#
    ),
  ]

  private static let policy = [
    inspectionModes,
    key(
      "animal and plant products",
      "enter first, test later | test before entry",
      "where they are tested",
      words("enter first, test later", "test before entry")
    ),
    key(
      "urgent goods first",
      "on | off",
      "urgent goods go before all others in every queue; off by default",
      words("on", "off")
    ),
    key(
      "consolidated declaration",
      "per shipment | monthly | quarterly | default, firms",
      "when batch movements are declared",
      #"{"type": ["string", "object"]}"#
    ),
    key(
      "book reconciliation",
      "DATE | list of DATES",
      "when the account books are reconciled; what was moved before is declared by then",
      #"{"type": ["string", "array"]}"#
    ),
  ]

  private static let customsFlow = [
    key("visits per day", "NUMBER", "visits on a working day", text),
    key("cars per day", "NUMBER", "cars on a working day", text),
    key(
      "weekend factor",
      "NUMBER",
      "visits of a day of the weekend for one of a working day",
      text
    ),
    key(
      "profile",
      "NAME | list of 24 NUMBERS",
      "weights of the hours of a day",
      #"{"type": ["string", "array"]}"#
    ),
    key("convoys", "COUNT | DISTRIBUTION", "trucks that come together", text),
    key("banks", "at, size", "trucks that come with flights", section("banks")),
    key("vehicles", "VEHICLE: SHARE", "van, truck, semi", shares),
    key("papers", "PAPERS: SHARE", "declared, batch, by-status, sundries", shares),
    key("empty one way", "SHARE", "visits that are empty on the way in or out", text),
    key(
      "movements",
      "in, out",
      "instead of papers: what is moved each way, with its papers",
      section("movements")
    ),
    key("documents per truck", "COUNT | DISTRIBUTION", "documents of a truck; 1 by default", text),
    key("status", "STATUS: SHARE", "bonded, non-bonded; by papers without it", shares),
    key("trucks per declaration", "COUNT", "trucks that share a declaration; 1 by default", count),
    key("firms", "FIRM: SHARE", "whose trucks they are; the firms' own shares by default", shares),
    key(
      "may arrive",
      "VEHICLE: HOURS",
      "when a kind of vehicle may come; always by default",
      shares
    ),
    key("gate", "NAME", "the gate; the only one by default", name),
    key("urgent", "SHARE", "trucks with urgent goods; none by default", text),
    key("goods", "GOODS | GOODS: SHARE", "what they carry; general by default", goods),
    leavesFor,
    key("procedure", "NAME", "what they go through, where it does not follow from the goods", name),
  ]
}

extension Assumption.Kind {
  /// The form of its value.
  var form: String {
    switch self {
    case .share: "SHARE"
    case .time: "DISTRIBUTION"
    case .number: "NUMBER | DISTRIBUTION"
    case .weight: "WEIGHT | DISTRIBUTION"
    case .length: "LENGTH"
    case .timeOfDay: "TIME"
    case .money: "MONEY"
    case .temperature: "TEMPERATURE"
    }
  }
}
