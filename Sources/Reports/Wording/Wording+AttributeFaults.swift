import ScenarioFiles

extension Wording {
  /// The sentence of a fault.
  func fault(_ fault: AttributeFault) -> String {
    switch fault {
    case .unboundParameter(let name):
      return pick(
        "nothing gives a value to <\(name)>; set it under \"with\" or \"values\"",
        "参数<\(name)>没有取值；请在with或values中给出"
      )

    // Attributes and documents
    case .reservedSign(let sign, let name):
      return pick(
        "the name \(quoted(name)) holds \(quoted(String(sign))), which has a meaning in conditions "
          + "and expressions; names of attributes, words and states hold none of < > ! ( ) + *",
        "名称\(quoted(name))中有\(quoted(String(sign)))，该符号在条件和算式中另有含义；"
          + "属性、取值和状态的名称不能含 < > ! ( ) + *"
      )
    }
  }
}
