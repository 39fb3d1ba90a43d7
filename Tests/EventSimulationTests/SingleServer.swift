import EventSimulation
import RandomVariates

struct SingleServer: SimulationModel, ~Copyable {
  enum Event { case arrival, departure }

  let arrivalRate: Double  // per second
  let serviceRate: Double
  var random: SequentialStream
  var present = WaitingLine<SimulatedTime>()  // when each truck arrived
  var served = 0
  var timeInSystem = 0.0

  init(arrivalRate: Double, serviceRate: Double, seed: UInt64) {
    self.arrivalRate = arrivalRate
    self.serviceRate = serviceRate
    random = SequentialStream(seed: seed)
  }

  mutating func handle(_ event: Event, on calendar: inout EventCalendar<Event>) {
    switch event {
    case .arrival:
      calendar.post(.arrival, after: draw(arrivalRate), rank: .arrival)
      present.append(calendar.now)
      if present.count == 1 { startService(on: &calendar) }
    case .departure:
      timeInSystem += (calendar.now - present.removeFirst()).seconds
      served += 1
      if !present.isEmpty { startService(on: &calendar) }
    }
  }

  mutating func startService(on calendar: inout EventCalendar<Event>) {
    calendar.post(.departure, after: draw(serviceRate), rank: .completion)
  }

  mutating func draw(_ rate: Double) -> SimulatedTime {
    SimulatedTime(rounding: random.nextExponential() / rate * 1_000_000)
  }
}
