import RandomVariates

/// Goods of several statuses from one warehouse (货物按状态分类监管): trucks that carry them together,
/// and picks that take the wrong ones.
extension CustomsExpansion {
  /// The parts of a consolidated truck by status, and the attribute of their weight.
  static let parts = [
    (status: "bonded", load: "load bonded"), (status: "exported-in", load: "load exported"),
    (status: "non-bonded", load: "load other"),
  ]

  /// The papers of a consolidated truck (集拼): a list for its bonded goods and, on the way abroad, one
  /// for those that were exported in, a slip for the rest, all bound to one truck and one form.
  ///
  /// From then on the truck is one of declared goods: it needs a lane that takes bonded ones. Nil for
  /// other movements.
  func consolidated(_ kind: String, _ build: StepBuilder) -> [SourceNode]? {
    guard let movement = CustomsWords.consolidated.first(where: { $0.word == kind })?.movement
    else { return nil }
    let isAbroad = movement == "first-line"
    let exported = isAbroad ? "<consolidated exported-in share>" : "0"
    let factor = isAbroad ? "1" : "<hit factor second line out>"
    let loads = build.step(
      [("name", kind)],
      [
        (
          "set",
          build.mapping([
            ("consolidated", "1"),
            ("load bonded", "load out * <consolidated bonded share>"),
            ("load exported", "load out * \(exported)"),
            ("load other", "load out - load bonded - load exported"),
            ("movement out", movement),
            ("targeted out", "chance(hit rate * documents * \(factor))"),
          ])
        )
      ],
      [("drawn", "per lot")]
    )
    let companion = CustomsWords.companion(movement, leadsIn: false)
    var steps = [loads]
    for part in Self.parts where isAbroad || part.status != "exported-in" {
      let isSlip = part.status == "non-bonded"
      var open = [
        ("papers", "open"), ("way", "out"),
        ("as", isSlip ? "by-status-out" : "\(movement)-out"),
        ("goods", part.load), ("lines", "items"),
      ]
      if part.status == "bonded" { open.append(("documents", "documents")) }
      open.append(("status", part.status))
      // What comes after the first joins it; it is the first where there are no bonded goods.
      open.append(("joins", "yes"))
      steps.append(build.step(open))
      steps.append(
        build.step(
          [("start", isSlip ? "by-status out" : companion), ("for each", "papers out")],
          [("with", build.mapping([("way", "out")]))]
        )
      )
    }
    return steps
  }

  /// A pick that takes goods of another status than the papers say.
  func picks(_ build: StepBuilder) -> [SourceNode] {
    [
      build.step(
        [("name", "pick")],
        [("set", build.mapping([("wrong status", "chance(<mixing error share>)")]))]
      ),
      build.choose([
        ("wrong status > 0", [build.step([("papers", "mix"), ("way", "out")])])
      ]),
    ]
  }
}

extension CustomsWords {
  /// How often warehouses are counted [µs].
  var stocktakeEvery: Int64 {
    let law = try? parseDistribution(
      assumptions.text("stocktake every"),
      of: .duration,
      folder: ""
    )
    return max(Int64((law?.mean ?? 0).rounded()), 1)
  }
}
