import Foundation
import Reports
import Studies
import Synchronization

/// One line on the terminal that says how far a run is; nothing where there is no terminal.
final class ProgressBar: Sendable {
  private let wording: Wording
  private let isOn: Bool
  private let width = 24
  /// When the line was last drawn: often enough to be lively, rarely enough to cost nothing.
  private let drawn = Mutex(ContinuousClock.Instant?.none)

  init(wording: Wording, isOn: Bool) {
    self.wording = wording
    self.isOn = isOn && isatty(STDERR_FILENO) == 1
  }

  /// Shows how many replications are finished.
  func show(_ finished: Int, of wanted: Int) {
    show(finished, of: wanted) { wording.progress(replication: finished, of: wanted) }
  }

  /// Shows which case is simulated.
  func show(_ progress: VerifyStudy.Progress) {
    show(progress.number - 1, of: progress.total) {
      wording.progress(
        number: progress.number,
        of: progress.total,
        id: progress.id,
        isAgain: progress.isAgain
      )
    }
  }

  /// Shows which run of a benchmark is made.
  func show(_ progress: BenchStudy.Progress) {
    show(progress.number - 1, of: progress.total) { wording.progress(progress) }
  }

  /// Shows how many designs are left of those that are compared.
  func show(_ progress: SelectionStudy.Progress) {
    guard isOn else { return }
    write("\r\(wording.progress(progress))\u{1B}[K")
  }

  /// Shows which point of a search is simulated; how many there will be is not known.
  func show(_ progress: SizeStudy.Progress) {
    guard isOn else { return }
    write("\r\(wording.progress(progress))\u{1B}[K")
  }

  private func show(_ finished: Int, of wanted: Int, _ text: () -> String) {
    guard isOn, wanted > 1 else { return }
    drawn.withLock { last in
      let now = ContinuousClock.now
      if let last, now - last < .milliseconds(50), finished < wanted { return }
      last = now
      let filled = width * finished / wanted
      let bar =
        String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
      write("\r\(bar) \(text())\u{1B}[K")
    }
  }

  /// Removes the line.
  func clear() {
    guard isOn else { return }
    write("\r\u{1B}[K")
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
