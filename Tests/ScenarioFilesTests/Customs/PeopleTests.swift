import ClearanceModel
import EventSimulation
import Testing

@testable import ScenarioFiles

/// Officers and rosters as teams, and what is refused of them.
@Suite("People")
struct PeopleTests {
  private static let officers = """
    officers:
      clerks: {skills: [documents], count: 2}
      crew-a: {skills: [yard]}
      watch: {skills: [lane, documents]}

    """
  private static let rosters = """
    rosters:
      gate: {officers: [watch], works: 07:30-20:00, breaks: [11:00-11:30, 17:00-17:15]}
      early:
        officers: [clerks, crew-a]
        works: {mon-fri: 08:00-18:00, sat-sun: closed}
        breaks: 12:00-13:30
        overtime: hand over

    """

  /// The accepted zone with people, in which `open` of the yard would say twice when crews work.
  private static func zone(_ people: String) -> String {
    acceptedZone.replacing(
      "  open: {mon-fri: [08:00-12:00, 13:30-18:00], sat: 09:00-12:00}\n",
      with: ""
    ) + people
  }

  @Test("officers on one roster with the same skills are a team")
  func teams() throws {
    let plan = try LoadedScenario.parse(Self.zone(Self.officers + Self.rosters), file: "z.yaml")
      .plan
    // Specialists first, then by the rosters of the file.
    #expect(plan.teams.map(\.name) == ["early-documents", "early-yard", "gate"])
    let stations = plan.teams.map { $0.stations.map { plan.places[$0].name } }
    #expect(stations == [["document-office"], ["crew"], ["control-room", "document-office"]])
    guard case .shifts(let shifts, let period, let rule) = plan.teams[0].members else {
      Issue.record("the clerks have hours")
      return
    }
    #expect(period == .days(7) && rule == .returnToQueue)
    // Monday: two from 8 to 12 and from 13:30 to 18.
    #expect(shifts.prefix(5).map(\.count) == [0, 2, 0, 2, 0])
    #expect(
      shifts.prefix(5).map { $0.from.microseconds / 60_000_000 } == [0, 480, 720, 810, 1_080]
    )
    guard case .shifts(let gate, _, let finish) = plan.teams[2].members else { return }
    #expect(finish == .finish)
    #expect(
      gate.prefix(6).map { $0.from.microseconds / 60_000_000 } == [0, 450, 660, 690, 1_020, 1_035]
    )
    let served = ["document-office", "crew", "control-room"].compactMap { name in
      plan.places.first { $0.name == name }?.servers
    }
    #expect(served == [.unlimited, .unlimited, .unlimited])
    // Nobody has the skill for images: there the office has its own.
    #expect(plan.places.first { $0.name == "image-review" }?.servers == .fixed(1))
  }

  @Test("one roster of one kind of officers gives the team its name, and holidays their hours")
  func names() throws {
    let text = Self.zone(
      """
      calendar: china
      officers: {a: {skills: [documents]}, b: {skills: [documents]}}
      rosters: {day: {officers: [a, b], works: {mon-fri: 08:00-18:00, holidays: 09:00-12:00}}}

      """
    )
    let plan = try LoadedScenario.parse(text, file: "z.yaml").plan
    #expect(plan.teams.map(\.name) == ["day"])
    #expect(plan.teams[0].members.most == 2)
  }

  /// Where each fault stands, as line and column in the text of officers and rosters.
  private func refused(_ people: String, _ faults: [ScenarioFault]) throws {
    let (text, position) = unmarked(Self.zone(people))
    let found = try expansion(of: text).problems.problems.problems
    #expect(found.map(\.fault) == faults)
    #expect(found.first?.position?.line == position?.line)
    #expect(found.first?.position?.column == position?.column)
  }

  @Test("an officer cannot work by two rosters at a time")
  func overlap() throws {
    let late = "  late: {officers: [«clerks], works: {fri: 17:30-23:00}}\n"
    try refused(
      Self.officers + Self.rosters + late,
      [
        .customs(
          .rostersOverlap(
            officer: "clerks",
            first: "early",
            second: "late",
            day: "fri",
            hours: "17:30-18:00"
          )
        )
      ]
    )
    // In a break of one the other may begin, and after it.
    let apart = "  late: {officers: [clerks], works: {fri: [12:00-13:30, 18:00-23:00]}}\n"
    try refused(Self.officers + Self.rosters + apart, [])
    // A night that passes midnight meets the next morning.
    let night = "  night: {officers: [«watch], works: {sun: 20:00-08:00}}\n"
    try refused(
      Self.officers + Self.rosters + night,
      [
        .customs(
          .rostersOverlap(
            officer: "watch",
            first: "gate",
            second: "night",
            day: "mon",
            hours: "07:30-08:00"
          )
        )
      ]
    )
  }

  @Test("an officer is on a roster, and a skill is there at some time")
  func absent() throws {
    try refused(
      Self.officers + "  «idle: {skills: [sampling]}\n" + Self.rosters,
      [.customs(.officerWithoutRoster(officer: "idle"))]
    )
    try refused(
      "officers: {a: {skills: [documents]}}\nrosters: {r: {officers: [a], works: «closed}}\n",
      [.customs(.skillNeverStaffed(skill: "documents"))]
    )
    try refused(
      "officers: {a: {skills: [documents]}}\n"
        + "rosters: {r: {officers: [a], works: «08:00-12:00, breaks: 07:00-13:00}}\n",
      [.customs(.skillNeverStaffed(skill: "documents"))]
    )
  }

  @Test("names and words")
  func words() throws {
    let roster = "rosters: {r: {officers: [a], works: always}}\n"
    try refused(
      "officers: {a: {skills: [«document]}}\n" + roster,
      [
        .unknownWord(
          "document",
          key: "skills",
          allowed: CustomsWords.skills.map(\.skill),
          nearest: "documents"
        )
      ]
    )
    try refused(
      "officers: {a: {skills: [yard, «yard]}}\n" + roster,
      [.duplicateName("yard", kind: .skill)]
    )
    try refused("officers: {a: {skills: «[]}}\n" + roster, [.nothingInIt(key: "skills")])
    try refused(
      "officers: {a: {skills: [yard]}}\nrosters: {r: {officers: [a, «b], works: always}}\n",
      [.unknownName("b", kind: .officer, existing: ["a"], nearest: nil)]
    )
    try refused(
      "officers: {a: {skills: [yard]}}\nrosters: {r: {officers: [a, «a], works: always}}\n",
      [.duplicateName("a", kind: .officer)]
    )
    try refused(
      "officers: {a: {skills: [yard]}}\nrosters: {r: {officers: [a], works: always, breaks: «noon}}\n",
      [.customs(.notHours("noon"))]
    )
  }

  @Test(
    "who serves is said once",
    arguments: [
      ("control room: {«officers: 2}\n", "officers", "lane"),
      ("control room: {«open: 08:00-12:00}\n", "open", "lane"),
      ("document office: {«officers: 2}\n", "officers", "documents"),
      ("samplers: {«teams: 2}\n", "teams", "sampling"),
    ]
  )
  func once(_ words: String, _ key: String, _ skill: String) throws {
    try refused(
      "officers: {a: {skills: [lane, documents, sampling]}}\n"
        + "rosters: {r: {officers: [a], works: always}}\n" + words,
      [.customs(.staffedByOfficers(word: key, skill: skill))]
    )
  }

  @Test("crews and hours of the yard are those of its officers")
  func yard() throws {
    let text =
      acceptedZone + "officers: {a: {skills: [yard]}}\n"
      + "rosters: {r: {officers: [a], works: always}}\n"
    let found = try expansion(of: text).problems.problems.problems
    #expect(found.map(\.fault) == [.customs(.staffedByOfficers(word: "open", skill: "yard"))])
    let crews = text.replacing("  bays: 4\n", with: "  bays: 4\n  crews: 2\n")
    #expect(try expansion(of: crews).problems.problems.problems.count == 2)
  }
}
