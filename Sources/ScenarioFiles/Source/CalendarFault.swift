/// What can be wrong in a calendar of holidays and its layers.
public enum CalendarFault: Error, Sendable, Equatable {

  // MARK: The file

  /// A row that ends before it begins.
  case endsBeforeStart(from: CalendarDate, to: CalendarDate)
  /// A day of two rows of one kind; `line` is that of the other row.
  case dayTwice(CalendarDate, line: Int)
  /// A day that is a holiday and a make-up day; `line` is that of the other row.
  case dayBoth(CalendarDate, line: Int)
  /// A make-up day from Monday to Friday.
  case makeUpOnWeekday(CalendarDate)

  // MARK: The scenario

  /// A calendar without a date of the start.
  case needsDate
  /// A run that is longer than a calendar can be laid out for, in days.
  case runTooLong(days: Int, allowed: Int)
  /// Hours of holidays without a calendar that says which days they are.
  case holidaysWithoutCalendar
  /// The layer of Spring Festival with a file that does not name it.
  case noSpringFestival(file: String)
  /// No day, and no days of the form `2024-01-05..2024-01-12`.
  case notDays(String)
}
