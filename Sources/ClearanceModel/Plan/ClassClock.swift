import EventSimulation

/// Shares of a flow's classes that follow the clock.
///
/// A row of shares holds for so long as the rows of the attribute do from which the class follows;
/// these repeat. From some instants on words have other classes: each such instant begins another
/// block of the same number of rows.
public struct ClassClock: Sendable {
  /// When each block begins: ascending, the first at time zero.
  public var blocks: [SimulatedTime]
  /// How long each row of a block holds; nil where a block has one row.
  public var step: SimulatedTime?
  /// How many rows each block has.
  public var rowsPerBlock: Int
  /// The rows, block by block: classes with cumulative shares, the last of which is 1.
  public var rows: [[FlowPlan.ClassShare]]

  /// A clock from its parts.
  ///
  /// - Precondition: there are `rowsPerBlock` rows for each block.
  public init(
    blocks: [SimulatedTime],
    step: SimulatedTime?,
    rowsPerBlock: Int,
    rows: [[FlowPlan.ClassShare]]
  ) {
    precondition(
      rows.count == blocks.count * rowsPerBlock,
      "\(rows.count) rows for \(blocks.count) blocks of \(rowsPerBlock)"
    )
    self.blocks = blocks
    self.step = step
    self.rowsPerBlock = rowsPerBlock
    self.rows = rows
  }

  /// The classes that occur, each with its mean share over all rows, cumulated.
  public var meanShares: [FlowPlan.ClassShare] {
    var sums: [Double] = []
    for row in rows {
      var from = 0.0
      for share in row {
        let index = Int(share.classIndex)
        while sums.count <= index { sums.append(0) }
        sums[index] += share.below - from
        from = share.below
      }
    }
    let present = sums.indices.filter { sums[$0] > 0 }
    var total = 0.0
    return present.map { index in
      total += sums[index] / Double(rows.count)
      return FlowPlan.ClassShare(
        classIndex: UInt8(index),
        below: index == present.last ? 1 : total
      )
    }
  }
}
