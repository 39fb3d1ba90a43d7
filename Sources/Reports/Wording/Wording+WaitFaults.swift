import ScenarioFiles

extension Wording {
  /// The sentence of a fault.
  func fault(_ fault: WaitFault) -> String {
    switch fault {
    case .nothingChanges(let condition):
      return pick(
        "nothing that \(quoted(condition)) asks about can change while a truck waits, so that it "
          + "would go on at once or never; wait for \"queue at\", \"present at\", \"open at\", "
          + "\"time of day\", a shared attribute or papers",
        "条件\(quoted(condition))所涉及的内容在车辆等待期间不会变化，车辆要么立即通过，要么永远等待；"
          + "请等待“queue at”、“present at”、“open at”、“time of day”、共享属性或单证状态"
      )
    case .neverHolds(let condition):
      return pick(
        "\(quoted(condition)) can never hold, so that whoever waits for it would stand here for ever",
        "条件\(quoted(condition))永远不会成立，车辆将一直停在此处"
      )
    }
  }
}
