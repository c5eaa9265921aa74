/// The sheet of a page: its boxes in user space, how it is turned, and how large a unit is.
public struct PageGeometry: Sendable, Equatable {
  /// The sheet.
  public let mediaBox: PDFRectangle
  /// The part that is shown, inside the sheet.
  public let cropBox: PDFRectangle
  /// How a viewer turns the page, clockwise: 0, 90, 180 or 270.
  public let rotation: Int
  /// The size of a unit in 1/72 inch, 1 in almost every file.
  public let userUnit: Double

  /// Reads the boxes of a page dictionary; nil when the sheet has no area.
  ///
  /// A page without a MediaBox is taken as US Letter, as qpdf and most viewers do.
  public init?(page: [String: PDFObject], resolving: (PDFObject?) -> PDFObject) {
    func rectangle(_ key: String) -> PDFRectangle? {
      let box = resolving(page[key])
      return PDFRectangle(box.array.map { $0.map(resolving) })
    }
    let media =
      rectangle("MediaBox") ?? PDFRectangle(left: 0, bottom: 0, right: 612, top: 792)
    guard media.area > 0, media.area.isFinite else { return nil }
    mediaBox = media
    cropBox = rectangle("CropBox").flatMap { $0.intersection(media) } ?? media
    let turn = resolving(page["Rotate"]).number.flatMap { Int(exactly: $0.rounded()) } ?? 0
    rotation = ((turn % 360) + 360) % 360 / 90 * 90
    let unit = resolving(page["UserUnit"]).number ?? 1
    userUnit = unit.isFinite && unit > 0 ? unit : 1
  }

  /// Width and height of the shown part in inches, after the turn.
  public var shownInches: (width: Double, height: Double) {
    let width = cropBox.width * userUnit / 72
    let height = cropBox.height * userUnit / 72
    return rotation % 180 == 0 ? (width, height) : (height, width)
  }
}
