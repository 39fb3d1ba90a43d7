import EventSimulation

/// The flat tables behind lanes, attributes, documents, properties and collections.
struct CarriedTables {
  private(set) var flowAttributes: [FlowAttribute] = []
  private(set) var rows: [FlowAttributeRow] = []
  private(set) var shares: [FlowAttributePlan.Share] = []
  private(set) var laneClasses: [Bool] = []
  private(set) var properties: [UInt16] = []
  private(set) var documents: [UInt32] = []
  private(set) var followingStates: [UInt64] = []
  private(set) var collections: [CollectionState] = []
  private(set) var collectionKeys: [CollectionKey] = []
  private(set) var pileCount = 0

  init(_ plan: ClearancePlan) {
    for flow in plan.flows { for attribute in flow.attributes { add(attribute) } }
    for place in plan.places {
      laneClasses += plan.classes.indices.map { place.takes.isEmpty || place.takes[$0] }
      let own = place.properties
      properties += plan.properties.indices.map { $0 < own.count ? own[$0] : StepPlan.none }
    }
    for attribute in plan.attributes {
      guard case .states(_, let following) = attribute.kind else {
        documents.append(noDocument)
        continue
      }
      documents.append(UInt32(followingStates.count))
      followingStates += following.map { $0.reduce(0) { $0 | 1 << UInt64($1) } }
    }
    for collection in plan.collections { add(collection, plan) }
  }

  private mutating func add(_ attribute: FlowAttributePlan) {
    flowAttributes.append(
      FlowAttribute(
        attribute: attribute.attribute,
        isPerLot: attribute.isPerLot,
        drawStep: attribute.drawStep,
        step: attribute.step?.microseconds ?? 1,
        firstRow: UInt32(rows.count),
        rowCount: UInt32(attribute.rows.count)
      )
    )
    for row in attribute.rows {
      rows.append(FlowAttributeRow(first: UInt32(shares.count), count: UInt32(row.count)))
      shares += row
    }
  }

  private mutating func add(_ collection: CollectionPlan, _ plan: ClearancePlan) {
    let keys = collection.keys.map {
      CollectionKey(attribute: $0, words: UInt16(plan.attributes[Int($0)].words.count))
    }
    // The piles of papers are the register's.
    let count = collection.period == nil ? keys.reduce(1) { $0 * Int($1.words) } : 0
    collections.append(
      CollectionState(
        hash: stableHash(collection.name),
        firstKey: UInt32(collectionKeys.count),
        keyCount: UInt32(keys.count),
        firstPile: UInt32(pileCount),
        pileCount: UInt32(count),
        firstStep: collection.firstStep,
        countAttribute: collection.countAttribute ?? StepPlan.none,
        period: collection.period
      )
    )
    collectionKeys += keys
    pileCount += count
  }
}

/// Stands where an attribute is no document.
let noDocument: UInt32 = .max
