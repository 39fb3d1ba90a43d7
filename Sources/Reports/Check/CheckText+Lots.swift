import ScenarioFiles

/// Lots, attributes of flows and collections in words.
extension CheckText {
  /// What the trucks of a flow share and carry.
  func lot(of flow: Flow) -> [String] {
    var facts: [String] = []
    if flow.lot > 1 {
      facts.append(wording(.lot, ["count": wording.counted(flow.lot, .truck)]))
    }
    for attribute in flow.attributes {
      var fact = wording(
        .givenAttribute,
        ["name": attribute.name.text, "values": values(of: attribute)]
      )
      if flow.ofEachTruck.contains(where: { $0.text == attribute.name.text }) {
        fact += wording(.ofEachTruck)
      }
      facts.append(fact)
    }
    if let classBy = flow.classBy {
      let classes = classBy.classes.map { "\($0.word.text) → \($0.name.text)" }
      facts.append(
        wording(
          .classBy,
          ["attribute": classBy.attribute.text, "classes": wording.list(classes)]
        )
      )
    }
    return facts
  }

  private func values(of attribute: FlowAttribute) -> String {
    guard let step = attribute.step else { return attribute.rows.first.map(row) ?? "" }
    return wording(
      .byTheClock,
      [
        "steps": wording.counted(attribute.rows.count, .step), "step": quantities.length(step),
        "first": attribute.rows.first.map(row) ?? "",
      ]
    )
  }

  private func row(_ row: [(value: Name, share: Double)]) -> String {
    if row.count == 1 { return row[0].value.text }
    return wording.list(row.map { "\($0.value.text) \(quantities.exactShare($0.share))" })
  }

  mutating func addCollections() {
    guard !scenario.collections.isEmpty else { return }
    addHeading(.collectionsHeading)
    for collection in scenario.collections {
      var facts: [String] = []
      if !collection.keys.isEmpty {
        facts.append(
          wording(.pilesBy, ["attributes": wording.list(collection.keys.map(\.text))])
        )
      }
      if let first = collection.closings.first {
        facts.append(
          wording(
            .closings,
            [
              "count": wording.counted(collection.closings.count, .time),
              "cut": quantities.length(first.cut), "due": quantities.length(first.due),
            ]
          )
        )
      }
      facts.append(wording(.followsProcedure, ["name": collection.starts.text]))
      add(collection.name.text, facts)
    }
  }
}
