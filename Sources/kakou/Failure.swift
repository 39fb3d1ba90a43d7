import ArgumentParser
import Foundation
import Reports
import ResultStore
import ScenarioFiles
import Studies

/// From errors to sentences and exit statuses: 1 the answer is no, 64 wrong usage, 65 wrong input, 66 input that
/// cannot be read, 70 a fault of ours, 73 output that cannot be written, 130 interrupted.
enum Failure: Error {
  /// The user stopped the run; `asked` where it was not the scenario's number of replications.
  case interrupted(RunResult, asked: Int?)
  /// The user stopped a study that has said so itself.
  case stopped
  /// Everything went well, and the answer is no.
  case answerIsNo

  /// Runs a command's work and reports what it throws.
  static func reported(in wording: Wording, _ work: () async throws -> Void) async throws {
    do {
      try await work()
    } catch {
      let (text, status) = describe(error, wording)
      if !text.isEmpty { FileHandle.standardError.write(Data((text + "\n").utf8)) }
      throw ExitCode(status)
    }
  }

  private static func describe(_ error: any Error, _ wording: Wording) -> (String, Int32) {
    switch error {
    case let fault as UsageFault:
      return (wording.usage(fault), 64)
    case let error as StudyError:
      return (wording.studyError(error), status(of: error))
    case let error as ResultStoreError:
      return (wording.storeError(error), 73)
    case Failure.interrupted(let result, let asked):
      let text = wording.interrupted(
        completed: result.replications,
        of: result.precision == nil ? asked ?? result.scenario.replications : nil,
        database: result.database,
        run: result.run
      )
      return (text, 130)
    case Failure.stopped: return ("", 130)
    case Failure.answerIsNo: return ("", 1)
    default:
      return ("\(error)", 70)
    }
  }

  private static func status(of error: StudyError) -> Int32 {
    switch error {
    case .scenario(let problems): problems.isUnreadable ? 66 : 65
    case .unknownMeasures, .unknownFlow, .daysNotPossible, .replicationBeyond: 64
    case .explain(.otherCourse), .explain(.unreadableOptions), .explain(.noCompleteRun): 65
    case .explain: 64
    case .resultsFile(.notADatabase), .resultsFile(.foreignDatabase), .resultsFile(.newerSchema): 65
    case .resultsFile: 66
    case .precision: 64
    case .warmUp: 65
    case .state(.cannotWrite): 73
    case .state(let fault): fault.isOfOptions ? 64 : 65
    case .bench: 70
    case .size: 64
    case .selection: 64
    case .compare: 64
    case .sweep(let fault): fault.isInterruption ? 130 : 64
    }
  }
}
