/// Parameters of procedures that depend on the class of goods.
extension CustomsWords {
  /// Parameters that hold for all flows; a flow with other goods has its own.
  var goodsValues: [(key: String, text: String)] {
    [
      ("temperature", "ambient"),
      ("chilled store", store(for: "chilled")),
      ("frozen store", store(for: "frozen")),
      ("sample transport", laboratories.first?.transport?.text ?? "0 s"),
    ]
  }

  /// What the goods of a flow say of tests and temperatures, where that is not what holds for all.
  func goodsParameters(of flow: Flow) -> [(key: String, node: SourceNode)] {
    if flow.isCars { return [] }
    var result: [(key: String, node: SourceNode)] = []
    func add(_ key: String, _ value: (String) -> SourceNode?) {
      guard flow.assumptions.node(key) == nil, let node = byGoods(of: flow, value) else { return }
      result.append((key, node))
    }
    let position = flow.goodsPosition
    if hasColdGoods {
      add("temperature") { goods in
        .text(goodsClass(goods)?.temperature ?? "ambient", at: position)
      }
      add("cold budget") { goods in
        goodsClass(goods)?.coldBudget ?? assumptions.value("cold budget", at: position)
      }
    }
    if samplesTravel {
      add("sample transport") { goods in
        laboratory(for: goods)?.transport ?? .text("0 s", at: position)
      }
    }
    let goods = goodsShares(of: flow).filter { $0.share > 0 }
    if goods.contains(where: { ownTestTime(of: $0.word, in: flow) != nil }) {
      add("test time") { goods in
        ownTestTime(of: goods, in: flow) ?? assumptions.value("test time", at: position)
      }
    }
    if flow.assumptions.node("failure share") == nil,
      goods.contains(where: { ownFailureShare(of: $0.word, in: flow) != nil })
    {
      result.append(("failure share", failureShare(of: flow)))
    }
    return result
  }

  /// A value by the class of goods: one text, or one for each class that the flow carries.
  private func byGoods(of flow: Flow, _ value: (String) -> SourceNode?) -> SourceNode? {
    let goods = goodsShares(of: flow).filter { $0.share > 0 }
    let values = goods.compactMap { entry in value(entry.word).map { (entry.word, $0) } }
    guard let first = values.first else { return nil }
    if values.allSatisfy({ $0.1.text == first.1.text }) { return first.1 }
    let list = values.map { "\($0) = \($1.text ?? "")" }
    // Other goods, which this flow never carries, may be any of these.
    return .text(
      "\(Self.goodsAttribute)(\(list.joined(separator: ", ")), otherwise = \(first.1.text ?? ""))",
      at: flow.goodsPosition
    )
  }

  // MARK: Tests

  /// The test time of a class of goods, where it is not that of all.
  func ownTestTime(of goods: String, in flow: Flow) -> SourceNode? {
    own("test time", goodsClass(goods)?.testTime, goods, flow)
  }

  /// The share of samples of a class of goods that fail, where it is not that of all.
  func ownFailureShare(of goods: String, in flow: Flow) -> SourceNode? {
    own("failure share", goodsClass(goods)?.failureShare, goods, flow)
  }

  /// What the flow assumes of its class of goods, else the class itself, else the table.
  private func own(
    _ key: String,
    _ ofClass: SourceNode?,
    _ goods: String,
    _ flow: Flow
  ) -> SourceNode? {
    let row = "\(key) \(goods)"
    if let node = flow.assumptions.node(row) { return node }
    if let ofClass { return ofClass }
    return Assumption.named(row) == nil
      ? nil : assumptions.value(row, at: flow.goodsPosition)
  }

  /// The share of a flow's samples that fail: that of its goods, or the mean over them.
  private func failureShare(of flow: Flow) -> SourceNode {
    let goods = goodsShares(of: flow).filter { $0.share > 0 }
    let nodes = goods.map { entry in
      ownFailureShare(of: entry.word, in: flow)
        ?? assumptions.value("failure share", at: flow.goodsPosition)
    }
    if let first = nodes.first, nodes.allSatisfy({ $0.text == first.text }) { return first }
    let mean = zip(goods, nodes).reduce(0.0) { sum, part in
      sum + part.0.share * ((try? parseShare(part.1.text ?? "")) ?? 0)
    }
    return .text(shareText(mean), at: flow.goodsPosition)
  }

  /// The rows of the table that the goods of tested flows take their tests from, and whether some take
  /// those of all goods.
  func testRows(of flows: [Flow]) -> (rows: [String], takesTime: Bool, takesShare: Bool) {
    var rows: [String] = []
    var (takesTime, takesShare) = (false, false)
    for flow in flows {
      for goods in goodsShares(of: flow) where goods.share > 0 {
        let goodsClass = goodsClass(goods.word)
        for (key, ofClass) in [
          ("test time", goodsClass?.testTime), ("failure share", goodsClass?.failureShare),
        ] where flow.assumptions.node(key) == nil && ofClass == nil {
          let row = "\(key) \(goods.word)"
          if Assumption.named(row) != nil {
            rows.append(row)
          } else if key == "test time" {
            takesTime = true
          } else {
            takesShare = true
          }
        }
      }
    }
    return (rows, takesTime, takesShare)
  }
}
