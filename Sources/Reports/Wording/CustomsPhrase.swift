/// The fixed phrases about gates, stages, papers and assumptions; texts are in
/// `CustomsPhrase+Texts.swift`.
///
/// A part in braces, such as `{place}`, is filled in where the phrase is used.
enum CustomsPhrase: PhraseTable {
  // The table of gates
  case gateTable, goodsLanes, carLanes, technology, passesPerDay, peakPasses, longestQueue
  case waitP95Short, autoLift, total, wayIn, wayOut, vehiclesAlone, vehiclesAndMetres
  case lanesLeftOut

  // The sentence about a gate
  case demandOfGate, peakOfGate, lanesOfGate, waitOfGate, waitOfGateAlone, queueOfGate
  case metresOfQueue, useOfGate, roadOfGate, longestStage, gatesLeftOut

  // Stages
  case stageTable, stageMean, stageShare, otherStages, clearanceMean, clearanceP95, stagesOfMore

  // Papers and inspections
  case mismatches, forms, formsPassed, inspections, inspectionKinds
  case slips, declarations, byHand, officeUse, officeWait

  // Entry and use
  case entryTable, entryMean, entryP95, usableMean, usableP95

  // What a scenario says
  case customsHeading, zoneIs, startsOn, firstDayIsMonday, turnOut, noTurnOut, queueSpace
  case laneIn, laneOut, forCars, serves, laneOpen, firmsHeading, declaresPerShipment,
    declaresMonthly
  case declaresQuarterly, firmsLeftOut, policyIs, customsFlows
  case firmShare, firmCredit, firmBusiness, firmGoods, firmItems, firmDeclares, firmGuarantee
  case firmOpening, fromDay, guaranteeOf, joins, joinsAndRamps, leaves
  case goodsHeading, goodsValue, goodsDuty, goodsVAT, goodsConsumption, goodsMaterialShare
  case goodsMaterialDuty, movementsHeading, movementsIn, movementsOut, documentsPerTruck
  case trucksPerDeclaration
  case laboratoryTests, laboratoryFar, laboratoryIdle, keptAt, testedFor, failingShare
  case modesHeading, modeRule, modeGoods, modeAllGoods, modesElse
  case assumptionsHeading, assumption, assumptionSet, shortAssumption, shortAssumptionSet, rangeIs,
    rangeAndDefault, defaultIs
  case assumptionsCount, shortAssumptions, shortProcedures, comesWhenClosed

  // The general words behind
  case documentsHeading, attributesHeading, sharedHeading, anyOf, aNumber, aDuration, aWeight,
    aLength
  case documentWay, documentEnds, collectionsHeading, onePile, onePileFor, closing
  case closingsLeftOut, inLots, drawnAs, drawnByTheClock, forEachTruck, roomInMetres
  case attributeIs, everyDay, onDays, fromDayToDay, openHours, closed
  case loadsByFreeFlow
}

extension Wording {
  /// A phrase with its parts in braces filled in.
  ///
  /// - Precondition: there is a value for each part.
  func callAsFunction(
    _ phrase: CustomsPhrase,
    _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    fill(phrase.text(language), "\(phrase)", values)
  }
}
