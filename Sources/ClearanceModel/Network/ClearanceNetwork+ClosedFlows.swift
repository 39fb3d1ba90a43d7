import EventSimulation

/// Closed flows: who comes to the end of the procedure begins anew.
extension ClearanceNetwork {
  /// Puts a truck that has completed its procedure in the line of those that come again.
  ///
  /// It is a new truck, with the next number of the flow and draws of its own, in the same class and
  /// at the same instant. It begins when all others have settled, so that a round that takes no time
  /// at its end does not grow the stack.
  mutating func beginAnew(_ truck: Int, at now: SimulatedTime) {
    let flow = trucks[truck].flow
    lastNumbers[Int(flow)] &+= 1
    returning.append(
      Arrival(
        time: now,
        number: lastNumbers[Int(flow)],
        flow: flow,
        classIndex: trucks[truck].classIndex
      )
    )
  }
}
