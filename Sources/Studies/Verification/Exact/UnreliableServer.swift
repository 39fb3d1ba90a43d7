/// M/M/1 with services of mean 1 whose server fails and is repaired, both exponential.
///
/// Services are resumed: B. Avi-Itzhak and P. Naor, Operations Research 11 (1963).
struct UnreliableServer {
  let arrivals: Double
  let failures: Double
  let repairs: Double

  /// Mean stay when the server fails only while it serves: M/G/1 with the completion time.
  var stayFailingBusy: Double {
    let longer = 1 + failures / repairs
    // E C² = (1 + f/r)² E S² + f E S E R².
    let square = 2 * longer * longer + failures * 2 / (repairs * repairs)
    return longer + arrivals * square / (2 * (1 - arrivals * longer))
  }

  /// Mean number present when it fails at any time: a chain of the number and the server's state.
  var presentFailingAlways: Double {
    let process = LevelProcess(
      repeating: 1,
      states: { _ in 2 },
      rates: { level, state in
        var moves = [LevelProcess.Move(change: 1, state: state, rate: arrivals)]
        if state == 0 {
          moves.append(LevelProcess.Move(change: 0, state: 1, rate: failures))
          if level > 0 { moves.append(LevelProcess.Move(change: -1, state: 0, rate: 1)) }
        } else {
          moves.append(LevelProcess.Move(change: 0, state: 0, rate: repairs))
        }
        return moves
      }
    )
    var present = 0.0
    for (level, shares) in process.solve().enumerated() {
      present += Double(level) * shares.reduce(0, +)
    }
    return present
  }
}
