import ClearanceRecords
import EventSimulation
import Studies

/// Why a truck's story cannot be told.
extension Wording {
  func explainFault(_ fault: ExplainFault) -> String {
    switch fault {
    case .noSuchRun(let run, let runs):
      return pick("--run \(run): there is no such run", "--run \(run)：没有该编号的运行")
        + there(runs.map { "\($0)" })
    case .noCompleteRun(let runs):
      guard !runs.isEmpty else { return pick("the file has no runs", "结果文件中没有任何运行") }
      return pick(
        "no run of this file is complete; name one with --run",
        "结果文件中没有已完成的运行；请用 --run 指定"
      ) + there(runs.map { "\($0)" })
    case .noSuchReplication(let number, let run, let complete):
      return pick(
        "--replication \(number): run \(run) has no such complete replication",
        "--replication \(number)：运行\(run)中没有该次已完成的仿真"
      ) + there(complete.map { "\($0)" })
    case .noSuchTruck(let truck, let replication, let trucks):
      return pick(
        "there is no truck \(quoted(truck)): \(counted(Int(trucks), .truck)) of that flow came in "
          + "replication \(replication)",
        "没有车辆\(quoted(truck))：第\(replication)次仿真中该车流共到达\(counted(Int(trucks), .truck))"
      )
    case .otherCourse(let replication, let found, let recorded, let version):
      return pick(
        "replication \(replication), simulated again, takes another course than the recorded one "
          + "(fingerprint \(found), recorded \(recorded) by version \(version)); use that version, "
          + "or run the scenario again with --record steps",
        "重新仿真第\(replication)次得到的过程与记录不一致（指纹\(found)，记录为\(recorded)，由版本\(version)写入）；"
          + "请使用该版本，或加 --record steps 重新运行方案"
      )
    case .unreadableOptions(let run):
      return pick(
        "the options of run \(run) are in a form that this release does not know",
        "运行\(run)的选项格式本版本无法识别"
      )
    }
  }

  /// Day, hour, minute and second from the start of the run, as `1 09:30:05`.
  func clock(_ time: SimulatedTime) -> String {
    let seconds = (time.microseconds + 500_000) / 1_000_000
    let (day, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let parts = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(day) \(parts.joined(separator: ":"))"
  }

  // MARK: Events

  /// What happened at one instant to a truck, or to one companion, in words after the time.
  func sentence(_ events: [TruckEvent]) -> String {
    let what = events.map { sentence($0.what) }.joined(separator: pick("; ", "；"))
    guard let number = events.first?.companion, number > 0 else { return what }
    return pick("(companion \(number)) ", "（随附\(number)）") + what
  }

  private func sentence(_ what: TruckEvent.What) -> String {
    switch what {
    case .announced: return pick("is announced", "预报")
    case .arrived: return pick("arrives", "到达")
    case .visit(let visit): return sentence(visit)
    case .step(let name, let procedure, let end):
      let name = stepName(name, of: procedure)
      guard let end else { return pick("\(name), not over", "\(name)，未结束") }
      return pick("\(name), until \(clock(end))", "\(name)，至\(clock(end))")
    case .waitedForPapers(let wait): return sentence(wait)
    case .document(let name, let state): return pick("\(name): \(state)", "\(name)：\(state)")
    case .gathered(let collection, let closing):
      guard let closing else {
        return pick(
          "added to \(collection), after the last closing",
          "归入\(collection)，此后不再集中申报"
        )
      }
      return pick(
        "added to \(collection), for closing \(closing)",
        "归入\(collection)，第\(closing)期"
      )
    case .companionStarted(let procedure, nil):
      return pick("begins \(procedure)", "开始办理\(procedure)")
    case .companionStarted(let procedure, let gathered?):
      return pick(
        "begins \(procedure) for \(gathered) gathered",
        "开始办理\(procedure)，归集\(gathered)份"
      )
    case .companionEnded: return pick("is done", "办结")
    case .cleared: return pick("cleared", "放行")
    case .left(turnedAway: false): return pick("leaves", "离开")
    case .left(turnedAway: true): return pick("is turned away", "被劝返")
    case .gaveUp: return pick("leaves, having given up", "放弃排队，离开")
    case .stillInside: return pick("still inside when the run ends", "仿真结束时仍在场内")
    }
  }

  /// The name of a step that takes time; one without a name is called by its kind.
  private func stepName(_ name: String, of procedure: String?) -> String {
    let word =
      switch name {
      case "delay": pick("delay", "延时")
      case "do in parallel": pick("do in parallel", "同时进行多项")
      default: name
      }
    guard let procedure else { return word }
    return pick("\(word) (\(procedure))", "\(word)（\(procedure)）")
  }

  private func sentence(_ visit: TruckVisit) -> String {
    let wait = quantities.duration(visit.wait.seconds)
    if visit.outcome == .turnedAway {
      return pick(
        "turned away at \(visit.place): full, or its queue too long",
        "\(visit.place)已满或排队过长，被劝返"
      )
    }
    if visit.outcome == .reneged {
      return pick("\(visit.place): gives up after \(wait)", "\(visit.place)：等待\(wait)后放弃排队")
    }
    guard let start = visit.startedAt else {
      return pick(
        "\(visit.place): waits \(wait), still waiting when the run ends",
        "\(visit.place)：等待\(wait)，仿真结束时仍在等待"
      )
    }
    let way =
      visit.wait > .zero ? pick("waits \(wait)", "等待\(wait)") : pick("no wait", "无需等待")
    guard let left = visit.leftAt else {
      return pick(
        "\(visit.place): \(way), there from \(clock(start)), not over",
        "\(visit.place)：\(way)，\(clock(start))起办理，未结束"
      )
    }
    let took = quantities.duration((left - start).seconds)
    var (stay, stayed) = ("", "")
    if visit.traits.interrupts { (stay, stayed) = (", interruptions included", "（含中断时间）") }
    if visit.blocked > .zero {
      let blocked = quantities.duration(visit.blocked.seconds)
      stay += ", of which \(blocked) blocked after service"
      stayed += "（办完后因前方无位滞留\(blocked)）"
    }
    return pick(
      "\(visit.place): \(way), there for \(took) until \(clock(left))\(stay)",
      "\(visit.place)：\(way)，办理\(took)\(stayed)，至\(clock(left))"
    )
  }
}
