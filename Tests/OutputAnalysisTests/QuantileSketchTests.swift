import OutputAnalysis
import Testing

func sketch(_ values: some Sequence<Int64>) -> QuantileSketch {
  var sketch = QuantileSketch()
  for value in values {
    sketch.add(value)
  }
  return sketch
}

/// Whether an estimate is within 0.5 %; the slack is the rounding of the clamp's own bounds.
func isClose(_ estimate: Double, _ exact: Int64) -> Bool {
  abs(estimate - Double(exact)) <= 0.005 * Double(exact) * (1 + 1e-12)
}

@Suite struct QuantileSketchTests {
  @Test func bucketsCoverEveryValueOnceInOrder() {
    var next: Int64 = 0
    for bucket in 0..<7296 {
      let values = QuantileSketch.values(in: bucket)
      #expect(values.lowerBound == next)
      #expect(QuantileSketch.bucket(of: values.lowerBound) == bucket)
      #expect(QuantileSketch.bucket(of: values.upperBound) == bucket)
      next = values.upperBound &+ 1
    }
    // The last bucket ends with the largest number there is.
    #expect(next == .min)
  }

  @Test func emptySketchHasNoQuantile() {
    #expect(QuantileSketch().quantile(0.5) == nil)
    #expect(QuantileSketch().minimum == nil)
    #expect(QuantileSketch().maximum == nil)
    #expect(QuantileSketch().share(atMost: 5).isNaN)
    #expect(!QuantileSketch().supportsQuantile(0.5))
  }

  @Test func constantsAndSmallValuesAreExact() {
    for value in [0, 1, 127, 128, 255, 256, 1_000_003, Int64.max] {
      let constant = sketch([value, value, value])
      #expect(probabilities.allSatisfy { constant.quantile($0) == Double(value) })
    }
    let small = Array(0...255 as ClosedRange<Int64>)
    for p in probabilities {
      #expect(sketch(small).quantile(p) == definedQuantile(p, ofSorted: small).map { Double($0) })
    }
  }

  @Test(arguments: Shape.allCases, 1...8 as ClosedRange<UInt64>)
  func everyQuantileIsWithinHalfAPercent(shape: Shape, seed: UInt64) throws {
    for count in [1, 2, 3, 10, 100, 2000] {
      let values = shape.values(count, seed: seed &* 1000 &+ UInt64(count))
      let sketch = sketch(values)
      let sorted = values.sorted()
      #expect(sketch.count == Int64(count))
      #expect(sketch.minimum == sorted.first)
      #expect(sketch.maximum == sorted.last)
      var last = 0.0
      for p in probabilities {
        let exact = try #require(definedQuantile(p, ofSorted: sorted))
        let estimate = try #require(sketch.quantile(p))
        #expect(isClose(estimate, exact), "p = \(p): \(estimate) for \(exact)")
        #expect(estimate >= Double(sorted[0]) && estimate <= Double(sorted[count - 1]))
        #expect(estimate >= last)
        last = estimate
      }
    }
  }

  /// All but one observation at one end of a bucket, where interpolation alone errs by 0.78 %.
  @Test func crowdedCornersStayWithinHalfAPercent() throws {
    for bucket in stride(from: 256, to: 7296, by: 61) {
      let values = QuantileSketch.values(in: bucket)
      for (crowd, other) in [
        (values.lowerBound, values.upperBound), (values.upperBound, values.lowerBound),
      ] {
        // 0 and the largest number keep the extremes from narrowing the bucket.
        let sorted = ([0, other, .max] + Array(repeating: crowd, count: 97)).sorted()
        let sketch = sketch(sorted)
        for p in [0.02, 0.03, 0.5, 0.97, 0.98, 0.99] {
          let exact = try #require(definedQuantile(p, ofSorted: sorted))
          let estimate = try #require(sketch.quantile(p))
          #expect(isClose(estimate, exact), "bucket \(bucket), p = \(p): \(estimate) for \(exact)")
        }
      }
    }
  }

  @Test func smoothDataAreNearlyExact() throws {
    // In the upper part of an octave a bucket is narrower than 0.5 % and the clamp never acts. The
    // spacing is 10, and the position within a bucket is known to half of that.
    let values = Array(stride(from: 1_048_576, to: 2_097_152, by: 10) as StrideTo<Int64>)
    let exact = try #require(definedQuantile(0.95, ofSorted: values))
    let estimate = try #require(sketch(values).quantile(0.95))
    #expect(abs(estimate - Double(exact)) <= 10)
  }

  @Test(arguments: Shape.allCases, 1...5 as ClosedRange<UInt64>)
  func mergeIsTheSketchOfAll(shape: Shape, seed: UInt64) {
    let values = shape.values(600, seed: seed)
    let parts = [sketch(values[..<50]), sketch(values[50..<50]), sketch(values[50...])]
    var forwards = QuantileSketch()
    var backwards = QuantileSketch()
    for part in parts {
      forwards.merge(part)
    }
    for part in parts.reversed() {
      backwards.merge(part)
    }
    #expect(forwards == sketch(values))
    #expect(backwards == sketch(values))
  }

  @Test(arguments: Shape.allCases, 1...5 as ClosedRange<UInt64>)
  func shareErrsByNoMoreThanItsBucket(shape: Shape, seed: UInt64) {
    let values = shape.values(500, seed: seed)
    let sketch = sketch(values)
    for limit in values.prefix(40).flatMap({ [max(0, $0 - 1), $0, $0 / 2] }) {
      let bucket = QuantileSketch.bucket(of: limit)
      let sameBucket = values.count { QuantileSketch.bucket(of: $0) == bucket }
      let exact = Double(values.count { $0 <= limit }) / 500
      // 1e−12 for the rounding of the division.
      #expect(abs(sketch.share(atMost: limit) - exact) <= Double(sameBucket) / 500 + 1e-12)
      let end = QuantileSketch.values(in: bucket).upperBound
      #expect(abs(sketch.share(atMost: end) - Double(values.count { $0 <= end }) / 500) < 1e-12)
    }
    #expect(sketch.share(atMost: -1) == 0)
    #expect(sketch.share(atMost: .max) == 1)
  }

  @Test func fiveObservationsBeyondSupportAQuantile() {
    #expect(sketch(0..<500).supportsQuantile(0.99))
    #expect(!sketch(0..<499).supportsQuantile(0.99))
    #expect(sketch(0..<50).supportsQuantile(0.9))
    #expect(!sketch(0..<49).supportsQuantile(0.9))
    #expect(!sketch(0..<50).supportsQuantile(1))
  }

  @Test func resetSketchEqualsANewOne() {
    var sketch = sketch([0, 5, 1 << 40])
    sketch.reset()
    #expect(sketch == QuantileSketch())
    sketch.add(3)
    var other = QuantileSketch()
    other.add(3)
    #expect(sketch == other)
  }

  @Test func misuseTraps() async {
    await #expect(processExitsWith: .failure) {
      var sketch = QuantileSketch()
      sketch.add(.max)
      sketch.add(-1)
    }
    await #expect(processExitsWith: .failure) {
      var sketch = QuantileSketch()
      sketch.add(1)
      _ = sketch.quantile(1.5)
    }
  }
}
