import ClearanceModel

/// Steps that ask something of papers or of a firm.
extension ScenarioReader {
  /// Keys that belong to some of the verbs.
  private static let keysOfVerbs: [(key: String, verbs: [PaperVerb], isNeeded: Bool)] = [
    ("as", [.open], true), ("goods", [.open], true), ("lines", [.open], false),
    ("documents", [.open], false), ("status", [.open], false), ("since", [.lateFee], true),
    ("sets", [.approve, .assess, .lateFee, .gather, .apply, .check], false),
    ("joins", [.open], false),
    ("way", PaperVerb.allCases.filter { !$0.concernsFirm }, false),
  ]

  /// `papers: VERB`.
  mutating func readPapers(_ value: SourceNode, _ section: MappingReader) -> Step.Action? {
    let verbs = PaperVerb.allCases.map { ($0.word, $0) }
    guard let verb = section.word("papers", verbs, &problems) else { return nil }
    var isWhole = true
    for (key, verbs, isNeeded) in Self.keysOfVerbs {
      if section.node(key) != nil, !verbs.contains(verb) {
        problems.add(.conflictingKeys(["papers: \(verb.word)", key]), at: section.keyPosition(key))
      } else if isNeeded, verbs.contains(verb), section.required(key, &problems) == nil {
        isWhole = false
      }
    }
    if verb.needsWay, section.required("way", &problems) == nil { isWhole = false }
    var action = PaperAction(verb: verb)
    let ways = [PaperWay.into, .out].map { ($0.word, $0) }
    action.way = section.word("way", ways, &problems)
    action.kind = section.word("as", MovementKind.allCases.map { ($0.word, $0) }, &problems)
    action.goods = section.node("goods")?.name(&problems)
    action.lines = section.node("lines")?.name(&problems)
    action.documents = section.node("documents")?.name(&problems)
    action.status = section.node("status")?.name(&problems)
    action.since = section.node("since")?.name(&problems)
    action.joins = section.flag("joins", &problems) ?? false
    action.sets = section.node("sets")?.name(&problems)
    if let kind = action.kind, let way = action.way, kind.isIn != (way == .into) {
      problems.add(
        .papers(.otherWay(movement: kind.word, way: way.word)),
        at: section.keyPosition("as")
      )
    }
    if let way = action.way, verb == .mix || verb == .check, way != .out {
      problems.add(
        .papers(.otherWay(movement: verb.word, way: way.word)),
        at: section.keyPosition("way")
      )
    }
    if let kind = action.kind, let name = action.status,
      let status = CustomsStatus.allCases.first(where: { $0.word == name.text }),
      !kind.moves(status)
    {
      problems.add(
        .papers(.statusNotMoved(status: status.word, movement: kind.word)),
        at: name.position
      )
    }
    return isWhole ? .papers(action) : nil
  }

  /// `look up: firm`.
  mutating func readLookUp(_ section: MappingReader) -> Step.Action? {
    guard section.word("look up", [("firm", ())], &problems) != nil else { return nil }
    let declares = section.node("declares")?.name(&problems)
    let credit = section.node("credit")?.name(&problems)
    if section.present(["declares", "credit"]).isEmpty {
      problems.add(.missingKeys(["declares", "credit"], section: .step), at: section.position)
      return nil
    }
    return .lookUpFirm(declares: declares, credit: credit)
  }
}
