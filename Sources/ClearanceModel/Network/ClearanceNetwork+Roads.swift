import EventSimulation
import OutputAnalysis

/// Queues measured in metres.
extension ClearanceNetwork {
  /// A truck joins the queue of a place, or leaves it.
  mutating func changeRoad(at place: Int, _ truck: Int, joins: Bool, _ now: SimulatedTime) {
    let road = Int(places[place].road)
    // No truck is longer than a thousand kilometres, whatever an expression may give.
    let metres = min(max(attribute(lengthAttribute, of: truck), 0), 1e6)
    let length = Int64((metres * 1000).rounded())
    let time = now.microseconds
    roads[road].length.change(by: joins ? length : -length, at: time)
    let isBeyond = roads[road].length.level > roads[road].space
    if isBeyond != (roads[road].beyond.level > 0) {
      roads[road].beyond.change(by: isBeyond ? 1 : -1, at: time)
    }
  }
}

/// The room before a station, and what stands in it.
struct RoadState: BitwiseCopyable {
  /// Room for the queue [mm].
  let space: Int64
  /// Length of the queue [mm].
  var length = LevelTally()
  /// 1 while the queue is longer than the room.
  var beyond = LevelTally()
}
