import ClearanceModel
import EventSimulation

extension [OfferedLoad] {
  /// The loads with one for each team: the work of its stations over the time of its members.
  ///
  /// Where other teams serve one of its stations too, which share of the work falls to whom is an
  /// outcome of the run; the team then has no load.
  func withTeams(of plan: ClearancePlan, until end: SimulatedTime) -> [OfferedLoad] {
    self
      + plan.teams.map { team in
        let loads = team.stations.compactMap { station in
          first { $0.place == plan.places[station].name }
        }
        let visits = loads.reduce(0) { $0 + $1.visitsPerHour }
        let work = loads.reduce(0) { $0 + $1.visitsPerHour * $1.serviceSeconds }
        let start = end > plan.warmUp ? plan.warmUp : .zero
        let observed = Double((end - start).microseconds)
        let open = plan.openTime(of: team.members, from: start, to: end)
        let members = open.map { $0 / observed } ?? 0
        let isShared = team.stations.contains { station in
          plan.teams.count { $0.stations.contains(station) } > 1
        }
        let leaving = loads.filter { $0.visitsPerHour > 0 }
        var load = OfferedLoad(
          place: team.name,
          visitsPerHour: visits,
          serviceSeconds: visits > 0 ? work / visits : 0,
          servers: members,
          load: isShared ? nil : members > 0 ? work / 3_600 / members : work > 0 ? .infinity : 0,
          isHeld: loads.contains(where: \.isHeld)
        )
        load.sharesStations = isShared
        // A team does not grow its queue for ever only where all that come may leave.
        if leaving.contains(where: { $0.leavers != .nobody }) {
          load.leavers = leaving.allSatisfy { $0.leavers == .all } ? .all : .some
        }
        return load
      }
  }
}
