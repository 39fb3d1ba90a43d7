import ClearanceModel

/// Turns the customs words of a scenario into words of the general layer.
///
/// What it makes stands where the customs word stands that it comes from, so that every later
/// complaint points there. What the scenario says in general words itself is kept, and replaces
/// what would be made under the same name.
struct CustomsExpansion {
  /// The scenario in general words alone.
  private(set) var tree: SourceTree
  /// What its customs words say.
  private(set) var customs: CustomsScenario
  var problems: ProblemList
  /// The working days of the run and of a year after it.
  private(set) var workingDays: WorkingDays?
  /// The firms' books and the rules of papers; nil where no flow says what it moves.
  private(set) var papers: PapersPlan?

  /// Systems that may be out, by station, with the stations whose queues show it.
  private(set) var outages: [(station: String, queues: [String])] = []

  let words: CustomsWords
  let root: SourceNode
  let folder: String

  /// Whether a scenario has customs words at all.
  static func isNeeded(_ tree: SourceTree) -> Bool {
    tree.root.entries?.contains { Vocabulary.customsKeys.contains($0.key) } ?? false
  }

  init(_ tree: SourceTree, folder: String, problems: ProblemList) {
    self.tree = tree
    self.folder = folder
    root = tree.root
    let reader = CustomsReader(tree: tree, folder: folder, problems: problems)
    words = reader.words
    customs = CustomsScenario()
    // Rules are checked where every word could be read.
    guard reader.problems.isEmpty else {
      self.problems = reader.problems
      addUnknownKeys()
      return
    }
    let own = (root["procedures"]?.entries ?? []).map(\.key)
    var checks = CustomsChecks(words, own, folder: folder, problems: reader.problems)
    if words.flows.isEmpty, root["arrivals"] == nil {
      checks.problems.add(
        .missingKeys(["flows", "arrivals"], section: .scenario),
        at: root.position
      )
    }
    self.problems = checks.problems
    guard checks.problems.isEmpty else {
      addUnknownKeys()
      return
    }
    let procedures = ProcedureSelection(
      words,
      root: root,
      folder: folder,
      position: position,
      generated: announcements() + importLots()
    )
    checkGoodsPlaces(procedures)
    guard self.problems.isEmpty else { return }
    self.tree.root = expanded(procedures)
    customs = summary(procedures)
    // Where there are many, the first are read.
    customs.notes = calendarNotes + checks.notes
    outages = outages(self.tree.root["stations"]?.entries?.map(\.key) ?? [])
    workingDays = words.workingDays
    papers = words.hasPapers ? papersPlan() : nil
  }

  /// Misspelt words at the top, which are otherwise found when the general words are read.
  private mutating func addUnknownKeys() {
    _ = MappingReader(root, .scenario, &problems)
  }

  /// Where words stand that the scenario leaves out.
  var position: SourcePosition {
    words.flows.first?.name.position ?? words.gates.first?.name.position ?? root.position
  }

  // MARK: The tree

  private func expanded(_ procedures: ProcedureSelection) -> SourceNode {
    var entries = (root.entries ?? []).filter { !Vocabulary.customsKeys.contains($0.key) }
    func merge(_ key: String, _ made: [(String, SourceNode)]) {
      let made = SourceNode.mapping(made, at: position).entries ?? []
      guard let index = entries.firstIndex(where: { $0.key == key }) else {
        guard !made.isEmpty else { return }
        let node = SourceNode(position: position, content: .mapping(made))
        entries.append(SourceEntry(key: key, keyPosition: position, value: node))
        return
      }
      guard let own = entries[index].value.entries else { return }
      let names = own.map(\.key)
      let kept = made.filter { !names.contains($0.key) }
      entries[index].value.content = .mapping(kept + own)
    }
    if !entries.contains(where: { $0.key == "classes" }) {
      let classes = SourceNode.texts(CustomsWords.credits, at: position)
      entries.append(SourceEntry(key: "classes", keyPosition: position, value: classes))
    }
    let hasGoods = hasGoodsClass(procedures)
    merge("attributes", attributes(procedures, withGoods: hasGoods))
    merge("shared attributes", sharedAttributes(procedures))
    merge("values", values(procedures))
    merge("stations", withUrgentFirst(stations(procedures)) + outageStations)
    merge("teams", teams())
    merge(
      "arrivals",
      words.flows.map { flow in
        let trucks = words.trucks(of: flow)
        return (
          flow.name.text,
          arrivals(trucks, earlierBy: words.lead(of: flow), withGoods: hasGoods)
        )
      }
    )
    merge("collections", collections(procedures))
    merge("procedures", procedures.made)
    return SourceNode(position: root.position, content: .mapping(entries))
  }

