extension ClearancePlan {
  /// Whether trucks wait with patience at a place: at a station or lane, at the lane's station.
  func hasPatience(at place: Int) -> Bool {
    let station = places[place].station ?? place
    return steps.contains {
      $0.patience != StepPlan.none && $0.kind != .seizeTogether && Int($0.place) == station
    }
  }

  /// Whether trucks may give up at what a measure is about.
  func hasPatience(in subject: MeasureSubject) -> Bool {
    switch subject {
    case .place(let place, _): hasPatience(at: place)
    case .flow(let flow, _):
      zip(steps, stepsMet(byFlow: flow)).contains { $0.patience != StepPlan.none && $1 }
    case .zone: steps.contains { $0.patience != StepPlan.none }
    case .collection, .team: false
    }
  }

  /// The first step of those who give up or are turned away at a step, if they go on.
  public func leaving(from index: Int) -> [Int] {
    let first = steps[index].onLeaving
    return first == StepPlan.none ? [] : [Int(first)]
  }

  /// Whether a truck may be turned away at a step, or not join its queue, at the instant of coming.
  public func mayRefuse(_ index: Int) -> Bool {
    let step = steps[index]
    // The parts of a joint seize are claimed with it.
    guard step.queues, !step.isPart else { return false }
    if step.balkOver >= 0 { return true }
    return stations(of: index).contains { station in
      let place = places[station]
      return place.capacity != nil && !place.blocksUpstream
        || place.lanes.contains { !places[$0].takesWords.isEmpty }
    }
  }

  /// The stations whose queues a truck joins at a step of serve, seize or joint seize.
  public func stations(of index: Int) -> [Int] {
    guard steps[index].kind == .seizeTogether else { return [Int(steps[index].place)] }
    var part = index
    return (0..<steps[index].branchCount).map { _ in
      part = Int(steps[part].next)
      return Int(steps[part].place)
    }
  }
}

extension MeasureSubject {
  /// What is measured of patience.
  var ofPatience: [Quantity] {
    switch self {
    case .place(_, nil): [.waitAll, .reneged]
    case .place: [.waitAll]
    case .flow, .zone: [.reneged]
    case .collection, .team: []
    }
  }
}
