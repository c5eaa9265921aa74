// swift-tools-version: 6.2
import PackageDescription

/// The rules every Swift target is compiled under.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  // C types cannot leak into a public API.
  .enableUpcomingFeature("InternalImportsByDefault"),
  // A member is usable only with its module imported.
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  // Only for our own Span-returning functions.
  .enableExperimentalFeature("Lifetimes"),
  // Every unsafe use must say `unsafe`.
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// Pixel kernels are 50 times slower without optimization: they are optimized in debug builds too.
let kernels: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A C library of Debian's and the thin C target in front of it, for what Swift cannot call.
func cLibrary(_ name: String, links: [String], cxx: Bool = false) -> Target {
  .target(
    name: name, path: "Sources/Bindings/\(name)",
    linkerSettings: links.map { .linkedLibrary($0) } + (cxx ? [.linkedLibrary("stdc++")] : []))
}

func module(
  _ name: String, _ path: String, _ dependencies: [Target.Dependency],
  settings: [SwiftSetting] = strict
) -> Target {
  .target(name: name, dependencies: dependencies, path: "Sources/\(path)", swiftSettings: settings)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies, path: "Tests/\(name)", exclude: exclude,
    swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "sohoa",
  products: [
    .executable(name: "sohoa", targets: ["sohoa"]),
    .executable(name: "axis-simulator", targets: ["axis-simulator"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // Values
    module("Imaging", "Imaging", [], settings: kernels),
    module("Findings", "Findings", ["Imaging"]),

    // C libraries, each with its one importer
    cLibrary("CLeptonica", links: ["lept"]),
    cLibrary("CTesseract", links: ["tesseract"]),
    cLibrary("CTIFF", links: ["tiff"]),
    cLibrary("CPNG", links: ["png"]),
    cLibrary("CTurboJPEG", links: ["turbojpeg"]),
    cLibrary("CQPDF", links: ["qpdf"], cxx: true),
    cLibrary("CCrypto", links: ["crypto"]),
    cLibrary("CCurl", links: ["curl"]),
    cLibrary("CZlib", links: ["z"]),
    cLibrary("CProcess", links: []),
    module("Leptonica", "Bindings/Leptonica", ["CLeptonica", "Imaging"], settings: kernels),
    module("Tesseract", "Bindings/Tesseract", ["CTesseract", "Imaging"]),
    module("TIFF", "Bindings/TIFF", ["CTIFF", "Imaging"], settings: kernels),
    module("PNG", "Bindings/PNG", ["CPNG", "Imaging"], settings: kernels),
    module("TurboJPEG", "Bindings/TurboJPEG", ["CTurboJPEG", "Imaging"], settings: kernels),
    module("QPDF", "Bindings/QPDF", ["CQPDF"]),
    module("Digest", "Bindings/Digest", ["CCrypto"]),
    module("HTTP", "Bindings/HTTP", ["CCurl"]),
    module("Zip", "Bindings/Zip", ["CZlib"]),
    module("ProcessLimits", "Bindings/ProcessLimits", ["CProcess"]),

    // Stages
    module(
      "Ingest", "Stages/Ingest",
      ["Imaging", "TIFF", "PNG", "TurboJPEG", "Leptonica", "QPDF", "Digest"],
      settings: kernels),
    module(
      "Measuring", "Stages/Measuring", ["Imaging", "Ingest", "Leptonica"], settings: kernels),
    module(
      "Recognition", "Stages/Recognition",
      ["Imaging", "Leptonica", "Tesseract", "Measuring"],
      settings: kernels),
    module("Extraction", "Stages/Extraction", ["Imaging", "Recognition"]),
    module(
      "Inspection", "Stages/Inspection",
      ["Imaging", "Findings", "Ingest", "Measuring", "Recognition", "Extraction"]),
    module(
      "Archiving", "Stages/Archiving",
      [
        "Imaging", "Findings", "Ingest", "Recognition", "TIFF", "TurboJPEG", "QPDF", "Digest",
      ], settings: kernels),
    module(
      "Packaging", "Stages/Packaging",
      ["Findings", "Extraction", "Inspection", "Digest", "Zip"]),
    module(
      "Delivery", "Stages/Delivery", ["Findings", "Packaging", "Digest", "HTTP", "ProcessLimits"]),

    // Edges
    module("Ledger", "Ledger", ["Findings", "Packaging", "Delivery", "Digest", grdb]),
    module(
      "Reporting", "Reporting",
      [
        "Imaging", "Findings", "Ingest", "Measuring", "Extraction", "Inspection", "Archiving",
        "Delivery", "Ledger",
      ]),
    module(
      "Workflow", "Workflow",
      [
        "Imaging", "Findings", "Ingest", "Measuring", "Recognition", "Extraction", "Inspection",
        "Archiving", "Packaging", "Delivery", "Ledger", "Reporting", "ProcessLimits",
        "Digest", "HTTP", "TurboJPEG", yams,
      ]),
    .executableTarget(
      name: "sohoa",
      dependencies: [
        "Findings", "Extraction", "Inspection", "Archiving", "Packaging", "Delivery", "Ledger",
        "Reporting", "Workflow", "ProcessLimits", argumentParser,
      ],
      path: "Sources/Faces/sohoa", swiftSettings: strict),
    .executableTarget(
      name: "axis-simulator",
      dependencies: ["Packaging", "Delivery", "Digest", argumentParser],
      path: "Sources/Faces/AxisSimulator", swiftSettings: strict),

    // What Scripts/evaluate-digits drives; no part of the product.
    .executableTarget(
      name: "slots", dependencies: ["Imaging", "Recognition", "Extraction"],
      path: "Sources/Faces/slots",
      swiftSettings: strict),

    // Tests
    .target(
      name: "Painting", dependencies: ["Imaging"], path: "Tests/Painting", swiftSettings: kernels),
    .executableTarget(
      name: "queue-bench",
      dependencies: ["Extraction", "Packaging", "Delivery", "Ledger", "Workflow", argumentParser],
      path: "Tests/QueueBench", swiftSettings: strict),
    tests("EndToEnd", ["sohoa", "axis-simulator", "queue-bench"]),
    tests(
      "Reporting",
      ["Reporting", "Findings", "Inspection", "Imaging", "Measuring", "Extraction", "Recognition"],
      exclude: ["Schemas"]),
    tests(
      "Workflow",
      [
        "Workflow", "Findings", "Delivery", "Ingest", "Packaging", "Imaging", "Recognition",
        "Extraction", "Inspection", "Reporting", "Ledger",
      ]),
    tests("Findings", ["Findings", "Imaging"]),
    tests("Measuring", ["Measuring", "Ingest", "Imaging", "Leptonica", "Painting"]),
    tests("Imaging", ["Imaging"]),
    tests(
      "Bindings",
      ["CLeptonica", "Painting", "Leptonica", "Tesseract", "TIFF", "TurboJPEG", "Imaging"]),
    tests("Ingest", ["Painting", "Ingest", "TIFF", "TurboJPEG", "Imaging"]),
    tests("PDF", ["Ingest", "QPDF", "Imaging"]),
    tests(
      "Archiving",
      ["Archiving", "Findings", "Ingest", "Recognition", "TurboJPEG", "QPDF", "Imaging"]),
    tests(
      "Inspection",
      ["Inspection", "Findings", "Measuring", "Ingest", "Recognition", "Extraction", "Imaging"]),
    tests(
      "Packaging", ["Packaging", "Findings", "Extraction", "Imaging", "Digest"],
      exclude: ["Schemas"]),
    tests(
      "Delivery", ["Delivery", "Findings", "Packaging", "HTTP"], exclude: ["vxp-vectors.json"]),
    tests("Ledger", ["Ledger", "Delivery", "Findings", grdb]),
    tests("Recognition", ["Recognition", "Measuring", "Leptonica", "Imaging", "Painting"]),
    tests("Extraction", ["Imaging", "Recognition", "Extraction"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
