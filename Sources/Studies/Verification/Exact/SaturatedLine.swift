/// Stations in a row, one exponential server each, that never lack work and block after service.
///
/// G. C. Hunt, Sequential arrays of waiting lines, Operations Research 4 (1956). A state holds how
/// many are at each station after the first, and which servers are blocked. The chain is solved
/// by elimination without subtraction (W. K. Grassmann, M. I. Taksar and D. P. Heyman, Operations
/// Research 33, 1985). Cost: the cube of the number of states; 600 states take 0.1 s.
struct SaturatedLine {
  let rates: [Double]
  /// Places of each station after the first, that in service included.
  let places: [Int]

  private struct State: Hashable {
    /// At stations 1, 2, …; that before the first always has work, and is not counted.
    var present: [Int]
    var blocked: [Bool]
  }

  /// Departures from the last station per unit of time.
  var throughput: Double {
    let empty = State(present: rates.map { _ in 0 }, blocked: rates.map { _ in false })
    var states = [empty]
    // Looked up only: its order does not matter.
    var indices = [empty: 0]
    var moves: [[(Int, Double)]] = []
    var position = 0
    while position < states.count {
      let state = states[position]
      var out: [(Int, Double)] = []
      for station in rates.indices where works(state, station) {
        let next = served(state, station)
        let index = indices[next] ?? states.count
        if index == states.count {
          indices[next] = index
          states.append(next)
        }
        out.append((index, rates[station]))
      }
      moves.append(out)
      position += 1
    }
    var matrix = DenseMatrix(states.count, states.count)
    for (from, out) in moves.enumerated() {
      for (target, rate) in out where target != from { matrix[from, target] += rate }
    }
    let shares = Self.equilibrium(matrix)
    var flow = 0.0
    for (index, state) in states.enumerated() where works(state, rates.count - 1) {
      flow += shares[index] * (rates.last ?? 0)
    }
    return flow
  }

  private func works(_ state: State, _ station: Int) -> Bool {
    (station == 0 || state.present[station] > 0) && !state.blocked[station]
  }

  private func served(_ state: State, _ station: Int) -> State {
    var next = state
    if station + 1 < rates.count {
      if next.present[station + 1] >= places[station] {
        next.blocked[station] = true
        return next
      }
      next.present[station + 1] += 1
    }
    // A place falls free here, which who is blocked before takes, and so on up the line.
    var free = station
    while free > 0 {
      next.present[free] -= 1
      guard next.blocked[free - 1] else { break }
      next.blocked[free - 1] = false
      next.present[free] += 1
      free -= 1
    }
    return next
  }

  /// Equilibrium of a chain with these rates, by elimination without subtraction.
  private static func equilibrium(_ rates: DenseMatrix) -> [Double] {
    var matrix = rates
    let size = matrix.rows
    for state in stride(from: size - 1, to: 0, by: -1) {
      var out = 0.0
      for column in 0..<state { out += matrix[state, column] }
      for row in 0..<state {
        let factor = matrix[row, state] / out
        matrix[row, state] = factor
        if factor == 0 { continue }
        for column in 0..<state where column != row {
          matrix[row, column] += factor * matrix[state, column]
        }
      }
    }
    var shares = [1.0]
    for state in 1..<size {
      var share = 0.0
      for row in 0..<state { share += shares[row] * matrix[row, state] }
      shares.append(share)
    }
    let sum = shares.reduce(0, +)
    return shares.map { $0 / sum }
  }
}
