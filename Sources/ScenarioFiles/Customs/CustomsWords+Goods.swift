/// What flows carry, by class of goods.
extension CustomsWords {
  /// The attribute that tells the class of a truck's goods.
  static let goodsAttribute = "goods class"

  /// The classes of goods that a flow carries, with their shares.
  func goodsShares(of flow: Flow) -> Shares {
    flow.isCars ? [] : flow.goods
  }

  /// Whether the goods of a flow are those of its own words, and not of the books of its firms.
  func carriesOwnGoods(_ flow: Flow) -> Bool { !flow.isCars && flow.movements == nil }

  /// The classes of goods that some flow carries, in the order of all classes; `general` where none does.
  var goodsCarried: [String] {
    let carried = flows.filter(carriesOwnGoods).flatMap { flow in
      goodsShares(of: flow).filter { $0.share > 0 }.map(\.word)
    }
    let names = allGoods.map(\.name).filter(carried.contains)
    return names.isEmpty ? ["general"] : names
  }
}
