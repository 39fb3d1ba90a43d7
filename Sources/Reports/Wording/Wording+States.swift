import ClearanceModel
import ClearanceRecords
import EventSimulation
import ScenarioFiles
import Studies

/// Runs that begin with trucks in their places.
extension Wording {
  /// From which state a run begins: its name, its file, its instant and its trucks.
  func startedFrom(_ state: StateFile, on starts: CalendarDate?) -> String {
    let name = state.name.isEmpty ? "" : pick(" \(quoted(state.name))", quoted(state.name))
    let file = Self.printable(state.file)
    let at = instant(state.state.at, on: starts)
    let trucks = quantities.count(state.state.trucks)
    return pick(
      "from the state\(name) (\(file)) at \(at): \(trucks) trucks are there, statistics begin then",
      "起始状态\(name)（\(file)），时刻 \(at)：在场 \(trucks) 辆车，自此开始统计"
    )
  }

  /// An instant: a date and a time of day where dates are known, else the time of day of the first
  /// day, or the time since the start.
  func instant(_ time: SimulatedTime, on starts: CalendarDate?) -> String {
    let minutes = time.microseconds / 60_000_000
    guard time == .minutes(minutes) else { return durationText(time) }
    let (day, ofDay) = (minutes / 1440, minutes % 1440)
    func digits(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let clock = "\(digits(ofDay / 60)):\(digits(ofDay % 60))"
    if let starts { return "\(starts.adding(days: Int(day)).isoText) \(clock)" }
    return day == 0 ? clock : durationText(time)
  }

  /// Why a state cannot be taken from where it was asked for.
  func stateFault(_ fault: StateStudyFault) -> String {
    switch fault {
    case .onlyOfResults(let option, let file):
      return pick(
        "\(option) says which state of a results file is meant, and \(quoted(file)) is none; write "
          + "\"at\" into the state itself",
        "\(option)用于指定结果文件中的状态，而\(quoted(file))不是结果文件；请在状态文件中写“at”"
      )
    case .instantMissing(let file):
      return pick(
        "\(quoted(file)) is a results file: say with --at which instant of it is meant, as in --at "
          + "10:30 or --at \"34.5 h\"",
        "\(quoted(file))是结果文件：请用 --at 指明时刻，如 --at 10:30 或 --at \"34.5 h\""
      )
    case .needsState(let option):
      return pick(
        "\(option) says which state is meant; name its file with --from-state",
        "\(option)用于指定起始状态；请用 --from-state 给出文件"
      )
    case .instant(let fault): return usage(.value(option: "--at", fault))
    case .noSuchRun(let run, let runs):
      return pick("there is no run \(run)", "没有编号为 \(run) 的运行") + there(runs.map(String.init))
    case .noSuchReplication(let number, let run, let complete):
      let found =
        complete.count > 6
        ? ["\(complete[0])", "…", "\(complete[complete.count - 1])"]
        : complete.map(String.init)
      return pick(
        "run \(run) has no complete replication \(number)",
        "运行 \(run) 没有已完成的第 \(number) 次重复"
      ) + there(found)
    case .notRecorded(let run, let level):
      return pick(
        "run \(run) is recorded at level \(level.rawValue), which does not say who was where; run it "
          + "with --record passages",
        "运行 \(run) 的记录级别为 \(level.rawValue)，没有记录车辆的位置；请用 --record passages 重新运行"
      )
    case .nobodyThere(let at, let run):
      return pick(
        "nobody is there at \(at) in run \(run); without a truck, run the scenario as it is",
        "运行 \(run) 在 \(at) 时没有车辆在场；如无车辆，请直接运行方案"
      )
    case .blocked(let place):
      return pick(
        "a truck at \(quoted(place)) keeps its server for want of room elsewhere, which a state cannot "
          + "say; choose another instant",
        "\(quoted(place))有车辆因前方无位而占用服务台，状态文件无法表达；请另选时刻"
      )
    case .cannotWrite(let file, let reason):
      return pick(
        "\(Self.printable(file)): the state cannot be written: \(Self.printable(reason))",
        "\(Self.printable(file))：无法写入状态：\(Self.printable(reason))"
      )
    }
  }
}
