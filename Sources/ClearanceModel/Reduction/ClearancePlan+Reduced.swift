import ClearanceRecords

/// The part of a plan that a run needs.
extension ClearancePlan {
  /// Beyond so many values to follow a plan stays as it is: preparing would take longer than it
  /// saves.
  private static let mostValues = 4_000_000

  /// The plan without what can have no effect on a run at a recording level.
  ///
  /// Expressions and conditions are simplified by what is known of every truck that comes to their
  /// step; below the level of passages, what trucks carry is neither drawn nor set where nothing
  /// looks at it. Steps keep their indices and the addresses of their draws, so that events,
  /// fingerprint, measures and rows stay bit for bit the same; at the level of steps, where each
  /// step leaves a row, nothing changes.
  ///
  /// - Complexity: O(steps · attributes), some passes of each.
  public func reduced(to recording: RecordingLevel) -> ClearancePlan {
    guard recording < .steps, !isReduced, !flows.isEmpty else { return self }
    guard steps.count * (attributes.count + 3) <= Self.mostValues else { return self }
    let keepsRows = recording >= .passages
    guard var plan = KnownValues(self).folded(keepsFirstSteps: keepsRows) else { return self }
    if !keepsRows { plan.dropUnread() }
    plan.foldTerms()
    plan.placesBlockedInFull = placesThatMayBeBlocked
    plan.isReduced = true
    return plan
  }
}
