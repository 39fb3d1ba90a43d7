import OutputAnalysis
import Testing

@Suite struct SparseSketchTests {
  @Test(arguments: Shape.allCases, 1...5 as ClosedRange<UInt64>)
  func addingACopyIsMerging(shape: Shape, seed: UInt64) {
    let first = sketch(shape.values(80, seed: seed))
    let second = sketch(shape.values(30, seed: seed + 100))
    var merged = first
    merged.merge(second)
    var added = first
    added.add(SparseSketch(second))
    #expect(added == merged)
    var copied = QuantileSketch()
    copied.add(SparseSketch(first))
    #expect(copied == first)
  }

  @Test(arguments: Shape.allCases, 1...5 as ClosedRange<UInt64>)
  func subtractingLeavesTheOthers(shape: Shape, seed: UInt64) throws {
    let rest = shape.values(200, seed: seed)
    let taken = sketch(shape.values(50, seed: seed + 100))
    var pooled = sketch(rest)
    pooled.merge(taken)
    let before = pooled
    pooled.subtract(SparseSketch(taken))
    #expect(pooled.count == 200)
    let sorted = rest.sorted()
    for p in probabilities {
      let exact = try #require(definedQuantile(p, ofSorted: sorted))
      let estimate = try #require(pooled.quantile(p))
      #expect(isClose(estimate, exact), "p = \(p): \(estimate) for \(exact)")
    }
    pooled.add(SparseSketch(taken))
    #expect(pooled == before)
  }

  @Test func emptyCopyChangesNothing() {
    var some = sketch([1, 2, 3])
    let empty = SparseSketch(QuantileSketch())
    #expect(empty.count == 0)
    some.add(empty)
    some.subtract(empty)
    #expect(some == sketch([1, 2, 3]))
  }

  @Test func subtractingWhatIsNotThereTraps() async {
    await #expect(processExitsWith: .failure) {
      var some = sketch([1, 2, 3])
      some.subtract(SparseSketch(sketch([3, 3])))
    }
  }
}
