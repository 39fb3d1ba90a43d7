import Dispatch
import Foundation

/// Turns Ctrl-C and a request to terminate into an orderly end.
struct Interruption {
  private let sources: [any DispatchSourceSignal]

  /// Calls a function on the first signal; the second one ends the process at once.
  init(_ stop: @escaping @Sendable () -> Void) {
    sources = [SIGINT, SIGTERM].map { number in
      // The default would end the process before anything is recorded.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        stop()
        signal(number, SIG_DFL)
      }
      source.resume()
      return source
    }
  }

  /// Gives the signals back.
  func end() {
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
  }
}

/// Waits for a study, which Ctrl-C ends early.
func outcome<Value: Sendable>(
  of study: Task<Value, any Error>,
  _ bar: ProgressBar
) async throws -> Value {
  let interruption = Interruption { study.cancel() }
  defer { interruption.end() }
  let outcome = await study.result
  bar.clear()
  return try outcome.get()
}
