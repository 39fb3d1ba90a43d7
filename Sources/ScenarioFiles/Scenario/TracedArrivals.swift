import EventSimulation

/// Arrivals that a file lists.
public struct TracedArrivals: Sendable {
  /// The file, as the scenario names it.
  public let file: String
  /// Where the scenario names it.
  public let position: SourcePosition
  /// When trucks come, ascending.
  public let times: [SimulatedTime]
  /// The class of each; empty without the column.
  public let classes: [String]
  /// The row of each in the file, the header being row 1.
  let rows: [Int]

  /// The names of the classes with their shares, in the order of first mention.
  var classShares: [(name: Name, share: Double)] {
    var names: [String] = []
    var counts: [String: Int] = [:]
    for name in classes {
      if counts[name] == nil { names.append(name) }
      counts[name, default: 0] += 1
    }
    return names.map { name in
      let share = Double(counts[name] ?? 0) / Double(classes.count)
      return (Name(text: name, position: position), share)
    }
  }
}

/// A trace that may have fewer rows than trucks come, so that its rows repeat.
public struct RepeatingTrace: Sendable, Equatable {
  /// The file, as the scenario names it.
  public var file: String
  /// The column.
  public var column: String
  /// Its rows.
  public var rows: Int
}
