import Archiving
import Foundation
import Imaging
import Ingest
import QPDF
import Recognition
import Testing
import TurboJPEG

@Suite struct `An access copy` {
  let folder: Folder

  init() throws { folder = try Folder() }

  static let (width, height) = (1_000, 1_414)
  static let seal = Box(x: 640, y: 900, width: 200, height: 200)

  /// Grainy paper with lines of print, and a red ring where a seal stands.
  func page(quality: Int = 92, chroma: ChromaDetail = .full) throws -> Scan {
    var pixels = [UInt8](repeating: 0, count: Self.width * Self.height * 3)
    var noise: UInt32 = 1
    for index in pixels.indices {
      noise = noise &* 1_664_525 &+ 1_013_904_223
      pixels[index] = 226 + UInt8(noise >> 28)
    }
    func paint(_ x: Int, _ y: Int, _ color: [UInt8]) {
      for channel in 0..<3 { pixels[(y * Self.width + x) * 3 + channel] = color[channel] }
    }
    for line in stride(from: 100, to: 800, by: 40) {
      for x in 100..<900 where x / 6 % 3 != 0 {
        for y in line..<line + 18 where (x / 6 + y / 5) % 4 != 0 { paint(x, y, [30, 30, 34]) }
      }
    }
    for y in Self.seal.y..<Self.seal.maxY {
      for x in Self.seal.x..<Self.seal.maxX {
        let (dx, dy) = (Double(x) - Self.seal.midX, Double(y) - Self.seal.midY)
        let radius = (dx * dx + dy * dy).squareRoot()
        if radius < 96, radius > 80 || (x / 9 + y / 9) % 3 == 0 { paint(x, y, [205, 40, 50]) }
      }
    }
    let image = ColorImage(width: Self.width, height: Self.height, pixels: pixels)
    let jpeg = try encodedJPEG(.color(image), quality: quality, chroma: chroma)
    let path = folder.file("page-\(quality).jpg")
    try Data(jpeg).write(to: URL(fileURLWithPath: path))
    return try Ingest.scan(at: path, limits: limits)
  }

  /// The lines as they would be read: ink outside words may be a hand.
  var words: RecognizedPage {
    text(
      stride(from: 100, to: 800, by: 40).map {
        ("chữ", Box(x: 100, y: $0, width: 800, height: 18))
      }, width: Self.width, height: Self.height)
  }

  func copy(
    _ scan: Scan, _ form: AccessForm, _ effort: AccessEffort = .small, keptPrint: [Box] = []
  ) throws -> AccessCopy {
    try writeAccessCopy(
      of: [scan], text: [words], oldTexts: [nil], metadata: PDFMetadata(title: "bản đọc"),
      form: form, plans: [1: AccessPlan(effort, keptPrint: keptPrint)], limits: limits,
      to: folder.file("copy.pdf"))
  }

  func pictures(of copy: AccessCopy) throws -> [ImageFacts] {
    try PDFFile(path: copy.path).analysis(ofPage: 0).images.map(\.facts)
  }

  @Test func `is PDF/A, far smaller, and searched like the archived one`() throws {
    let scan = try page()
    let copy = try copy(scan, .mrc)
    #expect(copy.pages[0].form == .mrc)
    #expect(copy.pages[0].byteCount * 4 < copy.pages[0].sourceBytes)
    #expect(try Archiving.conformance(ofPDFAt: copy.path).allSatisfy(\.passed))
    #expect(try output("pdftotext", copy.path, "-").contains("chữ"))
  }

  @Test func `keeps the seal as it is, and the edges of print where they were`() throws {
    let scan = try page()
    let copy = try copy(scan, .mrc)
    #expect(copy.pages[0].keptBoxes == 1)
    let before = try Ingest.page(1, of: scan, limits: limits).image
    let again = try Ingest.scan(at: copy.path, limits: limits)
    let after = try Ingest.page(1, of: again, limits: limits).image
    guard case .color(let one) = before, case .color(let two) = after else {
      Issue.record("not in colour")
      return
    }
    // The copy is shown at the resolution of its mask, which has half pixels.
    try #require((one.width * 2, one.height * 2) == (two.width, two.height))
    func shown(_ x: Int, _ y: Int, _ channel: Int) -> Int {
      let at = (2 * y * two.width + 2 * x) * 3 + channel
      let below = at + two.width * 3
      return [at, at + 3, below, below + 3].reduce(0) { $0 + Int(two.pixels[$1]) } / 4
    }
    var (far, seal, print) = (0, 0, 0)
    for y in 0..<Self.height {
      for x in 0..<Self.width {
        let at = (y * Self.width + x) * 3
        let isInSeal =
          (Self.seal.x..<Self.seal.maxX).contains(x) && (Self.seal.y..<Self.seal.maxY).contains(y)
        if isInSeal {
          seal += 3
          for channel in 0..<3 {
            far += abs(Int(one.pixels[at + channel]) - shown(x, y, channel))
          }
        } else if (one.pixels[at] < 100) != (shown(x, y, 0) < 100) {
          print += 1
        }
      }
    }
    // A renderer may move a box by half a pixel; a seal that lost its colour differs by a hundred.
    #expect(far < seal * 20, "the seal differs by \(far / seal) on average")
    #expect(print * 100 < Self.width * Self.height, "\(print) pixels of print differ")
  }

