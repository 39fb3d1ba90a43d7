/// A class of goods (商品类别): what a tonne is worth and what is due on it.
///
/// Rates are parts of a million. The defaults are a practitioner's estimates, but for the value of
/// `general` (Qinhuangdao zone, 2019: USD 580 million on 102,400 t) and VAT, 13 % and for grain,
/// fruit, meat and aquatic products 9 % (增值税暂行条例第二条; 财政部 税务总局 海关总署公告2019年第39号).
struct GoodsClass: Equatable {
  /// Its name.
  var name: String
  /// Value [US cents for a tonne].
  var centsPerTonne: Int64
  /// Duty on the goods as presented [ppm].
  var duty: Int64
  /// Value added tax [ppm].
  var vat: Int64
  /// Consumption tax, below the whole [ppm].
  var consumption: Int64
  /// Duty on the imported materials in it [ppm].
  var materialDuty: Int64
  /// Value of the imported materials as a part of its own [ppm].
  var materialShare: Int64
  /// Whether it may be inspected at a designated site alone (指定监管场地).
  var needsDesignatedSite: Bool
  /// The temperature at which it is kept: ambient, chilled or frozen.
  var temperature = "ambient"
  /// Degree-hours by which it may warm; nil for what all cold goods may.
  var coldBudget: SourceNode?
  /// How long its samples are tested; nil for what the table of assumptions says.
  var testTime: SourceNode?
  /// The share of its samples that fail; nil for what the table says.
  var failureShare: SourceNode?
  /// Which rules of inspection hold for it.
  var kind: Kind
  /// The share of its lots that are not as the rules want them.
  var nonCompliant: Double

  init(
    _ name: String,
    dollarsPerTonne: Int64,
    duty: Int64,
    vat: Int64 = 13,
    materialDuty: Int64? = nil,
    materialShare: Int64 = 60,
    needsDesignatedSite: Bool = false,
    temperature: String = "ambient"
  ) {
    self.name = name
    centsPerTonne = dollarsPerTonne * 100
    self.duty = duty * 10_000
    self.vat = vat * 10_000
    consumption = 0
    self.materialDuty = (materialDuty ?? duty) * 10_000
    self.materialShare = materialShare * 10_000
    self.needsDesignatedSite = needsDesignatedSite
    self.temperature = temperature
    kind = Kind(of: name)
    nonCompliant = kind.nonCompliant
  }

  /// Its value with duty, consumption tax and VAT, for each unit of its value.
  var valueWithTaxes: Double {
    let (duty, vat, consumption) = (
      Double(duty) / 1e6, Double(vat) / 1e6, Double(consumption) / 1e6
    )
    return (1 + duty) / (1 - consumption) * (1 + vat)
  }

  /// The classes that come with the program.
  static let shipped: [GoodsClass] = [
    GoodsClass("general", dollarsPerTonne: 5_664, duty: 8),
    GoodsClass("auto-parts", dollarsPerTonne: 9_000, duty: 6, materialDuty: 5),
    GoodsClass("machinery", dollarsPerTonne: 12_000, duty: 7, materialDuty: 5),
    GoodsClass("electronics", dollarsPerTonne: 60_000, duty: 0),
    GoodsClass("textiles", dollarsPerTonne: 8_000, duty: 8, materialDuty: 5),
    GoodsClass("food", dollarsPerTonne: 3_500, duty: 12, materialDuty: 10),
    GoodsClass("animal and plant products", dollarsPerTonne: 2_500, duty: 10, vat: 9),
    GoodsClass(
      "meat",
      dollarsPerTonne: 5_000,
      duty: 12,
      vat: 9,
      needsDesignatedSite: true,
      temperature: "frozen"
    ),
    GoodsClass("grain", dollarsPerTonne: 400, duty: 3, vat: 9, needsDesignatedSite: true),
    GoodsClass("fruit", dollarsPerTonne: 2_500, duty: 11, vat: 9, needsDesignatedSite: true),
    GoodsClass(
      "chilled seafood",
      dollarsPerTonne: 8_000,
      duty: 7,
      vat: 9,
      needsDesignatedSite: true,
      temperature: "chilled"
    ),
  ]
}

extension CustomsWords {
  /// Every class of goods: those of the scenario, then the shipped ones that it does not replace.
  var allGoods: [GoodsClass] {
    let own = goodsClasses.map(\.name)
    return goodsClasses + GoodsClass.shipped.filter { !own.contains($0.name) }
  }

  /// A class of goods by its name.
  func goodsClass(_ name: String) -> GoodsClass? { allGoods.first { $0.name == name } }
}
