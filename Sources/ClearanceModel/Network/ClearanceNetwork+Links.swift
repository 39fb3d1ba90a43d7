import EventSimulation

/// Leaving a queue from anywhere in it; queues that allow it are linked in both directions.
extension ClearanceNetwork {
  /// Notes who stands before a truck.
  mutating func linkBack(_ truck: UInt32, to before: UInt32) {
    guard truck != nobody else { return }
    while previous.count <= Int(truck) { previous.append(nobody) }
    previous[Int(truck)] = before
  }

  /// A truck leaves the order of a queue, wherever it stands.
  ///
  /// - Complexity: O(1), but O(waiting) in random order and by length.
  mutating func takeOut(_ truck: Int, at place: Int) {
    switch places[place].discipline {
    case .fifo, .lifo:
      let (before, after) = unlink(truck)
      if before == nobody { places[place].head = after }
      if after == nobody { places[place].tail = before }
    case .priority:
      let queue = classQueue(of: truck, at: place)
      let (before, after) = unlink(truck)
      if before == nobody { priorityQueues[queue].head = after }
      if after == nobody { priorityQueues[queue].tail = before }
    case .random:
      takeOutOfRandomQueue(truck, at: place)
    case .shortestJob:
      removeFromHeap(truck, at: place)
    }
  }

  private mutating func unlink(_ truck: Int) -> (before: UInt32, after: UInt32) {
    let (before, after) = (previous[truck], trucks[truck].next)
    if before != nobody { trucks[Int(before)].next = after }
    linkBack(after, to: before)
    return (before, after)
  }

  private mutating func takeOutOfRandomQueue(_ truck: Int, at place: Int) {
    let last = randomQueues[place].count - 1
    var index = last
    while randomQueues[place][index] != UInt32(truck) { index -= 1 }
    randomQueues[place].swapAt(index, last)
    randomQueues[place].removeLast()
    // Whose turn it is stays so, unless it is the one that leaves.
    if Int(places[place].picked) == index {
      places[place].picked = -1
    } else if Int(places[place].picked) == last {
      places[place].picked = Int32(index)
    }
  }
}
