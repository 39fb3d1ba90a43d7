import ClearanceModel
import RandomVariates

/// Numbers, names, functions and distributions.
extension ExpressionParser {
  mutating func operand() throws(ScenarioFault) -> Term {
    skipBlanks()
    if let property = try takeProperty() { return property }
    if let papers = try takePapers() { return papers }
    if let index = takeName(scope.attributes.map(\.name)) { return try attribute(index) }
    if takeName([ExpressionFunction.now]) != nil {
      return Term(expression: .now, dimension: .duration)
    }
    guard let first = rest.first else { throw .expression(.missingOperand(found: "")) }
    if first.isNumber || first == "." { return try number() }
    let word = unknownWord()
    guard !word.isEmpty else { throw .expression(.missingOperand(found: String(first))) }
    let after = rest.dropFirst(word.count).drop(while: \.isWhitespace)
    if after.first == "(" {
      if let function = ExpressionFunction(rawValue: word) {
        rest = after.dropFirst()
        return try call(function)
      }
      if let form = DistributionForm(rawValue: word) { return try draw(form) }
      let allowed =
        ExpressionFunction.allCases.map(\.rawValue) + DistributionForm.allCases.map(\.rawValue)
        + scope.attributes.filter { !$0.isDocument && !$0.words.isEmpty }.map(\.name)
      throw .expression(
        .unknownFunction(word, allowed: allowed, nearest: nearestName(to: word, in: allowed))
      )
    }
    throw unknown(word)
  }

  /// A name that is none, as an attribute or, before `at`, a property.
  private func unknown(_ word: String) -> ScenarioFault {
    var (name, kind, existing) = (word, NamedKind.attribute, scope.attributes.map(\.name))
    if let range = word.firstRange(of: " at ") {
      (name, kind, existing) = (word[..<range.lowerBound].trimmed, .property, scope.properties)
    }
    return .unknownName(
      name,
      kind: kind,
      existing: existing,
      nearest: nearestName(to: name, in: existing)
    )
  }

  /// A number of papers, whose words are longer than any attribute's that begins like them.
  private mutating func takePapers() throws(ScenarioFault) -> Term? {
    guard let index = takeName(PaperOperand.all.map(\.words)) else { return nil }
    guard scope.hasPapers else { throw .papers(.noBooks) }
    return Term(expression: .papers(PaperOperand.all[index]), dimension: .number)
  }

  private mutating func attribute(_ index: Int) throws(ScenarioFault) -> Term {
    let attribute = scope.attributes[index]
    switch attribute.kind {
    case .number(let dimension): return Term(expression: .attribute(index), dimension: dimension)
    case .states: throw .expression(.documentAsNumber(document: attribute.name))
    case .words:
      guard take("(") else { throw .expression(.wordsAsNumber(attribute: attribute.name)) }
      var dimension: Dimension?
      let expression = try selection(index) { (parser) throws(ScenarioFault) in
        let term = try parser.sum()
        dimension = try parser.common(term, Term(expression: .constant(0), dimension: dimension))
        return term.expression
      }
      return Term(expression: expression, dimension: dimension)
    }
  }

  // MARK: Properties

  /// `PROPERTY at STATION`; nothing is taken where there is no known property before an `at`.
  private mutating func takeProperty() throws(ScenarioFault) -> Term? {
    let start = rest
    guard let property = takeName(scope.properties), takeName(["at"]) != nil else {
      rest = start
      return nil
    }
    let name = scope.properties[property]
    guard scope.allowsProperties else { throw .expression(.propertyInProperty(name)) }
    let stations = scope.stations.map(\.name)
    guard let station = takeName(stations), rest.first != "." else {
      let word = unknownWord()
      throw .unknownName(
        word,
        kind: .station,
        existing: stations,
        nearest: nearestName(to: word, in: stations)
      )
    }
    var (use, dimension, blocks) = try scope.property(property, at: scope.stations[station].place)
    use.block = try reserve(blocks)
    return Term(expression: .property(use), dimension: dimension)
  }

  // MARK: Numbers

  /// A number with its unit, if any.
  private mutating func number() throws(ScenarioFault) -> Term {
    var digits = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
    let exponent = rest[digits.endIndex...]
    if let mark = exponent.first, mark == "e" || mark == "E" {
      let sign = exponent.dropFirst().prefix { $0 == "-" || $0 == "+" }.prefix(1)
      let power = exponent[sign.endIndex...].prefix { ("0"..."9").contains($0) }
      if !power.isEmpty { digits = rest[digits.startIndex..<power.endIndex] }
    }
    guard let number = DecimalNumber(digits, allowingExponent: true) else {
      throw .notANumber(unknownWord())
    }
    rest = rest[digits.endIndex...]
    let afterNumber = rest
    skipBlanks()
    let unit = rest.first == "%" ? rest.prefix(1) : rest.prefix { $0.isLetter }
    rest = unit.isEmpty ? afterNumber : rest[unit.endIndex...]
    let name = String(unit)
    if name.isEmpty {
      let value = try finite(number.double, String(digits))
      return Term(expression: .constant(value), dimension: value == 0 ? nil : .number)
    }
    if let time = TimeUnit.all.first(where: { $0.name == name }) {
      guard let length = number.times(time.microseconds) else {
        throw .outOfRange("\(digits) \(name)", low: "0 us", high: "292000 years")
      }
      return Term(expression: .constant(Double(length)), dimension: .duration)
    }
    let tables: [(Dimension, [MeasureUnit])] = [
      (.weight, MeasureUnit.weights), (.length, MeasureUnit.lengths), (.number, MeasureUnit.shares),
    ]
    for (dimension, units) in tables {
      guard let unit = units.first(where: { $0.name == name }) else { continue }
      let value = try finite(number.double(exponent: unit.exponent), "\(digits) \(name)")
      return Term(expression: .constant(value), dimension: dimension)
    }
    let allowed = TimeUnit.names + tables.flatMap { $0.1.map(\.name) }
    throw .unknownUnit(name, allowed: allowed, nearest: nearestName(to: name, in: allowed))
  }

