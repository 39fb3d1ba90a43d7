/// Two exponential servers of rate 1 in a row, the first blocking while the second is busy.
///
/// B. Avi-Itzhak and M. Yadin, Management Science 11 (1965): blocking after service.
struct BlockedTandem {
  let arrivals: Double

  struct Answer {
    /// Mean number at the first station, the blocked one included.
    let first: Double
    /// Mean number at the second.
    let second: Double
    /// Share of time in which the first server is blocked.
    let blocked: Double
  }

  /// Levels are those at the first station; states: second empty, second busy, first blocked.
  func solve() -> Answer {
    let process = LevelProcess(
      repeating: 1,
      states: { $0 == 0 ? 2 : 3 },
      rates: { level, state in
        var moves = [LevelProcess.Move(change: 1, state: state, rate: arrivals)]
        switch state {
        case 0:
          if level > 0 { moves.append(LevelProcess.Move(change: -1, state: 1, rate: 1)) }
        case 1:
          moves.append(LevelProcess.Move(change: 0, state: 0, rate: 1))
          if level > 0 { moves.append(LevelProcess.Move(change: 0, state: 2, rate: 1)) }
        default:
          moves.append(LevelProcess.Move(change: -1, state: 1, rate: 1))
        }
        return moves
      }
    )
    var first = 0.0
    var second = 0.0
    var blocked = 0.0
    for (level, shares) in process.solve().enumerated() {
      for (state, share) in shares.enumerated() {
        first += Double(level) * share
        if state > 0 { second += share }
        if state == 2 { blocked += share }
      }
    }
    return Answer(first: first, second: second, blocked: blocked)
  }
}
