import ClearanceModel
import RandomVariates

/// What happens to trucks at a full station, when servers fail, and when a higher class comes.
extension ScenarioReader {
  mutating func readServerRules(_ section: MappingReader, into station: inout Station) {
    let blocks = section.word(
      "when full",
      [("turn away", false), ("block upstream", true)],
      &problems
    )
    if blocks == true, let node = section.node("when full") {
      station.blocksUpstream = Name(text: station.name.text, position: node.position)
      if section.node("capacity") == nil {
        problems.add(.server(.blocksWithoutCapacity), at: section.keyPosition("when full"))
      }
    }
    station.isPreemptive =
      section.word("preemptive", Self.yesOrNo, &problems) ?? false
    if station.isPreemptive, station.discipline != .priority {
      problems.add(.server(.preemptiveWithoutPriority), at: section.keyPosition("preemptive"))
    }
    station.failures = readFailures(section)
  }

  static let yesOrNo = [("yes", true), ("no", false), ("true", true), ("false", false)]

  private mutating func readFailures(_ section: MappingReader) -> Failures? {
    guard let after = section.node("fails after") else {
      for key in section.present(["repaired in", "counts"]) {
        problems.add(
          .missingKeys(["fails after"], section: section.section),
          at: section.keyPosition(key)
        )
      }
      return nil
    }
    let countsIdleTime =
      section.word("counts", [("busy time", false), ("any time", true)], &problems) ?? false
    guard let repairNode = section.required("repaired in", &problems),
      let repair = readLaw(repairNode, of: .duration),
      let uptime = readLaw(after, of: .duration)
    else { return nil }
    if uptime.distribution.mean <= 0 {
      problems.add(.server(.failsAtOnce(uptime.text)), at: after.position)
    }
    return Failures(
      position: section.keyPosition("fails after") ?? after.position,
      uptime: uptime,
      repair: repair,
      countsIdleTime: countsIdleTime
    )
  }
}
