import EventSimulation
import Testing

@Suite struct WaitingLineTests {
  /// Rushes and lulls, so that the ring grows from every position of its head.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func followsAnArray(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var line = WaitingLine<UInt64>()
    var array: [UInt64] = []
    for step in 0..<2_000 {
      let arrivesIn10: UInt64 = step / 100 % 2 == 0 ? 7 : 3
      if random.next() % 10 < arrivesIn10 {
        let element = random.next()
        line.append(element)
        array.append(element)
      } else if !array.isEmpty {
        let first = line.removeFirst()
        #expect(first == array.removeFirst())
      }
      #expect(line.count == array.count)
      #expect(line.isEmpty == array.isEmpty)
    }
    while !line.isEmpty {
      let first = line.removeFirst()
      #expect(first == array.removeFirst())
    }
    #expect(array.isEmpty)
  }

  @Test func aTurningLineKeepsItsOrder() {
    var line = WaitingLine<Int>()
    for number in 0..<15 { line.append(number) }
    var wrong = 0
    for number in 15..<10_000 {
      line.append(number)
      if line.removeFirst() != number - 15 { wrong += 1 }
    }
    #expect(wrong == 0)
    #expect(line.count == 15)
  }

  @Test func takingFromAnEmptyLineTraps() async {
    await #expect(processExitsWith: .failure) {
      var line = WaitingLine<Int>()
      line.append(1)
      _ = line.removeFirst()
      _ = line.removeFirst()
    }
  }
}
