import ScenarioFiles

extension Wording {
  /// The sentence of a fault.
  func fault(_ fault: AttributeFault) -> String {
    switch fault {
    case .unboundParameter(let name, let nearest):
      return pick(
        "nothing gives a value to <\(name)>; set it under \"with\" or \"values\"",
        "参数<\(name)>没有取值；请在with或values中给出"
      ) + didYouMean(nearest)

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
      let rule = document == "goods state" ? pick(": ", "：") + rule(ofState: from) : ""
      return fault + rule
        + (followers.isEmpty ? pick("; nothing may", "；其后没有任何状态") : allowed(followers))
    case .wordsWithoutLane(let station, let flow, let words):
      return pick(
        "trucks of flow \(quoted(flow)) with \(list(words)) come to \(quoted(station)), but no lane "
          + "takes them",
        "车流\(quoted(flow))中\(list(words))的车辆会到\(quoted(station))，但没有通道接收"
      )
    case .sharedDocument(let name):
      return pick(
        "the shared attribute \(quoted(name)) cannot be a document; give it words or a number",
        "共享属性\(quoted(name))不能是单证；请给出取值或数值类型"
      )
    case .sharedHere(let name):
      return pick(
        "\(quoted(name)) is shared by a truck and its companions; here must stand an attribute of "
          + "the truck itself",
        "\(quoted(name))由车辆与随行单证共享；此处须为车辆自身的属性"
      )
    case .notWords(let name):
      return pick(
        "the attribute \(quoted(name)) is not one of words",
        "属性\(quoted(name))的取值不是词"
      )

    // Parameters, companions, collections
    case .wrongParameterName(let name):
      return pick(
        "\(quoted(name)) cannot be the name of a parameter; it begins with a letter, holds none of "
          + ". [ ] = , : / # < >, and neither \"and\" nor \"or\" as a word",
        "\(quoted(name))不能作参数名；参数名须以字母或汉字开头，不得含 . [ ] = , : / # < >，"
          + "也不得含单独的and或or"
      )
    case .unusedValue(let name, let nearest):
      return pick(
        "nothing mentions <\(name)>, so that its value would change nothing",
        "没有任何地方用到参数<\(name)>，设定其取值不起作用"
      ) + didYouMean(nearest)
    case .procedureRing(let names):
      let ring = names.map(quoted).joined(separator: " → ")
      return pick(
        "a procedure cannot use itself: \(ring)",
        "流程不得直接或间接调用自身：\(ring)"
      )
    case .otherProcedureInFile(let found, let expected):
      return pick(
        "this file holds the procedure \(quoted(found)), not \(quoted(expected))",
        "该文件中的流程是\(quoted(found))，不是\(quoted(expected))"
      )
    case .documentOfFlow(let name):
      return pick(
        "\(quoted(name)) is a document, which begins at its first state; a flow gives words and "
          + "numbers",
        "\(quoted(name))是单证，从第一个状态开始；车流只能给出词和数值"
      )
    case .notPlainNumber(let name):
      return pick(
        "the attribute \(quoted(name)) is not a plain number (number)",
        "属性\(quoted(name))不是纯数值（number）"
      )
    case .classByVaries(let attribute):
      return pick(
        "the class cannot follow from \(quoted(attribute)): its shares change within a lot",
        "类别不能由\(quoted(attribute))确定：其在同一批内各车不同"
      )
    case .classStartsLate:
      return pick(
        "the first class of a word holds from 0 d",
        "首个类别须自0 d起"
      )
    case .classesNotAscending:
      return pick(
        "this class does not begin later than the one before it",
        "该类别的起始时刻不晚于前一类别；请按时间先后排列"
      )
    case .wordWithoutClass(let word, let attribute):
      return pick(
        "\"class by\" gives no class to \(quoted(word)) of \(quoted(attribute))",
        "class by没有给出\(quoted(attribute))取\(quoted(word))时的类别"
      )
    case .notGiven(let attribute, let existing, let nearest):
      return pick(
        "this flow gives no attribute \(quoted(attribute)) to its trucks",
        "该车流未在attributes中给出属性\(quoted(attribute))"
      ) + there(existing) + didYouMean(nearest)
    case .cutAfterDue:
      return pick(
        "a closing goes out at its cut or later; \"due\" must not be before \"cut\"",
        "集中办理的日期（due）不得早于其截止时刻（cut）"
      )
    case .closingsNotAscending:
      return pick(
        "this closing is not later than the one before it",
        "此次截止不晚于前一次；请按时间先后排列"
      )
    }
  }
}
