import ClearanceModel

/// Closed flows have no rate, and so offer no load: how often their trucks come round depends on how
/// long they wait.
extension ClearancePlan {
  /// Takes the trucks of closed flows away.
  mutating func leaveOutClosedFlows() {
    for index in flows.indices where flows[index].isClosed {
      flows[index].arrivals = .listed([])
    }
  }
}

extension [OfferedLoad] {
  /// The loads without the stations to which trucks of closed flows alone come.
  func withoutClosedFlows(of plan: ClearancePlan) -> [OfferedLoad] {
    guard plan.flows.contains(where: \.isClosed) else { return self }
    let reach = Reachability(plan)
    return filter { load in
      guard let place = plan.places.firstIndex(where: { $0.name == load.place }) else {
        return true
      }
      let comes = reach.flows(at: plan.places[place].station ?? place)
      let closed = plan.flows.indices.count { comes[$0] && plan.flows[$0].isClosed }
      return closed == 0 || plan.flows.indices.count { comes[$0] } > closed
    }
  }
}
