// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "kakou-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "kakou", path: ".."),
    // Without its traits: their interposers slow down what is measured.
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
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
    .executableTarget(
      name: "Kernel",
      dependencies: [
        "QueueModels", .product(name: "Studies", package: "kakou"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Kernel",
      swiftSettings: settings,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
    ),
    .executableTarget(
      name: "Model",
      dependencies: [
        .product(name: "ScenarioFiles", package: "kakou"),
        .product(name: "ClearanceModel", package: "kakou"),
        .product(name: "ClearancePipeline", package: "kakou"),
        .product(name: "ClearanceRecords", package: "kakou"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Model",
      swiftSettings: settings,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
    ),
  ]
)
