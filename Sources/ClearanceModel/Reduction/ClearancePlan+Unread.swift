/// What trucks carry, as far as something looks at it.
extension ClearancePlan {
  /// Leaves out what is set and never looked at, and gives trucks only what is.
  mutating func dropUnread() {
    let live = LiveAttributes(self)
    var leads = steps.indices.map { live.isUnread($0) ? Int(steps[$0].next) : $0 }
    for index in leads.indices {
      var last = index
      while leads[last] != last { last = leads[last] }
      leads[index] = last
    }
    shorten(leads)
    giveWhatIsRead(live)
    setStates()
    fuseSets()
    renumberAttributes(live)
  }

  /// Leads all ways past steps that are left out.
  private mutating func shorten(_ leads: [Int]) {
    func lead(_ step: inout UInt16) { step = UInt16(leads[Int(step)]) }
    for index in steps.indices {
      lead(&steps[index].next)
      if steps[index].kind == .start { lead(&steps[index].target) }
      if !leaving(from: index).isEmpty { lead(&steps[index].onLeaving) }
    }
    for index in branches.indices { lead(&branches[index].target) }
    for index in flows.indices { lead(&flows[index].firstStep) }
    for index in collections.indices { lead(&collections[index].firstStep) }
  }

  /// Trucks come with the attributes that something looks at: those that their flow gives, the
  /// others as zero.
  private mutating func giveWhatIsRead(_ live: LiveAttributes) {
    for index in flows.indices {
      let first = Int(flows[index].firstStep)
      var given = flows[index].attributes.filter { live.isLive(Int($0.attribute), at: first) }
      for attribute in attributes.indices where live.isLive(attribute, at: first) {
        if given.contains(where: { Int($0.attribute) == attribute }) { continue }
        given.append(.zero(UInt16(attribute)))
      }
      flows[index].attributes = given
    }
    flowsGiveAll = true
  }

  /// States of documents are set like numbers: what may follow what has been checked, and earlier
  /// states may have been left out.
  private mutating func setStates() {
    for index in steps.indices where steps[index].kind == .become {
      var state = Operation(.constant)
      state.value = Double(steps[index].target)
      steps[index].kind = .set
      steps[index].expression = UInt16(clamping: expressions.count)
      expressions.append(ExpressionPlan(first: UInt16(clamping: operations.count), count: 1))
      operations.append(state)
    }
  }

  /// Numbers the attributes that something looks at from 0, and forgets all others.
  private mutating func renumberAttributes(_ live: LiveAttributes) {
    // Piles have their words, whether anybody gathers there or not.
    let keys = Set(collections.flatMap(\.keys))
    let kept = attributes.indices.filter { live.isRead($0) || keys.contains(UInt16($0)) }
    var numbers = Array(repeating: UInt16(0), count: attributes.count)
    for (number, attribute) in kept.enumerated() { numbers[attribute] = UInt16(number) }
    func renumber(_ attribute: inout UInt16) {
      if attribute != StepPlan.none { attribute = numbers[Int(attribute)] }
    }
    for index in steps.indices {
      if [.set, .start].contains(steps[index].kind) { renumber(&steps[index].attribute) }
    }
    func renumberPapers(_ step: inout PaperStepPlan) {
      for path in PaperStepPlan.readPaths { renumber(&step[keyPath: path]) }
      for path in PaperStepPlan.writePaths {
        let attribute = step[keyPath: path]
        let isRead = attribute != StepPlan.none && live.isRead(Int(attribute))
        step[keyPath: path] = isRead ? numbers[Int(attribute)] : StepPlan.none
      }
    }
    for index in paperSteps.indices { renumberPapers(&paperSteps[index]) }
    for index in operations.indices
    where operations[index].kind.readsAttribute || operations[index].kind.stores {
      renumber(&operations[index].operand)
    }
    for index in terms.indices where terms[index].attribute == .attribute {
      renumber(&terms[index].place)
    }
    for index in branches.indices {
      branches[index].sets = kept.indices.reduce(0) { bits, number in
        let isSet = kept[number] < 64 && branches[index].sets >> UInt64(kept[number]) & 1 == 1
        return isSet ? bits | 1 << UInt64(number) : bits
      }
    }
    for place in places.indices {
      for mask in places[place].takesWords.indices {
        renumber(&places[place].takesWords[mask].attribute)
      }
      if var mask = places[place].goesFirst {
        renumber(&mask.attribute)
        places[place].goesFirst = mask
      }
    }
    for index in collections.indices {
      for key in collections[index].keys.indices { renumber(&collections[index].keys[key]) }
      collections[index].countAttribute = collections[index].countAttribute.flatMap {
        live.isRead(Int($0)) ? numbers[Int($0)] : nil
      }
    }
    for flow in flows.indices {
      for index in flows[flow].attributes.indices {
        renumber(&flows[flow].attributes[index].attribute)
      }
    }
    lengthAttribute = lengthAttribute.map { Int(numbers[$0]) }
    attributes = kept.map { attributes[$0] }
  }
}
