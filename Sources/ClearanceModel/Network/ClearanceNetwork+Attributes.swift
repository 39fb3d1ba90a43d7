import EventSimulation
import RandomVariates

/// What trucks carry besides their class.
extension ClearanceNetwork {
  /// The value of a truck's attribute.
  @inline(__always)
  func attribute(_ index: UInt16, of truck: Int) -> Double {
    attributes[truck * attributeCount + Int(index)]
  }

  /// Gives the truck in a slot the attributes that its flow draws; all else is zero.
  mutating func drawAttributes(of truck: Int) {
    guard attributeCount > 0 else { return }
    makeRoom(for: truck)
    if !flowsGiveAll { resetAttributes(of: truck) }
    let flow = flows[Int(trucks[truck].flow)]
    let (first, end) = (Int(flow.firstAttribute), Int(flow.firstAttribute) + flow.attributeCount)
    for index in first..<end {
      let drawn = flowAttributes[index]
      let row = drawn.rowCount == 1 ? 0 : Int(drawnAt(truck, drawn).microseconds / drawn.step)
      let shares = flowAttributeRows[Int(drawn.firstRow) + row % Int(drawn.rowCount)]
      let value =
        shares.count == 1
        ? flowAttributeShares[Int(shares.first)].value
        : share(of: truck, drawn, shares)
      attributes[truck * attributeCount + Int(drawn.attribute)] = value
    }
  }

  /// When the clock counts for an attribute: all trucks of a lot have what it said for the first.
  @inline(__always)
  private mutating func drawnAt(_ truck: Int, _ drawn: FlowAttribute) -> SimulatedTime {
    drawn.isPerLot ? lotTimes[Int(trucks[truck].flow)] : trucks[truck].arrivedAt
  }

  /// Has room for what the truck in a slot carries.
  mutating func makeRoom(for truck: Int) {
    while attributes.count < (truck + 1) * attributeCount { attributes.append(0) }
  }

  private mutating func resetAttributes(of truck: Int) {
    for index in truck * attributeCount..<(truck + 1) * attributeCount { attributes[index] = 0 }
  }

  private mutating func share(
    of truck: Int,
    _ drawn: FlowAttribute,
    _ shares: FlowAttributeRow
  ) -> Double {
    let flow = flows[Int(trucks[truck].flow)]
    let unit = random.unit(
      at: DrawAddress(
        flow: UInt32(truncatingIfNeeded: flow.hash),
        truck: drawn.isPerLot ? lot(of: truck) : trucks[truck].number,
        step: drawn.drawStep,
        jumps: 0,
        block: 0
      )
    )
    let last = Int(shares.first) + Int(shares.count) - 1
    for index in Int(shares.first)..<last where unit < flowAttributeShares[index].below {
      return flowAttributeShares[index].value
    }
    return flowAttributeShares[last].value
  }

  /// The number of the lot that a truck belongs to, from 1.
  @inline(__always)
  func lot(of truck: Int) -> UInt32 {
    (trucks[truck].number &- 1) / flows[Int(trucks[truck].flow)].lot &+ 1
  }

  /// Gives an attribute the value of an expression.
  mutating func set(_ truck: Int, _ step: Int) {
    store(evaluate(steps[step].expression, truck, step), in: steps[step].attribute, of: truck)
  }

  @inline(__always)
  mutating func store(_ value: Double, in attribute: UInt16, of truck: Int) {
    // Infinity less infinity is no number that anything could be compared with.
    attributes[truck * attributeCount + Int(attribute)] = value.isNaN ? 0 : value
  }

  /// Brings a document into a state.
  ///
  /// The scenario compiler has followed every way and found no forbidden change; one here is a
  /// fault of ours.
  mutating func become(_ truck: Int, _ step: Int, at now: SimulatedTime) {
    let (document, target) = (steps[step].attribute, steps[step].target)
    let index = truck * attributeCount + Int(document)
    let state = Int(attributes[index])
    let allowed = followingStates[Int(documents[Int(document)]) + state]
    precondition(
      allowed & (1 << UInt64(target)) != 0,
      "a document goes from state \(state) to \(target), which is not allowed"
    )
    attributes[index] = Double(target)
    if recorder.keepsPassages {
      recorder.changed(
        trucks[truck],
        companion: companionNumber(of: truck),
        document: document,
        state: target,
        at: now
      )
    }
  }
}

/// What the loop needs of an attribute that a flow draws.
struct FlowAttribute: BitwiseCopyable {
  let attribute: UInt16
  let isPerLot: Bool
  let drawStep: UInt32
  let step: Int64
  let firstRow: UInt32
  let rowCount: UInt32
}

/// One row of shares.
struct FlowAttributeRow: BitwiseCopyable {
  let first: UInt32
  let count: UInt32
}
