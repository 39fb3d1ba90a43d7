extension ClearancePlan {
  /// More servers than any demand uses up.
  private static let plenty = 1_000_000

  /// The plan with servers for everybody and room for everybody, so that nobody waits.
  ///
  /// Places whose opening a condition asks about keep their hours, since these decide the way.
  public var freeFlowing: ClearancePlan {
    var free = self
    free.observationTimes = []
    free.systemCapacity = nil
    // Where a place keeps its hours somebody may wait, but nobody gives up.
    for index in steps.indices where steps[index].queues {
      free.steps[index].patience = StepPlan.none
      free.steps[index].balkOver = -1
    }
    // Nobody waits for others to go.
    for step in steps where step.kind == .wait {
      let branch = branches[Int(step.firstBranch)]
      for index in Int(branch.firstTerm)..<Int(branch.firstTerm) + Int(branch.termCount)
      where terms[index].attribute == .queue || terms[index].attribute == .present {
        free.terms[index].attribute = .one
        free.terms[index].comparison = .equal
        free.terms[index].value = 1
      }
    }
    var isAsked = Array(repeating: false, count: places.count)
    for term in terms where term.attribute == .open { isAsked[Int(term.place)] = true }
    func plenty(_ shifts: [Shift]) -> [Shift] {
      shifts.map { Shift(from: $0.from, count: $0.count > 0 ? Self.plenty : 0) }
    }
    free.teams = teams.compactMap { team in
      var kept = team
      kept.stations = team.stations.filter { isAsked[$0] }
      kept.members =
        if case .shifts(let shifts, let period, let rule) = team.members {
          .shifts(plenty(shifts), period: period, onClosing: rule)
        } else {
          .fixed(Self.plenty)
        }
      return kept.stations.isEmpty ? nil : kept
    }
    for index in places.indices {
      let isKept = isAsked[index] || (places[index].station.map { isAsked[$0] } ?? false)
      free.places[index].capacity = nil
      free.places[index].blocksUpstream = false
      free.places[index].isPreemptive = false
      free.places[index].failures = nil
      // Who waits for company would wait.
      free.places[index].together = nil
      switch places[index].servers {
      case .shifts(let shifts, let period, let rule) where isKept:
        free.places[index].servers = .shifts(plenty(shifts), period: period, onClosing: rule)
      default:
        free.places[index].servers = .fixed(Self.plenty)
      }
    }
    return free
  }
}
