extension CustomsScenario {
  /// One of several laboratories (实验室).
  public struct Laboratory: Sendable, Equatable {
    /// Its name; its place is `laboratory.NAME`.
    public var name: String
    /// The classes of goods that come to it; empty for none.
    public var goods: [String]
    /// How long samples travel to it, as it is written; nil for no time.
    public var transport: String?
  }

  /// What a class of goods needs that some flow carries: a temperature, or tests of its own.
  public struct Handling: Sendable, Equatable {
    /// The class of goods.
    public var goods: String
    /// ambient, chilled or frozen.
    public var temperature: String
    /// Degree-hours by which it may warm, as it is written; nil for ambient goods.
    public var coldBudget: String?
    /// How long its samples are tested, as it is written; nil where none are, or as those of all goods.
    public var testTime: String?
    /// The share of its samples that fail; nil in the same cases.
    public var failureShare: String?
  }
}

extension CustomsExpansion {
  /// What the laboratories test, and what goods need.
  func addHandling(to customs: inout CustomsScenario, tested: [CustomsWords.Flow]) {
    customs.laboratories = words.laboratories.map { laboratory in
      CustomsScenario.Laboratory(
        name: laboratory.name.text,
        goods: words.goodsTested(at: laboratory),
        transport: laboratory.transport?.text
      )
    }
    var known: [String] = []
    for flow in words.flows where !flow.isCars {
      let isTested = tested.contains { $0.name.text == flow.name.text }
      for entry in words.goodsShares(of: flow) where entry.share > 0 && !known.contains(entry.word)
      {
        guard let goods = words.goodsClass(entry.word) else { continue }
        let isCold = goods.temperature != "ambient"
        let time = isTested ? words.ownTestTime(of: entry.word, in: flow)?.text : nil
        // Under rules a sample fails as likely as its lot is not compliant, and that is found.
        let fails = isTested && !words.isUnderModes(flow)
        let share = fails ? words.ownFailureShare(of: entry.word, in: flow)?.text : nil
        guard isCold || time != nil || share != nil else { continue }
        known.append(entry.word)
        let budget = goods.coldBudget?.text ?? words.assumptions.text("cold budget")
        customs.handling.append(
          CustomsScenario.Handling(
            goods: entry.word,
            temperature: goods.temperature,
            coldBudget: isCold ? budget : nil,
            testTime: time,
            failureShare: share
          )
        )
      }
    }
  }
}
