import Imaging
import QPDF
import TurboJPEG

/// Decodes one page of a PDF, turned the way the file asks a viewer to show it.
func pdfPage(_ index: Int, of scan: Scan, limits: IngestLimits) throws(IngestError) -> Page {
  let file = try openedPDF(scan.path)
  let plan = try pagePlan(index, of: file, path: scan.path, limits: limits)
  guard plan.header == scan.pages[index - 1] else {
    throw IngestError(.growing, file: scan.path, page: index, found: "changed since it was read")
  }
  guard plan.header.container != .composite, let image = plan.analysis.singleImage else {
    let rendering = PDFRendering(
      file: scan.path, page: index, width: plan.header.width, height: plan.header.height,
      isGray: false)
    let turn = QuarterTurn(degrees: plan.analysis.geometry.rotation)
    let image = try rendering.pixels(ofPDF: scan.path, page: index, turn: turn)
    return Page(header: plan.header, image: image)
  }
  let (stored, quality) = try storedPixels(image.facts, of: file, path: scan.path, page: index)
  let turned = stored.turned(plan.header.orientation)
  return Page(header: plan.header, image: turned, jpegQuality: quality)
}

private func storedPixels(
  _ facts: ImageFacts, of file: borrowing PDFFile, path: String, page: Int
) throws(IngestError) -> (PageImage, Int?) {
  let direct: (image: PageImage, quality: Int?)?
  do throws(DecodingFailure) { direct = try decodedDirectly(facts, of: file) } catch {
    throw IngestError(.damaged, file: path, page: page, found: error.found)
  }
  if let direct, direct.image.width == facts.width, direct.image.height == facts.height {
    return direct
  }
  // Whatever our decoders do not take is painted by itself, pixel for pixel.
  let rendering = PDFRendering(
    file: path, page: page, width: facts.width, height: facts.height,
    isGray: facts.colorMode != .color)
  let image = try rendering.pixels(of: facts, in: file)
  return (facts.colorMode == .bilevel ? image.asBilevel : image, nil)
}

/// The pixels by our own decoders; nil when the renderer has to do it.
private func decodedDirectly(
  _ facts: ImageFacts, of file: borrowing PDFFile
) throws(DecodingFailure) -> (image: PageImage, quality: Int?)? {
  guard !facts.isMasked, facts.hasPlainDecode else { return nil }
  switch facts.container {
  case .dct: return try jpeg(facts, file)
  case .ccitt: return ccitt(facts, file)
  case .jpx: return jpx(facts, file)
  case .samples: return pdfSamples(facts, of: file).map { ($0, nil) }
  case .jbig2, .composite: return nil
  }
}

/// A stored stream larger than its pixels is no scan: 4 bytes a pixel and some room for headers.
private func storedBytes(_ facts: ImageFacts, _ file: borrowing PDFFile) -> [UInt8]? {
  // A stream that cannot be read is left to the renderer, whose failure is told.
  try? file.streamData(
    facts.id, .stored, limit: facts.width * facts.height * 4 + (1 << 20))
}

/// CMYK, palettes and unusual codings are left to the renderer; damage is told, because a renderer
/// fills what is missing with grey and says nothing.
private func jpeg(
  _ facts: ImageFacts, _ file: borrowing PDFFile
) throws(DecodingFailure) -> (image: PageImage, quality: Int?)? {
  // The header is read first: a small dictionary may stand before a huge picture.
  guard let components = facts.components, [1, 3].contains(components),
    facts.parameters.first?.isEmpty ?? true, facts.bitsPerComponent == 8,
    let bytes = storedBytes(facts, file), let header = try? JPEGHeader(of: bytes),
    header.width == facts.width, header.height == facts.height, header.components == components,
    header.precision == 8, !header.isArithmetic, header.componentNames != [0x52, 0x47, 0x42]
  else { return nil }
  return try decodedJPEG(bytes)
}

private func jpx(_ facts: ImageFacts, _ file: borrowing PDFFile) -> (
  image: PageImage, quality: Int?
)? {
  guard let bytes = storedBytes(facts, file), pdfJPXSize(bytes) == [facts.width, facts.height],
    // Kinds of JPEG 2000 that our decoder does not know are left to the renderer.
    let image = try? decodedJPX(bytes)
  else { return nil }
  return (image, nil)
}

/// Scanners state more rows than they send: such a stream is left to the renderer, which fills the
/// rest with white as every viewer does.
private func ccitt(
  _ facts: ImageFacts, _ file: borrowing PDFFile
) -> (image: PageImage, quality: Int?)? {
  let parms = facts.parameters.first ?? [:]
  guard parms["Columns"]?.integer ?? 1728 == facts.width,
    let bytes = storedBytes(facts, file),
    let image = try? decodedCCITT(
      bytes, k: parms["K"]?.integer ?? 0, columns: facts.width, rows: facts.height,
      blackIs1: parms["BlackIs1"]?.bool ?? false,
      byteAlign: parms["EncodedByteAlign"]?.bool ?? false)
  else { return nil }
  return (.bilevel(image), nil)
}

extension PageImage {
  /// A grey picture of a bilevel page, with the in-between values of a renderer sent to one side.
  fileprivate var asBilevel: PageImage {
    let gray = luminance
    return .bilevel(
      GrayImage(
        width: gray.width, height: gray.height, pixels: gray.pixels.map { $0 < 128 ? 0 : 255 }))
  }
}
