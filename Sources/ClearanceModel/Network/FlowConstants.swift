extension ClearanceNetwork {
  /// What the loop needs of a flow.
  struct FlowConstants: BitwiseCopyable {
    let hash: UInt64
    let firstStep: UInt16
    let clearsByMark: Bool
    let isClosed: Bool
    let lot: UInt32
    let firstAttribute: UInt32
    let attributeCount: Int

    init(_ flow: FlowPlan, firstAttribute: Int) {
      hash = flow.hash
      firstStep = flow.firstStep
      clearsByMark = flow.clearsByMark
      isClosed = flow.isClosed
      lot = flow.lot
      self.firstAttribute = UInt32(firstAttribute)
      attributeCount = flow.attributes.count
    }
  }
}
