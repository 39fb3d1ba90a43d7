import EventSimulation

@testable import ClearanceModel

/// The warehouses over again: plain numbers by cell, and a list of what was picked wrongly.
extension PaperShadow {
  struct Error {
    var list: Int
    var kind: MovementKind
    var isAbroad: Bool
    var said: Int
    var was: Int
    var kilograms: Int64
    var isFound = false
    var isSettled = false
  }

  /// The line of a chain and the cell that a wrong pick takes from: document, line, and which of the
  /// two other statuses is tried first.
  func wrongGoods(_ chain: Int, _ wrong: [Int]?) -> (list: Int, line: Int, was: Int)? {
    guard let wrong else { return nil }
    let members = chains[chain].members
    guard !lists[members[0]].kind.isIn else { return nil }
    let list = members[wrong[0] % members.count]
    let line = wrong[1] % lists[list].lines.count
    let (item, status) = lists[list].lines[line].cell.quotientAndRemainder(dividingBy: 3)
    var others = [item * 3 + (status + 1) % 3, item * 3 + (status + 2) % 3]
    if wrong[2] == 1 { others.reverse() }
    return others.first { physical[$0] > 0 }.map { (list, line, $0) }
  }

  /// The next truck of a chain passes: its goods go into the warehouse or out of it.
  func move(_ chain: Int, _ wrong: [Int]?) {
    let picked = wrongGoods(chain, wrong)
    let isAbroad = chains[chain].members.contains { lists[$0].kind == .firstLineOut }
    let number = Int64(chains[chain].accounted.count)
    let count = Int64(chains[chain].trucks.count)
    for list in chains[chain].members {
      for (index, line) in lists[list].lines.enumerated() {
        var left = line.quantity * (number + 1) / count - line.quantity * number / count
        guard !lists[list].kind.isIn else {
          physical[line.cell] += left
          continue
        }
        func take(_ amount: Int64, from cell: Int) {
          let amount = min(amount, physical[cell])
          guard amount > 0 else { return }
          physical[cell] -= amount
          left -= amount
          guard cell != line.cell else { return }
          errorsMade += 1
          errors.append(
            Error(
              list: list,
              kind: lists[list].kind,
              isAbroad: isAbroad,
              said: line.cell,
              was: cell,
              kilograms: amount
            )
          )
        }
        if let picked, picked.list == list, picked.line == index { take(left, from: picked.was) }
        let first = line.cell / 3 * 3
        for other in first..<first + 3 where other != line.cell {
          take(max(0, left - physical[line.cell]), from: other)
        }
        take(left, from: line.cell)
      }
    }
  }

  /// All warehouses are counted.
  func takeStock() {
    for index in errors.indices where !errors[index].isFound {
      errors[index].isFound = true
      errorsFound += 1
    }
    correct()
  }

  func settleErrors(of list: Int) {
    for index in errors.indices where errors[index].list == list {
      errors[index].isSettled = true
    }
    correct()
  }

  /// What was found is corrected as far as books and warehouses allow, oldest first.
  private func correct() {
    var kept: [Error] = []
    for error in errors {
      if !error.isFound || !correct(error) { kept.append(error) }
    }
    errors = kept
  }

  private func correct(_ error: Error) -> Bool {
    let nonBonded = Int(CustomsStatus.nonBonded.rawValue)
    if error.kind == .secondLineOut || error.kind == .batchOut, error.was % 3 == nonBonded {
      guard error.isSettled, physical[error.said] >= error.kilograms else { return false }
      physical[error.said] -= error.kilograms
      physical[error.was] += error.kilograms
    } else {
      let columns = columns()[error.was]
      guard columns[4] - columns[6] - columns[8] >= error.kilograms else { return false }
      corrected[error.said] += error.kilograms
      corrected[error.was] -= error.kilograms
      if error.said % 3 == nonBonded {
        declaredAfterwards += 1
        if !error.isAbroad { taxedAfterwards += taxes(error.kilograms) }
      }
    }
    errorsCorrected += 1
    return true
  }

  /// By how much more lies in a cell than expected.
  func mixed(_ cell: Int) -> Int64 {
    errors.reduce(0) {
      $0 + ($1.said == cell ? $1.kilograms : 0) - ($1.was == cell ? $1.kilograms : 0)
    }
  }
}
