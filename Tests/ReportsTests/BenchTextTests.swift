import EventSimulation
import Foundation
import Testing

@testable import Reports
@testable import Studies

/// The table and the JSON of `kakou bench` on figures made by hand.
@Suite struct BenchTextTests {
  private func run(
    _ work: String,
    _ recording: BenchRecording,
    workers: Int,
    vehicles: UInt64 = 4_000_000,
    passes: UInt64 = 0,
    rows: Int = 0,
    seconds: Double,
    replications: Int = 8
  ) -> BenchResult.Run {
    BenchResult.Run(
      work: work,
      recording: recording,
      workers: workers,
      replications: replications,
      rounds: 3,
      vehicles: vehicles,
      passes: passes,
      rows: rows,
      events: 2 * vehicles,
      fingerprint: work == "w1" ? nil : Fingerprint(),
      seconds: seconds,
      cpuSeconds: 1,
      peakBytes: 27_400_000
    )
  }

  private func result(isDebugBuild: Bool = false, workers: [Int] = [1, 2]) -> BenchResult {
    var result = BenchResult(
      machine: BenchMachine(
        processors: 2,
        processor: "Abacus 3000",
        system: "Some Linux",
        isDebugBuild: isDebugBuild
      ),
      version: "1.2.3",
      seed: 1,
      workers: workers
    )
    result.wallSeconds = 58.4
    return result
  }

  private var whole: BenchResult {
    var result = result()
    result.groups = [
      BenchResult.Group(
        work: "w2",
        vehicles: 500_000,
        recordings: [.none, .summary],
        runs: [
          run("w2", .none, workers: 1, seconds: 1),
          run("w2", .none, workers: 2, seconds: 0.52),
          run("w2", .summary, workers: 1, seconds: 1.25),
          run("w2", .summary, workers: 2, seconds: 0.8),
        ]
      ),
      BenchResult.Group(
        work: "w2",
        vehicles: 25_000,
        recordings: [.steps],
        runs: [
          run("w2", .steps, workers: 1, vehicles: 200_000, rows: 823_000, seconds: 1),
          run("w2", .steps, workers: 2, vehicles: 200_000, rows: 823_000, seconds: 0.9),
        ]
      ),
      BenchResult.Group(
        work: "gate-week",
        vehicles: nil,
        recordings: [.none],
        runs: [
          run("gate-week", .none, workers: 1, vehicles: 9_000, passes: 17_800, seconds: 0.1),
          run(
            "gate-week",
            .none,
            workers: 2,
            vehicles: 10_000,
            passes: 19_800,
            seconds: 0.06,
            replications: 10
          ),
        ]
      ),
    ]
    return result
  }

  @Test func english() {
    let expected = """
      kakou 1.2.3, release build; 2 × Abacus 3000; Some Linux

        recorded  thousands/s with workers:      1      2  gain   CPU µs  MB
      w2: a gate, and a yard with a queue; 8 replications of 500,000 vehicles each
        none      vehicles                   4,000  7,692  1.92    0.250  27
        summary   vehicles                   3,200  5,000  1.56    0.250  27
      w2: fewer, for the disk; 8 replications of 25,000 vehicles each
        steps     vehicles                     200    222  1.11    5.000  27
                  rows                         823    914  1.11
      gate-week: a working week at the gates of a zone; 8 to 10 replications
        none      vehicles                    90.0    167  1.85  100.000  27
                  gate passes                  178    330  1.85

      Gain: 2 workers against 1.
      CPU: time of all processors per vehicle; MB: the most memory; both with workers: 2.
      Rounds: 3; the fastest counts.
      Every run did the same, event by event, and its mean is the known one.
      Seed 1; 58.4 s in all.
      """
    #expect(BenchText.text(whole, .en) == expected)
  }

