import ClearanceModel
import ScenarioFiles

extension Wording {
  /// The sentence of a fault.
  func fault(_ fault: StateFault) -> String {
    switch fault {
    case .unknownKey(let key, let allowed, let nearest):
      return pick("a state has no key \(quoted(key))", "状态文件中没有键\(quoted(key))")
        + self.allowed(allowed) + didYouMean(nearest)
    case .missing(let keys):
      let names = keys.map(quoted).joined(separator: pick(" or ", "或"))
      return pick("\(names) is missing", "缺少\(names)")
    case .notAnInstant(let text):
      return pick(
        "\(quoted(text)) is no instant; write 10:30 for the first day, 2024-03-04 10:30, or 34.5 h "
          + "from the start of the run",
        "\(quoted(text))不是时刻；请写作 10:30（第一天）、2024-03-04 10:30，或自仿真开始起的 34.5 h"
      )
    case .noDates(let text):
      return pick(
        "\(quoted(text)) is a date, and the scenario does not say on which date it \"starts\"; write "
          + "a time of day, or hours from the start such as 34.5 h",
        "\(quoted(text))是日期，而方案没有用“starts”给出起始日期；请写时刻，或自开始起的小时数，如 34.5 h"
      )
    case .beforeStart(let text, let starts):
      return pick(
        "\(quoted(text)) is before the scenario starts, on \(starts)",
        "\(quoted(text))早于方案的起始日期 \(starts)"
      )
    case .beyondRun(let text, let horizon):
      return pick(
        "\(quoted(text)) is not before the end of the run of \(horizon)",
        "\(quoted(text))不早于仿真的结束时间（时长 \(horizon)）"
      )
    case .neverComes(let flow, let place, let existing):
      return pick(
        "trucks of \(quoted(flow)) never come to \(quoted(place))",
        "\(quoted(flow))的车辆从不经过\(quoted(place))"
      ) + there(existing) + didYouMean(nearestName(to: place, in: existing))
    case .needsLane(let station, let lanes):
      return pick(
        "\(quoted(station)) has lanes, and a truck holds one of them",
        "\(quoted(station))设有通道，车辆占用的是其中一条"
      ) + there(lanes)
    case .closedFlow(let flow):
      return pick(
        "flow \(quoted(flow)) has a fixed number of trucks that begin anew; a state cannot say where "
          + "they are",
        "车流\(quoted(flow))车辆数固定、循环往复，状态文件无法给出其位置"
      )
    case .nobody:
      return pick(
        "there is not a single truck in it; without one, run the scenario as it is",
        "其中一辆车也没有；如无车辆，请直接运行方案"
      )
    case .noTruck(let flow, let place, let since, let tried):
      return noTruck(flow, place, since, tried)
    case .noServer(let place, let open, let at):
      return pick(
        "more are in service at \(quoted(place)) than servers are open: \(open) at \(at)",
        "\(quoted(place))的在办车辆多于开放的服务台：\(at) 时开放 \(open) 个"
      )
    case .noRoom(.some(let place), let capacity):
      return pick(
        "\(quoted(place)) has room for \(capacity), and more are there",
        "\(quoted(place))只能容纳 \(capacity) 辆，而所列车辆更多"
      )
    case .noRoom(nil, let capacity):
      return pick(
        "the whole system has room for \(capacity), and more are in it",
        "整个系统只能容纳 \(capacity) 辆，而所列车辆更多"
      )
    case .obstacle(let obstacle, let flow, let place):
      return self.obstacle(obstacle, flow, place)
    }
  }

  private func noTruck(_ flow: String, _ place: String, _ since: String?, _ tried: Int) -> String {
    let count = quantities.count(tried)
    guard let since else {
      return place.isEmpty
        ? pick(
          "none of \(count) trucks of \(quoted(flow)) is on its way to a first place",
          "\(quoted(flow))的 \(count) 辆试算车辆中，没有一辆正驶向第一个地点"
        )
        : pick(
          "none of \(count) trucks of \(quoted(flow)) is found at \(quoted(place)) like this",
          "\(quoted(flow))的 \(count) 辆试算车辆中，没有一辆以这种方式处于\(quoted(place))"
        )
    }
    let place = place.isEmpty ? pick("on its way", "在途") : quoted(place)
    return pick(
      "none of \(count) trucks of \(quoted(flow)) is found at \(place) for as long as \(since)",
      "\(quoted(flow))的 \(count) 辆试算车辆中，没有一辆在\(place)处停留达 \(since)"
    )
  }

  private func obstacle(
    _ obstacle: PlacementFault.Obstacle,
    _ flow: String,
    _ place: String
  ) -> String {
    switch obstacle {
    case .papers:
      return pick(
        "trucks of \(quoted(flow)) have papers in account books, which a state does not know; leave "
          + "this flow out",
        "\(quoted(flow))的车辆带有账册单证，状态文件无法给出；请不要列出该车流"
      )
    case .parallel:
      return pick(
        "\(quoted(place)) is within \"do in parallel\" for trucks of \(quoted(flow)); a state can only "
          + "put them before or after it",
        "对\(quoted(flow))的车辆而言，\(quoted(place))位于“do in parallel”之内；状态只能列在其前或其后"
      )
    case .seizeTogether:
      return pick(
        "trucks of \(quoted(flow)) wait for \(quoted(place)) and other stations at once, which a state "
          + "cannot say",
        "\(quoted(flow))的车辆同时等待\(quoted(place))及其他站点，状态文件无法表达"
      )
    case .servesTogether:
      return pick(
        "\(quoted(place)) serves several together; a state can only say who waits there",
        "\(quoted(place))一次服务多辆车；状态文件只能列出在此等待的车辆"
      )
    }
  }
}
