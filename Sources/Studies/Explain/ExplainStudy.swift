import ClearanceModel
import ClearanceRecords
import EventSimulation
import Foundation
import ResultStore
import ScenarioFiles

/// `kakou explain`: one truck's time line, and why it waited.
public enum ExplainStudy {
  /// Tells the story of a truck of a recorded run.
  ///
  /// Where the run's steps are recorded they are read; else the replication is simulated again from
  /// the recorded scenario and options, and must take the recorded course.
  ///
  /// - Parameters:
  ///   - truck: the truck.
  ///   - database: the results file.
  ///   - run: number of the run; the last complete one by default.
  ///   - replication: number of the replication; the first that is complete by default.
  /// - Returns: the story.
  /// - Throws: ``StudyError`` for what does not exist, and for a file that cannot be read.
  public static func explain(
    _ truck: TraceStudy.Truck,
    in database: String,
    run: Int64? = nil,
    replication: Int? = nil
  ) async throws(StudyError) -> ExplainResult {
    let store: ResultStore
    let subject: Subject
    do {
      store = try ResultStore.openExisting(path: database)
      subject = try Subject(truck, store, run: run, replication: replication)
    } catch let error as ResultStoreError {
      throw .resultsFile(error)
    } catch let error as StudyError {
      throw error
    } catch {
      throw .resultsFile(.other(code: 0, message: "\(error)"))
    }
    let story: Story
    let plan: ClearancePlan?
    if subject.run.header.recorded == .steps {
      do {
        story = try recorded(subject, store)
      } catch {
        throw .resultsFile(error)
      }
      // Recorded rows tell the story even where the scenario cannot be read any more.
      plan = try? subject.preparation().loaded.plan
    } else {
      let preparation = try subject.preparation()
      story = try await simulatedAgain(subject, preparation)
      plan = preparation.loaded.plan
    }
    guard let stay = story.rows.trucks.first else {
      let number = subject.replication.number
      throw .explain(.noSuchTruck(subject.name, replication: number, trucks: story.trucks))
    }
    let reasons = WaitReasons(
      names: subject.names,
      servers: plan?.openings ?? [],
      others: story.others,
      end: story.end,
      isSeized: plan?.placesSeized ?? [],
      traits: plan?.traits ?? []
    )
    let kinds = plan?.kindsByName ?? []
    let branch = PaperBranch(
      names: subject.names,
      rows: story.rows,
      lots: story.lots,
      end: story.end,
      waitSteps: subject.names.waitSteps(kinds)
    )
    let line = TimeLine(
      names: subject.names,
      rows: story.rows,
      reasons: reasons,
      kinds: kinds,
      branch: branch
    )
    return ExplainResult(
      database: database,
      run: subject.run.id,
      scenario: subject.run.header.scenarioName,
      startsOn: subject.run.header.startsOn,
      replication: subject.replication.number,
      source: story.source,
      fingerprint: subject.fingerprint,
      truck: subject.name,
      className: subject.names.classes[Int(stay.classIndex)],
      stay: stay,
      events: line.events,
      knowsOpeningHours: plan != nil,
      papers: branch.papers
    )
  }

  /// What is asked about.
  struct Subject {
    let run: StoredRun
    let replication: StoredReplication
    let names: RunNames
    let flow: Int
    let truck: UInt32

    /// The truck as FLOW#N.
    var name: String { "\(names.flows[flow])#\(truck)" }

    /// The recorded fingerprint of the replication.
    var fingerprint: String { String(format: "%016llx", replication.fingerprint) }

    init(
      _ truck: TraceStudy.Truck,
      _ store: ResultStore,
      run asked: Int64?,
      replication number: Int?
    ) throws {
      let runs = try store.runs()
      if let asked {
        guard let run = runs.first(where: { $0.id == asked }) else {
          throw StudyError.explain(.noSuchRun(asked, runs: runs.map(\.id)))
        }
        self.run = run
      } else {
        guard let run = runs.last(where: { $0.state == .complete }) else {
          throw StudyError.explain(.noCompleteRun(runs: runs.map(\.id)))
        }
        self.run = run
      }
      let replications = try store.replications(run: run.id)
      guard let replication = replications.first(where: { $0.number == number ?? $0.number })
      else {
        throw StudyError.explain(
          .noSuchReplication(number ?? 1, run: run.id, complete: replications.map(\.number))
        )
      }
      self.replication = replication
      names = try store.names(run: run.id)
      guard let flow = names.flows.firstIndex(of: truck.flow) else {
        throw StudyError.unknownFlow(truck.flow, existing: names.flows)
      }
      self.flow = flow
      self.truck = truck.number
    }
  }

