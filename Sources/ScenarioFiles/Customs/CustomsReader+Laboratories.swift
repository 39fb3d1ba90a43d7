import RandomVariates

/// Laboratories, and stores by temperature.
extension CustomsReader {
  /// `laboratories`: several, each with what it may test; `laboratory` is one that tests all.
  mutating func readLaboratories(_ root: SourceNode) {
    guard let node = root["laboratories"] else { return }
    if let other = root.entries?.first(where: { $0.key == "laboratory" }) {
      problems.add(.conflictingKeys(["laboratories", "laboratory"]), at: other.keyPosition)
    }
    guard node.entries != nil else {
      problems.add(.wrongKind(found: node.kind, expected: [.mapping]), at: node.position)
      return
    }
    for (name, node) in named(root, "laboratories") {
      guard let section = MappingReader(node, .testLaboratory, &problems),
        let staffed = readStaffed(node, .testLaboratory, "benches", default: 4)
      else { continue }
      var laboratory = CustomsWords.Laboratory(name: name, staffed: staffed)
      if let node = section.node("tests") {
        laboratory.tests = readGoods(node, "tests", words.goodsNames)
      }
      if let node = section.node("transport"), readTime(node) { laboratory.transport = node }
      words.laboratories.append(laboratory)
    }
  }

  /// Whether a node holds a law of times; a problem where it does not.
  private mutating func readTime(_ node: SourceNode) -> Bool {
    let folder = folder
    return node.value(&problems) { (text) throws(ScenarioFault) -> Bool in
      _ = try parseDistribution(text, of: .duration, folder: folder)
      return true
    } ?? false
  }

  /// The stores of the zone, and its places for goods whose sample failed.
  mutating func readStores(_ section: MappingReader) {
    words.supervised = section.node("supervised").flatMap { readWarehouse($0) }
    for temperature in CustomsWords.temperatures where temperature != "ambient" {
      guard let node = section.node("supervised \(temperature)"),
        let store = readWarehouse(node)
      else { continue }
      words.stores.append((temperature, store))
    }
    words.port = section.node("port").flatMap { readWarehouse($0) }
    words.quarantine = section.node("quarantine").flatMap { readWarehouse($0) }
  }

  /// What a class of goods needs on its way and in the laboratory.
  mutating func readHandling(_ section: MappingReader, into goods: inout GoodsClass) {
    if let node = section.node("temperature"),
      let temperature = word(node, "temperature", CustomsWords.temperatures)
    {
      goods.temperature = temperature
    }
    if let node = section.node("cold budget"),
      node.value(&problems, { (text) throws(ScenarioFault) in try parseNumber(text) }) != nil
    {
      goods.coldBudget = node
    }
    if let node = section.node("test time"), readTime(node) { goods.testTime = node }
    if let node = section.node("failure share"), node.value(&problems, parseShare) != nil {
      goods.failureShare = node
    }
  }
}
