import ClearanceModel
import ClearanceRecords
import EventSimulation
import Foundation
import ResultStore
import ScenarioFiles

/// Who was where at an instant of a recorded run, written down as a state.
///
/// Each truck has a line of its own. Services go on with the law that is left of them after so much
/// time, not with what the recorded truck needed: its attributes are not kept.
struct RecordedState {
  let trucks: [TruckAtInstant]
  let at: SimulatedTime
  let title: String

  /// The text of a state, or the state of a results file.
  ///
  /// - Parameters:
  ///   - path: a state, or a results file.
  ///   - source: which instant of it is meant; not for a state.
  ///   - options: the scenario that is to be run.
  /// - Returns: the state, as somebody might have written it.
  /// - Throws: ``StudyError/state(_:)`` where it cannot be taken, others where files cannot be read.
  public static func text(
    path: String,
    _ source: StateSource,
    _ options: RunOptions
  ) throws(StudyError) -> StateText {
    guard isDatabase(path) else {
      if let option = source.firstOption {
        throw .state(.onlyOfResults(option: option, file: path))
      }
      return try StateText.read(path: path)
    }
    guard let at = source.at else { throw .state(.instantMissing(file: path)) }
    let scenario: LoadedScenario
    do {
      scenario = try LoadedScenario.load(path: options.scenario, overrides: options.overrides)
    } catch {
      throw .scenario(error)
    }
    let time: SimulatedTime
    do {
      time = try StateFile.instant(at, for: scenario)
    } catch {
      throw .state(.instant(error))
    }
    let state: RecordedState
    do {
      let store = try ResultStore.openExisting(path: path)
      state = try read(store, path, source, at: time)
    } catch let error as ResultStoreError {
      throw .resultsFile(error)
    } catch let error as StateStudyFault {
      throw .state(error)
    } catch {
      throw .resultsFile(.other(code: 0, message: "\(error)"))
    }
    do {
      return StateText(file: path, text: try state.text(for: scenario))
    } catch {
      throw .state(error)
    }
  }

  private static func isDatabase(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    let head = (try? file.read(upToCount: 15)) ?? Data()
    return head == Data("SQLite format 3".utf8)
  }

  private static func read(
    _ store: ResultStore,
    _ path: String,
    _ source: StateSource,
    at time: SimulatedTime
  ) throws -> RecordedState {
    let runs = try store.runs()
    let wanted = source.run ?? runs.last { $0.state == .complete }?.id ?? runs.last?.id ?? 1
    guard let run = runs.first(where: { $0.id == wanted }) else {
      throw StateStudyFault.noSuchRun(wanted, runs: runs.map(\.id))
    }
    guard run.header.recorded >= .passages else {
      throw StateStudyFault.notRecorded(run: run.id, level: run.header.recorded)
    }
    let complete = try store.replications(run: run.id).map(\.number)
    let number = source.replication ?? complete.first ?? 1
    guard complete.contains(number) else {
      throw StateStudyFault.noSuchReplication(number, run: run.id, complete: complete)
    }
    let trucks = try store.trucks(at: time, replication: number, run: run.id)
    guard !trucks.isEmpty else {
      throw StateStudyFault.nobodyThere(at: durationText(time), run: run.id)
    }
    let file = (path as NSString).lastPathComponent
    let title = "\(file), run \(run.id), replication \(number)"
    return RecordedState(trucks: trucks, at: time, title: title)
  }

  // MARK: Text

