/// The procedures by which a visit announces what it moves, made from the kinds that occur.
extension CustomsExpansion {
  /// `announce in` and `announce out`: each opens the papers of a movement and starts its companion.
  func announcements() -> [(String, SourceNode)] {
    guard words.hasPapers else { return [] }
    let position = words.flows.first { $0.movements != nil }?.movements?.position ?? position
    return [true, false].map { leadsIn in
      let steps = announcement(leadsIn: leadsIn, at: position)
      return ("announce \(leadsIn ? "in" : "out")", .list(steps, at: position))
    }
  }

  private func announcement(leadsIn: Bool, at position: SourcePosition) -> [SourceNode] {
    let build = StepBuilder(position: position)
    let way = leadsIn ? "in" : "out"
    var steps = changes(leadsIn: leadsIn, build)
    let kinds = words.announcedKinds(leadsIn: leadsIn)
    if !kinds.isEmpty {
      steps.append(
        build.choose(
          kinds.map { kind in
            let steps =
              consolidated(kind, build) ?? papers(of: kind, leadsIn: leadsIn, build)
            return ("movement \(way) = \(kind)", steps)
          }
        )
      )
    }
    if !leadsIn, words.mixesStatuses, !kinds.isEmpty { steps += picks(build) }
    if words.policy.papers.fourSelf.isOn, kinds.contains(where: Self.lists.contains) {
      // 四自一简: what the system approved may be audited later.
      let trucks = words.flows.contains { $0.lot > 1 } ? " / <trucks per declaration>" : ""
      steps.append(
        build.choose([
          (
            "simplified > 0",
            [
              build.set([("audits", "chance(<audit share>\(trucks))")]),
              build.step([("start", "audit later"), ("times", "audits")]),
            ]
          )
        ])
      )
    }
    // A procedure has a step at the least.
    return steps.isEmpty ? [build.set([("targeted \(way)", "0")])] : steps
  }

  /// Movements with an inventory list of their own.
  private static let lists = [
    "first-line", "enter-first", "two-step", "second-line", "consolidated-abroad",
    "consolidated-inland",
  ]

  /// What the policy makes of a movement before its papers are opened.
  private func changes(leadsIn: Bool, _ build: StepBuilder) -> [SourceNode] {
    let papers = words.policy.papers
    var steps: [SourceNode] = []
    let hasDishonest = words.firms.contains { words.credits(of: $0).contains("dishonest") }
    if leadsIn, hasDishonest, papers.fourSelf.isOn {
      // Credit general or better (公告2019年第26号), on the day.
      steps.append(build.choose([("class = dishonest", [build.set([("simplified", "0")])])]))
    }
    guard leadsIn else { return steps }
    if let twoStep = papers.twoStep {
      if twoStep.isOn {
        let credit = papers.twoStepForCertified ? "class = aeo" : "class != dishonest"
        let draw = build.step(
          [("name", "two steps")],
          [("set", build.mapping([("by two steps", "chance(<two-step share>)")]))],
          [("drawn", "per lot")]
        )
        let take = build.choose([
          ("by two steps > 0", [build.set([("movement in", "two-step")])])
        ])
        steps.append(build.choose([("movement in = first-line and \(credit)", [draw, take])]))
      } else if words.occurs("two-step", leadsIn: true) {
        let declare = build.set([("movement in", "first-line")])
        steps.append(build.choose([("movement in = two-step", [declare])]))
      }
    }
    if words.hasGeneralTaxpayers, words.occurs("second-line", leadsIn: true) {
      // An ordinary taxpayer buys domestic goods with VAT invoices: they move without a declaration.
      let draw = build.set([("ordinary taxpayer", "chance(<general taxpayer>)")])
      let take = build.choose([
        (
          "ordinary taxpayer > 0",
          [build.set([("movement in", "by-status"), ("targeted in", "0")])]
        )
      ])
      steps.append(build.choose([("movement in = second-line", [draw, take])]))
    }
    return steps
  }

  /// Opens the papers of a movement and sends a companion through its procedure.
  private func papers(of kind: String, leadsIn: Bool, _ build: StepBuilder) -> [SourceNode] {
    let way = leadsIn ? "in" : "out"
    var open: [(String, String)] = [
      ("papers", "open"), ("way", way), ("as", CustomsWords.paperKind(kind, leadsIn: leadsIn)),
      ("goods", "load \(way)"), ("lines", "items"),
    ]
    // Without the reform of 2023 goods declared in two steps have a truck for themselves.
    if kind != "two-step" || words.policy.papers.mixesTwoStep {
      open.append(("documents", "documents"))
    }
    if kind == "second-line", !leadsIn, words.processesByBook {
      open.append(("status", "<second-line status>"))
    }
    if kind == "first-line", !leadsIn { open.append(("status", "export status")) }
    let start = build.step(
      [("start", CustomsWords.companion(kind, leadsIn: leadsIn)), ("for each", "papers \(way)")],
      [("with", build.mapping([("way", way)]))]
    )
    return [build.step(open), start]
  }

  /// The attributes that these procedures use, where none of the name is shipped.
  func movementAttributes(_ shipped: [String]) -> [(String, SourceNode)] {
    guard let flow = words.flows.first(where: { $0.movements != nil }) else { return [] }
    let position = flow.movements?.position ?? flow.name.position
    var result: [(String, SourceNode)] = [
      ("movement in", .texts(CustomsWords.movementsIn, at: position)),
      ("movement out", .texts(CustomsWords.movementsOut, at: position)),
    ]
    let number = SourceNode.text("number", at: position)
    if words.policy.papers.twoStep?.isOn ?? false { result.append(("by two steps", number)) }
    if words.hasGeneralTaxpayers { result.append(("ordinary taxpayer", number)) }
    if words.policy.papers.fourSelf.isOn { result.append(("audits", number)) }
    if words.mixesStatuses { result.append(("wrong status", number)) }
    if words.consolidatesStatuses {
      result.append(("consolidated", number))
      for part in Self.parts {
        result.append((part.load, .text("weight", at: position)))
      }
    }
    return result.filter { !shipped.contains($0.0) }
  }
}

/// Steps that are made and not read.
struct StepBuilder {
  let position: SourcePosition

  func text(_ text: String) -> SourceNode { .text(text, at: position) }

  func mapping(_ entries: [(String, String)]) -> SourceNode {
    .mapping(entries.map { ($0.0, text($0.1)) }, at: position)
  }

  func set(_ values: [(String, String)]) -> SourceNode {
    .mapping([("set", mapping(values))], at: position)
  }

  func step(_ entries: [(String, String)]) -> SourceNode { mapping(entries) }

  /// A step of texts, then of nodes, then of texts.
  func step(
    _ first: [(String, String)],
    _ nodes: [(String, SourceNode)],
    _ last: [(String, String)] = []
  ) -> SourceNode {
    .mapping(
      first.map { ($0.0, text($0.1)) } + nodes + last.map { ($0.0, text($0.1)) },
      at: position
    )
  }

  func choose(_ branches: [(when: String, steps: [SourceNode])]) -> SourceNode {
    let list = branches.map { branch in
      SourceNode.mapping(
        [("when", text(branch.when)), ("do", .list(branch.steps, at: position))],
        at: position
      )
    }
    return .mapping([("choose", .list(list, at: position))], at: position)
  }
}
