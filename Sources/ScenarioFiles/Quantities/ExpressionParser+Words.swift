import ClearanceModel
import RandomVariates

/// Attributes of words: as functions, and what may be set for them.
extension ExpressionParser {
  /// `(van = VALUE, truck = VALUE, otherwise = VALUE)`, behind its opening parenthesis.
  mutating func selection(
    _ index: Int,
    _ value: (inout ExpressionParser) throws(ScenarioFault) -> Expression
  ) throws(ScenarioFault) -> Expression {
    let attribute = scope.attributes[index]
    let words = attribute.words
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw .nestedTooDeep(limit: Self.depthLimit) }
    var table = Array(repeating: -1, count: words.count)
    var branches: [Expression] = []
    var otherwise: Int?
    repeat {
      skipBlanks()
      let start = rest
      let word = takeName(words + ["otherwise"])
      guard let word, take("=") else {
        rest = start
        let found = unknownWord()
        if start.dropFirst(found.count).first(where: { !$0.isWhitespace }) == "=" {
          throw .unknownName(
            found,
            kind: .word,
            existing: words,
            nearest: nearestName(to: found, in: words)
          )
        }
        throw .expression(.selectionForm(attribute: attribute.name))
      }
      let isGiven = word == words.count ? otherwise != nil : table[word] >= 0
      if isGiven { throw .duplicateName((words + ["otherwise"])[word], kind: .word) }
      if word == words.count { otherwise = branches.count } else { table[word] = branches.count }
      branches.append(try value(&self))
    } while take(",")
    try close()
    let missing = words.indices.filter { table[$0] < 0 }
    if let otherwise {
      for word in missing { table[word] = otherwise }
    } else if !missing.isEmpty {
      throw .expression(.missingWords(attribute: attribute.name, words: missing.map { words[$0] }))
    }
    return .select(attribute: index, table: table, branches: branches)
  }

  /// Reads the whole text as a word of an attribute, or what draws or picks one.
  mutating func wholeWord(of target: AttributePlan) throws(ScenarioFault) -> Expression {
    let expression = try word(of: target)
    try expectEnd(expression)
    return expression
  }

  private mutating func word(of target: AttributePlan) throws(ScenarioFault) -> Expression {
    skipBlanks()
    let start = rest
    if let index = takeName(target.words) {
      skipBlanks()
      if rest.isEmpty || rest.first == "," || rest.first == ")" { return .constant(Double(index)) }
      rest = start
    }
    if target.words.count == 2, rest.hasPrefix("chance") {
      let term = try operand()
      if case .chance = term.expression { return term.expression }
      rest = start
    }
    if takeName(["discrete"]) != nil, rest.first(where: { !$0.isWhitespace }) == "(" {
      rest = start
      return try drawnWord(of: target)
    }
    rest = start
    if let index = takeName(scope.attributes.map(\.name)), !scope.attributes[index].isDocument,
      !scope.attributes[index].words.isEmpty, take("(")
    {
      return try selection(index) { (parser) throws(ScenarioFault) in try parser.word(of: target) }
    }
    rest = start
    let found = rest.prefix { !"(),".contains($0) }.trimmed
    throw .unknownWord(
      found.isEmpty ? String(rest) : found,
      key: target.name,
      allowed: target.words,
      nearest: nearestName(to: found, in: target.words)
    )
  }

  /// `discrete(semi = 30%, van = 70%)`.
  private mutating func drawnWord(of target: AttributePlan) throws(ScenarioFault) -> Expression {
    let call = try takeCall()
    guard let pairs = try DistributionCall(call)?.pairs else {
      throw .wrongArguments(
        distribution: DistributionForm.discrete.rawValue,
        found: call,
        expected: DistributionForm.discrete.form
      )
    }
    var values: [WeightedValue] = []
    for pair in pairs {
      guard let index = target.words.firstIndex(of: pair.key) else {
        throw .unknownWord(
          pair.key,
          key: target.name,
          allowed: target.words,
          nearest: nearestName(to: pair.key, in: target.words)
        )
      }
      if values.contains(where: { $0.value == Double(index) }) {
        throw .duplicateName(pair.key, kind: .word)
      }
      values.append(WeightedValue(value: Double(index), probability: try parseShare(pair.value)))
    }
    try checkShares(values.map(\.probability))
    let law = Distribution.discrete(values)
    if let fault = law.fault { throw .distribution(fault) }
    return .draw(law, text: "\(target.words) \(call)", block: try reserve(1))
  }
}
