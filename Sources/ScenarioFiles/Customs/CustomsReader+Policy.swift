/// The rules in force.
extension CustomsReader {
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
    if let isOn = section.flag("urgent goods first", &problems) {
      words.policy.urgentGoesFirst = isOn
      words.policy.written.append(("urgent goods first", isOn ? "on" : "off"))
    }
    if let node = section.node("inspection modes") {
      readModes(node)
      if section.node(key) != nil {
        problems.add(
          .conflictingKeys([key, "inspection modes"]),
          at: section.keyPosition("inspection modes")
        )
      }
    }
    readBookDates(section)
    if let node = section.node("consolidated declaration") { readConsolidated(node) }
    readSwitches(section)
  }

  private mutating func readConsolidated(_ node: SourceNode) {
    words.policy.declaresPosition = node.position
    var written: [String] = []
    func period(_ reader: inout CustomsReader, _ node: SourceNode) -> String? {
      reader.word(node, "consolidated declaration", CustomsWords.declaring)
    }
    if node.entries == nil {
      words.policy.declares = period(&self, node) ?? "per shipment"
      written = [words.policy.declares]
    } else {
      // Besides the keys of the section there may be dates.
      let isDate: (SourceEntry) -> Bool = { $0.key.first.map { "0"..."9" ~= $0 } ?? false }
      let dates = (node.entries ?? []).filter(isDate)
      let rest = (node.entries ?? []).filter { !isDate($0) }
      let later = SourceNode(position: node.position, content: .mapping(dates))
      words.policy.declaresChanges = changes(later) { period(&$0, $1) }
      let others = SourceNode(position: node.position, content: .mapping(rest))
      guard let inner = MappingReader(others, .consolidated, &problems) else { return }
      if let node = inner.node("default"), let mode = word(node, "default", CustomsWords.declaring)
      {
        words.policy.declares = mode
        words.policy.declaresPosition = node.position
        written.append("default: \(mode)")
      }
      written += words.policy.declaresChanges.map { "\($0.date.isoText): \($0.value)" }
      for entry in inner.node("firms")?.entries ?? [] {
        guard let name = firm(entry) else { continue }
        guard let read = dated(entry.value, "firms", { period(&$0, $1) }) else { continue }
        if let mode = read.first {
          words.policy.byFirm.append((name, mode))
          written.append("\(entry.key): \(mode)")
        }
        if !read.changes.isEmpty {
          words.policy.changesByFirm.append((name, read.changes))
          written += read.changes.map { "\(entry.key) \($0.date.isoText): \($0.value)" }
        }
      }
    }
    words.policy.written.append(("consolidated declaration", written.joined(separator: ", ")))
  }

  /// A firm that stands as a key, at the place of its value; a problem where there is none.
  mutating func firm(_ entry: SourceEntry) -> Name? {
    let firms = words.firms.map(\.name.text)
    if firms.contains(entry.key) { return Name(text: entry.key, position: entry.value.position) }
    problems.add(
      .unknownName(
        entry.key,
        kind: .firm,
        existing: firms,
        nearest: nearestName(to: entry.key, in: firms)
      ),
      at: entry.keyPosition
    )
    return nil
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

  /// When a firm begins to declare in another way, in the order of the dates.
  func declaresChanges(_ firm: Firm) -> [Change<String>] {
    let name = firm.name.text
    if let entry = policy.changesByFirm.first(where: { $0.firm.text == name }) {
      return entry.changes
    }
    if policy.byFirm.contains(where: { $0.firm.text == name }) { return [] }
    if firm.declares != nil || !firm.book.declaresChanges.isEmpty {
      return firm.book.declaresChanges
    }
    return policy.declaresChanges
  }

  /// All ways in which a firm declares at some time.
  func periods(of firm: Firm) -> [String] {
    [declares(firm).mode] + declaresChanges(firm).map(\.value)
  }
}
