/// A fixed piece of work of any size, whose answer is known.
///
/// The benchmarks measure its time, `works` runs it alone, for instance under callgrind.
public struct Work: Sendable {
  /// Name, by which it is run and compared with its threshold.
  public let name: String
  /// What it handles, one after the other: event, draw, truck, row.
  public let unit: String
  /// The size of a measurement of time, which takes tenths of a second.
  public let size: Int
  /// The size when instructions are counted, some fifty times slower.
  public let countedSize: Int

  private let body: @Sendable (_ size: Int) async throws -> Answer
  private let right: @Sendable (_ size: Int) -> RightAnswer

  init(
    _ name: String,
    unit: String,
    size: Int,
    countedSize: Int,
    right: @escaping @Sendable (_ size: Int) -> RightAnswer,
    body: @escaping @Sendable (_ size: Int) async throws -> Answer
  ) {
    self.name = name
    self.unit = unit
    self.size = size
    self.countedSize = countedSize
    self.body = body
    self.right = right
  }

  /// Does the work, and ends the process unless the answer is right.
  ///
  /// - Throws: whatever the work throws.
  public func run(size: Int) async throws -> Answer {
    let answer = try await body(size)
    right(size).check(answer, of: name)
    return answer
  }
}

/// What a work has done and found.
public struct Answer: Sendable {
  /// How many units it has handled.
  public let units: Int
  /// The events or rows that it counted.
  public let count: Int
  /// The mean that it estimates; its meaning is the work's.
  public let mean: Double

  /// An answer from its parts; each unit is an event where nothing else is said.
  init(units: Int? = nil, count: Int, mean: Double) {
    self.units = units ?? count
    self.count = count
    self.mean = mean
  }
}

/// What a work must find, so that a faster wrong answer is none.
struct RightAnswer {
  let count: Double
  let countTolerance: Double
  let mean: Double
  let meanTolerance: Double

  /// The right answer, with how far one may lie from it on either side.
  init(
    count: Double,
    countWithin countTolerance: Double = 0,
    mean: Double,
    meanWithin meanTolerance: Double
  ) {
    self.count = count
    self.countTolerance = countTolerance
    self.mean = mean
    self.meanTolerance = meanTolerance
  }

  /// Ends the process unless an answer is right.
  func check(_ answer: Answer, of work: String) {
    // Not a precondition: in a release build its message would not be printed.
    guard abs(Double(answer.count) - count) <= countTolerance else {
      fatalError("\(work): a count of \(answer.count) instead of \(count) ± \(countTolerance)")
    }
    guard abs(answer.mean - mean) <= meanTolerance else {
      fatalError("\(work): a mean of \(answer.mean) instead of \(mean) ± \(meanTolerance)")
    }
  }
}

extension Work {
  /// All works whose instructions are counted.
  public static let all = kernel + variates + model + run

  /// The work of a name; `hold-N` may have any N.
  public static func named(_ name: String) -> Work? {
    if let work = all.first(where: { $0.name == name }) { return work }
    guard name.hasPrefix("hold-"), let pending = Int(name.dropFirst(5)), pending > 0 else {
      return nil
    }
    return hold(pending: pending)
  }
}
