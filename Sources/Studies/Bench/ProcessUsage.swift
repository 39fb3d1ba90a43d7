import Foundation

/// What this process takes of the machine.
enum ProcessUsage {
  /// CPU time of all its threads, in user and system mode [s].
  static var cpuSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// Lets the peak of memory begin anew, where the system can (Linux, proc(5): clear_refs).
  static func resetPeak() {
    #if os(Linux)
      try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
    #endif
  }

  /// The most resident memory since the last reset, elsewhere since the start [bytes]; nil where the
  /// system does not say.
  static var peakBytes: Int? {
    #if os(Linux)
      guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
        let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
        let kibibytes = line.split(separator: " ").compactMap({ Int($0) }).first
      else { return nil }
      return kibibytes * 1024
    #else
      var usage = rusage()
      return getrusage(RUSAGE_SELF, &usage) == 0 ? usage.ru_maxrss : nil
    #endif
  }
}
