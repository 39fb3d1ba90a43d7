import Foundation
import Testing

@testable import Studies

/// The formulas against figures of tables and of other programs, to six digits.
///
/// Each figure was computed on its own, by closed form, root finding, a truncated chain or
/// Kolmogorov's equations; the classics among them stand in the book that is named.
@Suite("Exact formulas")
struct ExactFormulaTests {
  private func equal(
    _ value: Double,
    _ expected: Double,
    _ location: SourceLocation = #_sourceLocation
  ) {
    let sentence: Comment = "\(value), not \(expected)"
    #expect(abs(value - expected) <= 1e-6 * abs(expected), sentence, sourceLocation: location)
  }

  @Test("Erlang B and C")
  func erlang() {
    let three = ErlangFormulas(servers: 3, offered: 2.7)
    equal(three.waiting, 0.817061021)
    equal(three.wait, 2.723536737)
    equal(three.waitQuantile(0.9), 7.001811985)
    equal(three.waitSquare - three.wait * three.wait, 10.739259222)
    equal(ErlangFormulas(servers: 10, offered: 10).blocking, 0.214582343)
    equal(ErlangFormulas(servers: 110, offered: 100).blocking, 0.027463448)
  }

  @Test("birth and death: limited room, finite source, impatience")
  func chains() {
    let room = BirthDeathChain(arrivals: 2.7, servers: 3, places: 10)
    equal(room.shares[10], 0.060282059)
    equal(room.mean(Double.init), 4.657216343)
    let repair = BirthDeathChain(population: 20, rate: 0.1, servers: 2)
    equal(repair.shares[0], 0.086302356)
    equal(repair.mean(Double.init), 3.452094244)
    let impatient = BirthDeathChain(arrivals: 10, servers: 10, places: 80, impatience: 0.2)
    equal(impatient.mean { Double(max(0, $0 - 10)) }, 3.884644009)
  }

  @Test("selectivity: total probability and Bayes")
  func selectivity() {
    let chain = Selectivity(
      prevalence: 0.02,
      truePositive: 0.9,
      falsePositive: 0.08,
      random: 0.03,
      detection: 0.95
    )
    equal(chain.inspected, 0.123508)
    equal(chain.found, 0.85785)
    // 0.02 · 0.85785 ÷ 0.123508.
    equal(chain.prevalence * chain.found / chain.inspected, 0.138914078)
    equal(chain.relativeVariance, 9.30503911)
    let hypergeometric = ExactCase.all.first { $0.id == "X-HYP" }?.values[0].exact ?? 0
    equal(hypergeometric, 0.404130047)
  }

  @Test("variance constant of the number present in M/M/1: 2ρ(1 + ρ)/(1 − ρ)⁴")
  func varianceConstant() {
    // Whitt (1989), section 4, per mean service.
    let chain = BirthDeathChain(arrivals: 0.8, servers: 1, places: 300)
    equal(chain.varianceConstant(Double.init), 2 * 0.8 * 1.8 / pow(0.2, 4))
  }

  @Test("Pollaczek and Khinchine, with Takács' second moment")
  func generalService() {
    let cases: [(ServiceMoments, wait: Double, variance: Double)] = [
      (.exponential, 2.333333333, 10.111111111), (.gamma(scv: 0.25), 1.458333333, 3.585069444),
      (.uniform(0.5, 1.5), 1.263888889, 2.569637346),
      (.lognormal(cv: 1.5), 3.791666667, 41.076388889),
      (.triangular(0.5, 0.8, 1.7), 1.2425, 2.478695139),
      (.hyperexponential(scv: 4), 5.833333333, 80.694444444),
    ]
    for (moments, wait, variance) in cases {
      let queue = PollaczekKhinchine(arrivals: 0.7, service: moments)
      equal(moments.first, 1)
      equal(queue.wait, wait)
      equal(queue.waitSquare - queue.wait * queue.wait, variance)
    }
  }

  @Test("Crommelin: constant services")
  func constantService() {
    let one = Crommelin(servers: 1, offered: 0.8)
    equal(one.share(within: 1), 0.445108186)
    equal(one.share(within: 3), 0.762099520)
    equal(one.share(within: 5.5), 0.918979202)
    let cases: [(Int, Double, wait: Double, waiting: Double)] = [
      (1, 0.8, 2, 0.8), (2, 1, 0.176741057, 0.323258943), (5, 4.5, 0.776695158, 0.747828546),
      (20, 19, 0.385730777, 0.735328363),
      // E3/D/3 at a load of 0.9, E10/D/4 at 0.95.
      (9, 8.1, 0.391122662, 0.663711534), (40, 38, 0.171216586, 0.637488986),
    ]
    for (servers, offered, wait, waiting) in cases {
      let queue = Crommelin(servers: servers, offered: offered)
      equal(queue.wait, wait)
      equal(queue.waiting, waiting)
    }
  }

  @Test("Takács: arrivals that are no Poisson process")
  func renewals() {
    let cases: [(RenewalArrivals, wait: Double, waiting: Double)] = [
      (.constant(servers: 1, rate: 0.8), 1.692730840, 0.628629796),
      (.constant(servers: 5, rate: 4.5), 0.656737021, 0.634080142),
      (.erlang(2, servers: 3, rate: 2.7), 1.960093616, 0.774915796),
      (.hyperexponential(scv: 4, servers: 1, rate: 0.8), 9.819192772, 0.907571663),
    ]
    for (queue, wait, waiting) in cases {
      equal(queue.wait, wait)
      equal(queue.waiting, waiting)
    }
  }

