import ResultStore
import ScenarioFiles
import Studies

/// What is said while a run goes on, and about its results.
extension Wording {
  /// What a planner should know before trusting a result, with its prefix.
  public func warning(_ warning: RunWarning) -> String {
    self(.warning, ["text": sentence(warning)])
  }

  /// What a planner should know before trusting a result.
  public func sentence(_ warning: RunWarning) -> String {
    switch warning {
    case .unstable(let place, let load):
      guard load.isFinite else { return self(.neverOpen, ["place": place]) }
      return self(.unstable, ["place": place, "load": quantities.share(load)])
    case .wideInterval(let measure, let relative):
      return self(.wideInterval, ["measure": measure, "relative": quantities.share(relative)])
    case .noInterval: return self(.noInterval)
    case .warmUpTooShort(let set, let finding):
      return self(
        SteadyStatePhrase.warmUpTooShort,
        [
          "length": quantities.length(set), "place": placeOrSystem(finding.place),
          "proposed": quantities.length(finding.length),
        ]
      )
    case .batchesCorrelated(let measure, let ratio):
      return self(
        SteadyStatePhrase.batchesCorrelated,
        ["measure": measure, "ratio": quantities.mean(ratio)]
      )
    case .batchesCutPeriods(let length, let period):
      return self(
        SteadyStatePhrase.batchesCutPeriods,
        ["length": quantities.length(length), "period": quantities.length(period)]
      )
    case .neverSettles(let finding):
      return self(SteadyStatePhrase.neverSettles, ["place": placeOrSystem(finding.place)])
    case .stillInside(let trucks, let share):
      let number = pick(
        "\(quantities.mean(trucks)) trucks",
        "\(quantities.mean(trucks))辆车"
      )
      return self(.stillInside, ["trucks": number, "share": quantities.share(share)])
    case .stuck(let count):
      return self(.stuck, ["replications": counted(count, .replication)])
    case .deadlock(let count, let stations):
      let names = list(stations.map(quoted))
      return self(
        stations.count == 1 ? .deadlockAlone : .deadlock,
        ["replications": counted(count, .replication), "stations": names]
      )
    }
  }

  /// What a planner should know about a scenario in customs words.
  func sentence(_ note: CustomsScenario.Note) -> String {
    switch note {
    case .comesWhenClosed(let flow, let gate, let share):
      self(
        .comesWhenClosed,
        ["flow": flow, "gate": gate, "share": quantities.share(share)]
      )
    case .calendarEnds(let date):
      self(CalendarPhrase.calendarEnds, ["year": "\(date.year)", "date": date.isoText])
    }
  }

  /// How far a run has come: `replication 12 of 30`.
  ///
  /// Without a total where a precision decides when to stop.
  public func progress(replication number: Int, of total: Int?) -> String {
    guard let total else { return self(.replicationNumber, ["number": "\(number)"]) }
    return self(.replicationOf, ["number": "\(number)", "total": "\(total)"])
  }

  /// What an interrupted run has kept.
  public func interrupted(
    completed: Int,
    of total: Int?,
    database: String,
    run: Int64
  ) -> String {
    guard let total else {
      return self(
        .interrupted,
        ["count": counted(completed, .replication), "database": database, "run": "\(run)"]
      )
    }
    return self(
      .interruptedOf,
      [
        "count": quantities.count(completed), "total": counted(total, .replication),
        "database": database, "run": "\(run)",
      ]
    )
  }

  /// Why a study could not be made.
  public func studyError(_ error: StudyError) -> String {
    switch error {
    case .scenario(let problems): return self.problems(problems)
    case .unknownMeasures(let names, let known): return unknownMeasures(names, known: known)
    case .unknownFlow(let name, let existing):
      let nearest = nearestName(to: name, in: existing)
      return fault(.unknownName(name, kind: .flow, existing: existing, nearest: nearest))
    case .resultsFile(let error): return readingError(error)
    case .explain(let fault): return explainFault(fault)
    case .precision(let fault): return precisionFault(fault)
    case .warmUp(let fault): return warmUpFault(fault)
    case .bench(let fault): return benchFault(fault)
    case .size(let fault): return sizeFault(fault)
    case .selection(let fault): return selectionFault(fault)
    case .compare(let fault): return compareFault(fault)
    case .state(let fault): return stateFault(fault)
    case .sweep(let fault): return sweepFault(fault)
    case .replicationBeyond(let found, let replications):
      return usage(.replicationBeyond(found: found, replications: replications))
    case .daysNotPossible(let days, .runsUntilEmpty):
      return self(.daysUntilEmpty, ["days": "\(days)"])
    case .daysNotPossible(let days, .warmUpTooLong(let warmUp)):
      return self(.daysWithinWarmUp, ["days": "\(days)", "warmUp": warmUp])
    }
  }

  /// Names of measures that do not exist, one line each, with similar ones that do.
  public func unknownMeasures(_ names: [String], known: [String]) -> String {
    let lines = names.map { name in
      self(.unknownMeasure, ["name": quoted(name)]) + measures(like: name, in: known)
    }
    return lines.joined(separator: "\n")
  }

  /// The nearest name; without one the measures of the same place, of the same quantity first.
  private func measures(like name: String, in known: [String]) -> String {
    if let nearest = nearestName(to: name, in: known) { return didYouMean(nearest) }
    let parts = name.split(separator: ".")
    for count in [2, 1] where parts.count > count {
      let start = parts.prefix(count).joined(separator: ".") + "."
      let names = known.filter { $0.hasPrefix(start) }
      if !names.isEmpty { return self(.similarMeasures, ["names": list(names)]) }
    }
    return ""
  }

  /// Why a results file cannot be read, by a command that takes it as its argument.
  private func readingError(_ error: ResultStoreError) -> String {
    switch error {
    case .notADatabase(let path): pick("\(path): this is no results file", "\(path)：不是结果文件")
    case .foreignDatabase(let path):
      pick("\(path): this database belongs to another program", "\(path)：该数据库属于其他程序")
    case .fileMissing(let path): pick("\(path): there is no such file", "\(path)：文件不存在")
    default: storeError(error)
    }
  }

  /// Why a results file cannot be opened, read or written.
  public func storeError(_ error: ResultStoreError) -> String {
    switch error {
    case .notADatabase(let path): self(.notADatabase, ["path": path])
    case .foreignDatabase(let path): self(.foreignDatabase, ["path": path])
    case .newerSchema(let path, let found, let known):
      self(.newerSchema, ["path": path, "found": "\(found)", "known": "\(known)"])
    case .cannotOpen(let path, let reason):
      self(.cannotOpen, ["path": path, "reason": Self.printable(reason)])
    case .readOnly(let path): self(.readOnly, ["path": path])
    case .diskFull(let path): self(.diskFull, ["path": path])
    case .busy(let path): self(.busy, ["path": path])
    case .folderMissing(let path): self(.folderMissing, ["path": path])
    case .fileMissing(let path): self(.fileMissing, ["path": path])
    case .other(let code, let message):
      self(.otherDatabaseError, ["code": "\(code)", "message": Self.printable(message)])
    }
  }
}
