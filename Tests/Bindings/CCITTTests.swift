import FoundationEssentials
import Imaging
import TIFF
import Testing

/// A way to code black and white rows, and how a PDF says it.
struct FaxCase: Sendable, CustomTestStringConvertible {
  let name: String
  let compression: Int
  let t4Options: Int
  let k: Int
  let byteAlign: Bool

  var testDescription: String { name }

  static let all = [
    FaxCase(name: "group 4", compression: 4, t4Options: 0, k: -1, byteAlign: false),
    FaxCase(name: "group 3", compression: 3, t4Options: 0, k: 0, byteAlign: false),
    FaxCase(name: "group 3, 2-D", compression: 3, t4Options: 1, k: 4, byteAlign: false),
    FaxCase(name: "group 3, filled", compression: 3, t4Options: 4, k: 0, byteAlign: true),
    FaxCase(name: "modified Huffman", compression: 2, t4Options: 0, k: 0, byteAlign: true),
  ]
}

struct CCITTTests {
  /// Bars and a slope, 45 pixels a row: rows do not end at a byte.
  static let page = GrayImage(
    width: 45, height: 30,
    pixels: (0..<45 * 30).map { ($0 % 45) / 7 % 2 == 0 || $0 % 45 == $0 / 45 ? 0 : 255 })

  /// The rows packed to bits, 1 is black.
  static var packed: [UInt8] {
    (0..<30).flatMap { y in
      (0..<6).map { byte in
        (0..<8).reduce(0) { bits, bit in
          let x = byte * 8 + bit
          return bits << 1 | (x < 45 && page.pixels[y * 45 + x] == 0 ? 1 : 0)
        } as UInt8
      }
    }
  }

  private func stream(_ fax: FaxCase) throws -> [UInt8] {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).tif").path
    defer { try? FileManager.default.removeItem(atPath: path) }  // a left-over file harms nobody
    var layout = TIFFLayout(width: 45, height: 30)
    (layout.channels, layout.photometric) = (0, 0)
    (layout.compression, layout.t4Options) = (fax.compression, fax.t4Options)
    #expect(writeTIFF(Self.packed, as: layout, to: path))
    let file = [UInt8](try Data(contentsOf: URL(filePath: path)))
    return try TIFFStrip(file).bytes
  }

  @Test(arguments: FaxCase.all)
  func `a fax stream without its TIFF comes back bit for bit`(fax: FaxCase) throws {
    let coding = CCITTCoding(
      k: fax.k, columns: 45, rows: 30, blackIs1: false, byteAlign: fax.byteAlign)
    #expect(try decodedCCITT(stream(fax), as: coding) == Self.page)
  }

  @Test func `with BlackIs1 the runs of black are shown white`() throws {
    let coding = CCITTCoding(k: -1, columns: 45, rows: 30, blackIs1: true, byteAlign: false)
    let negative = GrayImage(width: 45, height: 30, pixels: Self.page.pixels.map { 255 - $0 })
    #expect(try decodedCCITT(stream(FaxCase.all[0]), as: coding) == negative)
  }

  @Test func `modified Huffman rows may follow each other without padding`() throws {
    // T.4: 8 white 10011, 8 black 000101, 0 white 00110101, 16 black 0000010111.
    let bits = "10011" + "000101" + "00110101" + "0000010111" + "10011" + "000101"
    let bytes = stride(from: 0, to: bits.count, by: 8).map { start in
      let part = bits.dropFirst(start).prefix(8)
      return UInt8(part, radix: 2).map { $0 << UInt8(8 - part.count) } ?? 0
    }
    let coding = CCITTCoding(k: 0, columns: 16, rows: 3, blackIs1: false, byteAlign: false)
    let half = [UInt8](repeating: 255, count: 8) + [UInt8](repeating: 0, count: 8)
    let black = [UInt8](repeating: 0, count: 16)
    #expect(
      try decodedCCITT(bytes, as: coding)
        == GrayImage(width: 16, height: 3, pixels: half + black + half))
  }

  @Test(arguments: FaxCase.all)
  func `a fax stream that ends early is damaged`(fax: FaxCase) throws {
    let bytes = try stream(fax)
    let coding = CCITTCoding(
      k: fax.k, columns: 45, rows: 30, blackIs1: false, byteAlign: fax.byteAlign)
    for length in 0..<bytes.count * 3 / 4 {
      #expect(throws: TIFFError.self) { try decodedCCITT(Array(bytes.prefix(length)), as: coding) }
    }
  }

  @Test func `group 4 rows at byte boundaries are not supported`() {
    let coding = CCITTCoding(k: -1, columns: 8, rows: 1, blackIs1: false, byteAlign: true)
    #expect(throws: TIFFError.unsupported(compression: 4)) { try decodedCCITT([0], as: coding) }
  }

  @Test(arguments: [(0, 1), (1, 0), (-1, 1), (1 << 33, 1), (1 << 20, 1 << 20)])
  func `an impossible size is refused`(columns: Int, rows: Int) {
    let coding = CCITTCoding(
      k: -1, columns: columns, rows: rows, blackIs1: false, byteAlign: false)
    #expect(throws: TIFFError.self) { try decodedCCITT([0, 1, 2], as: coding) }
  }
}

/// The only strip of a little-endian TIFF file.
private struct TIFFStrip {
  let bytes: [UInt8]

  init(_ file: [UInt8]) throws {
    func number(_ at: Int, _ size: Int) -> Int {
      (0..<size).reduce(0) { $0 | Int(file[at + $1]) << ($1 * 8) }
    }
    let directory = number(4, 4)
    var values: [Int: Int] = [:]
    for index in 0..<number(directory, 2) {
      let at = directory + 2 + index * 12
      values[number(at, 2)] = number(at + 8, number(at + 2, 2) == 3 ? 2 : 4)
    }
    let start = try #require(values[273])
    bytes = Array(file[start..<start + (try #require(values[279]))])
  }
}
