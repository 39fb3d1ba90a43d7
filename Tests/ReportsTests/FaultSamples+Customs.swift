import ScenarioFiles

extension FaultSamples {
  /// A fault of each kind of CustomsFault, with the words of its sentence.
  static let customsFaults: [(fault: ScenarioFault, words: [String])] = [
    (.customs(.notADate("2024-02-30")), ["2024-02-30", "2024-03-04"]),
    (.customs(.notHours("7 to 8")), ["7 to 8", "07:30-20:00"]),
    (.customs(.notAQuantity("120", allowed: ["m", "km"])), ["120", "km"]),
    (.customs(.needsDate), ["starts", "256"]),
    (.customs(.noGate), ["gates"]),
    (.customs(.severalGates(["east", "west"])), ["east", "west", "gate"]),
    (.customs(.carsAmongGoods(lane: "in-1")), ["in-1", "cars"]),
    (
      .customs(.noLaneServes(kind: "sundries", status: nil, leadsIn: true, gate: "main")),
      ["sundries", "main", "serves"]
    ),
    (
      .customs(.noLaneServes(kind: "declared", status: "bonded", leadsIn: false, gate: "main")),
      ["declared", "bonded", "main"]
    ),
    (
      .customs(.lanesNeverOpen(kind: "declared", leadsIn: true, gate: "main")),
      ["declared", "main"]
    ),
    (
      .customs(
        .rostersOverlap(
          officer: "li",
          first: "day",
          second: "night",
          day: "mon",
          hours: "07:00-08:00"
        )
      ),
      ["li", "day", "night", "mon", "07:00-08:00"]
    ),
    (.customs(.officerWithoutRoster(officer: "li")), ["li", "officers"]),
    (.customs(.skillNeverStaffed(skill: "yard")), []),
    (.customs(.staffedByOfficers(word: "crews", skill: "yard")), ["crews"]),
    (.customs(.hitsWithoutBays), ["yard", "bays", "hit rate factor"]),
    (.customs(.goodsNotHandled("meat", handled: ["food", "fruit"])), ["meat", "food", "fruit"]),
    (.customs(.noDesignatedSite("meat")), ["meat", "designated sites"]),
    (
      .customs(.noLaboratory("meat", laboratories: ["zone-lab", "tianjin"])),
      ["meat", "zone-lab", "tianjin", "tests"]
    ),
    (
      .customs(.noColdStore("meat", temperature: "frozen", places: 60)),
      ["meat", "60", "supervised frozen", "warehouses"]
    ),
    (
      .customs(.aboveWeightLimit(vehicle: "semi", least: 49.75, limit: 49)),
      ["semi", "49.75", "49"]
    ),
    (
      .customs(.modeForbidden(.sampleThenRelease, .goods("fruit"))),
      ["sample then release", "fruit", "29", "2019"]
    ),
    (
      .customs(.modeForbidden(.enterFirst, .goods("food"))),
      ["enter first test later", "food", "36", "2019"]
    ),
    (
      .customs(.modeForbidden(.inspectAtFinalPlace, .designatedSite("meat"))),
      ["inspect at final place", "meat"]
    ),
    (
      .customs(.modeForbidden(.sampleThenRelease, .dishonest)),
      ["sample then release", "29", "2019"]
    ),
    (
      .customs(.modeForbidden(.sampleThenRelease, .noPromise(firm: "grocer"))),
      ["grocer", "29", "2019"]
    ),
    (
      .customs(.modeForbidden(.exemptOnReExit, .staysInCountry(flow: "transit"))),
      ["exempt on re-exit", "transit", "leaves for", "77", "2023"]
    ),
    (
      .customs(.modeForbidden(.spotChecks, .bonded(flow: "native"))),
      ["spot checks", "native", "72", "2016"]
    ),
    (.customs(.modeForbidden(.imageFirst, .noScanner)), ["image first", "scanner"]),
    (.customs(.modeForbidden(.imageFirst, .noYard)), ["yard", "bays"]),
    (.customs(.modesWithoutFlow), ["movements", "procedure"]),
    (
      .customs(.goodsNotFree(mark: "usable", state: "on hold")),
      ["usable", "on hold", "36", "2019"]
    ),
    (.customs(.goodsNotFree(mark: "entered", state: "due")), ["entered", "due", "36"]),
    (
      .customs(.goodsNotFree(mark: "usable", state: "on promise")),
      ["usable", "on promise", "29"]
    ),
    (.customs(.goodsNotFree(mark: "usable", state: "to inspect")), ["to inspect", "77"]),
    (.customs(.goodsNotFree(mark: "entered", state: "in test")), ["entered", "in test", "36"]),
    (.customs(.goodsNotFree(mark: "usable", state: "detained")), ["usable", "detained"]),
    (.customs(.profileWeights(found: 23)), ["24", "23"]),
    (.customs(.tooManyBanks(allowed: 1_000_000)), ["1,000,000"]),
    (
      .customs(.sharesAboveAll(["reply amend", "reply open"], sum: 1.2)),
      ["reply amend", "reply open", "120", "100"]
    ),
    (.customs(.consolidatedByDishonest(firm: "parts")), ["parts", "per shipment", "2025"]),
    (.customs(.dateWithoutStart), ["starts"]),
    (
      .customs(
        .dateBeforeStart("2024-01-01", start: CalendarDate(year: 2024, month: 3, day: 4))
      ),
      ["2024-01-01", "2024-03-04"]
    ),
    (
      .customs(
        .notAPeriodEnd(
          CalendarDate(year: 2024, month: 8, day: 1),
          quarterly: true,
          nearest: CalendarDate(year: 2024, month: 10, day: 1)
        )
      ),
      ["2024-08-01", "2024-10-01", "256"]
    ),
    (.customs(.leavesBeforeJoining(firm: "parts")), ["parts"]),
    (.customs(.negativeBook("-5 t")), ["-5 t", "256"]),
    (.customs(.manyToMany(documents: "2", trucks: 3)), ["2", "3"]),
    (.customs(.forbiddenByCredit(.batch, firm: "parts")), ["parts", "2025"]),
    (.customs(.forbiddenByCredit(.twoStep, firm: "parts")), ["parts", "127", "2019"]),
    (.customs(.forbiddenByCredit(.fourSelf, firm: "parts")), ["parts", "26", "2019"]),
    (.customs(.waiverWithoutCertificate(firm: "parts")), ["parts", "148", "2023"]),
  ]
}
