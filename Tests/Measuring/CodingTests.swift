import Foundation
import Imaging
import Measuring
import Testing

@Suite struct `Measurements as JSON` {
  private let full = Measurements(
    widthPixels: 2480, heightPixels: 3508, colorMode: .color, chromaShare: 0.01,
    declaredDpi: Resolution(x: 300, y: 299), effectiveDpi: 300, paper: "A4", xHeight: 26,
    skewDegrees: 0.5, skewConfidence: 8, orientationDegrees: 0, isBlank: false,
    edgeGradient: 0.36, contrast: 0.9, noise: 3, signalToNoise: 60, separability: 0.9,
    blackBorderMillimetres: 2.5, blackBorderBox: Box(x: 0, y: 0, width: 30, height: 3508),
    cutOffText: 1, cutOffBoxes: [Box(x: 0, y: 50, width: 9, height: 20)], jpegQuality: 82)

  @Test func `come back as they were`() throws {
    let data = try JSONEncoder().encode(full)
    #expect(try JSONDecoder().decode(Measurements.self, from: data) == full)
  }

  @Test func `say null for what is unknown`() throws {
    let bare = Measurements(widthPixels: 10, heightPixels: 20, colorMode: .gray)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = String(decoding: try encoder.encode(bare), as: UTF8.self)
    for key in ["declaredDpi", "xHeight", "contrast", "nonUniformity", "opticalDpi", "fingerprint"]
    {
      #expect(json.contains("\"\(key)\":null"))
    }
    #expect(try JSONDecoder().decode(Measurements.self, from: Data(json.utf8)) == bare)
  }
}
