import Digest
import Imaging
import Ingest
import QPDF
import Recognition

/// A PDF under construction: pages are appended in order, then the document's own objects.
struct Assembly: ~Copyable {
  /// What is known of a page before its bytes are written.
  struct Pending {
    var content = PageFidelity.Content.scan
    let container: PageContainer
    let sourceSHA256: String
    /// Digest of the samples that were packed again; nil when the stream is the scan's own.
    let samplesSHA256: String?
    let keepsEverySample: Bool
    let sheetSize: PageFidelity.SheetSize
    /// What became of a text layer that the page brought along.
    var oldText: OldText?
    /// What became of its links.
    var links = LinkCounts()
  }

  var draft: PDFDraft
  let alphabet: Alphabet
  /// The part of ISO 19005 that is aimed at: part 1 rests on PDF 1.4.
  let part: Int
  let font: ObjectID
  var pending: [Pending] = []
  /// The colour profiles of images, each added once.
  var profiles: [[UInt8]: ObjectID] = [:]
  /// When the first scan that says so was made, as PDF writes dates; no clock of ours.
  var created: String?
  /// The outline of the document and its uppermost bookmarks; nil while there are none.
  var outlineRoot: ObjectID?
  var topBookmarks: [ObjectID] = []

  init(alphabet: Alphabet, part: Int = 2) throws(QPDFError) {
    var draft = try PDFDraft()
    font = try alphabet.addFont(to: &draft)
    self.draft = draft
    self.alphabet = alphabet
    self.part = part
  }

  /// Appends pages of a scan, counted from 0, with one entry of `text` and `oldTexts` each.
  mutating func append(
    _ scan: Scan, pages: [Int], text: [RecognizedPage?], oldTexts: [OldText?],
    limits: IngestLimits
  ) throws(AssemblyFailure) {
    guard scan.format == .pdf else {
      for (index, text) in zip(pages, text) {
        try append(index, of: scan, text: text, limits: limits)
      }
      return
    }
    guard SHA256.hex(ofFile: scan.path) == scan.fixity.sha256 else { throw .changed }
    do throws(QPDFError) {
      let file = try PDFFile(path: scan.path)
      let info = file.resolved(try file.trailer()["Info"]).entries ?? [:]
      if created == nil { created = file.resolved(info["CreationDate"]).text }
      let before = pending.count
      var pairs: [PagePair] = []
      for (index, (text, old)) in zip(pages, zip(text, oldTexts)) {
        pairs.append(try append(index, of: file, scan.pages[index], text: text, oldText: old))
      }
      for (offset, count) in try relink(pairs, of: file).enumerated() {
        pending[before + offset].links = count
      }
    } catch {
      throw .writing(error)
    }
  }

  /// Appends a page that is one image and the text over it.
  @discardableResult mutating func append(
    image: ObjectID, placing matrix: PDFMatrix, sheet: [String: PDFObject], text: RecognizedPage?,
    shownToUser: PDFMatrix
  ) throws(QPDFError) -> ObjectID {
    try append(
      content: "q \(matrix.syntax) cm /Im0 Do Q\n", objects: ["Im0": .reference(image)],
      sheet: sheet, text: text, shownToUser: shownToUser)
  }

  /// Appends a page of operators over some objects, and the text over it.
  @discardableResult mutating func append(
    content: String, objects: [String: PDFObject], sheet: [String: PDFObject],
    text: RecognizedPage?, shownToUser: PDFMatrix
  ) throws(QPDFError) -> ObjectID {
    var content = Array(content.utf8)
    var resources: [String: PDFObject] = ["XObject": .dictionary(objects)]
    let layer = textLayer(text, shownToUser, font: TextLayer.usualFontName)
    if !layer.isEmpty {
      content += layer
      resources["Font"] = .dictionary([TextLayer.usualFontName: .reference(font)])
    }
    let contents = try draft.addDeflated(bytes: content)
    var page = sheet
    page["Type"] = .name("Page")
    page["Contents"] = .reference(contents)
    page["Resources"] = .dictionary(resources)
    let id = try draft.add(.dictionary(page))
    try draft.append(page: id)
    return id
  }

  /// Appends a page of a PDF as it is, with the text over it.
  mutating func append(
    pageOf file: borrowing PDFFile, _ id: ObjectID, text: RecognizedPage?, shownToUser: PDFMatrix
  ) throws(QPDFError) -> ObjectID {
    let page = try draft.copy(id, of: file)
    let entries = try draft.object(page).entries ?? [:]
    var resources = resolved(entries["Resources"]).entries ?? [:]
    var fonts = resolved(resources["Font"]).entries ?? [:]
    // A page that we wrote before has a font of that name, with other letters in it.
    var name = TextLayer.usualFontName
    while fonts[name] != nil { name += "2" }
    let layer = textLayer(text, shownToUser, font: name)
    if !layer.isEmpty {
      // The page's own content may leave the graphics state changed: it is put between q and Q.
      let before = try draft.addDeflated(bytes: Array("q\n".utf8))
      let after = try draft.addDeflated(bytes: Array("\nQ\n".utf8) + layer)
      let own = entries["Contents"]
      let parts = resolved(own).array ?? (own.map { [$0] } ?? [])
      try draft.set(
        "Contents", of: page, to: .array([.reference(before)] + parts + [.reference(after)]))
      fonts[name] = .reference(font)
      resources["Font"] = .dictionary(fonts)
      try draft.set("Resources", of: page, to: .dictionary(resources))
    }
    try draft.append(page: page)
    return page
  }

  private func textLayer(
    _ text: RecognizedPage?, _ shownToUser: PDFMatrix, font name: String
  ) -> [UInt8] {
    guard let text else { return [] }
    return TextLayer(page: text, shownToUser: shownToUser, alphabet: alphabet, fontName: name)
      .content
  }

  private func resolved(_ object: PDFObject?) -> PDFObject {
    guard let id = object?.id else { return object ?? .null }
    // What cannot be read is null, as in ISO 32000-1 7.3.10.
    return (try? draft.object(id)) ?? .null
  }
}
