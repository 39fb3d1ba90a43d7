/// What cannot be in rosters.
extension CustomsChecks {
  mutating func checkPeople() {
    for officer in words.officers {
      let name = officer.name.text
      let rosters = words.rosters.filter { $0.officers.contains { $0.text == name } }
      if rosters.isEmpty {
        add(.officerWithoutRoster(officer: name), at: officer.name.position)
      }
      checkOverlap(of: officer, rosters)
    }
    for (skill, _) in CustomsWords.skills {
      let able = words.officers.filter { $0.skills.contains(skill) }
      let names = able.map(\.name.text)
      let rosters = words.rosters.filter { $0.officers.contains { names.contains($0.text) } }
      // Who is on no roster has had a fault already.
      guard let first = rosters.first, rosters.allSatisfy(\.hours.neverOpens) else { continue }
      add(.skillNeverStaffed(skill: skill), at: first.hoursPosition)
    }
  }

  /// Refuses an officer who would work in two places at a time.
  private mutating func checkOverlap(
    of officer: CustomsWords.Officer,
    _ rosters: [CustomsWords.Roster]
  ) {
    for (index, second) in rosters.enumerated() {
      for first in rosters[..<index] {
        guard let overlap = first.hours.overlap(with: second.hours) else { continue }
        let position = second.officers.first { $0.text == officer.name.text }?.position
        add(
          .rostersOverlap(
            officer: officer.name.text,
            first: first.name.text,
            second: second.name.text,
            day: overlap.day,
            hours: overlap.hours
          ),
          at: position
        )
      }
    }
  }
}

extension WeekPlan {
  /// The first stretch of a week, or of a holiday, in which two plans are open; nil without any.
  func overlap(with other: WeekPlan) -> (day: String, hours: String)? {
    let week = counts.indices.map { counts[$0] > 0 && other.counts[$0] > 0 }
    for day in 0..<7 {
      let both = week[day * WeekPlan.day..<(day + 1) * WeekPlan.day]
      if let hours = WeekPlan.firstHours(Array(both)) { return (WeekPlan.days[day], hours) }
    }
    guard namesHolidays || other.namesHolidays else { return nil }
    for weekday in 0..<7 {
      let day = ZoneDay(weekday: weekday, isHoliday: true)
      let both = zip(row(after: day, on: day), other.row(after: day, on: day)).map {
        $0 > 0 && $1 > 0
      }
      if let hours = WeekPlan.firstHours(both) { return ("holidays", hours) }
    }
    return nil
  }

  private static func firstHours(_ minutes: [Bool]) -> String? {
    guard let start = minutes.firstIndex(of: true) else { return nil }
    let end = minutes[start...].firstIndex(of: false) ?? minutes.count
    func clock(_ minute: Int) -> String {
      let (hour, rest) = minute.quotientAndRemainder(dividingBy: 60)
      return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
    }
    return "\(clock(start))-\(clock(end))"
  }
}
