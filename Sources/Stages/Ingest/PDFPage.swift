import Imaging
import QPDF

/// Decodes one page of a PDF, `index` from 0, turned the way the file asks a viewer to show it.
package func pdfPage(_ index: Int, of scan: Scan, limits: IngestLimits) throws(IngestError) -> Page
{
  let name = fileName(scan.path)
  let file = try openedPDF(scan.path)
  let plan = try pagePlan(index, of: file, name: name, limits: limits)
  guard index < scan.pages.count, plan.header == scan.pages[index] else {
    throw IngestError(.growing, file: name, page: index + 1, found: "changed since it was read")
  }
  guard plan.header.container != .composite, let image = plan.analysis.singleImage else {
    let rendering = PDFRendering(
      file: name, page: index + 1, width: plan.header.width, height: plan.header.height,
      isGray: false)
    let turn = QuarterTurn(degrees: plan.analysis.geometry.rotation)
    let image = try rendering.pixels(ofPDF: scan.path, page: index + 1, turn: turn)
    return Page(header: plan.header, image: image)
  }
  let (stored, quality) = try storedPixels(image.facts, of: file, name: name, page: index + 1)
  let turned = stored.turned(plan.header.orientation)
  return Page(header: plan.header, image: turned, jpegQuality: quality)
}

private func storedPixels(
  _ facts: ImageFacts, of file: borrowing PDFFile, name: String, page: Int
) throws(IngestError) -> (PageImage, Int?) {
  if let (image, quality) = decodedDirectly(facts, of: file),
    image.width == facts.width, image.height == facts.height
  {
    return (image, quality)
  }
  // Whatever our decoders do not take is painted by itself, pixel for pixel.
  let rendering = PDFRendering(
    file: name, page: page, width: facts.width, height: facts.height,
    isGray: facts.colorMode != .color)
  let image = try rendering.pixels(of: facts, in: file)
  return (facts.colorMode == .bilevel ? image.asBilevel : image, nil)
}

/// The pixels by our own decoders; nil when the renderer has to do it.
private func decodedDirectly(
  _ facts: ImageFacts, of file: borrowing PDFFile
) -> (PageImage, Int?)? {
  guard !facts.isMasked, facts.hasPlainDecode else { return nil }
  // A stored stream larger than its pixels is no scan: 4 bytes a pixel and some room for headers.
  let limit = facts.width * facts.height * 4 + (1 << 20)
  switch facts.container {
  case .dct:
    // CMYK, palettes and the like are left to the renderer.
    guard [1, 3].contains(facts.components), facts.bitsPerComponent == 8 else { return nil }
    return jpeg(facts, file, limit)
  case .ccitt: return ccitt(facts, file, limit)
  case .jpx:
    guard let bytes = try? file.streamData(facts.id, .stored, limit: limit),
      StatedSize.size(ofJPX: bytes) == [facts.width, facts.height],
      let image = try? decodedJPX(bytes)
    else { return nil }
    return (image, nil)
  case .samples:
    return pdfSamples(facts, of: file).map { ($0, nil) }
  case .jbig2, .composite: return nil
  }
}

private func jpeg(
  _ facts: ImageFacts, _ file: borrowing PDFFile, _ limit: Int
) -> (PageImage, Int?)? {
  // The header is read first: a small dictionary may stand before a huge picture.
  guard let bytes = try? file.streamData(facts.id, .stored, limit: limit),
    StatedSize.size(ofJPEG: bytes) == [facts.width, facts.height],
    let (image, quality) = try? decodedJPEG(bytes)
  else { return nil }
  return (image, quality)
}

private func ccitt(
  _ facts: ImageFacts, _ file: borrowing PDFFile, _ limit: Int
) -> (PageImage, Int?)? {
  let parms = facts.parameters.first ?? [:]
  guard parms["Columns"]?.integer ?? 1728 == facts.width,
    let bytes = try? file.streamData(facts.id, .stored, limit: limit),
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
