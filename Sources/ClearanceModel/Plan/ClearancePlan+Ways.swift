extension ClearancePlan {
  /// Whether trucks of a flow, or companions of them, can meet each step.
  ///
  /// - Complexity: O(steps)
  public func stepsMet(byFlow index: Int) -> [Bool] {
    var met = Array(repeating: false, count: steps.count)
    for share in flows[index].classes {
      var seen = Array(repeating: false, count: steps.count)
      var open = [Int(flows[index].firstStep)]
      while let step = open.popLast() {
        guard !seen[step] else { continue }
        seen[step] = true
        met[step] = true
        open += successors(of: step, classIndex: Int(share.classIndex), flow: index)
        open += companions(of: step)
      }
    }
    return met
  }
}
