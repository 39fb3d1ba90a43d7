// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A group of benchmarks of standing works.
func group(_ name: String) -> Target {
  .executableTarget(
    name: name,
    dependencies: [
      "StandingWorks", "WorkBenchmarks", .product(name: "Benchmark", package: "benchmark"),
    ],
    path: "Benchmarks/\(name)",
    swiftSettings: settings,
    plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
  )
}

let package = Package(
  name: "kakou-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "kakou", path: ".."),
    // Without its traits: their interposers slow down what is measured.
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    .target(
      name: "QueueModels",
      dependencies: [
        .product(name: "EventSimulation", package: "kakou"),
        .product(name: "RandomVariates", package: "kakou"),
        .product(name: "Studies", package: "kakou"),
      ],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "mm1",
      dependencies: [.product(name: "Studies", package: "kakou")],
      swiftSettings: settings
    ),
    .target(
      name: "StandingWorks",
      dependencies: [
        "QueueModels",
        .product(name: "RandomVariates", package: "kakou"),
        .product(name: "ScenarioFiles", package: "kakou"),
        .product(name: "ClearanceModel", package: "kakou"),
        .product(name: "ClearancePipeline", package: "kakou"),
        .product(name: "ClearanceRecords", package: "kakou"),
        .product(name: "Studies", package: "kakou"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings
    ),
    .executableTarget(name: "works", dependencies: ["StandingWorks"], swiftSettings: settings),
    .target(
      name: "WorkBenchmarks",
      dependencies: ["StandingWorks", .product(name: "Benchmark", package: "benchmark")],
      swiftSettings: settings
    ),
    group("Kernel"),
    group("Variates"),
    group("Model"),
    group("Run"),
    group("Scaling"),
  ]
)
