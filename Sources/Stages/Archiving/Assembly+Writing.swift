import QPDF

extension Assembly {
  /// Adds the metadata, the output intent and what viewers go by, and writes the file.
  ///
  /// Every level but part 3 leaves the attachment out; so does a file without a claim.
  mutating func write(
    _ metadata: PDFMetadata, attaching attachment: PDFAttachment?,
    claiming level: ConformanceLevel?, to path: String
  ) throws(QPDFError) {
    let catalog = try draft.catalog()
    // A moment without a zone is none: two programs would take it for two.
    let date = created.flatMap(xmpDate).flatMap { $0.contains(/T.*[Z+-]/) ? $0 : nil }
    let packet = try draft.addStream(
      ["Type": .name("Metadata"), "Subtype": .name("XML")],
      bytes: metadata.packet(claiming: level, created: date))
    let profile = try draft.addDeflated(
      ["N": .integer(3), "Alternate": .name("DeviceRGB")],
      bytes: level?.part == 1 ? SRGBProfile.version2 : SRGBProfile.version4)
    let intent = PDFObject.dictionary([
      "Type": .name("OutputIntent"), "S": .name("GTS_PDFA1"),
      "OutputConditionIdentifier": .text("sRGB IEC61966-2.1"),
      "Info": .text("sRGB IEC61966-2.1"),
      "DestOutputProfile": .reference(profile),
    ])
    try draft.set("Metadata", of: catalog, to: .reference(packet))
    try draft.set("OutputIntents", of: catalog, to: .array([intent]))
    try draft.set("Lang", of: catalog, to: .text(metadata.language))
    if metadata.title != nil {
      try draft.set(
        "ViewerPreferences", of: catalog, to: .dictionary(["DisplayDocTitle": .bool(true)]))
    }
    if let attachment, level?.allowsAttachments == true { try attach(attachment, to: catalog) }
    var info: [String: PDFObject] = ["Producer": .text(PDFMetadata.producer)]
    info["Title"] = metadata.title.map { .text($0) }
    info["Author"] = metadata.author.map { .text($0) }
    info["Subject"] = metadata.subject.map { .text($0) }
    if date != nil { info["CreationDate"] = created.map { .text($0) } }
    try draft.setTrailer("Info", to: .reference(try draft.add(.dictionary(info))))
    try draft.write(to: path, version: (level ?? .pdfA2u).pdfVersion)
  }

  /// Embeds a file as data that belongs to the document as a whole (ISO 19005-3 6.8).
  private mutating func attach(
    _ attachment: PDFAttachment, to catalog: ObjectID
  ) throws(QPDFError) {
    let file = try draft.addDeflated(
      [
        "Type": .name("EmbeddedFile"), "Subtype": .name(attachment.type),
        "Params": .dictionary(["Size": .integer(attachment.bytes.count)]),
      ], bytes: attachment.bytes)
    let specification = try draft.add(
      .dictionary([
        "Type": .name("Filespec"), "F": .text(attachment.name), "UF": .text(attachment.name),
        "Desc": .text(attachment.meaning), "AFRelationship": .name("Data"),
        "EF": .dictionary(["F": .reference(file), "UF": .reference(file)]),
      ]))
    try draft.set("AF", of: catalog, to: .array([.reference(specification)]))
    let names = PDFObject.dictionary([
      "Names": .array([.text(attachment.name), .reference(specification)])
    ])
    try draft.set("Names", of: catalog, to: .dictionary(["EmbeddedFiles": names]))
  }
}
