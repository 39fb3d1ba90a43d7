import ClearanceModel
import ScenarioFiles
import Studies

/// The calendar in plain sentences.
extension CheckText {
  /// Working days, holidays, make-up days and layers within the run.
  mutating func addCalendar(_ calendar: CustomsScenario.Calendar) {
    let days = wording(
      CalendarPhrase.daysAndWorkingDays,
      [
        "days": quantities.count(calendar.days),
        "working": quantities.count(calendar.workingDays),
      ]
    )
    add(wording(CalendarPhrase.calendarIs, ["name": calendar.name, "days": days]), indent: 2)
    if !calendar.holidays.isEmpty {
      let words = calendar.holidays.map { period in
        let name = wording.holiday(period.name)
        return name.isEmpty ? self.days(period) : name + " " + self.days(period)
      }
      add(wording(CalendarPhrase.holidaysAre, ["days": wording.list(words)]), indent: 4)
    }
    if !calendar.makeUpDays.isEmpty {
      let words = calendar.makeUpDays.map { self.days($0) }
      add(wording(CalendarPhrase.makeUpDaysAre, ["days": wording.list(words)]), indent: 4)
    }
    for layer in calendar.layers { addLayer(layer) }
  }

  private mutating func addLayer(_ layer: CustomsScenario.Layer) {
    let factor = quantities.exactShare(layer.factor)
    guard layer.days > 0 else {
      add(
        wording(CalendarPhrase.layerHasNoDay, ["name": layer.name, "factor": factor]),
        indent: 4
      )
      return
    }
    let count = wording.pick(
      "\(quantities.count(layer.days)) day\(layer.days == 1 ? "" : "s")",
      "\(quantities.count(layer.days))天"
    )
    var facts = [
      wording(CalendarPhrase.layerIs, ["name": layer.name, "factor": factor, "days": count])
    ]
    if let first = layer.first {
      facts.append(wording(CalendarPhrase.firstOn, ["days": days(first)]))
    }
    if layer.flows.count < (result.customs?.flows.count ?? 0) {
      let flows = wording.list(layer.flows)
      facts.append(
        layer.isForAllGoods
          ? wording(CalendarPhrase.layerForGoods)
          : wording(CalendarPhrase.layerFlows, ["flows": flows])
      )
    }
    if let range = layer.range {
      let values: KeyValuePairs = [
        "low": quantities.exactShare(range.lowerBound),
        "high": quantities.exactShare(range.upperBound),
      ]
      facts.append(wording(CalendarPhrase.layerRange, values))
    }
    add(facts.joined(separator: wording.pick("; ", "；")), indent: 4)
  }

  private func days(_ period: CustomsScenario.Period) -> String {
    guard period.first < period.last else { return period.first.isoText }
    let values: KeyValuePairs = ["first": period.first.isoText, "last": period.last.isoText]
    return wording(CalendarPhrase.fromTo, values)
  }

  /// A roster that follows the calendar: its ordinary week, and holidays where they have hours of
  /// their own.
  func roster(_ roster: CalendarRoster, counting: Bool = true) -> String {
    var parts = [week(of: roster.ordinaryWeek, counting: counting)]
    if let holiday = roster.holiday {
      let hours = day(of: holiday, counting: counting)
      parts.append(wording(CalendarPhrase.holidayHours, ["hours": hours]))
    }
    parts.append(wording(CalendarPhrase.byTheCalendar))
    return parts.joined(separator: wording.pick("; ", "；"))
  }
}
