import ClearanceModel
import EventSimulation
import ScenarioFiles
import Studies

/// Flows in words.
extension CheckText {
  /// The words of an attribute that are listed with their classes.
  private static let wordLimit = 20

  /// Microseconds in an hour: rates are held per microsecond.
  private static let hour = 3_600_000_000.0

  mutating func addFlows() {
    guard !scenario.flows.isEmpty else { return }
    addHeading(.flowsHeading)
    for flow in scenario.flows {
      var facts = arrivals(of: flow)
      if let batch = flow.batch {
        facts.append(
          wording(.convoySize, ["law": wording.distribution(batch.distribution, of: .plain)])
        )
      }
      if let most = flow.atMost {
        facts.append(wording(.atMost, ["count": wording.counted(most, .truck)]))
      }
      if !flow.classes.isEmpty {
        let shares = flow.classes.map { share in "\(share.name.text) \(part(share.share, of: flow))"
        }
        facts.append(wording(.classShares, ["classes": wording.list(shares)]))
      }
      if let plan = result.plan.flows.first(where: { $0.name == flow.name.text }) {
        facts += attributes(of: plan)
      }
      if let classBy = flow.classBy {
        let shown = classBy.classes.prefix(Self.wordLimit)
        var classes = shown.map { entry in
          let later = entry.changes.dropFirst().map {
            wording(.classFrom, ["class": $0.name.text, "time": durationText($0.from)])
          }
          let first = entry.changes.first?.name.text ?? ""
          return
            "\(entry.word.text) → \(([first] + later).joined(separator: wording.pick(", ", "、")))"
        }
        if shown.count < classBy.classes.count { classes.append("…") }
        facts.append(
          wording(
            .classBy,
            ["attribute": classBy.attribute.text, "classes": wording.list(classes)]
          )
        )
      }
      for start in scenario.startsWith where start.flow.text == flow.name.text {
        facts.append(wording(.presentAtStart, ["count": wording.counted(start.count, .truck)]))
      }
      facts.append(wording(.followsProcedure, ["name": flow.procedure.text]))
      if !flow.arguments.isEmpty {
        let texts = flow.arguments.map { "\($0.name.text) = \($0.value)" }
        facts.append(wording(.parameters, ["values": wording.list(texts)]))
      }
      add(flow.name.text, facts)
    }
  }

  /// A share; of a file, which gives the class of each truck, how many rows.
  private func part(_ share: Double, of flow: Flow) -> String {
    guard case .from(let trace) = flow.arrivals else { return quantities.exactShare(share) }
    return quantities.count(Int((share * Double(trace.times.count)).rounded()))
  }

  private func arrivals(of flow: Flow) -> [String] {
    switch flow.arrivals {
    case .rate(let rate, _): return [poisson(rate, flow)]
    case .profile(let rates, let step, let repeats):
      let mean = rates.reduce(0, +) / Double(rates.count)
      let end = wording(repeats ? .profileRepeats : .profileEnds)
      let comma = wording.pick(", ", "，")
      if let week = flow.ordinaryWeek {
        let text = wording(
          CalendarPhrase.ordinaryWeek,
          ["profile": profile(week, step) + comma + wording(CalendarPhrase.byTheCalendar)]
        )
        return [poisson(mean, flow), text]
      }
      return [poisson(mean, flow), profile(rates, step) + comma + end]
    case .every(let law):
      return [wording(.gaps, ["law": wording.duration(law)])]
    case .at(let times):
      guard let first = times.first, let last = times.last else { return [] }
      return [
        wording(
          .givenTimes,
          [
            "times": wording.counted(times.count, .time), "first": quantities.length(first),
            "last": quantities.length(last),
          ]
        )
      ]
    case .waving(let mean, let swing, let period):
      let values: KeyValuePairs = [
        "rate": perHour(mean), "swing": quantities.exactShare(swing),
        "period": quantities.length(period),
      ]
      return [wording(flow.batch == nil ? .waving : .wavingConvoys, values)]
    case .states(let states): return [modulated(states, flow)]
    case .from(let trace):
      guard let first = trace.times.first, let last = trace.times.last else { return [] }
      let values: KeyValuePairs = [
        "times": wording.counted(trace.times.count, .time), "file": trace.file,
        "first": quantities.length(first), "last": quantities.length(last),
      ]
      return [wording(.fromFile, values)]
    case .population(let count):
      return [wording(.population, ["trucks": wording.counted(count, .truck)])]
    }
  }

  private func modulated(_ states: [ModulatedRate.State], _ flow: Flow) -> String {
    let words = states.map { state in
      let seconds = 1 / state.leave / 1e6
      let whole = seconds.rounded()
      // An hour is written as one; what is no whole number of seconds, with one decimal place.
      let isWhole = abs(seconds - whole) < 1e-9 * seconds && whole < 1e12
      let length =
        isWhole
        ? quantities.length(.seconds(Int64(whole))) : quantities.duration(seconds)
      return wording(.rateState, ["rate": perHour(state.rate), "length": length])
    }
    let mean = ModulatedRate(states: states).meanRate
    let phrase: Phrase = flow.batch == nil ? .modulated : .modulatedConvoys
    return wording(phrase, ["rate": perHour(mean), "states": wording.list(words)])
  }

  private func poisson(_ rate: Double, _ flow: Flow) -> String {
    wording(flow.batch == nil ? .poisson : .poissonConvoys, ["rate": perHour(rate)])
  }

  private func profile(_ rates: [Double], _ step: SimulatedTime) -> String {
    let peak = rates.indices.max { rates[$0] < rates[$1] } ?? 0
    let peakTime = SimulatedTime(microseconds: step.microseconds * Int64(peak))
    let isWeek = step.microseconds * Int64(rates.count) == SimulatedTime.days(7).microseconds
    return wording(
      .profile,
      [
        "steps": wording.counted(rates.count, .step), "step": quantities.length(step),
        "peak": perHour(rates[peak]),
        "time": isWeek ? momentOfWeek(peakTime) : quantities.length(peakTime),
      ]
    )
  }

  private func perHour(_ rate: Double) -> String { quantities.plain(rate * Self.hour) }
}
