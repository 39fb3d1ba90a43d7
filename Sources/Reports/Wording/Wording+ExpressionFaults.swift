import ScenarioFiles

extension Wording {
  /// The sentence of a fault.
  func fault(_ fault: ExpressionFault) -> String {
    switch fault {
    case .missingOperand(let found):
      return pick(
        "a number, a name or a function is missing before \(quoted(found))",
        "\(quoted(found))之前缺少数值、名称或函数"
      )
    }
  }
}
