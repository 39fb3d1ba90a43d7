import ClearanceModel
import EventSimulation
import ScenarioFiles
import Studies

/// Attributes, documents and collections in words.
extension CheckText {
  /// Dates of a collection that are read out.
  private static let closingLimit = 6

  /// The attributes that are no documents.
  mutating func addAttributes() {
    let attributes = result.plan.attributes.filter { !$0.isDocument }
    if !attributes.isEmpty { addHeading(.attributesHeading) }
    for attribute in attributes { add(attribute.name, [kind(attribute.kind)]) }
    if !result.plan.sharedAttributes.isEmpty { addHeading(.sharedHeading) }
    for attribute in result.plan.sharedAttributes { add(attribute.name, [kind(attribute.kind)]) }
  }

  private func kind(_ kind: AttributePlan.Kind) -> String {
    switch kind {
    case .words(let words), .states(let words, _): wording(.anyOf, ["words": wording.list(words)])
    case .number(.number): wording(.aNumber)
    case .number(.duration): wording(.aDuration)
    case .number(.weight): wording(.aWeight)
    case .number(.length): wording(.aLength)
    }
  }

  mutating func addDocuments() {
    let documents = result.plan.attributes.filter(\.isDocument)
    guard !documents.isEmpty else { return }
    addHeading(.documentsHeading)
    // Forms of the two directions go through the same states.
    var shown: [AttributePlan.Kind] = []
    for document in documents where !shown.contains(document.kind) {
      shown.append(document.kind)
      let names = documents.filter { $0.kind == document.kind }.map(\.name)
      guard case .states(let states, let following) = document.kind else { continue }
      var facts: [String] = []
      for (state, next) in zip(states, following) where !next.isEmpty {
        let words = wording.list(next.map { states[$0] })
        facts.append(wording(.documentWay, ["state": state, "next": words]))
      }
      let final = states.indices.filter { following[$0].isEmpty }.map { states[$0] }
      if !final.isEmpty {
        facts.append(wording(.documentEnds, ["states": wording.list(final)]))
      }
      add(wording.list(names), facts)
    }
  }

  mutating func addCollections() {
    guard !result.plan.collections.isEmpty else { return }
    addHeading(.collectionsHeading)
    let start = result.customs?.starts
    for collection in result.plan.collections {
      let keys = collection.keys.map { result.plan.attributes[Int($0)].name }
      var facts = [
        keys.isEmpty ? wording(.onePile) : wording(.onePileFor, ["words": wording.list(keys)])
      ]
      for closing in collection.closings.prefix(Self.closingLimit) {
        let values: KeyValuePairs = [
          "cut": quantities.instant(closing.cut, from: start),
          "due": quantities.instant(closing.due, from: start),
        ]
        facts.append(wording(.closing, values))
      }
      let left = collection.closings.count - Self.closingLimit
      if left > 0 { facts.append(wording(.closingsLeftOut, ["count": quantities.count(left)])) }
      let read = scenario.collections.first { $0.name.text == collection.name }
      if let read { facts.append(wording(.followsProcedure, ["name": read.starts.text])) }
      add(collection.name, facts)
    }
  }

  /// What trucks of a flow bring with them.
  func attributes(of flow: FlowPlan) -> [String] {
    var facts: [String] = []
    if flow.lot > 1 {
      facts.append(wording(.inLots, ["count": wording.counted(Int(flow.lot), .truck)]))
    }
    for drawn in flow.attributes {
      let attribute = result.plan.attributes[Int(drawn.attribute)]
      let fact: String
      if let step = drawn.step, drawn.rows.count > 1 {
        fact = wording(
          .drawnByTheClock,
          [
            "name": attribute.name, "steps": wording.counted(drawn.rows.count, .step),
            "step": quantities.length(step),
          ]
        )
      } else {
        let shares = self.shares(drawn.rows.first ?? [], attribute)
        fact = wording(.drawnAs, ["name": attribute.name, "shares": shares])
      }
      let isApart = flow.lot > 1 && !drawn.isPerLot
      facts.append(isApart ? wording(.forEachTruck, ["fact": fact]) : fact)
    }
    return facts
  }

  private func shares(_ row: [FlowAttributePlan.Share], _ attribute: AttributePlan) -> String {
    var below = 0.0
    var words: [String] = []
    for share in row {
      let part = share.below - below
      below = share.below
      guard part > 0 else { continue }
      let value = value(share.value, of: attribute)
      words.append(row.count == 1 ? value : "\(value) \(quantities.exactShare(part))")
    }
    return wording.list(words)
  }

  private func value(_ number: Double, of attribute: AttributePlan) -> String {
    switch attribute.kind {
    case .words(let words), .states(let words, _): return words[Int(number)]
    case .number(.number): return quantities.plain(number)
    case .number(.duration): return quantities.chosen(number / 1e6)
    case .number(.weight): return quantities.plain(number) + wording.pick(" kg", "千克")
    case .number(.length): return quantities.plain(number) + wording.pick(" m", "米")
    }
  }
}
