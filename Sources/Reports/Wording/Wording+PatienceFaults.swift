import ScenarioFiles

extension Wording {
  /// The sentence of a fault.
  func fault(_ fault: PatienceFault) -> String {
    switch fault {
    case .nobodyLeaves(let station):
      return pick(
        "nobody leaves \(quoted(station)) unserved here, so that \"on leaving\" would never be done; "
          + "give the step \"patience\" or \"leaves if queue over\", or the station a \"capacity\"",
        "此处没有车辆会未经办理就离开\(quoted(station))，“on leaving”不起作用；"
          + "请为该步骤设定“patience”或“leaves if queue over”，或为该站设定“capacity”"
      )
    }
  }
}
