import EventSimulation
import RandomVariates
import ResultStore
import ScenarioFiles
import Studies
import Testing

@testable import Reports

@Suite struct WordingTests {
  private func hasChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { 0x4E00...0x9FFF ~= $0.value }
  }

  /// Chinese text in Chinese, English in ASCII but for the marks that English text has too.
  private func check(_ en: String, _ zh: String, words: [String] = []) {
    #expect(hasChinese(zh), "\(zh)")
    #expect(!en.isEmpty && !hasChinese(en) && !en.contains("，") && !en.contains("；"), "\(en)")
    // Scenario text within a sentence keeps its own commas.
    var prose = zh
    for word in words + [". [ ] = , : / #"] { prose = prose.replacing(word, with: "") }
    #expect(!prose.contains("; ") && !prose.contains(", "), "\(zh)")
    for word in words {
      #expect(en.contains(word) && zh.contains(word), "\(word): \(en) | \(zh)")
    }
  }

  private func placeholders(_ text: String) -> [String] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
      .compactMap { $0.split(separator: "}").first.map(String.init) }.sorted()
  }

  @Test func everyPhraseHasBothLanguages() {
    for phrase in Phrase.allCases {
      let (en, zh) = (phrase.text(.en), phrase.text(.zh))
      #expect(!en.isEmpty && !hasChinese(en), "\(phrase)")
      // What is nothing but data and marks needs no character of either language.
      let isFrame = phrase == .optionValue
      #expect(hasChinese(zh) || isFrame, "\(phrase): \(zh)")
      #expect(placeholders(en) == placeholders(zh), "\(phrase)")
    }
  }

  @Test func everyCustomsPhraseHasBothLanguages() {
    for phrase in CustomsPhrase.allCases {
      let (en, zh) = (phrase.text(.en), phrase.text(.zh))
      #expect(!en.isEmpty && !hasChinese(en), "\(phrase)")
      // What is nothing but data and marks needs no character of either language.
      let frames: [CustomsPhrase] = [
        .documentWay, .drawnAs, .attributeIs, .onDays, .shortAssumption,
      ]
      #expect(hasChinese(zh) || frames.contains(phrase), "\(phrase): \(zh)")
      #expect(placeholders(en) == placeholders(zh), "\(phrase)")
    }
  }

  @Test func everyCalendarPhraseHasBothLanguages() {
    for phrase in CalendarPhrase.allCases {
      let (en, zh) = (phrase.text(.en), phrase.text(.zh))
      #expect(!en.isEmpty && !hasChinese(en), "\(phrase)")
      #expect(hasChinese(zh), "\(phrase): \(zh)")
      #expect(placeholders(en) == placeholders(zh), "\(phrase)")
    }
  }

  @Test func everyInspectionPhraseHasBothLanguages() {
    for phrase in InspectionPhrase.allCases {
      let (en, zh) = (phrase.text(.en), phrase.text(.zh))
      #expect(!en.isEmpty && !hasChinese(en), "\(phrase)")
      #expect(hasChinese(zh), "\(phrase): \(zh)")
    }
  }

  @Test func everyPrecisionPhraseHasBothLanguages() {
    for phrase in PrecisionPhrase.allCases {
      let (en, zh) = (phrase.text(.en), phrase.text(.zh))
      #expect(!en.isEmpty && !hasChinese(en), "\(phrase)")
      #expect(hasChinese(zh), "\(phrase): \(zh)")
      #expect(placeholders(en).sorted() == placeholders(zh).sorted(), "\(phrase)")
    }
  }

  @Test func everySteadyStatePhraseHasBothLanguages() {
    for phrase in SteadyStatePhrase.allCases {
      let (en, zh) = (phrase.text(.en), phrase.text(.zh))
      #expect(!en.isEmpty && !hasChinese(en), "\(phrase)")
      #expect(hasChinese(zh), "\(phrase): \(zh)")
      #expect(Set(placeholders(en)) == Set(placeholders(zh)), "\(phrase)")
    }
  }

  @Test func everyPatiencePhraseHasBothLanguages() {
    for phrase in PatiencePhrase.allCases {
      let (en, zh) = (phrase.text(.en), phrase.text(.zh))
      #expect(!en.isEmpty && !hasChinese(en), "\(phrase)")
      #expect(hasChinese(zh), "\(phrase): \(zh)")
      #expect(placeholders(en) == placeholders(zh), "\(phrase)")
    }
  }

  @Test func everyPapersPhraseHasBothLanguages() {
    for phrase in PapersPhrase.allCases {
      let (en, zh) = (phrase.text(.en), phrase.text(.zh))
      #expect(!en.isEmpty && !hasChinese(en), "\(phrase)")
      #expect(hasChinese(zh), "\(phrase): \(zh)")
      #expect(placeholders(en) == placeholders(zh), "\(phrase)")
    }
  }

  @Test func everyFaultIsWorded() {
    let (en, zh) = (Wording(.en), Wording(.zh))
    for (fault, words) in FaultSamples.all {
      check(en.fault(fault), zh.fault(fault), words: words)
    }
    for (fault, words) in FaultSamples.distributions {
      check(en.distribution(fault), zh.distribution(fault), words: words)
    }
    #expect(Set(FaultSamples.all.map { caseName($0.fault) }).count == FaultSamples.count(.isEmpty))
    #expect(Set(FaultSamples.distributions.map { caseName($0.fault) }).count == 10)
  }

  @Test(arguments: [
    (
      ScenarioFault.unknownKey(
        "servrs",
        section: .station,
        allowed: ["servers", "queue"],
        nearest: "servers"
      ),
      "a station has no key \"servrs\"; allowed: servers, queue; did you mean \"servers\"?",
      "作业点中没有键“servrs”；可用：servers、queue；是否应为“servers”？"
    ),
    (
      .missingUnit(text: "5", kind: .duration, allowed: ["s", "min"]),
      "\"5\" is not a length of time with its unit; allowed: s, min", "“5”不是带单位的时长；可用：s、min"
    ),
    (
      .unknownName("gat", kind: .station, existing: [], nearest: nil),
      "there is no station \"gat\"; there is none", "没有名为“gat”的作业点；目前一个也没有"
    ),
    (
      .forgottenQuotes(text: "uniform(1 min, 2 min)"),
      "a text with a comma needs quotes inside { } and [ ]; write \"uniform(1 min, 2 min)\"",
      "在{ }和[ ]内，含逗号的文本须加引号；请写作\"uniform(1 min, 2 min)\""
    ),
    (
      .wrongArguments(distribution: "erlang", found: "2 min", expected: "erlang(K, MEAN)"),
      "\"2 min\" does not fit erlang; write erlang(K, MEAN)",
      "“2 min”不符合erlang的写法；请写作erlang(K, MEAN)"
    ),
    (
      .csv(
        file: "t.csv",
        row: 5,
        column: "time (s)",
        .csv(file: "u.csv", row: nil, column: nil, .noRows)
      ),
      "t.csv, row 5, column \"time (s)\": u.csv: there is no value in this column",
      "t.csv第5行“time (s)”列：u.csv：该列没有数据"
    ),
    (
      .distribution(
        .part(index: 1, fault: .outOfRange(name: "cv", found: 0, low: 0.001, high: 100))
      ),
      "part 2: the coefficient of variation is 0; 0.001 to 100 is allowed",
      "第2部分：变异系数为0；允许0.001至100"
    ),
  ])
  func sentences(fault: ScenarioFault, en: String, zh: String) {
    #expect(Wording(.en).fault(fault) == en)
    #expect(Wording(.zh).fault(fault) == zh)
  }

  @Test func problemsSayWhere() {
    let fault = ScenarioFault.notWhole("1.5")
    let places: [(SourcePosition?, String)] = [
      (SourcePosition(line: 4, column: 12), "gate.yaml:4:12: \"1.5\" is no whole number"),
      (nil, "gate.yaml: \"1.5\" is no whole number"),
      (
        SourcePosition(line: 1, column: 6, override: "seed=1.5"),
        "--set seed=1.5: \"1.5\" is no whole number"
      ),
    ]
    for (position, text) in places {
      let problem = ScenarioProblem(file: "gate.yaml", position: position, fault: fault)
      #expect(Wording(.en).problem(problem) == text)
    }
    let problem = ScenarioProblem(file: "卡口.yaml", position: places[0].0, fault: fault)
    #expect(Wording(.zh).problem(problem) == "卡口.yaml:4:12: “1.5”不是整数")
  }

  @Test func listsAreShort() {
    let words = (1...40).map { "w\($0)" }
    let text = Wording(.en).list(words)
    #expect(text.hasSuffix("w14, w15, … (40 in all)"))
    #expect(Wording(.zh).list(words).hasSuffix("w14、w15……（共40个）"))
    #expect(Wording(.en).list(Array(words.prefix(15))).hasSuffix("w14, w15"))
  }

  /// A text that clears the screen or turns the direction of writing shows as its code.
  @Test func userTextCannotSteerTheTerminal() {
    #expect(Wording(.en).quoted("a\u{1B}[2Jb\u{202E}c") == "\"a\\u{1B}[2Jb\\u{202E}c\"")
    let long = Wording(.en).quoted(String(repeating: "x", count: 500))
    #expect(long == "\"" + String(repeating: "x", count: 80) + "…\"")
  }

  @Test func kindsAreWorded() {
    let (en, zh) = (Wording(.en), Wording(.zh))
    for kind in SectionKind.allCases { check(en.section(kind), zh.section(kind)) }
    for kind in NamedKind.allCases {
      check(en.kind(kind), zh.kind(kind))
      check(en.kinds(kind), zh.kinds(kind))
    }
    for kind in [NodeKind.text, .list, .mapping, .nothing] { check(en.node(kind), zh.node(kind)) }
    for noun in Wording.Noun.allCases { check(en.counted(2, noun), zh.counted(2, noun)) }
    #expect(en.counted(1, .truck) == "1 truck")
  }

  @Test func storeErrorsAreWorded() {
    let samples: [(ResultStoreError, [String])] = [
      (.notADatabase(path: "r.sqlite"), ["--database"]),
      (.foreignDatabase(path: "r.sqlite"), ["--database"]),
      (.newerSchema(path: "r.sqlite", found: 9, known: 2), ["9", "2"]),
      (.cannotOpen(path: "r.sqlite", reason: "no luck"), ["no luck"]),
      (.readOnly(path: "r.sqlite"), []),
      (.diskFull(path: "r.sqlite"), []), (.busy(path: "r.sqlite"), ["--database"]),
      (.folderMissing(path: "r.sqlite"), []), (.fileMissing(path: "r.sqlite"), []),
    ]
    for (error, words) in samples {
      check(
        Wording(.en).storeError(error),
        Wording(.zh).storeError(error),
        words: words + ["r.sqlite"]
      )
    }
    let other = ResultStoreError.other(code: 266, message: "disk I/O error")
    check(
      Wording(.en).storeError(other),
      Wording(.zh).storeError(other),
      words: ["266", "disk I/O error"]
    )
  }

  @Test func optionsAreWorded() {
    let faults: [(UsageFault, [String])] = [
      (.notPositive(option: "--days", found: "0"), ["--days 0"]),
      (.value(option: "--seed", .notANumber("abc")), ["--seed", "abc"]),
      (.conflict("--replications", "--replication"), ["--replications", "--replication"]),
      (.requires("--at-most", "--precision"), ["--at-most", "--precision"]),
      (.replicationBeyond(found: 40, replications: 30), ["--replication 40", "30"]),
    ]
    for (fault, words) in faults {
      check(Wording(.en).usage(fault), Wording(.zh).usage(fault), words: words)
    }
    let periods = WarmUpFault.tooFewPeriods(period: .days(7), horizon: .days(30), least: 10)
    check(
      Wording(.en).studyError(.warmUp(periods)),
      Wording(.zh).studyError(.warmUp(periods)),
      words: ["10", "7", "30"]
    )
    let precision: [(PrecisionFault, String)] = [
      (.noInterval(measure: "zone.makespan.max"), "zone.makespan.max"),
      (.batches(option: "--precision"), "--precision"),
    ]
    for (fault, word) in precision {
      let error = StudyError.precision(fault)
      check(Wording(.en).studyError(error), Wording(.zh).studyError(error), words: [word])
    }
    let days: [StudyError] = [
      .daysNotPossible(days: 2, reason: .runsUntilEmpty),
      .daysNotPossible(days: 2, reason: .warmUpTooLong("3 d")),
    ]
    for error in days {
      check(Wording(.en).studyError(error), Wording(.zh).studyError(error), words: ["--days 2"])
    }
  }

  @Test func unknownMeasuresHaveNeighbours() {
    let known = ["gate.queue.mean", "gate.wait.mean", "gate.wait.p95", "zone.present.mean"]
    let names = [
      "gate.wiat.mean", "gate.wait.p97531", "gate.abcdefg.mean-of-all", "nowhere.at.all",
    ]
    let lines = Wording(.en).studyError(.unknownMeasures(names, known: known))
    #expect(
      lines == """
        --measures: there is no measure "gate.wiat.mean"; did you mean "gate.wait.mean"?
        --measures: there is no measure "gate.wait.p97531"; did you mean "gate.wait.p95"?
        --measures: there is no measure "gate.abcdefg.mean-of-all"; there are: gate.queue.mean, \
        gate.wait.mean, gate.wait.p95
        --measures: there is no measure "nowhere.at.all"
        """
    )
  }

  @Test func aStationThatBlocksItself() {
    let warning = RunWarning.deadlock(replications: 2, stations: ["gate"])
    check(Wording(.en).sentence(warning), Wording(.zh).sentence(warning), words: ["gate"])
    #expect(!Wording(.en).sentence(warning).contains("circle"))
  }

  @Test func progressAndInterruption() {
    let (en, zh) = (Wording(.en), Wording(.zh))
    #expect(en.progress(replication: 12, of: 30) == "replication 12 of 30")
    #expect(zh.progress(replication: 12, of: 30) == "第12次仿真，共30次")
    #expect(en.progress(replication: 12, of: nil) == "replication 12")
    #expect(
      en.interrupted(completed: 12, of: 30, database: "r.sqlite", run: 3)
        == "interrupted: 12 of 30 replications are complete and recorded in r.sqlite as run 3"
    )
    #expect(
      zh.interrupted(completed: 12, of: 30, database: "r.sqlite", run: 3)
        == "已中断：共30次仿真，已完成12次并存入r.sqlite，运行编号3"
    )
  }
}
