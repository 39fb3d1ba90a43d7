import Synchronization

/// Does pieces of work side by side and hands their results over in order.
///
/// - Parameters:
///   - count: How many pieces there are; each is told its number, from 0.
///   - workers: How many are at work at one time.
///   - makeWorker: Makes what does the pieces of one worker, one after the other.
/// - Returns: one result for each piece, whoever did it; nil when the task was cancelled.
func sideBySide<Result: Sendable>(
  _ count: Int,
  workers: Int,
  _ makeWorker: @escaping @Sendable () -> (Int) -> Result
) async -> [Result]? {
  let numbers = Numbers()
  var results: [Result?] = Array(repeating: nil, count: count)
  await withTaskGroup(of: [(Int, Result)].self) { group in
    for _ in 0..<max(1, min(workers, count)) {
      group.addTask {
        let work = makeWorker()
        var done: [(Int, Result)] = []
        while !Task.isCancelled {
          let number = numbers.next()
          guard number < count else { break }
          done.append((number, work(number)))
        }
        return done
      }
    }
    for await done in group {
      for (number, result) in done { results[number] = result }
    }
  }
  let complete = results.compactMap { $0 }
  return complete.count == count ? complete : nil
}

/// Hands out 0, 1, 2 … to whoever asks.
private final class Numbers: Sendable {
  private let count = Atomic(0)

  func next() -> Int { count.wrappingAdd(1, ordering: .relaxed).oldValue }
}
