import Imaging
import Ingest
import TIFF
import Testing

let roomy = IngestLimits(bytes: 1 << 24, pages: 50, megapixels: 2)

/// The only page of a file with these bytes.
func onlyPage(_ bytes: [UInt8]) throws -> Page {
  let file = try Scratch(bytes)
  let scan = try scan(at: file.path, limits: roomy)
  #expect(scan.pages.count == 1)
  return try page(1, of: scan, limits: roomy)
}

struct TIFFPageTests {
  /// 3 × 2 pixels, each of another grey.
  static let six: [UInt8] = [10, 20, 30, 40, 50, 60]

  private func painted(
    bits: Int = 8, samples: Int = 1, photometric: Int = 1, width: Int = 3, height: Int = 2,
    _ pixels: [UInt8], _ tags: [Int: TIFFBytes.Value] = [:]
  ) throws -> Page {
    var file = TIFFBytes()
    file.append(
      width: width, height: height, bits: bits, samples: samples, photometric: photometric, pixels,
      tags)
    return try onlyPage(file.bytes)
  }

  @Test func `grey pixels are read as they stand`() throws {
    #expect(
      try painted(Self.six).image == .gray(GrayImage(width: 3, height: 2, pixels: Self.six)))
  }

  @Test func `with white as zero grey and bilevel pixels are turned round`() throws {
    let negative = GrayImage(width: 3, height: 2, pixels: Self.six.map { 255 - $0 })
    #expect(try painted(photometric: 0, Self.six).image == .gray(negative))
    let bits = GrayImage(width: 3, height: 2, pixels: [0, 255, 0, 255, 255, 0])
    #expect(
      try painted(bits: 1, photometric: 0, [0b1010_0000, 0b0010_0000]).image == .bilevel(bits))
    let inverse = GrayImage(width: 3, height: 2, pixels: bits.pixels.map { 255 - $0 })
    #expect(
      try painted(bits: 1, photometric: 1, [0b1010_0000, 0b0010_0000]).image == .bilevel(inverse))
  }

  @Test func `sixteen bits become eight`() throws {
    let wide = Self.six.flatMap { [$0, $0] }
    #expect(
      try painted(bits: 16, wide).image == .gray(GrayImage(width: 3, height: 2, pixels: Self.six)))
  }

  @Test func `a palette is colour, grey or bilevel by its entries`() throws {
    func palette(_ entries: [(Int, Int, Int)]) -> [Int: TIFFBytes.Value] {
      let all = entries.map(\.0) + entries.map(\.1) + entries.map(\.2)
      return [320: .short(all.map { $0 * 257 })]
    }
    let rows: [UInt8] = [0b0100_0000, 0b1010_0000]
    let color = try painted(bits: 1, photometric: 3, rows, palette([(255, 0, 0), (0, 0, 255)]))
    #expect(color.header.colorMode == .color)
    let red: [UInt8] = [255, 0, 0]
    let blue: [UInt8] = [0, 0, 255]
    #expect(
      color.image
        == .color(
          ColorImage(width: 3, height: 2, pixels: red + blue + red + blue + red + blue)))
    let gray = try painted(bits: 1, photometric: 3, rows, palette([(200, 200, 200), (9, 9, 9)]))
    #expect(
      gray.image
        == .gray(GrayImage(width: 3, height: 2, pixels: [200, 9, 200, 9, 200, 9])))
    let bilevel = try painted(bits: 1, photometric: 3, rows, palette([(255, 255, 255), (0, 0, 0)]))
    #expect(
      bilevel.image
        == .bilevel(GrayImage(width: 3, height: 2, pixels: [255, 0, 255, 0, 255, 0])))
  }

  @Test func `inks become light`() throws {
    let inks: [UInt8] = [255, 0, 0, 0, 0, 0, 0, 255, 0, 0, 0, 0]
    let image = try painted(samples: 4, photometric: 5, width: 3, height: 1, inks).image
    #expect(
      image
        == .color(ColorImage(width: 3, height: 1, pixels: [0, 255, 255, 0, 0, 0, 255, 255, 255])))
  }

  @Test(arguments: [1, 2])
  func `alpha falls on white`(kind: Int) throws {
    // Kind 1 is premultiplied: half of red is stored as half already.
    let half: [UInt8] = kind == 1 ? [128, 0, 0, 128] : [255, 0, 0, 128]
    let image = try painted(
      samples: 4, photometric: 2, width: 2, height: 1, half + [0, 0, 0, 0],
      [338: .short([kind])]
    ).image
    #expect(
      image == .color(ColorImage(width: 2, height: 1, pixels: [255, 127, 127, 255, 255, 255])))
  }

  @Test(
    arguments: [
      (1, [10, 20, 30, 40, 50, 60]), (3, [60, 50, 40, 30, 20, 10]),
      (6, [40, 10, 50, 20, 60, 30]), (8, [30, 60, 20, 50, 10, 40]),
      // Mirrored ones are turned only; no orientation and a wrong one are as stored.
      (2, [10, 20, 30, 40, 50, 60]), (4, [60, 50, 40, 30, 20, 10]),
      (7, [40, 10, 50, 20, 60, 30]), (5, [30, 60, 20, 50, 10, 40]),
      (0, [10, 20, 30, 40, 50, 60]), (9, [10, 20, 30, 40, 50, 60]),
    ] as [(Int, [UInt8])])
  func `the orientation turns pixels, sides and resolution`(value: Int, shown: [UInt8]) throws {
    let page = try painted(
      Self.six,
      [274: .short([value]), 282: .rational(300, 1), 283: .rational(200, 1), 296: .short([2])])
    let turned = (5...8).contains(value)
    let (width, height) = turned ? (2, 3) : (3, 2)
    #expect(page.image == .gray(GrayImage(width: width, height: height, pixels: shown)))
    #expect((page.header.width, page.header.height) == (width, height))
    #expect(
      page.header.declared == (turned ? Resolution(x: 200, y: 300) : Resolution(x: 300, y: 200)))
  }

  @Test(
    arguments: [
      (300, 300, 2, Resolution(x: 300, y: 300)), (204, 98, 2, Resolution(x: 204, y: 98)),
      (100, 100, 3, Resolution(x: 254, y: 254)), (300, 300, 1, nil), (1, 1, 2, nil), (0, 0, 2, nil),
      (300, 0, 2, nil),
    ] as [(Int, Int, Int, Resolution?)])
  func `a resolution needs a unit and figures above 1 dpi`(
    x: Int, y: Int, unit: Int, declared: Resolution?
  ) throws {
    let page = try painted(
      Self.six, [282: .rational(x, 1), 283: .rational(y, 1), 296: .short([unit])])
    #expect(page.header.declared == declared)
  }

  @Test func `frames keep their own size, colour and resolution`() throws {
    var bytes = TIFFBytes()
    bytes.append(
      width: 3, height: 2, Self.six, [282: .rational(300, 1), 283: .rational(300, 1)])
    bytes.append(
      width: 8, height: 1, bits: 1, [0xF0], [282: .rational(200, 1), 283: .rational(100, 1)])
    bytes.append(width: 1, height: 1, samples: 3, photometric: 2, [1, 2, 3])
    let file = try Scratch(bytes.bytes)
    let scan = try scan(at: file.path, limits: roomy)
    #expect(scan.format == .tiff)
    #expect(scan.pages.map(\.index) == [1, 2, 3])
    #expect(scan.pages.map(\.colorMode) == [.gray, .bilevel, .color])
    #expect(
      scan.pages.map(\.declared) == [
        Resolution(x: 300, y: 300), Resolution(x: 200, y: 100), nil,
      ])
    for index in [3, 1, 2] {
      let page = try page(index, of: scan, limits: roomy)
      #expect(page.header == scan.pages[index - 1])
    }
  }

  @Test func `a preview that is one is no page, a page that is called one stays`() throws {
    var bytes = TIFFBytes()
    bytes.append(width: 3, height: 2, Self.six)
    bytes.append(width: 1, height: 1, [7], [254: .long([1])])
    bytes.append(width: 3, height: 2, Self.six, [254: .long([1])])
    let file = try Scratch(bytes.bytes)
    let scan = try scan(at: file.path, limits: roomy)
    #expect(scan.pages.map(\.width) == [3, 3])
    #expect(try page(2, of: scan, limits: roomy).header.index == 2)
  }
}

