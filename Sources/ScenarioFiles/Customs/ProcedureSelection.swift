/// The procedures that the flows of a scenario lead to, and what they mention.
struct ProcedureSelection {
  /// The shipped procedures among them, each with its steps.
  private(set) var made: [(String, SourceNode)] = []
  /// The shipped assumptions that they mention, in the order of the table.
  private(set) var assumptions: [String] = []
  /// Those of them that some truck or its papers can meet.
  private(set) var assumptionsInUse: [String] = []
  /// Every text of their steps; looked up, never iterated.
  private var texts: Set<String> = []
  private var search = WordSearch([])
  /// Every procedure among them, the scenario's own too, with its steps.
  private(set) var visited: [(name: String, steps: SourceNode)] = []
  let words: CustomsWords

  init(
    _ words: CustomsWords,
    root: SourceNode,
    folder: String,
    position: SourcePosition,
    generated: [(String, SourceNode)] = []
  ) {
    self.words = words
    let own = root["procedures"]?.entries ?? []
    var names: [String] = []
    var waiting = words.flows.map { words.procedure(of: $0) }
    // General flows beside the customs words may use shipped procedures too.
    waiting += (root["arrivals"]?.entries ?? []).compactMap { $0.value["procedure"]?.text }
    waiting += (root["collections"]?.entries ?? []).compactMap { $0.value["starts"]?.text }
    waiting += own.map(\.key)
    let parameters = words.flows.flatMap { words.parameters(of: $0) }
    let outages = words.outageParameters
    var known = own.map(\.key) + generated.map(\.0)
    for entry in ShippedProcedures.all where !known.contains(entry.name) {
      known.append(entry.name)
    }
    var found: [String] = []
    let emptied = words.proceduresWithoutSteps
    while let name = waiting.popLast() {
      guard !names.contains(name), known.contains(name) else { continue }
      names.append(name)
      var steps: SourceNode?
      if let entry = own.first(where: { $0.key == name }) {
        steps = entry.value
        if let file = entry.value["from"]?.text {
          // What is wrong with the file is said where procedures are read.
          steps = (try? SourceTree.load(path: folder.isEmpty ? file : "\(folder)/\(file)"))?.root
        }
      } else if let entry = generated.first(where: { $0.0 == name }) {
        steps = entry.1
        made.append(entry)
      } else if let shipped = ShippedProcedures.all.first(where: { $0.name == name }) {
        let file = ShippedProcedures.fileName(of: name)
        steps = (try? SourceTree.parse(shipped.text, file: file))?.root["steps"]
        if emptied.contains(name) { steps = .list([], at: position) }
        if let steps { made.append((name, steps.moved(to: position))) }
      }
      if let steps { visited.append((name, steps)) }
      steps?.forEachText { if texts.insert($0).inserted { found.append($0) } }
      steps?.forEachEntry { key, value in
        switch (key, value.text) {
        case ("use", let text?), ("start", let text?):
          waiting.append(text)
          waiting += parameters.compactMap { text == "<\($0.key)>" ? $0.node.text : nil }
          waiting += outages.compactMap { text == "<\($0.key)>" ? $0.procedure : nil }
        case ("gather", _?): waiting.append("declare together")
        case ("papers", "gather"?): waiting.append("declare pile")
        case ("with", _): waiting += (value.entries ?? []).compactMap(\.value.text)
        default: break
        }
      }
    }
    let order = ShippedProcedures.names
    // What is made stands last.
    func rank(_ name: String) -> Int { order.firstIndex(of: name) ?? order.count }
    made.sort { (rank($0.0), $0.0) < (rank($1.0), $1.0) }
    let search = WordSearch(found)
    self.search = search
    assumptions = Assumption.all.map(\.key).filter { search.contains("<\($0)>") }
    assumptionsInUse = assumptions
    // Where firms' papers have their own procedures, those of slips that trucks gather are never met.
    guard words.hasPapers, root["arrivals"] == nil,
      words.flows.allSatisfy({ $0.isCars || $0.movements != nil })
    else { return }
    let others = visited.filter { !Self.ofSlips.contains($0.name) }
    let met = WordSearch(ProcedureSelection.texts(of: others))
    assumptionsInUse = assumptions.filter { met.contains("<\($0)>") }
  }

  /// What happens to slips that trucks gather themselves.
  private static let ofSlips = ["make slip", "declare together", "declare"]

  private static func texts(of procedures: [(name: String, steps: SourceNode)]) -> [String] {
    var texts: [String] = []
    for (_, steps) in procedures { steps.forEachText { texts.append($0) } }
    return texts
  }

  /// Whether an attribute stands anywhere in the steps, as a whole word.
  ///
  /// `form <way>` stands for all attributes that begin with `form`.
  func mentions(_ name: String) -> Bool {
    let parts = name.split(separator: " ", maxSplits: 1)
    return search.mentions(name) || parts.count == 2 && search.contains("\(parts[0]) <")
  }

