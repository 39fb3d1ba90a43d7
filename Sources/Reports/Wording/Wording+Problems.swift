import ScenarioFiles

/// What is wrong with a scenario, as it is printed.
extension Wording {
  /// All problems, one per line.
  public func problems(_ problems: ScenarioProblems) -> String {
    problems.problems.map(problem).joined(separator: "\n")
  }

  /// `FILE:LINE:COLUMN: SENTENCE`; without a place `FILE: SENTENCE`, for an option
  /// `--set KEY=VALUE: SENTENCE`.
  public func problem(_ problem: ScenarioProblem) -> String {
    let sentence = fault(problem.fault)
    guard let position = problem.position else { return "\(problem.file): \(sentence)" }
    if let override = position.override {
      return "--set \(Self.printable(override)): \(sentence)"
    }
    return "\(problem.file):\(position.line):\(position.column): \(sentence)"
  }

  /// Why a file could not be read.
  func failure(_ failure: ReadFailure) -> String {
    switch failure {
    case .missing(let nearest): pick("there is no such file", "文件不存在") + didYouMean(nearest)
    case .notPermitted: pick("this file may not be read by you", "没有读取该文件的权限")
    case .other(let what): pick("the file cannot be read: ", "无法读取文件：") + Self.printable(what)
    }
  }

  /// Why a `--set` option leads nowhere.
  func override(_ path: String, _ fault: OverrideFault) -> String {
    switch fault {
    case .noValue:
      return pick("there is no \"=\" in it; write KEY=VALUE", "缺少“=”；请写作 KEY=VALUE")
    case .malformed:
      return pick(
        "\(quoted(path)) is no path; write keys and [0] joined by dots, as in "
          + "stations.gate.servers",
        "\(quoted(path))不是有效路径；请用点连接各键和[0]，如 stations.gate.servers"
      )
    case .noSuchKey(let key, let existing, let nearest):
      return pick("there is no key \(quoted(key))", "没有键\(quoted(key))")
        + there(existing) + didYouMean(nearest)
    case .noSuchItem(let name, let existing, let nearest):
      return pick("there is no item called \(quoted(name))", "没有名为\(quoted(name))的项")
        + there(existing) + didYouMean(nearest)
    case .noSuchIndex(let index, let count):
      let found = pick("there is no item [\(index)]", "没有第[\(index)]项")
      return found
        + (count == 0
          ? pick("; the list is empty", "；列表为空")
          : pick("; [0] to [\(count - 1)] is allowed", "；允许[0]至[\(count - 1)]"))
    case .cannotEnter(let found, let before):
      return pick(
        "the path cannot go on to \(quoted(before)), as \(node(found)) stands there",
        "路径无法延伸到\(quoted(before))，此处为\(node(found))"
      )
    }
  }

  // MARK: Ends of sentences

  /// The words that may stand there.
  func allowed(_ words: [String]) -> String {
    pick("; allowed: ", "；可用：") + list(words)
  }

  /// The names that exist, or that there is none.
  func there(_ existing: [String]) -> String {
    existing.isEmpty
      ? pick("; there is none", "；目前一个也没有") : pick("; there are: ", "；现有：") + list(existing)
  }

  /// The question whether another word is meant, where there is one.
  func didYouMean(_ nearest: String?) -> String {
    guard let nearest else { return "" }
    return pick("; did you mean \(quoted(nearest))?", "；是否应为\(quoted(nearest))？")
  }
}
