/// What can be wrong in the customs words of a scenario, each with the rule behind it.
public enum CustomsFault: Error, Sendable, Equatable {

  // MARK: Dates and hours

  /// No day of the calendar of the form `2024-03-04`.
  case notADate(String)
  /// No hours of the form `07:30-20:00`.
  case notHours(String)
  /// No month of the form `2024-03`.
  case notAMonth(String)
  /// Months that do not ascend.
  case monthsNotAscending
  /// A weight, a length or a law of one without its unit.
  case notAQuantity(String, allowed: [String])
  /// Consolidated declarations, which fall due by the calendar, without a date of the start.
  case needsDate

  // MARK: Gates and lanes

  /// Flows without a gate.
  case noGate
  /// A flow that does not say which of several gates it uses.
  case severalGates([String])
  /// A lane for cars and for goods.
  case carsAmongGoods(lane: String)
  /// Trucks that no lane of their gate serves; `leadsIn` is the way, `status` nil where any will do.
  case noLaneServes(kind: String, status: String?, leadsIn: Bool, gate: String)
  /// Trucks whose lanes never open.
  case lanesNeverOpen(kind: String, leadsIn: Bool, gate: String)

  // MARK: Yard and goods

  /// Trucks that can be picked for inspection where no bay of a yard can take them.
  case hitsWithoutBays
  /// Goods that are not among those that the zone handles.
  case goodsNotHandled(String, handled: [String])
  /// Goods that may be inspected at a designated site alone, which the zone does not have.
  case noDesignatedSite(String)
  /// Goods that must be tested and that none of the laboratories may test.
  case noLaboratory(String, laboratories: [String])
  /// Goods that are kept cool and for which there is no store; `places` are those of the general one.
  case noColdStore(String, temperature: String, places: Int)
  /// Goods whose least weight puts every truck of a kind above the limit; in tonnes.
  case aboveWeightLimit(vehicle: String, least: Double, limit: Double)

  // MARK: People

  /// An officer who would work by two rosters at a time; `day` is a day of the week or `holidays`.
  case rostersOverlap(officer: String, first: String, second: String, day: String, hours: String)
  /// An officer on no roster.
  case officerWithoutRoster(officer: String)
  /// A skill whose officers never work.
  case skillNeverStaffed(skill: String)
  /// Staff of a station that officers with a skill serve.
  case staffedByOfficers(word: String, skill: String)

  // MARK: Demand and shares

  /// A profile of hours with another number of weights than the day has hours.
  case profileWeights(found: Int)
  /// Banks of flights that come more often than they can be listed.
  case tooManyBanks(allowed: Int)
  /// Assumptions that share out one whole and add up to more than all of it.
  case sharesAboveAll([String], sum: Double)

  // MARK: Inspection modes

  /// Why a mode is not for some goods.
  public enum ModeReason: Sendable, Equatable {
    /// A class of goods that its notice does not name.
    case goods(String)
    /// Goods that a designated site alone may inspect.
    case designatedSite(String)
    /// Firms of dishonest credit.
    case dishonest
    /// A firm that does not promise conformity and keep records.
    case noPromise(firm: String)
    /// A flow whose goods do not go abroad again.
    case staysInCountry(flow: String)
    /// A flow whose goods are bonded.
    case bonded(flow: String)
    /// A yard without a scanner.
    case noScanner
    /// No yard at all.
    case noYard
  }

  /// A mode for goods, firms or flows that its rule does not allow it for.
  case modeForbidden(InspectionMode, ModeReason)
  /// Rules that no flow's goods can fall under.
  case modesWithoutFlow
  /// Goods that are marked as something before their mode's rule releases them.
  case goodsNotFree(mark: String, state: String)

  // MARK: Firms and papers

  /// What a firm's credit can forbid it.
  public enum Facilitation: Sendable, Equatable {
    /// Batches with a consolidated declaration (分送集报).
    case batch
    /// Declaration in two steps (两步申报).
    case twoStep
    /// Four times self and one simplification (四自一简).
    case fourSelf
  }

  /// A dated value in a run without a first day.
  case dateWithoutStart
  /// A date on which nothing of the run can change any more: its first day or before.
  case dateBeforeStart(String, start: CalendarDate)
  /// Another way of declaring that begins within a period; `nearest` is the next period's first day.
  case notAPeriodEnd(CalendarDate, quarterly: Bool, nearest: CalendarDate)
  /// A firm that leaves on the day it joins or before.
  case leavesBeforeJoining(firm: String)
  /// An account book that begins below zero.
  case negativeBook(String)
  /// Several documents on a truck, each of several trucks.
  case manyToMany(documents: String, trucks: Int)
  /// A facilitation that the credit of a firm forbids.
  case forbiddenByCredit(Facilitation, firm: String)
  /// A firm that claims the waiver of guarantees and is never advanced-certified.
  case waiverWithoutCertificate(firm: String)
  /// A dishonest firm that declares batch movements together.
  case consolidatedByDishonest(firm: String)
}
