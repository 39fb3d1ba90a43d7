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
    }
  }
}
