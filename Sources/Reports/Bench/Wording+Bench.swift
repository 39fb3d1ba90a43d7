import ScenarioFiles
import Studies

/// What is wrong with the options of `kakou bench`.
public enum BenchOptionFault: Error, Sendable, Equatable {
  /// A work that does not exist, with those that do.
  case unknownWork(String, existing: [String])
  /// Something that cannot be recorded, with what can.
  case unknownRecording(String, existing: [String])
  /// Works that have nothing to record, and only records asked for.
  case nothingToMeasure
}

/// What is said while the benchmark goes on, and of what is wrong with it.
extension Wording {
  /// One sentence that names the option.
  func benchOptionFault(_ fault: BenchOptionFault) -> String {
    switch fault {
    case .unknownWork(let id, let existing):
      self(BenchPhrase.unknownWork, ["id": quoted(id), "names": list(existing)])
        + didYouMean(nearestName(to: id, in: existing))
    case .unknownRecording(let found, let existing):
      self(BenchPhrase.unknownRecording, ["found": quoted(found), "names": list(existing)])
        + didYouMean(nearestName(to: found, in: existing))
    case .nothingToMeasure: self(BenchPhrase.nothingToMeasure)
    }
  }

  /// What a work did wrong.
  func benchFault(_ fault: BenchFault) -> String {
    switch fault {
    case .wrongValue(let work, let measure, let found, let halfWidth, let known):
      self(
        measure.isEmpty ? BenchPhrase.wrongMean : .wrongValue,
        [
          "work": work, "measure": measure, "found": quantities.plain(found),
          "halfWidth": quantities.plain(halfWidth), "known": range(known),
        ]
      )
    case .otherCourse(let work, let recording, let workers, let replication):
      self(
        BenchPhrase.otherCourse,
        [
          "work": work, "recorded": self(recording.phrase), "workers": "\(workers)",
          "replication": "\(replication)",
        ]
      )
    }
  }

  /// How far a benchmark is.
  public func progress(_ progress: BenchStudy.Progress) -> String {
    guard let recording = progress.recording else {
      return self(
        BenchPhrase.checked,
        ["number": "\(progress.number)", "total": "\(progress.total)", "work": progress.work]
      )
    }
    return self(
      BenchPhrase.measured,
      [
        "number": "\(progress.number)", "total": "\(progress.total)", "work": progress.work,
        "recorded": self(recording.phrase), "workers": "\(progress.workers)",
      ]
    )
  }

  private func range(_ range: ClosedRange<Double>) -> String {
    let ends = [range.lowerBound, range.upperBound].map { quantities.plain($0) }
    return ends[0] == ends[1] ? ends[0] : ends.joined(separator: "–")
  }
}

extension BenchRecording {
  /// What is recorded, in a word.
  var phrase: BenchPhrase {
    switch self {
    case .none: .none
    case .summary: .summary
    case .intervals: .intervals
    case .passages: .passages
    case .steps: .steps
    }
  }
}
