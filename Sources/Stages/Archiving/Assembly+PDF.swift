import Digest
import Imaging
import Ingest
import QPDF
import Recognition

extension Assembly {
  /// Appends one page of a source PDF.
  mutating func append(
    _ index: Int, of file: borrowing PDFFile, _ header: PageHeader, text: RecognizedPage?,
    oldText: OldText?
  ) throws(QPDFError) -> PagePair {
    let analysis = try file.analysis(ofPage: index)
    let source = try digest(of: analysis.images, in: file)
    guard let image = analysis.singleImage, oldText == nil || oldText?.decision == .replaced,
      try analysis.isOnePicture(header, in: file)
    else {
      let page = try keep(analysis, of: file, header, source: source, text: text, oldText)
      return PagePair(source: analysis.id, made: page, isCopy: true)
    }
    let (object, samples) = try embed(image.facts, of: file)
    pending.append(
      Pending(
        container: header.container, sourceSHA256: source, samplesSHA256: samples,
        keepsEverySample: true, sheetSize: .source, oldText: oldText))
    let page = try append(
      image: object, placing: image.matrix, sheet: analysis.geometry.sheet, text: text,
      shownToUser: analysis.shownToUser(
        header, width: Double(text?.width ?? header.width),
        height: Double(text?.height ?? header.height)))
    return PagePair(source: analysis.id, made: page, isCopy: false)
  }

  /// Copies a page as it is, with the text over it when it has none of its own that is believed.
  private mutating func keep(
    _ analysis: PageAnalysis, of file: borrowing PDFFile, _ header: PageHeader, source: String,
    text: RecognizedPage?, _ oldText: OldText?
  ) throws(QPDFError) -> ObjectID {
    pending.append(
      Pending(
        content: analysis.content, container: header.container, sourceSHA256: source,
        samplesSHA256: nil, keepsEverySample: true, sheetSize: .source, oldText: oldText))
    let map = analysis.shownToUser(
      header, width: Double(text?.width ?? 1), height: Double(text?.height ?? 1))
    let adds = oldText?.hasFreshText ?? analysis.needsText(text)
    let page = try append(
      pageOf: file, analysis.id, text: adds ? text : nil, shownToUser: map)
    for image in Set(analysis.images.map(\.facts.id)).sorted() {
      try forbidSmoothing(try draft.copy(image, of: file))
    }
    return page
  }

  /// Copies an image with its stored bytes; only a filter that PDF/A forbids is replaced.
  private mutating func embed(
    _ facts: ImageFacts, of file: borrowing PDFFile
  ) throws(QPDFError) -> (ObjectID, samplesSHA256: String?) {
    var image = try draft.copy(facts.id, of: file)
    var samples: String?
    if facts.filters.contains(where: { ["LZWDecode", "LZW"].contains($0) }) || facts.filters.isEmpty
    {
      let entries = try draft.object(image).entries ?? [:]
      let limit = facts.width * facts.height * 8 + (1 << 20)
      let bytes = try file.streamData(facts.id, .decoded, limit: limit)
      samples = SHA256.hex(of: bytes)
      let kept = entries.filter { !["DecodeParms", "Length"].contains($0.key) }
      image = try draft.addDeflated(kept, bytes: bytes)
    }
    // Hints and descriptions that change no sample, and that PDF/A forbids or would have to check.
    for key in [
      "Interpolate", "Metadata", "Name", "OPI", "Alternates", "StructParent", "PieceInfo",
    ] {
      try draft.set(key, of: image, to: .null)
    }
    let mask = try draft.object(image).entries?["SMask"]?.id
    if let mask { try draft.set("Interpolate", of: mask, to: .null) }
    return (image, samples)
  }

  /// Takes back the wish for smoothing from an image and its mask; no sample changes.
  private mutating func forbidSmoothing(_ image: ObjectID) throws(QPDFError) {
    try draft.set("Interpolate", of: image, to: .null)
    let entries = try draft.object(image).entries ?? [:]
    for mask in [entries["SMask"]?.id, entries["Mask"]?.id].compactMap({ $0 }) {
      try draft.set("Interpolate", of: mask, to: .null)
    }
  }
}

/// SHA-256 over the stored bytes of images, in painting order.
func digest(
  of images: [PlacedImage], in file: borrowing PDFFile
) throws(QPDFError) -> String {
  var digest = SHA256()
  var seen: Set<ObjectID> = []
  for image in images where seen.insert(image.facts.id).inserted {
    try file.streamData(image.facts.id, .stored) { digest.update($0) }
  }
  return digest.hex()
}

extension PageAnalysis {
  /// What the page is made of: pictures that cover a third of it or more are scans.
  ///
  /// A letterhead with a logo and printed text stays born-digital; a scan with a typed page number or a
  /// digital stamp over it stays a scan.
  var content: PageFidelity.Content {
    let sheet = max(1, geometry.cropBox.width * geometry.cropBox.height)
    let pictures = images.map(\.matrix.unitSquareBounds.area).max() ?? 0
    let isScanned = pictures > sheet / 3
    // A line of print has some forty letters.
    let isPrinted = visibleTextBytes > 80 || (paintsMore && !isScanned)
    if isScanned { return isPrinted && visibleTextBytes > 80 ? .mixed : .scan }
    return isPrinted ? .bornDigital : .scan
  }

  /// Whether the page lacks the text that was read: a page with text of its own keeps only that.
  ///
  /// Two layers of the same words would double every search. A page number or a digital stamp over a
  /// scan is not the page's text: half of what was read, counted in characters, is the line.
  func needsText(_ text: RecognizedPage?) -> Bool {
    let read = text?.words.reduce(0) { $0 + $1.text.count } ?? 0
    return read > 0 && (visibleTextBytes + hiddenTextBytes) * 2 < read
  }
}

extension PageGeometry {
  /// From the unit square to the part of the sheet that is shown.
  var placing: PDFMatrix {
    PDFMatrix(cropBox.width, 0, 0, cropBox.height, cropBox.left, cropBox.bottom)
  }

  /// The entries of a page dictionary that give the sheet.
  fileprivate var sheet: [String: PDFObject] {
    var entries: [String: PDFObject] = ["MediaBox": mediaBox.object]
    if cropBox != mediaBox { entries["CropBox"] = cropBox.object }
    if rotation != 0 { entries["Rotate"] = .integer(rotation) }
    if userUnit != 1 { entries["UserUnit"] = .real(userUnit) }
    return entries
  }
}

/// SHA-256 over the decoded samples of an image.
func samplesDigest(of image: PlacedImage, in file: borrowing PDFFile) throws(QPDFError) -> String {
  var digest = SHA256()
  try file.streamData(image.facts.id, .decoded) { digest.update($0) }
  return digest.hex()
}
