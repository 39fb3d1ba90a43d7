extension ClearancePlan {
  /// For each place whether a truck may have to wait for room elsewhere after its service there;
  /// nil where no station blocks upstream.
  ///
  /// - Complexity: O(steps²) in the worst case, with blocking stations only.
  public var placesThatMayBeBlocked: [Bool]? {
    if isReduced { return placesBlockedInFull }
    guard places.contains(where: \.blocksUpstream) else { return nil }
    var may = Array(repeating: false, count: places.count)
    for step in steps.indices where steps[step].kind == .serve {
      let station = Int(steps[step].place)
      guard !may[station], leadsToBlocking(step) else { continue }
      may[station] = true
      for lane in places[station].lanes { may[lane] = true }
    }
    return may
  }

  /// Whether a blocking station may be the next place after a step.
  private func leadsToBlocking(_ step: Int) -> Bool {
    var seen = Array(repeating: false, count: steps.count)
    // Who gives up waiting at the step holds nothing there.
    var open = [Int(steps[step].next)]
    while let next = open.popLast() {
      guard !seen[next] else { continue }
      seen[next] = true
      switch steps[next].kind {
      case .serve, .seize:
        if places[Int(steps[next].place)].blocksUpstream { return true }
        open += leaving(from: next)
      case .delay, .end, .fork, .join:
        break
      default:
        open += successors(of: next)
      }
    }
    return false
  }
}