  @Test func chinese() {
    let text = BenchText.text(whole, .zh)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines[0] == "kakou 1.2.3（发布版）；处理器2个：Abacus 3000；系统：Some Linux")
    #expect(lines[2] == "w2：卡口，其后查验场有排队；8次仿真，每次500,000辆")
    // In ten thousands.
    #expect(lines[3].hasPrefix("  不记录  车辆"))
    #expect(lines[3].contains(" 400 ") && lines[3].contains(" 769 "))
    #expect(lines.contains("gate-week：综合保税区卡口的一个工作周；8至10次仿真"))
    #expect(lines.last == "随机种子1；总用时58.4秒。")
    for line in lines { #expect(line.displayWidth <= 100, "\(line)") }
  }

  @Test func oneNumberOfWorkersHasNoGain() {
    var result = result(workers: [1])
    result.groups = [
      BenchResult.Group(
        work: "w1",
        vehicles: 1_000_000,
        recordings: [.none],
        runs: [run("w1", .none, workers: 1, seconds: 0.2)]
      )
    ]
    let text = BenchText.text(result, .en)
    #expect(text.contains("\n  none      vehicles                   20,000     –   0.250  27\n"))
    #expect(!text.contains("Gain"))
  }

  @Test func manyWorkersFitOnThePage() {
    let workers = [1, 2, 4, 8, 16, 32, 64]
    var result = result(workers: workers)
    result.groups = [
      BenchResult.Group(
        work: "w1",
        vehicles: 1_000_000,
        recordings: [.none],
        runs: workers.map { run("w1", .none, workers: $0, seconds: 0.16 / Double($0)) }
      )
    ]
    let lines = BenchText.text(result, .en).split(separator: "\n")
    #expect(lines[3].hasSuffix("64.00   0.250  27"), "\(lines[3])")
  }

