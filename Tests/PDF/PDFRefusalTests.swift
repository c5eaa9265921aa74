import Foundation
import Ingest
import QPDF
import Testing

private let limits = IngestLimits(bytes: 1 << 24, pages: 20, megapixels: 20)

@Suite struct `What a PDF is refused for` {
  let folder: Folder

  init() throws { folder = try Folder() }

  func code(_ path: String, _ limits: IngestLimits = limits) -> IngestError.Code? {
    do {
      _ = try scan(at: path, limits: limits)
      return nil
    } catch {
      return error.code
    }
  }

  /// A document by hand, without a cross-reference table: qpdf mends that.
  func written(_ trailer: String, pages: String = "[3 0 R]") throws -> String {
    let text = """
      %PDF-1.4
      1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
      2 0 obj <</Type /Pages /Kids \(pages) /Count 1>> endobj
      3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 72 72]>> endobj
      trailer <</Root 1 0 R /Size 4 \(trailer)>>
      startxref
      0
      %%EOF
      """
    return try folder.file("hand.pdf", Array(text.utf8))
  }

  @Test func `a table of objects that is missing is mended`() throws {
    #expect(code(try written("")) == nil)
  }

  @Test func `a password`() throws {
    let key = String(repeating: "ab", count: 32)
    let encrypt = "/Encrypt <</Filter /Standard /V 1 /R 2 /O <\(key)> /U <\(key)> /P -4>>"
    #expect(code(try written("\(encrypt) /ID [<00> <00>]")) == .encrypted)
  }

  @Test func `encryption that the empty password opens`() throws {
    let plain = folder.file("plain.pdf")
    try makePDF(plain, [TestPage(content: "")])
    let locked = folder.file("locked.pdf")
    let tool = Process()
    tool.executableURL = URL(fileURLWithPath: "/usr/bin/qpdf")
    tool.arguments = ["--encrypt", "", "owner", "256", "--", plain, locked]
    try tool.run()
    tool.waitUntilExit()
    #expect(code(locked) == .encrypted)
  }

  @Test func `no pages`() throws {
    let path = folder.file("none.pdf")
    try makePDF(path, [])
    #expect(code(path) == .noPages)
  }

  @Test func `no structure behind the header`() throws {
    #expect(code(try folder.file("bad.pdf", Array("%PDF-1.4\nnothing\n".utf8))) == .damaged)
  }

  @Test func `a sheet without area`() throws {
    let path = folder.file("flat.pdf")
    try makePDF(path, [TestPage(content: "", box: (0, 72))])
    #expect(code(path) == .damaged)
  }

  @Test func `more pages than allowed`() throws {
    let path = folder.file("many.pdf")
    try makePDF(path, [TestPage](repeating: TestPage(content: ""), count: 21))
    #expect(code(path) == .tooManyPages)
  }

  @Test func `more pixels than allowed, without decoding them`() throws {
    var image = try TestImage.gray(1, 1, [0])
    image.entries["Width"] = .integer(100_000)
    image.entries["Height"] = .integer(100_000)
    let path = folder.file("huge.pdf")
    try makePDF(path, [TestPage(image: image)])
    #expect(code(path) == .tooManyPixels)
  }

  @Test func `forms that call themselves and each other end as a page that is painted`() throws {
    let path = folder.file("knot.pdf")
    var draft = try PDFDraft()
    let content = Array(String(repeating: "/F Do ", count: 60).utf8)
    let form = try draft.addStream(
      ["Subtype": .name("Form"), "BBox": .array([0, 0, 9, 9].map { .integer($0) })],
      bytes: content)
    let resources = PDFObject.dictionary(["XObject": .dictionary(["F": .reference(form)])])
    try draft.set("Resources", of: form, to: resources)
    let top = try draft.addStream([:], bytes: content)
    try draft.append(
      page: try draft.add(
        .dictionary([
          "Type": .name("Page"), "MediaBox": .array([0, 0, 72, 72].map { .integer($0) }),
          "Contents": .reference(top), "Resources": resources,
        ])))
    try draft.write(to: path)
    let started = ContinuousClock.now
    #expect(try scan(at: path, limits: limits).pages[0].container == .composite)
    #expect(started.duration(to: .now) < .seconds(60))
  }

  @Test func `content that inflates without end is a page that is painted`() throws {
    let path = folder.file("bomb.pdf")
    var draft = try PDFDraft()
    let content = try draft.addDeflated(bytes: [UInt8](repeating: 0x20, count: 64 << 20))
    try draft.append(
      page: try draft.add(
        .dictionary([
          "Type": .name("Page"), "MediaBox": .array([0, 0, 72, 72].map { .integer($0) }),
          "Contents": .reference(content),
        ])))
    try draft.write(to: path)
    #expect(try scan(at: path, limits: limits).pages[0].container == .composite)
  }
}

@Suite struct `What a PDF says of itself` {
  let folder: Folder

  init() throws { folder = try Folder() }

  func isSigned(_ form: PDFObject?) throws -> Bool {
    let path = folder.file("form.pdf")
    try makePDF(path, [TestPage(content: "")], catalog: form.map { ["AcroForm": $0] } ?? [:])
    return try scan(at: path, limits: limits).isSigned
  }

  @Test func `a field of signature kind with a value is a signature`() throws {
    let value = PDFObject.dictionary(["Type": .name("Sig")])
    let field = PDFObject.dictionary(["FT": .name("Sig"), "V": value])
    #expect(try isSigned(.dictionary(["Fields": .array([field])])))
    let kid = PDFObject.dictionary(["V": value])
    let parent = PDFObject.dictionary(["FT": .name("Sig"), "Kids": .array([kid])])
    #expect(try isSigned(.dictionary(["Fields": .array([parent])])))
  }

  @Test func `the flag for signatures is a signature`() throws {
    #expect(try isSigned(.dictionary(["Fields": .array([]), "SigFlags": .integer(3)])))
  }

  @Test func `an empty signature field and a filled text field are no signature`() throws {
    let empty = PDFObject.dictionary(["FT": .name("Sig")])
    let text = PDFObject.dictionary(["FT": .name("Tx"), "V": .text("x")])
    #expect(try !isSigned(.dictionary(["Fields": .array([empty, text])])))
    #expect(try !isSigned(nil))
  }
}
