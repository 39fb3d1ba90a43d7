/// Looks for a roster of which no single hour can be lowered.
///
/// First the least number that is enough in all hours alike, by bisection; from it hour after hour
/// is lowered as far as possible, the quietest first, by bisection again, and stays so while the
/// next is lowered. Fewer servers in one hour never shorten the waits of another: an hour that could
/// not be lowered still cannot once others have been. The roster need not be the one with the fewest
/// server hours of all: what an hour leaves behind the next one has to serve, and another order may
/// end elsewhere.
struct RosterSearch {
  let range: ClosedRange<Int>
  /// The hours in the order in which they are lowered.
  let order: [Int]
  /// By hour whether there is something to keep in it; another hour is not closed.
  let isTested: [Bool]
  /// The least number that is enough in all hours alike; nil while unknown, and where none is.
  private(set) var constant: Int?
  /// The best roster so far; nil where none is enough.
  private(set) var roster: [Int]?
  /// For each hour the test that showed that one server less is not enough, by index of the tests;
  /// nil where the hour has as few as are allowed.
  private(set) var failing: [Int?] = Array(repeating: nil, count: 24)
  /// The test that showed that the roster is enough.
  private(set) var enough: Int?
  private var tests = 0
  /// What the bisection is about: −1 for all hours, else an index of the order.
  private var stage = -1
  private var low: Int
  private var high: Int
  private var isFirst = true
  private var isOver = false

  init(
    _ range: ClosedRange<Int>,
    order: [Int],
    isTested: [Bool] = Array(repeating: true, count: 24)
  ) {
    precondition(order.sorted() == Array(0..<24), "an order of hours \(order)")
    precondition(range.upperBound > 0, "no servers at all")
    self.range = range
    self.order = order
    self.isTested = isTested
    // Nobody can be served by none at any time.
    low = max(1, range.lowerBound)
    high = range.upperBound
  }

  /// The most tests that it may take.
  var expectedTests: Int {
    let steps = range.count == 1 ? 0 : Int.bitWidth - (range.count - 1).leadingZeroBitCount
    return 1 + 25 * steps
  }

  /// The roster to be tested next; nil once the search is over.
  var next: [Int]? {
    if isOver { return nil }
    if stage < 0 { return Array(repeating: candidate, count: 24) }
    guard var next = roster else { return nil }
    next[order[stage]] = candidate
    return next
  }

  /// The highest number is tried first: where it is not enough, nothing is.
  private var candidate: Int { isFirst ? high : (low + high) / 2 }

  /// Takes in whether the roster that was to be tested next is enough.
  mutating func record(isEnough: Bool) {
    guard let tested = next else { preconditionFailure("the search is over") }
    let index = tests
    tests += 1
    if isEnough {
      high = candidate
      roster = tested
      enough = index
    } else if isFirst {
      isOver = true
      return
    } else {
      low = candidate + 1
      if stage >= 0 { failing[order[stage]] = index }
    }
    isFirst = false
    while low >= high, !isOver { advance() }
  }

  /// Goes on with the next hour.
  private mutating func advance() {
    if stage < 0 { constant = high }
    stage += 1
    guard stage < order.count, let roster else {
      isOver = true
      return
    }
    let isAlone = roster.enumerated().allSatisfy { $0.offset == order[stage] || $0.element == 0 }
    // That nobody came in a few replications does not mean that nobody ever does.
    low = max(isAlone || !isTested[order[stage]] ? 1 : 0, range.lowerBound)
    high = roster[order[stage]]
  }
}
