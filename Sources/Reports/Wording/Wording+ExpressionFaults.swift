import ScenarioFiles

extension Wording {
  /// The sentence of a fault.
  func fault(_ fault: ExpressionFault) -> String {
    switch fault {
    case .missingOperand(let found):
      return found.isEmpty
        ? pick(
          "a number, a name or a function is missing at the end",
          "末尾缺少数值、名称或函数"
        )
        : pick(
          "a number, a name or a function is missing before \(quoted(found))",
          "\(quoted(found))之前缺少数值、名称或函数"
        )
    case .unexpected(let text):
      return pick(
        "an operator is missing before \(quoted(text))",
        "\(quoted(text))之前缺少运算符"
      )
    case .unknownFunction(let name, let functions, let nearest):
      return pick("there is no function \(quoted(name))", "没有名为\(quoted(name))的函数")
        + allowed(functions) + didYouMean(nearest)
    case .argumentCount(let function, let expected, let found):
      let (takes, needs) =
        switch expected {
        case 1: ("1 value", "1个值")
        case 2: ("2 values or more", "至少2个值")
        default: ("\(expected) values", "\(expected)个值")
        }
      return pick(
        "the function \(quoted(function)) takes \(takes), not \(found)",
        "函数\(quoted(function))须有\(needs)，此处有\(found)个"
      )
    case .tooLong(let most):
      return pick(
        "this expression has more than \(quantities.count(most)) parts; share it among attributes",
        "算式超过\(quantities.count(most))项；请用属性分步计算"
      )
    case .tooDeep(let found, let most):
      return pick(
        "this expression keeps \(found) numbers at a time; at most \(most) are allowed",
        "算式须同时保留\(found)个数；最多\(most)个"
      )
    case .tooManyDraws(let most):
      return pick(
        "this step draws more than \(most) times; share it among steps",
        "该步骤的随机抽样超过\(most)次；请拆成几个步骤"
      )
    case .tooManyOperations(let found, let most):
      let (found, most) = (quantities.count(found), quantities.count(most))
      return pick(
        "all expressions together have \(found) operations; at most \(most) are allowed",
        "全部算式共有\(found)步运算；最多\(most)步"
      )

    // Dimensions
    case .mixedDimensions(let a, let b):
      return pick(
        "\(dimension(a)) and \(dimension(b)) cannot be added or compared",
        "\(dimension(a))与\(dimension(b))不能相加减或比较"
      )
    case .noProduct(let a, let b):
      return pick(
        "\(dimension(a)) and \(dimension(b)) cannot be multiplied or divided here; "
          + "at least one must be a plain number, or both of one kind be divided",
        "\(dimension(a))与\(dimension(b))不能相乘除；须有一个是纯数，或两个同类的量相除"
      )
    case .wrongDimension(let found, let expected):
      return pick(
        "this is \(dimension(found)); \(dimension(expected)) is needed here",
        "此处得到的是\(dimension(found))；须为\(dimension(expected))"
      )
    case .needsNumber(let function, let found):
      return pick(
        "\(quoted(function)) takes a plain number, not \(dimension(found)); divide it by a unit first",
        "\(quoted(function))只接受纯数，不接受\(dimension(found))；请先除以一个单位"
      )
    case .divisionByZero: return pick("this divides by zero", "除数为0")
    case .notConstant(let text):
      return pick(
        "\(quoted(text)) differs between trucks; a constant is needed here",
        "\(quoted(text))因车而异；此处须为常数"
      )

    // Attributes and properties
    case .wordsAsNumber(let name):
      return pick(
        "the attribute \(quoted(name)) is a word; give a number for each of its words, as in "
          + "\(quoted("\(name)(otherwise = 1)"))",
        "属性\(quoted(name))的取值是词；请为每个取值写出数值，如\(quoted("\(name)(otherwise = 1)"))"
      )
    case .documentAsNumber(let name):
      return pick(
        "the document \(quoted(name)) is no number; compare its state under \"when\"",
        "单证\(quoted(name))不是数值；请在“when”中比较其状态"
      )
    case .selectionForm(let name):
      return pick(
        "\(quoted(name)) needs a value for each of its words, written like "
          + "\(quoted("WORD = VALUE"))",
        "\(quoted(name))须为每个取值写出数值，形式为\(quoted("WORD = VALUE"))"
      )
    case .missingWords(let name, let words):
      return pick(
        "\(quoted(name)) has no value for: \(list(words)); add them or \"otherwise = VALUE\"",
        "\(quoted(name))的下列取值没有数值：\(list(words))；请补上，或加“otherwise = VALUE”"
      )
    case .propertyInProperty(let name):
      return pick(
        "a property cannot use another; \(quoted(name)) is one",
        "参数中不能引用参数\(quoted(name))"
      )
    case .propertyMissing(let name, let place):
      return pick(
        "\(quoted(place)) has no property \(quoted(name)), which other lanes of its station have",
        "\(quoted(place))没有参数\(quoted(name))，而同一作业点的其他通道有"
      )
    case .propertyDimensions(let name, let a, let b):
      return pick(
        "the property \(quoted(name)) is \(dimension(a)) at one place of this station and "
          + "\(dimension(b)) at another",
        "该作业点各处的参数\(quoted(name))不是同一种量：\(dimension(a))、\(dimension(b))"
      )
    }
  }
}
