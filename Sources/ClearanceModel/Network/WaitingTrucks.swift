import EventSimulation

/// Those who wait until a condition holds: for each subject of conditions a line of who asks about it,
/// in the order in which they began to wait.
struct WaitingTrucks: ~Copyable {
  /// The lines: one for each place, one for the time of day, one for each firm with a book, then those
  /// of papers; none where nobody ever waits.
  var lines = Slab<WatchLine>()
  /// Trucks that wait, without companions.
  var standing = 0
  private var freeLine = nobody
  private(set) var watches = Slab<Watch>()
  private var freeWatch = nobody
  /// First watch of each truck, and how many had begun to wait before it; by slot.
  private var firstWatches = Slab<UInt32>()
  private(set) var turns = Slab<UInt64>()
  private var turn: UInt64 = 0
  /// The event at the next instant at which a comparison of the time of day begins to hold.
  var alarm: EventHandle?
  var alarmTime = SimulatedTime.never

  /// A truck begins to wait.
  mutating func begin(_ truck: Int) {
    while turns.count <= truck {
      turns.append(0)
      firstWatches.append(nobody)
    }
    turn += 1
    turns[truck] = turn
    firstWatches[truck] = nobody
  }

  /// A line for something that comes and goes.
  mutating func newLine() -> UInt32 {
    guard freeLine != nobody else {
      lines.append(WatchLine())
      return UInt32(lines.count - 1)
    }
    let line = freeLine
    freeLine = lines[Int(line)].tail
    lines[Int(line)] = WatchLine()
    return line
  }

  /// What a line asks about is gone; the line is free once nobody stands there.
  mutating func retire(_ line: Int) {
    lines[line].isRetired = true
    freeIfDone(line)
  }

  /// Nobody of a line can go on as things are.
  mutating func settle(_ line: Int) {
    lines[line].isChanged = false
    freeIfDone(line)
  }

  private mutating func freeIfDone(_ line: Int) {
    guard lines[line].isRetired, !lines[line].isChanged, lines[line].head == nobody else { return }
    lines[line].isRetired = false
    lines[line].tail = freeLine
    freeLine = UInt32(line)
  }

  /// A truck that has begun to wait joins a line; once is enough.
  mutating func watch(_ line: Int, _ truck: Int) {
    let tail = lines[line].tail
    if tail != nobody, watches[Int(tail)].truck == UInt32(truck) { return }
    let watch = Watch(
      truck: UInt32(truck),
      line: UInt32(line),
      next: nobody,
      previous: tail,
      nextOfTruck: firstWatches[truck]
    )
    let slot: UInt32
    if freeWatch == nobody {
      slot = UInt32(watches.count)
      watches.append(watch)
    } else {
      slot = freeWatch
      freeWatch = watches[Int(slot)].next
      watches[Int(slot)] = watch
    }
    firstWatches[truck] = slot
    if tail == nobody { lines[line].head = slot } else { watches[Int(tail)].next = slot }
    lines[line].tail = slot
  }

  /// A truck waits no longer, and leaves all lines.
  mutating func end(_ truck: Int) {
    var slot = firstWatches[truck]
    firstWatches[truck] = nobody
    while slot != nobody {
      let watch = watches[Int(slot)]
      let line = Int(watch.line)
      if watch.previous == nobody {
        lines[line].head = watch.next
      } else {
        watches[Int(watch.previous)].next = watch.next
      }
      if watch.next == nobody {
        lines[line].tail = watch.previous
      } else {
        watches[Int(watch.next)].previous = watch.previous
      }
      watches[Int(slot)].next = freeWatch
      freeWatch = slot
      freeIfDone(line)
      slot = watch.nextOfTruck
    }
  }
}

/// Those whose conditions ask about one thing.
struct WatchLine: BitwiseCopyable {
  var head = nobody
  var tail = nobody
  /// Whether the thing has changed since all of them were asked.
  var isChanged = false
  /// Whether the thing is gone.
  var isRetired = false
}

/// One truck in one line.
struct Watch: BitwiseCopyable {
  var truck: UInt32
  var line: UInt32
  var next: UInt32
  var previous: UInt32
  var nextOfTruck: UInt32
}
