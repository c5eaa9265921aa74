import Imaging
import QPDF

/// Reads the headers of a PDF's pages; nothing is decoded or painted.
///
/// A PDF that is encrypted is refused even when the empty password opens it: an archive must not lock
/// its own copies (ISO 19005-2 6.1.3), and lifting a protection is for the person who set it.
func pdfScan(at path: String, fixity: Fixity, limits: IngestLimits) throws(IngestError)
  -> Scan
{
  let file = try openedPDF(path)
  let count: Int
  do throws(QPDFError) { count = try file.pageCount() } catch {
    throw IngestError(.damaged, file: path, found: "no readable page tree")
  }
  guard count > 0 else { throw IngestError(.noPages, file: path, found: "0 pages") }
  guard count <= limits.pages else {
    throw IngestError(.tooManyPages, file: path, found: "\(count) pages")
  }
  var pages: [PageHeader] = []
  for index in 1...count {
    let plan = try pagePlan(index, of: file, path: path, limits: limits)
    pages.append(plan.header)
  }
  return Scan(
    path: path, fixity: fixity, format: .pdf, pages: pages, isSigned: file.isSigned,
    claimedPDFA: file.claimedLevel)
}

/// Opens a PDF, with qpdf's failures told in the words of ingest.
func openedPDF(_ path: String) throws(IngestError) -> PDFFile {
  let file: PDFFile
  do throws(QPDFError) { file = try PDFFile(path: path) } catch {
    switch error.code {
    case .password: throw IngestError(.encrypted, file: path, found: "a password is needed")
    case .unreadable: throw IngestError(.unreadable, file: path, found: "cannot be opened")
    case .damaged, .tooLarge, .failed:
      throw IngestError(.damaged, file: path, found: "no readable structure")
    }
  }
  guard !file.isEncrypted else {
    throw IngestError(.encrypted, file: path, found: "encrypted, with an empty password")
  }
  return file
}

/// How one page of a PDF is read.
struct PDFPagePlan {
  let header: PageHeader
  let analysis: PageAnalysis
}

func pagePlan(
  _ index: Int, of file: borrowing PDFFile, path: String, limits: IngestLimits
) throws(IngestError) -> PDFPagePlan {
  let analysis: PageAnalysis
  do throws(QPDFError) { analysis = try file.analysis(ofPage: index - 1) } catch {
    throw IngestError(.damaged, file: path, page: index, found: "unreadable page object")
  }
  let header: PageHeader
  if let image = analysis.singleImage, image.facts.isReadable {
    header = imageHeader(index, image, analysis.geometry)
  } else {
    header = compositeHeader(index, analysis, limits: limits)
  }
  try checkSize(header.width, header.height, limits, file: path, page: index)
  return PDFPagePlan(header: header, analysis: analysis)
}

private func imageHeader(
  _ index: Int, _ image: PlacedImage, _ geometry: PageGeometry
) -> PageHeader {
  let facts = image.facts
  // The matrix turns counter-clockwise, the page clockwise.
  let turn =
    QuarterTurn(degrees: -(image.matrix.quarterTurn ?? 0)) + QuarterTurn(degrees: geometry.rotation)
  let x = Double(facts.width) / (image.matrix.xLength * geometry.userUnit / 72)
  let y = Double(facts.height) / (image.matrix.yLength * geometry.userUnit / 72)
  return PageHeader(
    index: index,
    width: turn.swapsSides ? facts.height : facts.width,
    height: turn.swapsSides ? facts.width : facts.height,
    bitsPerSample: facts.bitsPerComponent ?? 8,
    samplesPerPixel: facts.components ?? (facts.filters == ["JPXDecode"] ? 3 : 1),
    colorMode: facts.colorMode,
    declared: turn.swapsSides ? Resolution(x: y, y: x) : Resolution(x: x, y: y),
    orientation: turn, container: facts.container)
}

