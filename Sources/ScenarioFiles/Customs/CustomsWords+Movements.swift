/// What follows from the words about movements.
extension CustomsWords {
  /// The word by which papers of a movement are opened.
  static func paperKind(_ movement: String, leadsIn: Bool) -> String {
    switch movement {
    case "enter-first": "enter-first"
    case "consolidated-abroad": "first-line-out"
    case "consolidated-inland": "second-line-out"
    default: "\(movement)-\(leadsIn ? "in" : "out")"
    }
  }

  /// The procedure of a movement's papers.
  static func companion(_ movement: String, leadsIn: Bool) -> String {
    switch movement {
    case "first-line": leadsIn ? "first line in" : "first line out"
    case "second-line": leadsIn ? "second line in" : "second line out"
    case "enter-first": "enter first"
    case "consolidated-abroad": "first line out"
    case "consolidated-inland": "second line out"
    default: "\(movement) \(leadsIn ? "in" : "out")"
    }
  }

  /// Whether a movement occurs in some flow.
  func occurs(_ kind: String, leadsIn: Bool) -> Bool {
    flows.contains { ($0.movements?.share(of: kind, leadsIn: leadsIn) ?? 0) > 0 }
  }

  /// Whether some truck leaves with goods of several statuses.
  var consolidatesStatuses: Bool {
    Self.consolidated.contains { occurs($0.word, leadsIn: false) }
  }

  /// Whether picks can take goods of the wrong status: warehouses hold goods of several.
  var mixesStatuses: Bool { hasPapers && (policy.papers.byStatus ?? consolidatesStatuses) }

  /// The movements whose papers can be opened on a way, in the order of the words.
  func announcedKinds(leadsIn: Bool) -> [String] {
    var kinds = Movements.withPapers.filter { occurs($0, leadsIn: leadsIn) }
    guard leadsIn else { return kinds }
    func add(_ kind: String) {
      if !kinds.contains(kind) { kinds.append(kind) }
    }
    if let twoStep = policy.papers.twoStep {
      if twoStep.isOn, kinds.contains("first-line") { add("two-step") }
      if !twoStep.isOn, kinds.contains("two-step") {
        kinds.removeAll { $0 == "two-step" }
        add("first-line")
      }
    }
    if hasGeneralTaxpayers, kinds.contains("second-line") { add("by-status") }
    return Movements.withPapers.filter { kinds.contains($0) }
  }

  /// Whether slips of batches are declared together in a period.
  func gathersPapers(in period: String) -> Bool {
    (occurs("batch", leadsIn: true) || occurs("batch", leadsIn: false))
      && firms.contains { periods(of: $0).contains(period) }
  }

  /// Whether some firm is an ordinary taxpayer (一般纳税人资格试点).
  var hasGeneralTaxpayers: Bool { firms.indices.contains { isGeneralTaxpayer($0) } }

  /// Whether a firm is one: by its own word, else by its place among those without one, so that
  /// so many of every so many are.
  func isGeneralTaxpayer(_ index: Int) -> Bool {
    isChosen(index, of: policy.papers.generalTaxpayers) { $0.isGeneralTaxpayer }
  }

  /// Whether a firm pays the taxes of a month together (汇总征税), likewise.
  func paysTogether(_ index: Int) -> Bool {
    isChosen(index, of: assumptions.share("aggregated tax share")) { $0.paysTogether }
  }

  private func isChosen(
    _ index: Int,
    of share: Double,
    _ own: (FirmBook) -> Bool?
  ) -> Bool {
    if let own = own(firms[index].book) { return own }
    let before = firms[..<index].count { own($0.book) == nil }
    let (next, last) = (Double(before + 1) * share, Double(before) * share)
    return (next + 1e-9).rounded(.down) > (last + 1e-9).rounded(.down)
  }

  /// Whether entrusted processing goes through a book of its own.
  var processesByBook: Bool { policy.papers.entrusted?.path == "book" }

  /// The spare capacity of a firm for outside clients; 0 for all but manufacturers.
  func spareCapacity(of firm: Firm) -> Double {
    guard let entrusted = policy.papers.entrusted, firm.book.business == "manufacturing" else {
      return 0
    }
    return firm.book.spareCapacity ?? entrusted.spareCapacity
  }

