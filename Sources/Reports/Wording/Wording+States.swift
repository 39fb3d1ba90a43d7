import ClearanceModel
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
    }
  }
}
