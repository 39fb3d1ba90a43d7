import RandomVariates
import ScenarioFiles

/// A fault of each kind, with the words that its sentence must hold in every language.
enum FaultSamples {
  static let all: [(fault: ScenarioFault, words: [String])] =
    [
      (.cannotRead(.missing(nearest: "near.yaml")), ["near.yaml"]),
      (.cannotRead(.notPermitted), []),
      (.cannotRead(.other("device gone")), ["device gone"]),
      (.isDirectory, []),
      (.isEmpty, []),
      (.isBinary, ["NUL"]),
      (.notUTF8, ["UTF-8"]),
      (.tooLarge(bytes: 9_000_000, allowed: 4_194_304), ["9,000,000", "4,194,304"]),
      (.controlCharacter(code: 0x200B), ["U+200B"]),
      (.yamlSyntax(what: "did not find expected key"), ["did not find expected key"]),
      (.unclosed("["), ["["]),
      (.tabInIndentation, []),
      (.duplicateKey("servers"), ["servers"]),
      (.missingKey, [":"]),
      (.anchorOrAlias("&a"), ["&a"]),
      (.tag("!x"), ["!x"]),
      (.mergeKey, ["<<"]),
      (.explicitKey, ["?"]),
      (.directive, ["%"]),
      (.severalDocuments, ["---"]),
      (.nestedTooDeep(limit: 16), ["16"]),
      (.forgottenQuotes(text: "uniform(1 min, 2 min)"), ["\"uniform(1 min, 2 min)\""]),
      (.wrongKind(found: .text, expected: [.list, .mapping]), []),
      (.missingUnit(text: "5", kind: .duration, allowed: ["s", "min"]), ["5", "s", "min"]),
      (.missingUnit(text: "7", kind: .share, allowed: ["%"]), ["7", "%"]),
      (.missingUnit(text: "50", kind: .rate, allowed: ["per h"]), ["50", "per h"]),
      (.unknownUnit("mins", allowed: ["s", "min"], nearest: "min"), ["mins", "s", "min"]),
      (.notANumber("abc"), ["abc"]),
      (.notFinite("inf"), ["inf"]),
      (.notWhole("1.5"), ["1.5"]),
      (.negative("-3"), ["-3"]),
      (.outOfRange("120%", low: "0%", high: "100%"), ["120%", "0%", "100%"]),
      (.notAClock("7.30"), ["7.30", "07:30"]),
      (
        .wrongDistribution(name: "expo", allowed: ["erlang", "normal"], nearest: "erlang"),
        ["expo", "erlang", "normal"]
      ),
      (
        .wrongArguments(distribution: "erlang", found: "2", expected: "erlang(K, MEAN)"),
        ["2", "erlang(K, MEAN)"]
      ),
      (.unbalancedParentheses("uniform(1 s"), ["uniform(1 s"]),
      (.sharesDoNotAddUp(found: 0.95), ["95%", "100%"]),
      (.distribution(.notPositive(name: "mean", found: 0)), []),
      (
        .csv(file: "times.csv", row: 5, column: "time (s)", .emptyCell),
        ["times.csv", "5", "time (s)"]
      ),
      (.missingColumn("tim", existing: ["time", "n"], nearest: "time"), ["tim", "time", "n"]),
      (.ambiguousColumn("time"), ["time"]),
      (.columnWithoutUnit("time", allowed: ["s", "h"]), ["time", "s", "h"]),
      (.csvSyntax(what: "can't parse quotation"), ["can't parse quotation"]),
      (.noRows, []),
      (.emptyCell, []),
      (
        .unknownKey(
          "servrs",
          section: .station,
          allowed: ["servers", "queue"],
          nearest: "servers"
        ),
        ["servrs", "servers", "queue"]
      ),
      (.missingKeys(["servers"], section: .station), ["servers"]),
      (.missingKeys(["rate", "every"], section: .arrivals), ["rate", "every"]),
      (.conflictingKeys(["rate", "every"]), ["rate", "every"]),
      (
        .unknownWord("fif", key: "queue", allowed: ["fifo", "lifo"], nearest: "fifo"),
        ["fif", "queue", "fifo", "lifo"]
      ),
      (
        .unknownName("gat", kind: .station, existing: ["gate", "yard"], nearest: "gate"),
        ["gat", "gate", "yard"]
      ),
      (.unknownName("gat", kind: .station, existing: [], nearest: nil), ["gat"]),
      (.duplicateName("gate", kind: .station), ["gate"]),
      (.reservedCharacter("\n", name: "a\nb"), ["a\\nb", "\\n"]),
      (.reservedName("flow"), ["flow"]),
      (.emptyName, []),
      (.hashCollision("alpha", "beta"), ["alpha", "beta"]),
      (.nothingInIt(key: "stations"), ["stations"]),
      (.tooMany(.step, found: 70_000, allowed: 65_535), ["70,000", "65,535"]),
      (.noServer, []),
      (.serversBesideLanes, []),
      (.neverOpens, []),
      (.scheduleStartsLate, ["0 h"]),
      (.shiftsNotAscending, []),
      (.shiftBeyondPeriod(period: "24 h"), ["24 h"]),
      (.laneWithoutTrucks(lane: "l1"), ["l1"]),
      (.truckWithoutLane(station: "gate", className: "aeo"), ["gate", "aeo"]),
      (.dedicatedWithoutTakes(lane: "l1"), ["l1", "takes"]),
      (.stepActions(found: [], allowed: ["mark", "seize"]), ["mark", "seize"]),
      (.stepActions(found: ["mark", "seize"], allowed: ["mark", "seize"]), ["mark", "seize"]),
      (.mixedChoice, []),
      (.branchAfterOtherwise, ["otherwise"]),
      (.sharesOverWhole(found: 1.2), ["120%", "100%"]),
      (.cycleWithoutTime(step: "review"), ["review"]),
      (.releaseWithoutSeize(station: "gate"), ["gate"]),
      (.releasesOtherCount(station: "gate", count: 1, seized: 2), ["gate", "1", "2"]),
      (.seizesTooMany(count: 3, servers: 2), ["3", "2"]),
      (.conditionSyntax("class aeo"), ["class aeo"]),
      (.conditionComparison(attribute: "class"), ["class", "!="]),
      (.endlessFlow(flow: "trucks"), ["trucks", "at most", "runs for"]),
      (.endlessProcedure(procedure: "pass"), ["pass", "runs for"]),
      (.warmUpUntilEmpty, ["runs for"]),
      (.warmUpTooLong(horizon: "7 d"), ["7 d"]),
      (.notPositive("0 s"), ["0 s"]),
      (.overridePath(path: "seed", .noValue), ["KEY=VALUE"]),
      (.overridePath(path: "a..b", .malformed), ["a..b"]),
      (
        .overridePath(path: "p", .noSuchKey("gat", existing: ["gate", "yard"], nearest: "gate")),
        ["gat", "gate", "yard"]
      ),
      (
        .overridePath(path: "p", .noSuchItem("l9", existing: ["l1", "l2"], nearest: "l1")),
        ["l9", "l1", "l2"]
      ),
      (.overridePath(path: "p", .noSuchIndex(5, count: 3)), ["[5]", "[2]"]),
      (.overridePath(path: "p", .noSuchIndex(0, count: 0)), ["[0]"]),
      (.overridePath(path: "p", .cannotEnter(found: .text, before: "servers")), ["servers"]),
    ] + expressionFaults + attributeFaults + customsFaults + calendarFaults + serverFaults
    + serviceFaults + teamFaults + waitFaults + paperFaults + patienceFaults + parallelFaults
    + arrivalFaults + sumFaults + outageFaults + standardFaults + stateFaults + steadyStateFaults

