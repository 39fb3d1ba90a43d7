/// A Markov chain in levels: steps lead one level up, one level down, or within a level.
///
/// From level `repeating` on all levels are alike, so that each holds the one before it times a
/// matrix R, the least solution of up + R·local + R²·down = 0 (M. F. Neuts, Matrix-Geometric
/// Solutions in Stochastic Models, 1981, chapter 1). Cost: some hundred products of small matrices.
struct LevelProcess {
  /// First level like all after it.
  let repeating: Int
  /// Number of states of a level.
  let states: (Int) -> Int
  /// Rates out of a state, as a list of (change of level, state there, rate).
  let rates: (_ level: Int, _ state: Int) -> [Move]

  struct Move {
    let change: Int
    let state: Int
    let rate: Double
  }

  /// Equilibrium probabilities by level and state, down to a tail of 10⁻¹⁵.
  func solve() -> [[Double]] {
    let above = blocks(repeating + 1)
    var next = repetition(above)
    var ratios = [next]
    // From the first repeating level down: R of a level n leads from n to n + 1.
    for level in stride(from: repeating - 1, through: 0, by: -1) {
      let upper = blocks(level + 1)
      let back = level + 2 > repeating ? above.down : blocks(level + 2).down
      next = ratio(blocks(level).up, upper.local + next * back)
      ratios.append(next)
    }
    ratios.reverse()
    let ground = blocks(0).local + ratios[0] * (repeating == 0 ? above.down : blocks(1).down)
    var levels = [Self.stationary(ground)]
    var sum = levels[0].reduce(0, +)
    for level in 0..<100_000 {
      let shares = ratios[min(level, ratios.count - 1)].after(levels[level])
      levels.append(shares)
      let part = shares.reduce(0, +)
      sum += part
      if level > repeating && part < 1e-16 * sum { break }
    }
    return levels.map { $0.map { $0 / sum } }
  }

  private struct Blocks {
    var up: DenseMatrix
    var local: DenseMatrix
    var down: DenseMatrix
  }

  private func blocks(_ level: Int) -> Blocks {
    let size = states(level)
    var blocks = Blocks(
      up: DenseMatrix(size, states(level + 1)),
      local: DenseMatrix(size, size),
      down: DenseMatrix(size, level == 0 ? 0 : states(level - 1))
    )
    for state in 0..<size {
      for move in rates(level, state) {
        blocks.local[state, state] -= move.rate
        switch move.change {
        case 1: blocks.up[state, move.state] += move.rate
        case 0: blocks.local[state, move.state] += move.rate
        default: blocks.down[state, move.state] += move.rate
        }
      }
    }
    return blocks
  }

  private func repetition(_ blocks: Blocks) -> DenseMatrix {
    var matrix = DenseMatrix(blocks.up.rows, blocks.up.columns)
    for _ in 0..<50_000 {
      let next = ratio(blocks.up, blocks.local + matrix * blocks.down)
      var change = 0.0
      for (one, two) in zip(next.cells, matrix.cells) { change = max(change, abs(one - two)) }
      matrix = next
      if change < 1e-14 { break }
    }
    return matrix
  }

  /// − up · inverse of `local`.
  private func ratio(_ up: DenseMatrix, _ local: DenseMatrix) -> DenseMatrix {
    var negative = DenseMatrix(local.rows, local.columns)
    for row in 0..<local.rows {
      for column in 0..<local.columns { negative[row, column] = -local[row, column] }
    }
    return up.divided(by: negative)
  }

  /// The row vector x with x · `matrix` = 0, not yet normalised.
  ///
  /// The last column is replaced by ones: of the equations one follows from the others.
  private static func stationary(_ matrix: DenseMatrix) -> [Double] {
    var square = matrix
    var right = DenseMatrix(1, matrix.columns)
    for row in 0..<matrix.rows { square[row, matrix.columns - 1] = 1 }
    right[0, matrix.columns - 1] = 1
    return right.divided(by: square).cells
  }
}