  private func text(for scenario: LoadedScenario) throws(StateStudyFault) -> String {
    var lines = [
      "# Taken from a recorded run: each truck where it was, and for how long.",
      "state: \(quoted(title))", "at: \(length(at))", "trucks:",
    ]
    for truck in trucks { lines.append("  - {\(try line(truck, scenario.plan))}") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(
    _ truck: TruckAtInstant,
    _ plan: ClearancePlan
  ) throws(StateStudyFault) -> String {
    var parts = ["flow: \(quoted(truck.flow))"]
    if !truck.className.isEmpty { parts.append("class: \(quoted(truck.className))") }
    // What goes beside a truck has visits of its own, to places that the truck does not come to.
    let visits = truck.visits.filter { plan.comes(truck.flow, to: $0.place) }
    let open = visits.filter { $0.leftAt > at }
    if let blocked = open.first(where: { $0.endedAt <= at }) {
      throw .blocked(place: blocked.place)
    }
    let last = visits.filter { $0.leftAt <= at }.max { $0.leftAt < $1.leftAt }
    var held = open
    if let waiting = open.firstIndex(where: { $0.startedAt > at }) {
      parts += ["at: \(quoted(open[waiting].place))", "waiting: 1"]
      parts.append("since: \(length(at - open[waiting].arrivedAt))")
      held.remove(at: waiting)
    } else if let index = open.indices.max(by: { open[$0].startedAt < open[$1].startedAt }),
      !(last.map { $0.arrivedAt >= open[index].startedAt } ?? false)
    {
      let visit = open[index]
      parts += ["at: \(quoted(visit.place))", "in service: 1"]
      parts.append("since: \(length(at - visit.startedAt))")
      parts.append("waited: \(length(visit.startedAt - visit.arrivedAt))")
      held.remove(at: index)
    } else if let last {
      parts += ["after: \(quoted(last.place))", "on the way: 1"]
      parts.append("since: \(length(at - last.leftAt))")
    } else {
      parts += ["on the way: 1", "since: \(length(at - truck.arrivedAt))"]
    }
    parts.append("inside: \(length(at - truck.arrivedAt))")
    let places = held.map { quoted($0.place) }.joined(separator: ", ")
    parts.append("holds: \(held.isEmpty ? "nothing" : "[\(places)]")")
    return parts.joined(separator: ", ")
  }

  /// Seconds, exactly.
  private func length(_ time: SimulatedTime) -> String {
    let (seconds, rest) = time.microseconds.quotientAndRemainder(dividingBy: 1_000_000)
    guard rest > 0 else { return "\(seconds) s" }
    let digits = String("\(1_000_000 + rest)".dropFirst())
    return "\(seconds).\(digits) s"
  }

  /// A name as YAML takes it.
  private func quoted(_ name: String) -> String {
    "'" + name.replacing("'", with: "''") + "'"
  }
}

/// Which state of a results file is meant.
public struct StateSource: Sendable, Equatable {
  /// The instant, as it was written.
  public var at: String?
  /// Number of the run; nil for the last complete one.
  public var run: Int64?
  /// Number of the replication; nil for the first complete one.
  public var replication: Int?

  /// A source from its parts.
  public init(at: String? = nil, run: Int64? = nil, replication: Int? = nil) {
    self.at = at
    self.run = run
    self.replication = replication
  }

  /// The first of its options that was given.
  public var firstOption: String? {
    if at != nil { return "--at" }
    if run != nil { return "--of-run" }
    return replication != nil ? "--of-replication" : nil
  }
}

extension StateText {
  /// Reads a state that somebody has written, or that of a recorded run.
  public static func read(
    path: String,
    _ source: StateSource,
    for options: RunOptions
  ) throws(StudyError) -> StateText {
    try RecordedState.text(path: path, source, options)
  }

  /// Writes the state to a file, where it can be changed.
  public func write(to path: String) throws(StudyError) {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    } catch {
      throw .state(.cannotWrite(file: path, reason: error.localizedDescription))
    }
  }
}

extension ClearancePlan {
  /// Whether trucks of a flow come to a place themselves.
  fileprivate func comes(_ flow: String, to place: String) -> Bool {
    guard let flow = flows.firstIndex(where: { $0.name == flow }),
      let place = places.firstIndex(where: { $0.name == place })
    else { return true }
    return placesMet(byFlow: flow)[places[place].station ?? place]
  }
}
