/// A flat, growing array of plain data, without copy-on-write.
///
/// The one place of this library that touches raw memory. It differs from `Array` in that an
/// access makes no uniqueness check and no retain, which the event loop would pay for on every
/// event. Every subscript is bounds-checked, in release builds too, so the type is safe to use.
/// Elements are trivial; nothing is destroyed.
///
/// - Invariant: 0 ≤ count ≤ capacity, and the first `count` elements are initialised.
@safe
public struct Slab<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<Element>
  @usableFromInline var storedCount: Int
  @usableFromInline var storedCapacity: Int

  /// An empty slab with room for so many elements.
  @inlinable
  public init(minimumCapacity: Int = 16) {
    let capacity = max(minimumCapacity, 1)
    unsafe base = .allocate(capacity: capacity)
    storedCount = 0
    storedCapacity = capacity
  }

  /// A slab of equal elements.
  @inlinable
  public init(repeating element: Element, count: Int) {
    self.init(minimumCapacity: count)
    unsafe base.initialize(repeating: element, count: count)
    storedCount = count
  }

  /// A slab with the elements of an array.
  @inlinable
  public init(_ elements: [Element]) {
    self.init(minimumCapacity: elements.count)
    for element in elements { append(element) }
  }

  deinit {
    unsafe base.deallocate()
  }

  /// The number of elements.
  @inlinable public var count: Int { storedCount }

  /// Whether there are no elements.
  @inlinable public var isEmpty: Bool { storedCount == 0 }

  /// The element at an index.
  ///
  /// - Precondition: 0 ≤ index < count.
  /// - Complexity: O(1)
  @inlinable
  public subscript(index: Int) -> Element {
    @inline(always)
    unsafeAddress {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: storedCount), "index out of range")
      return unsafe UnsafePointer(base + index)
    }
    @inline(always)
    unsafeMutableAddress {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: storedCount), "index out of range")
      return unsafe base + index
    }
  }

  /// The element at an index that is known to be within bounds; checked in debug builds only.
  ///
  /// For the inner loops of the calendar's heap, whose indices are bounded by its count.
  @unsafe
  @inlinable
  subscript(unchecked index: Int) -> Element {
    @inline(always)
    unsafeAddress {
      assert(UInt(bitPattern: index) < UInt(bitPattern: storedCount), "index out of range")
      return unsafe UnsafePointer(base + index)
    }
    @inline(always)
    unsafeMutableAddress {
      assert(UInt(bitPattern: index) < UInt(bitPattern: storedCount), "index out of range")
      return unsafe base + index
    }
  }

  /// Adds an element at the end.
  ///
  /// - Complexity: O(1) amortised; allocates only while the slab grows.
  @inlinable
  public mutating func append(_ element: Element) {
    if storedCount == storedCapacity { grow() }
    unsafe (base + storedCount).initialize(to: element)
    storedCount &+= 1
  }

  /// Removes the last element and returns it.
  ///
  /// - Precondition: the slab is not empty.
  @inlinable
  public mutating func removeLast() -> Element {
    precondition(storedCount > 0, "removeLast from an empty slab")
    storedCount &-= 1
    return unsafe base[storedCount]
  }

  /// Forgets all elements and keeps the room.
  @inlinable
  public mutating func removeAll() {
    storedCount = 0
  }

  @usableFromInline
  @inline(never)
  mutating func grow() {
    let capacity = storedCapacity * 2
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    unsafe larger.moveInitialize(from: base, count: storedCount)
    unsafe base.deallocate()
    unsafe base = larger
    storedCapacity = capacity
  }
}

/// A slab owns its memory alone, since it cannot be copied, and holds plain data: whoever has the
/// slab has the memory, and nobody else does.
extension Slab: @unchecked Sendable where Element: Sendable {}
