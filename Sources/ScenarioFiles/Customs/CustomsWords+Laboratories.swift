/// Laboratories, and stores by temperature.
extension CustomsWords {
  /// Temperatures at which goods are kept (常温, 冷藏, 冷冻).
  static let temperatures = ["ambient", "chilled", "frozen"]

  /// A laboratory (实验室) among several: what it may test, and how long samples travel to it.
  struct Laboratory {
    var name: Name
    var staffed: Staffed
    /// The classes of goods that it may test; nil for all.
    var tests: [String]?
    /// The way of a sample to it, a law of times; nil where it is next door.
    var transport: SourceNode?

    /// Whether it may test a class of goods.
    func tests(_ goods: String) -> Bool { tests?.contains(goods) ?? true }
  }

  /// The laboratory to which a class of goods goes: the first in the file that may test it.
  func laboratory(for goods: String) -> Laboratory? { laboratories.first { $0.tests(goods) } }

  /// Whether some laboratory may test a class of goods; the one of the word `laboratory` tests all.
  func canTest(_ goods: String) -> Bool { laboratories.isEmpty || laboratory(for: goods) != nil }

  /// The classes of goods carried that go to a laboratory.
  func goodsTested(at laboratory: Laboratory) -> [String] {
    goodsCarried.filter { self.laboratory(for: $0)?.name.text == laboratory.name.text }
  }

  /// Whether some samples travel.
  var samplesTravel: Bool { laboratories.contains { $0.transport != nil } }

  // MARK: Temperature

  /// The temperatures of the goods that a flow carries, without repetition.
  func temperatures(of flow: Flow) -> [String] {
    let found = goodsShares(of: flow).filter { $0.share > 0 }
      .compactMap { goodsClass($0.word)?.temperature }
    return Self.temperatures.filter(found.contains)
  }

  /// The temperatures of the goods that some flow carries.
  var temperaturesCarried: [String] {
    Self.temperatures.filter { temperature in
      flows.contains { temperatures(of: $0).contains(temperature) }
    }
  }

  /// Whether some flow carries goods that are kept cool.
  var hasColdGoods: Bool {
    flows.contains { temperatures(of: $0).contains { $0 != "ambient" } }
  }

  /// The station where goods of a temperature are kept.
  ///
  /// Goods without a store of their own are kept in the general one.
  func store(for temperature: String) -> String {
    stores.contains { $0.temperature == temperature }
      ? "supervised-warehouse-\(temperature)" : "supervised-warehouse"
  }

  /// Whether goods of a temperature have a place: one without limits keeps all.
  func canStore(_ temperature: String) -> Bool {
    temperature == "ambient" || supervised?.places == nil
      || stores.contains { $0.temperature == temperature }
  }

  // MARK: Steps

  /// Shipped procedures that have nothing to do in the scenario: who uses them goes on at once.
  var proceduresWithoutSteps: [String] {
    var names: [String] = []
    if !hasColdGoods {
      names += ["begin warming", "end warming", "unload cold goods", "check cold budget"]
    }
    if !samplesTravel { names.append("send sample") }
    if !hasUrgentGoods { names.append("note urgent goods") }
    if quarantine == nil { names += ["enter quarantine", "leave quarantine"] }
    return names
  }
}
