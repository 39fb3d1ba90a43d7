import ScenarioFiles
import Studies

/// What is wrong with the options of a sweep.
extension Wording {
  /// One sentence for each fault, each on a line of its own, with the option's name.
  func sweepFault(_ fault: SweepFault) -> String {
    switch fault {
    case .vary(let text, let fault): return "--vary \(Self.printable(text)): " + vary(fault)
    case .twice(let key):
      return "--vary \(Self.printable(key)): " + pick("this key varies twice", "该键重复出现")
    case .nothingToVary:
      return pick(
        "there is nothing to vary; give --vary KEY=VALUES, as in --vary stations.gate.servers=1..5, "
          + "or --assumptions",
        "未指定变化因素；请给出 --vary 键=取值（如 --vary stations.gate.servers=1..5）或 --assumptions"
      )
    case .noAssumptions:
      return "--assumptions: "
        + pick("this scenario rests on no assumption that can be varied", "该方案不含可变化的假设")
    case .unknownDesign(let word):
      let designs = SweepDesign.allCases.map(\.rawValue)
      return "--design: " + pick("there is no design \(quoted(word))", "没有试验设计\(quoted(word))")
        + allowed(designs) + didYouMean(nearestName(to: word, in: designs))
    case .assumptionsWith(let design):
      return pick(
        "--assumptions varies one assumption at a time; it does not go with --design \(design.rawValue)",
        "--assumptions 逐项变化各假设，不能与 --design \(design.rawValue) 同用"
      )
    case .onlyForLatin(let option):
      return pick(
        "\(option) belongs to --design latin; the points of other designs follow from the values",
        "\(option) 仅用于 --design latin；其他设计的试验点由取值决定"
      )
    case .tooFewPoints(let found, let least):
      return pick(
        "--points: \(found) design points are too few to tell the factors apart; at least \(least) are "
          + "needed",
        "--points：\(found)个试验点不足以区分各因素，至少需要\(least)个"
      )
    case .tooManyPoints(let count, let limit):
      let number = count.map { quantities.count($0) } ?? pick("far too many", "过多")
      return pick(
        "this design has \(number) points; at most \(quantities.count(limit)) are simulated in one "
          + "sweep: vary fewer keys or values, or take --design latin or one-at-a-time",
        "该设计的试验点数为\(number)，单次试验上限为\(quantities.count(limit))个：请减少因素或取值，"
          + "或改用 --design latin 或 one-at-a-time"
      )
    case .inStep(let points):
      return pick(
        "--points: at these \(points) points two factors go in step and cannot be told apart; take more "
          + "points or another --design-seed",
        "--points：在这\(points)个试验点上有因素同步变化，无法区分；请增加试验点或更换 --design-seed"
      )
    case .tooFewReplications(let found):
      return pick(
        "--replications: \(found) says nothing of chance; at least 2 are needed",
        "--replications：\(found)次仿真无法估计随机误差，至少需要2次"
      )
    case .refused(let values): return refused(values).joined(separator: "\n")
    case .several(let faults): return faults.map(sweepFault).joined(separator: "\n")
    case .interrupted(let done, let all, let database):
      return self(
        SweepPhrase.sweepInterrupted,
        [
          "done": quantities.count(done), "all": quantities.count(all),
          "database": Self.printable(database),
        ]
      )
    }
  }

  private func vary(_ fault: VaryFault) -> String {
    let forms = pick(
      "; write 1..5, 2..10 by 2, 10 min..30 min, 80%..95% or [a, b, c]",
      "；可写作 1..5、2..10 by 2、10 min..30 min、80%..95% 或 [a, b, c]"
    )
    switch fault {
    case .noValues: return pick("there are no values; write KEY=VALUES", "缺少取值；请写作 键=取值") + forms
    case .noKey: return pick("there is no key before the \"=\"", "“=”前缺少键")
    case .oneValue(let text):
      return pick(
        "\(quoted(text)) is one value, and a factor needs two or more",
        "\(quoted(text))只有一个取值，因素至少需要两个取值"
      ) + forms
    case .empty(let low, let high):
      return pick(
        "the range is empty, as \(quoted(high)) lies below \(quoted(low))",
        "范围为空：\(quoted(high))小于\(quoted(low))"
      )
    case .badStep(let text):
      return pick(
        "\(quoted(text)) is no step; a step is above 0 and has the unit of the ends",
        "\(quoted(text))不是有效步长；步长应大于0，单位与两端一致"
      )
    case .differentUnits(let low, let high):
      return pick(
        "\(quoted(low)) and \(quoted(high)) have different units; write both ends in one",
        "\(quoted(low))与\(quoted(high))单位不同；请使用同一单位"
      )
    case .notARange(let text):
      return pick("\(quoted(text)) is no range of quantities", "\(quoted(text))不是数量范围") + forms
    case .emptyItem: return pick("a value of the list is missing", "列表中缺少取值")
    case .openList:
      return pick("the list is not closed; write [a, b, c]", "列表未闭合；请写作 [a, b, c]")
    case .repeated(let value):
      return pick("the value \(quoted(value)) stands twice", "取值\(quoted(value))重复")
    case .tooManyValues(let count, let limit):
      let number = count.map { quantities.count($0) } ?? pick("far too many", "过多")
      return pick(
        "\(number) values; at most \(quantities.count(limit)) are allowed",
        "取值数为\(number)；上限为\(quantities.count(limit))个"
      )
    }
  }

  /// What the scenario says against values, with the options that ask for them.
  private func refused(_ values: [SweepFault.RefusedValue]) -> [String] {
    var lines: [String] = []
    var said: [String] = []
    for value in values {
      for problem in value.problems.problems {
        var place = ""
        if let position = problem.position, position.override != value.setting {
          place =
            position.override.map { "--set \(Self.printable($0)): " }
            ?? "\(problem.file):\(position.line):\(position.column): "
        }
        let sentence = place + fault(problem.fault)
        // A key that does not exist is wrong with every value.
        guard !said.contains(value.option + sentence) else { continue }
        said.append(value.option + sentence)
        lines.append(
          "\(Self.printable(value.option)): \(Self.printable(value.setting)): \(sentence)"
        )
      }
    }
    return lines
  }

  // MARK: Measures

  /// What people call a measure, or its name in quotes.
  func called(_ measure: String) -> String {
    let parts = measure.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 3 else { return quoted(measure) }
    var place = parts.dropLast(2).joined(separator: ".")
    let isFlow = place.hasPrefix("flow.")
    if isFlow { place = String(place.dropFirst("flow.".count)) }
    switch (parts[parts.count - 2], parts[parts.count - 1]) {
    case ("wait", "mean"): return pick("the mean wait at \(place)", "\(place)平均等待时间")
    case ("wait", "p95"):
      return pick("the 95th percentile of the wait at \(place)", "\(place)等待时间95%分位值")
    case ("clearance", "mean") where isFlow:
      return pick("the mean time to clearance of \(place)", "\(place)平均通关时间")
    case ("clearance", "mean") where place == "zone":
      return pick("the mean time to clearance", "平均通关时间")
    case ("utilisation", "mean"): return pick("the utilisation of \(place)", "\(place)利用率")
    default: return quoted(measure)
    }
  }
}
