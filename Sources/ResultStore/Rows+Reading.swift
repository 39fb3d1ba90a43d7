import ClearanceRecords
import EventSimulation
import GRDB

// Rows as they were before they were written.

extension PassageRow {
  init(_ row: Row, _ names: RowNumbers) throws {
    self.init(
      truck: row["truck"],
      flow: names("flow", row["flow"]),
      classIndex: names("class", row["class"]),
      place: names("place", row["place"]),
      lane: names("place", row["lane"]),
      outcome: try Outcome(row),
      arrivedAt: time(row["arrivedAt"]),
      startedAt: time(row["startedAt"]),
      endedAt: time(row["endedAt"]),
      leftAt: time(row["leftAt"])
    )
  }
}

extension TruckRow {
  init(_ row: Row, _ names: RowNumbers) throws {
    self.init(
      number: row["number"],
      flow: names("flow", row["flow"]),
      classIndex: names("class", row["class"]),
      outcome: try Outcome(row),
      arrivedAt: time(row["arrivedAt"]),
      clearedAt: time(row["clearedAt"]),
      leftAt: time(row["leftAt"]),
      cameAt: time(row["cameAt"])
    )
  }
}

extension StepRow {
  init(_ row: Row, _ names: RowNumbers) {
    self.init(
      truck: row["truck"],
      flow: names("flow", row["flow"]),
      step: names("stepName", row["step"]),
      place: names("place", row["place"]),
      startedAt: time(row["startedAt"]),
      endedAt: time(row["endedAt"])
    )
  }
}

extension TransitionRow {
  init(_ row: Row, _ names: RowNumbers) {
    self.init(
      truck: row["truck"],
      flow: names("flow", row["flow"]),
      classIndex: names("class", row["class"]),
      companion: row["companion"],
      document: names("attributeName", row["document"]),
      state: names("attributeWord", row["state"]),
      at: time(row["at"])
    )
  }
}

extension AttributeRow {
  init(_ row: Row, _ names: RowNumbers) {
    let word: Int64? = row["word"]
    self.init(
      truck: row["truck"],
      flow: names("flow", row["flow"]),
      attribute: names("attributeName", row["attribute"]),
      companion: row["companion"],
      value: word.map { Double(names("attributeWord", $0)) } ?? row["value"] ?? .nan
    )
  }
}

extension GatheredRow {
  init(_ row: Row, _ names: RowNumbers) {
    self.init(
      truck: row["truck"],
      flow: names("flow", row["flow"]),
      classIndex: names("class", row["class"]),
      collection: names("collectionName", row["collection"]),
      pile: row["pile"],
      closing: row["closing"] ?? .max,
      at: time(row["at"])
    )
  }
}

extension CompanionRow {
  init(_ row: Row, _ names: RowNumbers) {
    self.init(
      number: row["number"],
      parent: row["parent"],
      truck: row["truck"],
      flow: names("flow", row["flow"]),
      classIndex: names("class", row["class"]),
      firstStep: names("stepName", row["firstStep"]),
      collection: names("collectionName", row["collection"]),
      pile: row["pile"] ?? 0,
      closing: row["closing"] ?? 0,
      gathered: row["gathered"],
      startedAt: time(row["startedAt"]),
      endedAt: time(row["endedAt"])
    )
  }
}

extension Outcome {
  fileprivate init(_ row: Row) throws {
    guard let outcome = Outcome(rawValue: row["outcome"]) else {
      throw ResultStoreError.other(code: 0, message: "outcome \(row["outcome"] as Int64)")
    }
    self = outcome
  }
}

private func time(_ microseconds: Int64?) -> SimulatedTime {
  microseconds.map(SimulatedTime.init(microseconds:)) ?? .never
}
