import EventSimulation

/// SplitMix64 (Steele, Lea and Flood, 2014): the source of every random test value here.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A model whose events are letters, which it writes down before it reacts to them.
struct Script: SimulationModel {
  typealias Reaction = (Unicode.Scalar, inout EventCalendar<Unicode.Scalar>) -> Void

  private(set) var log = ""
  private(set) var times: [Int64] = []
  private let react: Reaction

  init(_ react: @escaping Reaction = { _, _ in }) {
    self.react = react
  }

  mutating func handle(
    _ event: Unicode.Scalar,
    on calendar: inout EventCalendar<Unicode.Scalar>
  ) {
    log.unicodeScalars.append(event)
    times.append(calendar.now.microseconds)
    react(event, &calendar)
  }
}

extension EventCalendar {
  /// Takes everything that is pending, in order.
  mutating func drain() -> [Event] {
    var events: [Event] = []
    while let event = next(before: .start(of: .never)) { events.append(event) }
    return events
  }
}
