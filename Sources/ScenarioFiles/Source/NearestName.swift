/// The allowed word that a misspelt one most likely stands for, or nil.
///
/// Distance is the number of letters inserted, dropped, replaced or swapped with their neighbour
/// (Damerau 1964, in the restricted form where no swapped pair is edited again), letter case aside;
/// at most a third of the word's length, at least one. Of equally near words the first is taken.
///
/// - Complexity: O(letters of `word` × letters of all `allowed`).
public func nearestName(to word: String, in allowed: [String]) -> String? {
  let letters = Array(word.lowercased())
  let limit = max(1, letters.count / 3)
  var best: (name: String, distance: Int)?
  for name in allowed {
    let other = Array(name.lowercased())
    guard abs(other.count - letters.count) <= limit else { continue }
    let distance = editDistance(letters, other)
    // A distance of the whole length says that nothing is alike.
    guard distance <= limit, distance < max(letters.count, other.count) else { continue }
    if distance < best?.distance ?? .max { best = (name, distance) }
  }
  return best?.name
}

private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    for j in b.indices {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
