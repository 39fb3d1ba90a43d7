import RandomVariates

/// What a flow moves, by way.
extension CustomsReader {
  mutating func readMovements(_ section: MappingReader, into flow: inout CustomsWords.Flow) {
    if let node = section.node("documents per truck") {
      flow.documents = (node.text ?? "1", node.position)
      let mean = readCountLaw(node.text ?? "", at: node.position) ?? 1
      if mean > 1, flow.lot > 1 {
        problems.add(
          .customs(.manyToMany(documents: flow.documents.text, trucks: flow.lot)),
          at: node.position
        )
      }
      if mean > 1_000 {
        problems.add(.outOfRange(flow.documents.text, low: "1", high: "1000"), at: node.position)
      }
      flow.meanDocuments = mean
    }
    guard let node = section.node("movements") else {
      if let key = section.present(["documents per truck"]).first {
        problems.add(
          .missingKeys(["movements"], section: .customsFlow),
          at: section.keyPosition(key)
        )
      }
      return
    }
    // Goods are those of the firms' books.
    if flow.goods.count > 1 {
      problems.add(
        .conflictingKeys(["movements", "goods"]),
        at: section.keyPosition("goods")
      )
    }
    for key in section.present(["papers", "empty one way", "status", "leaves for"]) {
      problems.add(.conflictingKeys(["movements", key]), at: section.keyPosition(key))
    }
    guard let ways = MappingReader(node, .movements, &problems) else { return }
    let into = ways.required("in", &problems)
    let out = ways.required("out", &problems)
    let intoShares = into.flatMap { shares($0, "in", CustomsWords.movementsIn) }
    let outShares = out.flatMap { shares($0, "out", CustomsWords.movementsOut) }
    guard let into, let out, let intoShares, let outShares else { return }
    flow.movements = CustomsWords.Movements(
      into: intoShares,
      out: outShares,
      position: node.position,
      inPosition: into.position,
      outPosition: out.position
    )
    if flow.movements?.consolidates ?? false, flow.lot > 1 {
      problems.add(
        .customs(
          .manyToMany(
            documents: flow.documents.text == "1" ? "2" : flow.documents.text,
            trucks: flow.lot
          )
        ),
        at: out.position
      )
    }
  }

  /// The mean of a law of whole numbers from 1 on; a problem and nil where it can be less.
  private mutating func readCountLaw(_ text: String, at position: SourcePosition) -> Double? {
    let folder = folder
    return problems.value(at: position) { () throws(ScenarioFault) in
      let law = try parseDistribution(text, of: .plain, folder: folder)
      guard law.minimum >= 1 else { throw .outOfRange(text, low: "1", high: "1000") }
      return law.mean
    }
  }
}

extension CustomsWords.Movements {
  /// Movements whose goods have papers of a firm.
  static let withPapers = [
    "first-line", "enter-first", "two-step", "second-line", "batch", "by-status",
    "consolidated-abroad", "consolidated-inland",
  ]

  /// Whether some trucks leave with goods of several statuses.
  var consolidates: Bool {
    CustomsWords.consolidated.contains { share(of: $0.word, leadsIn: false) > 0 }
  }

  /// Whether declarations of a movement can be picked for inspection.
  static func isPicked(_ movement: String) -> Bool {
    [
      "first-line", "enter-first", "two-step", "second-line", "consolidated-abroad",
      "consolidated-inland",
    ].contains(movement)
  }

  /// The kinds that occur on a way, in the order of the words.
  func kinds(leadsIn: Bool) -> [String] {
    let words = leadsIn ? CustomsWords.movementsIn : CustomsWords.movementsOut
    return words.filter { share(of: $0, leadsIn: leadsIn) > 0 }
  }

  /// The share of a kind on a way.
  func share(of kind: String, leadsIn: Bool) -> Double {
    shares(leadsIn: leadsIn).first { $0.word == kind }?.share ?? 0
  }

  /// The kind of lane that trucks of a movement need.
  static func laneKind(_ movement: String) -> String {
    switch movement {
    case "batch", "by-status", "empty": "not-declared"
    case "sundries": "sundries"
    default: "declared"
    }
  }

  /// The customs status by which lanes know the goods of a movement.
  static func status(_ movement: String) -> String {
    movement == "by-status" || movement == "sundries" ? "non-bonded" : "bonded"
  }

  /// Lanes that trucks need on one way, with shares of visits.
  func needs(leadsIn: Bool) -> [(kind: String, status: String, share: Double)] {
    var needs: [(kind: String, status: String, share: Double)] = []
    func add(_ movement: String, _ share: Double) {
      let need = (kind: Self.laneKind(movement), status: Self.status(movement), share: share)
      if let index = needs.firstIndex(where: { $0.kind == need.kind && $0.status == need.status }) {
        needs[index].share += share
      } else {
        needs.append(need)
      }
    }
    for kind in kinds(leadsIn: leadsIn) { add(kind, share(of: kind, leadsIn: leadsIn)) }
    // Whose papers are refused goes out empty.
    let hasPapers = kinds(leadsIn: false).contains { Self.withPapers.contains($0) }
    if !leadsIn, hasPapers { add("empty", 0) }
    return needs
  }
}
