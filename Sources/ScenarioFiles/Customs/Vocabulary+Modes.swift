/// The words of inspection modes.
extension Vocabulary {
  private static let listed = #"{"type": ["string", "array"]}"#

  /// Under `policy`.
  static let inspectionModes = key(
    "inspection modes",
    "list of rules",
    "how imported goods are inspected; the first rule that fits",
    list(of: "inspectionMode")
  )

  /// One of these rules.
  static let inspectionMode = [
    key("goods", "GOODS | list of GOODS", "which goods; all by default", listed),
    key("credit", "CREDIT | list of CREDITS", "of firms of which classes; all", listed),
    key("firms", "FIRM | list of FIRMS", "of which firms; all by default", listed),
    key("share", "SHARE", "of what fits, the rest goes to the next rules; 100% by default", text),
    key(
      "mode",
      "MODE",
      "how they are inspected",
      #"{"enum": [\#(InspectionMode.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", "))]}"#
    ),
  ]

  /// Of a flow.
  static let leavesFor = key(
    "leaves for",
    "inland | abroad",
    "where imported goods go from the zone; inland by default",
    words("inland", "abroad")
  )

  /// Of a class of goods.
  static let inspectedGoods = [
    key(
      "kind",
      "food | animal and plant products | other",
      "which rules of inspection hold for it",
      words("food", "animal and plant products", "other")
    ),
    key("non-compliant share", "SHARE", "lots that are not as the rules want them", text),
  ]

  /// Of a firm.
  static let promise = key(
    "promises conformity",
    "yes | no",
    "whether it promises conformity of its food and keeps records; yes by default",
    flag
  )
}
