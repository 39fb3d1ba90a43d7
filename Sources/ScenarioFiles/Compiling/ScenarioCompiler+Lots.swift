import ClearanceModel
import EventSimulation

/// Lots and the attributes that trucks get when they come.
extension ScenarioCompiler {
  /// The draws of attributes have words of their own, which no step may have.
  mutating func registerAttributes(of flows: [Flow]) {
    for attribute in flows.flatMap(\.attributes) {
      let word = Self.drawStep(of: attribute)
      let identity = "(arrivals)attribute/\(attribute.name.text)"
      if let other = hashes.clash(word, identity) {
        problems.add(.hashCollision(other, identity), at: attribute.name.position)
      }
    }
  }

  private static func drawStep(of attribute: FlowAttribute) -> UInt32 {
    DrawStep.word("attribute/\(attribute.name.text)")
  }

  mutating func compileLot(_ flow: Flow, into compiled: inout FlowPlan) {
    compiled.lot = UInt32(clamping: flow.lot)
    for attribute in flow.attributes {
      guard let index = self.attribute(attribute.name) else { continue }
      if plan.attributes[index].isDocument {
        problems.add(
          .attribute(.documentOfFlow(attribute.name.text)),
          at: attribute.name.position
        )
        continue
      }
      let rows = attribute.rows.map { row in
        row.compactMap { entry in
          value(entry.value, of: index).map { (value: $0, share: entry.share) }
        }
      }
      guard zip(rows, attribute.rows).allSatisfy({ $0.count == $1.count }) else { continue }
      var isPerLot = flow.lot > 1
      if flow.ofEachTruck.contains(where: { $0.text == attribute.name.text }) { isPerLot = false }
      var given = FlowAttributePlan(
        attribute: UInt16(index),
        isPerLot: isPerLot,
        drawStep: Self.drawStep(of: attribute),
        step: attribute.step,
        rows: rows.map { Self.cumulated($0) { $0 } }
      )
      if let classBy = flow.classBy, classBy.attribute.text == attribute.name.text {
        follow(classBy.classes, from: &given, rows, named: classBy.attribute, into: &compiled)
      }
      compiled.attributes.append(given)
    }
    if compiled.classes.isEmpty {
      // Only beside a problem.
      compiled.classes = [FlowPlan.ClassShare(classIndex: 0, below: 1)]
    }
  }

  /// Shares one upon the other in an order, so that the order of the file is no meaning.
  private static func cumulated<Key: Comparable>(
    _ row: [(value: Double, share: Double)],
    by key: (Double) -> Key
  ) -> [FlowAttributePlan.Share] {
    let shares = row.filter { $0.share > 0 }.sorted { key($0.value) < key($1.value) }
    var sum = 0.0
    return shares.enumerated().map { number, entry in
      sum += entry.share
      return FlowAttributePlan.Share(
        value: entry.value,
        below: number == shares.count - 1 ? 1 : sum
      )
    }
  }

  /// The class follows from an attribute: words in the order of their first classes, from one draw.
  ///
  /// The order of words is the same at all times, so that a change of class or of shares leaves as
  /// many trucks as can be their word.
  private mutating func follow(
    _ classes: [Flow.WordClass],
    from given: inout FlowAttributePlan,
    _ rows: [[(value: Double, share: Double)]],
    named attribute: Name,
    into compiled: inout FlowPlan
  ) {
    guard case .words(let words) = plan.attributes[Int(given.attribute)].kind else {
      problems.add(
        .attribute(.notWords(attribute: attribute.text)),
        at: attribute.position
      )
      return
    }
    let blocks = Set([.zero] + classes.flatMap { $0.changes.map(\.from) }).sorted()
    var classOf: [[Int]?] = Array(repeating: nil, count: words.count)
    for entry in classes {
      guard let value = value(entry.word, of: Int(given.attribute)) else { continue }
      classOf[Int(value)] = blocks.map { classIndex(entry.name(at: $0)?.text) }
    }
    for entry in rows.joined() where entry.share > 0 && classOf[Int(entry.value)] == nil {
      problems.add(
        .attribute(.wordWithoutClass(words[Int(entry.value)], attribute: attribute.text)),
        at: attribute.position
      )
    }
    given.drawStep = DrawStep.classShare
    let most = words.count
    given.rows = rows.map { row in
      Self.cumulated(row) { (classOf[Int($0)]?[0] ?? 0) * most + Int($0) }
    }
    var classRows: [[FlowPlan.ClassShare]] = []
    for block in blocks.indices {
      for row in given.rows {
        var shares: [FlowPlan.ClassShare] = []
        for share in row {
          let index = UInt8(clamping: classOf[Int(share.value)]?[block] ?? 0)
          if shares.last?.classIndex == index { shares.removeLast() }
          shares.append(FlowPlan.ClassShare(classIndex: index, below: share.below))
        }
        classRows.append(shares)
      }
    }
    guard classRows.count > 1 else {
      compiled.classes = classRows.first ?? []
      return
    }
    let clock = ClassClock(
      blocks: blocks,
      step: given.step,
      rowsPerBlock: given.rows.count,
      rows: classRows
    )
    compiled.classClock = clock
    compiled.classes = clock.meanShares
  }

  /// The value of a word or number of an attribute.
  private mutating func value(_ text: Name, of attribute: Int) -> Double? {
    let words = plan.attributes[attribute].words
    if case .number(let dimension) = plan.attributes[attribute].kind {
      return problems.value(at: text.position) { () throws(ScenarioFault) in
        try parseQuantity(text.text, of: dimension)
      }
    }
    if let index = words.firstIndex(of: text.text) { return Double(index) }
    problems.add(
      .unknownName(
        text.text,
        kind: .word,
        existing: words,
        nearest: nearestName(to: text.text, in: words)
      ),
      at: text.position
    )
    return nil
  }
}

/// A number with the unit of its dimension, in the unit inside.
private func parseQuantity(
  _ text: String,
  of dimension: Dimension
) throws(ScenarioFault) -> Double {
  switch dimension {
  case .duration: Double(try parseDuration(text))
  case .weight: try parseMeasure(text, units: MeasureUnit.weights, kind: .weight)
  case .length: try parseMeasure(text, units: MeasureUnit.lengths, kind: .length)
  case .number: text.trimmed.last == "%" ? try parseShare(text) : try parseNumber(text)
  }
}
