/// Lanes of a gate that are alike.
extension CustomsReader {
  /// Most lanes that one entry may stand for.
  static let mostAlikeLanes = 100

  /// As many lanes as `count` says, the first under the name itself, the others as `NAME-2`, `NAME-3` and so on.
  ///
  /// Where the number changes by the clock, lane `NAME-3` is open while there are three or more.
  mutating func alike(_ lane: CustomsWords.Lane, _ node: SourceNode?) -> [CustomsWords.Lane] {
    guard let node, let plan = node.staff(&problems) else { return [lane] }
    guard plan.most <= Self.mostAlikeLanes else {
      problems.add(
        .outOfRange("\(plan.most)", low: "0", high: "\(Self.mostAlikeLanes)"),
        at: node.position
      )
      return [lane]
    }
    let varies = plan.constant == nil
    // Nobody means to have lanes that are never open: who wants none says 0.
    if varies, plan.most == 0 { problems.add(.neverOpens, at: node.position) }
    return (0..<plan.most).map { index in
      var other = lane
      if index > 0 {
        other.name = Name(text: "\(lane.name.text)-\(index + 1)", position: lane.name.position)
      }
      if varies {
        other.hours = lane.hours.within(plan.atLeast(index + 1))
        other.hoursPosition = node.position
        other.countVaries = true
      }
      return other
    }
  }
}
