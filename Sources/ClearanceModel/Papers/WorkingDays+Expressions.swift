import EventSimulation

/// Working days as expressions ask for them; instants are microseconds since the start of the run.
extension WorkingDays {
  /// Most working days that are counted at a time.
  private static let most = 10_000.0

  /// The beginning of the first working day from the day of an instant on.
  func startOfWorkingDay(from time: Double) -> Double {
    microseconds(firstWorkingDay(from: day(of: time)))
  }

  /// The beginning of the working day that is so many working days after the day of an instant.
  ///
  /// That day itself is not counted; with 0 days it is the first working day from it on. Parts of a
  /// day are left out, and what is below zero counts as 0.
  func start(after count: Double, workingDaysFrom time: Double) -> Double {
    let number = count > 0 ? Int(min(count, Self.most)) : 0
    var day = day(of: time)
    guard number > 0 else { return microseconds(firstWorkingDay(from: day)) }
    for _ in 0..<number { day = firstWorkingDay(from: day + 1) }
    return microseconds(day)
  }

  /// The beginning of the month after that of an instant.
  func startOfNextMonth(after time: Double) -> Double {
    microseconds(nextMonth(after: day(of: time)))
  }

  private func day(of time: Double) -> Int {
    guard time == time else { return 0 }
    return day(of: SimulatedTime(microseconds: Int64(min(max(time, -0x1p53), 0x1p53))))
  }

  private func microseconds(_ day: Int) -> Double { Double(start(of: day).microseconds) }
}
