/// The fixed phrases of the product; `Phrase+Texts.swift` has their texts.
///
/// A part in braces, such as `{place}`, is filled in where the phrase is used.
enum Phrase: PhraseTable {
  // The run in a few words
  case lengthOfRun, lengthWithWarmUp, untilEmpty, replicationsAndSeed, trucksAndEvents
  case interruptedRun, intervalNote, singleNote, pooledNote
  case bottleneck, nobodyWaits, recorded

  // Titles of tables
  case place, arrivals, waitMean, waitP95, waitMax, queueMean, utilisation, peakHourP95
  case blockedShare
  case flow, clearanceMean, clearanceP95, lostShare
  case measure, estimate, halfWidth, unit, replications
  case station, visitsPerHour, serviceMean, servers, load, remark
  case placesLeftOut, flowsLeftOut, warningsLeftOut

  // Units
  case trucksUnit, perHourUnit, noUnit

  // Warnings
  case warning, unstable, neverOpen, wideInterval, noInterval, stillInside, stuck
  case deadlock, deadlockAlone

  // What a scenario says
  case stationsHeading, flowsHeading, proceduresHeading, loadsHeading
  case classesInOrder, demandFactor, systemCapacity, isValid
  case unlimitedServers, serversByTheClock, serversFromStart, serversFrom, repeatsEvery
  case closingFinishes, closingReturns
  case fifo, lifo, random, priority, goesFirst, room, takes, takesAll
  case preemptive, blocksUpstream, failsWhenBusy, failsAnyTime
  case joinsShortest, joinsRandom, joinsDedicated
  case poisson, poissonConvoys, profile, profileRepeats, profileEnds, gaps, givenTimes
  case convoySize, atMost, classShares, presentAtStart, followsProcedure
  case unlimited, isOverloaded, isHeld
  case waving, wavingConvoys, modulated, modulatedConvoys, rateState, fromFile, population
  case noLoadOfPopulation, note, traceRepeats

  // Steps
  case serve, delay, seize, release, choose, goTo, mark, markCleared, emptyProcedure
  case waitUntil, startClock, parallel, parallelBranch, nothingToDo, seizeTogether, releaseSome,
    serversOf
  case setAttributes, useProcedure, startCompanion, startCompanions, beginStage, count, countAt,
    gather
  case goToEnd, thenGoToEnd, procedureWith
  case classBy, classFrom, parameters
  case stepNamed, branchShare, branchRest, branchWhen, branchOtherwise, goOn, thenGoTo

  // Conditions
  case classOfTruck, flowOfTruck, queueAt, presentAt, openAt, timeOfDay, and, or

  // One truck
  case traceHead, traceHeadOfClass, traceNobody, traceTime, traceStep, traceWait, traceTook
  case traceUnfinished, traceInside, traceLeft

  // Progress
  case replicationOf, replicationNumber, interrupted, interruptedOf

  // The results file
  case notADatabase, foreignDatabase, newerSchema, cannotOpen, readOnly, diskFull, busy
  case folderMissing, fileMissing, otherDatabaseError

  // Options
  case optionNotPositive, optionValue, optionsConflict, replicationBeyond
  case optionTruck, daysUntilEmpty, daysWithinWarmUp, unknownMeasure, similarMeasures

  // How stations serve
  case shortestJob, servesTogether, servesExactly, jockeys
}
