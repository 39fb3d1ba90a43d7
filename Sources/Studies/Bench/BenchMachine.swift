import Foundation

/// Where a benchmark ran.
public struct BenchMachine: Sendable, Equatable {
  /// Processors that the program may use.
  public var processors: Int
  /// What kind of processor; nil where the system does not say.
  public var processor: String?
  /// The operating system.
  public var system: String
  /// Whether the program was built without optimisation: its speed then says nothing.
  public var isDebugBuild: Bool

  /// A machine from its parts.
  public init(processors: Int, processor: String?, system: String, isDebugBuild: Bool) {
    self.processors = processors
    self.processor = processor
    self.system = system
    self.isDebugBuild = isDebugBuild
  }

  /// This one.
  public static var this: BenchMachine {
    let information = ProcessInfo.processInfo
    return BenchMachine(
      processors: information.activeProcessorCount,
      processor: processorName,
      system: information.operatingSystemVersionString,
      isDebugBuild: isDebugBuild
    )
  }

  /// 1, 2, 4 … below the number of processors, and that number.
  public var usualWorkers: [Int] {
    let powers = sequence(first: 1) { $0 * 2 }.prefix { $0 < processors }
    return powers + [max(1, processors)]
  }

  private static var isDebugBuild: Bool {
    #if DEBUG
      true
    #else
      false
    #endif
  }

  /// The model in Linux's list of processors.
  private static var processorName: String? {
    guard let list = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8),
      let line = list.split(separator: "\n").first(where: { $0.hasPrefix("model name") }),
      let colon = line.firstIndex(of: ":")
    else { return nil }
    return line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
  }
}