private func compositeHeader(
  _ index: Int, _ analysis: PageAnalysis, limits: IngestLimits
) -> PageHeader {
  let inches = analysis.geometry.shownInches
  // Beyond this a page is no sheet; the product must stay finite.
  let width = min(inches.width, 100_000)
  let height = min(inches.height, 100_000)
  let affordable = (Double(limits.megapixels) * 1_000_000 / (width * height)).squareRoot()
  // A hundredth less, so that rounding up both sides stays below the limit.
  let dpi = min(analysis.renderingDpi, affordable * 0.99)
  return PageHeader(
    index: index, width: max(1, Int((width * dpi).rounded())),
    height: max(1, Int((height * dpi).rounded())), bitsPerSample: 8, samplesPerPixel: 3,
    colorMode: .color, declared: Resolution(x: dpi, y: dpi), orientation: .none,
    container: .composite)
}

extension PageAnalysis {
  /// The resolution at which a page that is not one image is painted for measuring and OCR.
  ///
  /// Where nothing but images is painted and they cover half of the sheet or more, that of the finest
  /// which covers so much by itself (print may lie as a fine mask over coarse paper), else the mean
  /// over their area: a small stamp of 2400 dpi must not lift the page. Else 300 dpi, at which
  /// Tesseract reads print best.
  var renderingDpi: Double {
    let unit = geometry.userUnit / 72
    var area = 0.0
    var weighted = 0.0
    var finest = 0.0
    for image in images {
      guard let seen = image.matrix.unitSquareBounds.intersection(geometry.cropBox) else {
        continue
      }
      let width = image.matrix.xLength * unit
      let height = image.matrix.yLength * unit
      guard width > 0, height > 0 else { continue }
      let dpi =
        (Double(image.facts.width) / width * Double(image.facts.height) / height).squareRoot()
      area += seen.area
      weighted += seen.area * dpi
      if seen.area >= geometry.cropBox.area / 2 { finest = max(finest, dpi) }
    }
    guard area >= geometry.cropBox.area / 2, visibleTextBytes == 0, !paintsMore else { return 300 }
    return min(300, max(1, finest > 0 ? finest : weighted / area))
  }
}

extension ImageFacts {
  /// Whether the samples make a picture by themselves, be it through the renderer.
  var isReadable: Bool { !isStencil && !filters.contains("Crypt") }

  /// How the samples are stored; a stream behind two filters counts as samples.
  var container: PageContainer {
    if isMasked { return .samples }
    switch filters {
    case ["DCTDecode"], ["DCT"]: return .dct
    case ["CCITTFaxDecode"], ["CCF"]: return .ccitt
    case ["JBIG2Decode"]: return .jbig2
    case ["JPXDecode"]: return .jpx
    default: return .samples
    }
  }

  /// The kind of colour as stored; JPEG 2000 without a colour space is taken as colour.
  var colorMode: ColorMode {
    switch colorSpace {
    case .gray, .icc(components: 1): return bitsPerComponent == 1 ? .bilevel : .gray
    case .rgb, .cmyk, .icc: return .color
    case .indexed(_, let palette): return indexedMode(palette)
    case .other(let name):
      return name == "Lab" ? .color : (bitsPerComponent == 1 ? .bilevel : .color)
    case .none: return filters == ["JPXDecode"] ? .color : .bilevel
    }
  }

  private func indexedMode(_ palette: [UInt8]) -> ColorMode {
    guard case .indexed(let base, _) = colorSpace, base == 1 || base == 3 else { return .color }
    let isGray = base == 1 || Self.hasOnlyGreys(palette)
    guard isGray, !palette.isEmpty else { return .color }
    let isBlackAndWhite = palette.allSatisfy { $0 == 0 || $0 == 255 }
    return bitsPerComponent == 1 && isBlackAndWhite ? .bilevel : .gray
  }

  private static func hasOnlyGreys(_ palette: [UInt8]) -> Bool {
    for at in stride(from: 0, to: palette.count - 2, by: 3) {
      let red = palette[at]
      if red != palette[at + 1] || red != palette[at + 2] { return false }
    }
    return true
  }
}