  static let distributions: [(fault: DistributionFault, words: [String])] =
    [
      (.notFinite(name: "variance", found: .infinity), []),
      (.notPositive(name: "mean", found: 0), []),
      (.negative(name: "sd", found: -1), []),
      (.outOfRange(name: "shape", found: 0.5, low: 1, high: 1e6), ["0.5", "1", "1,000,000"]),
      (.reversed(low: 2, high: 1), []),
      (.modeOutsideRange(mode: 3, low: 1, high: 2), []),
      (.hardlyEverPositive(probability: 1e-9), []),
      (.sharesDoNotSumToOne(found: 0.5), ["50%", "100%"]),
      (.empty, []),
      (.part(index: 1, fault: .empty), ["2"]),
    ]

  /// The number of kinds of fault: a new one does not compile here until it is added to the list,
  /// to the samples above and to this count.
  static func count(_ fault: ScenarioFault) -> Int {
    switch fault {
    case .cannotRead, .isDirectory, .isEmpty, .isBinary, .notUTF8, .tooLarge, .controlCharacter,
      .yamlSyntax, .unclosed, .tabInIndentation, .duplicateKey, .missingKey, .anchorOrAlias, .tag,
      .mergeKey, .explicitKey, .directive, .severalDocuments, .nestedTooDeep, .forgottenQuotes,
      .wrongKind, .missingUnit, .unknownUnit, .notANumber, .notFinite, .notWhole, .negative,
      .outOfRange, .notAClock, .wrongDistribution, .wrongArguments, .unbalancedParentheses,
      .sharesDoNotAddUp, .distribution, .csv, .missingColumn, .ambiguousColumn, .columnWithoutUnit,
      .csvSyntax, .noRows, .emptyCell, .unknownKey, .missingKeys, .conflictingKeys, .unknownWord,
      .unknownName, .duplicateName, .reservedCharacter, .reservedName, .emptyName, .hashCollision,
      .nothingInIt, .tooMany, .noServer, .serversBesideLanes, .neverOpens, .scheduleStartsLate,
      .shiftsNotAscending, .shiftBeyondPeriod, .laneWithoutTrucks, .truckWithoutLane,
      .dedicatedWithoutTakes, .stepActions, .mixedChoice, .branchAfterOtherwise, .sharesOverWhole,
      .cycleWithoutTime, .releaseWithoutSeize,
      .releasesOtherCount, .seizesTooMany, .conditionSyntax,
      .conditionComparison, .endlessFlow, .endlessProcedure, .warmUpUntilEmpty, .warmUpTooLong,
      .notPositive, .overridePath, .expression, .attribute, .customs, .server, .service, .patience,
      .parallel, .arrival, .wait, .calendar, .papers, .sum, .team, .outage, .standard, .state,
      .steadyState:
      95
    }
  }
}

/// The name of an enum case, whatever it carries.
func caseName(_ value: some Any) -> String {
  Mirror(reflecting: value).children.first?.label ?? "\(value)"
}
