import OutputAnalysis

extension SizeStudy {
  /// What a search has found: indices in what was tried.
  struct Finding: Sendable {
    var tried: [TriedPoint]
    var answer: Int?
    var failing: [Int]
    var contradiction: SizeResult.Contradiction?
  }

  /// The least of several levers with which all targets are kept.
  static func least(
    _ levers: [Lever],
    _ question: SizeQuestion,
    _ simulator: any PointSimulator,
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) async throws -> Finding {
    var search = LatticeSearch(levers.map(\.axis), isMonotone: question.isMonotone)
    var tester = PointTester(
      simulator,
      question,
      expectedTests: search.expectedTests,
      progress: progress
    )
    while let point = search.next {
      let settings = zip(levers, point).map { lever, value in
        let text = lever.text(value)
        return TriedPoint.Setting(key: lever.key, number: Double(text) ?? .nan, text: text)
      }
      let found = try await tester.test(settings, cost: search.cost(point))
      search.record(point, isFeasible: found.isFeasible)
    }
    let index: ([Int]) -> Int? = { point in search.tested.firstIndex { $0.point == point } }
    return Finding(
      tried: tester.tried,
      answer: search.best.flatMap(index),
      failing: search.neighbours.compactMap(index).filter { !search.tested[$0].isFeasible },
      contradiction: search.contradiction.flatMap { contradiction in
        guard let feasible = index(contradiction.feasible),
          let infeasible = index(contradiction.infeasible)
        else { return nil }
        return SizeResult.Contradiction(feasible: feasible, infeasible: infeasible)
      }
    )
  }
}
