import ClearanceRecords
import EventSimulation
import OutputAnalysis

/// A replication that begins with trucks in their places.
extension Replication {
  /// Puts the trucks of the plan's state into their places, after the openings of its instant.
  mutating func placeStartingState() {
    guard let state = plan.startingState else { return }
    while simulation.step(before: .start(of: .completion, at: state.at)) {}
    simulation.calendar.advance(to: state.at)
    placementFaults = simulation.model.place(state, on: &simulation.calendar)
    isAwaitingState = false
  }

  /// What cannot be done of a state in the first replication of a seed; nothing for a plan without.
  ///
  /// A state that is wrong is so in every replication, but for servers that fail.
  /// - Complexity: that of a replication up to the state, without trucks.
  public static func faults(
    placing plan: ClearancePlan,
    seed: UInt64
  ) -> [PlacementFault] {
    var replication = Replication(plan: plan, seed: seed, number: 1, recording: .summary)
    replication.placeStartingState()
    return replication.placementFaults
  }

  /// The numbers waiting and present at each place when the state has settled, for its first replication.
  public static func levels(
    placing plan: ClearancePlan,
    seed: UInt64
  ) -> [(queue: Int64, present: Int64)] {
    var replication = Replication(plan: plan, seed: seed, number: 1, recording: .summary)
    replication.placeStartingState()
    return plan.places.indices.map { index in
      let place = replication.simulation.model.places[index]
      return (place.queue.level, place.present.level)
    }
  }
}