  /// The rows that a story is made of.
  struct Story {
    var source: ExplainResult.Source
    /// Of the truck and its companions.
    var rows: RecordBatch
    /// Of all trucks while this one waited somewhere.
    var others: RecordBatch
    /// Of the first trucks of the lots that it belongs to, whose companions make its papers.
    var lots: RecordBatch
    /// Trucks of its flow that came.
    var trucks: UInt32
    /// When the run ended.
    var end: SimulatedTime
  }

  private static func recorded(
    _ subject: Subject,
    _ store: ResultStore
  ) throws(ResultStoreError) -> Story {
    let (run, number) = (subject.run.id, subject.replication.number)
    let rows = try store.rows(
      of: subject.truck,
      flow: subject.flow,
      replication: number,
      run: run
    )
    let end = subject.run.header.endsAt ?? rows.lastInstant
    let spans = waits(in: rows, end: end).map { $0.start...$0.end }
    return Story(
      source: .recorded,
      rows: rows,
      others: try store.rows(during: spans, replication: number, run: run),
      lots: try lots(of: rows, subject, store),
      trucks: try store.lastTruck(flow: subject.flow, replication: number, run: run),
      end: end
    )
  }

  private static func lots(
    of rows: RecordBatch,
    _ subject: Subject,
    _ store: ResultStore
  ) throws(ResultStoreError) -> RecordBatch {
    var lots = RecordBatch(replication: subject.replication.number)
    for truck in firstTrucks(rows, of: subject) {
      let first = try store.rows(
        of: truck,
        flow: subject.flow,
        replication: subject.replication.number,
        run: subject.run.id
      )
      lots.transitions += first.transitions
      lots.companions += first.companions
    }
    return lots
  }

  /// The first trucks of the lots that a truck belongs to, itself left out.
  static func firstTrucks(_ rows: RecordBatch, of subject: Subject) -> [UInt32] {
    var trucks: [UInt32] = []
    for row in rows.consignments where row.goods.slips == 0 && row.truck != subject.truck {
      if !trucks.contains(row.truck) { trucks.append(row.truck) }
    }
    return trucks
  }

  /// The times in which a truck waited.
  static func waits(in rows: RecordBatch, end: SimulatedTime) -> [WaitReasons.Span] {
    rows.passages.map { WaitReasons.wait(of: $0, end: end) }.filter { $0.length > .zero }
  }
}

extension ClearancePlan {
  /// Whether a step seizes each place.
  fileprivate var placesSeized: [Bool] {
    var seized = [Bool](repeating: false, count: places.count)
    for step in steps where step.kind == .seize { seized[Int(step.place)] = true }
    return seized
  }

  /// What steps do, by the index of their names.
  fileprivate var kindsByName: [StepKind?] {
    var kinds = [StepKind?](repeating: nil, count: stepNames.count)
    for step in steps where Int(step.name) < kinds.count { kinds[Int(step.name)] = step.kind }
    return kinds
  }
}

extension RunNames {
  /// The steps that wait for a condition: by what they do, or where that is not known by their word.
  fileprivate func waitSteps(_ kinds: [StepKind?]) -> Set<UInt16> {
    Set(
      steps.indices.filter { index in
        kinds.isEmpty ? StepName(steps[index]).name == "wait" : kinds[index] == .wait
      }.map { UInt16($0) }
    )
  }
}

extension RecordBatch {
  /// The last instant that any row speaks of.
  var lastInstant: SimulatedTime {
    let times =
      trucks.flatMap { [$0.arrivedAt, $0.leftAt] }
      + passages.flatMap { [$0.arrivedAt, $0.startedAt, $0.leftAt] }
      + steps.flatMap { [$0.startedAt, $0.endedAt] } + transitions.map(\.at)
    return times.filter { $0 != .never }.max() ?? .zero
  }
}