  @Test("services of phases")
  func phases() {
    let cases: [(PhaseService, wait: Double, waiting: Double)] = [
      (.erlang(2, servers: 2, arrivals: 1), 0.255639098, 0.330827068),
      (.erlang(2, servers: 5, arrivals: 4), 0.423226073, 0.548410430),
      (.hyperexponential(scv: 4, servers: 2, arrivals: 1.6), 4.285377663, 0.718382735),
    ]
    for (process, wait, waiting) in cases {
      let answer = process.solve()
      equal(answer.wait, wait)
      equal(answer.waiting, waiting)
    }
  }

  @Test("priorities and the shortest job first")
  func disciplines() {
    let three = PriorityQueues(servers: 1, arrivals: [0.2, 0.3, 0.3]).waits
    equal(three[0], 1)
    equal(three[1], 2)
    equal(three[2], 8)
    equal(PriorityQueues(servers: 5, arrivals: [1, 1.5, 2]).waits[2], 3.049972883)
    let stays = PriorityQueues(servers: 1, arrivals: [0.3, 0.5]).preemptiveStays
    equal(stays[0], 1.428571429)
    equal(stays[1], 7.142857143)
    equal(ShortestJob(load: 0.8).wait, 1.882218616)
    let order = OrderOfService(load: 0.8)
    equal(order.fifo, 40)
    equal(order.random, 66.666666667)
    equal(order.lifo, 200)
  }

  @Test("Kolmogorov's equations: from a start, and through a day")
  func transients() {
    var three = KolmogorovEquations(servers: 3, service: 1, places: 60, step: 0.05) { _ in 2.7 }
    three.advance(to: 1)
    equal(three.mean(Double.init), 1.748048914)
    three.advance(to: 10)
    // The truncation at 60 shows in the seventh digit.
    equal(three.mean(Double.init), 5.129957609)
    let day = CycleAverages(
      servers: 10,
      service: 1,
      mean: 5,
      swing: 0.5,
      period: 24,
      places: 60
    )
    equal(day.queue, 0.186956823)
    equal(day.wait, 0.037391365)
    equal(day.delayed, 0.119947666)
  }

  @Test("first waits")
  func firstDelays() {
    let half = FirstDelays(load: 0.5, count: 10)
    equal(half.means[1], 0.333333333)
    equal(half.means[4], 0.720621856)
    equal(half.average(10), 0.646950335)
    // The second finds one with a probability of 1/3: 1/3 · 2 − 1/9, and a quarter for the average.
    equal(half.averageVariances[1], (2.0 / 3 - 1.0 / 9) / 4)
    // Law, Simulation Modeling and Analysis, section 9.4: 2.12.
    equal(0.9 * FirstDelays(load: 0.9, count: 25).average(25), 2.124489347)
  }

  @Test("the shorter queue")
  func shorterQueue() {
    equal(ShorterQueue(load: 0.5).present, 1.426320751)
    equal(ShorterQueue(load: 0.8).present, 4.729178569)
  }

  @Test("lines that block")
  func lines() {
    // Hunt (1956): 22/39 for three stations without room, (b + 2)/(b + 3) for two.
    equal(SaturatedLine(rates: [1, 1, 1], places: [1, 1]).throughput, 22.0 / 39)
    equal(SaturatedLine(rates: [1, 1], places: [6]).throughput, 7.0 / 8)
    // Seen from behind, a line passes on as much.
    let forth = SaturatedLine(rates: [6, 7, 7], places: [4, 3]).throughput
    equal(SaturatedLine(rates: [7, 7, 6], places: [3, 4]).throughput, forth)
    equal(SaturatedLine(rates: [6, 7, 7], places: [12, 8]).throughput, 5.776121751)
    let tandem = BlockedTandem(arrivals: 0.5).solve()
    equal(tandem.first, 2.3)
    equal(tandem.second, 0.5)
    equal(tandem.blocked, 0.2)
  }

  @Test("convoys, bulk service, failures, absences, tasks, as many servers as come")
  func others() {
    equal(BatchArrivals(rate: 0.25, size: 3, sizeSquare: 9, scv: 1).wait, 7)
    equal(BatchArrivals(rate: 0.25, size: 3, sizeSquare: 15, scv: 1).wait, 11)
    equal(BatchArrivals(rate: 0.25, size: 3, sizeSquare: 9, scv: 0).wait, 5.5)
    let bulk = BulkService(arrivals: 4, most: 5)
    equal(bulk.root, 0.926519361)
    equal(bulk.queue, 12.381575401)
    equal(bulk.idle, 0.018038784)
    let server = UnreliableServer(arrivals: 0.6, failures: 0.1, repairs: 0.5)
    equal(server.stayFailingBusy, 5.142857143)
    equal(server.presentFailingAlways, 3.285714286)
    let queue = PollaczekKhinchine(arrivals: 0.6, service: .exponential)
    equal(Vacations(queue: queue, first: 2, second: 8).wait, 3.5)
    equal(ForkAndJoin(load: 0.5).stay, 2.875)
    equal(InfiniteServers(arrivals: 12, service: 2.5).presentExponential(at: 8), 28.777133881)
  }

  @Test("rush hours: nearly a fluid")
  func rushHours() {
    let hours = RushHours(perHour: [60, 90, 110, 100, 70, 40, 20], service: 48_000_000)
    // As a fluid 238.636 h are waited; trucks that come one by one wait a little less.
    #expect(abs(hours.totalWait - 238.636364) < 0.003 * 238.636364)
    #expect(
      (1...7).map { hours.queue(at: Int64($0) * 3_600_000_000) } == [0, 15, 50, 75, 70, 35, 0]
    )
    #expect(hours.longest == 75)
  }
}
