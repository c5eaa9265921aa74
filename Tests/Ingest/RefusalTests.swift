import FoundationEssentials
import Imaging
import Ingest
import Testing
import TurboJPEG

struct RefusalTests {
  private static var small: TIFFBytes {
    var file = TIFFBytes()
    file.append(width: 3, height: 2, TIFFPageTests.six)
    return file
  }

  private func refusal(
    _ bytes: [UInt8], _ limits: IngestLimits = roomy, probe: GrowthProbe = .frozen
  ) throws -> IngestError {
    let file = try Scratch(bytes)
    return try #require(throws: IngestError.self) {
      try scan(at: file.path, limits: limits, probe: probe)
    }
  }

  @Test func `a missing file and a folder are unreadable, by name`() throws {
    let missing = try Scratch()
    #expect(
      throws: IngestError(.unreadable, file: missing.path, found: "No such file or directory")
    ) { try scan(at: missing.path, limits: roomy) }
    let folder = FileManager.default.temporaryDirectory.path
    #expect(throws: IngestError(.unreadable, file: folder, found: "a directory")) {
      try scan(at: folder, limits: roomy)
    }
  }

  @Test func `a device is unreadable and is not waited for`() {
    #expect(throws: IngestError(.unreadable, file: "/dev/zero", found: "not a regular file")) {
      try scan(at: "/dev/zero", limits: roomy)
    }
  }

  @Test func `a file without bytes is empty`() throws {
    #expect(try refusal([]).code == .empty)
  }

  @Test(
    arguments: [
      [0x50, 0x4B, 3, 4, 0, 0], [0x49, 0x49], [0x25, 0x50, 0x44, 0x46], [0xFF, 0xD8], [0],
    ] as [[UInt8]])
  func `bytes of another kind are of an unknown format`(bytes: [UInt8]) throws {
    #expect(try refusal(bytes).code == .unknownFormat)
  }

  @Test func `a name says nothing about the format`() throws {
    let file = try Scratch(Self.small.bytes, named: "scan.pdf")
    #expect(try scan(at: file.path, limits: roomy).format == .tiff)
  }

  @Test func `what is larger than the limits is refused before it is decoded`() throws {
    let bytes = Self.small.bytes
    #expect(
      try refusal(bytes, IngestLimits(bytes: bytes.count - 1, pages: 1, megapixels: 1)).code
        == .tooManyBytes)
    var two = Self.small
    two.append(width: 3, height: 2, TIFFPageTests.six)
    #expect(
      try refusal(two.bytes, IngestLimits(bytes: 1 << 20, pages: 1, megapixels: 1)).code
        == .tooManyPages)
    #expect(
      try refusal(bytes, IngestLimits(bytes: 1 << 20, pages: 1, megapixels: 0)).code
        == .tooManyPixels)
  }

  @Test func `exactly as many pixels as allowed are allowed`() throws {
    var bytes = TIFFBytes()
    bytes.append(width: 1000, height: 1000, bits: 1, [UInt8](repeating: 0, count: 125_000))
    let file = try Scratch(bytes.bytes)
    let limits = IngestLimits(bytes: 1 << 20, pages: 1, megapixels: 1)
    #expect(try scan(at: file.path, limits: limits).pages.count == 1)
  }

  @Test func `headers of monstrous size are refused in every format`() throws {
    var tiff = TIFFBytes()
    tiff.append(width: 0x7FFF_FFFF, height: 0x7FFF_FFFF, bits: 1, [0])
    let png = PNGBytes.file(width: 0x7FFF_FFFF, height: 0x7FFF_FFFF, bits: 8, kind: 6, rows: [[0]])
    var jpeg = try encodedJPEG(
      .gray(GrayImage(width: 8, height: 8, pixels: [UInt8](repeating: 9, count: 64))), quality: 90)
    let frame = try #require(
      jpeg.indices.dropLast().first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 })
    jpeg.replaceSubrange(frame + 5..<frame + 9, with: [0xFF, 0xFF, 0xFF, 0xFF])
    for bytes in [png, jpeg, tiff.bytes] {
      #expect([.tooManyPixels, .damaged].contains(try refusal(bytes).code))
    }
    #expect(try refusal(png).code == .tooManyPixels)
    #expect(try refusal(jpeg).code == .tooManyPixels)
  }

  @Test(arguments: [0, 1])
  func `a chain of frames that runs in a circle is damaged`(back: Int) throws {
    var bytes = Self.small
    bytes.append(width: 3, height: 2, TIFFPageTests.six)
    bytes.linkLast(to: bytes.directories[back])
    #expect(try refusal(bytes.bytes).code == .damaged)
  }

  @Test func `a chain that leads out of the file is damaged`() throws {
    var bytes = Self.small
    bytes.linkLast(to: 1 << 30)
    #expect(try refusal(bytes.bytes).code == .damaged)
  }

  @Test func `pixels beyond the end of the file are damage, with the figures`() throws {
    var bytes = TIFFBytes()
    bytes.append(width: 3, height: 2, TIFFPageTests.six, [273: .long([1 << 20])])
    let error = try refusal(bytes.bytes)
    #expect(error.code == .damaged && error.page == 1)
    #expect(error.found == "goes on to byte \((1 << 20) + 6) of \(bytes.bytes.count)")
  }

  @Test func `floating-point samples are not supported`() throws {
    var bytes = TIFFBytes()
    bytes.append(
      width: 1, height: 1, bits: 32, [0, 0, 0, 0], [339: .short([3])])
    let file = try Scratch(bytes.bytes)
    let scan = try scan(at: file.path, limits: roomy)
    let error = try #require(throws: IngestError.self) { try page(1, of: scan, limits: roomy) }
    #expect(error.code == .unsupported && error.page == 1)
  }
}

