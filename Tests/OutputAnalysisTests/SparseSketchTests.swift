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

  @Test func emptyCopyChangesNothing() {
    var some = sketch([1, 2, 3])
    let empty = SparseSketch(QuantileSketch())
    #expect(empty.count == 0)
    some.add(empty)
    #expect(some == sketch([1, 2, 3]))
  }
}
