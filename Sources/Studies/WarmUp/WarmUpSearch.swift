import ClearanceModel
import EventSimulation
import OutputAnalysis

/// Finds the warm-up from the levels of some replications (预热期).
///
/// For each station with a queue, and for the whole system, the number present is averaged over the
/// replications and over the instants of each batch; MSER-5 says how many batches show the start
/// (``InitialTruncation``). The longest counts.
struct WarmUpSearch {
  let plan: ClearancePlan
  let grid: LevelGrid
  /// One entry per replication, in the order of their numbers.
  let samples: [LevelSamples]

  /// Replications that are looked at, at the most: what Welch's graph of a mean level needs.
  static let replications = 30
  /// A place with fewer trucks waiting on average has no queue to speak of: a series of zeros with a
  /// few bursts tells nothing of its start.
  static let leastQueue = 0.1

  /// The longest warm-up that a place asks for.
  var finding: WarmUpFinding {
    var best = WarmUpFinding(
      length: .zero,
      place: nil,
      isTooShort: false,
      replications: samples.count
    )
    for subject in subjects {
      guard let found = InitialTruncation(means(of: subject)) else { continue }
      let count = found.isTooShort ? grid.batches / 2 : found.truncated
      let length = grid.length(of: count)
      guard (length, found.isTooShort ? 1 : 0) > (best.length, best.isTooShort ? 1 : 0) else {
        continue
      }
      best = WarmUpFinding(
        length: length,
        place: subject < plan.places.count ? plan.places[subject].name : nil,
        isTooShort: found.isTooShort,
        replications: samples.count
      )
    }
    return best
  }

  /// The station, or the whole system, where a warm-up is too short beyond doubt; nil where none is.
  ///
  /// The rule alone would often find a few batches more. So in addition the replications must agree
  /// that the level between the two lengths is another than afterwards: with 99 % confidence for all
  /// places together, by the paired differences of the replications (Bonferroni).
  func findingBeyond(_ warmUp: SimulatedTime) -> WarmUpFinding? {
    guard samples.count >= Self.leastToCompare else { return nil }
    let batch = grid.batch.microseconds
    let first = Int((warmUp.microseconds + batch - 1) / batch)
    let subjects = subjects
    var best: WarmUpFinding?
    for subject in subjects {
      guard let found = InitialTruncation(means(of: subject)), !found.isTooShort,
        found.truncated > max(first, best.map { Int($0.length.microseconds / batch) } ?? 0)
      else { continue }
      let differences = Tally(
        samples.map { sample in
          mean(of: subject, first..<found.truncated, sample)
            - mean(of: subject, found.truncated..<grid.batches, sample)
        }
      )
      let confidence = 1 - 0.01 / Double(subjects.count)
      guard let interval = StudentInterval(differences, confidence: confidence),
        let halfWidth = interval.halfWidth, abs(interval.estimate) > halfWidth
      else { continue }
      best = WarmUpFinding(
        length: grid.length(of: found.truncated),
        place: subject < plan.places.count ? plan.places[subject].name : nil,
        isTooShort: false,
        replications: samples.count
      )
    }
    return best
  }

  /// Replications without which none is compared.
  private static let leastToCompare = 5

  /// The stations with a queue, by index, and then the whole system.
  private var subjects: [Int] {
    let instants = Double(samples.count * grid.batches * grid.perBatch)
    let stations = plan.places.indices.filter { index in
      guard plan.places[index].station == nil else { return false }
      let queued = samples.reduce(Int64(0)) { $0 + $1.queued[index] }
      return Double(queued) >= Self.leastQueue * instants
    }
    return stations + [plan.places.count]
  }

  /// The mean level of each batch over all replications: whole numbers are summed, so that no order
  /// matters.
  private func means(of subject: Int) -> [Double] {
    let weight = Double(samples.count * grid.perBatch)
    return (0..<grid.batches).map { batch in
      let sum = samples.reduce(Int64(0)) { $0 + self.sum(of: subject, batch..<batch + 1, $1) }
      return Double(sum) / weight
    }
  }

  private func mean(of subject: Int, _ batches: Range<Int>, _ sample: LevelSamples) -> Double {
    Double(sum(of: subject, batches, sample)) / Double(batches.count * grid.perBatch)
  }

  private func sum(of subject: Int, _ batches: Range<Int>, _ sample: LevelSamples) -> Int64 {
    let width = plan.places.count + 1
    var sum: Int64 = 0
    for instant in batches.lowerBound * grid.perBatch..<batches.upperBound * grid.perBatch {
      sum += Int64(sample.present[instant * width + subject])
    }
    return sum
  }
}
