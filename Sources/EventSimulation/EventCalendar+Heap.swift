/// The four-ary heap: the children of i are 4i + 1 … 4i + 4.
extension EventCalendar {
  /// Makes the root a live event, or empties the heap: fills the hole and drops stale entries.
  @inlinable
  mutating func settle() {
    if hasHole { fillHole() }
    while staleCount > 0, !keys.isEmpty, isStale(entries[0]) {
      staleCount -= 1
      fillHole()
    }
  }

  @inlinable
  func isStale(_ entry: Entry) -> Bool {
    entry.handle != .none && !isPending(entry.handle)
  }

  /// Moves the last entry to the root, whose own entry is given up.
  @inlinable
  mutating func fillHole() {
    hasHole = false
    let key = keys.removeLast()
    let entry = entries.removeLast()
    if !keys.isEmpty { siftDown(key, entry, from: 0) }
  }

  /// Writes an entry where it belongs on the way from a place to the root.
  ///
  /// Every index is that of `start` or of one of its ancestors, so below the count.
  @inlinable
  mutating func siftUp(_ key: EventKey, _ entry: Entry, from start: Int) {
    var place = start
    while place > 0 {
      let parent = (place &- 1) &>> 2
      let parentKey = unsafe keys[unchecked: parent]
      if parentKey < key { break }
      unsafe keys[unchecked: place] = parentKey
      unsafe entries[unchecked: place] = entries[unchecked: parent]
      place = parent
    }
    unsafe keys[unchecked: place] = key
    unsafe entries[unchecked: place] = entry
  }

  /// Writes an entry where it belongs on the way from a place to the leaves.
  ///
  /// Children are read up to the count only, and the place is always a child that was read, or
  /// `start`.
  @inlinable
  @inline(always)
  mutating func siftDown(_ key: EventKey, _ entry: Entry, from start: Int) {
    let count = keys.count
    var place = start
    while true {
      let first = place &<< 2 &+ 1
      if first >= count { break }
      var least = first
      var leastKey = unsafe keys[unchecked: first]
      let end = Swift.min(first &+ 4, count)
      var child = first &+ 1
      while child < end {
        let childKey = unsafe keys[unchecked: child]
        // Two selections instead of a branch: which child is least is a coin toss.
        let isLess = childKey < leastKey
        least = isLess ? child : least
        leastKey = isLess ? childKey : leastKey
        child &+= 1
      }
      if key < leastKey { break }
      unsafe keys[unchecked: place] = leastKey
      unsafe entries[unchecked: place] = entries[unchecked: least]
      place = least
    }
    unsafe keys[unchecked: place] = key
    unsafe entries[unchecked: place] = entry
  }

  /// Rebuilds the heap without its stale entries.
  ///
  /// - Complexity: O(n); it runs only after n cancellations.
  @inlinable
  @inline(never)
  mutating func compact() {
    if hasHole { fillHole() }
    var kept = 0
    for index in 0..<keys.count where !isStale(entries[index]) {
      keys[kept] = keys[index]
      entries[kept] = entries[index]
      kept += 1
    }
    while keys.count > kept {
      _ = keys.removeLast()
      _ = entries.removeLast()
    }
    staleCount = 0
    guard kept > 1 else { return }
    for place in stride(from: (kept - 2) / 4, through: 0, by: -1) {
      siftDown(keys[place], entries[place], from: place)
    }
  }

  /// How many entries the heap holds, cancelled ones included; for tests.
  package var heapCount: Int { keys.count }

  /// Whether every entry is at or above its children and the stale count is right.
  ///
  /// - Complexity: O(n); for tests.
  package func holdsInvariants() -> Bool {
    var stale = 0
    for index in 0..<keys.count {
      if hasHole, index == 0 { continue }
      if isStale(entries[index]) { stale += 1 }
      let parent = (index - 1) / 4
      if index > 0, !(hasHole && parent == 0), keys[index] < keys[parent] { return false }
    }
    return stale == staleCount && keys.count == entries.count
  }
}
