import ScenarioFiles

extension Wording {
  /// The sentence of a fault.
  func fault(_ fault: TeamFault) -> String {
    switch fault {
    case .cannotServe(let station, .lanes):
      pick(
        "\(quoted(station)) has lanes, so no team can serve there; give it servers instead",
        "\(quoted(station))设有通道，班组不能在此服务；请改写为 servers"
      )
    case .cannotServe(let station, .isPreemptive):
      pick(
        "a higher class takes servers of \(quoted(station)), so no team can serve there",
        "\(quoted(station))的作业位会被高优先类别中断，班组不能在此服务"
      )
    case .cannotServe(let station, .servesTogether):
      pick(
        "\(quoted(station)) serves several trucks together, so no team can serve there",
        "\(quoted(station))一次服务多辆车，班组不能在此服务"
      )
    case .cannotServe(let station, .fails):
      pick(
        "servers of \(quoted(station)) fail, so no team can serve there",
        "\(quoted(station))的作业位会故障，班组不能在此服务"
      )
    case .seizesSeveral(let station, let count):
      pick(
        "teams serve at \(quoted(station)) and give one member at a time, not \(count)",
        "\(quoted(station))由班组服务，每次只能派出1人，不能占用\(count)个"
      )
    case .seizesTogether(let station):
      pick(
        "teams serve at \(quoted(station)), so it cannot be seized together with other stations; "
          + "seize one after the other",
        "\(quoted(station))由班组服务，不能与其他作业点同时占用；请逐个占用（seize）"
      )
    }
  }
}
