/// Two queues of rate 1, of which the shorter is joined, ties at random.
///
/// F. A. Haight, Biometrika 45 (1958).
/// Levels are the shorter queue, states the difference; differences beyond 40 have a share of 10⁻¹⁸.
struct ShorterQueue {
  /// Load of each server.
  let load: Double

  /// Mean number present in both.
  var present: Double {
    let differences = 40
    let process = LevelProcess(
      repeating: 1,
      states: { _ in differences + 1 },
      rates: { level, difference in
        var moves: [LevelProcess.Move] = []
        let longer = min(difference + 1, differences)
        if difference == 0 {
          moves.append(LevelProcess.Move(change: 0, state: 1, rate: 2 * load))
          if level > 0 { moves.append(LevelProcess.Move(change: -1, state: 1, rate: 2)) }
        } else {
          moves.append(LevelProcess.Move(change: 1, state: difference - 1, rate: 2 * load))
          moves.append(LevelProcess.Move(change: 0, state: difference - 1, rate: 1))
          if level > 0 { moves.append(LevelProcess.Move(change: -1, state: longer, rate: 1)) }
        }
        return moves
      }
    )
    var present = 0.0
    for (level, shares) in process.solve().enumerated() {
      for (difference, share) in shares.enumerated() {
        present += share * Double(2 * level + difference)
      }
    }
    return present
  }

  /// Mean stay.
  var stay: Double { present / (2 * load) }
}
