/// Trucks of goods declared in two steps (两步申报), where these may not share one with other goods.
extension CustomsWords {
  /// A flow by the trucks that come: more of them where goods declared in two steps have trucks of
  /// their own, one for each document.
  ///
  /// What is moved otherwise stays the same in absolute numbers, and the further trucks leave empty.
  func trucks(of flow: Flow) -> Flow {
    guard var movements = flow.movements, !policy.papers.mixesTwoStep else { return flow }
    // Switched off, they are declared like any others, together.
    if let twoStep = policy.papers.twoStep, !twoStep.isOn { return flow }
    let more = flow.meanDocuments - 1
    let apart = movements.share(of: "two-step", leadsIn: true) * more
    let converted =
      movements.share(of: "first-line", leadsIn: true) * meanTwoStepShare(in: flow) * more
    let factor = 1 + apart + converted
    guard factor > 1 else { return flow }
    func reweighted(_ shares: Shares, _ added: [(word: String, share: Double)]) -> Shares {
      var result = shares
      for entry in added where entry.share > 0 {
        if let index = result.firstIndex(where: { $0.word == entry.word }) {
          result[index].share += entry.share
        } else {
          result.append(entry)
        }
      }
      return result.map { ($0.word, $0.share / factor) }
    }
    movements.into = reweighted(
      movements.into,
      [("two-step", apart), ("first-line", converted)]
    )
    movements.out = reweighted(movements.out, [("empty", factor - 1)])
    var result = flow
    result.movements = movements
    result.perDay *= factor
    return result
  }

  /// With which chance a truck of a firm with goods of the first line is one of two steps.
  ///
  /// The policy's share is one of documents; without mixing each of them has a truck of its own.
  func twoStepShare(of firm: Firm, in flow: Flow) -> Double {
    guard let twoStep = policy.papers.twoStep else { return 0 }
    let share = twoStep.share(of: firm, own: firm.book.twoStep)
    guard !policy.papers.mixesTwoStep else { return share }
    return share * flow.meanDocuments / (1 + share * (flow.meanDocuments - 1))
  }

  /// The share of a flow's documents of the first line that the policy declares in two steps, by the
  /// firms' credit at the start.
  private func meanTwoStepShare(in flow: Flow) -> Double {
    guard let twoStep = policy.papers.twoStep else { return 0 }
    var (sum, all) = (0.0, 0.0)
    for entry in firmShares(of: flow) {
      guard let firm = firms.first(where: { $0.name.text == entry.word }) else { continue }
      all += entry.share
      let may =
        policy.papers.twoStepForCertified ? firm.credit == "aeo" : firm.credit != "dishonest"
      if may { sum += entry.share * twoStep.share(of: firm, own: firm.book.twoStep) }
    }
    return all > 0 ? sum / all : 0
  }
}