  /// For each flow with movements the flow of its manufacturers' work for outside clients.
  ///
  /// Their visits come on top of the flow's own. With machines released from supervision goods move
  /// without a declaration, else through a book of their own.
  var entrustedFlows: [Flow] {
    guard let entrusted = policy.papers.entrusted else { return [] }
    return flows.compactMap { flow in
      guard let movements = flow.movements else { return nil }
      let shares = firmShares(of: flow)
      let parts: Shares = shares.compactMap { entry in
        guard let firm = firms.first(where: { $0.name.text == entry.word }) else { return nil }
        let share = entry.share * spareCapacity(of: firm)
        return share > 0 ? (entry.word, share) : nil
      }
      let sum = parts.reduce(0) { $0 + $1.share }
      guard sum > 0 else { return nil }
      var result = flow
      result.name = Name(text: "\(flow.name.text) entrusted", position: flow.name.position)
      result.perDay = flow.trucksPerDay * sum
      // They come on their own, not with flights.
      result.banks = nil
      result.firms = parts.map { ($0.word, $0.share / sum) }
      let kind = entrusted.path == "book" ? "second-line" : "by-status"
      result.movements = Movements(
        into: [(kind, 1)],
        out: [(kind, 1)],
        position: movements.position,
        inPosition: entrusted.position,
        outPosition: entrusted.position
      )
      result.isEntrusted = true
      return result
    }
  }

  /// The firms' shares in a flow.
  func firmShares(of flow: Flow) -> Shares {
    flow.firms ?? firms.compactMap { firm in firm.share.map { (firm.name.text, $0) } }
  }

  /// How many minutes a flow's trucks are announced before they come to the gate.
  func lead(of flow: Flow) -> Int { flow.movements == nil ? 0 : policy.papers.lead }

  /// What a visit tells its procedure about papers.
  func paperParameters(of flow: Flow) -> [(key: String, text: String, position: SourcePosition)] {
    guard let movements = flow.movements else { return [] }
    let papers = policy.papers
    let place = policy.position ?? movements.position
    func share(_ control: Switch, _ own: (FirmBook) -> Placed<Double>?) -> String {
      byFirm { control.share(of: $0, own: own($0.book)) }
    }
    var result = [
      ("advance declaration", share(papers.advance, \.advance), papers.advance.position ?? place),
      (
        "advance lead", papers.lead == 0 ? "0 s" : minutesText(papers.lead),
        papers.advance.position ?? place
      ),
      (
        "four-self-one-simplification", share(papers.fourSelf, \.fourSelf),
        papers.fourSelf.position ?? place
      ),
      ("split release", papers.splitRelease ? "1" : "0", place),
      ("documents per truck", flow.documents.text, flow.documents.position),
    ]
    if let twoStep = papers.twoStep, twoStep.isOn {
      let text = byFirm { twoStepShare(of: $0, in: flow) }
      result.append(("two-step share", text, twoStep.position ?? place))
    }
    if hasGeneralTaxpayers {
      let list = Dictionary(
        uniqueKeysWithValues: firms.indices.map { (firms[$0].name.text, isGeneralTaxpayer($0)) }
      )
      result.append(("general taxpayer", byFirm { list[$0.name.text] ?? false ? 1 : 0 }, place))
    }
    if !firms.isEmpty {
      let list = Dictionary(
        uniqueKeysWithValues: firms.indices.map { (firms[$0].name.text, paysTogether($0)) }
      )
      result.append(("aggregated tax", byFirm { list[$0.name.text] ?? false ? 1 : 0 }, place))
    }
    if flow.movements?.consolidates ?? false {
      // Non-bonded goods on board are looked at as often as those that travel alone.
      let (declared, byStatus) = (
        flow.assumptions.text("spot check declared", within: assumptions),
        flow.assumptions.text("spot check by-status", within: assumptions)
      )
      let text = "max(\(declared), consolidated * direction(in = 0, out = 1) * \(byStatus))"
      result.append(("spot check declared", text, movements.outPosition))
    }
    if processesByBook {
      let status = flow.isEntrusted ? "exported-in" : "bonded"
      result.append(("second-line status", status, papers.entrusted?.position ?? place))
    }
    return result
  }

  /// A share that firms may have of their own, as an expression.
  private func byFirm(_ share: (Firm) -> Double) -> String {
    let shares = firms.map { (name: $0.name.text, share: share($0)) }
    guard let first = shares.first else { return "0%" }
    if shares.allSatisfy({ $0.share == first.share }) { return shareText(first.share) }
    let list = shares.map { "\($0.name) = \(shareText($0.share))" }
    return "firm(\(list.joined(separator: ", ")))"
  }
}
