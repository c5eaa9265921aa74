import Imaging
import Ingest
import QPDF
import Recognition

/// What becomes of the old text layer of each page of a scan; nil for pages that bring none along.
func oldTexts(
  of part: ScanPart, text: [RecognizedPage?], limits: OldTextLimits
) throws(QPDFError) -> [OldText?] {
  guard part.scan.format == .pdf else { return part.pages.map { _ in nil } }
  let file = try PDFFile(path: part.scan.path)
  var found: [OldText?] = []
  for (index, fresh) in zip(part.pages, text) {
    let analysis = try file.analysis(ofPage: index)
    guard analysis.hasOldText else {
      found.append(nil)
      continue
    }
    let header = part.scan.pages[index]
    var measured: TextAgreement?
    if let fresh, let words = pdfTextWords(ofPage: index + 1, ofPDFAt: part.scan.path) {
      let boxes = analysis.boxes(of: words, header, on: fresh)
      measured = TextAgreement(of: boxes, with: fresh)
    }
    let isRemovable = try analysis.isOnePicture(header, in: file) && !part.scan.isSigned
    found.append(
      oldText(
        measured, fresh: fresh, isRemovable: isRemovable, isFragment: analysis.needsText(fresh),
        limits: limits))
  }
  return found
}

extension PageAnalysis {
  /// Whether text lies over or under pictures of paper: invisible, or visible where a picture covers it.
  ///
  /// The letters of a born-digital page are its content, not the work of an earlier OCR.
  var hasOldText: Bool {
    hiddenTextBytes > 0 || (content == .mixed && visibleTextBytes > 0)
  }

  /// Whether the page can be set anew as one picture without anything else of it.
  func isOnePicture(
    _ header: PageHeader, in file: borrowing PDFFile
  ) throws(QPDFError) -> Bool {
    guard header.container != .composite, singleImage != nil else { return false }
    return !redefinesColors(try file.object(id).entries ?? [:], file)
  }

  /// From pixels of the page as shown to user space.
  ///
  /// A rendered page is turned by /Rotate alone, an image by its matrix as well.
  func shownToUser(_ header: PageHeader, width: Double, height: Double) -> PDFMatrix {
    let isRendered = header.container == .composite
    return .shownToUser(
      turn: isRendered ? QuarterTurn(degrees: geometry.rotation) : header.orientation,
      shownWidth: width, shownHeight: height,
      placing: isRendered ? geometry.placing : singleImage?.matrix ?? geometry.placing)
  }

  /// Words in points of the crop box as shown, in pixels of the page as it was read.
  fileprivate func boxes(
    of words: [PDFTextWord], _ header: PageHeader, on fresh: RecognizedPage
  ) -> [(text: String, box: Box)] {
    let turn = QuarterTurn(degrees: geometry.rotation)
    let (width, height) =
      turn.swapsSides
      ? (geometry.cropBox.height, geometry.cropBox.width)
      : (geometry.cropBox.width, geometry.cropBox.height)
    let toUser = PDFMatrix.shownToUser(
      turn: turn, shownWidth: width, shownHeight: height, placing: geometry.placing)
    let shown = shownToUser(header, width: Double(fresh.width), height: Double(fresh.height))
    guard let toPixels = shown.inverse.map(toUser.then) else { return [] }
    return words.compactMap { word in
      let corners = [
        toPixels.apply(word.left, word.top), toPixels.apply(word.right, word.bottom),
      ]
      let xs = corners.map(\.x).sorted()
      let ys = corners.map(\.y).sorted()
      // A word far outside the page is in no place; numbers beyond this make no box.
      guard (xs + ys).allSatisfy({ abs($0) < 1e6 }) else { return nil }
      let box = Box(
        x: Int(xs[0].rounded()), y: Int(ys[0].rounded()), width: Int((xs[1] - xs[0]).rounded()),
        height: Int((ys[1] - ys[0]).rounded()))
      return (word.text, box)
    }
  }
}

/// Whether the page gives the device colour spaces another meaning, which a new page would lose.
private func redefinesColors(_ page: [String: PDFObject], _ file: borrowing PDFFile) -> Bool {
  let resources = file.resolved(page["Resources"]).entries ?? [:]
  let spaces = file.resolved(resources["ColorSpace"]).entries ?? [:]
  return ["DefaultGray", "DefaultRGB", "DefaultCMYK"].contains { spaces[$0] != nil }
}
