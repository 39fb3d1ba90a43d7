import EventSimulation

/// Reads the customs words of a tree and notes what is wrong with them.
struct CustomsReader {
  let folder: String
  var problems: ProblemList
  var words = CustomsWords()

  init(tree: SourceTree, folder: String, problems: ProblemList) {
    self.folder = folder
    self.problems = problems
    read(tree.root)
  }

  private mutating func read(_ root: SourceNode) {
    words.starts = root["starts"]?.value(&problems, parseDate)
    // What is wrong with the length of the run is said where the general words are read.
    if let text = root["runs for"]?.text, let time = try? parseDuration(text) {
      words.horizon = SimulatedTime(microseconds: time)
    }
    readCalendar(root)
    words.zone = root["zone"]?.name(&problems)?.text ?? ""
    if let node = root["assumptions"], MappingReader(node, .assumptions, &problems) != nil {
      words.assumptions.read(node.entries ?? [], folder: folder, &problems)
    }
    readGoodsClasses(root)
    readExchangeRates(root)
    words.handles = root["handles"].map { readGoods($0, "handles", words.goodsNames) }
    words.designatedSites =
      root["designated sites"].map {
        readGoods($0, "designated sites", words.goodsWithSites)
      } ?? []
    readGates(root)
    readStaff(root)
    readPeople(root)
    readFirms(root)
    if let node = root["policy"] { readPolicy(node) }
    for (name, node) in named(root, "flows") {
      if let flow = readFlow(node, named: name) { words.flows.append(flow) }
    }
    readOutages(root)
    checkLayers()
    words.flows += words.entrustedFlows
  }

  /// The entries of a mapping from names to things.
  mutating func named(_ root: SourceNode, _ key: String) -> [(name: Name, node: SourceNode)] {
    guard let node = root[key] else { return [] }
    guard let entries = node.entries else {
      problems.add(.wrongKind(found: node.kind, expected: [.mapping]), at: node.position)
      return []
    }
    if entries.isEmpty { problems.add(.nothingInIt(key: key), at: node.position) }
    return entries.compactMap { entry in
      checkedName(entry.key, at: entry.keyPosition, &problems).map { ($0, entry.value) }
    }
  }

  mutating func readGoods(
    _ node: SourceNode,
    _ key: String,
    _ allowed: [String]
  ) -> [String] {
    (node.list(key, &problems) ?? []).compactMap { word($0, key, allowed) }
  }

  /// One of several words.
  mutating func word(_ node: SourceNode, _ key: String, _ allowed: [String]) -> String? {
    node.value(&problems) { (text) throws(ScenarioFault) in
      guard allowed.contains(text) else {
        throw .unknownWord(
          text,
          key: key,
          allowed: allowed,
          nearest: nearestName(to: text, in: allowed)
        )
      }
      return text
    }
  }

  /// Words with shares that add up to 100 %; nil where any of it is wrong.
  mutating func shares(
    _ node: SourceNode,
    _ key: String,
    _ allowed: [String],
    named kind: NamedKind? = nil
  ) -> CustomsWords.Shares? {
    guard let entries = node.entries else {
      // One word alone is all of it.
      guard node.text != nil else {
        problems.add(.wrongKind(found: node.kind, expected: [.text, .mapping]), at: node.position)
        return nil
      }
      return word(node, key, allowed).map { [($0, 1)] }
    }
    var shares: CustomsWords.Shares = []
    for entry in entries {
      guard allowed.contains(entry.key) else {
        let nearest = nearestName(to: entry.key, in: allowed)
        let fault: ScenarioFault =
          if let kind {
            .unknownName(entry.key, kind: kind, existing: allowed, nearest: nearest)
          } else {
            .unknownWord(entry.key, key: key, allowed: allowed, nearest: nearest)
          }
        problems.add(fault, at: entry.keyPosition)
        continue
      }
      guard let share = entry.value.value(&problems, parseShare) else { continue }
      shares.append((entry.key, share))
    }
    guard shares.count == entries.count else { return nil }
    let sums: Void? = problems.value(at: node.position) { () throws(ScenarioFault) in
      try checkShares(shares.map(\.share))
    }
    return sums == nil ? nil : shares
  }

  /// A number that is not below zero.
  mutating func number(_ section: MappingReader, _ key: String) -> Double? {
    section.value(key, &problems) { (text) throws(ScenarioFault) in try parseNumber(text) }
  }
}
