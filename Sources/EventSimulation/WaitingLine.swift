/// A first-in, first-out line of plain data in a ring that grows.
///
/// - Complexity: O(1) amortised for both ends; allocates only while the ring grows.
public struct WaitingLine<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline var ring: Slab<Element>
  @usableFromInline var head = 0
  @usableFromInline var length = 0

  /// An empty line.
  @inlinable
  public init() {
    ring = Slab(minimumCapacity: 16)
  }

  /// How many wait.
  @inlinable public var count: Int { length }

  /// Whether nobody waits.
  @inlinable public var isEmpty: Bool { length == 0 }

  /// Joins the end of the line.
  @inlinable
  public mutating func append(_ element: Element) {
    if length == ring.count { widen(with: element) }
    var place = head &+ length
    if place >= ring.count { place &-= ring.count }
    ring[place] = element
    length &+= 1
  }

  /// Takes the one that has waited longest.
  ///
  /// - Precondition: the line is not empty.
  @inlinable
  public mutating func removeFirst() -> Element {
    precondition(length > 0, "removeFirst from an empty line")
    let element = ring[head]
    head &+= 1
    if head == ring.count { head = 0 }
    length &-= 1
    return element
  }

  /// Doubles the ring and straightens it; the filler only occupies room.
  @usableFromInline
  @inline(never)
  mutating func widen(with filler: Element) {
    var wider = Slab(repeating: filler, count: max(16, ring.count * 2))
    for index in 0..<length { wider[index] = ring[(head + index) % ring.count] }
    ring = wider
    head = 0
  }
}

extension WaitingLine: Sendable where Element: Sendable {}
