/// Duty and taxes on goods that go to the rest of the country (进口税款).
///
/// All amounts are in fen, each rounded by itself, half a fen up.
struct ImportTax: BitwiseCopyable, Equatable {
  /// Customs duty (关税).
  var duty: Int64 = 0
  /// Interest on the duty that was deferred (缓税利息); only where materials were chosen.
  var interest: Int64 = 0
  /// Consumption tax (消费税).
  var consumption: Int64 = 0
  /// Value added tax (增值税).
  var valueAdded: Int64 = 0

  /// What is to be paid in all.
  var total: Int64 { duty + interest + consumption + valueAdded }

  /// Taxes on finished goods of a value in the state in which they are presented.
  static func asPresented(value: Int64, _ rates: ItemRates) -> ImportTax {
    ImportTax(value: value, duty: rates.duty.of(value), interest: 0, rates)
  }

  /// Taxes where duty is paid on the imported materials instead (选择性征收关税).
  ///
  /// The other taxes are still those of the finished goods, and interest is not part of their base
  /// (公告2009年第13号 for the interest, 财关税〔2020〕20号 for the choice).
  static func onMaterials(
    value: Int64,
    deferredDays: Int64,
    _ rates: ItemRates,
    _ rules: InterestRule
  ) -> ImportTax {
    let duty = rates.materialDuty.of(rates.materialShare.of(value))
    let interest = roundedHalfUp(
      Int128(duty) * Int128(deferredDays) * Int128(rules.rate.partsPerMillion),
      1_000_000 * rules.daysOfYear
    )
    return ImportTax(value: value, duty: duty, interest: interest, rates)
  }

  /// Taxes where goods of the country come back with bonded parts (委托加工): on these parts alone.
  static func onAddedParts(value: Int64, _ rates: ItemRates) -> ImportTax {
    let value = rates.addedShare.of(value)
    return ImportTax(value: value, duty: rates.materialDuty.of(value), interest: 0, rates)
  }

  /// The smaller total of both, as presented where they are equal.
  static func smaller(
    value: Int64,
    deferredDays: Int64,
    _ rates: ItemRates,
    _ rules: InterestRule
  ) -> ImportTax {
    let presented = asPresented(value: value, rates)
    let materials = onMaterials(value: value, deferredDays: deferredDays, rates, rules)
    return materials.total < presented.total ? materials : presented
  }

  /// The taxes that follow from a value and its duty: (V + duty) / (1 − c), times c and times t.
  private init(value: Int64, duty: Int64, interest: Int64, _ rates: ItemRates) {
    let base = Int128(value + duty)
    let rest = 1_000_000 - rates.consumption.partsPerMillion
    self.duty = duty
    self.interest = interest
    consumption =
      rates.consumption == .zero
      ? 0 : roundedHalfUp(base * Int128(rates.consumption.partsPerMillion), rest)
    valueAdded = roundedHalfUp(base * Int128(rates.vat.partsPerMillion), rest)
  }

  /// Nothing due.
  init() {}

  /// Adds the taxes of another line.
  static func += (left: inout ImportTax, right: ImportTax) {
    left.duty += right.duty
    left.interest += right.interest
    left.consumption += right.consumption
    left.valueAdded += right.valueAdded
  }
}

/// What is due on an item, flat.
struct ItemRates: BitwiseCopyable {
  var centsPerTonne: Int64
  var duty: Rate
  var vat: Rate
  var consumption: Rate
  var materialDuty: Rate
  var materialShare: Rate
  var addedShare: Rate

  /// - Precondition: no rate is negative, and the consumption tax is below the whole.
  init(_ item: ItemPlan) {
    for rate in [
      item.duty, item.vat, item.consumption, item.materialDuty, item.materialShare, item.addedShare,
    ] {
      precondition(rate >= .zero, "a rate of \(rate.partsPerMillion) millionths")
    }
    precondition(item.consumption < .one, "consumption tax \(item.consumption.partsPerMillion)")
    precondition(item.centsPerTonne >= 0, "\(item.centsPerTonne) cents for a tonne")
    centsPerTonne = item.centsPerTonne
    duty = item.duty
    vat = item.vat
    consumption = item.consumption
    materialDuty = item.materialDuty
    materialShare = item.materialShare
    addedShare = item.addedShare
  }

  /// The value of a weight [US cents].
  func cents(_ kilograms: Int64) -> Int64 {
    roundedHalfUp(Int128(kilograms) * Int128(centsPerTonne), 1_000)
  }
}

/// The yearly rate of interest on deferred duty and the days of its year.
struct InterestRule: BitwiseCopyable {
  var rate: Rate
  var daysOfYear: Int64
}

/// The value in fen of so many US cents, where 100 dollars cost so many fen.
func fen(ofCents cents: Int64, per100Dollars: Int64) -> Int64 {
  roundedHalfUp(Int128(cents) * Int128(per100Dollars), 10_000)
}
