import EventSimulation
import Testing

@Suite struct SimulatedTimeTests {
  @Test func unitsAreMicroseconds() {
    #expect(SimulatedTime.zero.microseconds == 0)
    #expect(SimulatedTime.seconds(3).microseconds == 3_000_000)
    #expect(SimulatedTime.minutes(2) == .seconds(120))
    #expect(SimulatedTime.hours(2) == .minutes(120))
    #expect(SimulatedTime.days(2) == .hours(48))
    #expect(SimulatedTime(microseconds: 1_500_000).seconds == 1.5)
    #expect(MemoryLayout<SimulatedTime>.size == 8)
  }

  @Test func halvesGoToTheEvenNeighbour() {
    let cases: [(Double, Int64)] = [
      (0, 0), (0.49, 0), (0.5, 0), (0.51, 1), (1.5, 2), (2.5, 2), (3.5, 4),
      (-0.5, 0), (-1.5, -2), (-2.5, -2), (1e15 + 0.5, 1_000_000_000_000_000),
      (9.2e18, 9_200_000_000_000_000_000),
    ]
    for (real, whole) in cases {
      #expect(SimulatedTime(rounding: real).microseconds == whole, "\(real)")
    }
  }

  @Test func orderAndArithmetic() {
    let five = SimulatedTime(microseconds: 5)
    let seven = SimulatedTime(microseconds: 7)
    #expect(five < seven && seven > five && !(five < five))
    #expect((five + seven).microseconds == 12)
    #expect((five - seven).microseconds == -2)
    #expect(SimulatedTime.days(100_000_000) < .never)
  }

  // Each result is looked at: the optimiser may leave out what nobody asks for, its trap included.
  @Test func whatDoesNotFitTraps() async {
    await #expect(processExitsWith: .failure) {
      #expect(SimulatedTime(rounding: .nan) == .zero)
    }
    await #expect(processExitsWith: .failure) {
      #expect(SimulatedTime(rounding: 1e19) == .never)
    }
    await #expect(processExitsWith: .failure) {
      #expect(SimulatedTime.never + SimulatedTime(microseconds: 1) > .zero)
    }
    await #expect(processExitsWith: .failure) {
      #expect(SimulatedTime.days(.max) > .zero)
    }
  }
}
