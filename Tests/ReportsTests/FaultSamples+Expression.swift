import ClearanceModel
import ScenarioFiles

extension FaultSamples {
  /// A fault of each kind of ExpressionFault, with the words of its sentence.
  static let expressionFaults: [(fault: ScenarioFault, words: [String])] = [
    (.expression(.missingOperand(found: ")")), [")"]),
    (.expression(.missingOperand(found: "")), []),
    (.expression(.unexpected("5 min")), ["5 min"]),
    (
      .expression(.unknownFunction("mix", allowed: ["min", "max"], nearest: "min")),
      ["mix", "min", "max"]
    ),
    (.expression(.argumentCount(function: "abs", expected: 1, found: 3)), ["abs", "1", "3"]),
    (.expression(.argumentCount(function: "min", expected: 2, found: 1)), ["min", "2", "1"]),
    (.expression(.tooLong(allowed: 1_000)), ["1,000"]),
    (.expression(.tooDeep(found: 40, allowed: 32)), ["40", "32"]),
    (.expression(.tooManyDraws(allowed: 200)), ["200"]),
    (.expression(.tooManyOperations(found: 70_000, allowed: 65_000)), ["70,000", "65,000"]),
    (.expression(.mixedDimensions(.weight, .duration)), []),
    (.expression(.noProduct(.weight, .length)), []),
    (.expression(.wrongDimension(found: .number, expected: .duration)), []),
    (.expression(.needsNumber(function: "ceil", found: .weight)), ["ceil"]),
    (.expression(.divisionByZero), []),
    (.expression(.notConstant("declared")), ["declared"]),
    (.expression(.wordsAsNumber(attribute: "vehicle")), ["vehicle"]),
    (.expression(.documentAsNumber(document: "form")), ["form", "when"]),
    (.expression(.selectionForm(attribute: "vehicle")), ["vehicle", "WORD = VALUE"]),
    (
      .expression(.missingWords(attribute: "vehicle", words: ["van", "semi"])),
      ["vehicle", "van", "semi"]
    ),
    (.expression(.propertyInProperty("pass")), ["pass"]),
    (.expression(.propertyMissing("pass", place: "in-1")), ["pass", "in-1"]),
    (.expression(.propertyDimensions("pass", .number, .duration)), ["pass"]),
  ]
}
