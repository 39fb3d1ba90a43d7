// swift-tools-version: 6.2
import PackageDescription

/// The settings of every target.
///
/// Existentials are spelled out, members come only from imported modules, and a warning is an
/// error. The Swift 6 language mode comes with the tools version.
let plain: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Targets whose code runs per event also mark each unsafe expression.
let hot: [SwiftSetting] = plain + [.strictMemorySafety()]

/// The procedures that are shipped inside the program, by file.
let shippedProcedures = [
  "answer",
  "attributes",
  "audit-later",
  "await-inspection",
  "batch-in",
  "batch-out",
  "by-status-in",
  "by-status-out",
  "car-visit",
  "check-papers-by-hand",
  "clear-declaration",
  "come-from-the-port",
  "compare",
  "cross-gate",
  "deal-with-failed-goods",
  "deal-with-failure",
  "take-sample", "send-sample", "enter-quarantine", "leave-quarantine",
  "keep-in-store", "leave-store",
  "begin-warming", "end-warming", "unload-cold-goods", "check-cold-budget", "note-urgent-goods",
  "declare",
  "declare-goods",
  "declare-pile",
  "declare-shipment",
  "declare-together",
  "detain-goods",
  "doubt",
  "draw-sample",
  "end-inspection",
  "enter-first",
  "enter-first-test-later",
  "enter-record",
  "enter-zone",
  "exempt-on-re-exit",
  "file-list",
  "find",
  "first-line-in",
  "first-line-out",
  "follow-goods",
  "gather-slip",
  "get-form",
  "get-papers",
  "goods-visit",
  "hold-papers",
  "image-first",
  "inspect",
  "inspect-at-final-place",
  "inspect-at-gate",
  "inspect-at-port",
  "inspect-elsewhere",
  "inspect-goods",
  "inspect-in-zone",
  "leave",
  "let-papers-through",
  "let-units-out",
  "look-at-goods",
  "look-on-the-spot",
  "look-up-hit-rate",
  "make-batch-slip",
  "make-slip",
  "measure-truck",
  "pass-by-hand",
  "pass-gate",
  "pass-unweighed",
  "release-goods",
  "reply-in-lane",
  "reply-in-turn-out",
  "review-declaration",
  "sample-and-test",
  "sample-goods",
  "sample-then-release",
  "second-line-in",
  "second-line-out",
  "settle-pile",
  "spot-check",
  "spot-check-by-status",
  "spot-check-by-status-at-gate",
  "spot-check-at-gate",
  "spot-checks",
  "take-unit-out",
  "test-before-entry",
  "test-sample",
  "two-step-in",
  "type-plates",
  "unload",
  "unpack",
  "unpack-goods",
  "visit",
  "wait-for-papers",
  "wait-while-out",
  "weigh-aside",
  "wait-for-result",
]

