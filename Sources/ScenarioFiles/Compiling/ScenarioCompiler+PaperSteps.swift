import ClearanceModel

/// Steps that ask something of papers or of a firm, their names resolved.
extension ScenarioCompiler {
  /// The attribute whose words name the firms.
  static let firmName = "firm"

  mutating func compilePapers(
    _ action: PaperAction,
    _ position: SourcePosition,
    into step: inout StepPlan
  ) {
    step.kind = .papers
    guard checkBooks(position) else { return }
    var ask = PaperStepPlan(action.verb, action.way ?? .own)
    if let kind = action.kind { ask.kind = kind }
    ask.joins = action.joins
    ask.goods = number(action.goods, .weight)
    ask.lines = number(action.lines, .number)
    ask.documents = number(action.documents, .number)
    ask.since = number(action.since, .duration)
    if let status = action.status { compileStatus(status, into: &ask) }
    switch action.verb {
    case .approve: ask.sets = words(action.sets, Refusal.allCases.map(\.word))
    case .gather:
      ask.sets = words(action.sets, DeclaringPeriod.allCases.map(\.word))
      checkCollections(position)
    default: ask.sets = number(action.sets, .number)
    }
    if action.verb == .open || action.verb.concernsFirm { ask.firm = firmAttribute(position) }
    add(ask, to: &step)
  }

  mutating func compileLookUp(
    _ declares: Name?,
    _ credit: Name?,
    _ position: SourcePosition,
    into step: inout StepPlan
  ) {
    step.kind = .lookUp
    guard checkBooks(position) else { return }
    var ask = PaperStepPlan(nil, .own)
    ask.sets = words(declares, DeclaringPeriod.allCases.map(\.word))
    ask.setsCredit = words(credit, FirmCredit.allCases.map(\.word))
    ask.firm = firmAttribute(position)
    add(ask, to: &step)
  }

  private mutating func add(_ ask: PaperStepPlan, to step: inout StepPlan) {
    step.mark = UInt16(clamping: plan.paperSteps.count)
    plan.paperSteps.append(ask)
  }

  /// Refuses a step about papers where no firm has a book.
  @discardableResult
  mutating func checkBooks(_ position: SourcePosition) -> Bool {
    if scenario.papers != nil { return true }
    problems.add(.papers(.noBooks), at: position)
    return false
  }

  // MARK: Attributes

  private mutating func number(_ name: Name?, _ dimension: Dimension) -> UInt16 {
    guard let name, let index = attribute(name) else { return StepPlan.none }
    if plan.attributes[index].kind == .number(dimension) { return UInt16(clamping: index) }
    problems.add(.papers(.notOfKind(attribute: name.text, dimension)), at: name.position)
    return StepPlan.none
  }

  /// An attribute that has exactly the words of the answer, in their order.
  private mutating func words(_ name: Name?, _ expected: [String]) -> UInt16 {
    guard let name, let index = attribute(name) else { return StepPlan.none }
    // A hyphen and a blank are alike: `per shipment`.
    let found = plan.attributes[index].words.map { $0.replacing("-", with: " ") }
    if !plan.attributes[index].isDocument, found == expected.map({ $0.replacing("-", with: " ") }) {
      return UInt16(clamping: index)
    }
    problems.add(
      .papers(.otherWords(attribute: name.text, expected: expected)),
      at: name.position
    )
    return StepPlan.none
  }

  /// One of the statuses, or an attribute whose words they are.
  private mutating func compileStatus(_ name: Name, into ask: inout PaperStepPlan) {
    if let status = CustomsStatus.allCases.first(where: { $0.word == name.text }) {
      ask.status = status
    } else {
      ask.statusAttribute = words(name, CustomsStatus.allCases.map(\.word))
    }
  }

  /// The attribute that names a truck's firm, whose words are all firms with books.
  private mutating func firmAttribute(_ position: SourcePosition) -> UInt16 {
    let names = scenario.papers?.firms.map(\.name) ?? []
    guard let index = plan.attributes.firstIndex(where: { $0.name == Self.firmName }),
      case .words(let words) = plan.attributes[index].kind
    else {
      problems.add(.papers(.noFirmAttribute), at: position)
      return StepPlan.none
    }
    if plan.firmsOfWords.isEmpty {
      let firms = words.map { word in names.firstIndex(of: word) }
      if let missing = firms.firstIndex(of: nil) {
        problems.add(.papers(.firmWithoutBook(words[missing])), at: position)
        return StepPlan.none
      }
      plan.firmsOfWords = firms.map { UInt16(clamping: $0 ?? 0) }
    }
    return UInt16(clamping: index)
  }

  // MARK: Collections

  /// The period in which firms declare slips together for which a collection stands; nil for one of
  /// trucks.
  func period(of collection: Gathering) -> DeclaringPeriod? {
    guard collection.holdsPapers, scenario.papers != nil,
      let period = DeclaringPeriod.allCases.first(where: { $0.word == collection.name.text }),
      period != .perShipment
    else { return nil }
    return period
  }

  /// Each period that a firm declares in has its collection.
  private mutating func checkCollections(_ position: SourcePosition) {
    let periods = scenario.papers?.firms.flatMap { $0.period.map(\.value) } ?? []
    for period in [DeclaringPeriod.monthly, .quarterly] where periods.contains(period) {
      let names = scenario.collections.map(\.name.text)
      guard !names.contains(period.word) else { continue }
      problems.add(
        .unknownName(
          period.word,
          kind: .collection,
          existing: names,
          nearest: nearestName(to: period.word, in: names)
        ),
        at: position
      )
    }
  }
}
