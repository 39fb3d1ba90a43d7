import ClearanceModel
import ClearanceRecords
import EventSimulation
import Testing

/// Waits by the clock hour in which trucks came, and those of the peak hour.
@Suite struct HourWaitTests {
  private static let text = """
    scenario: a gate by the hour
    runs for: 3 d
    stations:
      gate: {servers: 1}
      row: {lanes: [{name: a}, {name: b}]}
    arrivals:
      t:
        at: [7.5 h, 7.5 h, 7.5 h, 8 h, 32.5 h, 55.9 h]
        procedure: p
    procedures:
      p:
        - serve at: gate
          for: 10 min
        - serve at: row
          for: 5 min
    """

  /// Three come at 7:30 of the first day, one at 8:00 that day, one at 8:30 and one at 7:54.
  @Test(
    arguments: [
      ("gate.wait.hour-7-count", 4), ("gate.wait.hour-7-mean", (0 + 600 + 1200 + 0) / 4.0),
      ("gate.wait.hour-7-max", 1200), ("gate.wait.hour-7-share-waiting", 0.5),
      ("gate.wait.hour-7-share-within-11min", 0.75), ("gate.wait.hour-8-count", 2),
      ("gate.wait.hour-8-mean", 0), ("gate.wait.hour-9-count", 0), ("gate.wait.hour-9-mean", nil),
      // Two of them leave the gate before eight.
      ("row.wait.hour-7-count", 2),
    ] as [(String, Double?)]
  )
  func byHour(_ name: String, _ expected: Double?) throws {
    let log = try ReplicationLog(
      Self.text,
      recording: .summary,
      measures: ["gate.wait.hour-7-p95", "row.wait.hour-7-mean"]
    )
    #expect(try log.value(name) == expected)
  }

  /// What is noted by the hour is all that there is, in a station and in its lanes, and the course
  /// of the run is the same.
  @Test func addsUp() throws {
    let text = """
      scenario: hours
      runs for: 10 d
      warm up: 30 h
      stations: {gate: {lanes: [{name: a}, {name: b}]}}
      arrivals: {t: {profile: {per h: [5, 12], step: 12 h, repeats: yes}, procedure: p}}
      procedures:
        p:
          - serve at: gate
            for: exponential(8 min)
      """
    let measures = ["gate.wait.hour-3-mean", "gate.a.wait.hour-3-mean", "gate.b.wait.hour-3-p95"]
    let plain = try ReplicationLog(text, recording: .summary)
    let log = try ReplicationLog(text, recording: .summary, measures: measures)
    #expect(log.statistics.fingerprint == plain.statistics.fingerprint)
    for place in ["gate", "gate.a", "gate.b"] {
      let hours = try (0..<24).map { hour in
        (
          count: try log.value("\(place).wait.hour-\(hour)-count") ?? 0,
          mean: try log.value("\(place).wait.hour-\(hour)-mean") ?? 0
        )
      }
      let count = try #require(try log.value("\(place).wait.count"))
      let mean = try #require(try log.value("\(place).wait.mean"))
      #expect(hours.map(\.count).reduce(0, +) == count)
      let sum = hours.map { $0.count * $0.mean }.reduce(0, +)
      // The means are rounded once each.
      #expect(abs(sum - count * mean) < 1e-9 * sum)
    }
  }

  /// The peak hour is one of the hours.
  @Test func peakHour() throws {
    let rates = (0..<24).map { $0 == 9 ? "20" : "4" }.joined(separator: ", ")
    let text = """
      scenario: peak
      runs for: 20 d
      stations: {gate: {servers: 1}}
      arrivals: {t: {profile: {per h: [\(rates)], step: 1 h, repeats: yes}, procedure: p}}
      procedures:
        p:
          - serve at: gate
            for: exponential(4 min)
      """
    let log = try ReplicationLog(text, recording: .summary, measures: ["gate.wait.hour-9-p95"])
    for (peak, hour) in [
      ("peak-hour-p95", "hour-9-p95"), ("peak-hour-mean", "hour-9-mean"),
      ("peak-hour-share-within-10min", "hour-9-share-within-10min"),
    ] {
      let value = try #require(try log.value("gate.wait.\(peak)"))
      #expect(try log.value("gate.wait.\(hour)") == value)
    }
    let mean = try #require(try log.value("gate.wait.mean"))
    let peak = try #require(try log.value("gate.wait.peak-hour-mean"))
    #expect(peak > 2 * mean, "the mean of the day hides the peak")
  }

  @Test(arguments: [
    "gate.wait.hour-24-mean", "gate.wait.hour--mean", "gate.wait.hour-7-", "gate.wait.hour-+7-mean",
    "gate.wait.hour-7-hour-7-mean", "gate.wait.hour-7-peak-hour-p95", "gate.service.hour-7-mean",
    "gate.queue.hour-7-mean", "gate.wait.peak-hour-mean",
  ])
  func unknown(_ name: String) {
    #expect(throws: MeasureCatalogue.UnknownMeasures.self) {
      try ReplicationLog(
        Self.text.replacing(
          "at: [7.5 h, 7.5 h, 7.5 h, 8 h, 32.5 h, 55.9 h]",
          with: "rate: 5 per h"
        ),
        measures: [name]
      )
    }
  }
}
