import Imaging
import Ingest
import Testing

struct PNGPageTests {
  private func painted(
    bits: Int, kind: UInt8, width: Int = 3, interlaced: Bool = false, _ rows: [[UInt8]],
    _ chunks: [(String, [UInt8])] = []
  ) throws -> Page {
    try onlyPage(
      PNGBytes.file(
        width: width, height: interlaced ? 2 : rows.count, bits: bits, kind: kind,
        interlaced: interlaced, rows: rows, chunks))
  }

  @Test func `grey, bilevel and colour stay what they are`() throws {
    #expect(
      try painted(bits: 8, kind: 0, [[1, 2, 3], [4, 5, 6]]).image
        == .gray(GrayImage(width: 3, height: 2, pixels: [1, 2, 3, 4, 5, 6])))
    #expect(
      try painted(bits: 1, kind: 0, [[0b1010_0000]]).image
        == .bilevel(GrayImage(width: 3, height: 1, pixels: [255, 0, 255])))
    #expect(
      try painted(bits: 8, kind: 2, width: 1, [[7, 8, 9]]).image
        == .color(ColorImage(width: 1, height: 1, pixels: [7, 8, 9])))
  }

  @Test func `few bits of grey are spread to eight`() throws {
    #expect(
      try painted(bits: 2, kind: 0, [[0b0001_1000]]).image
        == .gray(GrayImage(width: 3, height: 1, pixels: [0, 85, 170])))
  }

  @Test func `sixteen bits become eight, not taken for linear light`() throws {
    let image = try painted(bits: 16, kind: 0, [[10, 10, 128, 128, 250, 250]]).image
    #expect(image == .gray(GrayImage(width: 3, height: 1, pixels: [10, 128, 250])))
  }

  @Test func `a palette is colour, grey or bilevel by its entries`() throws {
    let color = try painted(bits: 1, kind: 3, [[0b0100_0000]], [("PLTE", [255, 0, 0, 0, 0, 255])])
    #expect(
      color.image
        == .color(ColorImage(width: 3, height: 1, pixels: [255, 0, 0, 0, 0, 255, 255, 0, 0])))
    let gray = try painted(bits: 1, kind: 3, [[0b0100_0000]], [("PLTE", [200, 200, 200, 9, 9, 9])])
    #expect(gray.image == .gray(GrayImage(width: 3, height: 1, pixels: [200, 9, 200])))
    let black = try painted(
      bits: 1, kind: 3, [[0b0100_0000]], [("PLTE", [255, 255, 255, 0, 0, 0])])
    #expect(black.image == .bilevel(GrayImage(width: 3, height: 1, pixels: [255, 0, 255])))
  }

  @Test func `what is transparent falls on white`() throws {
    #expect(
      try painted(bits: 8, kind: 6, width: 2, [[9, 9, 9, 0, 1, 2, 3, 255]]).image
        == .color(ColorImage(width: 2, height: 1, pixels: [255, 255, 255, 1, 2, 3])))
    #expect(
      try painted(bits: 8, kind: 4, width: 2, [[9, 0, 9, 255]]).image
        == .gray(GrayImage(width: 2, height: 1, pixels: [255, 9])))
    #expect(
      try painted(
        bits: 1, kind: 3, [[0b0100_0000]],
        [("PLTE", [0, 0, 0, 0, 0, 0]), ("tRNS", [0, 255])]
      ).image == .gray(GrayImage(width: 3, height: 1, pixels: [255, 0, 255])))
  }

  @Test func `an interlaced picture is put in order`() throws {
    // Adam7 over 3 × 2: (0,0) is pass 1, (2,0) pass 4, (1,0) pass 6, row 1 pass 7.
    let image = try painted(bits: 8, kind: 0, interlaced: true, [[10], [30], [20], [40, 50, 60]])
      .image
    #expect(image == .gray(GrayImage(width: 3, height: 2, pixels: TIFFPageTests.six)))
  }

  @Test(
    arguments: [
      (11811, 11811, 1, 299.9994), (3937, 3937, 1, 99.9998), (300, 300, 0, nil), (39, 39, 1, nil),
      (0, 0, 1, nil),
    ] as [(Int, Int, UInt8, Double?)])
  func `pixels a metre become dots per inch`(x: Int, y: Int, unit: UInt8, dpi: Double?) throws {
    let header = try painted(
      bits: 8, kind: 0, [[1, 2, 3]], [PNGBytes.density(x, y, unit: unit)]
    ).header
    #expect((header.declared == nil) == (dpi == nil))
    if let dpi, let declared = header.declared { #expect(abs(declared.x - dpi) < 0.001) }
  }

  @Test func `a file cut anywhere is damaged`() throws {
    let bytes = PNGBytes.file(
      width: 3, height: 2, bits: 8, kind: 0, rows: [[1, 2, 3], [4, 5, 6]])
    let file = try Scratch([])
    for length in 8..<bytes.count {
      try file.write(Array(bytes.prefix(length)))
      let error = try #require(throws: IngestError.self) {
        try scan(at: file.path, limits: roomy, probe: .frozen)
      }
      #expect(error.code == .damaged)
    }
  }

  @Test func `pixels with a wrong checksum, or too few of them, are damaged`() throws {
    var wrong = PNGBytes.file(
      width: 3, height: 2, bits: 8, kind: 0, rows: [[1, 2, 3], [4, 5, 6]])
    wrong[wrong.count - 14] ^= 1
    let few = PNGBytes.file(width: 3, height: 2, bits: 8, kind: 0, rows: [[1, 2, 3]])
    for bytes in [wrong, few] {
      let file = try Scratch(bytes)
      let scan = try scan(at: file.path, limits: roomy, probe: .frozen)
      let error = try #require(throws: IngestError.self) { try page(1, of: scan, limits: roomy) }
      #expect(error.code == .damaged && error.page == 1)
    }
  }

  @Test func `a file with any byte changed gives a page or an error, and never crashes`() throws {
    let sound = PNGBytes.file(
      width: 3, height: 1, bits: 1, kind: 3, rows: [[0b0100_0000]],
      [("PLTE", [255, 0, 0, 0, 0, 255]), ("tRNS", [0, 9]), PNGBytes.density(9, 9, unit: 1)])
    let file = try Scratch([])
    for at in 8..<sound.count {
      for value: UInt8 in [0, 1, 0x7F, 0xFF] {
        var bytes = sound
        bytes[at] = value
        try file.write(bytes)
        // Either outcome is right here: what counts is that there is one.
        guard let scan = try? scan(at: file.path, limits: roomy, probe: .frozen) else { continue }
        _ = try? page(1, of: scan, limits: roomy)
      }
    }
  }
}