struct GrowingTests {
  /// A PNG that ends in the middle of its pixels.
  private static let half = Array(
    PNGBytes.file(
      width: 4, height: 4, bits: 8, kind: 0, rows: [[UInt8]](repeating: [1, 2, 3, 4], count: 4)
    ).dropLast(20))

  @Test func `an unfinished file that grows while it is watched is growing`() throws {
    let file = try Scratch(Self.half)
    let probe = GrowthProbe(now: { 0 }) {
      // A failure shows in the expectation below.
      try? file.write(Self.half + [0])
    }
    let error = try #require(throws: IngestError.self) {
      try scan(at: file.path, limits: roomy, probe: probe)
    }
    #expect(error.code == .growing)
  }

  @Test func `an unfinished young file that does not grow is damaged`() throws {
    let file = try Scratch(Self.half)
    let error = try #require(throws: IngestError.self) {
      try scan(at: file.path, limits: roomy, probe: GrowthProbe(now: { 0 }, wait: {}))
    }
    #expect(error.code == .damaged)
  }

  @Test func `an old file is not watched`() throws {
    let file = try Scratch(Self.half)
    let probe = GrowthProbe(now: { .greatestFiniteMagnitude }) { Issue.record("watched") }
    #expect(throws: IngestError.self) { try scan(at: file.path, limits: roomy, probe: probe) }
  }

  @Test func `a file that changed its length or header after the survey is not decoded`() throws {
    var first = TIFFBytes()
    first.append(width: 3, height: 2, TIFFPageTests.six)
    var second = TIFFBytes()
    second.append(width: 2, height: 3, TIFFPageTests.six)
    let file = try Scratch(first.bytes)
    let scan = try scan(at: file.path, limits: roomy)
    try file.write(second.bytes)
    var error = try #require(throws: IngestError.self) { try page(1, of: scan, limits: roomy) }
    #expect(error.code == .growing)
    try file.write(first.bytes + [0])
    error = try #require(throws: IngestError.self) { try page(1, of: scan, limits: roomy) }
    #expect(error.code == .growing)
    error = try #require(throws: IngestError.self) { try embeddedStream(1, of: scan) }
    #expect(error.code == .growing)
  }

  @Test func `the digest is that of the file's bytes`() throws {
    var bytes = TIFFBytes()
    bytes.append(width: 3, height: 2, TIFFPageTests.six)
    let file = try Scratch(bytes.bytes)
    // By sha256sum.
    let digest = "da10c7801cf27fd62a89ab2a01506a1ea5fe960b91c3fea2f044a3d98abaa4d5"
    #expect(
      try scan(at: file.path, limits: roomy).fixity == Fixity(sha256: digest, byteCount: 128))
  }
}