let package = Package(
  name: "kakou",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "kakou", targets: ["kakou"]),
    .library(name: "EventSimulation", targets: ["EventSimulation"]),
    .library(name: "RandomVariates", targets: ["RandomVariates"]),
    .library(name: "OutputAnalysis", targets: ["OutputAnalysis"]),
    .library(name: "ClearanceRecords", targets: ["ClearanceRecords"]),
    .library(name: "ClearanceModel", targets: ["ClearanceModel"]),
    .library(name: "ScenarioFiles", targets: ["ScenarioFiles"]),
    .library(name: "ClearancePipeline", targets: ["ClearancePipeline"]),
    .library(name: "Studies", targets: ["Studies"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", exact: "0.10.0"),
  ],
  targets: [
    .target(name: "EventSimulation", swiftSettings: hot),
    .target(name: "RandomVariates", swiftSettings: hot),
    .target(name: "OutputAnalysis", swiftSettings: hot),
    .target(name: "ClearanceRecords", dependencies: ["EventSimulation"], swiftSettings: hot),
    .target(
      name: "ClearanceModel",
      dependencies: ["EventSimulation", "RandomVariates", "OutputAnalysis", "ClearanceRecords"],
      swiftSettings: hot
    ),
    .target(
      name: "ScenarioFiles",
      dependencies: [
        "ClearanceModel", "ClearanceRecords", "EventSimulation", "RandomVariates", "Yams",
        "SwiftCSV",
      ],
      resources: shippedProcedures.map { .embedInCode("Customs/Procedures/\($0).yaml") }
        + [.embedInCode("Customs/Calendar/holidays.csv")],
      swiftSettings: plain
    ),
    .target(
      name: "ClearancePipeline",
      dependencies: [
        "ScenarioFiles", "ClearanceModel", "ClearanceRecords", "OutputAnalysis", "EventSimulation",
      ],
      swiftSettings: plain
    ),
    .target(
      name: "ResultStore",
      dependencies: [
        "ClearanceRecords", "EventSimulation",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: plain
    ),
    .target(
      name: "Studies",
      dependencies: [
        "ScenarioFiles", "ClearancePipeline", "ResultStore", "OutputAnalysis", "ClearanceModel",
        "ClearanceRecords", "EventSimulation", "RandomVariates",
      ],
      // A link to scenarios/verification, and a folder of links to single scenarios.
      resources: [.embedInCode("Verification/Scenarios"), .embedInCode("Bench/Scenarios")],
      swiftSettings: plain
    ),
    .target(
      name: "Reports",
      dependencies: [
        "Studies", "ScenarioFiles", "ResultStore", "OutputAnalysis", "ClearanceModel",
        "ClearanceRecords", "EventSimulation", "RandomVariates",
      ],
      swiftSettings: plain
    ),
    .executableTarget(
      name: "kakou",
      dependencies: [
        "Studies", "Reports", "ScenarioFiles", "ResultStore", "ClearanceRecords",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: plain
    ),
    .testTarget(
      name: "EventSimulationTests",
      dependencies: ["EventSimulation", "RandomVariates"],
      swiftSettings: plain
    ),
    .testTarget(
      name: "RandomVariatesTests",
      dependencies: ["RandomVariates"],
      swiftSettings: plain
    ),
    .testTarget(
      name: "OutputAnalysisTests",
      dependencies: ["OutputAnalysis"],
      swiftSettings: plain
    ),
    .testTarget(
      name: "ClearanceModelTests",
      dependencies: [
        "ClearanceModel", "ClearancePipeline", "ClearanceRecords", "EventSimulation",
        "OutputAnalysis", "RandomVariates", "ScenarioFiles",
      ],
      swiftSettings: plain
    ),
    .testTarget(
      name: "ScenarioFilesTests",
      dependencies: [
        "ScenarioFiles", "ClearanceModel", "ClearanceRecords", "ClearancePipeline",
        "EventSimulation", "RandomVariates", "Yams",
      ],
      swiftSettings: plain
    ),
    .testTarget(
      name: "ClearancePipelineTests",
      dependencies: [
        "ClearancePipeline", "ClearanceModel", "ClearanceRecords", "EventSimulation",
        "OutputAnalysis", "ScenarioFiles",
      ],
      swiftSettings: plain
    ),
    .testTarget(
      name: "ResultStoreTests",
      dependencies: [
        "ResultStore", "ClearanceRecords", "EventSimulation",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: plain
    ),
    .testTarget(
      name: "StudiesTests",
      dependencies: [
        "Studies", "ScenarioFiles", "ClearancePipeline", "ResultStore", "ClearanceModel",
        "ClearanceRecords", "EventSimulation", "OutputAnalysis",
      ],
      swiftSettings: plain
    ),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Reports", "Studies", "ScenarioFiles", "ResultStore", "ClearanceModel",
        "ClearanceRecords", "EventSimulation", "RandomVariates", "OutputAnalysis",
      ],
      swiftSettings: plain
    ),
    .testTarget(
      name: "KakouTests",
      dependencies: ["OutputAnalysis", .product(name: "GRDB", package: "GRDB.swift")],
      exclude: ["Golden"],
      swiftSettings: plain
    ),
  ]
)
