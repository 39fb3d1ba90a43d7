import EventSimulation

/// Those who wait until a condition holds: for each subject of conditions a line of who asks about it,
/// in the order in which they began to wait.
struct WaitingTrucks: ~Copyable {
  /// The lines: one for each place, then one for the time of day; none where nobody ever waits.
  var lines = Slab<WatchLine>()
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
}

/// One truck in one line.
struct Watch: BitwiseCopyable {
  var truck: UInt32
  var line: UInt32
  var next: UInt32
  var previous: UInt32
  var nextOfTruck: UInt32
}
