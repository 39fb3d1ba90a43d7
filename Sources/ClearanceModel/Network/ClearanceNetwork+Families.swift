import EventSimulation

/// What a truck and all that comes from it have together (共享属性).
///
/// A family is a truck, or all trucks of its lot, with its companions, tokens and stand-ins, and those
/// of its companions. It has one record of the shared attributes, which is free again when the last
/// of them is gone.
extension ClearanceNetwork {
  /// The value of a shared attribute; 0 where a slot is nobody's.
  mutating func shared(_ index: UInt16, of truck: Int) -> Double {
    let family = familyOf[truck]
    return family == nobody ? 0 : sharedValues[Int(family) * sharedCount + Int(index)]
  }

  /// Gives a shared attribute the value of an expression, and tells those who wait for it.
  mutating func setShared(_ truck: Int, _ step: Int) {
    let value = evaluate(steps[step].expression, truck, step)
    let family = familyOf[truck]
    guard family != nobody else { return }
    let index = Int(family) * sharedCount + Int(steps[step].attribute)
    let new = value.isNaN ? 0 : value
    guard sharedValues[index] != new else { return }
    sharedValues[index] = new
    let line = families[Int(family)].line
    if line != nobody { noteChange(ofLine: Int(line)) }
  }

  /// A truck that waits is to be told when a shared attribute of its family changes.
  mutating func watchFamily(_ truck: Int) {
    let family = familyOf[truck]
    guard family != nobody else { return }
    if families[Int(family)].line == nobody { families[Int(family)].line = waiting.newLine() }
    waiting.watch(Int(families[Int(family)].line), truck)
  }

  // MARK: Members

  /// A slot that has just been given belongs to nobody.
  mutating func resetFamily(of slot: Int) {
    while familyOf.count <= slot { familyOf.append(nobody) }
    familyOf[slot] = nobody
  }

  /// A truck that comes begins a family, or joins that of its lot.
  mutating func joinFamilyOfLot(_ truck: Int) {
    let flow = Int(trucks[truck].flow)
    let size = flows[flow].lot
    guard size > 1 else {
      beginFamily(truck)
      return
    }
    // Trucks of a flow come in the order of their numbers, and so lot after lot.
    let lot = lot(of: truck)
    if lotFamilies[flow].family == nobody || lotFamilies[flow].lot != lot {
      endLot(of: flow)
      beginFamily(truck)
      lotFamilies[flow] = LotFamily(lot: lot, family: familyOf[truck])
      families[Int(familyOf[truck])].members += 1
    } else {
      join(lotFamilies[flow].family, truck)
    }
    if trucks[truck].number % size == 0 { endLot(of: flow) }
  }

  /// No more trucks of the last lot of a flow will come.
  private mutating func endLot(of flow: Int) {
    guard lotFamilies[flow].family != nobody else { return }
    leaveFamily(lotFamilies[flow].family)
    lotFamilies[flow].family = nobody
  }

  /// A truck or companion that comes from no other begins a family.
  mutating func beginFamily(_ truck: Int) {
    guard sharedCount > 0 else { return }
    let family: UInt32
    if freeFamily == nobody {
      family = UInt32(families.count)
      families.append(Family())
      for _ in 0..<sharedCount { sharedValues.append(0) }
    } else {
      family = freeFamily
      freeFamily = families[Int(family)].line
      families[Int(family)] = Family()
      for index in 0..<sharedCount { sharedValues[Int(family) * sharedCount + index] = 0 }
    }
    join(family, truck)
  }

  /// What comes from a truck or companion is of its family.
  mutating func joinFamily(of truck: Int, _ slot: Int) {
    guard sharedCount > 0, familyOf[truck] != nobody else { return }
    join(familyOf[truck], slot)
  }

  private mutating func join(_ family: UInt32, _ slot: Int) {
    families[Int(family)].members += 1
    familyOf[slot] = family
  }

  /// The slot is free again.
  mutating func leaveFamily(ofSlot slot: Int) {
    guard familyOf[slot] != nobody else { return }
    leaveFamily(familyOf[slot])
    familyOf[slot] = nobody
  }

  private mutating func leaveFamily(_ family: UInt32) {
    families[Int(family)].members -= 1
    guard families[Int(family)].members == 0 else { return }
    // Whoever waits is a member, so that nobody stands there now.
    let line = families[Int(family)].line
    if line != nobody { waiting.retire(Int(line)) }
    families[Int(family)].line = freeFamily
    freeFamily = family
  }

  /// Members of all families, lots of which more trucks may come counting as one, and those who say
  /// of themselves that they are; the two are equal.
  mutating func familyMembers() -> (counted: Int128, known: Int128) {
    var counted: Int128 = 0
    var known: Int128 = 0
    for family in 0..<families.count { counted += Int128(families[family].members) }
    for slot in 0..<familyOf.count where familyOf[slot] != nobody { known += 1 }
    for flow in 0..<lotFamilies.count where lotFamilies[flow].family != nobody { known += 1 }
    return (counted, known)
  }
}

/// Those who have shared attributes together.
struct Family: BitwiseCopyable {
  var members: UInt32 = 0
  /// The line of those who wait for a change, or `nobody`; of a free record the next free one.
  var line = nobody
}

/// The family of the last lot of a flow, as long as more trucks of it may come.
struct LotFamily: BitwiseCopyable {
  var lot: UInt32 = 0
  var family = nobody
}
