import ScenarioFiles

extension Wording {
  /// The sentence of a fault.
  func fault(_ fault: PaperFault) -> String {
    switch fault {
    case .noBooks:
      return pick(
        "no firm has an account book here, so that nobody has papers; give the zone \"firms\" with "
          + "\"movements\" in its flows",
        "此场景没有设立账册的企业，因此没有单证；请设定企业（firms）及货流的业务类型（movements）"
      )
    case .otherWay(let movement, let way):
      return pick(
        "\(quoted(movement)) does not go \(way)",
        "业务类型\(quoted(movement))的方向与“way: \(way)”不符"
      )
    case .statusNotMoved(let status, let movement):
      return pick(
        "goods that are \(status) cannot be moved as \(quoted(movement)): their status changes on the "
          + "rules' events only (GACC notice 2016 no. 72; GACC Order 256)",
        "状态为\(quoted(status))的货物不能按\(quoted(movement))进出：货物状态仅能依规定的事项变更"
          + "（海关总署公告2016年第72号、海关总署令第256号）"
      )
    case .notOfKind(let attribute, let expected):
      return pick(
        "\(quoted(attribute)) must be an attribute that is \(dimension(expected))",
        "属性\(quoted(attribute))应为\(dimension(expected))"
      )
    case .otherWords(let attribute, let expected):
      return pick(
        "\(quoted(attribute)) must be an attribute with exactly these words in this order: "
          + list(expected),
        "属性\(quoted(attribute))的取值须依次为：\(list(expected))"
      )
    case .noFirmAttribute:
      return pick(
        "no attribute \"firm\" with the names of firms as its words says whose papers these are",
        "缺少以企业名称为取值的属性“firm”，无法确定单证所属企业"
      )
    case .firmWithoutBook(let firm):
      return pick(
        "\(quoted(firm)) is a word of \"firm\" and no firm with an account book",
        "“firm”的取值\(quoted(firm))不是设立账册的企业"
      )
    }
  }
}
