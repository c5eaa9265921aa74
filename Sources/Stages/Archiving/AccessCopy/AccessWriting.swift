import Foundation
import Imaging
import Ingest
import QPDF
import Recognition
import TIFF
import TurboJPEG

/// An access copy under construction.
struct AccessWriting: ~Copyable {
  private var assembly: Assembly
  private let form: AccessForm
  private let limits: IngestLimits
  private let scratch: String

  /// JPEG qualities and the dots an inch of paper that an effort is made of.
  private struct Packing {
    /// Paper needs little: its grain is noise, and print lies in the mask.
    let paperQuality: Int
    /// Paper at 75 dots an inch shows its stains and folds.
    let paperDpi: Double
    /// Above 85 nobody sees what JPEG does to a seal; recognisers do.
    let boxQuality: Int
    /// How many times smaller than its scan a page of print, or one with boxes, is to be if it can.
    let leastGain: (plain: Int, boxed: Int)
    /// Of a page that is one JPEG.
    let pageQuality: Int

    init(_ effort: AccessEffort) {
      let isRich = effort == .rich
      paperQuality = isRich ? 50 : 35
      paperDpi = isRich ? 150 : 75
      boxQuality = isRich ? 92 : 85
      leastGain = effort == .small ? (8, 4) : (2, 2)
      pageQuality = isRich ? 65 : 50
    }
  }

  /// From here on whole pixels cut letters finely enough.
  private static let fineDpi = 400.0

  init(_ assembly: consuming Assembly, form: AccessForm, limits: IngestLimits, scratch: String) {
    self.assembly = assembly
    self.form = form
    self.limits = limits
    self.scratch = scratch
  }

  mutating func finish(_ metadata: PDFMetadata, to path: String) throws(QPDFError) {
    try assembly.write(metadata, attaching: nil, claiming: .pdfA2u, to: path)
  }

  mutating func append(
    _ index: Int, of scan: Scan, text: RecognizedPage?, oldText: OldText?, as number: Int,
    effort: AccessEffort
  ) throws(AssemblyFailure) -> AccessPage {
    let header = scan.pages[index]
    let source = try pictureBytes(index, of: scan)
    if effort != .none, ![.composite, .ccitt, .jbig2].contains(header.container),
      let packed = try packed(index, of: scan, text: text, Packing(effort), source),
      packed.byteCount * 2 <= source
    {
      do throws(QPDFError) { try append(packed, header, text) } catch { throw .writing(error) }
      return AccessPage(
        page: number, form: form, sourceBytes: source, byteCount: packed.byteCount,
        keptBoxes: packed.boxes.count)
    }
    try assembly.append(scan, pages: [index], text: [text], oldTexts: [oldText], limits: limits)
    return AccessPage(
      page: number, form: nil, sourceBytes: source, byteCount: source, keptBoxes: 0)
  }

  /// The pictures of one page, packed.
  private struct Packed {
    let width: Int
    let height: Int
    let background: [UInt8]
    let backgroundSize: (width: Int, height: Int)
    /// Group 4 rows of print, nil for a page that is one JPEG.
    var mask: [UInt8]?
    var maskSize = (width: 0, height: 0)
    var ink: (red: UInt8, green: UInt8, blue: UInt8)?
    var boxes: [(box: Box, jpeg: [UInt8])] = []

    var byteCount: Int {
      background.count + (mask?.count ?? 0) + boxes.reduce(0) { $0 + $1.jpeg.count }
    }
  }

  private func packed(
    _ index: Int, of scan: Scan, text: RecognizedPage?, _ packing: Packing, _ source: Int
  ) throws(AssemblyFailure) -> Packed? {
    let page: Page
    do throws(IngestError) { page = try Ingest.page(index + 1, of: scan, limits: limits) } catch {
      throw .reading(error)
    }
    guard let image = page.image.inColor else { return nil }
    do throws(JPEGError) {
      switch form {
      case .recompress:
        return Packed(
          width: image.width, height: image.height,
          background: try encodedJPEG(
            page.image, quality: packing.pageQuality, progressive: true, chroma: .half),
          backgroundSize: (image.width, image.height))
      case .mrc:
        return try layered(image, page.header, text, packing, source: source)
      }
    } catch {
      return nil  // what cannot be packed stays as it is
    }
  }

  private func layered(
    _ image: ColorImage, _ header: PageHeader, _ text: RecognizedPage?, _ packing: Packing,
    source: Int
  ) throws(JPEGError) -> Packed? {
    let dpi = header.declared?.x ?? 200
    let layers = PageLayers(
      image, words: text?.words.map(\.box) ?? [],
      scale: max(2, Int((dpi / packing.paperDpi).rounded())))
    // A page that is mostly seal and hand gains nothing from layers.
    let kept = layers.boxes.reduce(0) { $0 + $1.area }
    guard kept * 5 < image.width * image.height * 2 else { return nil }
    let background = layers.background
    var packed = Packed(
      width: image.width, height: image.height,
      background: try encodedJPEG(
        .color(background), quality: packing.paperQuality, progressive: true, chroma: .half),
      backgroundSize: (background.width, background.height), ink: layers.ink)
    for box in layers.boxes {
      guard let crop = PageImage.color(image).cropped(to: box) else { continue }
      packed.boxes.append(
        (box, try encodedJPEG(crop, quality: packing.boxQuality, progressive: true)))
    }
    // The finer mask where it is worth having and the copy stays as small as it is meant to be.
    let budget = source / (packed.boxes.isEmpty ? packing.leastGain.plain : packing.leastGain.boxed)
    for isFine in dpi < Self.fineDpi ? [true, false] : [false] {
      let mask = layers.mask(isFine: isFine)
      guard let coded = groupFour(mask) else { return nil }
      (packed.mask, packed.maskSize) = (coded, (mask.width, mask.height))
      if packed.byteCount <= budget { break }
    }
    return packed
  }

