import Imaging
import Painting
import Testing
import TurboJPEG

struct JPEGTests {
  /// A soft slope: JPEG keeps them within a few steps.
  static let slope = GrayImage(
    width: 40, height: 24,
    pixels: (0..<24).flatMap { y in (0..<40).map { x in UInt8(68 + 3 * x + y) } })

  static let red = ColorImage(
    width: 8, height: 8, pixels: (0..<64).flatMap { _ in [200, 30, 40] as [UInt8] })

  @Test(arguments: [10, 25, 50, 75, 90, 95, 100])
  func `the quality it was packed with is read from the luminance table`(quality: Int) throws {
    let jpeg = try encodedJPEG(.gray(Self.slope), quality: quality)
    #expect(try JPEGHeader(of: jpeg).quality == quality)
  }

  @Test(arguments: [false, true])
  func `a grey picture comes back grey and alike`(progressive: Bool) throws {
    let jpeg = try encodedJPEG(.gray(Self.slope), quality: 95, progressive: progressive)
    let header = try JPEGHeader(of: jpeg)
    #expect(header.isProgressive == progressive)
    #expect((header.width, header.height, header.components) == (40, 24, 1))
    guard case .gray(let image) = try decodedJPEG(jpeg, header: header) else {
      Issue.record("not grey")
      return
    }
    let worst = zip(image.pixels, Self.slope.pixels).map { abs(Int($0) - Int($1)) }.max()
    #expect(try #require(worst) <= 6)
  }

  @Test func `a red picture comes back red`() throws {
    let jpeg = try encodedJPEG(.color(Self.red), quality: 100)
    let header = try JPEGHeader(of: jpeg)
    #expect(header.sampling == [[1, 1], [1, 1], [1, 1]])
    guard case .color(let image) = try decodedJPEG(jpeg, header: header) else {
      Issue.record("not colour")
      return
    }
    #expect(zip(image.pixels, Self.red.pixels).allSatisfy { abs(Int($0) - Int($1)) <= 3 })
  }

  @Test func `Adobe's inverted inks become light by multiplication`() throws {
    // Stored 255 is no ink: full cyan, nothing else.
    let inks = (0..<64).flatMap { _ in [0, 255, 255, 255] as [UInt8] }
    let jpeg = try encodedJPEG(inks: inks, width: 8, height: 8, quality: 100)
    let header = try JPEGHeader(of: jpeg)
    #expect(header.isInvertedCMYK)
    guard case .color(let image) = try decodedJPEG(jpeg, header: header) else {
      Issue.record("not colour")
      return
    }
    #expect(image.pixels[0] <= 3 && image.pixels[1] >= 252 && image.pixels[2] >= 252)
  }

  @Test func `inks without an Adobe marker are taken as ink`() throws {
    // Grey inks are stored as (255 - v, 128, 128, k) once the marker that says YCCK is gone.
    let inks = (0..<64).flatMap { _ in [155, 155, 155, 0] as [UInt8] }
    let packed = try encodedJPEG(inks: inks, width: 8, height: 8, quality: 100)
    let jpeg = JPEGBytes.removing(0xEE, from: packed)
    let header = try JPEGHeader(of: jpeg)
    #expect(!header.isInvertedCMYK)
    guard case .color(let image) = try decodedJPEG(jpeg, header: header) else {
      Issue.record("not colour")
      return
    }
    let wanted = [155, 127, 127]
    #expect(zip(image.pixels, wanted).allSatisfy { abs(Int($0) - $1) <= 3 })
  }

  @Test(arguments: 0...9)
  func `only an EXIF orientation from 1 to 8 is believed`(value: Int) throws {
    let plain = try encodedJPEG(.gray(Self.slope), quality: 90)
    let exif = JPEGBytes.exif(shorts: [(0x0112, value)])
    let header = try JPEGHeader(of: JPEGBytes.inserting(0xE1, exif, into: plain))
    #expect(header.orientation == ((1...8).contains(value) ? value : 1))
  }

  @Test func `an EXIF block cut anywhere is read as far as it goes`() throws {
    let plain = try encodedJPEG(.gray(Self.slope), quality: 90)
    let exif = JPEGBytes.exif(shorts: [(0x0112, 6), (0x0128, 2)], dpi: (300, 300))
    for length in 0...exif.count {
      let jpeg = JPEGBytes.inserting(0xE1, Array(exif.prefix(length)), into: plain)
      #expect([1, 6].contains(try JPEGHeader(of: jpeg).orientation))
    }
  }

  @Test func `an EXIF directory that points outside says nothing`() throws {
    let plain = try encodedJPEG(.gray(Self.slope), quality: 90)
    var exif = JPEGBytes.exif(shorts: [(0x0112, 6)], dpi: (300, 300))
    for at in 10..<14 { exif[at] = 0xFF }
    let header = try JPEGHeader(of: JPEGBytes.inserting(0xE1, exif, into: plain))
    #expect(header.orientation == 1 && header.resolution == nil)
  }

  @Test func `a stream cut anywhere is refused and never decoded`() throws {
    let jpeg = try encodedJPEG(.color(Self.red), quality: 90)
    for length in 0..<jpeg.count {
      let cut = Array(jpeg.prefix(length))
      #expect(throws: JPEGError.self) { try decodedJPEG(cut, header: JPEGHeader(of: cut)) }
    }
  }

  /// The places of the tables of codes in a stream.
  private func codeTables(in jpeg: [UInt8]) -> [Int] {
    jpeg.indices.dropLast().filter { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC4 }
  }

  @Test func `four stray bytes before a marker are padding`() throws {
    let jpeg = try encodedJPEG(.gray(Self.slope), quality: 95, progressive: true)
    let table = try #require(codeTables(in: jpeg).dropFirst().first)
    let padded = jpeg[..<table] + [1, 2, 3, 4] + jpeg[table...]
    let header = try JPEGHeader(of: Array(padded))
    #expect(try decodedJPEG(Array(padded), header: header) == decodedJPEG(jpeg, header: header))
  }

  @Test func `an error behind a harmless warning is damage`() throws {
    var jpeg = try encodedJPEG(.gray(Self.slope), quality: 95, progressive: true)
    let tables = codeTables(in: jpeg)
    let last = try #require(tables.last)
    // More codes of 8 bits than there are: "Bogus Huffman table definition".
    for at in last + 5..<last + 21 { jpeg[at] = 0xFE }
    let padded = Array(jpeg[..<tables[1]] + [1] + jpeg[tables[1]...])
    #expect {
      try decodedJPEG(padded, header: JPEGHeader(of: padded))
    } throws: {
      ($0 as? JPEGError)?.code == .damaged
    }
  }

  @Test func `entropy data that ends before its marker is damage`() throws {
    var noise = Noise()
    let image = GrayImage(width: 64, height: 64, pixels: (0..<4096).map { _ in noise.next() })
    let jpeg = try encodedJPEG(.gray(image), quality: 90)
    let cut = Array(jpeg.prefix(jpeg.count / 2)) + [0xFF, 0xD9]
    let header = try JPEGHeader(of: cut)
    #expect(header.isComplete)
    #expect { try decodedJPEG(cut, header: header) } throws: {
      ($0 as? JPEGError)?.code == .damaged
    }
  }
}

/// The same noise each time (a linear congruential generator, Numerical Recipes).
struct Noise {
  private var state: UInt32 = 1

  mutating func next() -> UInt8 {
    state = state &* 1_664_525 &+ 1_013_904_223
    return UInt8(truncatingIfNeeded: state >> 24)
  }
}
