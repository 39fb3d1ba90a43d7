import Testing

@testable import OutputAnalysis

@Suite struct LatticeSearchTests {
  private func run(
    _ axes: [LatticeSearch.Axis],
    _ isFeasible: ([Int]) -> Bool
  ) -> LatticeSearch {
    var search = LatticeSearch(axes)
    while let point = search.next { search.record(point, isFeasible: isFeasible(point)) }
    return search
  }

  private func grid(_ axes: [LatticeSearch.Axis]) -> [[Int]] {
    axes.reduce([[]]) { points, axis in
      points.flatMap { point in axis.range.map { point + [$0] } }
    }
  }

  private func axes(_ random: inout SplitMix64) -> [LatticeSearch.Axis] {
    (0..<Int.random(in: 1...3, using: &random)).map { _ in
      let low = Int.random(in: 0...5, using: &random)
      let high = low + Int.random(in: 0...7, using: &random)
      let cost = [1, 1, 2.5, 7][Int.random(in: 0...3, using: &random)]
      return .init(low...high, cost: cost)
    }
  }

  /// What is above any of some random corners is feasible: every such function is monotone.
  @Test(arguments: 0..<300)
  func findsWhatBruteForceFinds(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let axes = axes(&random)
    let corners = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      axes.map { Int.random(in: $0.range.lowerBound...$0.range.upperBound + 2, using: &random) }
    }
    let isFeasible: ([Int]) -> Bool = { point in
      corners.contains { zip($0, point).allSatisfy(<=) }
    }
    let search = run(axes, isFeasible)
    let all = grid(axes)
    let least = all.filter(isFeasible).map(search.cost).min()
    #expect(search.best.map(search.cost) == least)
    #expect(search.contradiction == nil)
    #expect(search.best.map(isFeasible) ?? true)
    // The neighbours were tested themselves, and nothing twice.
    for neighbour in search.neighbours {
      #expect(search.tested.contains { $0.point == neighbour && !$0.isFeasible })
    }
    let points = search.tested.map(\.point)
    #expect(Set(points).count == points.count && points.count <= all.count)
  }

  /// Nothing is taken for granted: the cheapest of all, whatever is feasible, and no test beyond it.
  @Test(arguments: 0..<200)
  func triesAllThatIsCheaper(seed: UInt64) {
    var random = SplitMix64(seed: 900 + seed)
    var axes = axes(&random)
    // A list costs the same everywhere.
    axes.append(.init(0...2, cost: 0))
    let all = grid(axes)
    let feasible = all.filter { _ in random.next() % 5 == 0 }
    var search = LatticeSearch(axes, isMonotone: false)
    while let point = search.next { search.record(point, isFeasible: feasible.contains(point)) }
    let least = feasible.map(search.cost).min()
    #expect(search.best.map(search.cost) == least)
    #expect(search.contradiction == nil)
    let costs = search.tested.map { search.cost($0.point) }
    #expect(costs == costs.sorted())
    #expect(search.tested.dropLast().allSatisfy { !$0.isFeasible })
    for point in all where search.cost(point) < least ?? .infinity {
      #expect(search.tested.contains { $0.point == point })
    }
    #expect(search.expectedTests == all.count)
  }

  /// Anything goes: where a contradiction is met, the answer is still the cheapest of all.
  @Test(arguments: 0..<200)
  func fallsBackWhereMoreHurts(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let axes = axes(&random)
    let all = grid(axes)
    let good = Set(all.filter { _ in random.uniform() < 0.4 })
    let search = run(axes, good.contains)
    guard let contradiction = search.contradiction else { return }
    #expect(good.contains(contradiction.feasible) && !good.contains(contradiction.infeasible))
    #expect(zip(contradiction.feasible, contradiction.infeasible).allSatisfy(<=))
    #expect(search.best.map(search.cost) == good.map(search.cost).min())
  }

  @Test func contradictionsAreMet() {
    let met = (0..<200).filter { seed in
      var random = SplitMix64(seed: UInt64(seed))
      let axes = axes(&random)
      let good = Set(grid(axes).filter { _ in random.uniform() < 0.4 })
      return run(axes, good.contains).contradiction != nil
    }
    #expect(met.count > 20)
  }

  /// With one axis the search is bisection: n values and "none" take ⌈log₂(n + 1)⌉ tests.
  @Test(arguments: [1, 2, 3, 7, 8, 20, 63, 64, 1000])
  func oneAxisIsBisection(count: Int) {
    let axis = LatticeSearch.Axis(3...(count + 2), cost: 2)
    var most = 0
    for least in 3...(count + 3) {
      let search = run([axis]) { $0[0] >= least }
      #expect(search.best == (least > count + 2 ? nil : [least]))
      most = max(most, search.tested.count)
    }
    let steps = Int.bitWidth - count.leadingZeroBitCount
    #expect(most == steps)
    #expect(LatticeSearch([axis]).expectedTests == steps)
  }

  @Test func severalAxesTakeFewTests() {
    // 8,000 points, of which those with enough in all are feasible.
    let axes = (0..<3).map { _ in LatticeSearch.Axis(1...20, cost: 1) }
    let search = run(axes) { $0[0] >= 7 && $0[1] >= 12 && $0[2] >= 4 }
    #expect(search.best == [7, 12, 4])
    #expect(search.tested.count <= 40, "\(search.tested.count)")
  }

  @Test func theGridIsLimited() {
    let wide = LatticeSearch.Axis(0...999, cost: 1)
    #expect(LatticeSearch.points(of: [wide]) == 1000)
    #expect(LatticeSearch.points(of: [wide, .init(1...100, cost: 1)]) == 100_000)
    #expect(LatticeSearch.points(of: [wide, .init(1...101, cost: 1)]) == nil)
    #expect(LatticeSearch.points(of: [.init(Int.min...Int.max, cost: 1)]) == nil)
  }
}
