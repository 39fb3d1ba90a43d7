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
    case .queueSpaceWithoutLength:
      return pick(
        "a queue is measured by the length of its trucks; declare \"length: length\" under "
          + "\"attributes\"",
        "排队空间按车长计算；请在“attributes”中写明“length: length”"
      )
    case .documentState(let document, let from, let to, let followers):
      let fault = pick(
        "the document \(quoted(document)) can be \(quoted(from)) here, which \(quoted(to)) may not "
          + "follow",
        "单证\(quoted(document))至此可能处于\(quoted(from))，不能由此转为\(quoted(to))"
      )
      return fault
        + (followers.isEmpty ? pick("; nothing may", "；其后没有任何状态") : allowed(followers))
    case .wordsWithoutLane(let station, let flow, let words):
      return pick(
        "trucks of flow \(quoted(flow)) with \(list(words)) come to \(quoted(station)), but no lane "
          + "takes them",
        "车流\(quoted(flow))中\(list(words))的车辆会到\(quoted(station))，但没有通道接收"
      )
    case .notWords(let name):
      return pick(
        "the attribute \(quoted(name)) is not one of words",
        "属性\(quoted(name))的取值不是词"
      )
    }
  }
}
