import OutputAnalysis
import Testing

@Suite struct ExactQuantilesTests {
  @Test func emptyBufferHasNoQuantile() {
    var buffer: [Int64] = []
    #expect(ExactQuantiles.selectQuantile(0.5, of: &buffer) == nil)
    #expect(ExactQuantiles.selectQuantiles(0.5, 0.95, of: &buffer) == nil)
  }

  @Test func ranksFollowTheDecimalP() {
    // 0.07 · 100 rounds to above 7, yet the 7 % quantile of 1 … 100 is 7.
    for percent in 1...100 as ClosedRange<Int64> {
      var buffer = Array(1...100 as ClosedRange<Int64>)
      #expect(ExactQuantiles.selectQuantile(Double(percent) / 100, of: &buffer) == percent)
    }
  }

  @Test(arguments: Shape.allCases, 1...8 as ClosedRange<UInt64>)
  func agreesWithSorting(shape: Shape, seed: UInt64) throws {
    for count in [1, 2, 3, 7, 41, 42, 300, 1000] {
      let values = shape.values(count, seed: seed)
      let sorted = values.sorted()
      var buffer = values
      for (lower, upper) in zip(probabilities, probabilities.dropFirst()) {
        let pair = try #require(ExactQuantiles.selectQuantiles(lower, upper, of: &buffer))
        #expect(pair.lower == definedQuantile(lower, ofSorted: sorted))
        #expect(pair.upper == definedQuantile(upper, ofSorted: sorted))
        #expect(ExactQuantiles.selectQuantile(upper, of: &buffer) == pair.upper)
      }
      #expect(buffer.sorted() == sorted)
    }
  }

  /// Orders that ruin a careless pivot; the budget is what `selectQuantiles` allows.
  @Test func orderedDataStayFarFromTheBudget() {
    let count = 10_000
    let half = Array(0..<Int64(count / 2))
    let orders: [String: [Int64]] = [
      "constant": Array(repeating: 5, count: count),
      "ascending": half + half.map { $0 + Int64(count / 2) },
      "descending": half.reversed() + half.map { -$0 },
      "organ pipe": half + half.reversed(),
      "sawtooth": (0..<Int64(count)).map { $0 % 100 },
      "two values": (0..<Int64(count)).map { $0 & 1 },
    ]
    for (name, order) in orders.sorted(by: { $0.key < $1.key }) {
      let sorted = order.sorted()
      for index in [0, count / 20, count / 2, count - 1] {
        var values = order
        var budget = 8 * count
        var span = values.mutableSpan
        ExactQuantiles.select(index, in: &span, from: 0, budget: &budget)
        #expect(values[index] == sorted[index], "\(name) at \(index)")
        #expect(budget >= 4 * count, "\(name) at \(index): \(budget) left")
      }
    }
  }

  /// With the budget spent at once, or on the way, heapsort must give the same answer.
  @Test(arguments: Shape.allCases, [0, 1, 500])
  func spentBudgetStillSelects(shape: Shape, budget: Int) {
    let values = shape.values(500, seed: 3)
    let sorted = values.sorted()
    for index in stride(from: 0, to: 500, by: 23) {
      var copy = values
      var left = budget
      var span = copy.mutableSpan
      ExactQuantiles.select(index, in: &span, from: 0, budget: &left)
      #expect(copy[index] == sorted[index])
      #expect(copy[..<index].allSatisfy { $0 <= sorted[index] })
      #expect(copy[index...].allSatisfy { $0 >= sorted[index] })
    }
  }
}