  /// A mask in Group 4, decoded again and compared; nil when it did not come back the same.
  private func groupFour(_ mask: PrintMask) -> [UInt8]? {
    var layout = TIFFLayout(width: mask.width, height: mask.height)
    (layout.channels, layout.bits, layout.compression, layout.photometric) = (0, 1, 4, 0)
    // A scratch file that cannot be removed costs its bytes.
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    guard writeTIFF(mask.bytes, as: layout, to: scratch) else { return nil }
    do throws(TIFFError) {
      var file = try TIFFFile.opened(at: scratch)
      guard let frame = try file.frames(limit: 1).first, let stream = try file.rawStream(of: frame)
      else { return nil }
      let coding = CCITTCoding(
        k: -1, columns: mask.width, rows: mask.height, blackIs1: false, byteAlign: false)
      return mask.isShown(by: try decodedCCITT(stream.bytes, as: coding)) ? stream.bytes : nil
    } catch {
      return nil
    }
  }

  /// Bytes of a page's pictures in its scan.
  private func pictureBytes(_ index: Int, of scan: Scan) throws(AssemblyFailure) -> Int {
    guard scan.format == .pdf else { return scan.fixity.byteCount / scan.pages.count }
    do throws(QPDFError) {
      let file = try PDFFile(path: scan.path)
      let images = Set(try file.analysis(ofPage: index).images.map(\.facts.id))
      var sum = 0
      for image in images {
        sum += file.resolved(try file.object(image).entries?["Length"]).integer ?? 0
      }
      return sum
    } catch {
      throw .writing(error)
    }
  }

  /// Appends a page as it is shown, at the size that its resolution gives.
  private mutating func append(
    _ packed: Packed, _ header: PageHeader, _ text: RecognizedPage?
  ) throws(QPDFError) {
    let size = SheetSize(width: packed.width, height: packed.height, declared: header.declared)
    let sheet = PDFMatrix(size.width, 0, 0, size.height, 0, 0)
    var objects: [String: PDFObject] = [:]
    var content = "q \(sheet.syntax) cm /Paper Do Q\n"
    objects["Paper"] = .reference(
      try picture(packed.background, packed.backgroundSize.width, packed.backgroundSize.height))
    if let mask = packed.mask, let ink = packed.ink {
      let color = [ink.red, ink.green, ink.blue].map {
        PDFObject.decimal(Double($0) / 255, places: 3)
      }
      content += "q \(color.joined(separator: " ")) rg \(sheet.syntax) cm /Print Do Q\n"
      objects["Print"] = .reference(
        try assembly.draft.addStream(
          [
            "Type": .name("XObject"), "Subtype": .name("Image"), "ImageMask": .bool(true),
            "Width": .integer(packed.maskSize.width),
            "Height": .integer(packed.maskSize.height),
            "BitsPerComponent": .integer(1), "Filter": .name("CCITTFaxDecode"),
            "DecodeParms": .dictionary([
              "K": .integer(-1), "Columns": .integer(packed.maskSize.width),
              "Rows": .integer(packed.maskSize.height),
            ]),
          ], bytes: mask))
    }
    for (index, kept) in packed.boxes.enumerated() {
      let (x, y) = (size.width / Double(packed.width), size.height / Double(packed.height))
      let place = PDFMatrix(
        Double(kept.box.width) * x, 0, 0, Double(kept.box.height) * y, Double(kept.box.x) * x,
        size.height - Double(kept.box.maxY) * y)
      content += "q \(place.syntax) cm /Box\(index) Do Q\n"
      objects["Box\(index)"] = .reference(try picture(kept.jpeg, kept.box.width, kept.box.height))
    }
    try assembly.append(
      content: content, objects: objects,
      sheet: [
        "MediaBox": PDFRectangle(left: 0, bottom: 0, right: size.width, top: size.height).object
      ], text: text,
      shownToUser: .shownToUser(
        turn: .none, shownWidth: Double(text?.width ?? packed.width),
        shownHeight: Double(text?.height ?? packed.height), placing: sheet))
  }

  private mutating func picture(
    _ jpeg: [UInt8], _ width: Int, _ height: Int
  ) throws(QPDFError) -> ObjectID {
    // The header of the JPEG says how many channels it has: grey pages have one.
    let components = (try? JPEGHeader(of: jpeg))?.components ?? 3
    return try assembly.draft.addStream(
      [
        "Type": .name("XObject"), "Subtype": .name("Image"), "Width": .integer(width),
        "Height": .integer(height), "BitsPerComponent": .integer(8),
        "ColorSpace": .name(components == 1 ? "DeviceGray" : "DeviceRGB"),
        "Filter": .name("DCTDecode"),
      ], bytes: jpeg)
  }
}

extension PageImage {
  /// The page in three channels; nil for a bilevel one, which nothing makes smaller.
  fileprivate var inColor: ColorImage? {
    switch self {
    case .color(let image): image
    case .gray(let image):
      ColorImage(
        width: image.width, height: image.height, pixels: image.pixels.flatMap { [$0, $0, $0] })
    case .bilevel: nil
    }
  }
}