  /// The attributes that the procedures mention, and those that flows set.
  private func attributes(
    _ procedures: ProcedureSelection,
    withGoods hasGoods: Bool
  ) -> [(String, SourceNode)] {
    let shipped = try? SourceTree.parse(ShippedProcedures.attributes, file: "attributes.yaml")
    var result: [(String, SourceNode)] = []
    let always = ["vehicle", "papers", "loaded", "lane kind", "status", "length"]
    for entry in shipped?.root["attributes"]?.entries ?? [] {
      let isUrgent = entry.key == CustomsWords.urgentAttribute && words.hasUrgentGoods
      guard procedures.mentions(entry.key) || always.contains(entry.key) || isUrgent else {
        continue
      }
      var value = entry.value.moved(to: position)
      if entry.key == "movement out", words.consolidatesStatuses {
        value = .texts(
          (value.items ?? []).compactMap(\.text) + CustomsWords.consolidated.map(\.word),
          at: position
        )
      }
      result.append((entry.key, value))
    }
    result += movementAttributes(result.map(\.0))
    if hasGoods {
      let start = words.flows.first(where: words.carriesOwnGoods)?.goodsPosition ?? position
      result.append((CustomsWords.goodsAttribute, .texts(words.goodsCarried, at: start)))
    }
    result += modeAttributes()
    let firms = words.firms.map(\.name.text)
    let start = words.firms.first?.name.position ?? position
    result.append(("firm", .texts(firms.isEmpty ? ["any firm"] : firms, at: start)))
    return result
  }

  /// Whether anything asks for the class of a truck's goods.
  private func hasGoodsClass(_ procedures: ProcedureSelection) -> Bool {
    if procedures.mentions(CustomsWords.goodsAttribute) || hasLaboratoryLanes(procedures) {
      return true
    }
    var texts: [String] = []
    root["stations"]?.forEachText { texts.append($0) }
    for flow in words.flows {
      for parameter in words.parameters(of: flow) {
        parameter.node.forEachText { texts.append($0) }
      }
    }
    return WordSearch(texts).mentions(CustomsWords.goodsAttribute)
  }

  /// The shared attributes that the procedures mention.
  private func sharedAttributes(_ procedures: ProcedureSelection) -> [(String, SourceNode)] {
    let shipped = try? SourceTree.parse(ShippedProcedures.attributes, file: "attributes.yaml")
    let entries = shipped?.root["shared attributes"]?.entries ?? []
    return entries.filter { procedures.mentions($0.key) }.map { entry in
      (entry.key, entry.value.moved(to: position))
    }
  }

  /// The assumptions that the procedures use.
  private func values(_ procedures: ProcedureSelection) -> [(String, SourceNode)] {
    procedures.assumptions.map { ($0, Assumption.parameter($0, value($0))) }
      + words.goodsValues.filter { procedures.asks(for: $0.key) }
      .map { ($0.key, .text($0.text, at: position)) } + outageValues(procedures)
  }

  /// An assumption as the scenario has it.
  func value(_ key: String) -> SourceNode {
    // Without a scanner nothing is inspected by machine.
    if key == "machine share", words.yard?.scanner == nil {
      return .text("0%", at: words.yard?.position ?? position)
    }
    return words.assumptions.value(key, at: position)
  }
}
