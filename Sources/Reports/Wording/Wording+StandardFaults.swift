import ScenarioFiles

extension Wording {
  /// The sentence of a fault.
  func fault(_ fault: StandardFault) -> String {
    switch fault {
    case .noPeakHour(let place):
      pick(
        "demand at \(quoted(place)) does not vary by the hour of the day, so it has no peak hour; "
          + "leave \"in: peak hour\" out",
        "\(quoted(place))的到达量不随钟点变化，没有高峰小时；请删去“in: peak hour”"
      )
    case .notMeasured(let measure):
      pick(
        "nothing is measured for this standard: there can be no \(quoted(measure))",
        "该服务标准无可测指标：不会产生\(quoted(measure))"
      )
    }
  }
}