  @Test func `leaves a page alone that is to be kept, or that gains nothing`() throws {
    let scan = try page()
    #expect(try copy(scan, .mrc, AccessEffort.none).pages[0].form == nil)
    let stored = try source(folder, SourcePage())
    let copy = try writeAccessCopy(
      of: [stored], text: [nil], oldTexts: [nil], metadata: PDFMetadata(title: nil), form: .mrc,
      limits: limits,
      to: folder.file("copy.pdf"))
    #expect(copy.pages[0].form == nil)
  }

  @Test func `is as small as it is meant to be at a quarter of its scan with a seal`() throws {
    let page = try copy(try page(), .mrc).pages[0]
    #expect(page.isAsMeant == (page.byteCount * 4 <= page.sourceBytes) && page.isAsMeant)
    #expect(try !copy(try self.page(), .mrc, AccessEffort.none).pages[0].isAsMeant)
  }

  @Test func `spends more bytes where it is told to`() throws {
    let scan = try page()
    let small = try copy(scan, .mrc).pages[0]
    let rich = try copy(scan, .mrc, .rich).pages[0]
    #expect(rich.form == .mrc && rich.byteCount > small.byteCount)
  }

  @Test func `draws the edges of print finer than whole pixels`() throws {
    let mask = try #require(try pictures(of: try copy(try page(), .mrc)).first { $0.isStencil })
    #expect(mask.width == Self.width * 2 && mask.height == Self.height * 2)
  }

  @Test func `draws print at whole pixels in four greys where it is graded`() throws {
    let copy = try copy(try page(), .mrc, .graded)
    let masks = try pictures(of: copy).filter { $0.isStencil && $0.width == Self.width }
    #expect(masks.count == 4)
    #expect(masks.allSatisfy { $0.height == Self.height })
    #expect(try Archiving.conformance(ofPDFAt: copy.path).allSatisfy(\.passed))
  }

  @Test func `keeps print as it is where it is told to, apart from seals`() throws {
    let line = Box(x: 100, y: 100, width: 800, height: 18)
    let kept = try copy(try page(), .mrc, keptPrint: [line])
    #expect(kept.pages[0].keptBoxes == 1 && kept.pages[0].keptPrint == 1)
    let boxes = try pictures(of: kept).filter { !$0.isStencil && $0.height < 60 }
    let box = try #require(boxes.first)
    #expect(boxes.count == 1 && box.width >= line.width && box.height >= line.height)
  }

  @Test func `keeps of the box of a seal only what is within the seal`() throws {
    let copy = try copy(try page(), .mrc)
    let seal = try #require(try pictures(of: copy).first { !$0.isStencil && $0.height < 400 })
    let file = try PDFFile(path: copy.path)
    guard case .reference(let mask) = try file.object(seal.id).entries?["Mask"] else {
      Issue.record("the seal hides nothing")
      return
    }
    let hidden = try file.streamData(mask, .decoded, limit: 1 << 20)
    let columns = seal.width / 8
    // Corners of the box lie outside the ring, its middle within.
    func isHidden(_ x: Int, _ y: Int) -> Bool {
      hidden[y * ((columns + 7) / 8) + x / 8] & 0x80 >> UInt8(x % 8) != 0
    }
    #expect(isHidden(0, 0) && isHidden(columns - 1, seal.height / 8 - 1))
    #expect(!isHidden(columns / 2, seal.height / 16))
  }

  @Test func `packs a seal as fine as its scan, not finer`() throws {
    let scan = try page()
    let coarse = try page(quality: 60, chroma: .half)
    let seals = try [scan, coarse].map { scan in
      let copy = try copy(scan, .mrc)
      let file = try PDFFile(path: copy.path)
      let seal = try #require(
        try pictures(of: copy).first { !$0.isStencil && $0.height < Self.height / 4 })
      return try JPEGHeader(of: try file.streamData(seal.id, .stored, limit: 1 << 20))
    }
    #expect(seals.map(\.quality) == [85, 60])
    #expect(seals.map { $0.sampling[0] } == [[1, 1], [2, 2]])
  }

  @Test func `may have one page alone, to be looked at`() throws {
    let scan = try page()
    let copy = try writeAccessCopy(
      of: [scan, scan], text: [words, words], oldTexts: [nil, nil],
      metadata: PDFMetadata(title: nil), form: .mrc, plans: [2: AccessPlan(.graded)], only: 2,
      limits: limits, to: folder.file("copy.pdf"))
    #expect(copy.pages.map(\.page) == [2])
    #expect(try pictures(of: copy).count { $0.isStencil && $0.width == Self.width } == 4)
    #expect(try Ingest.scan(at: copy.path, limits: limits).pages.count == 1)
  }

  @Test func `may be one JPEG a page`() throws {
    let copy = try copy(try page(), .recompress)
    #expect(copy.pages[0].form == .recompress)
    #expect(copy.pages[0].byteCount * 2 <= copy.pages[0].sourceBytes)
  }
}
