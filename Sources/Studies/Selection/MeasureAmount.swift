import ScenarioFiles

/// A value in a unit of measures, from a text such as `10 min`, `5%` or `40`.
func measureAmount(_ text: String, unit: String) throws(ScenarioFault) -> Double {
  switch unit {
  case "s": Double(try parseDuration(text)) / 1e6
  case "h": Double(try parseDuration(text)) / 3.6e9
  case "": try parseShare(text)
  case "1/h": try parseRate(text) * 3.6e9
  default: try parseNumber(text)
  }
}
