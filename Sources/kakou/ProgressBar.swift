import Foundation
import Reports
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
    guard isOn, wanted > 1 else { return }
    drawn.withLock { last in
      let now = ContinuousClock.now
      if let last, now - last < .milliseconds(50), finished < wanted { return }
      last = now
      let filled = width * finished / wanted
      let bar =
        String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
      write("\r\(bar) \(wording.progress(replication: finished, of: wanted))\u{1B}[K")
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