  @Test func aDebugBuildIsNamed() {
    var debug = whole
    debug = BenchResult(
      machine: result(isDebugBuild: true).machine,
      version: "1.2.3",
      seed: 1,
      workers: [1, 2],
      groups: whole.groups
    )
    let text = BenchText.text(debug, .en)
    #expect(
      text.hasPrefix(
        """
        kakou 1.2.3, debug build; 2 × Abacus 3000; Some Linux
        warning: this is a debug build; its figures compare with nothing.

        """
      )
    )
    #expect(BenchText.text(debug, .zh).contains("\n警告：这是调试版"))
    #expect(BenchJSON.text(debug).contains("\"build\": \"debug\""))
  }

  @Test func anInterruptionIsSaid() {
    var part = whole
    part.isComplete = false
    part.groups[1].runs = []
    part.groups[2].runs.removeLast()
    let text = BenchText.text(part, .en)
    #expect(text.contains("\nInterrupted: what follows was complete.\n"))
    #expect(
      !text.contains("steps") && text.contains("gate passes                  178      –     –")
    )
    part.groups = [part.groups[1]]
    #expect(BenchText.text(part, .en) == "Interrupted before anything was complete.")
    #expect(BenchText.text(part, .zh) == "测速已中断，尚无已完成的部分。")
    #expect(BenchJSON.text(part).contains("\"state\": \"interrupted\""))
  }

  @Test func jsonHasOneEntryForEachRun() throws {
    let object = try JSONSerialization.jsonObject(with: Data(BenchJSON.text(whole).utf8))
    let top = try #require(object as? [String: Any])
    #expect(top["build"] as? String == "release" && top["processors"] as? Int == 2)
    #expect(top["processor"] as? String == "Abacus 3000" && top["state"] as? String == "complete")
    let runs = try #require(top["runs"] as? [[String: Any]])
    #expect(runs.count == 8)
    #expect(runs[1]["vehiclesPerSecond"] as? Double == 4_000_000 / 0.52)
    #expect(runs[1]["rows"] == nil && runs[1]["passes"] == nil)
    #expect(runs[4]["recording"] as? String == "steps")
    #expect(runs[4]["rowsPerSecond"] as? Double == 823_000)
    #expect(runs[7]["passesPerSecond"] as? Double == 19_800 / 0.06)
    #expect(runs[7]["fingerprint"] as? String == Fingerprint().text)
    #expect(runs[7]["peakBytes"] as? Int == 27_400_000)
  }

  // MARK: Words

  @Test func everyPhraseHasBothLanguages() {
    let holes: (String) -> [String] = { text in
      text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
        .compactMap { $0.split(separator: "}").first.map(String.init) }.sorted()
    }
    let isChinese: (String) -> Bool = { text in
      text.unicodeScalars.contains { 0x4E00...0x9FFF ~= $0.value }
    }
    for phrase in BenchPhrase.allCases {
      let (en, zh) = (phrase.text(.en), phrase.text(.zh))
      #expect(!en.isEmpty && !isChinese(en), "\(phrase)")
      // Nothing but data.
      #expect(isChinese(zh) || phrase == .sizedByLength, "\(phrase)")
      #expect(holes(en) == holes(zh), "\(phrase)")
    }
  }

  @Test func everyWorkHasItsWords() {
    for work in BenchWork.all {
      var result = result(workers: [1])
      result.groups = [
        BenchResult.Group(
          work: work.id,
          vehicles: 1,
          recordings: [.none],
          runs: [run(work.id, .none, workers: 1, seconds: 1)]
        )
      ]
      #expect(!BenchText.text(result, .en).contains("\(work.id): \(work.id)"))
    }
  }

  @Test func faultsAndOptionsAreWorded() {
    let (en, zh) = (Wording(.en), Wording(.zh))
    let wrong = StudyError.bench(
      .wrongValue(
        work: "w2",
        measure: "yard.wait.mean",
        found: 4_000,
        halfWidth: 81.5,
        known: 4_560...4_740
      )
    )
    #expect(
      en.studyError(wrong)
        == "w2: yard.wait.mean is 4,000 ± 81.5, but known as 4,560–4,740; a wrong result has no speed"
    )
    #expect(
      zh.studyError(wrong)
        == "w2：yard.wait.mean为4,000±81.5，而已知结果为4,560–4,740；结果有误，不给出速度"
    )
    let mean = StudyError.bench(
      .wrongValue(work: "w1", measure: "", found: 9.25, halfWidth: 0.1, known: 10...10)
    )
    #expect(en.studyError(mean).hasPrefix("w1: the mean is 9.25 ± 0.1, but known as 10;"))
    let course = StudyError.bench(
      .otherCourse(work: "w2b", recording: .steps, workers: 2, replication: 3)
    )
    #expect(en.studyError(course).hasPrefix("w2b, recorded: steps, workers: 2: replication 3 went"))
    #expect(zh.studyError(course).hasPrefix("w2b（记录：逐步，并行数2）：第3次仿真与首次不一致"))

    let unknown = UsageFault.bench(.unknownWork("gate-weak", existing: BenchWork.all.map(\.id)))
    #expect(en.usage(unknown).hasSuffix("did you mean \"gate-week\"?"))
    #expect(zh.usage(unknown).hasPrefix("--work：没有测试项“gate-weak”；可用：w1、w2、w2b、gate-week"))
    let recording = UsageFault.bench(
      .unknownRecording("step", existing: BenchRecording.allCases.map(\.rawValue))
    )
    #expect(en.usage(recording).hasSuffix("did you mean \"steps\"?"))
    #expect(en.usage(.bench(.nothingToMeasure)).contains("--record none"))
    let progress = BenchStudy.Progress(
      number: 3,
      total: 9,
      work: "w2",
      recording: .steps,
      workers: 2
    )
    #expect(en.progress(progress) == "run 3 of 9: w2, recorded: steps, workers: 2")
    let check = BenchStudy.Progress(number: 1, total: 9, work: "w2", recording: nil, workers: 2)
    #expect(zh.progress(check) == "第1次运行（共9次）：核对w2")
  }
}