/// A way to pack pixels that loses nothing.
struct Packing: Sendable, CustomTestStringConvertible {
  let name: String
  let compression: Int
  let tile: Int

  var testDescription: String { name }

  static let all = [
    Packing(name: "none", compression: 1, tile: 0),
    Packing(name: "LZW", compression: 5, tile: 0),
    Packing(name: "Deflate", compression: 8, tile: 0),
    Packing(name: "PackBits", compression: 32773, tile: 0),
    Packing(name: "tiles", compression: 1, tile: 16),
    Packing(name: "LZW tiles", compression: 5, tile: 16),
  ]
}

struct TIFFPackingTests {
  @Test(arguments: Packing.all, [1, 3])
  func `pixels come back as they were packed`(packing: Packing, channels: Int) throws {
    let file = try Scratch(named: "packed.tif")
    var layout = TIFFLayout(width: 37, height: 21)
    layout.channels = channels
    layout.photometric = channels == 1 ? 1 : 2
    (layout.compression, layout.tile) = (packing.compression, packing.tile)
    let pixels = (0..<37 * 21 * channels).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }
    #expect(writeTIFF(pixels, as: layout, to: file.path))
    let scan = try scan(at: file.path, limits: roomy)
    let image = try page(1, of: scan, limits: roomy).image
    #expect(
      image
        == (channels == 1
          ? .gray(GrayImage(width: 37, height: 21, pixels: pixels))
          : .color(ColorImage(width: 37, height: 21, pixels: pixels))))
    #expect(scan.pages[0].container == .samples)
    #expect(try embeddedStream(1, of: scan) == nil)
  }

  @Test(arguments: Packing.all)
  func `a file cut anywhere is refused`(packing: Packing) throws {
    let whole = try Scratch(named: "whole.tif")
    var layout = TIFFLayout(width: 37, height: 21)
    (layout.compression, layout.tile) = (packing.compression, packing.tile)
    let pixels = (0..<37 * 21).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }
    #expect(writeTIFF(pixels, as: layout, to: whole.path))
    let bytes = try whole.bytes()
    let cut = try Scratch([], named: "cut.tif")
    for length in stride(from: 1, to: bytes.count, by: 7) {
      try cut.write(Array(bytes.prefix(length)))
      #expect(throws: IngestError.self) { try scan(at: cut.path, limits: roomy, probe: .frozen) }
    }
  }

  @Test func `a file with any byte changed gives a page or an error, and never crashes`() throws {
    var sound = TIFFBytes()
    sound.append(width: 3, height: 2, TIFFPageTests.six, [282: .rational(300, 1)])
    let file = try Scratch([], named: "changed.tif")
    for at in sound.bytes.indices {
      for value: UInt8 in [0, 1, 0x7F, 0xFF] {
        var bytes = sound.bytes
        bytes[at] = value
        try file.write(bytes)
        // Either outcome is right here: what counts is that there is one.
        guard let scan = try? scan(at: file.path, limits: roomy, probe: .frozen) else { continue }
        for index in scan.pages.map(\.index) { _ = try? page(index, of: scan, limits: roomy) }
      }
    }
  }
}

extension GrowthProbe {
  /// A clock long after every file's time: nothing is young, nothing is waited for.
  static let frozen = GrowthProbe(now: { .greatestFiniteMagnitude }, wait: {})
}