  // MARK: Functions

  private mutating func call(_ function: ExpressionFunction) throws(ScenarioFault) -> Term {
    var arguments = [try sum()]
    while take(",") { arguments.append(try sum()) }
    try close()
    let takesMore = function == .min || function == .max
    let expected =
      function == .foundInSample ? 3 : takesMore || function == .afterWorkingDays ? 2 : 1
    guard arguments.count == expected || (takesMore && arguments.count > 2) else {
      throw .expression(
        .argumentCount(function: function.rawValue, expected: expected, found: arguments.count)
      )
    }
    var term = arguments[0]
    switch function {
    case .abs:
      term.expression = .folded(.absolute, term.expression)
    case .min, .max:
      for other in arguments.dropFirst() {
        term.dimension = try common(term, other)
        term.expression = .folded(
          function == .min ? .minimum : .maximum,
          term.expression,
          other.expression
        )
      }
    case .ceil, .floor:
      try expectNumber(term, function)
      term.expression = .folded(function == .ceil ? .roundUp : .roundDown, term.expression)
    case .chance:
      try expectNumber(term, function)
      if let share = term.expression.constant, !(0...1).contains(share) {
        throw .outOfRange("\(share * 100)%", low: "0%", high: "100%")
      }
      term.expression = .chance(term.expression, block: try reserve(1))
      term.dimension = .number
    case .foundInSample:
      for argument in arguments { try expectNumber(argument, function) }
      try checkSample(arguments.map(\.expression))
      term.expression = .folded(
        foundIn: arguments[2].expression,
        of: arguments[1].expression,
        lot: arguments[0].expression
      )
      term.dimension = .number
    case .startOfDay, .workingDayFrom, .nextMonth:
      try expectInstant(term)
      let kind: OperationKind =
        switch function {
        case .startOfDay: .startOfDay
        case .nextMonth: .nextMonth
        default: .workingDay
        }
      term.expression = .folded(kind, term.expression)
      term.dimension = .duration
    case .afterWorkingDays:
      try expectInstant(term)
      try expectNumber(arguments[1], function)
      term.expression = .folded(.afterWorkingDays, term.expression, arguments[1].expression)
      term.dimension = .duration
    }
    return term
  }

  private func expectNumber(
    _ term: Term,
    _ function: ExpressionFunction
  ) throws(ScenarioFault) {
    if let dimension = term.dimension, dimension != .number {
      throw .expression(.needsNumber(function: function.rawValue, found: dimension))
    }
  }

  /// What is known of a lot, its bad units and the sample must fit together.
  private func checkSample(_ parts: [Expression]) throws(ScenarioFault) {
    let most = parts[0].constant ?? 1e9
    for (number, part) in parts.enumerated() {
      guard let value = part.constant else { continue }
      let high = number == 0 ? 1e9 : most
      guard value < 0 || value > high else { continue }
      throw .outOfRange("\(value)", low: "0", high: "\(high)")
    }
  }

  /// An instant is the time since the start of the run.
  private func expectInstant(_ term: Term) throws(ScenarioFault) {
    if let dimension = term.dimension, dimension != .duration {
      throw .expression(.wrongDimension(found: dimension, expected: .duration))
    }
  }

  // MARK: Distributions

  /// A draw: what its parameters measure, it measures too.
  private mutating func draw(_ form: DistributionForm) throws(ScenarioFault) -> Term {
    let call = try takeCall()
    var firstFault: ScenarioFault?
    let kinds = Self.kinds(of: call)
    for (kind, dimension) in kinds {
      do throws(ScenarioFault) {
        let law = try parseDistribution(call, of: kind, folder: scope.folder)
        if case .constant(let value) = law {
          return Term(
            expression: .constant(value),
            dimension: value == 0 && dimension == .number ? nil : dimension
          )
        }
        let block = try reserve(1)
        return Term(
          expression: .draw(law, text: "\(kind) \(call)", block: block),
          dimension: dimension
        )
      } catch {
        firstFault = firstFault ?? error
      }
    }
    throw firstFault ?? .unbalancedParentheses(text)
  }

  /// From a name to the parenthesis that closes its arguments.
  mutating func takeCall() throws(ScenarioFault) -> String {
    var depth = 0
    for index in rest.indices {
      if rest[index] == "(" { depth += 1 }
      if rest[index] == ")" { depth -= 1 }
      guard rest[index] == ")", depth == 0 else { continue }
      let call = String(rest[...index])
      rest = rest[rest.index(after: index)...]
      return call
    }
    throw .unbalancedParentheses(text)
  }

  /// What the parameters may be: of the unit that stands first among them, or, in a file, any.
  private static func kinds(of call: String) -> [(VariateKind, Dimension)] {
    let all: [(VariateKind, Dimension)] = [
      (.duration, .duration), (.weight, .weight), (.length, .length), (.number, .number),
    ]
    if call.contains("empirical(") || call.contains("trace(") { return all }
    let tables = [
      TimeUnit.names, MeasureUnit.weights.map(\.name), MeasureUnit.lengths.map(\.name),
    ]
    let words = call.split { !($0.isLetter || $0.isNumber || $0 == ".") }
    for word in words {
      let unit = String(word.drop { $0.isNumber || $0 == "." })
      if let index = tables.firstIndex(where: { $0.contains(unit) }) { return [all[index]] }
    }
    return [all[3]]
  }
}
