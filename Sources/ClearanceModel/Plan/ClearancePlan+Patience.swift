extension ClearancePlan {
  /// Whether trucks wait with patience at a place: at a station or lane, at the lane's station.
  func hasPatience(at place: Int) -> Bool {
    let station = places[place].station ?? place
    return steps.contains { $0.patience != StepPlan.none && Int($0.place) == station }
  }

  /// Whether trucks may give up at what a measure is about.
  func hasPatience(in subject: MeasureSubject) -> Bool {
    switch subject {
    case .place(let place, _): hasPatience(at: place)
    case .flow(let flow, _):
      zip(steps, stepsMet(byFlow: flow)).contains { $0.patience != StepPlan.none && $1 }
    case .zone: steps.contains { $0.patience != StepPlan.none }
    case .collection: false
    }
  }

  /// The first step of those who give up or are turned away at a step, if they go on.
  public func leaving(from index: Int) -> [Int] {
    let step = steps[index]
    switch step.kind {
    case .serve, .seize: return step.onLeaving == StepPlan.none ? [] : [Int(step.onLeaving)]
    default: return []
    }
  }

  /// Whether a truck may be turned away at a step, or not join its queue, at the instant of coming.
  public func mayRefuse(_ index: Int) -> Bool {
    let step = steps[index]
    guard step.kind == .serve || step.kind == .seize else { return false }
    let place = places[Int(step.place)]
    return step.balkOver >= 0 || place.capacity != nil && !place.blocksUpstream
      || place.lanes.contains { !places[$0].takesWords.isEmpty }
  }
}

extension MeasureSubject {
  /// What is measured of patience.
  var ofPatience: [Quantity] {
    switch self {
    case .place(_, nil): [.waitAll, .reneged]
    case .place: [.waitAll]
    case .flow, .zone: [.reneged]
    case .collection: []
    }
  }
}
