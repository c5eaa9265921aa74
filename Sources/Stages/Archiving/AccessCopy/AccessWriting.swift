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
    /// Above 85 nobody sees what JPEG does to a seal, recognisers do; never finer than the scan's own.
    let boxQuality: Int
    /// Of a page that is one JPEG.
    let pageQuality: Int
    /// How print may be kept, the finest first.
    let forms: [PrintForm]
    /// What is kept of print pixel for pixel.
    let keptPrint: [Box]

    init(_ plan: AccessPlan, dpi: Double) {
      let isRich = plan.effort == .rich
      paperQuality = isRich ? 50 : 35
      paperDpi = isRich ? 150 : 75
      boxQuality = isRich ? 92 : 85
      pageQuality = isRich ? 65 : 50
      forms =
        switch plan.effort {
        case .small: dpi < AccessWriting.fineDpi ? [.fine, .whole] : [.whole]
        case .graded, .rich, .none: [.graded]
        }
      keptPrint = plan.keptPrint
    }
  }

  /// From here on whole pixels cut letters finely enough.
  fileprivate static let fineDpi = 400.0

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
    _ plan: AccessPlan
  ) throws(AssemblyFailure) -> AccessPage {
    let header = scan.pages[index]
    let source = try SourcePictures(index, of: scan)
    if plan.effort != .none, ![.composite, .ccitt, .jbig2].contains(header.container),
      let packed = try packed(index, of: scan, text: text, plan, source),
      packed.byteCount * 2 <= source.byteCount
    {
      do throws(QPDFError) { try append(packed, header, text) } catch { throw .writing(error) }
      return AccessPage(
        page: number, form: form, sourceBytes: source.byteCount, byteCount: packed.byteCount,
        keptBoxes: packed.inkRegions, keptPrint: plan.keptPrint.count)
    }
    try assembly.append(scan, pages: [index], text: [text], oldTexts: [oldText], limits: limits)
    return AccessPage(
      page: number, form: nil, sourceBytes: source.byteCount, byteCount: source.byteCount,
      keptBoxes: 0, keptPrint: 0)
  }

  /// The pictures of one page, packed.
  private struct Packed {
    let width: Int
    let height: Int
    let background: [UInt8]
    let backgroundSize: (width: Int, height: Int)
    /// Print in the order that it is painted, none for a page that is one JPEG.
    var print: [PrintLayer] = []
    /// What is kept pixel for pixel.
    var kept: [(box: Box, jpeg: [UInt8], hidden: PrintMask?)] = []
    /// How many regions of seals, signatures and handwriting there are.
    var inkRegions = 0

    var byteCount: Int {
      background.count + print.reduce(0) { $0 + $1.rows.count }
        + kept.reduce(0) { $0 + $1.jpeg.count + ($1.hidden?.bytes.count ?? 0) }
    }
  }

  /// A mask of print in Group 4 and its one colour.
  private struct PrintLayer {
    let rows: [UInt8]
    let width: Int
    let height: Int
    let color: RGB
  }

  private func packed(
    _ index: Int, of scan: Scan, text: RecognizedPage?, _ plan: AccessPlan,
    _ source: SourcePictures
  ) throws(AssemblyFailure) -> Packed? {
    let page: Page
    do throws(IngestError) { page = try Ingest.page(index + 1, of: scan, limits: limits) } catch {
      throw .reading(error)
    }
    guard let image = page.image.inColor else { return nil }
    let dpi = page.header.declared?.x ?? 200
    let packing = Packing(plan, dpi: dpi)
    do throws(JPEGError) {
      switch form {
      case .recompress:
        return Packed(
          width: image.width, height: image.height,
          background: try encodedJPEG(
            page.image, quality: packing.pageQuality, progressive: true, chroma: .half),
          backgroundSize: (image.width, image.height))
      case .mrc:
        return try layered(image, dpi: dpi, text, packing, source)
      }
    } catch {
      return nil  // what cannot be packed stays as it is
    }
  }

  private func layered(
    _ image: ColorImage, dpi: Double, _ text: RecognizedPage?, _ packing: Packing,
    _ source: SourcePictures
  ) throws(JPEGError) -> Packed? {
    let scale = max(2, Int((dpi / packing.paperDpi).rounded()))
    let layers = PageLayers(
      image, words: text?.words.map(\.box) ?? [], keeping: packing.keptPrint, scale: scale)
    // A page that is mostly seal and hand gains nothing from layers.
    guard layers.kept.area * 5 < image.width * image.height * 2 else { return nil }
    let background = layers.background
    var packed = Packed(
      width: image.width, height: image.height,
      background: try encodedJPEG(
        .color(background), quality: packing.paperQuality, progressive: true, chroma: .half),
      backgroundSize: (background.width, background.height))
    packed.inkRegions = layers.inkRegions
    for region in layers.kept.regions {
      guard let picture = layers.picture(of: region, in: image, scale: scale) else { continue }
      let jpeg = try encodedJPEG(
        .color(picture), quality: min(packing.boxQuality, source.quality ?? 100), progressive: true,
        chroma: source.chroma)
      packed.kept.append((region.box, jpeg, region.hidden))
    }
    // The finer print where it is worth having and the copy stays as small as it is meant to be.
    let gain = packed.inkRegions == 0 ? AccessPage.meantGain.plain : AccessPage.meantGain.boxed
    let budget = source.byteCount / gain
    for form in packing.forms {
      var print: [PrintLayer] = []
      for layer in layers.print(form) {
        guard let rows = groupFour(layer.mask) else { return nil }
        print.append(
          PrintLayer(
            rows: rows, width: layer.mask.width, height: layer.mask.height, color: layer.color))
      }
      packed.print = print
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
    for (index, layer) in packed.print.enumerated() {
      let color = [layer.color.red, layer.color.green, layer.color.blue].map {
        PDFObject.decimal(Double($0) / 255, places: 3)
      }
      content += "q \(color.joined(separator: " ")) rg \(sheet.syntax) cm /Print\(index) Do Q\n"
      objects["Print\(index)"] = .reference(
        try assembly.draft.addStream(
          [
            "Type": .name("XObject"), "Subtype": .name("Image"), "ImageMask": .bool(true),
            "Width": .integer(layer.width), "Height": .integer(layer.height),
            "BitsPerComponent": .integer(1), "Filter": .name("CCITTFaxDecode"),
            "DecodeParms": .dictionary([
              "K": .integer(-1), "Columns": .integer(layer.width), "Rows": .integer(layer.height),
            ]),
          ], bytes: layer.rows))
    }
    for (index, kept) in packed.kept.enumerated() {
      let (box, (x, y)) = (
        kept.box, (size.width / Double(packed.width), size.height / Double(packed.height))
      )
      let place = PDFMatrix(
        Double(box.width) * x, 0, 0, Double(box.height) * y, Double(box.x) * x,
        size.height - Double(box.maxY) * y)
      content += "q \(place.syntax) cm /Box\(index) Do Q\n"
      objects["Box\(index)"] = .reference(
        try picture(kept.jpeg, box.width, box.height, hiding: kept.hidden))
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

  /// A picture, of which what is `hidden` shows what was painted before.
  private mutating func picture(
    _ jpeg: [UInt8], _ width: Int, _ height: Int, hiding hidden: PrintMask? = nil
  ) throws(QPDFError) -> ObjectID {
    // The header of the JPEG says how many channels it has: grey pages have one.
    let components = (try? JPEGHeader(of: jpeg))?.components ?? 3
    var entries: [String: PDFObject] = [
      "Type": .name("XObject"), "Subtype": .name("Image"), "Width": .integer(width),
      "Height": .integer(height), "BitsPerComponent": .integer(8),
      "ColorSpace": .name(components == 1 ? "DeviceGray" : "DeviceRGB"),
      "Filter": .name("DCTDecode"),
    ]
    if let hidden {
      entries["Mask"] = .reference(
        try assembly.draft.addStream(
          [
            "Type": .name("XObject"), "Subtype": .name("Image"), "ImageMask": .bool(true),
            "Width": .integer(hidden.width), "Height": .integer(hidden.height),
            "BitsPerComponent": .integer(1),
          ], bytes: hidden.bytes))
    }
    return try assembly.draft.addStream(entries, bytes: jpeg)
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