  /// Whether steps have a parameter.
  func mentions(parameter: String) -> Bool { search.contains("<\(parameter)>") }

  /// Whether steps queue at a station, or look at it.
  func uses(station: String) -> Bool {
    var names = [station]
    for gate in words.gates where station.hasPrefix(gate.name.text + "-") {
      names.append("<gate>" + station.dropFirst(gate.name.text.count))
    }
    return names.contains { texts.contains($0) || search.mentions("at \($0)") }
  }

  /// Whether steps ask for a parameter.
  func asks(for parameter: String) -> Bool { search.contains("<\(parameter)>") }

  /// Whether steps gather trucks in a collection.
  func gathers(in collection: String) -> Bool {
    texts.contains("gather") && texts.contains(collection)
  }
}

extension CustomsWords {
  /// The procedure of a flow: its own, or what follows from its goods.
  func procedure(of flow: Flow) -> String {
    if let own = flow.procedure { return own.text }
    if flow.isCars { return "car visit" }
    if flow.movements != nil { return "visit" }
    if isUnderModes(flow) { return CustomsExpansion.importLot }
    guard flow.classes == ["animal and plant products"] else { return "goods visit" }
    return policy.entersFirst && policy.modes.isEmpty
      ? "enter first test later" : "test before entry"
  }

  /// The gate of a flow; nil where the zone has none.
  func gate(of flow: Flow) -> Gate? {
    guard let name = flow.gate else { return gates.first }
    return gates.first { $0.name.text == name.text }
  }

  /// What a flow tells its procedure: the names of its places, and the assumptions of its own.
  func parameters(of flow: Flow) -> [(key: String, node: SourceNode)] {
    var result: [(key: String, node: SourceNode)] = []
    func add(_ key: String, _ text: String, _ position: SourcePosition) {
      result.append((key, .text(text, at: position)))
    }
    let gate = gate(of: flow)
    let position = flow.name.position
    if let gate { add("gate", gate.name.text, flow.gate?.position ?? position) }
    if !flow.isCars {
      let inLane = gate?.turnOut == 0
      add(
        "reply",
        inLane ? "reply in lane" : "reply in turn-out",
        gate?.turnOutPosition ?? position
      )
      let place = yard?.position ?? position
      let hasMode = isUnderModes(flow)
      add("inspection", hasMode ? "inspect goods" : hasYard ? "inspect" : "inspect at gate", place)
      let mixes = flow.movements != nil && mixesStatuses
      let look = mixes ? "spot check by status" : "spot check"
      add("look", hasMode ? "look at goods" : hasYard ? look : "\(look) at gate", place)
      // Where rules choose the mode, what is found follows from how likely it is.
      add("declaring", hasMode ? "declare goods" : "declare shipment", position)
      add("sampling", hasMode ? "sample goods" : "sample and test", position)
      let mode = InspectionMode(rawValue: procedure(of: flow))
      add("mode", mode?.slug ?? "none", position)
      // With movements the firm's register says how it declares, and the movement what the status is.
      let declaring =
        flow.movements == nil
        ? declaring : (text: "per shipment", position: policy.declaresPosition)
      add("declares", declaring.text, declaring.position ?? position)
      add("status", flow.movements == nil ? flow.statusLaw : "bonded", flow.statusPosition)
      add("trucks per declaration", "\(flow.lot)", position)
      for parameter in paperParameters(of: flow) {
        add(parameter.key, parameter.text, parameter.position)
      }
    }
    let set = flow.assumptions.set.filter { entry in
      // Without a scanner nothing is inspected by machine, whatever the flow says.
      (entry.key != "machine share" || yard?.scanner != nil)
        && !result.contains { $0.key == entry.key }
    }
    return result + goodsParameters(of: flow)
      + set.map { ($0.key, Assumption.parameter($0.key, $0.node)) }
  }

  /// How batches are declared: one word, or words by firm.
  private var declaring: (text: String, position: SourcePosition?) {
    guard let first = firms.first else { return (policy.declares, policy.declaresPosition) }
    let modes = firms.map { (firm: $0.name.text, mode: declares($0)) }
    let start = declares(first)
    if modes.allSatisfy({ $0.mode.mode == start.mode }) { return (start.mode, start.position) }
    let list = modes.map { "\($0.firm) = \($0.mode.mode)" }.joined(separator: ", ")
    return ("firm(\(list))", start.position)
  }
}

extension CustomsWords.Flow {
  /// The law of the goods' status: as the flow has it, else by papers.
  fileprivate var statusLaw: String {
    guard let status else {
      let list = CustomsWords.papers.map { "\($0) = \(statuses(of: $0)[0])" }
      return "papers(\(list.joined(separator: ", ")))"
    }
    let shares = status.filter { $0.share > 0 }
    if shares.count == 1 { return shares[0].word }
    let list = shares.map { "\($0.word) = \(shareText($0.share))" }
    return "discrete(\(list.joined(separator: ", ")))"
  }
}
