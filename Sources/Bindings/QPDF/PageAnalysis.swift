/// An image and where a page paints it.
public struct PlacedImage: Sendable, Equatable {
  /// What the image's dictionary says.
  public let facts: ImageFacts
  /// From the unit square to user space.
  public let matrix: PDFMatrix
  /// Whether a clip, transparency or optional content changes how it is shown.
  public let isAltered: Bool
}

/// What a page is made of, found by following its content without painting anything.
public struct PageAnalysis: Sendable, Equatable {
  /// The page.
  public let id: ObjectID
  /// The sheet.
  public let geometry: PageGeometry
  /// The images in painting order; those inside forms too.
  public let images: [PlacedImage]
  /// Bytes of text that a reader sees.
  public let visibleTextBytes: Int
  /// Bytes of invisible text: the layer of an earlier OCR.
  public let hiddenTextBytes: Int
  /// Whether anything else is painted: lines, fills, shadings, inline images, annotations.
  public let paintsMore: Bool
  /// Whether the content was too long, too deep or too damaged to be followed to its end.
  public let isIncomplete: Bool

  /// The image when the page is exactly one, upright or turned by quarters, that fills the sheet.
  ///
  /// An edge may be off by 2 % of the longer side: scanners round sheets to points, and some crop
  /// the sheet by a millimetre or two. Invisible text may lie over it.
  public var singleImage: PlacedImage? {
    guard !isIncomplete, !paintsMore, visibleTextBytes == 0, images.count == 1,
      let image = images.first, !image.isAltered, !image.facts.isStencil,
      image.matrix.quarterTurn != nil
    else { return nil }
    let shown = geometry.cropBox
    let margin = 0.02 * max(shown.width, shown.height)
    return image.matrix.unitSquareBounds.matches(shown, within: margin) ? image : nil
  }
}

extension PDFFile {
  /// Follows a page's content; what cannot be followed is reported, not thrown.
  public func analysis(ofPage index: Int) throws(QPDFError) -> PageAnalysis {
    let id = try page(index)
    let entries = try object(id).entries ?? [:]
    guard let geometry = PageGeometry(page: entries, resolving: { resolved($0) }) else {
      throw QPDFError(.damaged, in: "MediaBox")
    }
    var walk = ContentWalk()
    walk.run(id, resources: resolved(entries["Resources"]).entries ?? [:], in: self)
    for annotation in resolved(entries["Annots"]).array ?? []
    where isShown(resolved(annotation).entries ?? [:]) {
      walk.paintsMore = true
    }
    return PageAnalysis(
      id: id, geometry: geometry, images: walk.images, visibleTextBytes: walk.visibleTextBytes,
      hiddenTextBytes: walk.hiddenTextBytes, paintsMore: walk.paintsMore,
      isIncomplete: walk.isIncomplete)
  }

  private func isShown(_ annotation: [String: PDFObject]) -> Bool {
    let flags = resolved(annotation["F"]).integer ?? 0
    let hidden = flags & 0b10 != 0 || flags & 0b10_0000 != 0
    let isPopup = ["Popup", "Link"].contains(resolved(annotation["Subtype"]).name ?? "")
    return !hidden && !isPopup && annotation["AP"] != nil
  }
}
