/// Who is served first.
extension ExactCase {
  static var familyJ: [ExactCase] {
    // 2ρ/(1 − ρ)², times 2/(2 − ρ) in random order, times 1/(1 − ρ) in reverse order.
    [
      priorities, discipline("fifo", "first come, first served", 40),
      discipline("lifo", "last come, first served", 200),
      discipline("random", "random order", 40 / 0.6),
    ]
  }

  /// Three classes: mean residual work over the free shares before and after the class.
  private static var priorities: ExactCase {
    let cumulative: [Double] = [0, 0.2, 0.5, 0.8]
    let free = cumulative.map { 1 - $0 }
    return ExactCase(
      id: "J-COB3-MM1",
      model: "M/M/1, three classes without preemption, load 0.8",
      source: "Cobham, Operations Research 2 (1954)",
      values: ["first", "second", "third"].enumerated().map { index, name in
        ExactValue(
          name: "Wq \(index + 1)",
          measure: "gate[\(name)].wait.mean",
          exact: 60 * 0.8 / (free[index] * free[index + 1]),
          kind: .mean
        )
      },
      load: 0.8
    )
  }

  private static func discipline(_ word: String, _ order: String, _ square: Double) -> ExactCase {
    ExactCase(
      id: "J-DISC-0.8-\(word)",
      model: "M/M/1, \(order), load 0.8",
      source: "Kingman (1962); Takács (1963)",
      values: [
        ExactValue(
          name: "E[Wq²]",
          measure: "gate.wait.mean-square",
          exact: 3600 * square,
          kind: .square
        )
      ],
      load: 0.8
    )
  }
}
