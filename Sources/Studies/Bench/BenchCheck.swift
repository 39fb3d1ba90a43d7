import OutputAnalysis

/// What is wrong with a run of the standing benchmark: its speed is then never told.
public enum BenchFault: Error, Sendable, Equatable {
  /// The known value of a work is another; with what was found and the half-width of its interval.
  case wrongValue(
    work: String,
    measure: String,
    found: Double,
    halfWidth: Double,
    known: ClosedRange<Double>
  )
  /// A replication did not do what it did the first time.
  case otherCourse(work: String, recording: BenchRecording, workers: Int, replication: Int)
}

/// Compares runs with what is known and with each other.
///
/// The first run of a work at a size, without a results file, is checked against the known value.
/// Every later replication must have the events, the fingerprint and the value of the same
/// replication there, whatever is recorded and however many workers there are.
struct BenchCheck {
  /// Confidence of the interval that must reach the known range: one seed in 10,000 fails by chance.
  static let confidence = 0.9999

  private let work: String
  private let courses: [BenchCourse]

  /// A check against a first run, which is checked itself.
  init(_ work: BenchWork, _ size: BenchWork.Size, first run: BenchRun) throws(StudyError) {
    self.work = work.id
    courses = run.courses
    let interval = StudentInterval(Tally(courses.lazy.map(\.value)), confidence: Self.confidence)
    let (mean, halfWidth) = (interval?.estimate ?? .nan, interval?.halfWidth ?? 0)
    let isNear =
      mean + halfWidth >= size.known.lowerBound && mean - halfWidth <= size.known.upperBound
    guard isNear else {
      throw .bench(
        .wrongValue(
          work: work.id,
          measure: work.measure,
          found: mean,
          halfWidth: halfWidth,
          known: size.known
        )
      )
    }
  }

  /// Throws unless the replications of a run are those of the first.
  func callAsFunction(
    _ run: BenchRun,
    _ recording: BenchRecording,
    workers: Int
  ) throws(StudyError) {
    for course in run.courses where course != courses[course.number - 1] {
      throw .bench(
        .otherCourse(
          work: work,
          recording: recording,
          workers: workers,
          replication: course.number
        )
      )
    }
  }
}
