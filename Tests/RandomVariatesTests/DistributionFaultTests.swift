import RandomVariates
import Testing

@Suite("Faults of distributions")
struct DistributionFaultTests {
  struct Faulty: Sendable {
    let law: Distribution
    let fault: DistributionFault
  }

  @Test(
    "carry what was found",
    arguments: [
      Faulty(law: .exponential(mean: -1), fault: .notPositive(name: "mean", found: -1)),
      Faulty(law: .exponential(mean: .infinity), fault: .notFinite(name: "mean", found: .infinity)),
      Faulty(
        law: .exponential(mean: 1e200),
        fault: .notFinite(name: "variance", found: .infinity)
      ),
      Faulty(
        law: .erlang(shape: 0, mean: 1),
        fault: .outOfRange(name: "shape", found: 0, low: 1, high: 1e6)
      ),
      Faulty(
        law: .gamma(mean: 1, cv: 0),
        fault: .outOfRange(name: "cv", found: 0, low: 1e-3, high: 100)
      ),
      Faulty(law: .lognormal(mean: 0, sd: 1), fault: .notPositive(name: "mean", found: 0)),
      Faulty(law: .lognormal(mean: 1, sd: -1), fault: .negative(name: "sd", found: -1)),
      Faulty(law: .uniform(2, 1), fault: .reversed(low: 2, high: 1)),
      Faulty(
        law: .triangular(low: 0, mode: 7, high: 5),
        fault: .modeOutsideRange(mode: 7, low: 0, high: 5)
      ),
      Faulty(law: .triangular(low: 5, mode: 3, high: 0), fault: .reversed(low: 5, high: 0)),
      Faulty(law: .normal(mean: 1, sd: 0), fault: .notPositive(name: "sd", found: 0)),
      Faulty(
        law: .normal(mean: -6, sd: 1),
        fault: .hardlyEverPositive(probability: normalCDF(-6))
      ),
      Faulty(law: .weibull(shape: 0, scale: 1), fault: .notPositive(name: "shape", found: 0)),
      Faulty(
        law: .weibull(shape: 1e-3, scale: 1),
        fault: .notFinite(name: "mean", found: .infinity)
      ),
      Faulty(
        law: .hyperexponential(mean: 1, scv: 0.9),
        fault: .outOfRange(name: "scv", found: 0.9, low: 1, high: 1e3)
      ),
      Faulty(law: .discrete([]), fault: .empty),
      Faulty(law: .empirical([]), fault: .empty),
      Faulty(law: .trace([1, .infinity]), fault: .notFinite(name: "row", found: .infinity)),
      Faulty(law: .mixture([]), fault: .empty),
      Faulty(
        law: .discrete([
          WeightedValue(value: 1, probability: 0.5), WeightedValue(value: 2, probability: 0.25),
        ]),
        fault: .sharesDoNotSumToOne(found: 0.75)
      ),
      Faulty(
        law: .discrete([
          WeightedValue(value: 1, probability: 1.5), WeightedValue(value: 2, probability: -0.5),
        ]),
        fault: .negative(name: "probability", found: -0.5)
      ),
      Faulty(
        law: .mixture([
          MixturePart(probability: 0.5, distribution: .constant(1)),
          MixturePart(probability: 0.5, distribution: .exponential(mean: 0)),
        ]),
        fault: .part(index: 1, fault: .notPositive(name: "mean", found: 0))
      ),
    ]
  )
  func fault(_ faulty: Faulty) {
    #expect(faulty.law.fault == faulty.fault)
  }

  @Test("include what is not a number")
  func notANumber() {
    // NaN equals nothing, so the case is matched instead.
    for law in [Distribution.constant(.nan), .uniform(0, .nan), .gamma(mean: 1, cv: .nan)] {
      guard case .notFinite = law.fault else {
        Issue.record("\(law) has the fault \(String(describing: law.fault))")
        continue
      }
    }
  }

  @Test(
    "are absent at the edge of what is allowed",
    arguments: [
      .constant(-3), .uniform(1, 1), .triangular(low: 1, mode: 1, high: 1),
      .lognormal(mean: 1, sd: 0), .hyperexponential(mean: 1, scv: 1), .gamma(mean: 1, cv: 1e-3),
      .gamma(mean: 1, cv: 100), .normal(mean: -4.7, sd: 1), .weibull(shape: 0.1, scale: 1),
      .discrete([
        WeightedValue(value: 0, probability: 0.1), WeightedValue(value: 1, probability: 0.2),
        WeightedValue(value: 2, probability: 0.7),
      ]),
    ] as [Distribution]
  )
  func sound(_ law: Distribution) {
    #expect(law.fault == nil)
  }

  @Test("stop a distribution from being compiled")
  func compiling() async {
    await #expect(processExitsWith: .failure) {
      var table = SamplerTable()
      _ = table.add(.exponential(mean: 0))
    }
  }
}
