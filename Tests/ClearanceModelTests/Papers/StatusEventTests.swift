import EventSimulation
import Testing

@testable import ClearanceModel

/// Goods change their status on the events of the rules only (公告2016年第72号; Order 256).
@Suite("Events that change a status")
struct StatusEventTests {
  /// Every change that the rules know of; outside stands for goods beyond the zone.
  private static let known: [(event: StatusEvent, from: String, to: String)] = [
    (.entryFromAbroad, "outside", "bonded"), (.entryFromAbroad, "outside", "non-bonded"),
    (.entryAsExport, "outside", "exported-in"), (.entryByStatus, "outside", "non-bonded"),
    (.importDeclaration, "bonded", "non-bonded"), (.importDeclaration, "exported-in", "non-bonded"),
    (.importDeclaration, "bonded", "outside"), (.importDeclaration, "exported-in", "outside"),
    (.exportDeclaration, "bonded", "outside"), (.exportDeclaration, "non-bonded", "outside"),
    (.exportDeclaration, "exported-in", "outside"), (.exitByStatus, "non-bonded", "outside"),
    (.amendment, "bonded", "non-bonded"), (.amendment, "bonded", "exported-in"),
    (.amendment, "non-bonded", "bonded"), (.amendment, "non-bonded", "exported-in"),
    (.amendment, "exported-in", "bonded"), (.amendment, "exported-in", "non-bonded"),
  ]

  private static let places: [CustomsStatus?] = [nil] + CustomsStatus.allCases

  private static func name(_ status: CustomsStatus?) -> String { status?.word ?? "outside" }

  @Test("each event takes goods from and to what the rules say, and nowhere else")
  func table() {
    var seen = 0
    for event in StatusEvent.allCases {
      for from in Self.places {
        for to in Self.places {
          let isKnown = Self.known.contains {
            $0.event == event && $0.from == Self.name(from) && $0.to == Self.name(to)
          }
          #expect(
            event.allows(from, to) == isKnown,
            "\(event): \(Self.name(from)) \(Self.name(to))"
          )
          if isKnown { seen += 1 }
        }
      }
    }
    #expect(seen == Self.known.count)
  }

  @Test("each movement moves goods of these statuses")
  func movements() {
    func moved(_ kind: MovementKind) -> [String] {
      CustomsStatus.allCases.filter(kind.moves).map(\.word)
    }
    #expect(moved(.firstLineIn) == ["bonded", "non-bonded"])
    #expect(moved(.enterFirst) == ["bonded", "non-bonded"])
    #expect(moved(.twoStepIn) == ["bonded", "non-bonded"])
    #expect(moved(.secondLineIn) == ["exported-in"])
    #expect(moved(.batchIn) == ["exported-in"])
    #expect(moved(.byStatusIn) == ["non-bonded"])
    #expect(moved(.firstLineOut) == ["bonded", "non-bonded", "exported-in"])
    #expect(moved(.secondLineOut) == ["bonded", "exported-in"])
    #expect(moved(.batchOut) == ["bonded", "exported-in"])
    #expect(moved(.byStatusOut) == ["non-bonded"])
    // What a kind moves by default it may move.
    for kind in MovementKind.allCases { #expect(kind.moves(kind.status)) }
  }

  @Test("papers of a status that the movement cannot have are a precondition failure")
  func preconditions() async {
    await #expect(processExitsWith: .failure) {
      _ = Desk(.firm()).open(.byStatusOut, status: .bonded)
    }
    await #expect(processExitsWith: .failure) {
      _ = Desk(.firm()).open(.secondLineIn, status: .bonded)
    }
    await #expect(processExitsWith: .failure) {
      _ = Desk(.firm()).open(.secondLineOut, status: .nonBonded)
    }
    await #expect(processExitsWith: .failure) {
      _ = Desk(.firm()).open(.firstLineIn, status: .exportedIn)
    }
    await #expect(processExitsWith: .failure) {
      StatusEvent.importDeclaration.check(.nonBonded, .bonded)
    }
    await #expect(processExitsWith: .failure) { StatusEvent.amendment.check(.bonded, .bonded) }
    await #expect(processExitsWith: .failure) { StatusEvent.exitByStatus.check(.exportedIn, nil) }
  }
}
