/// Firms and policy.
extension CustomsReader {
  mutating func readFirms(_ root: SourceNode) {
    for (name, node) in named(root, "firms") {
      guard let section = MappingReader(node, .firm, &problems) else { continue }
      let credit =
        section.node("credit").flatMap { word($0, "credit", CustomsWords.credits) } ?? "general"
      let declares = section.node("declares").flatMap {
        word($0, "declares", CustomsWords.declaring)
      }
      let position = section.node("declares")?.position ?? name.position
      words.firms.append(
        CustomsWords.Firm(
          name: name,
          credit: credit,
          share: section.value("share", &problems, parseShare),
          declares: declares,
          declaresPosition: position
        )
      )
    }
    if words.firms.count > 64 {
      problems.add(
        .tooMany(.firm, found: words.firms.count, allowed: 64),
        at: words.firms[64].name.position
      )
    }
    // A firm without a share is one that only flows of its own name.
    let shares = words.firms.compactMap(\.share)
    if let node = root["firms"], !shares.isEmpty {
      problems.value(at: node.position) { () throws(ScenarioFault) in try checkShares(shares) }
    }
  }

  mutating func readPolicy(_ node: SourceNode) {
    guard let section = MappingReader(node, .policy, &problems) else { return }
    words.policy.position = node.position
    let key = "animal and plant products"
    if let node = section.node(key) {
      let modes = ["enter first, test later", "test before entry"]
      let mode = word(node, key, modes)
      words.policy.entersFirst = mode != modes[1]
      if let mode { words.policy.written.append((key, mode)) }
    }
    readBookDates(section)
    guard let node = section.node("consolidated declaration") else { return }
    words.policy.declaresPosition = node.position
    var written: [String] = []
    if node.entries == nil {
      words.policy.declares =
        word(node, "consolidated declaration", CustomsWords.declaring) ?? "per shipment"
      written = [words.policy.declares]
    } else if let inner = MappingReader(node, .consolidated, &problems) {
      if let node = inner.node("default"),
        let mode = word(node, "default", CustomsWords.declaring)
      {
        words.policy.declares = mode
        words.policy.declaresPosition = node.position
        written.append("default: \(mode)")
      }
      let firms = words.firms.map(\.name.text)
      for entry in inner.node("firms")?.entries ?? [] {
        guard firms.contains(entry.key) else {
          let nearest = nearestName(to: entry.key, in: firms)
          problems.add(
            .unknownName(entry.key, kind: .firm, existing: firms, nearest: nearest),
            at: entry.keyPosition
          )
          continue
        }
        guard let mode = word(entry.value, "firms", CustomsWords.declaring) else { continue }
        let name = Name(text: entry.key, position: entry.value.position)
        words.policy.byFirm.append((name, mode))
        written.append("\(entry.key): \(mode)")
      }
    }
    words.policy.written.append(("consolidated declaration", written.joined(separator: ", ")))
  }
}

extension CustomsWords {
  /// How a firm declares batch movements: as the policy says of it, as it says itself, or as all do.
  func declares(_ firm: Firm) -> (mode: String, position: SourcePosition) {
    if let entry = policy.byFirm.first(where: { $0.firm.text == firm.name.text }) {
      return (entry.declares, entry.firm.position)
    }
    if let own = firm.declares { return (own, firm.declaresPosition) }
    return (policy.declares, policy.declaresPosition ?? firm.name.position)
  }
}
