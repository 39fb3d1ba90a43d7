/// What can be wrong with the forms of arrivals beyond what all sections share.
public enum ArrivalFault: Error, Sendable, Equatable {

  // MARK: Populations

  /// A key that makes no sense for trucks that begin anew.
  case besidePopulation(key: String)
  /// A population in a run until empty: it never is.
  case populationStays(flow: String)
  /// A way through the procedure of a population on which no time passes.
  case roundWithoutTime(procedure: String)

  // MARK: Rates that change at random

  /// Fewer than two states.
  case tooFewStates(found: Int)
  /// States that change more often than a replication can draw.
  case statesChangeTooOften(found: Int, allowed: Int)

  // MARK: Files of arrivals and traces

  /// A time before that of the row above.
  case timeGoesBack(String)
  /// A factor on the demand of a flow whose trucks come at given times.
  case factorWithTrace
  /// A key that decides what the column `class` of the file has decided.
  case besideClassColumn(key: String)
  /// A trace with fewer rows than trucks come, or convoys.
  case traceTooShort(rows: Int, needed: Int, flow: String)
}
