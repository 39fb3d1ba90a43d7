/// The words of firms' books, movements and switches.
extension Vocabulary {
  private static let either = #"{"type": ["string", "object"]}"#
  private static let onOrOff = words("on", "off")
  private static let switched = #"{"type": ["string", "object", "boolean"]}"#

  static let firmPapers = [
    promise,
    key("credit changes", "DATE: CREDIT", "upgrades and downgrades", shares),
    key(
      "business",
      "manufacturing | logistics | trading | services",
      "what it does; logistics by default",
      words("manufacturing", "logistics", "trading", "services")
    ),
    key("goods", "GOODS: SHARE", "what its book holds; general by default", either),
    key("items", "COUNT", "items of its book; 20 by default", count),
    key("guarantee", "MONEY | default, DATE", "its guarantee line", either),
    key(
      "guarantee waiver",
      "yes | no",
      "whether it goes without a guarantee while certified",
      flag
    ),
    key("opening stock", "DURATION | WEIGHT | STATUS: WEIGHT", "what its book begins with", either),
    key("joins", "DATE", "the day on which it begins", name),
    key("ramp", "DURATION | COUNT months", "how long it takes to reach its share", name),
    key("leaves", "DATE", "the day on which it ends", name),
    key("general taxpayer", "yes | no", "whether it is an ordinary VAT payer", flag),
    key("elects materials", "yes | no", "whether it may choose duty on materials", flag),
    key(
      "aggregated tax payment",
      "yes | no",
      "whether it pays the taxes of a month together",
      flag
    ),
    key("advance declaration", "on | off | SHARE", "consignments declared in advance", switched),
    key("two-step", "on | off | SHARE", "imports declared in two steps", switched),
    key(
      "four-self-one-simplification",
      "on | off | SHARE",
      "consignments approved by the system",
      switched
    ),
    key("spare capacity", "SHARE", "work for outside clients, of its own visits", text),
  ]

  static let papersPolicy = [
    key(
      "advance declaration",
      "on | off | SHARE | share, lead, firms, goods",
      "papers are made while the truck is on its way",
      switched
    ),
    key(
      "two-step",
      "on | off | SHARE | share, complete within, credit, firms, goods",
      "first-line imports declared in two steps",
      switched
    ),
    key(
      "four-self-one-simplification",
      "on | off | SHARE | share, firms, goods",
      "lists are approved by the system, and audited later",
      switched
    ),
    key("split release", "on | off", "each truck of a declaration passes by itself", onOrOff),
    key("mix two-step", "on | off", "goods of two-step declarations share trucks", onOrOff),
    key(
      "tariff election",
      "on | off | share, firms, goods",
      "duty on materials where that is less",
      switched
    ),
    key(
      "rate date",
      "acceptance | gate",
      "whose day gives the exchange rate of a declaration",
      words("acceptance", "gate")
    ),
    key("guarantee waiver", "on | off", "advanced-certified firms need no guarantee", onOrOff),
    key("late fee", "on | off", "imports declared late pay a fee", onOrOff),
    key("lateness blocks", "on | off", "who declared batches late makes no new ones", onOrOff),
    key(
      "goods by status",
      "on | off",
      "warehouses hold goods of several statuses, which may be mixed up",
      onOrOff
    ),
    key("general taxpayers", "SHARE", "firms that are ordinary VAT payers", text),
    key(
      "entrusted processing",
      "off | path, spare capacity",
      "manufacturers work for outside clients",
      switched
    ),
  ]

  /// The keys of the switches that have some.
  static func switchKeys(of section: SectionKind) -> [Key] {
    let common = [
      key("share", "on | off | SHARE", "of the consignments of a firm; on by default", text),
      key("firms", "FIRM: on | off | SHARE", "for single firms", shares),
      key("goods", "GOODS: on | off | SHARE", "for classes of goods; on by default", shares),
    ]
    switch section {
    case .advanceDeclaration:
      return common + [key("lead", "DURATION", "how long before the truck comes", text)]
    case .twoStep:
      return common + [
        key("complete within", "DURATION", "limit of the complete declaration; 14 d", text),
        key(
          "credit",
          "general or better | aeo",
          "who may use it",
          words("general or better", "aeo")
        ),
      ]
    case .policySwitch: return common
    case .entrusted:
      return [
        key(
          "path",
          "released machines | book",
          "without a book and declarations, or with a book of its own",
          words("released machines", "book")
        ),
        key("spare capacity", "SHARE", "of a manufacturer's own visits; 15% by default", text),
      ]
    default: return []
    }
  }
}
