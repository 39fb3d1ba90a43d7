import ScenarioFiles

extension Wording {
  /// The sentence of a fault.
  func fault(_ fault: CustomsFault) -> String {
    switch fault {
    case .hitsWithoutBays:
      return pick("trucks are picked for inspection, but the yard has no bay", "设有布控查验，但查验场没有台位")
    }
  }
}
