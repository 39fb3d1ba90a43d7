/// Laboratories as lanes of a station, and what they and the stores refuse.
extension CustomsExpansion {
  /// Whether the station `laboratory` has a lane for each of several laboratories.
  func hasLaboratoryLanes(_ procedures: ProcedureSelection) -> Bool {
    !words.laboratories.isEmpty && procedures.uses(station: "laboratory")
  }

  /// The station `laboratory` with a lane for each laboratory that has goods to test; nil where the
  /// word `laboratories` is not given.
  ///
  /// Goods go to the first laboratory of the file that may test them, so that the lanes share nothing.
  var laboratoryLanes: SourceNode? {
    guard let first = words.laboratories.first else { return nil }
    let used = words.laboratories.filter { !words.goodsTested(at: $0).isEmpty }
    let untested = words.hasModes ? words.goodsCarried.filter { !words.canTest($0) } : []
    let lanes = used.map { laboratory in
      let position = laboratory.name.position
      // Goods whose modes take no samples never come, but ways are not told apart by their mode.
      let others = laboratory.name.text == used.first?.name.text ? untested : []
      let takes = SourceNode.texts(words.goodsTested(at: laboratory) + others, at: position)
      return SourceNode.mapping(
        [
          ("name", .text(laboratory.name.text, at: position)),
          ("takes", .mapping([(CustomsWords.goodsAttribute, takes)], at: position)),
        ] + servers(laboratory.staffed.plan, returnsToQueue: true, at: laboratory.staffed.position),
        at: position
      )
    }
    let position = first.name.position
    return .mapping(
      [
        // Advanced-certified firms go first (海关高级认证企业优先).
        ("queue", .text("priority", at: position)), ("lanes", .list(lanes, at: position)),
      ],
      at: position
    )
  }

  /// Refuses goods that must be tested and cannot be, and goods that are kept cool and have no store.
  mutating func checkGoodsPlaces(_ procedures: ProcedureSelection) {
    for flow in words.flows where !flow.isCars {
      let goods = words.goodsShares(of: flow).filter { $0.share > 0 }.map(\.word)
      let untested = goods.filter { !words.canTest($0) && meets(\.takesSamples, $0, flow) }
      if !untested.isEmpty, samples(flow), procedures.reaches(station: "laboratory", from: flow) {
        let names = words.laboratories.map(\.name.text)
        for goods in untested {
          problems.add(
            .customs(.noLaboratory(goods, laboratories: names)),
            at: flow.goodsPosition
          )
        }
      }
      let unkept = goods.compactMap { name in words.goodsClass(name) }
        .filter { !words.canStore($0.temperature) && meets(\.storesGoods, $0.name, flow) }
      if !unkept.isEmpty, procedures.reaches(station: "supervised-warehouse", from: flow) {
        for goods in unkept {
          problems.add(
            .customs(
              .noColdStore(
                goods.name,
                temperature: goods.temperature,
                places: words.supervised?.places ?? 0
              )
            ),
            at: flow.goodsPosition
          )
        }
      }
    }
  }

  /// Whether goods of a flow can have a mode with a property; any may where no rules choose the mode.
  private func meets(
    _ property: KeyPath<InspectionMode, Bool>,
    _ goods: String,
    _ flow: CustomsWords.Flow
  ) -> Bool {
    guard words.isUnderModes(flow) else { return true }
    return words.modes(of: goods, in: flow).contains { $0[keyPath: property] }
  }

  /// Whether samples are taken of some lots of a flow.
  private func samples(_ flow: CustomsWords.Flow) -> Bool {
    flow.assumptions.share("sampled share", within: words.assumptions) > 0
  }
}
