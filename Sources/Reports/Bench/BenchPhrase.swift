/// The fixed phrases of `kakou bench`.
///
/// A part in braces, such as `{work}`, is filled in where the phrase is used.
enum BenchPhrase: PhraseTable {
  // The machine and the program
  case machineWith, machine, releaseBuild, debugBuild, debugWarning

  // The works
  case w1, w2, w2b, gateWeek, fewer, sized, sizedByLength, severalReplications

  // The table
  case recordedTitle, rateTitle, gainTitle, cpuTitle, memoryTitle
  case none, summary, intervals, passages, steps
  case vehicles, passes, rows

  // The end
  case gainNote, costNote, rounds, agrees, effort, benchInterrupted, nothingComplete

  // Progress and options
  case measured, checked, unknownWork, unknownRecording, nothingToMeasure

  // Faults
  case wrongValue, wrongMean, otherCourse

  var texts: (en: String, zh: String) {
    switch self {
    case .machineWith:
      (
        "kakou {version}, {build}; {processors} × {processor}; {system}",
        "kakou {version}（{build}）；处理器{processors}个：{processor}；系统：{system}"
      )
    case .machine:
      (
        "kakou {version}, {build}; processors: {processors}; {system}",
        "kakou {version}（{build}）；处理器{processors}个；系统：{system}"
      )
    case .releaseBuild: ("release build", "发布版")
    case .debugBuild: ("debug build", "调试版")
    case .debugWarning:
      (
        "warning: this is a debug build; its figures compare with nothing.",
        "警告：这是调试版，其速度没有任何可比性。"
      )

    case .w1: ("the event calendar alone, as an M/M/1 queue", "仅事件引擎（M/M/1排队）")
    case .w2: ("a gate, and a yard with a queue", "卡口，其后查验场有排队")
    case .w2b: ("the same in a rush, with thousands waiting at the gate", "同上，高峰时卡口排队数千辆")
    case .gateWeek: ("a working week at the gates of a zone", "综合保税区卡口的一个工作周")
    case .fewer: ("fewer, for the disk", "写盘时减少")
    case .sized:
      (
        "{work}: {what}; {replications} of {vehicles} vehicles each",
        "{work}：{what}；{replications}，每次{vehicles}辆"
      )
    case .sizedByLength: ("{work}: {what}; {replications}", "{work}：{what}；{replications}")
    case .severalReplications: ("{least} to {most}", "{least}至{most}")

    case .recordedTitle: ("recorded", "记录")
    case .rateTitle: ("thousands/s with workers:", "万/秒，并行数：")
    case .gainTitle: ("gain", "加速比")
    case .cpuTitle: ("CPU µs", "CPU微秒")
    case .memoryTitle: ("MB", "内存MB")
    case .none: ("none", "不记录")
    case .summary: ("summary", "汇总")
    case .intervals: ("intervals", "分时段")
    case .passages: ("passages", "逐次通过")
    case .steps: ("steps", "逐步")
    case .vehicles: ("vehicles", "车辆")
    case .passes: ("gate passes", "过卡车次")
    case .rows: ("rows", "记录行")

    case .gainNote:
      ("Gain: {most} workers against {least}.", "加速比：并行数{most}与并行数{least}之比。")
    case .costNote:
      (
        "CPU: time of all processors per vehicle; MB: the most memory; both with workers: {most}.",
        "CPU：每辆车的处理器总时间；内存：峰值；均为并行数{most}时。"
      )
    case .rounds:
      ("Rounds: {rounds}; the fastest counts.", "每项测{rounds}轮，取最快的一轮。")
    case .agrees:
      (
        "Every run did the same, event by event, and its mean is the known one.",
        "各次运行的事件完全一致，均值与已知结果相符。"
      )
    case .effort: ("Seed {seed}; {time} in all.", "随机种子{seed}；总用时{time}。")
    case .benchInterrupted:
      ("Interrupted: what follows was complete.", "测速已中断，以下为已完成的部分。")
    case .nothingComplete:
      ("Interrupted before anything was complete.", "测速已中断，尚无已完成的部分。")

    case .measured:
      (
        "run {number} of {total}: {work}, recorded: {recorded}, workers: {workers}",
        "第{number}次运行（共{total}次）：{work}，记录：{recorded}，并行数{workers}"
      )
    case .checked:
      (
        "run {number} of {total}: {work}, to check it",
        "第{number}次运行（共{total}次）：核对{work}"
      )
    case .unknownWork:
      ("--work: there is no work {id}; there are: {names}", "--work：没有测试项{id}；可用：{names}")
    case .unknownRecording:
      (
        "--record: {found} is nothing that can be recorded; allowed: {names}",
        "--record：不能记录{found}；可用：{names}"
      )
    case .nothingToMeasure:
      (
        "--record: w1 has nothing to record; give --record none",
        "--record：w1没有可记录的内容；请用 --record none"
      )

    case .wrongValue:
      (
        "{work}: {measure} is {found} ± {halfWidth}, but known as {known}; a wrong result has no speed",
        "{work}：{measure}为{found}±{halfWidth}，而已知结果为{known}；结果有误，不给出速度"
      )
    case .wrongMean:
      (
        "{work}: the mean is {found} ± {halfWidth}, but known as {known}; a wrong result has no speed",
        "{work}：均值为{found}±{halfWidth}，而已知结果为{known}；结果有误，不给出速度"
      )
    case .otherCourse:
      (
        "{work}, recorded: {recorded}, workers: {workers}: replication {replication} went another way"
          + " than the first time; a wrong result has no speed",
        "{work}（记录：{recorded}，并行数{workers}）：第{replication}次仿真与首次不一致；结果有误，不给出速度"
      )
    }
  }
}

extension Wording {
  /// A phrase with its parts in braces filled in.
  ///
  /// - Precondition: there is a value for each part.
  func callAsFunction(
    _ phrase: BenchPhrase,
    _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    fill(phrase.text(language), "\(phrase)", values)
  }
}
