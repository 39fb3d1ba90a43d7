/// The firms of the zone.
extension CustomsReader {
  mutating func readFirms(_ root: SourceNode) {
    let firms = root["firms"].flatMap { firmNodes($0) } ?? []
    for (name, node) in firms {
      guard let section = MappingReader(node, .firm, &problems) else { continue }
      let credit =
        section.node("credit").flatMap { word($0, "credit", CustomsWords.credits) } ?? "general"
      let declares = section.node("declares").flatMap {
        dated($0, "declares") { reader, node in
          reader.word(node, "declares", CustomsWords.declaring)
        }
      }
      var firm = CustomsWords.Firm(
        name: name,
        credit: credit,
        share: section.value("share", &problems, parseShare),
        declares: declares?.first,
        declaresPosition: section.node("declares")?.position ?? name.position,
        book: CustomsWords.FirmBook(
          goodsPosition: section.node("goods")?.position ?? name.position
        )
      )
      firm.book.declaresChanges = declares?.changes ?? []
      readBook(section, into: &firm)
      words.firms.append(firm)
    }
    if words.firms.count > CustomsReader.mostFirms {
      problems.add(
        .tooMany(.firm, found: words.firms.count, allowed: CustomsReader.mostFirms),
        at: words.firms[CustomsReader.mostFirms].name.position
      )
    }
    // A firm without a share is one that only flows of its own name.
    let shares = words.firms.compactMap(\.share)
    if let node = root["firms"], !shares.isEmpty {
      problems.value(at: node.position) { () throws(ScenarioFault) in try checkShares(shares) }
    }
  }

  private static let mostFirms = 4_000

  /// The firms as they stand in the scenario, or in the file that it names.
  private mutating func firmNodes(_ node: SourceNode) -> [(name: Name, node: SourceNode)] {
    guard let entries = node.entries, let from = entries.first(where: { $0.key == "from" }),
      from.value.text != nil
    else {
      return named(SourceNode.mapping([("firms", node)], at: node.position), "firms")
    }
    guard MappingReader(node, .firmsFile, &problems) != nil else { return [] }
    let folder = folder
    let rows = from.value.value(&problems) { (text) throws(ScenarioFault) in
      try FirmsFile.load(text, folder: folder)
    }
    return (rows ?? []).compactMap { row in
      checkedName(row.name, at: row.position, &problems).map { ($0, row.node) }
    }
  }
}
