import ScenarioFiles

extension Wording {
  /// The sentence of a fault.
  func fault(_ fault: ServiceFault) -> String {
    switch fault {
    case .togetherInterrupted(let words):
      return pick(
        "trucks that are served together are served to the end; delete \(quoted(words)) or "
          + "\"serves together\"",
        "一并服务的车辆须一并办完，中途不能中断；请删去\(quoted(words))或“serves together”"
      )
    case .neverFills(let count, let room):
      return pick(
        "a server waits for \(counted(count, .truck)), but there is only room for \(room)",
        "凑足\(counted(count, .truck))才开始服务，但此处最多容纳\(counted(room, .truck))"
      )
    case .blockedTogether(let station):
      return pick(
        "trucks that \(quoted(station)) serves together may come to a full station that blocks "
          + "upstream; only who is served alone can keep a server",
        "\(quoted(station))一并服务的车辆之后会到满员即向上游堵塞的作业点；只有单独服务的车辆才能占住服务台等候"
      )
    case .seizedTogether(let station):
      return pick(
        "servers of \(quoted(station)) serve several trucks together and cannot be seized",
        "\(quoted(station))的服务台一次服务多辆车，不能用seize占用"
      )
    case .seizedByLength(let station):
      return pick(
        "\(quoted(station)) serves the shortest service first, and how long a server is seized is "
          + "not known beforehand",
        "\(quoted(station))按作业时间短者优先，而seize占用多久事先不知，不能在此使用"
      )
    }
  }
}
