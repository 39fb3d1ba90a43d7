/// Weights of the hours of a day, by name.
///
/// Assumed day profiles of four zones and of staff cars, in per cent of a day's arrivals.
enum ArrivalProfiles {
  /// The names, in the order of their listing.
  static let names = all.map(\.name)

  /// The weights of a name.
  static func weights(_ name: String) -> [Double]? {
    all.first { $0.name == name }?.weights
  }

  private static let all: [(name: String, weights: [Double])] = [
    (
      "qinhuangdao",
      [
        0, 0, 0, 0, 0, 0.5, 1.5, 4, 9, 12, 11, 7, 4.5, 7, 10, 11, 9.5, 6, 3, 2, 1, 0.5, 0.5, 0,
      ]
    ),
    (
      "tianzhu",
      [
        4.5, 4.5, 4, 4, 3.5, 3.5, 3, 3, 4, 5, 5, 5, 3.5, 4, 4.5, 5, 4.5, 4.5, 4, 4, 4, 4.5, 4.5, 4,
      ]
    ),
    (
      "daxing",
      [
        3, 2.5, 2.5, 2.5, 2, 2.5, 3, 4, 6, 7.5, 7.5, 6, 4, 5, 6.5, 7, 6.5, 5, 4, 3.5, 3, 2.5, 2, 2,
      ]
    ),
    (
      "yizhuang",
      [
        6, 5, 3.5, 2.5, 2, 2, 1, 2, 4, 6, 6.5, 5.5, 4, 5, 6, 6.5, 6, 4.5, 3, 2, 2, 2.5, 5, 7.5,
      ]
    ),
    (
      "cars",
      [
        0.2, 0.1, 0.1, 0.1, 0.2, 0.7, 4, 21, 17, 4, 2, 3, 4, 3, 2.5, 2.5, 3, 14, 9, 4, 2.5, 1.6, 1,
        0.5,
      ]
    ),
    ("even", Array(repeating: 1, count: 24)),
  ]
}
