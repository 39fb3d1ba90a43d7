extension ClearanceNetwork {
  /// What the loop needs of a flow.
  struct FlowConstants: BitwiseCopyable {
    let hash: UInt64
    let firstStep: UInt16
    let clearsByMark: Bool
    let isClosed: Bool
    /// Whether its trucks begin stages; else all their time belongs to the first.
    let hasStages: Bool
    /// Whether its trucks are announced, and come later.
    let isAnnounced: Bool
    let lot: UInt32
    let firstAttribute: UInt32
    let attributeCount: Int

    init(_ flow: FlowPlan, firstAttribute: Int, hasStages: Bool, isAnnounced: Bool) {
      hash = flow.hash
      firstStep = flow.firstStep
      clearsByMark = flow.clearsByMark
      isClosed = flow.isClosed
      self.hasStages = hasStages
      self.isAnnounced = isAnnounced
      lot = flow.lot
      self.firstAttribute = UInt32(firstAttribute)
      attributeCount = flow.attributes.count
    }
  }
}
