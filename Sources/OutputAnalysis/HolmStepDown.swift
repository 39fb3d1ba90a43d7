/// Which of several hypotheses are rejected, with a bound on the chance of any false rejection.
///
/// Holm's step-down procedure ("A simple sequentially rejective multiple test procedure",
/// Scandinavian Journal of Statistics 6, 1979): the smallest of m p-values is compared with
/// level / m, the next with level / (m − 1), and so on, until one is not below its bound. Whatever
/// the dependence between the tests, the chance that any true hypothesis is rejected is at most
/// `level`.
///
/// - Parameters:
///   - pValues: Each from 0 to 1.
///   - level: Above 0 and below 1, such as 0.05.
/// - Returns: For each hypothesis whether it is rejected, in the order of the p-values.
/// - Complexity: O(m log m).
public func holmRejections(_ pValues: [Double], level: Double) -> [Bool] {
  precondition(0 < level && level < 1, "level \(level) is outside 0 ... 1")
  var rejected = Array(repeating: false, count: pValues.count)
  // Equal p-values share the fate of the first of them, in whatever order they are taken.
  let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
  for (step, index) in order.enumerated() {
    precondition((0...1).contains(pValues[index]), "p = \(pValues[index]) lies outside 0 ... 1")
    guard pValues[index] <= level / Double(order.count - step) else { break }
    rejected[index] = true
  }
  return rejected
}
