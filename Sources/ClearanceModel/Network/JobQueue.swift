import EventSimulation

/// Who waits where the shortest service comes first: a binary heap by length, then by turn.
struct JobQueue {
  /// One that waits, and the service that it waits for.
  struct Job: BitwiseCopyable {
    var length: SimulatedTime
    /// Tells who came first among equal lengths.
    var turn: Int64
    var truck: UInt32

    func isBefore(_ other: Job) -> Bool {
      length != other.length ? length < other.length : turn < other.turn
    }
  }

  /// Those who wait, as a heap.
  private(set) var heap: [Job] = []
  private var turns: Int64 = 0

  /// How many wait.
  var count: Int { heap.count }

  /// Whose service is the shortest.
  ///
  /// - Precondition: somebody waits.
  var first: UInt32 { heap[0].truck }

  /// Adds one that comes, or one that comes back, who is before all of the same length.
  ///
  /// - Complexity: O(log n)
  mutating func insert(_ truck: UInt32, length: SimulatedTime, comesBack: Bool) {
    turns += 1
    heap.append(Job(length: length, turn: comesBack ? -turns : turns, truck: truck))
    rise(from: heap.count - 1)
  }

  /// Takes out the one with the shortest service.
  ///
  /// - Complexity: O(log n)
  mutating func removeFirst() {
    removeJob(at: 0)
  }

  /// Takes one out, wherever it stands.
  ///
  /// - Complexity: O(n), to find it
  /// - Precondition: it waits here.
  mutating func remove(_ truck: UInt32) {
    guard let index = heap.firstIndex(where: { $0.truck == truck }) else {
      preconditionFailure("slot \(truck) is not in the queue of \(heap.count)")
    }
    removeJob(at: index)
  }

  private mutating func removeJob(at index: Int) {
    let last = heap.removeLast()
    guard index < heap.count else { return }
    heap[index] = last
    sink(from: index)
    rise(from: index)
  }

  private mutating func rise(from start: Int) {
    var index = start
    let job = heap[index]
    while index > 0 {
      let parent = (index - 1) / 2
      guard job.isBefore(heap[parent]) else { break }
      heap[index] = heap[parent]
      index = parent
    }
    heap[index] = job
  }

  private mutating func sink(from start: Int) {
    var index = start
    let job = heap[index]
    while true {
      var child = 2 * index + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1].isBefore(heap[child]) { child += 1 }
      guard heap[child].isBefore(job) else { break }
      heap[index] = heap[child]
      index = child
    }
    heap[index] = job
  }
}

/// Queues in which the shortest service comes first.
extension ClearanceNetwork {
  /// A truck joins by the length of its service, or of what is left of it.
  ///
  /// The length is what the truck would need now; where an expression asks for the state of things,
  /// its service may take another time when it begins.
  mutating func insertByLength(_ truck: Int, at place: Int, _ now: SimulatedTime) {
    let comesBack = trucks[truck].flags & TruckFlag.resumes != 0
    let length =
      comesBack ? trucks[truck].startedAt : duration(truck, Int(trucks[truck].step), at: now)
    jobQueues[place].insert(UInt32(truck), length: length, comesBack: comesBack)
  }

  /// Whose turn would come last of those whom another lane takes.
  ///
  /// - Complexity: O(n)
  mutating func lastByLength(at place: Int, for lane: Int) -> UInt32 {
    var last: JobQueue.Job?
    for job in jobQueues[place].heap where last?.isBefore(job) ?? true {
      if takes(lane, Int(job.truck)) { last = job }
    }
    return last?.truck ?? nobody
  }

  /// A truck leaves such a queue before its turn.
  mutating func removeFromHeap(_ truck: Int, at place: Int) {
    jobQueues[place].remove(UInt32(truck))
  }
}
