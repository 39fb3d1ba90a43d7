import ScenarioFiles

/// What is wrong in a scenario: one sentence with what was found, then what is allowed.
extension Wording {
  /// The sentence of a fault.
  public func fault(_ fault: ScenarioFault) -> String {
    switch fault {
    // Reading a file
    case .cannotRead(let failure): return self.failure(failure)
    case .isDirectory: return pick("this is a folder, not a file", "这是文件夹，不是文件")
    case .isEmpty:
      return pick("there is nothing in it but blanks and comments", "文件中只有空白和注释")
    case .isBinary:
      return pick(
        "this is no text: it holds a NUL byte; save it as UTF-8",
        "不是文本：含有NUL字节；请存为UTF-8文本"
      )
    case .notUTF8:
      return pick(
        "this byte is not UTF-8; save the file as UTF-8",
        "此处不是UTF-8编码；请将文件存为UTF-8（而非GBK）"
      )
    case .tooLarge(let bytes, let allowed):
      let (found, most) = (quantities.count(bytes), quantities.count(allowed))
      return pick(
        "the file has \(found) bytes; at most \(most) are allowed",
        "文件有\(found)字节；最多\(most)字节"
      )
    case .controlCharacter(let code):
      let name = String(code, radix: 16, uppercase: true)
      let hexadecimal = "U+" + String(repeating: "0", count: max(0, 4 - name.count)) + name
      return pick(
        "the invisible character \(hexadecimal) stands here; delete it",
        "此处有不可见字符\(hexadecimal)；请删除"
      )

    // YAML
    case .yamlSyntax(let what):
      return pick("this is not YAML: ", "不符合YAML语法：") + Self.printable(what)
    case .unclosed(let sign):
      return pick("this \(quoted(sign)) is never closed", "此处的\(quoted(sign))没有闭合")
    case .tabInIndentation: return pick("a tab indents this line; use blanks", "本行用制表符缩进；请改用空格")
    case .duplicateKey(let key):
      return pick("the key \(quoted(key)) is given twice; keep one", "键\(quoted(key))重复；请只保留一个")
    case .missingKey: return pick("there is no key before this \":\"", "此处“:”之前缺少键")
    case .anchorOrAlias(let word):
      return pick(
        "\(quoted(word)): anchors and aliases are not allowed; write it out, or put a text in quotes",
        "\(quoted(word))：不支持锚点和别名；请直接写出内容，普通文本请加引号"
      )
    case .tag(let word):
      return pick(
        "\(quoted(word)): tags are not allowed; put a text in quotes",
        "\(quoted(word))：不支持标签；普通文本请加引号"
      )
    case .mergeKey:
      return pick("\"<<\" is not allowed; write the keys out", "不支持“<<”；请直接写出各键")
    case .explicitKey:
      return pick("a key with \"?\" is not allowed; write KEY: VALUE", "不支持用“?”引出键；请写作“键: 值”")
    case .directive: return pick("a line with \"%\" in front is not allowed", "不支持以“%”开头的行")
    case .severalDocuments:
      return pick(
        "a file holds one scenario; delete this \"---\" or \"...\"",
        "一个文件只写一个方案；请删除此处的“---”或“...”"
      )
    case .nestedTooDeep(let limit):
      return pick("this is nested too deep; \(limit) levels are allowed", "嵌套过深；最多\(limit)层")
    case .forgottenQuotes(let text):
      let text = Self.printable(text)
      return pick(
        "a text with a comma needs quotes inside { } and [ ]; write \"\(text)\"",
        "在{ }和[ ]内，含逗号的文本须加引号；请写作\"\(text)\""
      )
    case .wrongKind(let found, let expected):
      let kinds = expected.map(node).joined(separator: pick(" or ", "或"))
      return pick(
        "\(kinds) \(expected.last == .mapping ? "are" : "is") needed here, not \(node(found))",
        "此处应为\(kinds)，而不是\(node(found))"
      )

    // Quantities
    case .missingUnit(let text, let kind, let units):
      return pick(
        "\(quoted(text)) is not \(quantity(kind)) with its unit",
        "\(quoted(text))不是带单位的\(quantity(kind))"
      )
        + allowed(units)
    case .unknownUnit(let unit, let units, let nearest):
      return pick("\(quoted(unit)) is no unit here", "此处没有\(quoted(unit))这个单位")
        + allowed(units) + didYouMean(nearest)
    case .notANumber(let text): return pick("\(quoted(text)) is no number", "\(quoted(text))不是数字")
    case .notFinite(let text):
      return pick("\(quoted(text)) is no finite number", "\(quoted(text))不是有限的数")
    case .notWhole(let text):
      return pick("\(quoted(text)) is no whole number", "\(quoted(text))不是整数")
    case .negative(let text):
      return pick(
        "\(quoted(text)) is below zero; 0 or more is allowed",
        "\(quoted(text))小于0；须为0或以上"
      )
    case .outOfRange(let text, let low, let high):
      return pick(
        "\(quoted(text)) is out of range; \(low) to \(high) is allowed",
        "\(quoted(text))超出范围；允许\(low)至\(high)"
      )
    case .notAClock(let text):
      return pick(
        "\(quoted(text)) is no time of day; write it like 07:30",
        "\(quoted(text))不是时刻；请写作07:30的形式"
      )

    // Distributions
    case .wrongDistribution(let name, let names, let nearest):
      return pick("there is no distribution \(quoted(name))", "没有\(quoted(name))这种分布")
        + allowed(names) + didYouMean(nearest)
    case .wrongArguments(let distribution, let found, let expected):
      return pick(
        "\(quoted(found)) does not fit \(distribution); write \(expected)",
        "\(quoted(found))不符合\(distribution)的写法；请写作\(expected)"
      )
    case .unbalancedParentheses(let text):
      return pick("the parentheses of \(quoted(text)) do not match", "\(quoted(text))的括号不配对")
    case .sharesDoNotAddUp(let found): return sharesDoNotAddUp(found)
    case .distribution(let fault): return distribution(fault)

    // Data files
    case .csv(let file, let row, let column, let fault):
      return dataFile(file, row, column) + self.fault(fault)
    case .missingColumn(let name, let existing, let nearest):
      return pick("there is no column \(quoted(name))", "没有\(quoted(name))列")
        + there(existing) + didYouMean(nearest)
    case .ambiguousColumn(let name):
      return pick(
        "several columns are called \(quoted(name)); name it with its unit",
        "有多列名为\(quoted(name))；请连同单位写出列名"
      )
    case .columnWithoutUnit(let heading, let units):
      return pick(
        "the heading \(quoted(heading)) has no unit; write it like \"time (s)\"",
        "列标题\(quoted(heading))没有单位；请写作“time (s)”的形式"
      ) + allowed(units)
    case .csvSyntax(let what): return pick("this is not CSV: ", "不符合CSV格式：") + Self.printable(what)
    case .noRows: return pick("there is no value in this column", "该列没有数据")
    case .emptyCell: return pick("this cell is empty; it needs a value", "单元格为空；须有内容")

    // Words of the scenario
    case .unknownKey(let key, let section, let keys, let nearest):
      return pick(
        "\(self.section(section)) \(isPlural(section) ? "have" : "has") no key \(quoted(key))",
        "\(self.section(section))中没有键\(quoted(key))"
      )
        + allowed(keys) + didYouMean(nearest)
    case .missingKeys(let keys, let section):
      return keys.count == 1
        ? pick(
          "\(self.section(section)) \(isPlural(section) ? "need" : "needs") the key \(quoted(keys[0]))",
          "\(self.section(section))缺少键\(quoted(keys[0]))"
        )
        : pick(
          "\(self.section(section)) \(isPlural(section) ? "need" : "needs") one of the keys \(list(keys))",
          "\(self.section(section))须有以下键之一：\(list(keys))"
        )
    case .conflictingKeys(let keys):
      let names = keys.map(quoted).joined(separator: pick(" and ", "与"))
      return pick("\(names) exclude each other here; keep one", "此处\(names)不能同时使用；请只保留一个")
    case .unknownWord(let word, let key, let words, let nearest):
      return pick("\(quoted(key)) cannot be \(quoted(word))", "\(quoted(key))不能是\(quoted(word))")
        + allowed(words) + didYouMean(nearest)
    case .unknownName(let name, let kind, let existing, let nearest):
      return pick(
        "there is no \(self.kind(kind)) \(quoted(name))",
        "没有名为\(quoted(name))的\(self.kind(kind))"
      )
        + there(existing) + didYouMean(nearest)
    case .duplicateName(let name, let kind):
      return pick(
        "there is another \(self.kind(kind)) \(quoted(name)); rename one",
        "\(self.kind(kind))名称\(quoted(name))重复；请改名"
      )
    case .reservedCharacter(let character, let name):
      return pick(
        "the name \(quoted(name)) holds \(quoted(String(character))); names hold none of . [ ] = , : / #",
        "名称\(quoted(name))中有\(quoted(String(character)))；名称不能含 . [ ] = , : / #"
      )
    case .reservedName(let name):
      return pick(
        "the name \(quoted(name)) has a meaning of its own; choose another",
        "\(quoted(name))是保留名称；请换一个"
      )
    case .emptyName: return pick("this name is empty; it needs a letter", "名称为空；至少须有一个字")
    case .hashCollision(let a, let b):
      return pick(
        "\(quoted(a)) and \(quoted(b)) would get the same random numbers; rename one",
        "\(quoted(a))与\(quoted(b))会得到相同的随机数；请改名"
      )
    case .nothingInIt(let key):
      return pick(
        "there is nothing in \(quoted(key)); it needs an entry",
        "\(quoted(key))中没有内容；至少须有一项"
      )
    case .tooMany(let kind, let found, let allowed):
      let (found, most) = (quantities.count(found), quantities.count(allowed))
      return pick(
        "\(kinds(kind)): \(found) are given; at most \(most) are allowed",
        "\(kinds(kind))有\(found)个；最多\(most)个"
      )

    // Stations and lanes
    case .noServer:
      return pick("there is no server here; give servers or lanes", "没有服务台；请写 servers 或 lanes")
    case .serversBesideLanes:
      return pick(
        "this station has lanes; give servers to them instead",
        "该作业点设有通道；请把 servers 写在通道中"
      )
    case .neverOpens:
      return pick("this schedule never opens a server during the run", "按此班次，仿真期间从不开放服务台")
    case .scheduleStartsLate: return pick("the first shift must be from 0 h", "第一个班次须从 0 h 开始")
    case .shiftsNotAscending:
      return pick("this shift is not later than the one before", "该班次不晚于前一班次；须按时间先后排列")
    case .shiftBeyondPeriod(let period):
      return pick(
        "this shift begins after the schedule repeats; it must begin before \(period)",
        "该班次超出循环周期；须在 \(period) 之前开始"
      )
    case .laneWithoutTrucks(let lane):
      return pick(
        "no truck of the classes that lane \(quoted(lane)) takes ever comes here",
        "通道\(quoted(lane))所接收类别的车辆从不到此"
      )
    case .truckWithoutLane(let station, let name):
      return pick(
        "trucks of class \(quoted(name)) come to \(quoted(station)), but no lane takes them",
        "\(quoted(name))类车辆会到\(quoted(station))，但没有通道接收"
      )
    case .dedicatedWithoutTakes(let lane):
      return pick(
        "lane \(quoted(lane)) needs \"takes\", as the lanes are dedicated",
        "专用通道\(quoted(lane))须用“takes”写明接收的类别"
      )

    // Steps
    case .stepActions(let found, let actions):
      let names = found.map(quoted).joined(separator: pick(" and ", "和"))
      let fault =
        found.isEmpty
        ? pick("this step does nothing", "该步骤没有动作")
        : pick("a step does one thing, not \(names)", "一个步骤只能有一个动作，不能同时有\(names)")
      return fault + allowed(actions)
    case .mixedChoice:
      return pick("a choice holds shares or conditions, not both", "同一处选择不能混用比例和条件")
    case .branchAfterOtherwise:
      return pick("nothing can come after \"otherwise\"", "“otherwise”之后不能再有分支")
    case .sharesOverWhole(let found):
      let found = quantities.exactShare(found)
      return pick(
        "the shares add up to \(found); at most 100% is allowed",
        "比例之和为\(found)；不得超过100%"
      )
    case .cycleWithoutTime(let step):
      return pick(
        "from step \(quoted(step)) trucks come back to it without any time passing; put \"serve at\" "
          + "or \"delay for\" into the loop",
        "从步骤\(quoted(step))出发会不耗时地回到原处；请在循环中加入“serve at”或“delay for”"
      )
    case .releaseWithoutSeize(let station):
      return pick(
        "\(quoted(station)) is released, but this procedure never seizes it",
        "此处释放\(quoted(station))，但本流程从未占用（seize）它"
      )
    case .releasesOtherCount(let station, let count, let seized):
      return pick(
        "\(counted(count, .server)) of \(quoted(station)) cannot be released; no more than "
          + "\(seized) can have been seized here",
        "不能释放\(quoted(station))的\(counted(count, .server))；此处最多占用了\(seized)个"
      )
    case .seizesTooMany(let count, let servers):
      return pick(
        "\(counted(count, .server)) cannot be seized; the station, or a lane of it that trucks may "
          + "pick, never has more than \(servers)",
        "无法占用\(counted(count, .server))；该作业点（或车辆可能选到的某条通道）最多\(servers)个"
      )
    case .conditionSyntax(let text):
      return pick(
        "the condition \(quoted(text)) cannot be read; write it like \"class = aeo and queue at gate > 5\"",
        "无法读懂条件\(quoted(text))；请写作“class = aeo and queue at gate > 5”的形式"
      )
    case .conditionComparison(let attribute):
      return pick(
        "\(quoted(attribute)) can be compared by = and != only",
        "\(quoted(attribute))只能用=或!=比较"
      )

    // The run
    case .endlessFlow(let flow):
      return pick(
        "flow \(quoted(flow)) never ends, nor would the run; use \"at most\" or \"runs for\"",
        "车流\(quoted(flow))不会结束，仿真也无法结束；请用“at most”或“runs for”"
      )
    case .endlessProcedure(let procedure):
      return pick(
        "some truck never leaves procedure \(quoted(procedure)), nor would the run end; use \"runs for\"",
        "有车辆永远走不完流程\(quoted(procedure))，仿真无法结束；请用“runs for”"
      )
    case .warmUpUntilEmpty:
      return pick(
        "a run until empty has no warm-up; delete it or use \"runs for\"",
        "运行至清空的仿真没有预热期；请删去，或改用“runs for”"
      )
    case .warmUpTooLong(let horizon):
      return pick("the warm-up must be shorter than the run of \(horizon)", "预热期须短于仿真时长 \(horizon)")
    case .steadyState(let fault): return self.fault(fault)
    case .notPositive(let text):
      return pick("\(quoted(text)) is not above zero, as it must be", "\(quoted(text))须大于0")

    // Attributes, expressions, customs
    case .expression(let fault): return self.fault(fault)
    case .attribute(let fault): return self.fault(fault)
    case .patience(let fault): return self.fault(fault)
    case .parallel(let fault): return self.fault(fault)
    case .wait(let fault): return self.fault(fault)
    case .sum(let fault): return self.fault(fault)
    case .papers(let fault): return self.fault(fault)
    case .customs(let fault): return self.fault(fault)
    case .calendar(let fault): return self.fault(fault)
    case .outage(let fault): return self.fault(fault)
    case .server(let fault): return self.fault(fault)
    case .team(let fault): return self.fault(fault)
    case .service(let fault): return self.fault(fault)
    case .arrival(let fault): return self.fault(fault)
    case .standard(let fault): return self.fault(fault)
    case .state(let fault): return self.fault(fault)

    // Overrides
    case .overridePath(let path, let fault): return override(path, fault)
    }
  }

  private func dataFile(_ file: String, _ row: Int?, _ column: String?) -> String {
    let name = Self.printable(file)
    let place = [
      row.map { pick(", row \($0)", "第\($0)行") },
      column.map { pick(", column \(quoted($0))", "\(quoted($0))列") },
    ]
    return name + place.compactMap(\.self).joined() + pick(": ", "：")
  }
}
