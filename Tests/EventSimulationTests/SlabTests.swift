import EventSimulation
import Testing

@Suite struct SlabTests {
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func followsAnArray(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var slab = Slab<UInt64>(minimumCapacity: Int(seed) - 3)
    var array: [UInt64] = []
    for _ in 0..<2_000 {
      switch random.next() % 8 {
      case 0...3:
        let element = random.next()
        slab.append(element)
        array.append(element)
      case 4, 5:
        guard !array.isEmpty else { continue }
        let last = slab.removeLast()
        #expect(last == array.removeLast())
      default:
        guard !array.isEmpty else { continue }
        let index = Int.random(in: array.indices, using: &random)
        slab[index] &+= 3
        array[index] &+= 3
      }
      #expect(slab.count == array.count)
      #expect(slab.isEmpty == array.isEmpty)
    }
    for index in array.indices {
      #expect(slab[index] == array[index])
    }
  }

  @Test func growthKeepsEveryElement() {
    var slab = Slab<Int>(minimumCapacity: 1)
    for number in 0..<100_000 { slab.append(number) }
    #expect(slab.count == 100_000)
    var differing = 0
    for number in 0..<100_000 where slab[number] != number { differing += 1 }
    #expect(differing == 0)
  }

  @Test func filledSlabs() {
    let equal = Slab(repeating: 7, count: 40)
    #expect(equal.count == 40 && equal[0] == 7 && equal[39] == 7)
    let none = Slab(repeating: 7, count: 0)
    #expect(none.isEmpty == true)
    var copied = Slab([1, 2, 3])
    #expect(copied.count == 3 && copied[0] == 1 && copied[2] == 3)
    copied.removeAll()
    #expect(copied.isEmpty == true)
    copied.append(9)
    #expect(copied.count == 1 && copied[0] == 9)
  }

  @Test func readingOutOfBoundsTraps() async {
    await #expect(processExitsWith: .failure) {
      let slab = Slab(repeating: 1, count: 3)
      _ = slab[3]
    }
    await #expect(processExitsWith: .failure) {
      let slab = Slab(repeating: 1, count: 3)
      _ = slab[-1]
    }
    await #expect(processExitsWith: .failure) {
      // There is room for two; what counts is the one element left.
      var slab = Slab([1, 2])
      _ = slab.removeLast()
      _ = slab[1]
    }
  }

  @Test func writingOutOfBoundsTraps() async {
    await #expect(processExitsWith: .failure) {
      var slab = Slab<Int>()
      slab[0] = 1
    }
    await #expect(processExitsWith: .failure) {
      var slab = Slab(repeating: 1, count: 3)
      slab[.min] = 1
    }
  }

  @Test func takingFromAnEmptySlabTraps() async {
    await #expect(processExitsWith: .failure) {
      var slab = Slab([1])
      slab.removeAll()
      _ = slab.removeLast()
    }
  }
}
